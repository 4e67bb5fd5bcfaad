// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <functional>
#include <vector>

#include "ui/forms/stockform.h"
#include "ui/lists/thingrows.h"

namespace fengsui {

/// What can be done next, with its consequence in words.
struct Offer {
  QString words;
  std::function<void()> run;
};

/// The next actions for the things of a situation, the most likely first.
class Offers {
  Q_DECLARE_TR_FUNCTIONS(Offers)

 public:
  /// Sends or asks this team, which @p row lists for the incident.
  [[nodiscard]] static Offer forIncident(Desk& desk, const Incident& incident, const Team& team, const ThingRow& row);
  /// Several things: free teams under own command and one open incident are brought together.
  [[nodiscard]] static std::vector<Offer> forMany(Desk& desk, const Situation& situation,
                                                  const std::vector<Selected>& things);
  [[nodiscard]] static std::vector<Offer> forTeam(Desk& desk, const Team& team);
  /// @p change: asks what is known of it.
  [[nodiscard]] static std::vector<Offer> forClosure(Desk& desk, const RoadClosure& closure,
                                                     std::function<void()> change);
  /// @p take: asks who takes the duty, or which.
  [[nodiscard]] static std::vector<Offer> forPost(Desk& desk, const Situation& situation, const Post& post,
                                                  std::function<void()> take);
  [[nodiscard]] static std::vector<Offer> forPerson(Desk& desk, const Situation& situation, const Person& person,
                                                    std::function<void()> take);
  /// @p ask: for what happens to the supplies.
  [[nodiscard]] static std::vector<Offer> forDepot(const std::function<void(StockForm::Way)>& ask);
  /// @p count: asks how many people came or left.
  [[nodiscard]] static std::vector<Offer> forShelter(Desk& desk, const Shelter& shelter, std::function<void()> count);
};

}  // namespace fengsui
