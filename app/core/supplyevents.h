// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/entities/depot.h"
#include "core/entities/incident.h"
#include "core/entities/shelter.h"

// What happens to supplies and in shelters; see core/events.h.

namespace fengsui {

/// A depot's line by item and unit.
struct StockKey {
  Id<Depot> depot;
  std::string item;
  std::string unit;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("depot", self.depot);
    field("item", self.item);
    field("unit", self.unit);
  }
};

struct StockReceived {
  static constexpr std::string_view type = "stock.received";
  StockKey line;
  std::string code;
  Quantity quantity;
  std::string source;
  bool newLine = false;  ///< the line begins with this entry, and ends where it is taken back
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("line", self.line);
    field("code", self.code);
    field("quantity", self.quantity);
    field("source", self.source);
    field("newLine", self.newLine);
  }
};

/// Out of one depot into another.
struct StockMoved {
  static constexpr std::string_view type = "stock.moved";
  StockKey line;
  Id<Depot> to;
  Quantity quantity;
  bool newLine = false;  ///< the line begins with this entry, and ends where it is taken back
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("line", self.line);
    field("to", self.to);
    field("quantity", self.quantity);
    field("newLine", self.newLine);
  }
};

struct StockReserved {
  static constexpr std::string_view type = "stock.reserved";
  StockKey line;
  Quantity quantity;
  Id<Incident> incident;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("line", self.line);
    field("quantity", self.quantity);
    field("incident", self.incident);
  }
};

struct StockUnreserved {
  static constexpr std::string_view type = "stock.unreserved";
  StockKey line;
  Quantity quantity;
  Id<Incident> incident;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("line", self.line);
    field("quantity", self.quantity);
    field("incident", self.incident);
  }
};

/// Handed out for an incident; out of what was reserved where fromReserved.
struct StockIssued {
  static constexpr std::string_view type = "stock.issued";
  StockKey line;
  Quantity quantity;
  Id<Incident> incident;
  bool fromReserved = false;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("line", self.line);
    field("quantity", self.quantity);
    field("incident", self.incident);
    field("fromReserved", self.fromReserved);
  }
};

/// Counted by hand: this is what there is.
struct StockCounted {
  static constexpr std::string_view type = "stock.counted";
  StockKey line;
  std::string code;
  Quantity from;
  Quantity to;
  bool newLine = false;  ///< the line begins with this entry, and ends where it is taken back
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("line", self.line);
    field("code", self.code);
    field("from", self.from);
    field("to", self.to);
    field("newLine", self.newLine);
  }
};

// ---- shelters

struct ShelterOpened {
  static constexpr std::string_view type = "shelter.opened";
  Id<Shelter> shelter;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("shelter", self.shelter);
  }
};

struct ShelterClosed {
  static constexpr std::string_view type = "shelter.closed";
  Id<Shelter> shelter;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("shelter", self.shelter);
  }
};

struct ShelterCheckedIn {
  static constexpr std::string_view type = "shelter.checkedIn";
  Id<Shelter> shelter;
  std::int64_t persons = 0;
  std::string from;  ///< the village or group they came from
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("shelter", self.shelter);
    field("persons", self.persons);
    field("from", self.from);
  }
};

struct ShelterCheckedOut {
  static constexpr std::string_view type = "shelter.checkedOut";
  Id<Shelter> shelter;
  std::int64_t persons = 0;
  std::string to;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("shelter", self.shelter);
    field("persons", self.persons);
    field("to", self.to);
  }
};

}  // namespace fengsui
