// SPDX-License-Identifier: GPL-3.0-or-later
// Files that somebody damaged, by accident or on purpose: an error or a table, never a crash, nothing on stderr.
#include <gtest/gtest.h>

#include <random>

#include "gis/columns.h"
#include "gis/importrows.h"
#include "gis/tables.h"
#include "gis/write.h"
#include "support/storedzip.h"

namespace fengsui {
namespace {

std::string bytesOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Table smallTable() {
  return *readCsv(
      "序号,名称,人数,联系人,电话,经度,纬度,备注\n1,示范镇救援队,约120人,张三,13800000001,116.63,40.31,x\n"
      "2,河湾镇抢险队,35,李四,13800000002,116.7,40.35,\n合计,,155,,,,,\n注：略,,,,,,,\n");
}

// One file of each format, whole.
std::vector<std::pair<std::string, std::string>> wholeFiles() {
  const Folder folder;
  std::vector<std::pair<std::string, std::string>> files;
  for (const char* name : {"t.csv", "t.xlsx", "t.geojson", "t.kml", "t.gpx", "t.gpkg", "t.shp"}) {
    if (!writeTable(smallTable(), folder / name)) ADD_FAILURE() << name;
    files.emplace_back(name, bytesOf(folder / name));
  }
  for (const char* name : {"teams-merged.xlsx", "stocks-formats.xlsx"})
    files.emplace_back(name, bytesOf(fixture(name)));
  return files;
}

void readAndImport(const std::filesystem::path& file) {
  const auto table = readTable(file);
  if (!table) {
    EXPECT_FALSE(table.error().message.en.empty());
    return;
  }
  const auto zone = TimeZone::utc();
  for (const Kind kind : {Kind::team, Kind::depot, Kind::riskZone, Kind::incident})
    (void)importRows(kind, *table, proposeMapping(kind, table->columns), zone);
}

TEST(HostileFiles, WithFlippedBytesNeverCrashTheReader) {
  std::mt19937 random(20260720);
  testing::internal::CaptureStderr();
  for (const auto& [name, bytes] : wholeFiles()) {
    const Folder folder;
    for (int round = 0; round < 60; ++round) {
      std::string damaged = bytes;
      const int flips = 1 + static_cast<int>(random() % 8);
      for (int flip = 0; flip < flips; ++flip) damaged[random() % damaged.size()] = static_cast<char>(random());
      readAndImport(folder.write(name, damaged));
    }
  }
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(HostileFiles, CutOffAnywhereNeverCrashTheReader) {
  std::mt19937 random(7);
  testing::internal::CaptureStderr();
  for (const auto& [name, bytes] : wholeFiles()) {
    const Folder folder;
    for (int round = 0; round < 25; ++round)
      readAndImport(folder.write(name, bytes.substr(0, random() % bytes.size())));
  }
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(HostileFiles, OfRandomBytesUnderAnyEndingNeverCrashTheReader) {
  std::mt19937 random(99);
  testing::internal::CaptureStderr();
  const Folder folder;
  for (const char* name : {"r.csv", "r.xlsx", "r.geojson", "r.kml", "r.gpx", "r.gpkg", "r.shp", "r.dbf", "r.zip",
                           "r.ods", "r.xls", "r.json"})
    for (int round = 0; round < 15; ++round) {
      std::string bytes(random() % 3000, '\0');
      for (char& byte : bytes) byte = static_cast<char>(random());
      readAndImport(folder.write(name, bytes));
    }
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

// The sheet is rewritten by hand in a stored archive, so that the XML itself is what is attacked.
TEST(HostileFiles, WithAWorkbookWrittenByAnEnemyAreRefusedOrRead) {
  const Folder folder;
  const auto text = [](const std::string& ref, const std::string& value) {
    return "<c r=\"" + ref + "\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
  };
  const std::string plain = "<row r=\"1\">" + text("A1", "名称") + text("B1", "人数") + "</row><row r=\"2\">" +
                            text("A2", "甲队") + "<c r=\"B2\"><v>3</v></c></row>";
  const auto sheet = [](const std::string& rows, const std::string& merges = "") {
    return "<worksheet><sheetData>" + rows + "</sheetData>" + merges + "</worksheet>";
  };
  const auto good = readTable(folder.write("good.xlsx", workbookWith(sheet(plain))));
  ASSERT_TRUE(good) << good.error();
  EXPECT_EQ(sketchOf(*good), "#|名称|人数\n2|甲队|3");

  std::string manyMerges = "<mergeCells>";
  for (int i = 0; i < 20000; ++i) manyMerges += "<mergeCell ref=\"A1:XFD1048576\"/>";
  manyMerges += "</mergeCells>";
  std::string wide;
  for (int i = 1; i < 2000; ++i)
    wide += "<row r=\"" + std::to_string(i) + "\"><c r=\"XFD" + std::to_string(i) + "\"><v>1</v></c></row>";
  const std::string bomb =
      "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><worksheet><sheetData>" +
      plain + "</sheetData></worksheet>";
  const std::pair<const char*, std::string> books[] = {
      {"merges", workbookWith(sheet(plain, manyMerges))},
      {"wide", workbookWith(sheet(wide))},
      {"bomb", workbookWith(bomb)},
      {"references", workbookWith(sheet("<row r=\"-5\"><c r=\"ZZZZ99999999\" t=\"s\"><v>999999</v></c></row><row "
                                        "r=\"0\"><c t=\"s\"><v>-1</v></c></row>" +
                                        plain))},
      {"numbers", workbookWith(sheet(
                      plain + "<row r=\"3\"><c r=\"A3\"><v>1e999</v></c><c r=\"B3\" s=\"-7\"><v>nan</v></c></row>"))},
      {"backwards", workbookWith(sheet("<row r=\"9\">" + text("A9", "丙") + text("B9", "5") + "</row>" + plain))},
      {"merge the wrong way",
       workbookWith(
           sheet(plain, "<mergeCells><mergeCell ref=\"B2:A1\"/><mergeCell ref=\"::\"/><mergeCell/></mergeCells>"))},
      {"no sheet", storedZip({{"xl/workbook.xml", "<workbook/>"}, {"xl/_rels/workbook.xml.rels", "<Relationships/>"}})},
      {"empty archive", storedZip({})},
  };
  for (const auto& [name, bytes] : books) {
    SCOPED_TRACE(name);
    const auto table = readTable(folder.write("book.xlsx", bytes));
    if (!table) {
      EXPECT_FALSE(table.error().message.zh.empty());
    }
    if (std::string(name) == "backwards") {
      ASSERT_TRUE(table) << table.error();
      EXPECT_EQ(table->rows.back().number, 9);
    }
    if (std::string(name) == "bomb") {
      EXPECT_FALSE(table);
    }
  }
}

}  // namespace
}  // namespace fengsui
