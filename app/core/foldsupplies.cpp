// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foldrules.h"

namespace fengsui::foldrules {
namespace {

constexpr std::string_view kNothing = "0";
constexpr std::int64_t kMostPersons = 1'000'000'000;

StockLine& lineOf(Depot& depot, const std::string& item, const std::string& unit, const std::string& code) {
  for (StockLine& line : depot.stocks)
    if (line.item == item && line.unit == unit) {
      if (line.code.empty()) line.code = code;
      return line;
    }
  depot.stocks.push_back({item, code, unit, {}, {}});
  return depot.stocks.back();
}

// A line that began with an entry ends with it when the entry is taken back.
void endIfEmpty(Depot& depot, const EventHeader& h, bool newLine, const std::string& item, const std::string& unit) {
  if (!newLine || !h.undoes) return;
  std::erase_if(depot.stocks, [&](const StockLine& line) {
    return line.item == item && line.unit == unit && line.quantity.milli == 0 && line.reserved.milli == 0;
  });
}

// Never below zero: what is not there is not taken, and both promises are shown.
bool covers(Situation& s, const EventHeader& h, const Depot& depot, const StockKey& key, Quantity wanted,
            Quantity there) {
  if (wanted.milli >= 0 && wanted <= there) return true;
  openConflict(s, h, ConflictKind::stockPromisedTwice, Kind::depot, depot.id.uuid,
               key.item + ": " + wanted.text() + " / " + (there.milli > 0 ? there.text() : std::string(kNothing)),
               key.item);
  return false;
}

}  // namespace

void apply(Situation& s, const EventHeader& h, const StockReceived& e) {
  Depot* depot = subject(s, h, e.line.depot);
  if (!depot) return;
  StockLine& line = lineOf(*depot, e.line.item, e.line.unit, e.code);
  // A receipt that is taken back is a negative one.
  if (e.quantity.milli < 0 && !covers(s, h, *depot, e.line, -e.quantity, line.free())) return;
  line.quantity = line.quantity + e.quantity;
  endIfEmpty(*depot, h, e.newLine, e.line.item, e.line.unit);
}

void apply(Situation& s, const EventHeader& h, const StockMoved& e) {
  Depot* from = subject(s, h, e.line.depot);
  if (!from) return;
  Depot* to = subject(s, h, e.to);
  if (!to) return;
  StockLine& line = lineOf(*from, e.line.item, e.line.unit, {});
  if (!covers(s, h, *from, e.line, e.quantity, line.free())) return;
  line.quantity = line.quantity - e.quantity;
  const std::string code = line.code;
  StockLine& target = lineOf(*to, e.line.item, e.line.unit, code);
  target.quantity = target.quantity + e.quantity;
  endIfEmpty(*from, h, e.newLine, e.line.item, e.line.unit);
}

void apply(Situation& s, const EventHeader& h, const StockReserved& e) {
  Depot* depot = subject(s, h, e.line.depot);
  if (!depot) return;
  StockLine& line = lineOf(*depot, e.line.item, e.line.unit, {});
  if (covers(s, h, *depot, e.line, e.quantity, line.free())) line.reserved = line.reserved + e.quantity;
}

void apply(Situation& s, const EventHeader& h, const StockUnreserved& e) {
  Depot* depot = subject(s, h, e.line.depot);
  if (!depot) return;
  StockLine& line = lineOf(*depot, e.line.item, e.line.unit, {});
  if (covers(s, h, *depot, e.line, e.quantity, line.reserved)) line.reserved = line.reserved - e.quantity;
}

void apply(Situation& s, const EventHeader& h, const StockIssued& e) {
  Depot* depot = subject(s, h, e.line.depot);
  if (!depot) return;
  StockLine& line = lineOf(*depot, e.line.item, e.line.unit, {});
  // A negative issue brings back what was handed out.
  if (e.quantity.milli < 0) {
    line.quantity = line.quantity - e.quantity;
    if (e.fromReserved) line.reserved = line.reserved - e.quantity;
    return;
  }
  if (!covers(s, h, *depot, e.line, e.quantity, e.fromReserved ? line.reserved : line.free())) return;
  line.quantity = line.quantity - e.quantity;
  if (e.fromReserved) line.reserved = line.reserved - e.quantity;
}

void apply(Situation& s, const EventHeader& h, const StockCounted& e) {
  Depot* depot = subject(s, h, e.line.depot);
  if (!depot) return;
  StockLine& line = lineOf(*depot, e.line.item, e.line.unit, e.code);
  if (line.quantity != e.from)
    openConflict(s, h, ConflictKind::editedTwice, Kind::depot, e.line.depot.uuid,
                 e.line.item + ": " + line.quantity.text() + " / " + e.to.text());
  if (!covers(s, h, *depot, e.line, line.reserved, e.to)) return;
  line.quantity = e.to;
  endIfEmpty(*depot, h, e.newLine, e.line.item, e.line.unit);
}

void apply(Situation& s, const EventHeader& h, const ShelterOpened& e) {
  if (Shelter* shelter = subject(s, h, e.shelter)) shelter->status = ShelterStatus::open;
}

void apply(Situation& s, const EventHeader& h, const ShelterClosed& e) {
  Shelter* shelter = subject(s, h, e.shelter);
  if (!shelter) return;
  if (shelter->occupants > 0) {
    openConflict(s, h, ConflictKind::shelterCountContradicts, Kind::shelter, e.shelter.uuid,
                 "closed with " + std::to_string(shelter->occupants));
    return;
  }
  shelter->status = ShelterStatus::closed;
}

// People who stand at the door are counted, whatever the books say: checking in opens a shelter that was closed
// elsewhere.
void apply(Situation& s, const EventHeader& h, const ShelterCheckedIn& e) {
  Shelter* shelter = subject(s, h, e.shelter);
  if (!shelter) return;
  // Other stations' events may carry any number.
  if (e.persons < 0 || shelter->occupants > kMostPersons - e.persons) {
    openConflict(s, h, ConflictKind::shelterCountContradicts, Kind::shelter, e.shelter.uuid,
                 std::to_string(e.persons) + " / " + std::to_string(shelter->occupants));
    return;
  }
  shelter->occupants += e.persons;
  if (shelter->status != ShelterStatus::open) {
    openConflict(s, h, ConflictKind::shelterCountContradicts, Kind::shelter, e.shelter.uuid,
                 "checked in " + std::to_string(e.persons) + " while closed");
    shelter->status = ShelterStatus::open;
  }
}

void apply(Situation& s, const EventHeader& h, const ShelterCheckedOut& e) {
  Shelter* shelter = subject(s, h, e.shelter);
  if (!shelter) return;
  if (e.persons < 0 || e.persons > shelter->occupants)
    openConflict(s, h, ConflictKind::shelterCountContradicts, Kind::shelter, e.shelter.uuid,
                 std::to_string(e.persons) + " / " + std::to_string(shelter->occupants));
  shelter->occupants -= std::clamp<std::int64_t>(e.persons, 0, std::max<std::int64_t>(shelter->occupants, 0));
}

}  // namespace fengsui::foldrules
