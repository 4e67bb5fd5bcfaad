// SPDX-License-Identifier: GPL-3.0-or-later
#include "flood/model/team.h"

#include <gtest/gtest.h>

#include <chrono>
#include <vector>

namespace fengsui::flood {
namespace {

// Each thread counts its rounds; at the rendezvous all have come equally far. One of them is late now and then, so
// that the others sleep.
TEST(Rendezvous, BringsThreadsTogetherWhetherTheySpinOrSleep) {
  for (const std::size_t members : {std::size_t{1}, std::size_t{2}, std::size_t{3}}) {
    constexpr long kRounds = 400;
    Rendezvous rendezvous(static_cast<int>(members));
    std::vector<long> counts(members, 0);
    std::atomic<long> apart = 0;
    const auto work = [&](std::size_t k) {
      for (long round = 1; round <= kRounds; ++round) {
        if (k == static_cast<std::size_t>(round / 40) % members && round % 40 == 0)
          std::this_thread::sleep_for(std::chrono::milliseconds(2));
        counts[k] = round;
        rendezvous.wait();
        for (const long count : counts)
          if (count != round) ++apart;
        rendezvous.wait();
      }
    };
    {
      std::vector<std::jthread> team;
      for (std::size_t k = 1; k < members; ++k) team.emplace_back([&work, k] { work(k); });
      work(0);
    }
    EXPECT_EQ(apart, 0) << members;
    EXPECT_EQ(counts, std::vector<long>(members, kRounds));
  }
}

}  // namespace
}  // namespace fengsui::flood
