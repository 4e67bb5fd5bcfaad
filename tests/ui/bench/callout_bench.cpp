// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes until the list of those not reached is sorted anew and painted after an event, with 2,000 persons.
//
// usage: callout_bench            (QT_QPA_PLATFORM=offscreen will do)
#include <QApplication>
#include <QElapsedTimer>
#include <QPixmap>
#include <algorithm>
#include <cstdio>

#include "core/deriveduty.h"
#include "core/dutyrules.h"
#include "support/station.h"
#include "support/tempfolder.h"
#include "ui/boards/boardlist.h"
#include "ui/boards/callwords.h"
#include "ui/look/tokens.h"

namespace {

using namespace fengsui;

constexpr int kPersons = 2000;
constexpr int kRounds = 100;

StartCallout calloutOf(int persons) {
  StartCallout start;
  start.callout.id.uuid = Uuid::v7(systemNow());
  start.callout.title = "叫应";
  start.callout.goalMs = shippedCalloutRules().goalMs;
  start.callout.goalPercent = shippedCalloutRules().goalPercent;
  start.callout.ladder = shippedCalloutRules().ladder;
  for (int i = 0; i < persons; ++i) {
    Call call;
    call.id.uuid = Uuid::v7(systemNow());
    call.name = "责任人" + std::to_string(i);
    call.place = "村" + std::to_string(i);
    call.town = "镇" + std::to_string(i % 14);
    call.peopleAtRisk = (i * 7919) % 900;
    call.phones = {"13900000000"};
    start.calls.push_back(call);
  }
  return start;
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  applyLook(Theme::dark, Tense::present);
  const TempFolder folder;
  auto station = newStation(folder / "s");
  const StartCallout start = calloutOf(kPersons);
  does(*station, start);
  BoardList list(QStringLiteral("bench"), nullptr);
  list.useLead(58);
  list.resize(640, 700);
  std::vector<double> derived;
  std::vector<double> whole;
  for (int round = 0; round < kRounds; ++round) {
    const Id<Call> call = start.calls[static_cast<std::size_t>(round * 17 % kPersons)].id;
    does(*station, TryCall{call, {}, round % 3 == 0 ? CallStage::responded : CallStage::waiting});
    const Situation s = station->situation();
    QElapsedTimer clock;
    clock.start();
    const Callout& callout = *s.find(start.callout.id);
    const CalloutRates rates = ratesOf(s, callout);
    const auto unreached = unreachedOf(s, callout, systemNow());
    derived.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    std::vector<Uuid> ids;
    for (const Unreached& one : unreached) ids.push_back(one.call->id.uuid);
    list.show(std::move(ids), [&](int row) {
      return CallWords::row(unreached[static_cast<std::size_t>(row)], "叫应席", systemNow(), TimeZone::utc());
    });
    const QPixmap painted = list.grab();
    whole.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    if (rates.all != kPersons || painted.isNull()) return 1;
  }
  const auto say = [](const char* what, std::vector<double> ms, double limit) {
    std::sort(ms.begin(), ms.end());
    std::printf("%-52s p50 %7.2f ms  max %7.2f ms  (limit %.0f)\n", what, ms[ms.size() / 2], ms.back(), limit);
  };
  say("2,000 persons: rates and order after an event", derived, 100);
  say("the same, shown and painted", whole, 100);
  return 0;
}
