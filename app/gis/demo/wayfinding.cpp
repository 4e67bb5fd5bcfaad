// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/wayfinding.h"

#include <algorithm>
#include <queue>

namespace fengsui::demo {
namespace {

using Entry = std::pair<float, std::uint32_t>;
using Queue = std::priority_queue<Entry, std::vector<Entry>, std::greater<>>;

}  // namespace

Wayfinder::Wayfinder(const StepCost& cost, const Raster<float>* heightsM, double steepness)
    : cost_(cost),
      heightsM_(heightsM),
      steepness_(steepness),
      best_(cost.cells.size()),
      before_(cost.cells.size()),
      stamp_(cost.cells.size(), 0) {}

double Wayfinder::step(std::uint32_t from, std::uint32_t to, double length) const {
  double cost = length * static_cast<double>(cost_.cells[to]);
  if (heightsM_) {
    const double rise = static_cast<double>(heightsM_->cells[to] - heightsM_->cells[from]) / length;
    cost *= 1 + steepness_ * rise * rise;
  }
  return cost;
}

std::vector<std::uint32_t> Wayfinder::nearest(std::uint32_t from, const std::function<bool(std::uint32_t)>& arrived,
                                              double mostCost) {
  ++round_;
  Queue open;
  open.emplace(0.0F, from);
  best_[from] = 0;
  before_[from] = from;
  stamp_[from] = round_;
  while (!open.empty()) {
    const auto [cost, cell] = open.top();
    open.pop();
    if (cost > best_[cell]) continue;
    if (static_cast<double>(cost) > mostCost) break;
    if (arrived(cell)) {
      std::vector<std::uint32_t> way{cell};
      while (way.back() != from) way.push_back(before_[way.back()]);
      std::reverse(way.begin(), way.end());
      return way;
    }
    for (const Neighbour& n : kNeighbours) {
      const int col = cost_.col(cell) + n.col, row = cost_.row(cell) + n.row;
      if (!cost_.frame.holds(col, row)) continue;
      const auto next = static_cast<std::uint32_t>(cost_.index(col, row));
      if (cost_.cells[next] <= 0) continue;
      const float sum = cost + static_cast<float>(step(cell, next, n.length * cost_.frame.cellM));
      if (stamp_[next] == round_ && best_[next] <= sum) continue;
      stamp_[next] = round_;
      best_[next] = sum;
      before_[next] = cell;
      open.emplace(sum, next);
    }
  }
  return {};
}

void Wayfinder::spread(const std::vector<std::uint32_t>& from, Raster<float>& costs, Raster<std::int32_t>& whose) {
  costs = Raster<float>(cost_.frame, 1e30F);
  whose = Raster<std::int32_t>(cost_.frame, -1);
  Queue open;
  for (std::size_t i = 0; i < from.size(); ++i) {
    costs.cells[from[i]] = 0;
    whose.cells[from[i]] = static_cast<std::int32_t>(i);
    open.emplace(0.0F, from[i]);
  }
  while (!open.empty()) {
    const auto [cost, cell] = open.top();
    open.pop();
    if (cost > costs.cells[cell]) continue;
    for (const Neighbour& n : kNeighbours) {
      const int col = cost_.col(cell) + n.col, row = cost_.row(cell) + n.row;
      if (!cost_.frame.holds(col, row)) continue;
      const auto next = static_cast<std::uint32_t>(cost_.index(col, row));
      if (cost_.cells[next] <= 0) continue;
      const float sum = cost + static_cast<float>(step(cell, next, n.length * cost_.frame.cellM));
      if (sum >= costs.cells[next]) continue;
      costs.cells[next] = sum;
      whose.cells[next] = whose.cells[cell];
      open.emplace(sum, next);
    }
  }
}

}  // namespace fengsui::demo
