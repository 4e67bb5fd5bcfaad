// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <set>
#include <tuple>

#include "core/deriveorders.h"
#include "ui/desk/desk.h"
#include "ui/session/latestjob.h"

namespace fengsui {

/// Climbs the rungs of orders that this seat issued as their time comes, and says so. A rung that another seat has to
/// climb is refused by the rules and left to it; after a restart what is due is due again.
///
/// Thread: GUI; what is due is computed on another.
class OrderLadder : public QObject {
  Q_OBJECT

 public:
  explicit OrderLadder(Desk& desk, QObject* parent = nullptr);

 private:
  void climb(const std::vector<PendingRung>& due);

  using Rung = std::tuple<Uuid, std::string, std::int64_t, std::int64_t>;

  Desk& desk_;
  std::set<Rung> tried_;
  LatestJob<std::vector<PendingRung>> job_;
  QTimer tick_;
};

}  // namespace fengsui
