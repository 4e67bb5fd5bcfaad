// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTextFormat>
#include <QTextObjectInterface>
#include <utility>
#include <vector>

#include "documents/flow.h"

namespace fengsui {

/// The drawings of one flow, as objects in its text. Inside of app/documents only.
class DrawnObjects : public QObject, public QTextObjectInterface {
  Q_OBJECT
  Q_INTERFACES(QTextObjectInterface)

 public:
  static constexpr int kType = QTextFormat::UserObject + 1;
  static constexpr int kIndex = QTextFormat::UserProperty + 1;

  std::vector<std::pair<QSizeF, Flow::Draw>> drawings;

  QSizeF intrinsicSize(QTextDocument*, int, const QTextFormat& format) override {
    return drawings[static_cast<std::size_t>(format.intProperty(kIndex))].first;
  }
  void drawObject(QPainter* painter, const QRectF& rect, QTextDocument*, int, const QTextFormat& format) override {
    painter->save();
    drawings[static_cast<std::size_t>(format.intProperty(kIndex))].second(*painter, rect);
    painter->restore();
  }
};

}  // namespace fengsui
