// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "engineclient.h"
#include "gis/district/basemap.h"
#include "picture.h"
#include "support/silentserver.h"
#include "support/storedzip.h"
#include "townmap.h"
#include "ui/mapprojects.h"

namespace fengsui::test {
namespace {

using namespace protocol;

const Layer* layerNamed(const ProjectOpened& opened, const std::string& id) {
  const auto found =
      std::find_if(opened.layers.begin(), opened.layers.end(), [&](const Layer& l) { return l.id == id; });
  return found == opened.layers.end() ? nullptr : &*found;
}

std::string contentOf(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

struct EngineProject : testing::Test {
  TempFolder folder;
  EngineClient client;

  std::optional<ProjectOpened> open(const std::filesystem::path& project) {
    if (!greeted_ && !client.greet()) return std::nullopt;
    greeted_ = true;
    client.send(OpenProject{1, project.string()});
    return client.receiveA<ProjectOpened>(60s);
  }

 private:
  bool greeted_ = false;
};

TEST_F(EngineProject, TellsItsLayersWithLegendStylesAndFirstView) {
  const auto opened = open(makeTownMap(folder.path()));
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->generation, 1U);
  EXPECT_EQ(opened->title, "柳河 <Liuhe>");
  EXPECT_EQ(opened->styles, (std::vector<std::string>{"day", "night", "print"}));
  EXPECT_FALSE(opened->extent.empty());
  const Layer* road = layerNamed(*opened, "basemap_road");
  ASSERT_TRUE(road);
  EXPECT_FALSE(road->error);
  EXPECT_TRUE(road->visible);
  EXPECT_GE(road->legend.size(), 8U);
  for (const auto& entry : road->legend) EXPECT_GT(entry.iconPng.size(), 60U) << entry.label;
}

TEST_F(EngineProject, NamesAMissingFileOnItsLayerAndDrawsTheRest) {
  const auto opened = open(makeTownMap(folder.path()));  // has no hillshade.tif
  ASSERT_TRUE(opened);
  const Layer* shade = layerNamed(*opened, "basemap_hillshade");
  ASSERT_TRUE(shade && shade->error);
  EXPECT_NE(shade->error->en.find("hillshade.tif does not exist"), std::string::npos) << shade->error->en;
  EXPECT_NE(shade->error->zh.find("不存在"), std::string::npos);

  client.send(townView(2));
  const auto view = client.receiveA<Rendered>();
  ASSERT_TRUE(view);
  EXPECT_GT(Picture(*view).colours(), 20);
  ASSERT_EQ(view->errors.size(), 1U);
  EXPECT_EQ(view->errors[0].layer, "basemap_hillshade");
}

TEST_F(EngineProject, NamesAMissingTableOnItsLayer) {
  const auto project = makeTownMap(folder.path());
  const std::string text = contentOf(project);
  std::ofstream changed(project);
  for (std::size_t at = 0; at < text.size();) {
    const auto next = text.find("layername=water_line", at);
    changed << text.substr(at, next - at);
    if (next == std::string::npos) break;
    changed << "layername=no_such_table";
    at = next + std::string("layername=water_line").size();
  }
  changed.close();
  const auto opened = open(project);
  ASSERT_TRUE(opened);
  const Layer* layer = layerNamed(*opened, "basemap_water_line");
  ASSERT_TRUE(layer && layer->error);
  EXPECT_NE(layer->error->en.find("no table no_such_table"), std::string::npos) << layer->error->en;
}

TEST_F(EngineProject, WithoutAnyOfItsFilesIsStillAnAnswer) {
  ASSERT_TRUE(installTemplate(folder.path()));
  const auto opened = open(folder.path() / "district.qgs");
  ASSERT_TRUE(opened);
  EXPECT_TRUE(opened->extent.empty());
  EXPECT_TRUE(
      std::all_of(opened->layers.begin(), opened->layers.end(), [](const Layer& l) { return l.error.has_value(); }));
  client.send(townView(2));
  const auto view = client.receiveA<Rendered>();
  ASSERT_TRUE(view);
  EXPECT_EQ(Picture(*view).colours(), 1);
  EXPECT_EQ(view->errors.size(), opened->layers.size());
}

TEST_F(EngineProject, ThatDoesNotExistOrIsNoProjectFailsWithASentence) {
  ASSERT_TRUE(client.greet());
  client.send(OpenProject{1, (folder.path() / "nowhere.qgs").string()});
  const auto missing = client.receiveA<Failure>();
  ASSERT_TRUE(missing);
  EXPECT_EQ(missing->generation, 1U);
  EXPECT_EQ(missing->error.code, ErrorCode::notFound);
  EXPECT_FALSE(missing->error.message.zh.empty());

  std::ofstream(folder.path() / "broken.qgs") << "<qgis><broken";
  client.send(OpenProject{2, (folder.path() / "broken.qgs").string()});
  const auto broken = client.receiveA<Failure>();
  ASSERT_TRUE(broken);
  EXPECT_EQ(broken->generation, 2U);
  EXPECT_EQ(broken->error.code, ErrorCode::unreadable);

  client.send(townView(3));
  const auto refused = client.receiveA<Failure>();
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->generation, 3U);
}

TEST_F(EngineProject, TellsWhatLiesAtAPoint) {
  ASSERT_TRUE(open(makeTownMap(folder.path())));
  const auto view = townView(1);
  const double lakeX = view.extent.xMin + (view.extent.xMax - view.extent.xMin) * (0.02 + 0.0085) / 0.04;
  const double middleY = (view.extent.yMin + view.extent.yMax) / 2;
  const double lakeY = middleY + (view.extent.yMax - middleY) * 0.0085 / 0.02 * 1.311;  // degrees are longer in y here
  client.send(Identify{5, lakeX, lakeY, 5, {}, {}});
  const auto found = client.receiveA<Identified>();
  ASSERT_TRUE(found);
  EXPECT_TRUE(std::any_of(found->features.begin(), found->features.end(), [](const Feature& feature) {
    return feature.layer == "basemap_water_area" && feature.title == "镜湖";
  }));
}

std::string projectWith(const std::string& provider, const std::string& source) {
  return projectText({{"silent_server_layer", "卫星图", provider, source}});
}

TEST_F(EngineProject, WithAMapServerThatHangsIsOpenedAndDrawnWithoutIt) {
  const SilentServer server;
  const auto wms = folder.path() / "wms.qgs";
  std::ofstream(wms) << projectWith("wms", wmsSource(server.url()));
  const auto opened = open(wms);
  ASSERT_TRUE(opened);
  ASSERT_EQ(opened->layers.size(), 1U);
  ASSERT_TRUE(opened->layers[0].error);
  EXPECT_NE(opened->layers[0].error->en.find("is being asked"), std::string::npos) << opened->layers[0].error->en;
  EXPECT_LT(opened->elapsedMs, 1'000) << "nobody waits for a server";
  // Once it is clear that it says nothing, the layer says so.
  const auto later = client.receiveA<ProjectOpened>(15s);
  ASSERT_TRUE(later);
  EXPECT_EQ(later->generation, opened->generation);
  ASSERT_TRUE(later->layers.at(0).error);
  EXPECT_NE(later->layers[0].error->en.find("does not answer"), std::string::npos) << later->layers[0].error->en;

  // Tiles ask nobody before they are drawn, so this one is only silent then.
  const auto xyz = folder.path() / "xyz.qgs";
  std::ofstream(xyz) << projectWith(
      "wms", "type=xyz&amp;zmax=18&amp;zmin=0&amp;url=" + server.url() + "%7Bz%7D/%7Bx%7D/%7By%7D.png");
  ASSERT_TRUE(open(xyz));
  auto view = townView(3);
  view.deadlineMs = 1'000;
  client.send(view);
  const auto begin = std::chrono::steady_clock::now();
  const auto drawn = client.receiveA<Rendered>();
  ASSERT_TRUE(drawn);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 3s);
  EXPECT_FALSE(drawn->complete);
  ASSERT_EQ(drawn->errors.size(), 1U);
  EXPECT_EQ(drawn->errors[0].layer, "silent_server_layer");
  client.send(Ping{9});
  EXPECT_TRUE(client.receiveA<Pong>(2s));
}

TEST_F(EngineProject, ThatIsPackedWaitsForNoMapServerEither) {
  const SilentServer server;
  const auto wms = folder.path() / "wms.qgz";
  std::ofstream(wms, std::ios::binary) << storedZip(
      {{"wms.qgs", projectWith("wms", wmsSource(server.url()))}, {"wms.qgd", ""}});
  const auto begin = std::chrono::steady_clock::now();
  const auto opened = open(wms);
  const auto took = std::chrono::duration_cast<Wait>(std::chrono::steady_clock::now() - begin);
  RecordProperty("openedAfterMs", static_cast<int>(took.count()));
  ASSERT_TRUE(opened);
  EXPECT_LT(opened->elapsedMs, 1'000) << "nobody waits for a server";
  EXPECT_EQ(opened->path, wms.string());
  EXPECT_EQ(opened->title, "test");
  ASSERT_EQ(opened->layers.size(), 1U);
  ASSERT_TRUE(opened->layers[0].error);
  EXPECT_NE(opened->layers[0].error->en.find("is being asked"), std::string::npos) << opened->layers[0].error->en;
}

TEST_F(EngineProject, ThatIsPackedHasItsFilesWhereItLies) {
  const SilentServer server;
  const auto project = makeTownMap(folder.path());
  const auto packed = folder.path() / "packed.qgz";
  // One layer more, of a server that says nothing, so that it is read quietly.
  std::string text = contentOf(project);
  const auto silent = projectWith("wms", wmsSource(server.url()));
  const auto part = [&](const char* from, const char* to) {
    const auto begin = silent.find(from);
    return silent.substr(begin, silent.find(to, begin) - begin);
  };
  text.insert(text.find("</projectlayers>"), part("<maplayer", "</projectlayers>"));
  text.insert(text.find("<layer-tree-group>") + 18, part("<layer-tree-layer", "</layer-tree-group>"));
  std::ofstream(packed, std::ios::binary) << storedZip({{"district.qgs", text}});
  const auto opened = open(packed);
  ASSERT_TRUE(opened);
  EXPECT_TRUE(layerNamed(*opened, "silent_server_layer"));
  const Layer* road = layerNamed(*opened, "basemap_road");
  ASSERT_TRUE(road);
  EXPECT_FALSE(road->error) << road->error->en;
  client.send(townView(2));
  const auto view = client.receiveA<Rendered>();
  ASSERT_TRUE(view);
  EXPECT_GT(Picture(*view).colours(), 20);
}

TEST_F(EngineProject, ThatIsNoArchiveDespiteItsNameFailsWithASentence) {
  ASSERT_TRUE(client.greet());
  std::ofstream(folder.path() / "broken.qgz") << "no archive";
  client.send(OpenProject{1, (folder.path() / "broken.qgz").string()});
  const auto broken = client.receiveA<Failure>();
  ASSERT_TRUE(broken);
  EXPECT_EQ(broken->error.code, ErrorCode::unreadable);
  EXPECT_NE(broken->error.message.en.find("broken.qgz cannot be read"), std::string::npos) << broken->error;
}

TEST(EngineCommandLine, DrawsAnImageAndListsLayers) {
  TempFolder folder;
  const auto project = makeTownMap(folder.path());
  std::string said;
  EXPECT_EQ(runEngine({"--layers", project.string()}, said), 0);
  EXPECT_NE(said.find("basemap_road"), std::string::npos);
  const auto image = folder.path() / "town.png";
  EXPECT_EQ(runEngine({"--render", project.string(), "--size", "400x300", "--out", image.string()}, said), 0) << said;
  EXPECT_GT(std::filesystem::file_size(image), 5'000U);
  EXPECT_NE(said.find("hillshade.tif does not exist"), std::string::npos) << said;
  EXPECT_EQ(runEngine({"--render", "/nowhere.qgs", "--out", image.string()}, said), 1);
  EXPECT_EQ(runEngine({"--render", project.string(), "--size", "huge", "--out", image.string()}, said), 2);
  EXPECT_EQ(runEngine({}, said), 2);
}

}  // namespace
}  // namespace fengsui::test
