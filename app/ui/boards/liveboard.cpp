// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/liveboard.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/forms/inlineform.h"
#include "ui/look/tokens.h"
#include "ui/panels/actionbutton.h"

namespace fengsui {
namespace {

constexpr int kFormWidth = 520;

}  // namespace

LiveBoard::LiveBoard(Desk& desk, const char* name, QWidget* parent)
    : Board(parent),
      desk_(desk),
      title_(new QLabel(this)),
      line_(new QLabel(this)),
      close_(new ActionButton(ActionButton::Weight::side, this)),
      body_(new QVBoxLayout) {
  setObjectName(QLatin1String(name));
  setAutoFillBackground(true);
  title_->setFont(typeOf(TypeSize::large, QFont::DemiBold));
  line_->setFont(typeOf(TypeSize::small));
  line_->setForegroundRole(QPalette::PlaceholderText);
  line_->setWordWrap(true);
  close_->setFocusPolicy(Qt::NoFocus);
  auto* head = new QHBoxLayout;
  head->setSpacing(12);
  head->addWidget(title_);
  head->addWidget(line_, 1);
  head->addWidget(close_);
  body_->setSpacing(kUnit);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 12, 16, 12);
  layout->setSpacing(kUnit);
  layout->addLayout(head);
  layout->addLayout(body_, 1);
  connect(close_, &QAbstractButton::clicked, this, &Board::closeWanted);
  connect(&desk_, &Desk::shownChanged, this, [this] {
    if (isVisible() && desk_.shown()) refresh();
  });
  connect(&desk_, &Desk::seatChanged, this, [this] {
    if (isVisible() && desk_.shown()) refresh();
  });
  second_.setInterval(1000);
  connect(&second_, &QTimer::timeout, this, [this] {
    if (isVisible() && desk_.shown()) tick();
  });
  second_.start();
}

void LiveBoard::opened() {
  close_->setText(tr("Close (Esc)"));
  retranslate();
  if (desk_.shown()) refresh();
  takeFocus();
}

bool LiveBoard::givesUp() {
  for (InlineForm* form : forms_) {
    if (!form->isVisible()) continue;
    form->close();
    takeFocus();
    return true;
  }
  return false;
}

void LiveBoard::setHead(const QString& title, const QString& line) {
  title_->setText(title);
  line_->setText(line);
}

ActionButton* LiveBoard::addButton(const char* name) {
  auto* button = new ActionButton(ActionButton::Weight::side, this);
  button->setObjectName(QLatin1String(name));
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

QLabel* LiveBoard::addHeading() {
  auto* heading = new QLabel(this);
  heading->setFont(typeOf(TypeSize::small, QFont::DemiBold));
  heading->setForegroundRole(QPalette::PlaceholderText);
  return heading;
}

void LiveBoard::carry(InlineForm* form) {
  forms_.push_back(form);
  form->installEventFilter(this);
  connect(form, &InlineForm::closed, this, [this] { takeFocus(); });
}

void LiveBoard::placeForms() {
  for (InlineForm* form : forms_) {
    if (!form->isVisible()) continue;
    const int width = std::min(kFormWidth, this->width() - 32);
    const int height =
        form->layout()->hasHeightForWidth() ? form->layout()->totalHeightForWidth(width) : form->sizeHint().height();
    form->setGeometry((this->width() - width) / 2, std::max(56, (this->height() - height) / 3), width, height);
  }
}

void LiveBoard::resizeEvent(QResizeEvent* event) {
  Board::resizeEvent(event);
  placeForms();
}

bool LiveBoard::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest) placeForms();
  return Board::eventFilter(watched, event);
}

void LiveBoard::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange && isVisible()) {
    close_->setText(tr("Close (Esc)"));
    retranslate();
    if (desk_.shown()) refresh();
  }
  Board::changeEvent(event);
}

void LiveBoard::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter p(this);
  p.fillRect(rect(), t.panel);
  p.fillRect(QRect(width() - 1, 0, 1, height()), t.line);
}

}  // namespace fengsui
