// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/reportform.h"

#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/look/wording.h"
#include "ui/panels/actionbutton.h"

namespace fengsui {
namespace {

constexpr int kWidth = 320;
constexpr double kLocalityReachM = 8'000;

QLabel* fieldLabel(QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setFont(typeOf(TypeSize::small));
  label->setForegroundRole(QPalette::PlaceholderText);
  return label;
}

}  // namespace

std::string localityNear(const Situation& s, Position where) {
  double best = kLocalityReachM;
  std::string found;
  const auto offer = [&](const std::optional<Position>& at, const std::string& name) {
    if (!at || name.empty()) return;
    if (const double away = distanceM(*at, where); away < best) {
      best = away;
      found = name;
    }
  };
  s.places.forEach(
      [&](const Uuid&, const Place& place) { offer(place.location, place.town.empty() ? place.name : place.town); });
  // Without a gazetteer the towns of what is registered nearby still say where this is.
  if (found.empty()) {
    s.shelters.forEach([&](const Uuid&, const Shelter& shelter) { offer(shelter.location, shelter.town); });
    s.facilities.forEach([&](const Uuid&, const Facility& facility) { offer(facility.location, facility.town); });
    s.depots.forEach([&](const Uuid&, const Depot& depot) { offer(depot.location, depot.town); });
    s.teams.forEach([&](const Uuid&, const Team& team) { offer(team.home, team.town); });
  }
  return found;
}

ReportForm::ReportForm(Desk& desk, QWidget* parent)
    : QFrame(parent),
      desk_(desk),
      head_(new QLabel(this)),
      kindLabel_(fieldLabel(this)),
      kind_(new QComboBox(this)),
      titleLabel_(fieldLabel(this)),
      title_(new QLineEdit(this)),
      localityLabel_(fieldLabel(this)),
      locality_(new QLineEdit(this)),
      confirm_(new ActionButton(ActionButton::Weight::main, this)),
      cancel_(new ActionButton(ActionButton::Weight::side, this)) {
  setObjectName(QStringLiteral("reportForm"));
  kind_->setObjectName(QStringLiteral("kind"));
  title_->setObjectName(QStringLiteral("title"));
  locality_->setObjectName(QStringLiteral("locality"));
  confirm_->setObjectName(QStringLiteral("confirm"));
  head_->setFont(typeOf(TypeSize::normal, QFont::DemiBold));
  kindLabel_->setBuddy(kind_);
  titleLabel_->setBuddy(title_);
  localityLabel_->setBuddy(locality_);
  auto* form = new QFormLayout;
  form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->setHorizontalSpacing(kUnit);
  form->setVerticalSpacing(6);
  form->addRow(kindLabel_, kind_);
  form->addRow(localityLabel_, locality_);
  form->addRow(titleLabel_, title_);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(kUnit);
  buttons->addWidget(confirm_, 1);
  buttons->addWidget(cancel_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 10, 12, 12);
  layout->setSpacing(kUnit);
  layout->addWidget(head_);
  layout->addLayout(form);
  layout->addLayout(buttons);
  connect(confirm_, &QAbstractButton::clicked, this, &ReportForm::confirm);
  connect(cancel_, &QAbstractButton::clicked, this, &ReportForm::close);
  connect(kind_, &QComboBox::currentIndexChanged, this, &ReportForm::suggestTitle);
  connect(locality_, &QLineEdit::textChanged, this, &ReportForm::suggestTitle);
  connect(&desk_, &Desk::liveChanged, this, &ReportForm::close);
  fillKinds();
  retranslate();
  hide();
}

void ReportForm::fillKinds() {
  const int kept = kind_->currentIndex();
  const QSignalBlocker quiet(kind_);
  kind_->clear();
  for (const Word& word : wordsOf(Vocabulary::incidentKind))
    kind_->addItem(shown(textOf(Vocabulary::incidentKind, word.code)),
                   QString::fromUtf8(word.code.data(), static_cast<qsizetype>(word.code.size())));
  kind_->setCurrentIndex(std::max(0, kept));
  kind_->setMaxVisibleItems(static_cast<int>(wordsOf(Vocabulary::incidentKind).size()));
}

void ReportForm::retranslate() {
  kindLabel_->setText(tr("Kind"));
  localityLabel_->setText(tr("Locality"));
  titleLabel_->setText(tr("Title"));
  confirm_->setText(tr("Report (Enter)"));
  cancel_->setText(tr("Cancel (Esc)"));
  head_->setText(tr("Report an incident"));
  suggestTitle();
}

std::string ReportForm::kind() const {
  return kind_->currentData().toString().toStdString();
}

QString ReportForm::defaultTitle() const {
  const QString what = inSentence(textOf(Vocabulary::incidentKind, kind()));
  const QString where = locality_->text().trimmed();
  if (where.isEmpty()) return shown(textOf(Vocabulary::incidentKind, kind()));
  return DeskLanguage::current() == Language::chinese ? where + what : tr("%1, %2").arg(where, what);
}

void ReportForm::suggestTitle() {
  title_->setPlaceholderText(defaultTitle());
}

void ReportForm::openAt(Position where, QPoint at) {
  where_ = where;
  title_->clear();
  locality_->setText(desk_.shown() ? qs(localityNear(*desk_.shown(), where)) : QString());
  suggestTitle();
  setFixedWidth(kWidth);
  adjustSize();
  QPoint corner = at + QPoint(20, -height() / 3);
  const QRect room = parentWidget()->rect().adjusted(kUnit, kUnit, -kUnit, -kUnit);
  if (corner.x() + width() > room.right()) corner.setX(at.x() - 20 - width());
  corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width())));
  corner.setY(std::clamp(corner.y(), room.top(), std::max(room.top(), room.bottom() - height())));
  move(corner);
  show();
  raise();
  kind_->setFocus();
}

void ReportForm::close() {
  if (isHidden()) return;
  hide();
  emit closed();
}

void ReportForm::confirm() {
  Incident incident;
  incident.id.uuid = Uuid::v7(systemNow());
  incident.kind = kind();
  incident.locality = locality_->text().trimmed().toStdString();
  const QString title = title_->text().trimmed();
  incident.title = (title.isEmpty() ? defaultTitle() : title).toStdString();
  incident.location = where_;
  hide();
  emit closed();
  desk_.report(std::move(incident));
}

void ReportForm::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    confirm();
  else if (event->key() == Qt::Key_Escape)
    close();
  else
    QFrame::keyPressEvent(event);
}

void ReportForm::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    fillKinds();
    retranslate();
  }
  QFrame::changeEvent(event);
}

void ReportForm::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(QPen(t.action, 1.5));
  p.setBrush(t.panel);
  p.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kCorner, kCorner);
}

}  // namespace fengsui
