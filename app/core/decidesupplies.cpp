// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deciderules.h"

namespace fengsui::deciderules {
namespace {

Outcome positive(Quantity quantity) {
  if (quantity.milli > 0) return {};
  return failure(ErrorCode::invalid, {"the amount must be more than zero", "数量须大于零"});
}

Outcome people(std::int64_t persons) {
  if (persons > 0 && persons <= 1'000'000) return {};
  return failure(ErrorCode::invalid, {"the number of persons must be more than zero", "人数须大于零"});
}

std::string amount(Quantity quantity, const std::string& unit) {
  return quantity.text() + " " + unit;
}

// The line, or the sentence that the depot does not keep it, with what it does keep.
Result<const StockLine*> lineOf(const Situation& s, const StockKey& key) {
  const auto depot = known(s, key.depot);
  if (!depot) return failure(depot.error());
  if (const StockLine* line = (*depot)->line(key.item, key.unit)) return line;
  std::string kept;
  for (const StockLine& line : (*depot)->stocks) {
    if (kept.size() > 200) break;
    kept += (kept.empty() ? "" : ", ") + line.item + " (" + line.unit + ")";
  }
  return failure(
      ErrorCode::notFound,
      {(*depot)->name + " keeps no \"" + key.item + "\" counted in \"" + key.unit + "\"",
       (*depot)->name + "没有以“" + key.unit + "”计的“" + key.item + "”"},
      kept.empty() ? Text{"it keeps nothing yet", "该库暂无物资"} : Text{"it keeps: " + kept, "该库现有：" + kept});
}

Outcome covered(const StockLine& line, Quantity wanted, Quantity there) {
  if (wanted <= there) return {};
  return refuse("stock never goes below zero: " + amount(wanted, line.unit) + " of " + line.item + " wanted, " +
                    amount(there, line.unit) + " free" +
                    (line.reserved.milli > 0 ? " (" + amount(line.reserved, line.unit) + " reserved)" : ""),
                "库存不足：需要" + line.item + amount(wanted, line.unit) + "，可用" + amount(there, line.unit) +
                    (line.reserved.milli > 0 ? "（已预定" + amount(line.reserved, line.unit) + "）" : ""));
}

// What taking from a line always checks: the amount, the line, what is free.
Result<const StockLine*> takeable(const Situation& s, const StockKey& key, Quantity quantity) {
  if (const auto is = positive(quantity); !is) return failure(is.error());
  const auto line = lineOf(s, key);
  if (!line) return line;
  if (const auto is = covered(**line, quantity, (*line)->free()); !is) return failure(is.error());
  return line;
}

}  // namespace

Decision decideOn(const Situation& s, const ReceiveStock& c, const DecisionContext&) {
  const auto depot = known(s, c.line.depot);
  if (!depot) return failure(depot.error());
  if (const auto is = positive(c.quantity); !is) return failure(is.error());
  if (c.line.item.empty()) return failure(ErrorCode::invalid, {"which item?", "须写明物资名称"});
  return one(StockReceived{c.line, c.code, c.quantity, c.source, !(*depot)->line(c.line.item, c.line.unit)});
}

Decision decideOn(const Situation& s, const MoveStock& c, const DecisionContext&) {
  if (const auto line = takeable(s, c.line, c.quantity); !line) return failure(line.error());
  const auto to = known(s, c.to);
  if (!to) return failure(to.error());
  if (c.to == c.line.depot) return refuse("it is in that depot already", "物资已在该库");
  return one(StockMoved{c.line, c.to, c.quantity, !(*to)->line(c.line.item, c.line.unit)});
}

Decision decideOn(const Situation& s, const ReserveStock& c, const DecisionContext&) {
  if (const auto line = takeable(s, c.line, c.quantity); !line) return failure(line.error());
  if (const auto incident = openIncident(s, c.incident); !incident) return failure(incident.error());
  return one(StockReserved{c.line, c.quantity, c.incident});
}

Decision decideOn(const Situation& s, const UnreserveStock& c, const DecisionContext&) {
  if (const auto is = positive(c.quantity); !is) return failure(is.error());
  const auto line = lineOf(s, c.line);
  if (!line) return failure(line.error());
  if (c.quantity > (*line)->reserved)
    return refuse("only " + amount((*line)->reserved, (*line)->unit) + " are reserved",
                  "已预定的只有" + amount((*line)->reserved, (*line)->unit));
  return one(StockUnreserved{c.line, c.quantity, c.incident});
}

Decision decideOn(const Situation& s, const IssueStock& c, const DecisionContext&) {
  if (const auto is = positive(c.quantity); !is) return failure(is.error());
  const auto line = lineOf(s, c.line);
  if (!line) return failure(line.error());
  if (const auto is = covered(**line, c.quantity, c.fromReserved ? (*line)->reserved : (*line)->free()); !is)
    return failure(is.error());
  if (const auto incident = openIncident(s, c.incident); !incident) return failure(incident.error());
  return one(StockIssued{c.line, c.quantity, c.incident, c.fromReserved});
}

Decision decideOn(const Situation& s, const CountStock& c, const DecisionContext&) {
  const auto depot = known(s, c.line.depot);
  if (!depot) return failure(depot.error());
  if (c.line.item.empty() || c.quantity.milli < 0)
    return failure(ErrorCode::invalid,
                   {"a count needs an item and cannot be negative", "盘点须有物资名称，数量不能为负"});
  const StockLine* line = (*depot)->line(c.line.item, c.line.unit);
  if (line && c.quantity < line->reserved)
    return refuse("fewer counted than are reserved (" + amount(line->reserved, line->unit) + ")",
                  "盘点数少于已预定数（" + amount(line->reserved, line->unit) + "）",
                  {"release the reservations first", "请先解除预定"});
  return one(StockCounted{c.line, c.code, line ? line->quantity : Quantity{}, c.quantity, !line});
}

Decision decideOn(const Situation& s, const OpenShelter& c, const DecisionContext&) {
  const auto shelter = known(s, c.shelter);
  if (!shelter) return failure(shelter.error());
  if ((*shelter)->status == ShelterStatus::open)
    return refuse((*shelter)->name + " is open already", (*shelter)->name + "已启用");
  return one(ShelterOpened{c.shelter});
}

Decision decideOn(const Situation& s, const CloseShelter& c, const DecisionContext&) {
  const auto shelter = known(s, c.shelter);
  if (!shelter) return failure(shelter.error());
  if ((*shelter)->status != ShelterStatus::open)
    return refuse((*shelter)->name + " is closed already", (*shelter)->name + "未启用");
  if ((*shelter)->occupants > 0)
    return refuse((*shelter)->name + " still has " + std::to_string((*shelter)->occupants) + " people in it",
                  (*shelter)->name + "内尚有" + std::to_string((*shelter)->occupants) + "人，不能关闭");
  return one(ShelterClosed{c.shelter});
}

// A full shelter still counts whoever comes in: that it is over capacity is shown, not refused.
Decision decideOn(const Situation& s, const CheckIn& c, const DecisionContext&) {
  const auto shelter = known(s, c.shelter);
  if (!shelter) return failure(shelter.error());
  if (const auto are = people(c.persons); !are) return failure(are.error());
  if ((*shelter)->status != ShelterStatus::open)
    return refuse((*shelter)->name + " is not open", (*shelter)->name + "尚未启用", {"open it first", "请先启用"});
  return one(ShelterCheckedIn{c.shelter, c.persons, c.from});
}

Decision decideOn(const Situation& s, const CheckOut& c, const DecisionContext&) {
  const auto shelter = known(s, c.shelter);
  if (!shelter) return failure(shelter.error());
  if (const auto are = people(c.persons); !are) return failure(are.error());
  if (c.persons > (*shelter)->occupants)
    return refuse((*shelter)->name + " has only " + std::to_string((*shelter)->occupants) + " people in it",
                  (*shelter)->name + "内只有" + std::to_string((*shelter)->occupants) + "人");
  return one(ShelterCheckedOut{c.shelter, c.persons, c.to});
}

}  // namespace fengsui::deciderules
