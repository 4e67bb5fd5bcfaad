// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <filesystem>
#include <random>

#include "core/deriveduty.h"
#include "core/hlc.h"
#include "core/ladder.h"
#include "feeds/ladderclimber.h"
#include "journal/verify.h"
#include "night.h"
#include "nightquery.h"
#include "support/child.h"
#include "support/tempfolder.h"

namespace fengsui::night {
namespace {

template <class E>
std::set<E> everyOne() {
  std::set<E> all;
  for (const auto& name : namesOf<E>) all.insert(name.value);
  return all;
}

std::string copyOf(Station& station, const TempFolder& folder) {
  static int copies = 0;
  const std::string copy = folder / ("copy" + std::to_string(copies++) + ".sqlite");
  EXPECT_TRUE(station.journal().backupTo(copy));
  return copy;
}

Json asJson(const OrderKpi& kpi) {
  return codec::write(kpi);
}

std::vector<Json> pending(const Situation& s) {
  std::vector<Json> all;
  for (const PendingRung& rung : pendingRungs(s))
    all.push_back({rung.order.text(), rung.to, rung.rung, rung.whom, rung.dueAt.ms, rung.origin.text()});
  for (const PendingCallRung& rung : pendingCallRungs(s))
    all.push_back({rung.call.text(), rung.rung, rung.whom, rung.dueAt.ms});
  return all;
}

TEST(Night, PassesFromTheWarningToTheReturnHome) {
  const TempFolder folder = TempFolder::inMemory();
  Night night(folder / "night", 2000);
  int looked = 0;
  std::size_t mostPending = 0;
  night.halfHour = [&] {
    ++looked;
    JournalQuery query(copyOf(night.station(), folder));
    const Instant at = clockNow();
    EXPECT_EQ(asJson(query.orderKpi(at)), asJson(orderKpi(night.now(), at))) << "half hour " << looked;
    if (const Callout* callout = night.now().find(night.callout())) {
      const CalloutRates rates = ratesOf(night.now(), *callout);
      const QueriedCallout queried = query.callout(night.callout().text());
      EXPECT_EQ(queried.all, rates.all);
      EXPECT_EQ(queried.reached, rates.reached);
      EXPECT_EQ(queried.inTime, rates.inTime);
    }
    // Power comes back: everything is there, and every deadline is armed again.
    const auto before = pending(night.now());
    mostPending = std::max(mostPending, before.size());
    const Digest hash = hashOf(night.now());
    night.restarts();
    EXPECT_EQ(hashOf(night.now()), hash);
    EXPECT_EQ(pending(night.now()), before);
    EXPECT_TRUE(rungsDue(night.now(), night.station().journal().origin(), at).empty()) << "climbed before, not twice";
  };
  night.passes();

  EXPECT_EQ(looked, 10);
  EXPECT_GT(mostPending, 20u);
  EXPECT_EQ(night.seen.orderStages, everyOne<OrderStage>());
  EXPECT_EQ(night.seen.orderStatuses, everyOne<OrderStatus>());
  EXPECT_EQ(night.seen.itemStates, everyOne<ItemState>());
  EXPECT_EQ(night.seen.callStages, everyOne<CallStage>());
  EXPECT_EQ(night.seen.messageKinds, everyOne<MessageKind>());
  EXPECT_EQ(night.seen.addresseeKinds, everyOne<AddresseeKind>());
  EXPECT_EQ(night.seen.addressees.size(), 12u);
  EXPECT_EQ(night.seen.alarmKinds, (std::set<std::string>{"moveNow", "orderUnanswered", "placeSilent", "trapped"}));

  const CalloutRates rates = ratesOf(night.now(), *night.now().find(night.callout()));
  EXPECT_EQ(rates.all, 2000);
  EXPECT_EQ(rates.percentInTime(CallStage::responded), 95);
  EXPECT_TRUE(rates.met(CallStage::responded));
  EXPECT_EQ(rates.reached[3], 1940);
  JournalQuery query(copyOf(night.station(), folder));
  EXPECT_EQ(query.count("SELECT count(*) FROM said WHERE type = 'dutyReport.signed'"), 5);
  EXPECT_EQ(query.count("SELECT count(*) FROM issued"), 42) << "forty, one instead of another, one handed down";
  EXPECT_GT(query.climbs().size(), 50u);
  EXPECT_EQ(night.now().conflicts.size(), 0u);
  const auto verified = verifyStation(folder / "night.fengsui");
  ASSERT_TRUE(verified) << verified.error();
  EXPECT_TRUE(verified->sound());
}

// A computer that is switched off at any moment keeps what it had confirmed.
TEST(Night, LosesNoReceiptWhenItIsKilledAtAnyMoment) {
  std::minstd_rand random(20260720);
  int killed = 0;
  for (int round = 0; round < 6; ++round) {
    const TempFolder folder = TempFolder::inMemory();
    const std::string path = folder / "night";
    Child child([&](const Child::Say& say) {
      Night night(path, 100);
      night.confirmed = [&](const Receipt& receipt) {
        for (const EventRef& ref : receipt.events) say(ref.origin.text() + ' ' + std::to_string(ref.sequence));
      };
      night.passes();
    });
    child.waitForLines(20 + static_cast<int>(random() % 600));
    const auto lines = child.kill();
    killed += child.exitCode == -1;
    // The last line may be cut: what was said of it was not said whole.
    const auto station = Station::open(path);
    ASSERT_TRUE(station) << station.error();
    EXPECT_GE(lines.size(), 20u);
    for (const std::string& line : lines) {
      const auto gap = line.find(' ');
      if (gap == std::string::npos || &line == &lines.back()) continue;
      const EventRef ref{*Uuid::parse(line.substr(0, gap)), std::stoull(line.substr(gap + 1))};
      const auto event = (*station)->journal().find(ref);
      ASSERT_TRUE(event) << event.error();
      EXPECT_TRUE(event->has_value()) << "a confirmed entry is gone: " << line;
    }
    const auto verified = verifyStation(path + ".fengsui");
    ASSERT_TRUE(verified) << verified.error();
    EXPECT_TRUE(verified->sound());
    const Instant last = hlc::instantOf((*station)->situation().lastHlc);
    clockMs = last.ms + 60 * kMinute;
    (*station)->setClock(&clockNow);
    const auto waits = pending((*station)->situation()).size();
    const auto climbed = climbDueRungs(**station, clockNow(), "催办");
    ASSERT_TRUE(climbed) << climbed.error();
    EXPECT_TRUE(climbed->refused.empty());
    EXPECT_GE(climbed->events.size(), waits) << "an hour later each of them has been climbed";
  }
  EXPECT_GE(killed, 3) << "the others had come to their end";
}

/// Three seats that do the night together and hear of each other late.
class ThreeSeats {
 public:
  ThreeSeats(const TempFolder& folder, const std::string& start, unsigned seed) : random_(seed) {
    for (std::size_t i = 0; i < 3; ++i) {
      const std::string path = folder / ("seat" + std::to_string(i));
      std::filesystem::copy_file(start, path + ".fengsui");
      auto station = Station::open(path);
      EXPECT_TRUE(station) << station.error();
      stations_[i] = std::move(*station);
      stations_[i]->setClock(&clockNow);
      EXPECT_TRUE(stations_[i]->journal().database().run("PRAGMA synchronous=OFF"));
    }
  }

  Station& operator[](std::size_t seat) { return *stations_[seat]; }

  void hears(const Said& said) {
    clockMs = said.at.ms;
    if (!said.command) {
      for (auto& station : stations_) EXPECT_TRUE(climbDueRungs(*station, clockNow(), "催办"));
      exchangeSome();
      return;
    }
    const std::size_t first = random_() % 3;
    for (std::size_t i = 0; i < 3; ++i)
      if (stations_[(first + i) % 3]->execute(*said.command, {said.actor, std::nullopt})) {
        ++done_;
        return;
      }
  }

  void exchangeAll() {
    for (int twice = 0; twice < 2; ++twice)
      for (std::size_t to = 0; to < 3; ++to)
        for (std::size_t from = 0; from < 3; ++from) deliver(to, everything(from), 100);
  }

  /// How many commands some seat carried out.
  [[nodiscard]] std::size_t done() const { return done_; }

 private:
  std::vector<StoredEvent> everything(std::size_t seat) {
    std::vector<StoredEvent> events;
    EXPECT_TRUE(stations_[seat]->journal().readArrivals(0, [&](StoredEvent&& event) {
      events.push_back(std::move(event));
      return true;
    }));
    return events;
  }

  void exchangeSome() {
    if (random_() % 3 != 0) return;
    const std::size_t to = random_() % 3;
    deliver(to, everything((to + 1 + random_() % 2) % 3), 70);
  }

  void deliver(std::size_t to, std::vector<StoredEvent> events, unsigned percent) {
    for (StoredEvent& event : waiting_[to]) events.push_back(std::move(event));
    std::shuffle(events.begin(), events.end(), random_);
    events.resize(events.size() * percent / 100);
    auto received = stations_[to]->receive(std::move(events));
    ASSERT_TRUE(received) << received.error();
    EXPECT_TRUE(received->damaged.empty());
    waiting_[to] = std::move(received->early);
  }

  std::minstd_rand random_;
  std::size_t done_ = 0;
  std::array<std::unique_ptr<Station>, 3> stations_;
  std::array<std::vector<StoredEvent>, 3> waiting_;
};

TEST(Night, IsTheSameAtThreeSeatsAndNobodyIsRungTwice) {
  const TempFolder folder = TempFolder::inMemory();
  std::vector<Said> said;
  const std::string start = folder / "start.fengsui";
  {
    Night night(folder / "whole", 100);
    ASSERT_TRUE(night.station().journal().backupTo(start));
    night.passes();
    said = night.said;
  }
  const auto given = static_cast<std::size_t>(
      std::count_if(said.begin(), said.end(), [](const Said& one) { return one.command.has_value(); }));
  for (const unsigned seed : {1u, 2u, 3u}) {
    const TempFolder apart = TempFolder::inMemory();
    ThreeSeats seats(apart, start, seed);
    for (const Said& one : said) seats.hears(one);
    EXPECT_GT(seats.done(), given * 9 / 10) << "nearly all of the night took place";
    seats.exchangeAll();
    const Digest hash = hashOf(seats[0].situation());
    EXPECT_EQ(hashOf(seats[1].situation()), hash);
    EXPECT_EQ(hashOf(seats[2].situation()), hash);
    JournalQuery query(copyOf(seats[0], apart));
    const auto climbs = query.climbs();
    EXPECT_GT(climbs.size(), 20u);
    for (const auto& [rung, times] : climbs) {
      const auto asked = query.count("SELECT count(*) FROM said WHERE type = 'order.askedAgain' AND oid = '" +
                                     rung.substr(0, 36) + "'");
      EXPECT_LE(times, 1 + asked) << "climbed at two seats: " << rung;
    }
  }
}

}  // namespace
}  // namespace fengsui::night
