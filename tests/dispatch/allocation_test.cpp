// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/allocation.h"

#include <glpk.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

using namespace fengsui;

namespace {

constexpr std::int64_t week = 7 * 86'400;

AllocationRequest twoVillages() {
  AllocationRequest r;
  r.zones = {{"z1", "北沟村", {}, 80, std::nullopt}, {"z2", "南台村", {}, 50, std::nullopt}};
  r.shelters = {{"s1", "中心小学", {}, 100, false}, {"s2", "文化站", {}, 60, false}};
  r.seconds = {600, 900, 300, 1200};
  return r;
}

/// The same problem as a linear programme of GLPK. @return people without a place, person-seconds of the others.
std::pair<double, double> byGlpk(const AllocationRequest& r) {
  glp_term_out(GLP_OFF);
  glp_prob* lp = glp_create_prob();
  glp_set_obj_dir(lp, GLP_MIN);
  const auto zones = static_cast<int>(r.zones.size()), shelters = static_cast<int>(r.shelters.size());
  glp_add_rows(lp, zones + shelters);
  for (int z = 0; z < zones; ++z) {
    const auto people = static_cast<double>(r.zones[static_cast<std::size_t>(z)].people);
    glp_set_row_bnds(lp, z + 1, GLP_FX, people, people);
  }
  for (int s = 0; s < shelters; ++s) {
    const auto& shelter = r.shelters[static_cast<std::size_t>(s)];
    glp_set_row_bnds(lp, zones + s + 1, GLP_UP, 0, static_cast<double>(shelter.inHazard ? 0 : shelter.places));
  }
  glp_add_cols(lp, zones * (shelters + 1));
  for (int z = 0; z < zones; ++z)
    for (int s = 0; s <= shelters; ++s) {
      const int column = z * (shelters + 1) + s + 1;
      const auto& zone = r.zones[static_cast<std::size_t>(z)];
      std::optional<std::int64_t> seconds = 2 * week;
      if (s < shelters) seconds = r.seconds[static_cast<std::size_t>(z * shelters + s)];
      const bool late = s < shelters && seconds && zone.hazardAt && r.depart.ms + *seconds * 1000 > zone.hazardAt->ms;
      if (!seconds || late)
        glp_set_col_bnds(lp, column, GLP_FX, 0, 0);
      else
        glp_set_col_bnds(lp, column, GLP_LO, 0, 0);
      glp_set_obj_coef(lp, column, static_cast<double>(seconds.value_or(0)));
      int rows[3] = {0, z + 1, zones + s + 1};
      double ones[3] = {0, 1, 1};
      glp_set_mat_col(lp, column, s < shelters ? 2 : 1, rows, ones);
    }
  EXPECT_EQ(glp_simplex(lp, nullptr), 0);
  EXPECT_EQ(glp_get_status(lp), GLP_OPT);
  double unplaced = 0, seconds = 0;
  for (int z = 0; z < zones; ++z)
    for (int s = 0; s <= shelters; ++s) {
      const int column = z * (shelters + 1) + s + 1;
      const double people = glp_get_col_prim(lp, column);
      if (s == shelters)
        unplaced += people;
      else
        seconds += people * glp_get_obj_coef(lp, column);
    }
  glp_delete_prob(lp);
  return {unplaced, seconds};
}

std::int64_t unplacedOf(const Allocation& a) {
  std::int64_t sum = 0;
  for (const auto& one : a.unplaced) sum += one.people;
  return sum;
}

}  // namespace

TEST(Allocation, SendsThoseToTheNearShelterWhoGainMostByIt) {
  const auto made = allocate(twoVillages());
  ASSERT_TRUE(made) << made.error();
  EXPECT_EQ(made->placed, 130);
  EXPECT_TRUE(made->unplaced.empty());
  // 南台村 gains 900 s by 中心小学, 北沟村 only 300: so 北沟村 is the one that is divided.
  ASSERT_EQ(made->allotments.size(), 3u);
  EXPECT_EQ(made->allotments[0].people, 50);
  EXPECT_EQ(made->allotments[1].people, 30);
  EXPECT_EQ(made->allotments[2].people, 50);
  EXPECT_EQ(made->allotments[2].shelter, 0u);
}

TEST(Allocation, LeavesOutAShelterInsideTheHazardAndAWayThatIsTooLong) {
  auto r = twoVillages();
  r.shelters[0].inHazard = true;
  r.zones[1].hazardAt = Instant{1000 * 1000};
  const auto made = allocate(r);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->placed, 60);
  ASSERT_EQ(made->unplaced.size(), 2u);
  EXPECT_EQ(made->unplaced[0].people, 20);
  EXPECT_THAT(made->unplaced[0].because.en, testing::HasSubstr("full"));
  EXPECT_EQ(made->unplaced[1].people, 50);
  EXPECT_THAT(made->unplaced[1].because.en, testing::HasSubstr("before the hazard"));
}

TEST(Allocation, SaysThatNoRoadIsOpen) {
  auto r = twoVillages();
  r.seconds[0] = r.seconds[1] = std::nullopt;
  const auto made = allocate(r);
  ASSERT_EQ(made->unplaced.size(), 1u);
  EXPECT_THAT(made->unplaced[0].because.en, testing::HasSubstr("no road is open"));
}

TEST(Allocation, KeepsWhatSomebodyDecided) {
  auto r = twoVillages();
  r.fixed = {{1, 1, 50}};
  const auto made = allocate(r);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->placed, 130);
  std::int64_t decided = 0;
  for (const auto& one : made->allotments)
    if (one.fixed) decided += one.people;
  EXPECT_EQ(decided, 50);
}

TEST(Allocation, RefusesWhatCannotBe) {
  auto r = twoVillages();
  r.zones[0].people = -1;
  EXPECT_THAT(allocate(r).error().message.en, testing::HasSubstr("北沟村"));
  r = twoVillages();
  r.fixed = {{0, 1, 61}};
  EXPECT_THAT(allocate(r).error().message.en, testing::HasSubstr("文化站"));
  r = twoVillages();
  r.seconds.pop_back();
  EXPECT_FALSE(allocate(r));
}

TEST(Allocation, IsAsGoodAsGlpkOnFiftyRandomCases) {
  std::mt19937 random(50);
  int withUnplaced = 0;
  for (int round = 0; round < 50; ++round) {
    AllocationRequest r;
    const std::size_t zones = 1 + random() % 30, shelters = 1 + random() % 20;
    for (std::size_t z = 0; z < zones; ++z) {
      r.zones.push_back({"", "", {}, static_cast<std::int64_t>(random() % 400), std::nullopt});
      if (random() % 2) r.zones.back().hazardAt = Instant{static_cast<std::int64_t>(600 + random() % 7200) * 1000};
    }
    for (std::size_t s = 0; s < shelters; ++s)
      r.shelters.push_back({"", "", {}, static_cast<std::int64_t>(random() % 600), random() % 6 == 0});
    for (std::size_t i = 0; i < zones * shelters; ++i)
      r.seconds.push_back(random() % 10 == 0 ? std::nullopt
                                             : std::optional<std::int64_t>(static_cast<std::int64_t>(random() % 7200)));
    const auto made = allocate(r);
    ASSERT_TRUE(made);
    const auto [unplaced, seconds] = byGlpk(r);
    ASSERT_NEAR(static_cast<double>(unplacedOf(*made)), unplaced, 0.01) << "round " << round;
    ASSERT_NEAR(static_cast<double>(made->personSeconds), seconds, 1 + seconds * 1e-7) << "round " << round;
    std::map<std::size_t, std::int64_t> into;
    for (const auto& one : made->allotments) into[one.shelter] += one.people;
    for (const auto& [shelter, people] : into) ASSERT_LE(people, r.shelters[shelter].places);
    withUnplaced += !made->unplaced.empty();
  }
  EXPECT_GT(withUnplaced, 5);
}
