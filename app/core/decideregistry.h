// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <span>

#include "core/deciderules.h"
#include "core/fields.h"
#include "core/titleof.h"

// Registering, revising, retiring and importing are the same for every kind of thing; the templates are here,
// decide.cpp instantiates them.

namespace fengsui::deciderules {

/// Fields that change through commands of their own, never by editing or by a table.
template <class Entity>
[[nodiscard]] std::span<const std::string_view> operationalFields() {
  if constexpr (std::same_as<Entity, Incident>) {
    static constexpr std::array<std::string_view, 6> names{"id",       "stamp",         "figures",
                                                           "closedAt", "closedBecause", "reportedAt"};
    return names;
  } else if constexpr (std::same_as<Entity, Response>) {
    static constexpr std::array<std::string_view, 8> names{"id",     "stamp",     "level",   "signedBy",
                                                           "status", "startedAt", "endedAt", "reason"};
    return names;
  } else if constexpr (std::same_as<Entity, Team>) {
    static constexpr std::array<std::string_view, 7> names{"id",      "stamp",      "status", "unavailableBecause",
                                                           "lastFix", "assignment", "request"};
    return names;
  } else if constexpr (std::same_as<Entity, Depot>) {
    static constexpr std::array<std::string_view, 3> names{"id", "stamp", "stocks"};
    return names;
  } else if constexpr (std::same_as<Entity, Shelter>) {
    static constexpr std::array<std::string_view, 4> names{"id", "stamp", "occupants", "status"};
    return names;
  } else if constexpr (std::same_as<Entity, Order>) {
    static constexpr std::array<std::string_view, 17> names{
        "id",          "stamp",      "number",         "kind",   "item",  "parent",
        "replaces",    "status",     "drafted",        "issued", "ended", "ladderOrigin",
        "safetyFacts", "overridden", "overrideReason", "copies", "parts"};
    return names;
  } else if constexpr (std::same_as<Entity, Post>) {
    static constexpr std::array<std::string_view, 3> names{"id", "stamp", "onDuty"};
    return names;
  } else if constexpr (std::same_as<Entity, DutyReport>) {
    static constexpr std::array<std::string_view, 14> names{"id",       "stamp",    "kind",      "form",      "number",
                                                            "incident", "response", "dueBy",     "asOf",      "drafted",
                                                            "reviewed", "signed",   "withdrawn", "recipients"};
    return names;
  } else if constexpr (std::same_as<Entity, Directive>) {
    static constexpr std::array<std::string_view, 3> names{"id", "stamp", "answered"};
    return names;
  } else if constexpr (std::same_as<Entity, RoadClosure>) {
    static constexpr std::array<std::string_view, 3> names{"id", "stamp", "openedBecause"};
    return names;
  } else if constexpr (std::same_as<Entity, Household>) {
    static constexpr std::array<std::string_view, 9> names{"id",     "stamp",   "state", "said",   "left",
                                                           "passed", "arrived", "where", "refused"};
    return names;
  } else {
    static constexpr std::array<std::string_view, 2> names{"id", "stamp"};
    return names;
  }
}

template <class Entity>
[[nodiscard]] bool isOperational(std::string_view field) {
  const auto names = operationalFields<Entity>();
  field = field.substr(0, field.find('.'));
  return std::find(names.begin(), names.end(), field) != names.end();
}

/// A closure says where, and when in an order that time has.
[[nodiscard]] inline Outcome fitClosure(const RoadClosure& closure) {
  const auto wrong = [](const char* field, Text words) {
    Error error{ErrorCode::invalid, std::move(words), {}, {}};
    error.place.field = field;
    return failure(std::move(error));
  };
  if (!closure.shape || closure.shape->empty())
    return wrong("shape", {"a road closure is drawn: a point, a line or an area", "道路封闭须标绘点、线或面"});
  for (const ClosedSpan& span : closure.spans)
    if (span.to && *span.to <= span.from)
      return wrong("spans", {"a closure ends after it begins", "封闭的结束时间须晚于开始时间"});
  constexpr std::array<std::string_view, 4> known{"car", "heavy", "crawler", "foot"};
  for (const std::string& vehicle : closure.vehicles)
    if (std::find(known.begin(), known.end(), vehicle) == known.end())
      return wrong("vehicles", {"\"" + vehicle + "\" is no kind of vehicle: car, heavy, crawler or foot",
                                "“" + vehicle + "”不是车型：car、heavy、crawler 或 foot"});
  return {};
}

/// What a sensor's readings and levels need to make sense. @return Error::invalid with the field; see
/// decidesensors.cpp.
/// @param before what it was; nullptr for a new one. What it watched and has been retired since may stay.
[[nodiscard]] Outcome fitSensor(const Situation& s, const Sensor& sensor, const Sensor* before);

/// What a new thing may be like when it is entered.
template <class Entity>
[[nodiscard]] Outcome fitToRegister(const Situation& s, const Entity& entity) {
  const auto& kind = nameOf(kindOf<Entity>);
  if (titleOf(entity).empty()) {
    Error error{
        ErrorCode::invalid, {"a " + std::string(kind.en) + " needs a name", std::string(kind.zh) + "须有名称"}, {}, {}};
    error.place.field = "name";
    return failure(std::move(error));
  }
  if (entity.id.isNil() || s.find(entity.id))
    return failure(ErrorCode::invalid,
                   {"a " + std::string(kind.en) + " needs an id of its own", std::string(kind.zh) + "须有唯一标识"});
  if constexpr (std::same_as<Entity, Team>) {
    if (entity.status != TeamStatus::available && entity.status != TeamStatus::unavailable)
      return refuse("a new team is available or unavailable; it is sent afterwards", "新登记的队伍只能是待命或不可用");
    if (entity.assignment || entity.request) return refuse("a new team has no task yet", "新登记的队伍不能已有任务");
  }
  if constexpr (std::same_as<Entity, Shelter>) {
    if (entity.occupants < 0 || (entity.occupants > 0 && entity.status != ShelterStatus::open))
      return refuse("only an open shelter has people in it", "未启用的避难场所不能有人员");
  }
  if constexpr (std::same_as<Entity, Consultation>) {
    if (entity.conclusions.empty())
      return refuse("a consultation is recorded with what it concluded", "会商须记录结论");
  }
  if constexpr (std::same_as<Entity, Directive>) {
    if (entity.from.empty())
      return refuse("a directive is kept with the name of the leader who gave it", "批示须写明批示领导");
    if (entity.answered) return refuse("a new directive has no answer yet", "新登记的批示不能已有回报");
    if (entity.contradicts && !s.find(*entity.contradicts))
      return failure(ErrorCode::notFound,
                     {"the directive that it contradicts is not known here", "本站没有与之矛盾的那条批示"});
  }
  if constexpr (std::same_as<Entity, Household>) {
    if (entity.persons < 0)
      return failure(ErrorCode::invalid, {"a number of people cannot be negative", "人数不能为负"});
    if (entity.left || entity.passed || entity.arrived || entity.refused || entity.said)
      return refuse("a new household has not been counted yet", "新登记的转移户不能已有清点记录");
  }
  if constexpr (std::same_as<Entity, RoadClosure>) {
    if (const auto fits = fitClosure(entity); !fits) return fits;
    if (!entity.openedBecause.empty()) return refuse("a new closure has not been opened yet", "新登记的封闭不能已解除");
  }
  if constexpr (std::same_as<Entity, Sensor>)
    if (const auto fits = fitSensor(s, entity, nullptr); !fits) return fits;
  if constexpr (std::same_as<Entity, Depot>) {
    std::set<std::pair<std::string, std::string>> seen;
    for (const StockLine& line : entity.stocks) {
      if (line.quantity.milli < 0 || line.reserved.milli < 0 || line.reserved > line.quantity)
        return refuse("stock never goes below zero: " + line.item, "库存不能为负：" + line.item);
      if (!seen.emplace(line.item, line.unit).second)
        return refuse("the item stands twice: " + line.item, "物资重复：" + line.item);
    }
  }
  return {};
}

template <class Entity>
Decision decideOn(const Situation& s, const Register<Entity>& c, const DecisionContext& x) {
  if constexpr (std::same_as<Entity, RoadClosure>)
    if (const auto may = mayCloseRoads(s, x); !may) return failure(may.error());
  if (const auto fits = fitToRegister(s, c.entity); !fits) return failure(fits.error());
  Entity entity = c.entity;
  if constexpr (requires { entity.at; })
    if (entity.at == Instant{}) entity.at = x.occurred;
  if constexpr (std::same_as<Entity, RoadClosure>)
    if (entity.spans.empty()) entity.spans.push_back({x.occurred, std::nullopt});
  entity.stamp = {};
  return one(Registered<Entity>{std::move(entity)});
}

/// The keys of a map field before and after; nothing for a field of another type.
template <class Entity>
[[nodiscard]] std::optional<std::set<std::string>> keysOf(const Entity& entity, const std::string& field,
                                                          const Json& from, const Json& to) {
  std::set<std::string> keys;
  for (const Json* side : {&from, &to})
    if (side->is_object())
      for (const auto& [key, value] : side->items()) keys.insert(key);
  if (keys.empty() || !fieldOf(entity, field + '.' + *keys.begin())) return std::nullopt;
  return keys;
}

/// One change for each entry that differs, so that two seats may edit two entries of one map.
inline void addChanges(std::vector<FieldChange>& changes, const std::string& field, const std::set<std::string>& keys,
                       const Json& from, const Json& to) {
  const auto entry = [](const Json& map, const std::string& key) {
    return map.is_object() ? map.value(key, Json()) : Json();
  };
  for (const std::string& key : keys)
    if (Json before = entry(from, key), now = entry(to, key); before != now)
      changes.push_back({field + '.' + key, std::move(before), std::move(now)});
}

/// The changes that these fields make to the entity; checked, without those that change nothing.
template <class Entity>
[[nodiscard]] Result<std::vector<FieldChange>> changesTo([[maybe_unused]] const Situation& s, const Entity& entity,
                                                         std::span<const std::pair<std::string, Json>> set) {
  std::vector<FieldChange> changes;
  Entity after = entity;
  for (const auto& [field, to] : set) {
    const auto from = fieldOf(after, field);
    if (const auto done = setField(after, field, to); !done) return failure(done.error());
    const auto now = fieldOf(after, field);
    if (*now == *from) continue;
    if (const auto keys = keysOf(after, field, *from, *now))
      addChanges(changes, field, *keys, *from, *now);
    else
      changes.push_back({field, *from, *now});
  }
  if constexpr (std::same_as<Entity, Household>) {
    if (after.persons < 0)
      return failure(ErrorCode::invalid, {"a number of people cannot be negative", "人数不能为负"});
  }
  if constexpr (std::same_as<Entity, RoadClosure>)
    if (const auto fits = fitClosure(after); !fits) return failure(fits.error());
  if constexpr (std::same_as<Entity, Sensor>)
    if (const auto fits = fitSensor(s, after, &entity); !fits) return failure(fits.error());
  if (titleOf(after).empty()) {
    Error error{ErrorCode::invalid, {"a name cannot be emptied", "名称不能为空"}, {}, {}};
    error.place.field = "name";
    return failure(std::move(error));
  }
  return changes;
}

template <class Entity>
Decision decideOn(const Situation& s, const Revise<Entity>& c, [[maybe_unused]] const DecisionContext& x) {
  const auto entity = known(s, c.id);
  if (!entity) return failure(entity.error());
  if constexpr (std::same_as<Entity, RoadClosure>)
    if (const auto may = mayOpenRoads(s, x); !may) return failure(may.error());
  for (const auto& [field, to] : c.set) {
    const bool statusOfIncident = std::same_as<Entity, Incident> && field == "status";
    if (isOperational<Entity>(field))
      return refuse("\"" + field + "\" is not edited; it changes by what happens",
                    "“" + field + "”不能直接修改，须通过相应操作");
    if (statusOfIncident && (to == "closed" || to == "withdrawn" || to == "reported" || to.is_null()))
      return refuse("an incident is closed or withdrawn by its own command", "结束或撤销事件须用相应操作");
  }
  if constexpr (std::same_as<Entity, Incident>)
    if (const auto open = openIncident(s, c.id); !open) return failure(open.error());
  if constexpr (std::same_as<Entity, Order>)
    if ((*entity)->status != OrderStatus::drafted)
      return refuse("order " + (*entity)->number + " is signed; give it again or recall it",
                    "派单" + (*entity)->number + "已签发，不能修改；可改派或撤回");
  if constexpr (std::same_as<Entity, DutyReport>)
    if ((*entity)->signed_ || (*entity)->withdrawn)
      return refuse("a report that is signed or withdrawn is not changed any more", "已签发或作废的报告不能再改",
                    {"what has changed goes into a follow-up report", "变化请写入续报"});
  auto changes = changesTo(s, **entity, c.set);
  if (!changes) return failure(changes.error());
  if (changes->empty()) return std::vector<DecidedEvent>{};
  if constexpr (std::same_as<Entity, RoadClosure>) *changes = closedAnew(**entity, *changes, x.occurred);
  return one(Revised<Entity>{c.id, *changes});
}

template <class Entity>
Decision decideOn(const Situation& s, const Retire<Entity>& c, [[maybe_unused]] const DecisionContext& x) {
  const auto entity = known(s, c.id);
  if (!entity) return failure(entity.error());
  if constexpr (std::same_as<Entity, RoadClosure>)
    if (const auto may = mayOpenRoads(s, x); !may) return failure(may.error());
  if constexpr (std::same_as<Entity, Team>) {
    if ((*entity)->assignment || (*entity)->request)
      return refuse((*entity)->name + " has a task and cannot be taken off the list",
                    (*entity)->name + "有任务在身，不能移除", {"release it first", "请先解除任务"});
  }
  if constexpr (std::same_as<Entity, Shelter>) {
    if ((*entity)->occupants > 0)
      return refuse((*entity)->name + " has people in it", (*entity)->name + "内尚有人员，不能移除");
  }
  Entity kept = **entity;
  kept.stamp = {};
  return one(Retired<Entity>{std::move(kept), c.reason});
}

/// What a row without a key is found by: of households, the village too, for every village has its 张伟.
template <class Entity>
[[nodiscard]] std::string nameToFind(const Entity& entity) {
  if constexpr (std::same_as<Entity, Household>)
    return entity.name.empty() ? std::string() : entity.town + '\n' + entity.village + '\n' + entity.name;
  else
    return titleOf(entity);
}

/// How a table's rows find what they mean: by key, else by name. A name that two things carry finds neither.
template <class Entity>
class RowIndex {
 public:
  explicit RowIndex(const Situation& s) {
    s.all<Entity>().forEach([&](const Uuid& id, const Entity& entity) { add(id, entity.key, nameToFind(entity)); });
  }

  /// @return nil for something new; nothing where the name is ambiguous.
  [[nodiscard]] std::optional<Uuid> find(const std::string& key, const std::string& name) const {
    const auto& index = key.empty() ? byName_ : byKey_;
    const auto at = index.find(key.empty() ? name : key);
    if (at == index.end()) return Uuid{};
    if (at->second.isNil()) return std::nullopt;
    return at->second;
  }

  /// @return false where another row has taken this thing before.
  [[nodiscard]] bool take(Uuid id) { return taken_.insert(id).second; }

  void add(Uuid id, const std::string& key, const std::string& name) {
    if (!key.empty()) remember(byKey_, key, id);
    if (!name.empty()) remember(byName_, name, id);
  }

 private:
  static void remember(std::map<std::string, Uuid>& index, const std::string& word, Uuid id) {
    const auto [at, isNew] = index.try_emplace(word, id);
    if (!isNew && at->second != id) at->second = {};
  }

  std::map<std::string, Uuid> byKey_;
  std::map<std::string, Uuid> byName_;
  std::set<Uuid> taken_;
};

/// The count of each stock line that a table brings for a depot that is known.
inline Result<std::vector<DecidedEvent>> countsFor(const Depot& depot, const Json& stocks) {
  auto lines = decode<std::vector<StockLine>>(stocks);
  if (!lines) return failure(lines.error());
  std::vector<DecidedEvent> events;
  std::set<std::pair<std::string, std::string>> seen;
  for (const StockLine& line : *lines) {
    if (!seen.emplace(line.item, line.unit).second)
      return refuse("the item stands twice: " + line.item, "物资重复：" + line.item);
    const StockLine* own = depot.line(line.item, line.unit);
    const Quantity from = own ? own->quantity : Quantity{};
    if (own && line.quantity < own->reserved)
      return refuse(line.item + ": fewer than are reserved (" + own->reserved.text() + ")",
                    line.item + "：少于已预定数（" + own->reserved.text() + "）");
    if (line.quantity.milli < 0)
      return refuse("stock never goes below zero: " + line.item, "库存不能为负：" + line.item);
    if (!own || line.quantity != from)
      events.push_back(
          {StockCounted{{depot.id, line.item, line.unit}, line.code, from, line.quantity, !own}, std::nullopt});
  }
  return events;
}

template <class Entity>
Result<std::vector<DecidedEvent>> decideRow(const Situation& s, const ImportRow& row, RowIndex<Entity>& index,
                                            const DecisionContext& x) {
  const auto text = [&](const char* name) {
    const auto at = row.fields.find(name);
    return at != row.fields.end() && at->is_string() ? at->template get<std::string>() : std::string();
  };
  const std::string key = text("key");
  std::string name = text(std::same_as<Entity, Incident> ? "title" : "name");
  if constexpr (std::same_as<Entity, Household>)
    if (!name.empty()) name = text("town") + '\n' + text("village") + '\n' + name;
  const auto there = index.find(key, name);
  if (!there) {
    Error error{ErrorCode::ambiguous,
                {"more than one of them carries this name", "有多个同名对象"},
                {"give the table a column that tells them apart (a code) and import it as key",
                 "请在表中增加可区分的编码列，并作为 key 导入"},
                {}};
    error.place.field = key.empty() ? "name" : "key";
    error.place.value = key.empty() ? name : key;
    return failure(std::move(error));
  }
  if (there->isNil()) {
    auto entity = decode<Entity>(row.fields);
    if (!entity) return failure(entity.error());
    entity->id.uuid = row.idIfNew;
    if constexpr (std::same_as<Entity, Incident>) {
      index.add(row.idIfNew, key, name);
      return decideOn(s, ReportIncident{std::move(*entity)}, x);
    } else {
      if (const auto fits = fitToRegister(s, *entity); !fits) return failure(fits.error());
      index.add(row.idIfNew, key, name);
      entity->stamp = {};
      return one(Registered<Entity>{std::move(*entity)});
    }
  }

  const Entity* entity = s.find(Id<Entity>{*there});
  if (!entity || !index.take(*there)) {
    Error error{ErrorCode::invalid, {"it stands twice in the table", "表中重复"}, {}, {}};
    error.place.field = key.empty() ? "name" : "key";
    error.place.value = key.empty() ? name : key;
    return failure(std::move(error));
  }
  std::vector<std::pair<std::string, Json>> set;
  std::vector<DecidedEvent> events;
  for (const auto& [field, to] : row.fields.items()) {
    if constexpr (std::same_as<Entity, Depot>) {
      if (field == "stocks") {
        auto counts = countsFor(*entity, to);
        if (!counts) return failure(counts.error());
        events = std::move(*counts);
      }
    }
    if (isOperational<Entity>(field) || (std::same_as<Entity, Incident> && field == "status")) continue;
    set.emplace_back(field, to);
  }
  const auto changes = changesTo(s, *entity, set);
  if (!changes) return failure(changes.error());
  if (!changes->empty())
    events.insert(events.begin(), DecidedEvent{Revised<Entity>{Id<Entity>{*there}, *changes}, std::nullopt});
  return events;
}

template <class Entity>
Decision decideOn(const Situation& s, const Import<Entity>& c, const DecisionContext& x) {
  std::vector<DecidedEvent> events;
  RowIndex<Entity> index(s);
  std::set<Uuid> ids;
  for (const ImportRow& row : c.rows) {
    auto decided = decideRow<Entity>(s, row, index, x);
    if (!decided) {
      Error error = decided.error();
      error.place.line = row.row;
      return failure(std::move(error));
    }
    if (!row.idIfNew.isNil() && !ids.insert(row.idIfNew).second)
      return failure(ErrorCode::invalid, {"two rows carry one id", "两行标识相同"});
    for (DecidedEvent& event : *decided) events.push_back(std::move(event));
  }
  return events;
}

}  // namespace fengsui::deciderules
