// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <thread>

#include "core/deriveduty.h"
#include "support/child.h"
#include "support/station.h"

// Many callers at one station: each a program of its own that takes a person, rings and notes what was said.

namespace fengsui {

/// A station at which that many persons are to be called out.
inline void makeCallout(const std::string& path, int persons) {
  auto station = newStation(path);
  StartCallout start;
  start.callout.id.uuid = Uuid::v7(systemNow());
  start.callout.title = "立即转移叫应";
  for (int i = 0; i < persons; ++i) {
    Call call;
    call.id.uuid = Uuid::v7(systemNow());
    call.name = "责任人" + std::to_string(i);
    call.town = "镇" + std::to_string(i % 22);
    call.place = "村" + std::to_string(i % 658);
    call.peopleAtRisk = (i * 7919) % 400;
    start.calls.push_back(std::move(call));
  }
  does(*station, start);
  station->settle();
}

/// Calls until nobody is left, and says the id of each person when he is rung.
inline void callEverybody(const std::string& path, int caller, const Child::Say& say) {
  const Author me{"呼叫席" + std::to_string(caller), std::nullopt};
  auto station = Station::open(path);
  while (!station && station.error().code == ErrorCode::busy) station = Station::open(path);
  ASSERT_TRUE(station) << station.error();
  const auto again = [&](const Command& command) {
    auto receipt = (*station)->execute(command, me);
    while (!receipt && receipt.error().code == ErrorCode::busy) receipt = (*station)->execute(command, me);
    return receipt;
  };
  for (;;) {
    ASSERT_TRUE((*station)->refresh());
    const Situation& s = (*station)->situation();
    std::vector<Unreached> left;
    s.callouts.forEach([&](const Uuid&, const Callout& callout) { left = unreachedOf(s, callout, systemNow()); });
    if (left.empty()) return;
    std::vector<Id<Call>> free;
    for (const Unreached& one : left)
      if (!one.held) free.push_back(one.call->id);
    if (free.empty()) {  // the others are on the telephone with the last ones
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      continue;
    }
    // Each begins at another place of the list, so that they seldom reach for the same person.
    const Id<Call> call = free[static_cast<std::size_t>(caller) % free.size()];
    if (!again(ClaimCall{call})) continue;
    say("rings " + call.text());
    const auto noted = again(TryCall{call, {"telephone", {}, "", "", true, "复述无误"}, CallStage::responded});
    ASSERT_TRUE(noted) << noted.error();
  }
}

/// What came of it.
struct CalledOut {
  std::map<std::string, int> rung;  ///< how often each person was rung
  double seconds = 0;
  std::int64_t responded = 0;
  std::int64_t events = 0;
};

inline CalledOut callOut(const std::string& path, int callers, int persons) {
  makeCallout(path, persons);
  CalledOut out;
  const auto start = std::chrono::steady_clock::now();
  std::vector<std::unique_ptr<Child>> children;
  for (int caller = 0; caller < callers; ++caller)
    children.push_back(std::make_unique<Child>([&](const Child::Say& say) { callEverybody(path, caller, say); }));
  for (const auto& child : children) {
    for (const std::string& line : child->wait())
      if (line.starts_with("rings ")) ++out.rung[line];
    EXPECT_EQ(child->exitCode, 0);
  }
  out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  auto station = Station::open(path, true);
  EXPECT_TRUE(station) << station.error();
  if (!station) return out;
  const Situation& s = (*station)->situation();
  s.callouts.forEach([&](const Uuid&, const Callout& callout) {
    out.responded = ratesOf(s, callout).reached[static_cast<std::size_t>(CallStage::responded)];
  });
  EXPECT_TRUE(s.conflicts.empty());
  out.events = static_cast<std::int64_t>(s.eventCount);
  return out;
}

}  // namespace fengsui
