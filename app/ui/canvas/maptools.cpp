// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/maptools.h"

#include <QAction>
#include <QEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/desk/deskactions.h"
#include "ui/look/tokens.h"

namespace fengsui {
namespace {

constexpr int kSide = 32;

}  // namespace

MapTools::MapTools(QWidget* canvas) : QWidget(canvas) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(2, 2, 2, 2);
  layout->setSpacing(0);
}

void MapTools::add(QAction* action) {
  auto* button = new QToolButton(this);
  button->setDefaultAction(action);
  button->setToolButtonStyle(Qt::ToolButtonIconOnly);
  button->setIconSize({20, 20});
  button->setFixedSize(kSide, kSide);
  button->setAutoRaise(true);
  button->setFocusPolicy(Qt::NoFocus);
  layout()->addWidget(button);
  tools_.push_back(action);
  DeskActions::colour({action});
  adjustSize();
}

void MapTools::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(t.line);
  p.setBrush(t.panel);
  p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kCorner, kCorner);
}

void MapTools::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) DeskActions::colour(tools_);
  QWidget::changeEvent(event);
}

}  // namespace fengsui
