// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "core/entities/order.h"
#include "core/entities/response.h"
#include "core/entities/roadclosure.h"
#include "plans/checklist.h"
#include "plans/library.h"
#include "plans/situationfacts.h"
#include "sdk/exposure.h"
#include "sdk/storedforms.h"

namespace fengsui {

/// A response level whose criteria hold.
struct LevelAdvice {
  std::string plan;
  std::string edition;
  Text planTitle;
  std::string level;
  Text levelTitle;
  bool already = false;            ///< by what gauges and warnings say now, without the forecast
  bool running = false;            ///< a response of this plan runs at this level or above
  std::vector<Criterion> because;  ///< those that hold

  bool operator==(const LevelAdvice&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("plan", self.plan);
    field("edition", self.edition);
    field("planTitle", self.planTitle);
    field("level", self.level);
    field("levelTitle", self.levelTitle);
    field("already", self.already);
    field("running", self.running);
    field("because", self.because);
  }
};

/// An order that nobody has sent: whoever is on duty may take it as a draft.
struct OrderAdvice {
  std::string plan;
  std::string line;  ///< the item of the plan
  Brief brief;
  std::vector<Text> because;         ///< "depth 0.6 m at 21:40 at this underpass"
  std::vector<std::string> missing;  ///< placeholders that a person has to fill before it is issued

  bool operator==(const OrderAdvice&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("plan", self.plan);
    field("line", self.line);
    field("brief", self.brief);
    field("because", self.because);
    field("missing", self.missing);
  }
};

/// What to do about a forecast, or about what gauges say without one. Nothing of it happens by itself.
struct Advice {
  std::vector<LevelAdvice> levels;  ///< the strongest of each plan, the district's first
  std::vector<OrderAdvice> orders;
  std::vector<RoadClosure> closures;  ///< without ids
  std::vector<Text> changes;          ///< what the forecast changes in what gauges say already

  bool operator==(const Advice&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("levels", self.levels);
    field("orders", self.orders);
    field("closures", self.closures);
    field("changes", self.changes);
  }
};

struct AdviceRequest {
  const PlanLibrary& library;
  const Situation& situation;
  Observations said;                  ///< what gauges and warnings say, with what follows from their thresholds
  std::vector<Observation> forecast;  ///< what the forecast says in the readings that plans know
  const Exposure* exposure = nullptr;
  ExposureRules rules;
  std::set<std::string, std::less<>> hazards;  ///< of which plans are asked
  Instant now;
  std::stop_token stop = {};
};

/// Thread: any; pure. When stopped it gives what it has: nobody wants it any more.
[[nodiscard]] Advice adviceFor(const AdviceRequest& request);

/// "0.6": a value of a layer as people read it.
[[nodiscard]] std::string oneDigit(double value);

/// "0.6 m at 21:40, from 21:05 on": why a thing is on the list.
[[nodiscard]] Text reasonOf(const Hit& hit, const Exposure& exposure, const ExposureRules& rules, const TimeZone& zone);

}  // namespace fengsui
