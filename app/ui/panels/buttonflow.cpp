// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/buttonflow.h"

#include <algorithm>

namespace fengsui {
namespace {

constexpr int kGap = 6;
constexpr int kUsualWidth = 320;

int heightOf(const QLayoutItem& item, int width) {
  return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

}  // namespace

ButtonFlow::ButtonFlow(QWidget* parent, First first) : QLayout(parent), first_(first) {
  setContentsMargins(0, 0, 0, 0);
}

ButtonFlow::~ButtonFlow() = default;

void ButtonFlow::addItem(QLayoutItem* item) {
  items_.emplace_back(item);
}

QLayoutItem* ButtonFlow::itemAt(int index) const {
  return index >= 0 && index < count() ? items_[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* ButtonFlow::takeAt(int index) {
  if (index < 0 || index >= count()) return nullptr;
  const auto at = items_.begin() + index;
  QLayoutItem* taken = at->release();
  items_.erase(at);
  return taken;
}

std::vector<ButtonFlow::Row> ButtonFlow::rowsIn(int width) const {
  std::vector<Row> rows;
  int used = 0;
  bool alone = first_ == First::alone;
  for (const auto& item : items_) {
    if (item->isEmpty()) continue;
    const int wanted = item->sizeHint().width();
    if (rows.empty() || alone || used + kGap + wanted > width) {
      alone = rows.empty() && first_ == First::alone;
      rows.emplace_back();
      used = wanted;
    } else {
      used += kGap + wanted;
    }
    rows.back().push_back(item.get());
  }
  return rows;
}

int ButtonFlow::lay(const QRect& rect, bool place) const {
  int y = rect.top();
  for (const Row& row : rowsIn(rect.width())) {
    const int many = static_cast<int>(row.size());
    int wanted = (many - 1) * kGap;
    for (const QLayoutItem* item : row) wanted += item->sizeHint().width();
    const int spare = std::max(0, rect.width() - wanted);
    std::vector<int> widths;
    int height = 0;
    for (int i = 0; i < many; ++i) {
      const QLayoutItem& item = *row[static_cast<std::size_t>(i)];
      const int share = spare * (i + 1) / many - spare * i / many;
      widths.push_back(std::min(rect.width(), item.sizeHint().width() + share));
      height = std::max(height, heightOf(item, widths.back()));
    }
    if (place) {
      int x = rect.left();
      for (int i = 0; i < many; ++i) {
        row[static_cast<std::size_t>(i)]->setGeometry({x, y, widths[static_cast<std::size_t>(i)], height});
        x += widths[static_cast<std::size_t>(i)] + kGap;
      }
    }
    y += height + kGap;
  }
  return std::max(0, y - rect.top() - kGap);
}

int ButtonFlow::heightForWidth(int width) const {
  return lay({0, 0, width, 0}, false);
}

QSize ButtonFlow::sizeHint() const {
  return {kUsualWidth, heightForWidth(kUsualWidth)};
}

QSize ButtonFlow::minimumSize() const {
  // The height is said by heightForWidth; a height of one row here keeps what is above from taking all.
  int height = 0;
  for (const auto& item : items_)
    if (!item->isEmpty()) height = std::max(height, item->minimumSize().height());
  return {80, height};
}

void ButtonFlow::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  lay(rect, true);
}

}  // namespace fengsui
