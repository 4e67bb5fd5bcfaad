// SPDX-License-Identifier: GPL-3.0-or-later
// Forty callers and two thousand persons: on the disk of the temporary folder, so that syncing counts.
#include <algorithm>
#include <iostream>

#include "support/callers.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

TEST(Callers, FortyCallTwoThousand) {
  const TempFolder folder;
  const CalledOut out = callOut(folder / "s", 40, 2000);
  std::cout << "  40 callers, 2,000 persons: " << out.seconds << " s, " << static_cast<double>(out.events) / out.seconds
            << " entries/s\n";
  EXPECT_EQ(out.rung.size(), 2000u);
  EXPECT_EQ(out.responded, 2000);
  EXPECT_TRUE(std::all_of(out.rung.begin(), out.rung.end(), [](const auto& one) { return one.second == 1; }));
}

TEST(Callers, SortTheListAgain) {
  const TempFolder folder;
  makeCallout(folder / "s", 2000);
  auto station = Station::open(folder / "s").value();
  const Situation& s = station->situation();
  std::vector<double> ms;
  for (int i = 0; i < 50; ++i)
    s.callouts.forEach([&](const Uuid&, const Callout& callout) {
      const auto start = std::chrono::steady_clock::now();
      EXPECT_EQ(unreachedOf(s, callout, systemNow()).size(), 2000u);
      ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    });
  std::sort(ms.begin(), ms.end());
  std::cout << "  list of 2,000 sorted again: median " << ms[ms.size() / 2] << " ms, max " << ms.back() << " ms\n";
}

}  // namespace
}  // namespace fengsui
