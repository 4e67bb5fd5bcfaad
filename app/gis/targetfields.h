// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/entities/kind.h"
#include "core/names.h"

namespace fengsui {

/// How the cells of a field are to be read.
enum class FieldValue {
  text,
  name,        ///< of a person; a telephone in the same cell is taken out
  code,        ///< a key or a code: text that must stay as it is
  whole,       ///< a count: "约120人", "2.5万"
  area,        ///< square metres, also 亩, 公顷
  amount,      ///< up to three decimals
  yesNo,
  word,        ///< one of a vocabulary
  words,       ///< several of it
  term,        ///< one of a closed list
  phones,
  time,
  stocks,      ///< several stock lines in one cell
  figures,     ///< several figures in one cell
  people,      ///< several responsible people in one cell
};

/// A field of an entity that a column can fill. The path is the name of the field in its stored form, with a dot
/// before each part inside: "contacts.A.phones", "stocks.item", "capacity.emergency".
struct TargetField {
  std::string_view path;
  std::string_view en;        ///< heading in an export
  std::string_view zh;
  std::string_view synonyms;  ///< other headings that mean it, separated by '|'
  FieldValue value = FieldValue::text;
  Vocabulary vocabulary = Vocabulary::incidentKind;  ///< of word and words
  bool restricted = false;    ///< exported only when asked for
};

/// In the order in which an export writes them. Empty for kinds that are not imported (response, conflict).
[[nodiscard]] std::span<const TargetField> targetFieldsOf(Kind kind);
[[nodiscard]] const TargetField* targetField(Kind kind, std::string_view path);

/// The field that holds the place: "home", "location" or "shape"; empty for people and posts.
[[nodiscard]] std::string_view placeFieldOf(Kind kind);
/// The list of responsible people: "contacts", "responsible", "holders"; empty where there is none.
[[nodiscard]] std::string_view peopleFieldOf(Kind kind);
/// "title" of an incident, "name" of everything else.
[[nodiscard]] std::string_view nameFieldOf(Kind kind);

}  // namespace fengsui
