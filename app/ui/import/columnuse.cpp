// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/columnuse.h"

#include <algorithm>

namespace fengsui {
namespace {

using UseRole = ColumnUse::Role;

bool isPlace(UseRole role) {
  return role == UseRole::longitude || role == UseRole::latitude || role == UseRole::coordinates;
}

UseRole roleOf(ColumnRole role) {
  switch (role) {
    case ColumnRole::serial:
      return UseRole::leaveOut;
    case ColumnRole::longitude:
      return UseRole::longitude;
    case ColumnRole::latitude:
      return UseRole::latitude;
    case ColumnRole::coordinates:
    case ColumnRole::geometry:
      return UseRole::coordinates;
    case ColumnRole::data:
      break;
  }
  return UseRole::attribute;
}

const ColumnUse* saidOf(const SaidUses& said, const std::string& column) {
  const auto at = said.find(column);
  return at == said.end() ? nullptr : &at->second;
}

}  // namespace

void sayUse(SaidUses& said, const std::string& column, ColumnUse use) {
  use.confidence = 1;
  if (use.role == UseRole::field || isPlace(use.role))
    std::erase_if(said, [&](const auto& one) { return one.second == use; });
  said[column] = std::move(use);
}

Mapping mappingOf(Kind kind, const std::vector<Column>& columns, const SaidUses& said) {
  std::vector<std::pair<std::string, std::string>> wishes;
  Mapping mapping = proposeMapping(kind, columns);
  // First what a column shall not be, then what it shall: a field that was freed can be given away.
  for (const auto& [column, use] : said)
    for (const FieldColumn& pair : mapping.fields)
      if (pair.column == column && (use.role != UseRole::field || use.field != pair.field))
        wishes.emplace_back(pair.field, "");
  for (const auto& [column, use] : said)
    if (use.role == UseRole::field) wishes.emplace_back(use.field, column);
  // What another kind's field or another sheet's column was said to be means nothing here.
  for (const auto& wish : wishes)
    if (auto next = remapped(mapping, kind, columns, {wish})) mapping = std::move(*next);
  const auto leftOut = [&](const std::string& column) {
    const ColumnUse* use = saidOf(said, column);
    return use && (use->role == UseRole::leaveOut || isPlace(use->role));
  };
  std::erase_if(mapping.unmapped, leftOut);
  // A column that the reader understood by itself and the person wants as it is written.
  for (const Column& column : columns) {
    const ColumnUse* use = saidOf(said, column.name);
    if (use && use->role == UseRole::attribute && column.role != ColumnRole::data &&
        std::find(mapping.unmapped.begin(), mapping.unmapped.end(), column.name) == mapping.unmapped.end())
      mapping.unmapped.push_back(column.name);
  }
  return mapping;
}

std::vector<ColumnUse> usesOf(Kind kind, const std::vector<Column>& columns, const SaidUses& said) {
  const Mapping mapping = mappingOf(kind, columns, said);
  std::vector<ColumnUse> uses;
  for (const Column& column : columns) {
    ColumnUse use{roleOf(column.role), {}, 1};
    const auto pair = std::find_if(mapping.fields.begin(), mapping.fields.end(),
                                   [&](const FieldColumn& one) { return one.column == column.name; });
    if (pair != mapping.fields.end())
      use = {UseRole::field, pair->field, pair->confidence};
    else if (const ColumnUse* own = saidOf(said, column.name); own && own->role != UseRole::field)
      use = *own;
    uses.push_back(std::move(use));
  }
  return uses;
}

std::optional<std::vector<std::string>> placeColumnsOf(const std::vector<Column>& columns, const SaidUses& said) {
  bool anySaid = false;
  std::string lon, lat, both;
  const auto set = [&](UseRole role, const std::string& name) {
    if (role == UseRole::longitude) lon = name;
    if (role == UseRole::latitude) lat = name;
    if (role == UseRole::coordinates) both = name;
  };
  for (const Column& column : columns)
    if (!saidOf(said, column.name)) set(roleOf(column.role), column.name);
  for (const Column& column : columns)
    if (const ColumnUse* use = saidOf(said, column.name)) {
      anySaid = anySaid || isPlace(use->role) || isPlace(roleOf(column.role));
      set(use->role, column.name);
    }
  if (!anySaid) return std::nullopt;
  if (!lon.empty() && !lat.empty()) return std::vector{lon, lat};
  if (!both.empty()) return std::vector{both};
  return std::vector<std::string>{};
}

}  // namespace fengsui
