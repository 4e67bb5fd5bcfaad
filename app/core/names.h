// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/text.h"

namespace fengsui {

/// How one value of a closed list is written in files (code) and shown to people.
template <class E>
struct EnumName {
  E value;
  std::string_view code;
  std::string_view en;
  std::string_view zh;
};

/// Specialised for each enum of the product: an array of EnumName.
template <class E>
inline constexpr int namesOf = 0;

template <class E>
[[nodiscard]] constexpr const EnumName<E>& nameOf(E value) {
  for (const auto& name : namesOf<E>)
    if (name.value == value) return name;
  return namesOf<E>[0];
}

template <class E>
[[nodiscard]] constexpr std::optional<E> fromCode(std::string_view code) {
  for (const auto& name : namesOf<E>)
    if (name.code == code) return name.value;
  return std::nullopt;
}

template <class E>
[[nodiscard]] Text textOf(E value) {
  return {std::string(nameOf(value).en), std::string(nameOf(value).zh)};
}

/// One word of an open list: a district may use words that this version does not know, and keeps them.
struct Word {
  std::string_view code;
  std::string_view en;
  std::string_view zh;
  std::string_view alsoCalled;  ///< other words for it, separated by '|'
};

enum class Vocabulary {
  incidentKind,
  teamKind,
  capability,
  riskZoneKind,
  facilityKind,
  placeKind,
  sensorKind,
  thresholdLevel
};

[[nodiscard]] std::span<const Word> wordsOf(Vocabulary);
/// The word's name; for a code that the list does not have, the code itself.
[[nodiscard]] Text textOf(Vocabulary, std::string_view code);
/// The code for what somebody wrote: code, Chinese or English name, or another word for it. Unknown text is its own
/// code.
[[nodiscard]] std::string codeFor(Vocabulary, std::string_view written);

}  // namespace fengsui
