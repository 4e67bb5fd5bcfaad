// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fengsui {

/// How Chinese characters are read aloud: the syllables of each, without tone, as people type them ("lv" for 吕, and
/// "lu" too). A character that is read in several ways has them all: 重 is chong in 重庆 and zhong in 重大.
///
/// Thread: any; immutable. Made at the first use, which takes a quarter of a second: not on the GUI thread.
/// Source: ICU's Han-Latin transliterator (Unihan kMandarin), and an own table of further readings in place names and
/// words of the trade.
class Pinyin {
 public:
  [[nodiscard]] static const Pinyin& table();

  using Syllable = std::uint16_t;
  static constexpr std::size_t kMostReadings = 4;

  /// None for what is not a Chinese character.
  [[nodiscard]] std::span<const Syllable> readings(char32_t letter) const {
    if (letter < kFirst || letter > kLast) return {};
    const Readings& readings = readings_[letter - kFirst];
    return {readings.syllables.data(), readings.count};
  }
  [[nodiscard]] std::string_view text(Syllable syllable) const { return syllables_[syllable]; }

  /// The letters of a text in the first reading of each character: "qiaozizhen" for 桥梓镇; other letters as folded.
  [[nodiscard]] std::string spelled(std::string_view utf8) const;

 private:
  static constexpr char32_t kFirst = 0x3400;
  static constexpr char32_t kLast = 0x9FFF;
  struct Readings {
    std::array<Syllable, kMostReadings> syllables{};
    std::uint8_t count = 0;
  };

  Pinyin();
  void add(char32_t letter, std::string_view syllable, bool first = false);
  [[nodiscard]] Syllable numberOf(std::string_view syllable);

  std::vector<std::string> syllables_;
  std::vector<Readings> readings_;
};

}  // namespace fengsui
