// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importforecast.h"

#include "core/decideregistry.h"

namespace fengsui {
namespace {

using namespace deciderules;

template <class Entity>
bool isBeginning(const DecidedEvent& event) {
  if constexpr (std::same_as<Entity, Incident>)
    return std::holds_alternative<IncidentReported>(event.body);
  else
    return std::holds_alternative<Registered<Entity>>(event.body);
}

template <class Entity>
std::vector<RowForecast> forecast(const Situation& situation, const Import<Entity>& import,
                                  const DecisionContext& context) {
  std::vector<RowForecast> all;
  all.reserve(import.rows.size());
  RowIndex<Entity> index(situation);
  for (const ImportRow& row : import.rows) {
    const auto events = decideRow<Entity>(situation, row, index, context);
    RowForecast one{row.row, RowFate::refused, std::nullopt};
    if (!events) {
      one.error = events.error();
      one.error->place.line = row.row;
    } else if (events->empty()) {
      one.fate = RowFate::unchanged;
    } else {
      one.fate = isBeginning<Entity>(events->front()) ? RowFate::isNew : RowFate::changes;
    }
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace

std::vector<RowForecast> forecastOf(const Situation& situation, const Command& import, const DecisionContext& context) {
  std::vector<RowForecast> all;
  forEachKind([&]<class Entity>() {
    if constexpr (requires { Command(Import<Entity>{}); })
      if (const auto* rows = std::get_if<Import<Entity>>(&import)) all = forecast(situation, *rows, context);
  });
  return all;
}

}  // namespace fengsui
