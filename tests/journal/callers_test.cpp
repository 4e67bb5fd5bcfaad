// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/callers.h"

#include <algorithm>

#include "journal/verify.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

TEST(Callers, FortyAtOneStationRingEverybodyOnceAndLoseNobody) {
  const TempFolder folder;
  constexpr int callers = 40, persons = 160;
  const CalledOut out = callOut(folder / "s", callers, persons);
  EXPECT_EQ(out.rung.size(), static_cast<std::size_t>(persons));
  for (const auto& [who, times] : out.rung) EXPECT_EQ(times, 1) << who;
  EXPECT_EQ(out.responded, persons);
}

TEST(Callers, AListOfTwoThousandIsSortedAgainInNoTime) {
  const TempFolder folder;
  makeCallout(folder / "s", 2000);
  auto station = Station::open(folder / "s").value();
  const Situation& s = station->situation();
  s.callouts.forEach([&](const Uuid&, const Callout& callout) {
    const auto start = std::chrono::steady_clock::now();
    const auto list = unreachedOf(s, callout, systemNow());
    const auto ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    EXPECT_EQ(list.size(), 2000u);
    EXPECT_TRUE(std::is_sorted(list.begin(), list.end(), [](const Unreached& one, const Unreached& other) {
      return one.call->peopleAtRisk > other.call->peopleAtRisk;
    }));
    EXPECT_LT(ms, 100);
  });
}

}  // namespace
}  // namespace fengsui
