// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/flowchart.h"

#include <gtest/gtest.h>

namespace fengsui {
namespace {

using Waits = std::vector<std::vector<std::size_t>>;

TEST(FlowChart, AChainStandsInARowFromLeftToRight) {
  const ChartLayout chart = layOutPhase({0, 1, 2}, Waits{{}, {0}, {1}}, 4);
  EXPECT_EQ(chart.rows, 1);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(chart.boxes[i].column, static_cast<int>(i));
  EXPECT_EQ(chart.arrows.size(), 2U);
}

TEST(FlowChart, WhatStandsAloneFillsRows) {
  const ChartLayout chart = layOutPhase({0, 1, 2, 3, 4}, Waits(5), 4);
  EXPECT_EQ(chart.rows, 2);
  EXPECT_EQ(chart.boxes[4].row, 1);
  EXPECT_EQ(chart.boxes[4].column, 0);
}

TEST(FlowChart, NoTwoBoxesShareAPlaceAndEveryWaitIsAnArrowOrANumber) {
  // Two that fork from one, one that waits for both and for something of another phase, and a stranger.
  const Waits after = {{}, {0}, {0}, {1, 2, 7}, {}, {3}, {5}, {}};
  const std::vector<std::size_t> items = {0, 1, 2, 3, 4, 5, 6};
  const ChartLayout chart = layOutPhase(items, after, 4);
  std::size_t shown = chart.arrows.size(), asked = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    shown += chart.boxes[i].waitsFor.size();
    asked += after[items[i]].size();
    for (std::size_t j = 0; j < i; ++j)
      EXPECT_FALSE(chart.boxes[i].row == chart.boxes[j].row && chart.boxes[i].column == chart.boxes[j].column)
          << i << " and " << j;
    EXPECT_LT(chart.boxes[i].column, 4);
    EXPECT_LT(chart.boxes[i].row, chart.rows);
  }
  EXPECT_EQ(shown, asked);
  EXPECT_EQ(chart.boxes[3].waitsFor, std::vector<std::size_t>{7});
}

TEST(FlowChart, ACycleEndsAndKeepsItsBoxes) {
  const ChartLayout chart = layOutPhase({0, 1, 2}, Waits{{2}, {0}, {1}}, 4);
  EXPECT_EQ(chart.boxes.size(), 3U);
  EXPECT_GE(chart.rows, 1);
}

TEST(FlowChart, APageMayBreakWhereNoArrowRuns) {
  const ChartLayout chart = layOutPhase({0, 1, 2, 3}, Waits{{}, {0}, {0}, {}}, 4);
  const std::vector<int> starts = groupStarts(chart);
  EXPECT_EQ(starts, (std::vector<int>{0, 2}));
}

}  // namespace
}  // namespace fengsui
