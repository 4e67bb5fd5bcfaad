// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/arrangement.h"

#include <algorithm>

namespace fengsui {
namespace {

constexpr int kWide = 1600;
constexpr int kStrip = 44;
constexpr int kRail = 100;
constexpr int kTimeline = 72;

}  // namespace

bool isWide(QSize window) {
  return window.width() >= kWide;
}

Arrangement arranged(QSize window, Open open) {
  const bool wide = isWide(window);
  const int leftWidth = wide ? 320 : 288;
  const int rightWidth = wide ? 400 : 336;
  const int top = kStrip;
  const int height = std::max(0, window.height() - kStrip - kTimeline);
  Arrangement a;
  a.strip = {0, 0, window.width(), kStrip};
  a.rail = {0, top, kRail, height};
  a.timeline = {0, top + height, window.width(), kTimeline};
  // A closed panel waits just outside its place, so that it can slide in.
  a.left = {open.left ? kRail : kRail - leftWidth, top, leftWidth, height};
  a.right = {open.right ? window.width() - rightWidth : window.width(), top, rightWidth, height};
  const int mapLeft = wide && open.left ? kRail + leftWidth : kRail;
  const int mapRight = wide && open.right ? window.width() - rightWidth : window.width();
  a.map = {mapLeft, top, std::max(0, mapRight - mapLeft), height};
  if (!wide) a.covered = {open.left ? leftWidth : 0, 0, open.right ? rightWidth : 0, 0};
  return a;
}

}  // namespace fengsui
