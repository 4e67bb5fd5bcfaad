// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/rail.h"

#include <QAction>
#include <QEvent>
#include <QFrame>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/desk/deskactions.h"
#include "ui/look/tokens.h"

namespace fengsui {
namespace {

constexpr int kIcon = 20, kSmallIcon = 16;

}  // namespace

Rail::Rail(QWidget* parent) : QWidget(parent) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(2, 4, 3, 4);
  layout->setSpacing(0);  // so that all tools have their room on a screen of 768 lines
}

void Rail::add(QAction* action) {
  auto* button = new QToolButton(this);
  button->setDefaultAction(action);
  button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
  button->setIconSize({kIcon, kIcon});
  button->setAutoRaise(true);
  button->setFont(typeOf(TypeSize::small));
  button->setFocusPolicy(Qt::NoFocus);
  button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  layout()->addWidget(button);
  buttons_.push_back(button);
  tools_.push_back(action);
  DeskActions::colour({action});
}

void Rail::addLine() {
  auto* line = new QFrame(this);
  line->setFixedHeight(9);
  line->setFrameShape(QFrame::HLine);
  line->setForegroundRole(QPalette::Mid);
  layout()->addWidget(line);
}

void Rail::addSpring() {
  static_cast<QVBoxLayout*>(layout())->addStretch(1);
}

void Rail::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit();
}

void Rail::use(Qt::ToolButtonStyle style, int iconSide) {
  for (QToolButton* button : buttons_) {
    button->setToolButtonStyle(style);
    button->setIconSize({iconSide, iconSide});
  }
  layout()->invalidate();
}

// The word below its picture, on a lower screen beside it; where even that is too high the last tools lose theirs.
void Rail::fit() {
  use(Qt::ToolButtonTextUnderIcon, kIcon);
  if (layout()->minimumSize().height() <= height()) return;
  use(Qt::ToolButtonTextBesideIcon, kSmallIcon);
  for (auto button = buttons_.rbegin(); button != buttons_.rend() && layout()->minimumSize().height() > height();
       ++button) {
    (*button)->setToolButtonStyle(Qt::ToolButtonIconOnly);
    layout()->invalidate();
  }
}

void Rail::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter p(this);
  p.fillRect(rect(), t.panel);
  p.fillRect(QRect(width() - 1, 0, 1, height()), t.line);
}

void Rail::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) DeskActions::colour(tools_);
  if (event->type() == QEvent::LanguageChange) fit();
  QWidget::changeEvent(event);
}

}  // namespace fengsui
