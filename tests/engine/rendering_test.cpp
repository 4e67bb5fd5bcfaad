// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

#include "engineclient.h"
#include "picture.h"
#include "townmap.h"

namespace fengsui::test {
namespace {

using namespace protocol;

struct EngineRendering : testing::Test {
  TempFolder folder;
  EngineClient client;

  void SetUp() override {
    const auto project = makeTownMap(folder.path());
    ASSERT_TRUE(client.greet());
    client.send(OpenProject{1, project.string()});
    ASSERT_TRUE(client.receiveA<ProjectOpened>());
  }

  std::optional<Rendered> draw(const Render& request) {
    client.send(request);
    return client.receiveA<Rendered>();
  }
};

TEST_F(EngineRendering, ShowsTheTownInTheSizeThatWasAsked) {
  auto request = townView(2);
  request.widthPx = 500;
  request.heightPx = 300;
  const auto view = draw(request);
  ASSERT_TRUE(view);
  EXPECT_EQ(view->generation, 2U);
  EXPECT_EQ(view->lane, Lane::view);
  EXPECT_EQ(view->widthPx, 500);
  EXPECT_EQ(view->heightPx, 300);
  EXPECT_EQ(view->pixels.size(), 500U * 300U * 4U);
  EXPECT_TRUE(view->complete);
  EXPECT_GT(Picture(*view).colours(), 50);
  // The extent that was asked is square, the image is not: what is shown is wider and says so.
  EXPECT_LE(view->extent.xMin, request.extent.xMin);
  EXPECT_NEAR((view->extent.xMax - view->extent.xMin) / (view->extent.yMax - view->extent.yMin), 5.0 / 3, 1e-3);
}

TEST_F(EngineRendering, WritesTheNamesOfPlaces) {
  auto request = townView(2);
  request.layers = {"basemap_place"};
  const auto with = draw(request);
  request.generation = 3;
  request.labels = Labels::without;
  const auto without = draw(request);
  ASSERT_TRUE(with && without);
  // 柳河镇 in bold at 12 points: its strokes alone are some hundred pixels. Without labels only ground is left.
  EXPECT_GT(Picture(*with).differing(Picture(*without)), 200);
  EXPECT_LE(Picture(*without).colours(), 3);
}

TEST_F(EngineRendering, DrawsLabelsAloneForAnOverlay) {
  auto request = townView(2);
  const auto with = draw(request);
  request.generation = 3;
  request.labels = Labels::without;
  const auto without = draw(request);
  request.generation = 4;
  request.labels = Labels::only;
  request.lane = Lane::labels;
  const auto only = draw(request);
  ASSERT_TRUE(with && without && only);
  EXPECT_EQ(only->lane, Lane::labels);
  const long inked = Picture(*only).opaque();
  EXPECT_GT(inked, 300);
  EXPECT_LT(inked, 600 * 600 / 5);
  EXPECT_EQ(Picture(*only).at(2, 2).a, 0);
  EXPECT_GT(Picture(*with).differing(Picture(*without)), 300);
}

TEST_F(EngineRendering, MakesSymbolsLargerWithTheDensityOfTheScreenAndShowsTheSameGround) {
  auto request = townView(2);
  request.layers = {"basemap_landuse", "basemap_road"};
  const auto plain = draw(request);
  request.generation = 3;
  request.widthPx = request.heightPx = 1200;
  request.devicePixelRatio = 2;
  const auto dense = draw(request);
  ASSERT_TRUE(plain && dense);
  EXPECT_EQ(dense->extent, plain->extent);
  // Between two streets of the wood, the same green at both densities.
  EXPECT_EQ(Picture(*dense).at(150, 90), Picture(*plain).at(75, 45));
}

TEST_F(EngineRendering, KnowsDayNightAndPrint) {
  std::map<std::string, Picture::Colour> ground;
  Generation generation = 2;
  for (const char* style : {"day", "night", "print", "day", "nonsense"}) {
    auto request = townView(generation++);
    request.style = style;
    const auto view = draw(request);
    ASSERT_TRUE(view) << style;
    const auto here = Picture(*view).at(590, 590);
    if (ground.contains(style)) {
      EXPECT_EQ(ground[style], here) << style;
    }
    ground[style] = here;
    EXPECT_LT(Picture(*view).shareAboveSaturation(0.25), 0.002) << style;
  }
  EXPECT_GT(ground["day"].r, 200);
  EXPECT_LT(ground["night"].r, 60);
  EXPECT_EQ(ground["print"].r, 255);
  EXPECT_EQ(ground["nonsense"], ground["day"]);
}

TEST_F(EngineRendering, AnswersEveryRequestOnceAndTheNewestViewWins) {
  for (Generation generation = 2; generation <= 21; ++generation) {
    auto request = townView(generation);
    request.widthPx = request.heightPx = 1500;
    client.send(request);
  }
  std::map<Generation, int> answers;
  int drawn = 0;
  for (int i = 0; i < 20; ++i) {
    const auto message = client.receive();
    ASSERT_TRUE(message);
    if (const auto* rendered = std::get_if<Rendered>(&*message)) {
      ++answers[rendered->generation];
      ++drawn;
    } else if (const auto* cancelled = std::get_if<Cancelled>(&*message)) {
      ++answers[cancelled->generation];
      EXPECT_NE(cancelled->generation, 21U);
    }
  }
  EXPECT_EQ(answers.size(), 20U);
  EXPECT_LT(drawn, 10);
  EXPECT_FALSE(client.receive(300ms));
}

TEST_F(EngineRendering, StopsWhatIsCancelled) {
  for (Generation generation = 2; generation <= 60; ++generation) {
    auto request = townView(generation);
    request.lane = Lane::tile;
    request.widthPx = request.heightPx = 2000;
    client.send(request);
  }
  client.send(Cancel{60, true});
  const auto begin = std::chrono::steady_clock::now();
  int cancelled = 0;
  for (int i = 2; i <= 60; ++i) {
    const auto message = client.receive();
    ASSERT_TRUE(message);
    cancelled += std::holds_alternative<Cancelled>(*message) ? 1 : 0;
  }
  EXPECT_GT(cancelled, 50);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
  EXPECT_TRUE(draw(townView(61)));
}

TEST_F(EngineRendering, LetsAViewGoBeforeTilesAndDrawsThemAfterwards) {
  for (Generation generation = 2; generation <= 7; ++generation) {
    auto request = townView(generation);
    request.lane = Lane::tile;
    request.widthPx = request.heightPx = 1500;
    client.send(request);
  }
  client.send(townView(8));
  std::vector<Generation> order;
  for (int i = 0; i < 7; ++i) {
    const auto rendered = client.receiveA<Rendered>();
    ASSERT_TRUE(rendered);
    order.push_back(rendered->generation);
  }
  const auto view = std::find(order.begin(), order.end(), 8U);
  EXPECT_LE(view - order.begin(), 2);
  std::sort(order.begin(), order.end());
  EXPECT_EQ(order, (std::vector<Generation>{2, 3, 4, 5, 6, 7, 8}));
}

TEST_F(EngineRendering, TilesFitTogetherAsIfTheyHadBeenDrawnInOnePiece) {
  auto request = townView(2);
  request.labels = Labels::without;
  request.widthPx = request.heightPx = 1024;
  const auto whole = draw(request);
  ASSERT_TRUE(whole);
  const Extent all = request.extent;
  const double half = (all.xMax - all.xMin) / 2;
  request.lane = Lane::tile;
  request.widthPx = request.heightPx = 512;
  long wrong = 0;
  long wrongAtSeams = 0;
  for (const int column : {0, 1}) {
    for (const int row : {0, 1}) {
      ++request.generation;
      request.extent = {all.xMin + column * half, all.yMax - (row + 1) * half, all.xMin + (column + 1) * half,
                        all.yMax - row * half};
      const auto tile = draw(request);
      ASSERT_TRUE(tile);
      for (int y = 0; y < 512; ++y) {
        for (int x = 0; x < 512; ++x) {
          const auto here = Picture(*tile).at(x, y);
          const auto there = Picture(*whole).at(512 * column + x, 512 * row + y);
          if (std::abs(here.r - there.r) + std::abs(here.g - there.g) + std::abs(here.b - there.b) <= 24) continue;
          ++wrong;
          const int toSeam = std::min(column == 0 ? 511 - x : x, row == 0 ? 511 - y : y);
          wrongAtSeams += toSeam < 8 ? 1 : 0;
        }
      }
    }
  }
  EXPECT_LT(wrong, 1024 * 1024 / 200);
  EXPECT_LT(wrongAtSeams, 4 * 512 * 8 / 100);
}

TEST_F(EngineRendering, LeavesOutHiddenLayers) {
  auto request = townView(2);
  request.labels = Labels::without;
  const auto all = draw(request);
  request.generation = 3;
  request.hidden = {"basemap_road"};
  const auto without = draw(request);
  request.generation = 4;
  request.layers = {"basemap_road"};
  const auto nothing = draw(request);
  ASSERT_TRUE(all && without && nothing);
  EXPECT_GT(Picture(*all).differing(Picture(*without)), 2'000);
  EXPECT_LE(Picture(*nothing).colours(), 1);
}

TEST_F(EngineRendering, NamesALayerThatTheProjectDoesNotHave) {
  auto request = townView(2);
  request.layers = {"basemap_road", "nobody"};
  const auto view = draw(request);
  ASSERT_TRUE(view);
  ASSERT_EQ(view->errors.size(), 1U);
  EXPECT_EQ(view->errors[0].layer, "nobody");
}

}  // namespace
}  // namespace fengsui::test
