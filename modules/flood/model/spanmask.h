// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "field.h"

namespace fengsui::flood {

/// Flags of the spans of a row, 64 to a word.
class SpanMask {
 public:
  using Word = std::uint64_t;

  SpanMask() = default;
  explicit SpanMask(int spans) : words_(static_cast<std::size_t>(spans + 63) / 64) {}

  [[nodiscard]] bool any() const {
    return std::any_of(words_.begin(), words_.end(), [](Word word) { return word != 0; });
  }
  [[nodiscard]] bool at(int span) const { return words_[static_cast<std::size_t>(span) / 64] >> (span % 64) & 1; }
  void set(int span) { words_[static_cast<std::size_t>(span) / 64] |= Word{1} << (span % 64); }
  void clear() { std::fill(words_.begin(), words_.end(), Word{0}); }
  void fill(int spans) {
    std::fill(words_.begin(), words_.end(), ~Word{0});
    if (spans % 64 != 0) words_.back() = (Word{1} << (spans % 64)) - 1;
  }

  SpanMask& operator|=(const SpanMask& other) {
    for (std::size_t k = 0; k < words_.size(); ++k) words_[k] |= other.words_[k];
    return *this;
  }
  SpanMask& operator&=(const SpanMask& other) {
    for (std::size_t k = 0; k < words_.size(); ++k) words_[k] &= other.words_[k];
    return *this;
  }
  /// Takes away what @p other has.
  SpanMask& operator-=(const SpanMask& other) {
    for (std::size_t k = 0; k < words_.size(); ++k) words_[k] &= ~other.words_[k];
    return *this;
  }
  /// Adds the spans whose flag is not zero.
  void addFlags(const std::uint8_t* flags, int spans) {
    for (int span = 0; span < spans; ++span)
      if (flags[span]) set(span);
  }
  /// Adds the spans beside those of @p other; bits beyond the last span may appear.
  void addBeside(const SpanMask& other) {
    const std::size_t n = words_.size();
    for (std::size_t k = 0; k < n; ++k) {
      const Word here = other.words_[k];
      words_[k] |= here << 1 | here >> 1;
      if (k > 0) words_[k] |= other.words_[k - 1] >> 63;
      if (k + 1 < n) words_[k] |= other.words_[k + 1] << 63;
    }
  }

  /// Calls @p act with each run of spans, as cells [from, to).
  template <class Act>
  void eachRun(const Act& act) const {
    int begin = -1;
    for (std::size_t k = 0; k < words_.size(); ++k) {
      Word word = words_[k];
      const int base = static_cast<int>(k) * 64;
      int at = 0;
      if (begin >= 0) {
        at = std::countr_one(word);
        if (at == 64) continue;
        act(begin * spanCells, (base + at) * spanCells);
        begin = -1;
        word = word >> at << at;
      }
      while (word != 0) {
        begin = std::countr_zero(word);
        const int length = std::countr_one(word >> begin);
        if (begin + length == 64) {
          begin += base;
          break;
        }
        act((base + begin) * spanCells, (base + begin + length) * spanCells);
        word &= ~(((Word{1} << length) - 1) << begin);
        begin = -1;
      }
    }
    if (begin >= 0) act(begin * spanCells, static_cast<int>(words_.size()) * 64 * spanCells);
  }

 private:
  std::vector<Word> words_;
};

}  // namespace fengsui::flood
