// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/flowchart.h"

#include <algorithm>
#include <map>
#include <set>

namespace fengsui {

ChartLayout layOutPhase(const std::vector<std::size_t>& items, const std::vector<std::vector<std::size_t>>& after,
                        int columns) {
  ChartLayout out;
  std::map<std::size_t, std::size_t> boxOf;
  for (std::size_t i = 0; i < items.size(); ++i) boxOf[items[i]] = i;
  const std::size_t n = items.size();
  out.boxes.resize(n);
  // The column of a box is the length of the longest chain before it inside the phase.
  std::vector<int> depth(n, 0);
  std::vector<std::vector<std::size_t>> before(n);
  for (std::size_t i = 0; i < n; ++i)
    for (const std::size_t other : after[items[i]])
      if (const auto at = boxOf.find(other); at != boxOf.end() && at->second != i) before[i].push_back(at->second);
  for (std::size_t round = 0; round < n; ++round) {
    bool changed = false;
    for (std::size_t i = 0; i < n; ++i)
      for (const std::size_t one : before[i])
        if (depth[i] < depth[one] + 1 && depth[one] + 1 < static_cast<int>(n)) {
          depth[i] = depth[one] + 1;
          changed = true;
        }
    if (!changed) break;
  }
  // Chains that belong together are placed together, in the order of their first item.
  std::vector<std::size_t> group(n);
  for (std::size_t i = 0; i < n; ++i) group[i] = i;
  const auto rootOf = [&](std::size_t i) {
    while (group[i] != i) i = group[i];
    return i;
  };
  for (std::size_t i = 0; i < n; ++i)
    for (const std::size_t one : before[i]) {
      const std::size_t a = rootOf(i), b = rootOf(one);
      group[std::max(a, b)] = std::min(a, b);
    }
  std::map<std::size_t, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < n; ++i) groups[rootOf(i)].push_back(i);

  int row = 0, alone = 0;  // `alone`: the next free column of a row of boxes without arrows
  for (const auto& [root, members] : groups) {
    if (members.size() == 1) {
      out.boxes[root] = {items[root], row, alone, {}};
      if (++alone == columns) {
        alone = 0;
        ++row;
      }
      continue;
    }
    if (alone > 0) {
      alone = 0;
      ++row;
    }
    std::set<std::pair<int, int>> taken;
    std::vector<std::size_t> order = members;
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return depth[a] < depth[b]; });
    int last = row;
    for (const std::size_t i : order) {
      const int column = depth[i] % columns;
      // A chain longer than the page is wide goes on below.
      int wish = row;
      for (const std::size_t one : before[i]) {
        const auto& from = out.boxes[one];
        if (depth[one] + 1 == depth[i]) {
          wish = column == 0 ? last + 1 : from.row;
          break;
        }
      }
      while (taken.contains({wish, column})) ++wish;
      taken.insert({wish, column});
      last = std::max(last, wish);
      out.boxes[i] = {items[i], wish, column, {}};
    }
    row = last + 1;
  }
  out.rows = alone > 0 ? row + 1 : row;
  for (std::size_t i = 0; i < n; ++i)
    for (const std::size_t other : after[items[i]]) {
      const auto at = boxOf.find(other);
      const bool near = at != boxOf.end() && out.boxes[at->second].column + 1 == out.boxes[i].column;
      if (near)
        out.arrows.emplace_back(at->second, i);
      else if (other != items[i])
        out.boxes[i].waitsFor.push_back(other);
    }
  return out;
}

std::vector<int> groupStarts(const ChartLayout& layout) {
  std::vector<bool> joined(static_cast<std::size_t>(layout.rows) + 1, false);
  for (const auto& [from, to] : layout.arrows) {
    const int a = std::min(layout.boxes[from].row, layout.boxes[to].row);
    const int b = std::max(layout.boxes[from].row, layout.boxes[to].row);
    for (int r = a + 1; r <= b; ++r) joined[static_cast<std::size_t>(r)] = true;
  }
  std::vector<int> starts;
  for (int r = 0; r < layout.rows; ++r)
    if (!joined[static_cast<std::size_t>(r)]) starts.push_back(r);
  return starts;
}

}  // namespace fengsui
