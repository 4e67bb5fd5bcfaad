// SPDX-License-Identifier: GPL-3.0-or-later
// What the world gives a flood run: files that are right, and files that are not.
#include "flood/model/scenario.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>

#include "support/tempfolder.h"

namespace fengsui::flood {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class Scenarios : public testing::Test {
 protected:
  Scenarios() {
    for (int j = 0; j < ground_.rows; ++j)
      for (int i = 0; i < ground_.columns; ++i) ground_.values.push_back(50 + 0.1 * i);
    dem_ = raster("dem.tif", ground_);
  }
  std::string raster(const std::string& name, const Raster& values) {
    EXPECT_TRUE(writeRaster(values, folder_ / name));
    return folder_ / name;
  }
  Raster everywhere(double value) const {
    Raster out = ground_;
    std::fill(out.values.begin(), out.values.end(), value);
    return out;
  }
  std::string text(const std::string& name, const std::string& content) {
    std::ofstream(folder_ / name) << content;
    return folder_ / name;
  }
  Result<Scenario> read(std::vector<std::string> said) const {
    if (said.empty() || said[0].rfind("dem=", 0) != 0) said.insert(said.begin(), "dem=" + dem_);
    const auto values = SettingValues::from(floodSettings(), nullptr, said);
    if (!values) return failure(values.error());
    auto scenario = scenarioFrom(*values);
    if (!scenario) return scenario;
    // What the solver would say belongs to what the world hears.
    const auto solver = Solver<float>::make(scenario->terrain, scenario->forcing, scenario->numerics);
    if (!solver) return failure(solver.error());
    return scenario;
  }
  std::string refusal(const std::vector<std::string>& said) const {
    const auto scenario = read(said);
    EXPECT_FALSE(scenario);
    if (scenario) return "accepted";
    EXPECT_FALSE(scenario.error().message.zh.empty());
    return scenario.error().sentence(Language::english);
  }

  TempFolder folder_;
  Raster ground_{20, 10, 440000, 4430000, 30, 30, "EPSG:32650", {}};
  std::string dem_;
};

TEST_F(Scenarios, AreReadWithEverythingThatTheyName) {
  const auto scenario =
      read({"initial.level=51", "initial.velocity=1,2",
            "boundary.west=discharge:" + text("q.csv", "time,q\n0,5\n60,8\n"), "boundary.east=level:50.5",
            "rain=" + text("rain.csv",
                           "\xEF\xBB\xBF"
                           "0,36\n600,0\n"),
            "friction=" + raster("n.tif", everywhere(0.05)),
            "inflows=" + text("inflows.csv", "440015,4429985,2.5\n440100,4429900,q.csv\n"),
            "gauges=" + text("gauges.csv", "x,y\n440015,4429985\n"),
            "sections=" + text("sections.csv", "440300,4429700,440300,4430000,gate\n"), "precision=double"});
  ASSERT_TRUE(scenario) << scenario.error();
  EXPECT_EQ(scenario->terrain.shape, (GridShape{20, 10}));
  EXPECT_NEAR(scenario->depth[0], 1, 1e-6);
  EXPECT_EQ(scenario->v[0], -2);
  EXPECT_EQ(scenario->forcing.boundaries[0].value.at(30), 6.5);
  EXPECT_NEAR(scenario->forcing.rain.rate.at(0), 1e-5, 1e-12);
  ASSERT_EQ(scenario->forcing.inflows.size(), 2U);
  EXPECT_EQ(scenario->forcing.inflows[0].cells[0], (std::pair{0, 0}));
  EXPECT_EQ(scenario->forcing.inflows[1].discharge.at(60), 8);
  EXPECT_EQ(scenario->gauges.size(), 1U);
  EXPECT_EQ(scenario->sections[0].faces.size(), 10U);
  EXPECT_FALSE(scenario->single);
  EXPECT_GE(scenario->files.size(), 4U);
}

TEST_F(Scenarios, WithoutTerrainOrWithAFileThatIsNoneAreRefused) {
  const auto none = SettingValues::from(floodSettings(), nullptr, {});
  EXPECT_THAT(scenarioFrom(*none).error().sentence(Language::english), HasSubstr("dem"));
  EXPECT_THAT(refusal({"dem=" + text("empty.tif", "")}), AllOf(HasSubstr("dem"), HasSubstr("empty.tif")));
  EXPECT_THAT(refusal({"dem=" + (folder_ / "none.tif")}), HasSubstr("no such file"));
  EXPECT_THAT(refusal({"dem=" + raster("void.tif", everywhere(std::nan("")))}), HasSubstr("no elevation"));
  EXPECT_THAT(refusal({"dem=" + raster("high.tif", everywhere(1e6))}), HasSubstr("1000000"));
}

TEST_F(Scenarios, InDegreesWithoutACoordinateSystemAreRefused) {
  Raster degrees = ground_;
  degrees.crs.clear();
  degrees.west = 116;
  degrees.north = 40;
  degrees.cellWidth = degrees.cellHeight = 1.0 / 3600;
  EXPECT_THAT(refusal({"dem=" + raster("degrees.tif", degrees)}), HasSubstr("degrees"));
  degrees.crs = "EPSG:4326";
  const auto scenario = read({"dem=" + raster("wgs84.tif", degrees)});
  ASSERT_TRUE(scenario) << scenario.error();
  EXPECT_GT(scenario->terrain.dx, 20);
}

TEST_F(Scenarios, RefuseRainThatIsNone) {
  EXPECT_THAT(refusal({"rain=-1"}), AllOf(HasSubstr("rain"), HasSubstr("-1")));
  EXPECT_THAT(refusal({"rain=" + text("r.csv", "0,10\n60,-3\n")}), AllOf(HasSubstr("rain"), HasSubstr("-3")));
  EXPECT_THAT(refusal({"rain=" + text("r2.csv", "0,10\n60,nan\n")}), AllOf(HasSubstr("rain"), HasSubstr("nan")));
  EXPECT_THAT(refusal({"rain=" + text("r3.csv", "60,10\n0,5\n")}), HasSubstr("ascend"));
  EXPECT_THAT(refusal({"rain=" + text("r4.csv", "time,rain\n")}), HasSubstr("no rows"));
  EXPECT_THAT(refusal({"rain=" + text("r5.csv", "0,1\nsixty,2\n")}), HasSubstr("r5.csv:2"));
  EXPECT_THAT(refusal({"rain=missing.csv"}), HasSubstr("missing.csv"));
  EXPECT_THAT(refusal({"rain=0:10,3600:5"}), HasSubstr("neither a number nor a file"));
  const auto frames = [&](const char* name, const Raster& values) {
    raster(name, values);
    return "rain.rasters=" + text(std::string(name) + ".csv", "0," + std::string(name) + "\n");
  };
  EXPECT_THAT(refusal({frames("minus.tif", everywhere(-2))}), AllOf(HasSubstr("rain.rasters"), HasSubstr("-2")));
  Raster shifted = everywhere(5);
  shifted.west += 300;
  EXPECT_THAT(refusal({frames("half.tif", shifted)}), AllOf(HasSubstr("rain.rasters"), HasSubstr("no value at")));
  EXPECT_TRUE(read({frames("fine.tif", everywhere(5))}));
}

TEST_F(Scenarios, RefuseWhatLiesOutsideTheTerrain) {
  EXPECT_THAT(refusal({"gauges=" + text("g.csv", "1,2\n")}), AllOf(HasSubstr("gauges"), HasSubstr("440000")));
  EXPECT_THAT(refusal({"inflows=" + text("i.csv", "1,2,3\n")}), HasSubstr("inflows"));
  EXPECT_THAT(refusal({"sections=" + text("s.csv", "1,2,3,4\n")}), HasSubstr("sections"));
  Raster far = everywhere(0.05);
  far.west += 90000;
  EXPECT_THAT(refusal({"friction=" + raster("far.tif", far)}), HasSubstr("friction"));
  EXPECT_THAT(refusal({"initial.depth=" + raster("away.tif", far)}), HasSubstr("no value anywhere"));
}

TEST_F(Scenarios, TakeAPointOnAnEdgeWhoseDigitsWereRounded) {
  const auto scenario =
      read({"gauges=" + text("edge.csv", "440000,4429999.9999999\n439999.9999999,4430000.0000001\n")});
  ASSERT_TRUE(scenario) << scenario.error();
  EXPECT_EQ(scenario->gauges.at(1).column, 0);
  EXPECT_EQ(scenario->gauges.at(1).row, 0);
  EXPECT_THAT(refusal({"gauges=" + text("beyond.csv", "439999.9,4429990\n")}), HasSubstr("outside"));
}

TEST_F(Scenarios, RefuseNumbersThatNoWaterHas) {
  EXPECT_THAT(refusal({"friction=" + raster("n.tif", everywhere(-0.1))}),
              AllOf(HasSubstr("friction"), HasSubstr("-0.1")));
  EXPECT_THAT(refusal({"boundary.west=river"}), AllOf(HasSubstr("boundary.west"), HasSubstr("unitflow")));
  EXPECT_THAT(refusal({"boundary.west=discharge:-4"}), AllOf(HasSubstr("boundary.west"), HasSubstr("-4")));
  EXPECT_THAT(refusal({"boundary.west=level"}), HasSubstr("boundary.west"));
  EXPECT_THAT(refusal({"initial.depth=1", "initial.level=60"}), HasSubstr("twice"));
  EXPECT_THAT(refusal({"initial.depth=" + raster("h.tif", everywhere(-1))}), HasSubstr("initial.depth"));
  EXPECT_THAT(refusal({"initial.velocity=3"}), HasSubstr("initial.velocity"));
  EXPECT_THAT(refusal({"infiltration=curve-number", "infiltration.curve=0"}), HasSubstr("infiltration.curve"));
}

TEST_F(Scenarios, TakeHolesOfTheTerrainAsWalls) {
  Raster holes = ground_;
  holes.values[25] = std::nan("");
  const auto scenario = read({"dem=" + raster("holes.tif", holes), "initial.depth=1"});
  ASSERT_TRUE(scenario) << scenario.error();
  auto solver = *Solver<float>::make(scenario->terrain, scenario->forcing, scenario->numerics);
  ASSERT_TRUE(solver.start(scenario->depth, {}, {}));
  solver.advance(60);
  EXPECT_FALSE(solver.isTerrain(5, 1));
  EXPECT_EQ(solver.depth().at(5, 1), 0);
  EXPECT_LE(std::abs(solver.volumes().error()), 1e-5 * solver.volumes().received());
}

TEST(Sections, CountFlowFromTheirLeftToTheirRight) {
  const GridShape shape{6, 4};
  Field<double> depth(shape), u(shape), v(shape);
  depth.fill(2);
  u.fill(3);
  v.fill(-1);  // to the north
  const auto through = [&](std::pair<double, double> a, std::pair<double, double> b) {
    return dischargeThrough({"", facesAlong(shape, a, b)}, depth, u, v, 10.0, 20.0);
  };
  EXPECT_NEAR(through({3, 4}, {3, 0}), 2 * 3 * 4 * 20, 1e-9);   // northward: west to east
  EXPECT_NEAR(through({3, 0}, {3, 4}), -2 * 3 * 4 * 20, 1e-9);  // and back
  EXPECT_NEAR(through({0, 2}, {6, 2}), -2 * 1 * 6 * 10, 1e-9);  // eastward: north to south
  // A slanting line carries what its two sides carry.
  EXPECT_NEAR(through({0, 4}, {6, 0}), 2 * 3 * 4 * 20 - 2 * 1 * 6 * 10, 1e-9);
  EXPECT_TRUE(facesAlong(shape, {1.1, 1.2}, {1.2, 0.9}).empty());
}

}  // namespace
}  // namespace fengsui::flood
