// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/lookup.h"
#include "cli/session.h"

namespace fengsui {
namespace {

struct StockOptions {
  std::string depot, item, unit, to, incident, quantity, code, source;
  bool reserved = false;
};

// The depot's line of that item; the unit need not be written where there is only one.
Result<StockKey> lineFrom(const Situation& s, const StockOptions& o) {
  const auto id = lookUp<Depot>(s, o.depot);
  if (!id) return failure(id.error());
  std::vector<std::string> units;
  for (const StockLine& line : s.find(*id)->stocks)
    if (line.item == o.item && (o.unit.empty() || line.unit == o.unit)) units.push_back(line.unit);
  if (units.size() == 1) return StockKey{*id, o.item, units.front()};
  if (units.size() > 1)
    return failure(ErrorCode::ambiguous, {"this item is kept in several units", "该物资有多种计量单位"},
                   {"name one with --unit", "请用 --unit 指定"});
  return StockKey{*id, o.item, o.unit};
}

struct Verb {
  const char* name;
  const char* en;
  const char* zh;
  Text done;
  bool toDepot = false;
  bool forIncident = false;
  Result<Command> (*make)(const Situation&, const StockOptions&, StockKey, Quantity);
};

Result<Command> withIncident(const Situation& s, const StockOptions& o,
                             Command (*make)(const StockOptions&, StockKey, Quantity, Id<Incident>), StockKey line,
                             Quantity quantity) {
  const auto incident = lookUp<Incident>(s, o.incident);
  if (!incident) return failure(incident.error());
  return make(o, std::move(line), quantity, *incident);
}

const Verb kVerbs[] = {
    {"move",
     "from one depot to another",
     "调拨到另一物资库",
     {"moved", "已调拨"},
     true,
     false,
     [](const Situation& s, const StockOptions& o, StockKey line, Quantity quantity) -> Result<Command> {
       const auto to = lookUp<Depot>(s, o.to);
       if (!to) return failure(to.error());
       return Command(MoveStock{std::move(line), *to, quantity});
     }},
    {"receive",
     "something came in",
     "入库",
     {"received", "已入库"},
     false,
     false,
     [](const Situation&, const StockOptions& o, StockKey line, Quantity quantity) -> Result<Command> {
       return Command(ReceiveStock{std::move(line), o.code, quantity, o.source});
     }},
    {"count",
     "counted by hand: this is what there is",
     "盘点",
     {"counted", "已盘点"},
     false,
     false,
     [](const Situation&, const StockOptions& o, StockKey line, Quantity quantity) -> Result<Command> {
       return Command(CountStock{std::move(line), o.code, quantity});
     }},
    {"reserve",
     "promise it to an incident",
     "为事件预定",
     {"reserved", "已预定"},
     false,
     true,
     [](const Situation& s, const StockOptions& o, StockKey line, Quantity quantity) {
       return withIncident(
           s, o,
           [](const StockOptions&, StockKey l, Quantity q, Id<Incident> i) {
             return Command(ReserveStock{std::move(l), q, i});
           },
           std::move(line), quantity);
     }},
    {"unreserve",
     "take a promise back",
     "解除预定",
     {"released", "已解除预定"},
     false,
     true,
     [](const Situation& s, const StockOptions& o, StockKey line, Quantity quantity) {
       return withIncident(
           s, o,
           [](const StockOptions&, StockKey l, Quantity q, Id<Incident> i) {
             return Command(UnreserveStock{std::move(l), q, i});
           },
           std::move(line), quantity);
     }},
    {"issue",
     "hand it out for an incident",
     "为事件出库",
     {"issued", "已出库"},
     false,
     true,
     [](const Situation& s, const StockOptions& o, StockKey line, Quantity quantity) {
       return withIncident(
           s, o,
           [](const StockOptions& options, StockKey l, Quantity q, Id<Incident> i) {
             return Command(IssueStock{std::move(l), q, i, options.reserved});
           },
           std::move(line), quantity);
     }},
};

}  // namespace

void addSupplyCommands(CLI::App& app, Session& session) {
  auto* stock = app.add_subcommand("stock", told(session, "supplies in the depots", "物资出入库与调拨"));
  stock->require_subcommand(1);
  for (const Verb& verb : kVerbs) {
    auto o = std::make_shared<StockOptions>();
    auto* command = stock->add_subcommand(verb.name, told(session, verb.en, verb.zh));
    command->add_option("ITEM", o->item, told(session, "the item", "物资名称"))->required();
    command->add_option("QUANTITY", o->quantity, told(session, "how much", "数量"))->required();
    command->add_option("--from,--at,--depot", o->depot, told(session, "the depot", "物资库"))->required();
    command->add_option("--unit", o->unit, told(session, "its unit, where there are several", "计量单位"));
    if (verb.toDepot) command->add_option("--to", o->to, told(session, "the other depot", "调入库"))->required();
    if (verb.forIncident) command->add_option("--for", o->incident, told(session, "the incident", "事件"))->required();
    if (std::string(verb.name) == "issue")
      command->add_flag("--reserved", o->reserved, told(session, "out of what was reserved", "从已预定数中出库"));
    if (std::string(verb.name) == "receive" || std::string(verb.name) == "count")
      command->add_option("--code", o->code, "GB/T 38565");
    command->callback([o, &verb, &session] {
      session.execute(
          [&](const Situation& s) -> Result<Command> {
            auto line = lineFrom(s, *o);
            if (!line) return failure(line.error());
            const auto quantity = Quantity::parse(o->quantity);
            if (!quantity) return failure(quantity.error());
            return verb.make(s, *o, std::move(*line), *quantity);
          },
          verb.done);
    });
  }
}

}  // namespace fengsui
