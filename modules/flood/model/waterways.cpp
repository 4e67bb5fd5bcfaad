// SPDX-License-Identifier: GPL-3.0-or-later
#include "waterways.h"

#include <algorithm>
#include <cmath>
#include <queue>

namespace fengsui::flood {
namespace {

struct Waiting {
  double level;
  std::int64_t order;  // of equals the one that came first, so that the order is the same everywhere
  std::int32_t cell;
  bool operator<(const Waiting& other) const {
    return level != other.level ? level > other.level : order > other.order;
  }
};

}  // namespace

bool isOutlet(const Raster& ground, std::int32_t cell) {
  const int i = cell % ground.columns, j = cell / ground.columns;
  bool out = i == 0 || j == 0 || i == ground.columns - 1 || j == ground.rows - 1;
  besideCell(ground, cell,
             [&](std::int32_t other) { out = out || std::isnan(ground.values[static_cast<std::size_t>(other)]); });
  return out;
}

Waterways::Waterways(const Raster& ground, const std::stop_token& stop) : next_(ground.values.size(), -1) {
  upwards_.reserve(ground.values.size());
  const auto z = [&](std::int32_t cell) { return ground.values[static_cast<std::size_t>(cell)]; };
  std::vector<char> seen(ground.values.size(), 0);
  std::priority_queue<Waiting> waiting;
  // What is not higher than where the water comes from needs no queue: it is next anyway (Barnes et al., improved).
  std::vector<std::int32_t> pit;
  std::int64_t order = 0;
  for (std::int32_t cell = 0; cell < static_cast<std::int32_t>(ground.values.size()); ++cell) {
    const bool nothing = std::isnan(z(cell));
    if (!nothing && !isOutlet(ground, cell)) continue;
    seen[static_cast<std::size_t>(cell)] = 1;
    if (!nothing) waiting.push({z(cell), order++, cell});
  }
  double level = 0;
  std::vector<char> done(ground.values.size(), 0);
  const auto spread = [&](std::int32_t from) {
    upwards_.push_back(from);
    done[static_cast<std::size_t>(from)] = 1;
    // Of the ways that are known the lowest: beside a ridge runs a valley.
    if (!isOutlet(ground, from)) {
      std::int32_t& on = next_[static_cast<std::size_t>(from)];
      besideCell(ground, from, [&](std::int32_t other) {
        if (done[static_cast<std::size_t>(other)] && (on < 0 || z(other) < z(on))) on = other;
      });
    }
    besideCell(ground, from, [&](std::int32_t other) {
      if (seen[static_cast<std::size_t>(other)]) return;
      seen[static_cast<std::size_t>(other)] = 1;
      if (z(other) <= level)
        pit.push_back(other);
      else
        waiting.push({z(other), order++, other});
    });
  };
  while (!waiting.empty() && !stop.stop_requested()) {
    level = waiting.top().level;
    const std::int32_t cell = waiting.top().cell;
    waiting.pop();
    spread(cell);
    for (std::size_t k = 0; k < pit.size(); ++k) spread(pit[k]);
    pit.clear();
  }
}

std::vector<std::int32_t> Waterways::drained() const {
  std::vector<std::int32_t> out(next_.size(), 1);
  for (auto cell = upwards_.rbegin(); cell != upwards_.rend(); ++cell)
    if (const std::int32_t on = next(*cell); on >= 0)
      out[static_cast<std::size_t>(on)] += out[static_cast<std::size_t>(*cell)];
  return out;
}

}  // namespace fengsui::flood
