// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLabel>
#include <QScrollBar>
#include <QStringList>
#include <QTableView>

#include "ui/look/language.h"

namespace fengsui {

/// Every word under @p root that can be seen has its room, lies within the window, and nothing but tables scrolls
/// sideways. @p glances: names of labels that are lines to be glanced at, and whole on hover.
inline void expectNothingCutOff(const QWidget& root, const QStringList& glances = {}) {
  const auto within = [&](const QWidget& widget, const QString& words) {
    const QRect there(widget.mapTo(widget.window(), QPoint()), widget.size());
    const bool scrolled = [&] {
      for (const QWidget* up = widget.parentWidget(); up; up = up->parentWidget())
        if (qobject_cast<const QAbstractScrollArea*>(up)) return true;
      return false;
    }();
    EXPECT_TRUE(scrolled || widget.window()->rect().contains(there)) << words.toStdString();
  };
  for (const auto* button : root.findChildren<QAbstractButton*>()) {
    if (!button->isVisible()) continue;
    within(*button, button->text());
    const int wanted =
        button->hasHeightForWidth() ? button->heightForWidth(button->width()) : button->minimumSizeHint().height();
    EXPECT_GE(button->height() + 1, wanted) << button->text().toStdString();
    if (button->hasHeightForWidth()) continue;
    EXPECT_GE(button->width() + 1, button->sizeHint().width()) << button->text().toStdString();
  }
  for (const auto* label : root.findChildren<QLabel*>()) {
    if (!label->isVisible() || label->text().isEmpty() || glances.contains(label->objectName())) continue;
    within(*label, label->text());
    const int wanted = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
    EXPECT_GE(label->height() + 1, wanted) << label->text().toStdString();
    if (label->wordWrap()) continue;
    EXPECT_GE(label->width() + 1, label->sizeHint().width()) << label->text().toStdString();
  }
  for (const auto* choice : root.findChildren<QComboBox*>()) {
    if (!choice->isVisible() || choice->isEditable()) continue;
    // The frame and the arrow take no more than a line's height.
    const int words = choice->fontMetrics().horizontalAdvance(choice->currentText());
    EXPECT_GE(choice->width(), words + choice->fontMetrics().height()) << choice->currentText().toStdString();
  }
  for (const auto* area : root.findChildren<QAbstractScrollArea*>()) {
    if (!area->isVisible() || qobject_cast<const QTableView*>(area)) continue;
    EXPECT_EQ(area->horizontalScrollBar()->maximum(), 0) << area->objectName().toStdString() << " scrolls sideways";
  }
}

/// The two screens that the desk promises to suit, in logical pixels.
inline QSize deskOfWidth(int width) {
  return width == 1366 ? QSize(1366, 768) : QSize(1920, 1080);
}

}  // namespace fengsui
