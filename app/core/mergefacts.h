// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

// Facts that merge: whatever the order in which they became known and however often, the same remains.

namespace fengsui {

/// Keeps the smaller of the two.
template <class T>
void keepFirst(std::optional<T>& kept, const T& heard) {
  if (!kept || heard < *kept) kept = heard;
}

/// Keeps the larger of the two. @return whether that is the one just heard.
template <class T>
bool keepLast(std::optional<T>& kept, const T& heard) {
  if (kept && heard < *kept) return false;
  kept = heard;
  return true;
}

/// Ascending, each once.
template <class T>
void keepEach(std::vector<T>& kept, const T& heard) {
  const auto at = std::lower_bound(kept.begin(), kept.end(), heard);
  if (at == kept.end() || heard < *at) kept.insert(at, heard);
}

}  // namespace fengsui
