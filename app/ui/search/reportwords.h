// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/entities/incident.h"

namespace fengsui {

/// A word of a report and what it stands for.
template <class Meaning>
struct ReportWord {
  std::u32string_view word;  ///< lower case
  Meaning meaning;
};

/// A word for a kind of incident, and whether it says no more than that: "fire" may be a forest's or a house's.
struct KindWord {
  std::u32string word;  ///< lower case
  std::string code;     ///< Vocabulary::incidentKind
  bool vague = false;
};

/// The vocabulary of incident kinds and the words that people use besides, the longest first.
[[nodiscard]] const std::vector<KindWord>& kindWords();
/// The kind that a vague word means beside the other words of the line: 起火 in 厂房 is a building's.
[[nodiscard]] std::string kindBeside(const KindWord& word, std::u32string_view line);

[[nodiscard]] std::span<const ReportWord<FigureKind>> figureWords();
[[nodiscard]] std::span<const ReportWord<IncidentLevel>> levelWords();
/// Whom a count counts: 名, people, hikers; they add nothing to it.
[[nodiscard]] std::span<const std::u32string_view> countedWords();

/// The length of the longest of @p words with which @p text begins, 0 for none. A Latin word must end there.
[[nodiscard]] std::size_t longestAt(std::u32string_view text, std::span<const std::u32string_view> words);

/// Whether a Latin word does not go on at @p at: between letters of one word nothing begins or ends.
[[nodiscard]] bool wordEdge(std::u32string_view text, std::size_t at);

}  // namespace fengsui
