// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/codec.h"
#include "core/entities/kind.h"
#include "core/time.h"
#include "gis/table.h"

namespace fengsui {

struct ExportOptions {
  Language language = Language::chinese;  ///< of headings and of words from closed lists
  bool restricted = false;      ///< also people, telephones, households, notes
  bool oneRowPerStockLine = true;  ///< false: all items of a depot in one cell, without codes and reservations
};

/// Things of one kind as a table that importRows reads back the same: fields under their headings, attributes in columns
/// of their own, places as shapes. Columns that are empty throughout are left out.
///
/// Thread: any; pure. @p things are in stored form: encode(entity).
/// Not in a table, because only the journal can say them: id, what a team is doing, where it was last, who is on duty.
/// Attributes that look like telephone or identity numbers count as restricted.
[[nodiscard]] Table tableOfThings(Kind kind, const std::vector<Json>& things, const TimeZone& zone,
                                  const ExportOptions& options = {});

template <class Entity>
[[nodiscard]] Table tableOf(const std::vector<Entity>& entities, const TimeZone& zone, const ExportOptions& options = {}) {
  std::vector<Json> things;
  for (const Entity& entity : entities) things.push_back(encode(entity));
  return tableOfThings(kindOf<Entity>, things, zone, options);
}

}  // namespace fengsui
