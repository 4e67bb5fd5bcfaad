// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace fengsui {

enum class Language { english, chinese };

/// One thing said in the two languages of the product. Whoever shows it chooses.
struct Text {
  std::string en;
  std::string zh;

  [[nodiscard]] const std::string& in(Language language) const { return language == Language::chinese ? zh : en; }
  [[nodiscard]] bool empty() const { return en.empty() && zh.empty(); }
  bool operator==(const Text&) const = default;
};

/// A word that is the same in both languages: a name, a number, a path.
[[nodiscard]] inline Text sameInBoth(std::string_view word) {
  return {std::string(word), std::string(word)};
}

}  // namespace fengsui
