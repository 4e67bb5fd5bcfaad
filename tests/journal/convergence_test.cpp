// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "core/hlc.h"
#include "support/property.h"
#include "support/seats.h"

// The promise under everything else: whatever three seats do apart and in whatever order they hear of it, they end
// with one and the same situation.

namespace fengsui {
namespace {

using story::Beginning;
using story::Seats;
using story::Step;

TEST(Convergence, ThreeSeatsThatHeardEverythingSeeTheSame) {
  Beginning beginning;
  int contradicted = 0;
  property("any order of arrival gives one situation", 400, 60, [&](const std::vector<Step>& steps, unsigned seed) {
    Seats seats(beginning);
    for (const Step& step : steps) seats.happens(step);
    seats.exchange(seed);

    const Situation whole = story::foldedFromScratch(story::everythingAt(seats[0]));
    RC_ASSERT(story::broken(whole) == "");
    contradicted += whole.conflicts.empty() ? 0 : 1;
    for (std::size_t i = 0; i < 3; ++i) {
      RC_ASSERT(seats[i].situation().eventCount == whole.eventCount);
      RC_ASSERT(story::conflictIds(seats[i].situation()) == story::conflictIds(whole));
      RC_ASSERT(hashOf(seats[i].situation()) == hashOf(whole));
      seats.open(i);
      RC_ASSERT(hashOf(seats[i].situation()) == hashOf(whole));
    }
  });
  EXPECT_GT(contradicted, 100) << "the seats agreed too often for this to show anything";
}

TEST(Convergence, OneSeatAloneNeverContradictsItself) {
  Beginning beginning;
  property("decide emits nothing that fold turns into a conflict", 600, 150, [&](std::vector<Step> steps) {
    Seats seats(beginning);
    for (Step& step : steps) {
      step.seat = 0;
      if (story::hears(step)) continue;
      seats.happens(step);
      RC_ASSERT(story::conflictIds(seats[0].situation()).empty());
      RC_ASSERT(story::broken(seats[0].situation()) == "");
    }
  });
}

TEST(Convergence, EveryMomentLooksAsItWas) {
  Beginning beginning;
  property("a look back is the fold of what was there", 150, 60,
           [&](const std::vector<Step>& steps, unsigned seed, const std::vector<std::uint8_t>& moments) {
             Seats seats(beginning);
             for (const Step& step : steps) seats.happens(step);
             seats.exchange(seed);
             const auto events = story::everythingAt(seats[1]);
             for (const int number : moments) {
               const StoredEvent& any = events[static_cast<std::size_t>(number) % events.size()];
               const Instant then = hlc::instantOf(any.header.hlc).plusMs(number % 3 - 1);
               const auto truth = story::foldedFromScratch(
                   events, [&](const StoredEvent& event) { return hlc::instantOf(event.header.hlc) <= then; });
               RC_ASSERT(hashOf(seats[1].at(then).value()) == hashOf(truth));
               const Instant learned = any.received.plusMs(number % 3 - 1);
               const auto known = story::foldedFromScratch(
                   events, [&](const StoredEvent& event) { return event.received <= learned; });
               RC_ASSERT(hashOf(seats[1].at(learned, Knowledge::atThisSeat).value()) == hashOf(known));
             }
           });
}

}  // namespace
}  // namespace fengsui
