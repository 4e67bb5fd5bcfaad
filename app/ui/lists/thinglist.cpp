// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/thinglist.h"

#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/panels/picklist.h"

namespace fengsui {

ThingList::ThingList(Desk& desk, Kind kind, QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      kind_(kind),
      title_(new QLabel(this)),
      filter_(new QLineEdit(this)),
      order_(new QComboBox(this)),
      view_(new PickList(this)),
      empty_(new QLabel(view_->viewport())),
      model_(new ThingModel(this)),
      job_(
          [this]() -> LatestJob<Answer>::Work {
            const Snapshot situation = desk_.shown();
            if (!situation) return {};
            const auto order = static_cast<ListOrder>(order_->currentData().toInt());
            std::optional<Position> from;
            if (desk_.selected() && desk_.selected()->kind == Kind::incident)
              from = placeOf(*situation, *desk_.selected());
            return [situation, query = ListQuery{kind_, order, filter_->text().toStdString(), from, desk_.moment()}] {
              return Answer{situation, listed(*situation, query)};
            };
          },
          [this](Answer answer) { take(std::move(answer)); }) {
  setAutoFillBackground(true);
  title_->setFont(typeOf(TypeSize::small, QFont::DemiBold));
  filter_->setClearButtonEnabled(true);
  filter_->setObjectName(QStringLiteral("filter"));
  filter_->installEventFilter(this);
  order_->setObjectName(QStringLiteral("order"));
  order_->setFocusPolicy(Qt::TabFocus);
  order_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  view_->setModel(model_);
  view_->setItemDelegate(new ThingDelegate(desk_, view_));
  view_->setUniformItemSizes(true);
  view_->setObjectName(QString::fromUtf8(nameOf(kind).code.data(), static_cast<qsizetype>(nameOf(kind).code.size())) +
                       QStringLiteral("List"));
  empty_->setWordWrap(true);
  empty_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  empty_->setForegroundRole(QPalette::PlaceholderText);
  auto* inView = new QVBoxLayout(view_->viewport());
  inView->setContentsMargins(kUnit + 4, kUnit, kUnit, kUnit);
  inView->addWidget(empty_, 0, Qt::AlignTop);
  auto* find = new QHBoxLayout;
  find->setContentsMargins(kUnit, 0, kUnit, kUnit - 2);
  find->setSpacing(6);
  find->addWidget(filter_, 1);
  find->addWidget(order_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  title_->setContentsMargins(kUnit + 4, kUnit, kUnit, 6);
  layout->addWidget(title_);
  layout->addLayout(find);
  layout->addWidget(view_, 1);

  connect(filter_, &QLineEdit::textChanged, this, &ThingList::want);
  connect(order_, &QComboBox::currentIndexChanged, this, &ThingList::want);
  connect(view_, &PickList::picked, this, [this](const QModelIndex& index) {
    const ThingRow* row = model_->row(index.row());
    if (!row) return;
    const Selected thing = row->ref;  // selecting may bring new rows
    desk_.select(thing);
    emit chosen(thing);
  });
  connect(&desk_, &Desk::shownChanged, this, &ThingList::want);
  connect(&desk_, &Desk::selectionChanged, this, [this] {
    follow();
    // Distances are measured from the selected incident.
    if (kind_ != Kind::incident) want();
  });
  fillOrders();
  retranslate();
}

// A list that nobody sees is filled when somebody does.
void ThingList::want() {
  if (isVisible() || selectsFirst_) job_.want();
}

void ThingList::showEvent(QShowEvent*) {
  job_.want();
}

void ThingList::take(Answer answer) {
  shown_ = std::move(answer.rows);
  model_->show(answer.situation, std::move(shown_.rows));
  if (std::exchange(selectsFirst_, false)) {
    const ThingRow* first = model_->row(0);
    if (first && shown_.attention > 0 && !desk_.selected()) desk_.select(first->ref);
  }
  follow();
  say();
}

void ThingList::selectFirst() {
  selectsFirst_ = true;
  want();
}

void ThingList::focusFilter() {
  filter_->setFocus();
  filter_->selectAll();
}

void ThingList::follow() {
  view_->mark(desk_.selected() && desk_.selected()->kind == kind_ ? model_->rowOf(*desk_.selected()) : -1);
}

QString ThingList::title() const {
  switch (kind_) {
    case Kind::incident:
      return tr("INCIDENTS");
    case Kind::team:
      return tr("TEAMS");
    case Kind::depot:
      return tr("DEPOTS");
    case Kind::shelter:
      return tr("SHELTERS");
    case Kind::riskZone:
      return tr("RISK ZONES");
    case Kind::roadClosure:
      return tr("CLOSED ROADS");
    default:
      return tr("FACILITIES");
  }
}

void ThingList::say() {
  QString counts = model_->rowCount() == shown_.all ? QString::number(shown_.all)
                                                    : tr("%1 of %2").arg(model_->rowCount()).arg(shown_.all);
  if (kind_ == Kind::incident) counts = tr("%1 open").arg(shown_.attention);
  if (kind_ == Kind::roadClosure) counts = tr("%1 closed now").arg(shown_.attention);
  if (kind_ == Kind::team) counts += QStringLiteral(" · ") + tr("%1 free").arg(shown_.attention);
  if (kind_ == Kind::shelter) counts += QStringLiteral(" · ") + tr("%1 open", "shelters").arg(shown_.attention);
  title_->setText(title() + QStringLiteral(" · ") + counts);
  empty_->setText(emptyWords());
  empty_->setVisible(model_->rowCount() == 0);
}

QString ThingList::emptyWords() const {
  if (shown_.all > 0) return tr("Nothing matches “%1”. Esc shows all.").arg(filter_->text());
  if (kind_ == Kind::incident)
    return desk_.live() ? tr("No incident. Press R and click on the map to report one.")
                        : tr("No incident had been reported at this moment.");
  if (kind_ == Kind::roadClosure)
    return desk_.live() ? tr("No road is closed. Press X and draw on the map to close one.")
                        : tr("No road was closed at this moment.");
  return tr("None are registered. Import the list from a table: I.");
}

void ThingList::fillOrders() {
  const int kept = order_->currentIndex();
  const QSignalBlocker quiet(order_);
  order_->clear();
  for (const ListOrder order : ordersOf(kind_)) {
    QString words;
    switch (order) {
      case ListOrder::urgent:
        words = kind_ == Kind::incident      ? tr("gravest first")
                : kind_ == Kind::team        ? tr("free first")
                : kind_ == Kind::shelter     ? tr("open first")
                : kind_ == Kind::depot       ? tr("highest tier")
                : kind_ == Kind::riskZone    ? tr("highest risk")
                : kind_ == Kind::roadClosure ? tr("closed first")
                                             : tr("by kind");
        break;
      case ListOrder::newest:
        words = tr("newest first");
        break;
      case ListOrder::nearest:
        words = tr("nearest");
        break;
      case ListOrder::name:
        words = tr("by name");
        break;
    }
    order_->addItem(words, static_cast<int>(order));
  }
  order_->setCurrentIndex(std::max(0, kept));
  order_->setToolTip(tr("The order of the list. Nearest: to the selected incident."));
}

void ThingList::retranslate() {
  fillOrders();
  filter_->setPlaceholderText(kind_ == Kind::depot ? tr("name, town or item") : tr("name, town, state …"));
  say();
}

bool ThingList::eventFilter(QObject* watched, QEvent* event) {
  if (watched == filter_ && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Escape && !filter_->text().isEmpty()) {
      filter_->clear();
      return true;
    }
    if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return) {
      view_->setFocus();
      if (model_->rowCount() && !view_->currentIndex().isValid()) {
        view_->mark(0);
        emit view_->picked(model_->index(0));
      }
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void ThingList::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace fengsui
