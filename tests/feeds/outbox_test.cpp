// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/outbox.h"

#include <atomic>
#include <chrono>

#include "signed.h"

namespace fengsui {
namespace {

using namespace std::chrono_literals;

/// A channel that does as the test says.
class Runner : public Channel {
 public:
  explicit Runner(std::function<Carriage(const Parcel&)> run) : run_(std::move(run)) {}
  [[nodiscard]] std::string name() const override { return "runner"; }
  [[nodiscard]] Carriage carry(const Parcel& parcel) override { return run_(parcel); }

 private:
  std::function<Carriage(const Parcel&)> run_;
};

Carriage outcome(bool reached, bool down = false) {
  return {{"runner", {}, {}, "李梅", reached, reached ? "" : "不通"}, down};
}

TEST(Outbox, EachTryBecomesAnEventOfItsOrder) {
  const SignedOrder at;
  std::atomic<int> woken = 0;
  Outbox outbox({{"runner", std::make_shared<Runner>([](const Parcel&) { return outcome(true); })}}, [&] { ++woken; });
  ASSERT_TRUE(outbox.put(at.parcel(), "runner"));
  outbox.drain();
  const auto tried = outbox.takeTried();
  ASSERT_EQ(tried.size(), 1u);
  EXPECT_TRUE(outbox.takeTried().empty()) << "each once";
  does(*at.station, *recordOf(tried[0].parcel, tried[0].attempt));
  EXPECT_EQ(at.copy().attempts.size(), 1u);
  EXPECT_TRUE(at.copy().delivered);
  EXPECT_EQ(outbox.queue()[0].state, ErrandState::brought);
}

TEST(Outbox, AFailureIsSeenAndSentAgain) {
  const SignedOrder at;
  std::atomic<bool> works = false;
  Outbox outbox({{"runner", std::make_shared<Runner>([&](const Parcel&) { return outcome(works); })}});
  const auto errand = outbox.put(at.parcel(), "runner");
  ASSERT_TRUE(errand);
  outbox.drain();
  EXPECT_EQ(outbox.queue()[0].state, ErrandState::failed);
  EXPECT_EQ(outbox.queue()[0].detail, "不通");
  works = true;
  EXPECT_TRUE(outbox.retry(*errand));
  outbox.drain();
  EXPECT_EQ(outbox.queue()[0].state, ErrandState::brought);
  EXPECT_EQ(outbox.queue()[0].tries, 2);
  const auto tried = outbox.takeTried();
  ASSERT_EQ(tried.size(), 2u);
  for (const Tried& one : tried) does(*at.station, *recordOf(one.parcel, one.attempt));
  EXPECT_EQ(at.copy().attempts.size(), 2u) << "the failed one too";
  EXPECT_FALSE(outbox.retry(*errand)) << "it was brought";
  EXPECT_TRUE(outbox.drop(*errand));
  EXPECT_TRUE(outbox.queue().empty());
}

TEST(Outbox, ASlowChannelHoldsUpNobodyAndPuttingReturnsAtOnce) {
  const SignedOrder at;
  std::atomic<bool> release = false;
  Outbox outbox({{"slow", std::make_shared<Runner>([&](const Parcel&) {
                    while (!release) std::this_thread::sleep_for(1ms);
                    return outcome(true);
                  })},
                 {"quick", std::make_shared<Runner>([](const Parcel&) { return outcome(true); })}});
  const Parcel parcel = at.parcel();
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < 20; ++i) ASSERT_TRUE(outbox.put(parcel, "slow"));
  ASSERT_TRUE(outbox.put(parcel, "quick"));
  EXPECT_LT(std::chrono::steady_clock::now() - start, 500ms) << "the slow one would not have returned at all";
  std::vector<Tried> tried;
  for (int i = 0; i < 2000 && tried.empty(); ++i) {
    std::this_thread::sleep_for(1ms);
    tried = outbox.takeTried();
  }
  ASSERT_EQ(tried.size(), 1u) << "the quick one";
  release = true;
  outbox.drain();
  EXPECT_EQ(outbox.takeTried().size(), 20u);
}

TEST(Outbox, WhereAChannelIsDownAllThatWaitForItSaySoAtOnce) {
  const SignedOrder at;
  std::atomic<int> carried = 0;
  std::atomic<bool> go = false;
  Outbox outbox({{"runner", std::make_shared<Runner>([&](const Parcel&) {
                    while (!go) std::this_thread::sleep_for(1ms);
                    ++carried;
                    return outcome(false, true);
                  })}});
  for (int i = 0; i < 10; ++i) ASSERT_TRUE(outbox.put(at.parcel(), "runner"));
  go = true;
  outbox.drain();
  EXPECT_EQ(carried, 1) << "ten times five seconds would be too late";
  EXPECT_EQ(outbox.takeTried().size(), 10u);
  for (const Errand& errand : outbox.queue()) EXPECT_EQ(errand.state, ErrandState::failed);
}

TEST(Outbox, AChannelThatTheStationHasNotIsSaid) {
  const SignedOrder at;
  Outbox outbox({});
  const auto errand = outbox.put(at.parcel(), "pigeon");
  ASSERT_FALSE(errand);
  EXPECT_EQ(errand.error().code, ErrorCode::notFound);
}

}  // namespace
}  // namespace fengsui
