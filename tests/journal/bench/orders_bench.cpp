// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of orders and call-outs, printed beside their limits; nothing is asserted about them. On the disk of the
// temporary folder, so that syncing counts. They stand in app/core/FIGURES.md.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "core/alarms.h"
#include "core/deriveduty.h"
#include "core/deriveorders.h"
#include "core/ladder.h"
#include "support/station.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kOpenOrders = 2000;
constexpr int kIssues = 300;
constexpr int kItems = 120;
constexpr int kPersons = 2000;

double msOf(const std::function<void()>& work) {
  const auto start = Clock::now();
  work();
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void say(const std::string& what, std::vector<double> ms, const char* limit) {
  std::sort(ms.begin(), ms.end());
  const auto at = [&](double q) { return ms[static_cast<std::size_t>(q * static_cast<double>(ms.size() - 1))]; };
  std::cout << "  " << what << ": median " << at(0.5) << " ms, 99 % " << at(0.99) << " ms, worst " << ms.back()
            << " ms   [" << limit << "]" << std::endl;
}

std::vector<double> repeated(int times, const std::function<void()>& work) {
  std::vector<double> ms;
  for (int i = 0; i < times; ++i) ms.push_back(msOf(work));
  return ms;
}

double memoryMb(const std::string& field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(field)) return std::atof(line.c_str() + field.size()) / 1024;
  return 0;
}

Order orderNumber(int i) {
  Order order;
  order.id.uuid = Uuid::v7(systemNow());
  order.brief.title = "第" + std::to_string(i) + "号";
  order.brief.task = "北沟村" + std::to_string(i % 86) + "户立即转移至镇中学，逐户清点，老弱病残由专人护送";
  order.brief.owner = {AddresseeKind::organisation, {}, "单位" + std::to_string(i % 200), "副职"};
  order.brief.ladder = {{120'000, "B", false}, {240'000, "town", false}, {1'800'000, "值班长", true}};
  order.brief.dueMinutes = 60;
  return order;
}

ChecklistItem item(int i) {
  ChecklistItem line;
  line.id.uuid = Uuid::v7(systemNow());
  line.line = "item-" + std::to_string(i);
  line.brief = orderNumber(i).brief;
  line.timing.dueAt = systemNow().plusMs(i * 60'000);
  if (i > 0) line.needs = {"item-" + std::to_string(i - 1)};
  return line;
}

TEST(OrdersBench, TwoThousandOpenOrders) {
  const TempFolder folder;
  auto station = newStation(folder / "orders");
  for (int i = 0; i < kOpenOrders; ++i) does(*station, DraftOrder{orderNumber(i), "值班长", {}});
  std::vector<double> drafts, issues;
  for (int i = 0; i < kIssues; ++i) {
    const Order order = orderNumber(kOpenOrders + i);
    drafts.push_back(msOf([&] { does(*station, DraftOrder{order, {}, {}}); }));
    issues.push_back(msOf([&] { does(*station, IssueOrder{order.id, "值班长", {}, {}}); }));
  }
  say("drafting, durable", drafts, "");
  say("issuing with 2,000 open orders, durable", issues, "99 % ≤ 50 ms");
  const Situation& s = station->situation();
  const Instant later = systemNow().plusMs(600'000);
  say("figures of the strip (orderKpi)", repeated(50, [&] { (void)orderKpi(s, later); }), "");
  say("next rungs of all (pendingRungs)", repeated(50, [&] { (void)pendingRungs(s); }), "");
  say("rungs due at this seat", repeated(50, [&] { (void)rungsDue(s, station->journal().origin(), later); }), "");
  say("alarms", repeated(50, [&] { (void)alarmsOf(s, later); }), "");
  const std::string path = folder / "orders";
  station->settle();
  station.reset();
  say("opening the station again", repeated(5, [&] { EXPECT_TRUE(Station::open(path)); }), "");
  std::cout << "  memory: " << memoryMb("VmRSS:") << " MB, peak " << memoryMb("VmHWM:") << " MB" << std::endl;
}

TEST(OrdersBench, APlanOfAHundredAndTwentyItems) {
  const TempFolder folder;
  auto station = newStation(folder / "plan");
  std::vector<double> activations, boards;
  for (int round = 0; round < 20; ++round) {
    ActivateResponse activate;
    activate.response.id.uuid = Uuid::v7(systemNow());
    activate.response.title = "防汛应急响应";
    activate.response.level = "二级";
    activate.response.signedBy = "区长";
    for (int i = 0; i < kItems; ++i) activate.items.push_back(item(i));
    activations.push_back(msOf([&] { does(*station, activate); }));
    const Situation& s = station->situation();
    const Instant later = systemNow().plusMs(600'000);
    boards.push_back(msOf([&] {
      s.checklist.forEach([&](const Uuid&, const ChecklistItem& line) {
        if (line.response == activate.response.id) (void)stateOf(s, line, later);
      });
    }));
  }
  say("activating a plan of 120 items, durable", activations, "≤ 200 ms");
  say("states of its lines", boards, "");
}

TEST(OrdersBench, ACalloutOfTwoThousand) {
  const TempFolder folder;
  auto station = newStation(folder / "callout");
  StartCallout start;
  start.callout.id.uuid = Uuid::v7(systemNow());
  start.callout.title = "山洪叫应";
  start.callout.ladder = shippedCalloutRules().ladder;
  for (int i = 0; i < kPersons; ++i) {
    Call call;
    call.id.uuid = Uuid::v7(systemNow());
    call.name = "责任人" + std::to_string(i);
    call.place = "村" + std::to_string(i / 2);
    call.town = "镇" + std::to_string(i % 14);
    call.peopleAtRisk = i * 37 % 211;
    call.phones = {"13900000000"};
    start.calls.push_back(std::move(call));
  }
  const auto& calls = start.calls;
  say("starting a call-out of 2,000", {msOf([&] { does(*station, start); })}, "");
  std::vector<double> tries, lists;
  for (int i = 0; i < 200; ++i) {
    const Id<Call> call = calls[static_cast<std::size_t>(i * 7)].id;
    tries.push_back(msOf([&] {
      does(*station, TryCall{call, {"telephone", {}, {}, {}, true, {}}, CallStage::responded});
    }));
    const Situation& s = station->situation();
    lists.push_back(msOf([&] {
      const Callout& callout = *s.find(start.callout.id);
      (void)ratesOf(s, callout);
      (void)unreachedOf(s, callout, systemNow());
    }));
  }
  say("noting a try, durable", tries, "");
  say("rates and the list sorted again", lists, "≤ 100 ms");
  std::cout << "  memory: " << memoryMb("VmRSS:") << " MB, peak " << memoryMb("VmHWM:") << " MB" << std::endl;
}

}  // namespace
}  // namespace fengsui
