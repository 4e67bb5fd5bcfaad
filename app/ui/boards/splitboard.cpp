// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/splitboard.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/boards/boardlist.h"
#include "ui/look/icons.h"
#include "ui/look/tokens.h"

namespace fengsui {
namespace {

constexpr int kTickMs = 5'000;  // clocks on the board go on

}  // namespace

SplitBoard::SplitBoard(Desk& desk, const QString& name, QWidget* parent)
    : Board(parent),
      desk_(desk),
      tools_(new QHBoxLayout),
      filter_(new QLineEdit(this)),
      list_(new BoardList(name + QStringLiteral("List"), this)),
      pane_(new SubjectPane(this)),
      title_(new QLabel(this)),
      under_(new QLabel(this)),
      close_(new QToolButton(this)) {
  setObjectName(name);
  setAutoFillBackground(true);
  title_->setFont(typeOf(TypeSize::large, QFont::DemiBold));
  title_->setTextFormat(Qt::PlainText);
  title_->setObjectName(name + QStringLiteral("Title"));
  under_->setFont(typeOf(TypeSize::small));
  under_->setForegroundRole(QPalette::PlaceholderText);
  under_->setTextFormat(Qt::PlainText);
  under_->setWordWrap(true);
  under_->setObjectName(name + QStringLiteral("Under"));
  close_->setAutoRaise(true);
  close_->setFocusPolicy(Qt::NoFocus);
  filter_->setObjectName(name + QStringLiteral("Filter"));
  filter_->setClearButtonEnabled(true);
  filter_->installEventFilter(this);
  list_->setKeys({[this](int key) { return pane_->offers().knows(key); },
                  [this](int key) { return !pane_->asking() && pane_->offers().press(key); }});

  connect(pane_, &SubjectPane::followed, &desk_, [this](const Selected& to) { desk_.select(to); });

  auto* head = new QHBoxLayout;
  head->setContentsMargins(2 * kUnit, kUnit, kUnit, 0);
  head->addWidget(title_, 1);
  head->addWidget(close_, 0, Qt::AlignTop);
  tools_->setContentsMargins(kUnit + 4, kUnit, kUnit, kUnit);
  tools_->setSpacing(6);
  tools_->addWidget(filter_, 1);
  under_->setContentsMargins(2 * kUnit, 2, 2 * kUnit, 0);
  auto* left = new QVBoxLayout;
  left->setSpacing(0);
  left->addLayout(tools_);
  left->addWidget(list_, 1);
  auto* both = new QHBoxLayout;
  both->setSpacing(1);
  both->addLayout(left, 1);
  both->addWidget(pane_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 1, 0);
  layout->setSpacing(0);
  layout->addLayout(head);
  layout->addWidget(under_);
  layout->addLayout(both, 1);

  connect(close_, &QToolButton::clicked, this, &Board::closeWanted);
  connect(filter_, &QLineEdit::textChanged, this, [this] { want(); });
  connect(list_, &BoardList::chosen, this, [this] { showSubject(); });
  connect(pane_, &SubjectPane::formClosed, this, [this] {
    if (isVisible()) list_->setFocus();
    showSubject();
  });
  connect(&desk_, &Desk::shownChanged, this, [this] {
    if (isVisible()) want();
  });
  connect(&desk_, &Desk::liveChanged, this, [this] {
    if (isVisible()) want();
  });
  connect(&desk_, &Desk::seatChanged, this, [this] {
    if (isVisible()) showSubject();
  });
  connect(&tick_, &QTimer::timeout, this, [this] {
    if (isVisible()) want();
  });
  tick_.start(kTickMs);
  colour();
}

void SplitBoard::opened() {
  want();
  list_->setFocus();
}

bool SplitBoard::givesUp() {
  if (pane_->stopAsking()) return true;
  if (filter_->text().isEmpty()) return false;
  filter_->clear();
  return true;
}

void SplitBoard::setTitle(const QString& title, const QString& under) {
  title_->setText(title);
  under_->setText(under);
  under_->setVisible(!under.isEmpty());
}

void SplitBoard::markWanted() {
  if (list_->markKey(wanted_)) wanted_.clear();
  list_->markSomething();
  showSubject();
}

void SplitBoard::showEvent(QShowEvent*) {
  want();
}

void SplitBoard::resizeEvent(QResizeEvent*) {
  pane_->setFixedWidth(std::clamp(width() * 42 / 100, 340, 460));
}

void SplitBoard::colour() {
  const Tokens& t = tokens();
  close_->setIcon(iconNamed(QStringLiteral("close"), t.dim, t.dim, t.dim));
}

void SplitBoard::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    want();
    showSubject();
  }
  if (event->type() == QEvent::PaletteChange) colour();
  Board::changeEvent(event);
}

bool SplitBoard::eventFilter(QObject* watched, QEvent* event) {
  if (watched == filter_ && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
      list_->setFocus();
      return true;
    }
  }
  return Board::eventFilter(watched, event);
}

void SplitBoard::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter p(this);
  p.fillRect(QRect(width() - 1, 0, 1, height()), t.line);
  p.fillRect(QRect(pane_->x() - 1, pane_->y(), 1, pane_->height()), t.line);
}

}  // namespace fengsui
