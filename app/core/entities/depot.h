// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/entities/person.h"
#include "core/geo.h"
#include "core/quantity.h"

namespace fengsui {

enum class DepotTier { district, town, village };

template <>
inline constexpr auto namesOf<DepotTier> = std::to_array<EnumName<DepotTier>>({
    {DepotTier::district, "district", "district", "区级"},
    {DepotTier::town, "town", "town", "镇街级"},
    {DepotTier::village, "village", "village", "村级"},
});

/// One item in one depot. A line is found by (item, unit).
struct StockLine {
  std::string item;
  std::string code;  ///< GB/T 38565-2020, 7 digits, where known
  std::string unit;
  Quantity quantity;
  Quantity reserved;  ///< promised and not yet gone; never more than quantity

  [[nodiscard]] Quantity free() const { return quantity - reserved; }
  bool operator==(const StockLine&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("item", self.item);
    field("code", self.code);
    field("unit", self.unit);
    field("quantity", self.quantity);
    field("reserved", self.reserved);
  }
};

/// A store of supplies in the three tiers district, town, village.
struct Depot {
  Id<Depot> id;
  std::string key;
  std::string name;
  std::optional<DepotTier> tier;
  std::string address;
  std::string town;
  std::optional<Position> location;
  std::vector<StockLine> stocks;
  std::vector<Responsible> responsible;
  Attributes attributes;
  Stamp stamp;

  bool operator==(const Depot&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("key", self.key);
    field("name", self.name);
    field("tier", self.tier);
    field("address", self.address);
    field("town", self.town);
    field("location", self.location);
    field("stocks", self.stocks);
    field("responsible", self.responsible, Shown::restricted);
    field("attributes", self.attributes);
    field("stamp", self.stamp);
  }

  [[nodiscard]] const StockLine* line(std::string_view item, std::string_view unit) const {
    for (const StockLine& stock : stocks)
      if (stock.item == item && stock.unit == unit) return &stock;
    return nullptr;
  }
};
template <>
inline constexpr Kind kindOf<Depot> = Kind::depot;

}  // namespace fengsui
