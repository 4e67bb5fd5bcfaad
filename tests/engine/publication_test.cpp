// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/publication.h"

#include <cpl_error.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <thread>

#include "engineclient.h"
#include "picture.h"
#include "support/child.h"
#include "ui/district.h"

namespace fengsui::test {
namespace {

using namespace protocol;

constexpr int sizePx = 800;
constexpr double radiusM = 6378137;

struct Metres {
  double x = 0;
  double y = 0;
};

Metres mercator(Position at) {
  const double lat = at.latDeg() * std::numbers::pi / 180;
  return {at.lonDeg() * std::numbers::pi / 180 * radiusM, std::asinh(std::tan(lat)) * radiusM};
}

/// The whole district, on glass, without names.
Render glassView(Generation generation, const std::string& layer) {
  const Metres middle = mercator(inDistrict(0, 3));
  Render view;
  view.generation = generation;
  view.extent = {middle.x - 20'000, middle.y - 20'000, middle.x + 20'000, middle.y + 20'000};
  view.widthPx = view.heightPx = sizePx;
  view.layers = {layer};
  view.background = "transparent";
  return view;
}

/// The darkest alpha within some pixels of a place.
int inkAt(const Rendered& drawn, Position place, int reachPx = 2) {
  const Metres at = mercator(place);
  const int x = static_cast<int>((at.x - drawn.extent.xMin) / (drawn.extent.xMax - drawn.extent.xMin) * sizePx);
  const int y = static_cast<int>((drawn.extent.yMax - at.y) / (drawn.extent.yMax - drawn.extent.yMin) * sizePx);
  int ink = 0;
  for (int dy = -reachPx; dy <= reachPx; ++dy)
    for (int dx = -reachPx; dx <= reachPx; ++dx)
      if (x + dx >= 0 && y + dy >= 0 && x + dx < sizePx && y + dy < sizePx)
        ink = std::max(ink, Picture(drawn).at(x + dx, y + dy).a);
  return ink;
}

struct PublishedStation : testing::Test {
  TempFolder folder;
  EngineClient client;
  std::vector<Layer> layers;

  std::string path(const char* name) { return (folder.path() / name).string(); }

  void publishDistrict() {
    auto station = newStation(path("night"));
    fillDistrict(*station);
    Publication publication(station->files());
    const auto outcome = publication.publish(station->situation(), station->position(), systemNow());
    ASSERT_TRUE(outcome) << outcome.error();
    situation = station->situation();
  }

  void open() {
    ASSERT_TRUE(client.greet());
    client.send(OpenProject{1, path("night.gpkg")});
    auto opened = client.receiveA<ProjectOpened>();
    ASSERT_TRUE(opened);
    layers = opened->layers;
    EXPECT_FALSE(opened->extent.empty());
    EXPECT_EQ(opened->title, "night");
  }

  std::string idOf(const std::string& table) {
    const auto found = std::find_if(layers.begin(), layers.end(), [&](const Layer& one) { return one.name == table; });
    if (found == layers.end()) return {};
    EXPECT_FALSE(found->error) << table;
    return found->id;
  }

  std::optional<Rendered> draw(const std::string& table) {
    client.send(glassView(++generation, idOf(table)));
    return client.receiveA<Rendered>();
  }

  /// The symbols of a table stand where its objects are, and nowhere else.
  template <class Things>
  void expectSymbols(const std::string& table, const Things& things, std::size_t atLeast) {
    const auto drawn = draw(table);
    ASSERT_TRUE(drawn) << table;
    EXPECT_TRUE(drawn->complete && drawn->errors.empty()) << table;
    std::size_t seen = 0;
    for (const Position& at : things) {
      EXPECT_GT(inkAt(*drawn, at), 128) << table << " " << ++seen;
    }
    EXPECT_GE(things.size(), atLeast) << table;
    // A symbol of 3 mm has about 12 pixels across.
    EXPECT_LT(Picture(*drawn).opaque(), static_cast<long>(things.size()) * 260) << table;
    EXPECT_EQ(inkAt(*drawn, inDistrict(14, -12)), 0) << table;
  }

  Situation situation;
  Generation generation = 1;
};

template <class Map, class Place>
std::vector<Position> placesOf(const Map& map, Place&& place) {
  std::vector<Position> out;
  map.forEach([&](const auto&, const auto& thing) {
    if (const std::optional<Position> at = place(thing)) out.push_back(*at);
  });
  return out;
}

TEST_F(PublishedStation, IsDrawnByQgisWithEverythingWhereItIs) {
  publishDistrict();
  open();
  expectSymbols("incident", placesOf(situation.incidents, [](const auto& one) { return one.location; }), 3);
  expectSymbols("depot", placesOf(situation.depots, [](const auto& one) { return one.location; }), 3);
  expectSymbols("shelter", placesOf(situation.shelters, [](const auto& one) { return one.location; }), 4);
  expectSymbols("team", placesOf(situation.teams, [](const auto& one) { return one.position(); }), 10);

  const auto areas = draw("risk_zone_area");
  ASSERT_TRUE(areas);
  EXPECT_GT(inkAt(*areas, inDistrict(5.6, 9.4), 0), 64);
  EXPECT_GT(inkAt(*areas, inDistrict(-5.6, 4.6), 0), 64);
  EXPECT_EQ(inkAt(*areas, inDistrict(0, 0)), 0);
  const auto lines = draw("risk_zone_line");
  ASSERT_TRUE(lines);
  EXPECT_GT(inkAt(*lines, inDistrict(-1, -0.6)), 64);
  EXPECT_TRUE(idOf("stock").empty()) << "a table without places is no layer of a map";
}

TEST_F(PublishedStation, IsDrawnInOneGoFromTheCommandLine) {
  publishDistrict();
  std::string said;
  EXPECT_EQ(runEngine({"--render", path("night.gpkg"), "--size", "400x300", "--out", path("night.png")}, said), 0)
      << said;
  EXPECT_TRUE(std::filesystem::exists(path("night.png")));
  EXPECT_EQ(runEngine({"--render", path("night.fengsui"), "--size", "400x300", "--out", path("no.png")}, said), 1);
  EXPECT_NE(said.find("nothing that can be drawn"), std::string::npos) << said;
}

Position extraTeamAt(int number) {
  return inDistrict(-14 + 2 * (number % 14), -10 + 1.5 * (number / 14));
}

/// Another program at the same station: records a team, publishes, says so.
void goOnRecording(const std::string& path, int teams, const Child::Say& say) {
  auto station = Station::open(path);
  if (!station) _exit(4);
  Publication publication((*station)->files());
  for (int i = 0; i < teams; ++i) {
    Team team = teamNamed("增援 " + std::to_string(i));
    team.home = extraTeamAt(i);
    does(**station, Register<Team>{team});
    const auto outcome = publication.publish((*station)->situation(), (*station)->position(), systemNow());
    if (!outcome) _exit(5);
    say(outcome->what == PublishOutcome::What::published ? "published" : "late");
    std::this_thread::sleep_for(20ms);
  }
  // A reader may have made the last one late.
  for (int i = 0; i < 50; ++i) {
    const auto outcome = publication.publish((*station)->situation(), (*station)->position(), systemNow());
    if (outcome && outcome->what != PublishOutcome::What::late) break;
    std::this_thread::sleep_for(50ms);
  }
}

/// @return what a GIS program is told that wants to change the file.
std::string triesToWrite(const std::string& path) {
  CPLPushErrorHandler(CPLQuietErrorHandler);
  GDALAllRegister();
  std::string said = "it could not be opened";
  if (auto* file = static_cast<GDALDataset*>(
          GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr))) {
    OGRLayer* layer = file->GetLayerByName("team");
    OGRFeature* feature = OGRFeature::CreateFeature(layer->GetLayerDefn());
    feature->SetField("id", "x");
    feature->SetField("name", "外来队伍");
    CPLErrorReset();
    said = layer->CreateFeature(feature) == OGRERR_NONE ? "it was written" : CPLGetLastErrorMsg();
    OGRFeature::DestroyFeature(feature);
    GDALClose(file);
  }
  CPLPopErrorHandler();
  return said;
}

struct RecordedMeanwhile : PublishedStation {
  static constexpr int teams = 60;
  std::vector<Position> before;
  std::unique_ptr<Child> recorder;

  void SetUp() override {
    publishDistrict();
    before = placesOf(situation.teams, [](const auto& one) { return one.position(); });
    recorder =
        std::make_unique<Child>([&](const Child::Say& say) { goOnRecording(path("night.fengsui"), teams, say); });
    recorder->waitForLines(1);
    open();
  }
  void expectEverything() {
    EXPECT_EQ(recorder->wait().size(), std::size_t(teams));
    EXPECT_EQ(recorder->exitCode, 0);
    const auto last = draw("team");
    ASSERT_TRUE(last);
    for (int i = 0; i < teams; ++i) EXPECT_GT(inkAt(*last, extraTeamAt(i)), 128) << i;
  }
  long missingIn(const Rendered& picture) {
    EXPECT_TRUE(picture.complete && picture.errors.empty());
    return std::count_if(before.begin(), before.end(), [&](Position at) { return inkAt(picture, at) <= 128; });
  }
};

TEST_F(RecordedMeanwhile, NothingIsEverMissingFromThePicture) {
  const auto until = std::chrono::steady_clock::now() + 2s;
  int drawn = 0;
  for (; std::chrono::steady_clock::now() < until; ++drawn) {
    const auto picture = draw("team");
    ASSERT_TRUE(picture);
    EXPECT_EQ(missingIn(*picture), 0) << "picture " << drawn;
  }
  EXPECT_GT(drawn, 10);
  expectEverything();
}

TEST_F(RecordedMeanwhile, AForeignWriterIsToldAndThePictureIsRightAgain) {
  for (int attempt = 0; attempt < 5; ++attempt) {
    const std::string said = triesToWrite(path("night.gpkg"));
    EXPECT_TRUE(said.find("published by Fengsui and may only be read") != std::string::npos ||
                said.find("locked") != std::string::npos)
        << said;
    // A writer may take triggers away first, so the file may be made again under a picture that is being drawn.
    const auto until = std::chrono::steady_clock::now() + 3s;
    long missing = 1;
    while (missing > 0 && std::chrono::steady_clock::now() < until) {
      const auto picture = draw("team");
      ASSERT_TRUE(picture);
      missing = missingIn(*picture);
    }
    EXPECT_EQ(missing, 0) << "attempt " << attempt;
  }
  expectEverything();
}

}  // namespace
}  // namespace fengsui::test
