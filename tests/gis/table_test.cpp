// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/table.h"

#include <gmock/gmock.h>

#include "gis/tables.h"

namespace fengsui {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// "队伍名称,人数\n示范镇救援队,12\n" as GBK.
constexpr std::string_view gbkTeams =
    "\xb6\xd3\xce\xe9\xc3\xfb\xb3\xc6,\xc8\xcb\xca\xfd\r\n\xca\xbe\xb7\xb6\xd5\xf2\xbe\xc8\xd4\xae\xb6\xd3,12\r\n";

TEST(Table, ReadsChineseTextFromGbkWithoutBeingTold) {
  const auto table = readCsv(gbkTeams);
  ASSERT_TRUE(table) << table.error();
  EXPECT_EQ(sketchOf(*table), "#|队伍名称|人数\n2|示范镇救援队|12");
  EXPECT_EQ(table->encoding, "GB18030");
  EXPECT_THAT(notesOf(*table), HasSubstr("GB18030"));
}

TEST(Table, ReadsUtf8WithMarkAndSemicolonsAndTabs) {
  for (const std::string_view bytes :
       {"\xef\xbb\xbf名称,人数\n甲队,3\n", "\xef\xbb\xbf名称;人数\n甲队;3\n", "名称\t人数\r\n甲队\t3\r\n",
        "sep=;\n名称;人数\n甲队;3\n", "名称，人数\n甲队，3\n", "名称|人数\n甲队|3\n"}) {
    const auto table = readCsv(bytes);
    ASSERT_TRUE(table) << bytes << table.error();
    EXPECT_EQ(sketchOf(*table), "#|名称|人数\n2|甲队|3") << bytes;
  }
}

TEST(Table, ReadsTheUnicodeTextOfSpreadsheets) {
  std::string bytes = "\xff\xfe";
  for (const char16_t c : std::u16string(u"名称\t人数\r\n甲队\t3\r\n"))
    bytes += {static_cast<char>(c & 0xff), static_cast<char>(c >> 8)};
  const auto table = readCsv(bytes);
  ASSERT_TRUE(table) << table.error();
  EXPECT_EQ(sketchOf(*table), "#|名称|人数\n2|甲队|3");
}

TEST(Table, KeepsLongNumbersThatWereMadeText) {
  const auto table = readCsv("姓名,证件号,编码\n张三,\"\t110101199001011234\",=\"007\"\n李四,\t110101199001011235,=\"008\"\n");
  ASSERT_TRUE(table) << table.error();
  EXPECT_EQ(table->rows[0].cells[1], "110101199001011234");
  EXPECT_EQ(table->rows[1].cells[1], "110101199001011235");
  EXPECT_EQ(table->rows[0].cells[2], "007");
}

TEST(Table, NumbersRowsAsTheSpreadsheetShowsThem) {
  const auto table = readCsv("名称,备注\n甲,\"两\n行\"\n\n乙,x\n");
  ASSERT_TRUE(table) << table.error();
  EXPECT_EQ(sketchOf(*table), "#|名称|备注\n2|甲|两\n行\n4|乙|x");
  EXPECT_THAT(notesOf(*table), HasSubstr("1 blank row(s) left out: row 3"));
}

TEST(Table, FindsTheHeaderUnderTitlesInMergedCells) {
  const auto table = readTable(fixture("teams-merged.xlsx"));
  ASSERT_TRUE(table) << table.error();
  EXPECT_EQ(sketchOf(*table),
            "#|序号|队伍名称|人数（人）|联系人/姓名|联系人/电话|驻地经度|驻地纬度|备注\n"
            "5|1|示范镇救援队|约120人|张三|13800000001|116.6318|40.3162|\n"
            "6|2|河湾镇抢险队|３５|李四|13800000002|116.7|40.35|配冲锋舟2艘\n"
            "8|3|山口村民兵排|25|王五|010-60000003|116.5218|40.4012|");
  EXPECT_EQ(table->layer, "应急队伍");
  EXPECT_EQ(table->columns[0].role, ColumnRole::serial);
  EXPECT_EQ(table->columns[5].role, ColumnRole::longitude);
  EXPECT_EQ(table->rows[1].shape, Shape::at(at(116.7, 40.35)));
  const std::string notes = notesOf(*table);
  EXPECT_THAT(notes, HasSubstr("above the header, not rows: 1, 2: 示范区应急队伍一览表"));
  EXPECT_THAT(notes, HasSubstr("blank row(s) left out: row 7"));
  EXPECT_THAT(notes, HasSubstr("1 total row(s) left out: row 9"));
  EXPECT_THAT(notes, HasSubstr("2 footnote line(s) left out: row 10, 11"));
  EXPECT_THAT(notes, HasSubstr("not read: 填表说明, 字典"));
}

TEST(Table, FindsTheSameHeaderInTheCsvOfSuchASheet) {
  const auto table = readCsv(
      "示范区应急队伍一览表,,,,\n填报单位：示范区,,填报时间：2026-07-01,,\n序号,名称,联系人,,备注\n,,姓名,电话,\n"
      "1,甲队,张三,13800000001,\n2,乙队,李四,13800000002,x\n合 计,2,,,\n注：略,,,,\n");
  ASSERT_TRUE(table) << table.error();
  EXPECT_EQ(sketchOf(*table),
            "#|序号|名称|联系人/姓名|联系人/电话|备注\n5|1|甲队|张三|13800000001|\n6|2|乙队|李四|13800000002|x");
}

TEST(Table, ReadsWhatTheSpreadsheetShows) {
  const auto table = readTable(fixture("stocks-formats.xlsx"));
  ASSERT_TRUE(table) << table.error();
  EXPECT_EQ(sketchOf(*table),
            "#|乡镇|编号|物资名称|数量|购置日期|检查时间|值班时刻|比例|长编号|公式|空\n"
            "2|示范镇|001|铁锹|50|2026-07-20|2026-07-20 21:40|21:40|0.3|110101199001011234|100|\n"
            "3|示范镇|002|编织袋|2000|2025-01-02||||||\n"
            "4|河湾镇|012|救生衣|1.0|46223|||13800000000|||");
  EXPECT_THAT(notesOf(*table), HasSubstr("J3 #DIV/0!"));
  EXPECT_THAT(notesOf(*table), HasSubstr("merged over several rows are repeated in each: 乡镇"));
}

TEST(Table, ReadsTheSheetThatIsNamed) {
  const auto table = readTable(fixture("teams-merged.xlsx"), {.layer = "字典"});
  ASSERT_TRUE(table) << table.error();
  EXPECT_EQ(sketchOf(*table), "#|类别|说明\n2|综合|x");
  const auto none = readTable(fixture("teams-merged.xlsx"), {.layer = "无"});
  ASSERT_FALSE(none);
  EXPECT_THAT(none.error().remedy.en, HasSubstr("应急队伍, 填表说明, 字典"));
}

TEST(Table, LeavesOutSectionHeadingsAndPrefilledSerialNumbersButSaysSo) {
  const auto table = readCsv("序号,名称,人数\n一、区级队伍,,\n1,甲队,3\n二、镇级队伍,,\n2,乙队,4\n3,,\n4,,\n");
  ASSERT_TRUE(table) << table.error();
  EXPECT_EQ(table->rows.size(), 2u);
  EXPECT_THAT(notesOf(*table), HasSubstr("2 section heading(s) left out: row 2, 4: 一、区级队伍 二、镇级队伍"));
  EXPECT_THAT(notesOf(*table), HasSubstr("2 row(s) with a serial number only left out: row 6, 7"));
}

TEST(Table, KeepsARowThatOnlyHasAName) {
  const auto table = readCsv("名称,人数,电话\n甲队,,\n乙队,3,1\n");
  ASSERT_TRUE(table) << table.error();
  EXPECT_EQ(table->rows.size(), 2u);
}

TEST(Table, NamesColumnsByLettersWhenThereIsNoHeader) {
  const auto table = readCsv("甲队,13800000001,116.6\n乙队,13800000002,116.7\n");
  ASSERT_TRUE(table) << table.error();
  EXPECT_EQ(sketchOf(*table), "#|A|B|C\n1|甲队|13800000001|116.6\n2|乙队|13800000002|116.7");
}

TEST(Table, NumbersColumnsOfTheSameName) {
  const auto table = readCsv("A角,电话,B角,电话\n张三,1,李四,2\n");
  ASSERT_TRUE(table) << table.error();
  EXPECT_EQ(table->columns[3].name, "电话 (2)");
}

TEST(Table, ReadsGeoJsonWithItsShapes) {
  const Folder folder;
  const auto file = folder.write("zones.geojson", R"({"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"名称":"示范沟","人口":120,"坡度":12.5},
     "geometry":{"type":"Polygon","coordinates":[[[116.5,40.3],[116.6,40.3],[116.6,40.4],[116.5,40.3]]]}},
    {"type":"Feature","properties":{"名称":"无处"},"geometry":null}]})");
  const auto table = readTable(file);
  ASSERT_TRUE(table) << table.error();
  EXPECT_EQ(sketchOf(*table), "#|名称|人口|坡度\n1|示范沟|120|12.5\n2|无处||");
  ASSERT_TRUE(table->rows[0].shape);
  EXPECT_EQ(table->rows[0].shape->areas[0][0], (Ring{at(116.5, 40.3), at(116.6, 40.3), at(116.6, 40.4)}));
  EXPECT_FALSE(table->rows[1].shape);
  EXPECT_EQ(table->crs, "EPSG:4326");
}

TEST(Table, ReadsPlacesHoweverTheyAreWritten) {
  for (const std::string_view rows :
       {"名称,经度,纬度\n甲,116.6318,40.3162\n", "name,lon,lat\n甲,116.6318,40.3162\n", "名称,X,Y\n甲,１１６．６３１８,40.3162\n",
        "名称,坐标\n甲,\"116.6318,40.3162\"\n", "名称,坐标\n甲,\"40.3162 ， 116.6318\"\n", "名称,位置\n甲,116°37′54.48″E 40°18′58.32″N\n",
        "名称,经纬度\n甲,北纬40度18分58.32秒 东经116度37分54.48秒\n", "名称,经度,纬度\n甲,116°37′54.48″,40°18′58.32″\n",
        "名称,东经,北纬\n甲,E116:37:54.48,N40:18:58.32\n", "名称,WKT\n甲,POINT (116.6318 40.3162)\n",
        "名称,经度,纬度\n甲,40.3162,116.6318\n", "名称,坐标/经度（°）,坐标/纬度（°）\n甲,116.6318,40.3162\n",
        "名称,地址,GPS坐标\n甲,示范路,E116.6318° N40.3162°\n"}) {
    const auto table = readCsv(rows);
    ASSERT_TRUE(table) << table.error();
    ASSERT_TRUE(table->rows[0].shape) << rows << notesOf(*table);
    EXPECT_LT(distanceM(*anchorOf(*table->rows[0].shape), at(116.6318, 40.3162)), 0.1) << rows;
  }
}

TEST(Table, ExchangesLongitudeAndLatitudeThatStandInEachOthersColumn) {
  const auto table = readCsv("名称,经度,纬度\n甲,43.82,87.61\n乙,40.3,116.6\n");
  ASSERT_TRUE(table) << table.error();
  EXPECT_EQ(table->rows[0].shape, Shape::at(at(87.61, 43.82)));
  EXPECT_EQ(table->rows[1].shape, Shape::at(at(116.6, 40.3)));
  EXPECT_THAT(notesOf(*table), HasSubstr("exchanged"));
  const auto abroad = readCsv("name,lon,lat\nOrdino,1.53,42.55\n");
  EXPECT_EQ(abroad->rows[0].shape, Shape::at(at(1.53, 42.55)));
  EXPECT_THAT(notesOf(*abroad), Not(HasSubstr("exchanged")));
}

TEST(Table, ConvertsFromTheNamedCoordinateSystem) {
  const auto gauss = readCsv("名称,X,Y\n甲,4465155.6,468727.6\n乙,4465255.6,468827.6\n", {.crs = "EPSG:4548"});
  ASSERT_TRUE(gauss) << gauss.error();
  ASSERT_TRUE(gauss->rows[0].shape) << notesOf(*gauss);
  EXPECT_LT(distanceM(*anchorOf(*gauss->rows[0].shape), at(116.6318, 40.3162)), 2000) << notesOf(*gauss);
  EXPECT_EQ(gauss->crs, "EPSG:4548");

  const auto shifted = readCsv("名称,经度,纬度\n甲,116.6379,40.3175\n", {.crs = "gcj02"});
  ASSERT_TRUE(shifted) << shifted.error();
  EXPECT_GT(distanceM(*anchorOf(*shifted->rows[0].shape), at(116.6379, 40.3175)), 300);

  for (const auto* crs : {"EPSG:999999", "mars", "EPSG:", "EPSG:4548"}) {
    const auto wrong = readCsv("名称,经度,纬度\n甲,116.6379,40.3175\n", {.crs = crs});
    EXPECT_FALSE(wrong) << crs;
  }
}

TEST(Table, LeavesMetresAloneWhenNoSystemIsNamed) {
  const auto table = readCsv("名称,X,Y\n甲,4465155.6,468727.6\n");
  ASSERT_TRUE(table) << table.error();
  EXPECT_FALSE(table->rows[0].shape);
  EXPECT_THAT(notesOf(*table), HasSubstr("name the coordinate system"));
}

TEST(Table, KeepsTheFaultOfAPlaceWithItsRow) {
  const auto table = readCsv("名称,经度,纬度\n甲,116.6,40.3\n乙,116.6,\n丙,待定,待定\n丁,116.6,不详处\n戊,316.6,40.3\n己,0,0\n");
  ASSERT_TRUE(table) << table.error();
  EXPECT_TRUE(table->rows[0].shape);
  ASSERT_TRUE(table->rows[1].shapeFault);
  EXPECT_EQ(table->rows[1].shapeFault->place.line, 3);
  EXPECT_FALSE(table->rows[2].shapeFault);
  EXPECT_EQ(table->rows[3].shapeFault->place.value, "不详处");
  EXPECT_EQ(table->rows[4].shapeFault->place.field, "经度");
  EXPECT_FALSE(table->rows[5].shape);
  EXPECT_THAT(notesOf(*table), HasSubstr("0, 0"));
}

TEST(Table, SaysInOneSentenceWhyAFileCannotBeRead) {
  const Folder folder;
  const auto xlsx = [] {
    std::ifstream in(fixture("teams-merged.xlsx"), std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }();
  const std::pair<std::string, std::string> files[] = {
      {"empty.csv", ""},
      {"blank.csv", "\n,,\n"},
      {"header.csv", "名称,人数\n"},
      {"open.csv", "名称,人数\n\"甲,3\n乙,4\n"},
      {"binary.csv", std::string("\x01\x02\x00\x03\xff", 5)},
      {"slip.csv", "名称,备注\n示范镇救援队,应急\n河湾镇抢险队,\xff坏\n示范镇示范村示范组示范,x\n"},
      {"cut.xlsx", xlsx.substr(0, xlsx.size() / 2)},
      {"text.xlsx", "名称,人数"},
      {"web.xls", "<html><table><tr><td>名称</td></tr></table></html>"},
      {"cut.geojson", R"({"type":"FeatureCollection","features":[{"type":"Fea)"},
      {"cut.gpkg", "SQLite format 3"},
      {"cut.shp", "\x00\x00"},
      {"bad.kml", "<kml><Document><Placemark></kml>"},
      {"bad.gpx", "<gpx><wpt lat='x'"},
      {"unknown.xyz", "hello"}};
  for (const auto& [name, bytes] : files) {
    testing::internal::CaptureStderr();
    const auto table = readTable(folder.write(name, bytes));
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "") << name;
    ASSERT_FALSE(table) << name << sketchOf(*table);
    EXPECT_EQ(table.error().place.file, name);
    EXPECT_FALSE(table.error().message.en.empty());
    EXPECT_FALSE(table.error().message.zh.empty());
    RecordProperty(name, table.error().sentence(Language::chinese));
  }
  EXPECT_EQ(readTable(folder / "missing.csv").error().code, ErrorCode::notFound);
}

TEST(Table, NamesTheLineThatDoesNotFitTheEncoding) {
  const auto wrong = readCsv(gbkTeams, {.encoding = "UTF-8"});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().place.line, 1);
  EXPECT_FALSE(readCsv(gbkTeams, {.encoding = "klingon"}));
  EXPECT_TRUE(readCsv(gbkTeams, {.encoding = "gbk"}));
}

}  // namespace
}  // namespace fengsui
