// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "ui/search/pinyin.h"

namespace fengsui {

/// How well a term fits a name; the better first.
enum class MatchRank : std::uint8_t {
  exact,
  prefix,         ///< the name begins with it, in characters or whole syllables
  wordStart,      ///< the same from a later word or character
  initials,       ///< the first letters of characters or words that follow each other: "qzz" for 桥梓镇
  innerInitials,  ///< the same from a later word or character
  inside,         ///< in the middle of a Latin word
  about,          ///< not the name: what it is or where
  subsequence,    ///< all letters in their order, with gaps
};

/// One letter of a name in an index: the folded letter, and whether it starts a word.
struct NameLetter {
  std::uint32_t bits = 0;
  static constexpr std::uint32_t kStartsWord = 1U << 31U;

  NameLetter() = default;
  NameLetter(char32_t letter, bool startsWord) : bits(letter | (startsWord ? kStartsWord : 0)) {}
  [[nodiscard]] char32_t letter() const { return bits & ~kStartsWord; }
  [[nodiscard]] bool startsWord() const { return (bits & kStartsWord) != 0; }
};

/// Names are compared up to this many letters.
inline constexpr std::size_t kMostLetters = 64;

struct Match {
  MatchRank rank = MatchRank::exact;
  std::uint64_t letters = 0;  ///< a bit for each letter of the name that the term stands for
};

/// Finds the best way in which @p term stands in a name: by its characters, by their pinyin in full or by initials,
/// mixed as people type ("怀rou", "hrou").
///
/// Thread: any; pure.
/// @param term folded, not empty, at most kMostLetters; @param name at most kMostLetters.
[[nodiscard]] std::optional<Match> matchOf(std::u32string_view term, std::span<const NameLetter> name,
                                           const Pinyin& pinyin);

/// Which letters a name has, as bits: what a term needs and a name has not can be told without reading the name.
struct LetterSet {
  std::uint64_t any = 0;      ///< letters of the name and of every reading of its characters
  std::uint64_t initial = 0;  ///< letters at which a match can begin

  void add(NameLetter letter, const Pinyin& pinyin);
};
[[nodiscard]] std::uint64_t letterBit(char32_t letter);
/// What a name must have in LetterSet::any to fit the term.
[[nodiscard]] std::uint64_t neededBy(std::u32string_view term);

}  // namespace fengsui
