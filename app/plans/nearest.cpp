// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/nearest.h"

#include <algorithm>
#include <numeric>

namespace fengsui {
namespace {

// Restricted edit distance (Damerau): insert, delete, replace, swap of neighbours each cost one.
std::size_t distanceBetween(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t k = 1; k <= b.size(); ++k) {
      now[k] = std::min({last[k] + 1, now[k - 1] + 1, last[k - 1] + (a[i - 1] == b[k - 1] ? 0u : 1u)});
      if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1]) now[k] = std::min(now[k], before[k - 2] + 1);
    }
    before.swap(last);
    last.swap(now);
  }
  return last[b.size()];
}

std::u32string lowered(std::u32string text) {
  for (char32_t& c : text)
    if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
  return text;
}

}  // namespace

std::u32string characters(std::string_view utf8) {
  std::u32string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto first = static_cast<unsigned char>(utf8[i]);
    std::size_t length = first < 0x80 ? 1 : first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (i + length > utf8.size()) length = 1;
    char32_t c = length == 1 ? first : first & (0xffu >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) c = c << 6 | (static_cast<unsigned char>(utf8[i + k]) & 0x3f);
    out += c;
    i += length;
  }
  return out;
}

std::string nearest(std::string_view written, std::span<const std::string> known) {
  if (written.size() > 200) return {};
  const std::u32string wanted = lowered(characters(written));
  std::string best;
  std::size_t least = std::max<std::size_t>(wanted.size() < 4 ? 1 : 2, wanted.size() / 3) + 1;
  for (const std::string& word : known) {
    if (word.size() > 200) continue;
    const std::size_t distance = distanceBetween(wanted, lowered(characters(word)));
    if (distance < least) {
      least = distance;
      best = word;
    }
  }
  return best;
}

std::string listed(std::span<const std::string> words, std::size_t atMost) {
  std::string out;
  for (std::size_t i = 0; i < std::min(words.size(), atMost); ++i) out += (i == 0 ? "" : ", ") + words[i];
  if (words.size() > atMost) out += ", …";
  return out;
}

}  // namespace fengsui
