// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/herecard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/desk/desk.h"
#include "ui/look/beside.h"
#include "ui/look/tokens.h"
#include "ui/panels/actionbutton.h"

namespace fengsui {
namespace {

constexpr int kWidth = 300;
constexpr std::size_t kMostFeatures = 6;

}  // namespace

HereCard::HereCard(Desk& desk, QWidget* canvas)
    : QFrame(canvas),
      desk_(desk),
      head_(new QLabel(this)),
      lines_(new QVBoxLayout),
      things_(new QLabel(this)),
      foreseen_(new QLabel(this)),
      report_(new ActionButton(ActionButton::Weight::side, this)),
      teams_(new ActionButton(ActionButton::Weight::side, this)) {
  report_->setObjectName(QStringLiteral("reportHere"));
  teams_->setObjectName(QStringLiteral("firstHere"));
  setObjectName(QStringLiteral("hereCard"));
  setFixedWidth(kWidth);
  head_->setFont(typeOf(TypeSize::small, QFont::DemiBold));
  things_->setWordWrap(true);
  things_->setTextFormat(Qt::PlainText);
  foreseen_->setObjectName(QStringLiteral("forecastHere"));
  foreseen_->setWordWrap(true);
  foreseen_->setTextFormat(Qt::PlainText);
  lines_->setSpacing(0);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 10, 12, 12);
  layout->setSpacing(6);
  layout->addWidget(head_);
  layout->addLayout(lines_);
  layout->addWidget(things_);
  layout->addWidget(foreseen_);
  layout->addWidget(report_);
  layout->addWidget(teams_);
  connect(report_, &QAbstractButton::clicked, this, [this] {
    const Position where = where_;
    close();
    emit reportWanted(where);
  });
  connect(teams_, &QAbstractButton::clicked, this, [this] {
    const Position where = where_;
    close();
    emit teamsWanted(where);
  });
  connect(&desk_, &Desk::selectionChanged, this, &HereCard::close);
  hide();
}

void HereCard::setBaseMap(BaseMap* base) {
  base_ = base;
  connect(base_, &BaseMap::identified, this, [this](quint64 request, const std::vector<MapFeature>& features) {
    if (request != asked_ || isHidden()) return;
    features_ = features;
    fill();
    place();
  });
}

void HereCard::openAt(Position where, QPointF map, double toleranceM, QPoint at) {
  where_ = where;
  at_ = at;
  features_.clear();
  asked_ = base_ ? base_->identify(map, toleranceM) : 0;
  fill();
  place();
  show();
  raise();
  setFocus();
}

void HereCard::close() {
  if (isHidden()) return;
  hide();
  asked_ = 0;
  emit closed();
}

void HereCard::fill() {
  while (QLayoutItem* item = lines_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  head_->setText(tr("HERE · a click copies"));
  for (const Notation& notation : notationsOf(where_)) {
    QString name;
    switch (notation.kind) {
      case Notation::Kind::decimal:
      case Notation::Kind::sexagesimal:
        name = QStringLiteral("WGS 84");
        break;
      case Notation::Kind::gcj02:
        name = QStringLiteral("GCJ-02");
        break;
      case Notation::Kind::mercator:
        name = QStringLiteral("EPSG:3857");
        break;
    }
    auto* line = new QToolButton(this);
    line->setText(notation.text);
    line->setToolTip(tr("Copy (%1)").arg(name));
    line->setAutoRaise(true);
    line->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(line, &QToolButton::clicked, this, [this, text = notation.text] {
      QGuiApplication::clipboard()->setText(text);
      close();
    });
    lines_->addWidget(line);
  }
  QStringList names;
  for (const MapFeature& feature : features_) {
    if (feature.title.isEmpty() || names.contains(feature.title)) continue;
    names << feature.title;
    if (static_cast<std::size_t>(names.size()) == kMostFeatures) break;
  }
  things_->setText(names.join(u'\n'));
  things_->setVisible(!names.isEmpty());
  tellForecast();
  report_->setText(tr("Report an incident here"));
  report_->setVisible(desk_.live());
  teams_->setText(tr("Who can be here first"));
}

void HereCard::tellForecast() {
  const QString words = forecast_ ? forecast_(where_) : QString();
  foreseen_->setText(words);
  foreseen_->setVisible(!words.isEmpty());
}

void HereCard::place() {
  adjustSize();
  const QRect room = parentWidget()->rect().adjusted(kUnit, kUnit, -kUnit, -kUnit);
  move(besidePointer(at_, size(), room, 12, Beside::below));
}

void HereCard::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape)
    close();
  else
    QFrame::keyPressEvent(event);
}

void HereCard::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange && isVisible()) fill();
  QFrame::changeEvent(event);
}

void HereCard::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(QPen(t.line, 1));
  p.setBrush(t.panel);
  p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kCorner, kCorner);
}

}  // namespace fengsui
