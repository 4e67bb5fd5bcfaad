// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/rasterwindow.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "support/tempfolder.h"

namespace fengsui {
namespace {

using testing::HasSubstr;

constexpr std::int64_t kMany = 4'000'000;

// A tenth of a degree at 40 N in cells of 3 seconds, as public elevation has it: height is the longitude.
class RasterWindows : public testing::Test {
 protected:
  RasterWindows() {
    Raster raster{120, 120, 116.5, 40.5, 1.0 / 1200, 1.0 / 1200, "EPSG:4326", {}};
    for (int j = 0; j < raster.rows; ++j)
      for (int i = 0; i < raster.columns; ++i) raster.values.push_back((raster.xOf(i) - 116.5) * 1000);
    EXPECT_TRUE(writeRaster(raster, file_));
  }
  std::string refusal(const std::optional<DegreeBox>& box, double cell, std::int64_t most = kMany) const {
    const auto part = readRasterWindow(file_, box, cell, most);
    EXPECT_FALSE(part);
    return part ? "read" : part.error().sentence(Language::english);
  }
  TempFolder folder_;
  std::filesystem::path file_ = folder_ / "terrain.tif";
};

TEST_F(RasterWindows, AreTheWholeInMetresWhereNoPartIsWanted) {
  const auto whole = readRasterWindow(file_, std::nullopt, 0, kMany);
  ASSERT_TRUE(whole) << whole.error();
  EXPECT_EQ(whole->cellWidth, whole->cellHeight);
  EXPECT_NEAR(whole->cellHeight, 111'320.0 / 1200, 1);
  EXPECT_NEAR(whole->rows * whole->cellHeight, 0.1 * 111'000, 300);
  EXPECT_NEAR(whole->columns * whole->cellWidth, 0.1 * 85'000, 300);
  EXPECT_NE(whole->crs.find("UTM zone 50N"), std::string::npos);
}

TEST_F(RasterWindows, AreThePartThatIsAskedForWithTheValuesThatLieThere) {
  const auto part = readRasterWindow(file_, DegreeBox{116.54, 40.43, 116.56, 40.45}, 30, kMany);
  ASSERT_TRUE(part) << part.error();
  EXPECT_EQ(part->cellWidth, 30);
  EXPECT_NEAR(part->columns * 30, 0.02 * 84'900, 60);
  EXPECT_NEAR(part->rows * 30, 0.02 * 111'000, 60);
  double least = 1e9, most = -1e9;
  for (const double value : part->values)
    if (!std::isnan(value)) {
      least = std::min(least, value);
      most = std::max(most, value);
    }
  EXPECT_NEAR(least, 40, 1);
  EXPECT_NEAR(most, 60, 1);
}

TEST_F(RasterWindows, OfLargerCellsHaveTheMeanOfWhatLiesInThem) {
  Raster checkers{64, 64, 500'000, 4'400'000, 10, 10, "EPSG:32650", {}};
  for (int j = 0; j < 64; ++j)
    for (int i = 0; i < 64; ++i) checkers.values.push_back((i + j) % 2 == 0 ? 0 : 100);
  const std::filesystem::path file = folder_ / "checkers.tif";
  ASSERT_TRUE(writeRaster(checkers, file));
  const auto coarse = readRasterWindow(file, std::nullopt, 80, kMany);
  ASSERT_TRUE(coarse) << coarse.error();
  const double middle = coarse->values[static_cast<std::size_t>(coarse->rows / 2 * coarse->columns) +
                                       static_cast<std::size_t>(coarse->columns / 2)];
  EXPECT_NEAR(middle, 50, 8);
}

TEST_F(RasterWindows, ReachingBeyondTheFileAreCutToIt) {
  const auto part = readRasterWindow(file_, DegreeBox{116.0, 40.0, 116.52, 41.0}, 0, kMany);
  ASSERT_TRUE(part) << part.error();
  EXPECT_NEAR(part->columns * part->cellWidth, 0.02 * 85'000, 400);
}

TEST_F(RasterWindows, OutsideTheFileAreRefusedWithWhatItCovers) {
  const std::string said = refusal(DegreeBox{100, 30, 101, 31}, 0);
  EXPECT_THAT(said, HasSubstr("does not cover"));
  EXPECT_THAT(said, HasSubstr("116.5"));
}

TEST_F(RasterWindows, OfTooManyCellsAreRefusedWithTheSizeThatWouldDo) {
  const std::string said = refusal(std::nullopt, 1, 10'000);
  EXPECT_THAT(said, HasSubstr("more than 10000"));
  const auto cells = said.find("cells of ");
  ASSERT_NE(cells, std::string::npos) << said;
  const double enough = std::stod(said.substr(cells + 9));
  EXPECT_TRUE(readRasterWindow(file_, std::nullopt, enough, 10'000)) << enough << " m was said to do";
}

TEST_F(RasterWindows, OfCellsThatAreNextToNothingAreRefusedToo) {
  EXPECT_THAT(refusal(std::nullopt, 1e-6), HasSubstr("cells of "));
  EXPECT_THAT(refusal(std::nullopt, 1e-300), HasSubstr("cells of "));
}

TEST_F(RasterWindows, OfFilesThatDoNotSayWhereTheyLieAreRefused) {
  Raster nowhere{4, 4, 0, 40, 10, 10, "", std::vector<double>(16, 1)};
  const std::filesystem::path file = folder_ / "nowhere.tif";
  ASSERT_TRUE(writeRaster(nowhere, file));
  const auto part = readRasterWindow(file, std::nullopt, 0, kMany);
  ASSERT_FALSE(part);
  EXPECT_THAT(part.error().sentence(Language::english), HasSubstr("where on Earth"));
  std::ofstream(folder_ / "text.tif") << "no raster";
  EXPECT_EQ(readRasterWindow(folder_ / "text.tif", std::nullopt, 0, kMany).error().code, ErrorCode::unreadable);
  EXPECT_EQ(readRasterWindow(folder_ / "none.tif", std::nullopt, 0, kMany).error().code, ErrorCode::notFound);
}

TEST(DegreeBoxes, AreFourNumbersInTheirOrder) {
  const auto box = DegreeBox::parse("116.5, 40.4,116.7,40.6");
  ASSERT_TRUE(box);
  EXPECT_EQ(box->west, 116.5);
  EXPECT_EQ(box->south, 40.4);
  EXPECT_EQ(box->east, 116.7);
  EXPECT_EQ(box->north, 40.6);
  for (const char* wrong : {"", "116.5,40.4,116.7", "116.7,40.4,116.5,40.6", "116.5,40.6,116.7,40.4", "a,b,c,d",
                            "116.5,40.4,116.7,40.6,1", "116.5,40.4,116.7,nan", "0,0,181,1", "0,0,1,89", "1,2,3,4x"})
    EXPECT_FALSE(DegreeBox::parse(wrong)) << wrong;
}

}  // namespace
}  // namespace fengsui
