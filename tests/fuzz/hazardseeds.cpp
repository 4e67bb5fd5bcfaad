// SPDX-License-Identifier: GPL-3.0-or-later
// What hazard modules read and leave, as inputs from which the fuzz targets start.
#include <random>

#include "flood/model/scenario.h"
#include "fuzz/seeds.h"
#include "fuzz/things.h"
#include "gis/roads/openroads.h"
#include "gis/roads/smallroads.h"
#include "protocol/modulemessages.h"
#include "sdk/modelrun.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

void messages(Seeds& seeds) {
  using namespace protocol;
  const ModelAsk run{7, ModelAskKind::run, "/tmp/around", {{"rain", 20}, {"dem", "甲.tif"}}, "/out", "/before"};
  ModelAnswer progress{7, ModelAnswerKind::progress, 250, "computing", "推算中", "", "", "", "", "", {}};
  ModelAnswer failed{7, ModelAnswerKind::failed, 0, "no such file", "文件不存在", "", "", "/a.csv", "dem", "a", {}};
  ModelAnswer done{8, ModelAnswerKind::done, 0, "", "", "", "", "", "", "", {{"folder", "/out"}}};
  seeds.add("modulemessage", modelLine(ModelAsk{1, ModelAskKind::describe, {}, Json::object(), {}, {}}));
  seeds.add("modulemessage", modelLine(run) + '\n' + modelLine(progress));
  seeds.add("modulemessage", modelLine(failed) + '\n' + modelLine(done));
}

void scenarios(Seeds& seeds) {
  const auto standard = SettingValues::from(flood::floodSettings(), {}, {}).value();
  seeds.add("setting", canonical(standard.json()));
  seeds.add("setting", R"({"rain":{"total":120,"hours":"3"},"dem":"甲.tif","duration":7200})");
  seeds.add("setting", "{}\nrain=0:20 3600:5\nboundary.west=level:3.5\norder=2\nthreads=1\ninfiltration=curve-number");
  seeds.add("setting", R"({"infiltration":{"rate":1.5e1,"initial":0},"friction":"n.tif"})");
  for (const char* text :
       {"kind,x,y\npump,500005,4399990,500055,4399950,0.5,0.3,0.1,0,3600\npump,500005,4399990,,,2,1,0.5\n",
        "gate,500005,4399990,500035,4399990,4,49.5,0.8,0.6\nculvert,500005,4399950,500035,4399950,2,49,1.2\n",
        "# "
        "dyke\nbreach,500005,4399990,500105,4399850,48,600,0.1,1800\nbreach,500005,4399990,500005,4399890,48,,0.2,60\n",
        "\xEF\xBB\xBF\"bridge\", 500005, 4399990, 500105, 4399990, 0.3\r\n", "time,value\n0,5\n3600,12.5\n7200,0\n",
        "0,1,2,3\n600,4,5,6\n"})
    seeds.add("structures", text);
}

void roadOrders(Seeds& seeds) {
  const TempFolder folder = TempFolder::inMemory();
  std::mt19937 random(11);  // the roads of nodeorder_fuzz.cpp
  const auto graph = randomRoads(random, 12, 20).network.graph;
  const auto opened = openRoads(graph, folder / "roads.order").value();
  seeds.add("nodeorder", 'f' + bytesOfFile(folder / "roads.order"));
  std::string ranks("\x0c\0\0\0", 4);
  for (const std::uint32_t rank : opened.network.hierarchy->ranks())
    ranks += std::string{static_cast<char>(rank), '\0', '\0', '\0'};
  seeds.add("nodeorder", 'p' + ranks);
  seeds.add("nodeorder", 'p' + ranks.substr(0, 20));
}

FramesHeader header() {
  FramesHeader out;
  out.layer = {"depth", "water depth", "水深", "m", 0.01, "water", {{0.05, "#9ecae1c0", "wet", "湿"}}};
  out.grid = {6, 4, 12'979'840, 4'913'430, 30};
  out.start = {1'784'500'000'000};
  out.made = "flood 1";
  return out;
}

// @return what a run of it would hit.
Exposure frames(Seeds& seeds) {
  const TempFolder folder = TempFolder::inMemory();
  const std::string file = folder / "a.frames";
  {
    auto writer = FramesWriter::create(file, header()).value();
    seeds.add("hazardframes", bytesOfFile(file));
    std::int64_t after = 0;
    for (const std::uint16_t depth : {0, 30, 65535, 12}) (void)writer.append(after += 60'000, FrameCounts(24, depth));
    seeds.add("hazardframes", bytesOfFile(file));
  }
  const auto read = FramesFile::open(file).value();
  return exposureOf(read, nullptr, fuzz::thingsAround(), fuzz::depthRules()).value();
}

void results(Seeds& seeds, const Exposure& exposure) {
  Forecast forecast;
  forecast.module = "flood";
  forecast.start = {1'784'500'000'000};
  forecast.durationMs = 21'600'000;
  forecast.frames = "depth.frames";
  forecast.files = {{"depth_max.tif", {"maximum depth", "最大水深"}, "m"}};
  forecast.confidence = {{"computed, not measured", "推算结果，非实测"}};
  forecast.summary = {{"volume_m3", 1234.5}};
  forecast.causes = {{"hazmat", {"works flooded", "厂区进水"}, {{"0.6 m", "0.6 米"}}, {{"source", 3}}}};
  const std::vector<Observation> says{{"stage", "甲", 60, 0.5, "m", "immediate", "flood 1", forecast.start}};
  Advice advice;
  advice.levels = {{"flood.district", "1", {"district", "本区"}, "III", {"III", "三级"}, false, false, {}}};
  OrderAdvice order;
  order.plan = "flood.district";
  order.line = "move";
  order.brief.title = "转移";
  order.because = {{"0.6 m at 21:40", "21:40 水深 0.6 米"}};
  advice.orders = {order};
  RoadClosure closure;
  closure.name = "怀北路";
  closure.shape = Shape{ShapeKind::line, {}, {fuzz::thingsAround()[1].points}, {}};
  closure.spans = {{forecast.start, forecast.start.plusMs(3'600'000)}};
  advice.closures = {closure};
  const auto line = [](const auto& value) { return canonical(codec::write(value)); };
  seeds.add("results", line(forecast) + '\n' + line(exposure) + '\n' + line(says) + '\n' + line(advice));
  seeds.add("results", "{}\n{}\n[]\n{}");
}

void surroundings(Seeds& seeds) {
  const TempFolder folder = TempFolder::inMemory();
  auto situation = std::make_shared<Situation>();
  situation->station.name = "示范区指挥中心";
  RiskZone zone;
  zone.id.uuid.bytes[15] = 1;
  zone.name = "北沟村";
  situation->riskZones.set(zone.id.uuid, zone);
  Surroundings around = Surroundings::nothing({1'784'500'000'000});
  around.situation = situation;
  around.readings = {{"rain 60/怀北", "mm", 52.25, {1'784'400'000'000}}, {"level/怀河", "m", -0.5, {1}}};
  around.district = "/maps/示范区.map";
  (void)writeSurroundings(around, folder / "around");
  const std::string bytes = bytesOfFile(folder / "around");
  seeds.add("surroundings", bytes.substr(bytes.find('\n') + 1));
}

}  // namespace

void hazards(Seeds& seeds) {
  messages(seeds);
  scenarios(seeds);
  roadOrders(seeds);
  results(seeds, frames(seeds));
  surroundings(seeds);
}

}  // namespace fengsui
