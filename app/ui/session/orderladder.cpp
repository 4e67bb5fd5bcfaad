// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/orderladder.h"

#include <algorithm>

namespace fengsui {
namespace {

constexpr int kTickMs = 1'000;

Text whomOf(const std::string& rung) {
  if (rung == "B") return {"the substitute", "B角"};
  if (rung == "town") return {"the town's duty office", "镇街值班室"};
  if (rung == "door") return {"somebody goes there", "派人上门"};
  return sameInBoth(rung);
}

}  // namespace

OrderLadder::OrderLadder(Desk& desk, QObject* parent)
    : QObject(parent),
      desk_(desk),
      job_(
          [this]() -> LatestJob<std::vector<PendingRung>>::Work {
            const Snapshot situation = desk_.session().situation();
            if (!situation) return {};
            return [situation, now = systemNow()] {
              auto rungs = pendingRungs(*situation);
              std::erase_if(rungs, [&](const PendingRung& rung) { return rung.dueAt > now; });
              return rungs;
            };
          },
          [this](const std::vector<PendingRung>& due) { climb(due); }) {
  connect(&tick_, &QTimer::timeout, this, [this] { job_.want(); });
  tick_.start(kTickMs);
}

void OrderLadder::climb(const std::vector<PendingRung>& due) {
  for (const PendingRung& rung : due) {
    // Once each: what the rules leave to another seat is not asked for every second.
    if (!tried_.insert({rung.order.uuid, rung.to, rung.rung, rung.dueAt.ms}).second) continue;
    const Order* order = desk_.session().situation()->find(rung.order);
    const OrderCopy* copy = order ? order->copy(rung.to) : nullptr;
    if (!copy) continue;
    const Text whom = whomOf(rung.whom);
    const Text said{"no answer from " + copy->to.name + " to " + order->number + ": now " + whom.en,
                    order->number + " " + copy->to.name + "未答复，现催" + whom.zh};
    desk_.session().execute(EscalateOrder{rung.order, rung.to, rung.rung}, {desk_.seat().actor(), std::nullopt}, this,
                            [this, said](const Result<Receipt>& receipt) {
                              if (receipt) emit desk_.noticed({Notice::Tone::trouble, said, std::nullopt, false});
                            });
  }
}

}  // namespace fengsui
