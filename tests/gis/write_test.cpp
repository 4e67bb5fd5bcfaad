// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/write.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "gis/tables.h"

namespace fengsui {
namespace {

using ::testing::HasSubstr;

Table teams() {
  Table table;
  table.layer = "应急队伍";
  table.columns = {{"名称", ColumnRole::data}, {"联系人/姓名", ColumnRole::data}, {"联系人/电话", ColumnRole::data},
                   {"人数", ColumnRole::data}, {"面积（平方米）", ColumnRole::data}, {"编号", ColumnRole::data},
                   {"time", ColumnRole::data}, {"begin", ColumnRole::data}, {"备注", ColumnRole::data}, {"日期", ColumnRole::data}, {"全空", ColumnRole::data}};
  table.rows = {{2, {"示范镇救援队", "张三", "13800000001", "12", "1.8", "007", "2026-07-20", "2026-07-20T21:40:00+08:00", "引号\"，逗号,", "2026-07-20T21:40:00+08:00", ""}, Shape::at(at(116.6318001, 40.3162002)), {}},
                {3, {"河湾镇抢险队", "李四", "13800000002", "35", "20.25", "110101199001011234", "无", "早", "<&>", "2026-07-20T21:41:00+08:00", ""}, Shape::at(at(-1.5, -42.5)), {}},
                {4, {"山口村民兵排", "王五", "010-60000003", "", "", "A1", "2026-07-21 08:00", "", "=1+1", "2026-07-20T21:42:00+08:00", ""}, Shape::at(at(116.7, 40.4)), {}}};
  return table;
}

Table zones() {
  Table table;
  table.layer = "风险区";
  table.columns = {{"名称", ColumnRole::data}, {"人口", ColumnRole::data}};
  const Ring outer{at(116.5, 40.3), at(116.6, 40.3), at(116.6, 40.4), at(116.5, 40.4)};
  const Ring hole{at(116.52, 40.32), at(116.52, 40.34), at(116.54, 40.34), at(116.54, 40.32)};
  const Ring second{at(117, 40), at(117.1, 40), at(117.05, 40.1)};
  table.rows = {{2, {"示范沟", "120"}, Shape{ShapeKind::area, {}, {}, {{outer, hole}}}, {}},
                {3, {"两片林", "7"}, Shape{ShapeKind::area, {}, {}, {{outer, hole}, {second}}}, {}}};
  return table;
}

// Names, cells and shapes; places that came back as columns beside the shape do not count.
std::string contentOf(const Table& table) {
  std::string out;
  std::vector<std::size_t> data;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (table.columns[column].role != ColumnRole::data) continue;
    data.push_back(column);
    out += table.columns[column].name + "|";
  }
  for (const Row& row : table.rows) {
    out += "\n";
    for (const std::size_t column : data) out += row.cells[column] + "|";
    if (!row.shape) continue;
    for (const Position& p : row.shape->points) out += " " + std::to_string(p.lonE7) + "," + std::to_string(p.latE7);
    for (const Polygon& area : row.shape->areas)
      for (const Ring& ring : area) {
        out += " (";
        for (const Position& p : ring) out += p.text() + " ";
        out += ")";
      }
    for (const Line& line : row.shape->lines) {
      out += " [";
      for (const Position& p : line) out += p.text() + " ";
      out += "]";
    }
  }
  return out;
}

class WrittenFile : public testing::TestWithParam<const char*> {};

TEST_P(WrittenFile, ReadsBackTheSameWithPoints) {
  const Folder folder;
  const auto file = folder / (std::string("队伍") + GetParam());
  const auto written = writeTable(teams(), file);
  ASSERT_TRUE(written) << written.error();
  const auto back = readTable(file);
  ASSERT_TRUE(back) << back.error();
  Table expected = teams();
  if (std::string(GetParam()) == ".shp") {
    ASSERT_EQ(written->notes.size(), 1u);
    EXPECT_THAT(written->notes[0].en, HasSubstr("联系人/姓名 → 姓名, 联系人/电话 → 电话, 面积（平方米） → 面积"));
    expected.columns[1].name = "姓名";
    expected.columns[2].name = "电话";
    expected.columns[4].name = "面积（";
  } else if (std::string(GetParam()) == ".gpx") {
    ASSERT_EQ(written->notes.size(), 1u);
    EXPECT_THAT(written->notes[0].en, HasSubstr("empty columns are not in a GPX file: 全空"));
    expected.columns.pop_back();
    for (Row& row : expected.rows) row.cells.pop_back();
  } else {
    EXPECT_TRUE(written->notes.empty()) << written->notes[0].en;
  }
  EXPECT_EQ(contentOf(*back), contentOf(expected));
}

TEST_P(WrittenFile, ReadsBackTheSameWithAreas) {
  const Folder folder;
  const auto file = folder / (std::string("zones") + GetParam());
  const auto written = writeTable(zones(), file);
  if (std::string(GetParam()) == ".gpx") {
    ASSERT_FALSE(written);
    EXPECT_FALSE(std::filesystem::exists(file));
    return;
  }
  ASSERT_TRUE(written) << written.error();
  const auto back = readTable(file);
  ASSERT_TRUE(back) << back.error();
  EXPECT_EQ(contentOf(*back), contentOf(zones()));
}

TEST_P(WrittenFile, KeepsRowsWithoutAPlace) {
  const Folder folder;
  const auto file = folder / (std::string("some") + GetParam());
  Table table = teams();
  table.rows[1].shape.reset();
  const auto written = writeTable(table, file);
  if (std::string(GetParam()) == ".gpx") {
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().message.en, HasSubstr("these rows have none: 3"));
    return;
  }
  ASSERT_TRUE(written) << written.error();
  const auto back = readTable(file);
  ASSERT_TRUE(back) << back.error();
  ASSERT_EQ(back->rows.size(), 3u);
  EXPECT_FALSE(back->rows[1].shape);
  EXPECT_TRUE(back->rows[2].shape);
}

TEST_P(WrittenFile, HoldsATableWithoutAnyPlaces) {
  if (std::string(GetParam()) == ".gpx") return;
  const Folder folder;
  const auto file = folder / (std::string("people") + GetParam());
  Table table = teams();
  for (Row& row : table.rows) row.shape.reset();
  ASSERT_TRUE(writeTable(table, file));
  const auto back = readTable(file);
  ASSERT_TRUE(back) << back.error();
  EXPECT_EQ(back->rows.size(), 3u);
  EXPECT_EQ(back->rows[0].cells[0], "示范镇救援队");
}

TEST_P(WrittenFile, IsNotOverwrittenUnlessThatIsSaid) {
  const Folder folder;
  const auto file = folder.write(std::string("there") + GetParam(), "precious");
  const auto refused = writeTable(teams(), file);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::refused);
  EXPECT_EQ(std::filesystem::file_size(file), 8u);
  const auto written = writeTable(teams(), file, {.overwrite = true});
  ASSERT_TRUE(written) << written.error();
  EXPECT_TRUE(readTable(file));
}

TEST_P(WrittenFile, LeavesNothingBehindWhenItCannotBeWritten) {
  const Folder folder;
  const auto file = folder / "missing" / (std::string("x") + GetParam());
  EXPECT_FALSE(writeTable(teams(), file));
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

INSTANTIATE_TEST_SUITE_P(Formats, WrittenFile, testing::Values(".csv", ".xlsx", ".geojson", ".shp", ".kml", ".gpx", ".gpkg"),
                         [](const auto& format) { return std::string(format.param).substr(1); });

TEST(WriteTable, LeavesOnlyTheFileItself) {
  const Folder folder;
  ASSERT_TRUE(writeTable(teams(), folder / "a.gpkg"));
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) names.push_back(entry.path().filename());
  EXPECT_EQ(names, (std::vector<std::string>{"a.gpkg"}));
}

TEST(WriteTable, RefusesAnEndingItDoesNotKnow) {
  const Folder folder;
  const auto written = writeTable(teams(), folder / "teams.docx");
  ASSERT_FALSE(written);
  EXPECT_THAT(written.error().remedy.en, HasSubstr(".gpkg"));
}

TEST(WriteTable, ShortensNamesForAShapefileUniquely) {
  Table table = teams();
  table.columns[0].name = "应急救援队伍名称";
  table.columns[1].name = "应急救援队伍负责人";
  table.columns[2].name = "应急救援队伍电话";
  const Folder folder;
  const auto written = writeTable(table, folder / "teams.shp");
  ASSERT_TRUE(written) << written.error();
  const auto back = readTable(folder / "teams.shp");
  ASSERT_TRUE(back) << back.error();
  EXPECT_EQ(back->columns[0].name, "应急救");
  EXPECT_EQ(back->columns[1].name, "应急救2");
  EXPECT_EQ(back->columns[2].name, "应急救3");
  EXPECT_EQ(back->encoding, "UTF-8");
}

TEST(WriteTable, SaysWhichTextsAShapefileCuts) {
  Table table = teams();
  for (int i = 0; i < 100; ++i) table.rows[1].cells[8] += "长";
  const Folder folder;
  const auto written = writeTable(table, folder / "teams.shp");
  ASSERT_TRUE(written) << written.error();
  EXPECT_THAT(written->notes.back().en, HasSubstr("were cut, as the format asks: row 3"));
}

TEST(WriteTable, KeepsFormulasAndLongNumbersAsTextInCsv) {
  const Folder folder;
  ASSERT_TRUE(writeTable(teams(), folder / "teams.csv"));
  std::ifstream in(folder / "teams.csv", std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  EXPECT_TRUE(bytes.starts_with("\xef\xbb\xbf名称,"));
  EXPECT_THAT(bytes, HasSubstr("\"\t=1+1\""));
  EXPECT_THAT(bytes, HasSubstr("\"\t110101199001011234\""));
}

}  // namespace
}  // namespace fengsui
