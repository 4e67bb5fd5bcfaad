// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "engineclient.h"
#include "gis/district/basemap.h"
#include "picture.h"

namespace fengsui::test {
namespace {

using namespace protocol;
namespace fs = std::filesystem;

struct RealMap : testing::Test {
  TempFolder folder;
  EngineClient client;

  std::optional<ProjectOpened> build(const char* osm, const char* dem) {
    BaseMapRequest request;
    request.osm = fs::path(FENGSUI_TEST_DATA) / osm;
    request.outDir = folder.path();
    if (dem) request.dem = fs::path(FENGSUI_TEST_DATA) / dem;
    const auto built = buildBaseMap(request, {}, {});
    EXPECT_TRUE(built) << built.error();
    if (!built || !client.greet()) return std::nullopt;
    client.send(OpenProject{1, (folder.path() / "district.qgs").string()});
    return client.receiveA<ProjectOpened>();
  }

  std::optional<Rendered> draw(Generation generation, Extent extent, Labels labels, const std::string& style = "day") {
    Render request;
    request.generation = generation;
    request.extent = extent;
    request.widthPx = 1920;
    request.heightPx = 1080;
    request.labels = labels;
    request.style = style;
    client.send(request);
    return client.receiveA<Rendered>(60s);
  }
};

#define SKIP_WITHOUT_DATA(file) \
  if (!fs::exists(fs::path(FENGSUI_TEST_DATA) / (file))) GTEST_SKIP() << "skipped: no ../shared/data"

TEST_F(RealMap, OfAndorraIsDrawnWithItsNamesAndWithoutComplaint) {
  SKIP_WITHOUT_DATA("andorra/andorra.osm.pbf");
  const auto opened = build("andorra/andorra.osm.pbf", "andorra/N42E001.hgt");
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->title, "Andorra");
  for (const Layer& layer : opened->layers) EXPECT_FALSE(layer.error) << layer.id << ": " << layer.error->en;

  Generation generation = 2;
  for (const char* style : {"day", "night", "print"}) {
    const auto with = draw(generation++, opened->extent, Labels::with, style);
    const auto without = draw(generation++, opened->extent, Labels::without, style);
    ASSERT_TRUE(with && without);
    std::cerr << style << ": " << with->elapsedMs << " ms with labels, " << without->elapsedMs << " ms without\n";
    EXPECT_TRUE(with->errors.empty());
    EXPECT_GT(Picture(*with).colours(), 1'000);
    EXPECT_GT(Picture(*with).differing(Picture(*without)), 2'000);
    EXPECT_LT(Picture(*with).shareAboveSaturation(0.25), 0.002) << style;
    EXPECT_LT(with->elapsedMs, 10'000);
  }
}

TEST_F(RealMap, OfLiechtensteinIsDrawnFromTheCountryToTheStreet) {
  SKIP_WITHOUT_DATA("liechtenstein/liechtenstein.osm.pbf");
  const auto opened = build("liechtenstein/liechtenstein.osm.pbf", nullptr);
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->title, "Liechtenstein");
  const double x = 1060000;
  const double y = 5965700;  // Vaduz
  Generation generation = 2;
  for (const double halfM : {20'000.0, 5'000.0, 1'500.0, 400.0}) {
    const auto view = draw(generation++, {x - halfM, y - halfM, x + halfM, y + halfM}, Labels::with);
    ASSERT_TRUE(view);
    std::cerr << 2 * halfM / 1000 << " km: " << view->elapsedMs << " ms\n";
    EXPECT_GT(Picture(*view).colours(), 200) << halfM;
    EXPECT_LT(Picture(*view).shareAboveSaturation(0.25), 0.002) << halfM;
  }
}

}  // namespace
}  // namespace fengsui::test
