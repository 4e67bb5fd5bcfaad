// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the inputs from which the fuzz targets start: fuzz_seeds FOLDER FIXTURES.
#include <filesystem>
#include <iostream>

#include "fuzz/seeds.h"
#include "journal/eventrecord.h"
#include "protocol/messages.h"
#include "support/busystation.h"
#include "support/bytes.h"
#include "support/story.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

void coordinates(Seeds& seeds) {
  for (const char* text :
       {"116.6318,40.3162", "(116.6318，40.3162)", "116°37′54″E 40°18′58″N", "北纬40.3°，东经116.6°",
        "东经116度37分54秒", "E116.6318", "116:37:54", "-0.5", "40.3162N,116.6318E", "１１６．６３，４０．３１"})
    seeds.add("coordinate", text);
}

void jsonTexts(Seeds& seeds) {
  for (const char* text : {"{}", "[1,-2.5e3,true,null]", R"({"甲":"\u7532\n","b":[[],{}]})", "18446744073709551615",
                           "1e999", "\"\\ud800\""})
    seeds.add("json", text);
  seeds.add("json", std::string(70, '[') + std::string(70, ']'));
}

void tables(Seeds& seeds, const std::filesystem::path& fixtures) {
  const auto csv = [](const std::string& text) { return std::string(1, '\0') + text; };  // see table_fuzz.cpp
  seeds.add("table", csv("名称,人数,经度,纬度,电话\n甲队,约120人,116.63,40.31,13800000001\n合计,,,,\n"));
  seeds.add("table", csv("填报单位：示范区,,\n序号,名称,联系人,\n,,姓名,电话\n1,甲,张三,010-1\n注：略,,,\n"));
  seeds.add("table", csv("仓库名称,物资名称,数量,单位\n甲库,铁锹,50,把\n甲库,编织袋,2000,条\n"));
  seeds.add("table", csv("名称;坐标\n\"甲\n\"\"队\";116°37′54″E 40°18′58″N\n"));
  seeds.add("table", csv("name,WKT,time\na,\"POLYGON((1 2,3 4,5 6,1 2))\",2026年7月20日 21时40分\n"));
  seeds.add("table", csv("\xb6\xd3\xce\xe9\xc3\xfb\xb3\xc6,\xc8\xcb\xca\xfd\r\n\xca\xbe\xb7\xb6\xd5\xf2,12\r\n"));
  seeds.add("table", csv(std::string("\xff\xfe\x0d\x54\x09\x00\x31\x00\x0a\x00\x32\x75\x09\x00\x33\x00", 16)));
  seeds.add("table",
            "\2<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name>甲</name><Point>"
            "<coordinates>116.6,40.3</coordinates></Point></Placemark></Document></kml>");
  seeds.add("table", R"(?{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"名称":"甲"},)"
                     R"("geometry":{"type":"Point","coordinates":[116.6,40.3]}}]})");
  seeds.add("table", "\4<gpx version=\"1.1\"><wpt lat=\"40.3\" lon=\"116.6\"><name>a</name></wpt></gpx>");
  seeds.add("table",
            R"(x<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c>)"
            R"(<c r="B1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="str"><f>1</f><v>甲</v></c><c r="B2" s="1">)"
            R"(<v>46223.5</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells></worksheet>)");
  seeds.add("table", '\1' + bytesOfFile(fixtures / "tables" / "teams-merged.xlsx"));
}

void plans(Seeds& seeds, const std::filesystem::path& fixtures) {
  for (const auto& file : std::filesystem::directory_iterator(fixtures / "plans"))
    if (file.path().extension() == ".yaml") seeds.add("plan", bytesOfFile(file.path()));
  for (const char* text :
       {"warning('暴雨') >= yellow", "any('riskVillage', stage == 'prepare') or dark",
        "rain(1 h, '{row.村}') >= {row.准备} mm", "not (hour < 6 and humidity <= 30 %)",
        "count('underpass', depth >= 15 cm) >= 2", "rain(1 h, '甲') > -2.5 mm and level('乙') >= warningLevel('乙')",
        "figure('dead') != 0 or incidents('forestFire') == 3", "forecast('rain', 6 h) * 2", "((dark", "'"})
    seeds.add("expression", text);
}

void frames(Seeds& seeds) {
  using namespace protocol;
  Error error{ErrorCode::notFound, {"no such file", "文件不存在"}, {}, {}};
  const Blob pixels(8, std::byte{7});
  const std::vector<Message> messages = {
      Hello{protocolVersion, "fengsui", "0.1.0", "secret"},
      OpenProject{1, "/district.qgs"},
      Render{.generation = 7, .extent = {1, 2, 3.5, 4.25}, .widthPx = 1024, .heightPx = 768, .layers = {"road"}},
      Cancel{7, true},
      Identify{8, 1e6, -2e6, 12.5, {"building"}},
      Ping{9},
      ProjectOpened{
          1, "/d.qgs", "d", {0, 0, 10, 10}, {"day"}, {{"r", "道路", "", "vector", true, 5, 0, {{"m", pixels}}, {}}}, 3},
      Rendered{7, Lane::labels, {0, 0, 2, 1}, 2, 1, 12, false, {{"wms", {"silent", "无响应"}}}, pixels},
      Cancelled{7},
      Identified{8, {{"building", "school", {{"name", "小学"}}}}},
      Pong{5, "rendering", 120},
      Failure{1, error}};
  std::string all;
  for (const Message& message : messages) {
    const auto bytes = frameBytes(encode(message)).value();
    seeds.add("frame", bytes);
    all += bytes;
  }
  seeds.add("frame", all);
}

// Stories give events that fit each other; a small busy station gives a file with everything in it.
void events(Seeds& seeds) {
  const TempFolder folder = TempFolder::inMemory();
  makeBusyStation(folder / "busy", 24);
  seeds.add("station", bytesOfFile(folder / "busy.fengsui"));

  for (unsigned seed = 1; seed <= 6; ++seed) {
    auto station = newStation(folder / ("night" + std::to_string(seed)));
    for (const Command& command : story::opening()) (void)station->execute(command, {"值班长", std::nullopt});
    RandomCommands night(seed);
    liveThrough(*station, night, 30);
    std::string lines;
    std::string records;
    for (const StoredEvent& event : allEvents(station->journal())) {
      if (!event.payload || event.payload->size() > 600) continue;
      const std::string line = event.type + ' ' + std::to_string(event.version) + " 0 1784500000000 " + *event.payload;
      seeds.add("event", line);
      lines += (lines.empty() ? "" : "\n") + line;
      if (records.size() < 3000) records += canonical(eventToRecord(event)) + '\n';
    }
    seeds.add("event", lines);
    seeds.add("record", records);
    seeds.add("situation", packSituation(station->situation()));
  }
  seeds.add("situation", packSituation({}));
}

}  // namespace
}  // namespace fengsui

int main(int argumentCount, char** arguments) {
  if (argumentCount != 3) {
    std::cerr << "usage: fuzz_seeds FOLDER FIXTURES\n";
    return 2;
  }
  testing::InitGoogleTest();
  fengsui::Seeds seeds(arguments[1]);
  fengsui::coordinates(seeds);
  fengsui::jsonTexts(seeds);
  fengsui::tables(seeds, arguments[2]);
  fengsui::plans(seeds, arguments[2]);
  fengsui::frames(seeds);
  fengsui::events(seeds);
  fengsui::hazards(seeds);
  return 0;
}
