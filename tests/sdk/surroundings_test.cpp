// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/surroundings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <limits>
#include <sstream>

#include "core/digest.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

class SurroundingsFiles : public testing::Test {
 protected:
  static Surroundings around() {
    auto situation = std::make_shared<Situation>();
    situation->station.name = "示范区指挥中心";
    RiskZone zone;
    zone.id.uuid.bytes[15] = 1;
    zone.name = "北沟村";
    zone.kind = "village";
    situation->riskZones.set(zone.id.uuid, zone);
    Surroundings out;
    out.situation = situation;
    out.readings = {{"rain 60/怀北", "mm", 52.25, {1'783'000'000'000}}, {"level/怀河", "m", -0.5, {1}}};
    out.district = "/maps/示范区.map";
    out.plans = "/stations/夜班.fengsui";
    out.now = {1'783'000'000'123};
    return out;
  }
  std::string bytes() const {
    std::ostringstream all;
    all << std::ifstream(file_, std::ios::binary).rdbuf();
    return all.str();
  }
  void write(const std::string& content) const { std::ofstream(file_, std::ios::binary) << content; }
  ErrorCode fault() const {
    const auto read = readSurroundings(file_);
    EXPECT_FALSE(read);
    if (read) return ErrorCode::invalid;
    EXPECT_EQ(read.error().place.file, file_);
    EXPECT_FALSE(read.error().message.zh.empty());
    return read.error().code;
  }

  TempFolder folder_;
  std::string file_ = folder_ / "around";
};

TEST_F(SurroundingsFiles, ComeBackAsTheyWere) {
  const Surroundings was = around();
  ASSERT_TRUE(writeSurroundings(was, file_));
  const auto is = readSurroundings(file_);
  ASSERT_TRUE(is) << is.error();
  EXPECT_EQ(packSituation(*is->situation), packSituation(*was.situation));
  EXPECT_EQ(is->situation->station.name, "示范区指挥中心");
  EXPECT_EQ(is->district, was.district);
  EXPECT_EQ(is->plans, was.plans);
  EXPECT_EQ(is->now, was.now);
  ASSERT_EQ(is->readings.size(), 2U);
  EXPECT_EQ(is->readings[0].series, "rain 60/怀北");
  EXPECT_EQ(is->readings[0].unit, "mm");
  EXPECT_EQ(is->readings[0].value, 52.25);
  EXPECT_EQ(is->readings[0].at, was.readings[0].at);
  EXPECT_EQ(is->readings[1].value, -0.5);
}

TEST_F(SurroundingsFiles, OfNothingComeBackToo) {
  ASSERT_TRUE(writeSurroundings(Surroundings::nothing({5}), file_));
  const auto is = readSurroundings(file_);
  ASSERT_TRUE(is) << is.error();
  ASSERT_TRUE(is->situation);
  EXPECT_TRUE(is->readings.empty());
  EXPECT_TRUE(is->district.empty());
  EXPECT_EQ(is->now.ms, 5);
}

TEST_F(SurroundingsFiles, WithAnyByteFlippedAreDamaged) {
  ASSERT_TRUE(writeSurroundings(around(), file_));
  const std::string whole = bytes();
  for (std::size_t i = 0; i < whole.size(); i += 7) {
    std::string flipped = whole;
    flipped[i] = static_cast<char>(flipped[i] ^ 0x20);
    write(flipped);
    ASSERT_EQ(fault(), ErrorCode::damaged) << "byte " << i;
  }
}

TEST_F(SurroundingsFiles, CutAnywhereAreDamaged) {
  ASSERT_TRUE(writeSurroundings(around(), file_));
  const std::string whole = bytes();
  for (std::size_t size = 0; size < whole.size(); size += 11) {
    write(whole.substr(0, size));
    ASSERT_EQ(fault(), ErrorCode::damaged) << size << " bytes of " << whole.size();
  }
}

TEST_F(SurroundingsFiles, OfWrongFormsAreDamagedWhateverTheirMark) {
  ASSERT_TRUE(writeSurroundings(around(), file_));
  const std::string whole = bytes();
  const auto firstEnd = whole.find('\n'), headEnd = whole.find('\n', firstEnd + 1);
  for (const char* head :
       {"[]", R"({"now": "soon"})", R"({"district": 7})", R"({"readings": {}})", R"({"readings": [3]})",
        R"({"readings": [{"value": "high"}]})", R"({"readings": [{"at": 1e300}]})"}) {
    const std::string body = head + whole.substr(headEnd);
    write("fengsui surroundings 1 " + hex(blake2b(body)) + '\n' + body);
    EXPECT_EQ(fault(), ErrorCode::damaged) << head;
  }
}

TEST_F(SurroundingsFiles, OfAFolderThatIsNotNamedInUtf8AreRefusedInWords) {
  Surroundings odd = around();
  odd.district = "/maps/\xb5\xd8\xd0\xce";
  const auto made = writeSurroundings(odd, file_);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, ErrorCode::invalid);
  EXPECT_NE(made.error().message.zh.find("UTF-8"), std::string::npos);
}

TEST_F(SurroundingsFiles, LeaveOutReadingsThatAreNoNumbers) {
  Surroundings odd = around();
  odd.readings.push_back({"level/沙河", "m", std::numeric_limits<double>::quiet_NaN(), {1}});
  ASSERT_TRUE(writeSurroundings(odd, file_));
  const auto back = readSurroundings(file_);
  ASSERT_TRUE(back) << back.error();
  EXPECT_EQ(back->readings.size(), 2U);
}

TEST_F(SurroundingsFiles, ThatAreNotThereOrCannotBeMadeAreToldWithTheirName) {
  EXPECT_EQ(fault(), ErrorCode::notFound);
  const auto made = writeSurroundings(around(), folder_ / "no-such-folder/around");
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, ErrorCode::io);
  EXPECT_EQ(made.error().place.file, folder_ / "no-such-folder/around");
}

}  // namespace
}  // namespace fengsui
