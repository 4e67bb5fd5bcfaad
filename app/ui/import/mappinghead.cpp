// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/mappinghead.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStandardItemModel>

#include "gis/targetfields.h"
#include "ui/import/importwords.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"

namespace fengsui {
namespace {

constexpr int kComboHeight = 26;
constexpr int kNameHeight = 22;
constexpr int kHeight = kComboHeight + kNameHeight + 8;
constexpr int kLeastWidth = 100;
constexpr int kMostWidth = 260;
constexpr double kSure = 0.95;

using UseRole = ColumnUse::Role;

}  // namespace

MappingHead::MappingHead(QWidget* parent) : QHeaderView(Qt::Horizontal, parent), items_(new QStandardItemModel(this)) {
  setSectionsClickable(false);
  setHighlightSections(false);
  setMinimumSectionSize(kLeastWidth);
  connect(this, &QHeaderView::sectionResized, this, &MappingHead::place);
  connect(this, &QHeaderView::sectionCountChanged, this, &MappingHead::makeCombos);
}

QSize MappingHead::sizeHint() const {
  return {QHeaderView::sizeHint().width(), kHeight};
}

QSize MappingHead::sectionSizeFromContents(int logicalIndex) const {
  const QFontMetrics metrics(typeOf(TypeSize::small, QFont::DemiBold));
  const QString name = model()->headerData(logicalIndex, Qt::Horizontal).toString();
  int width = metrics.horizontalAdvance(name) + 36;
  const auto at = static_cast<std::size_t>(logicalIndex);
  if (kind_ && at < uses_.size())
    width = std::max(width,
                     QFontMetrics(typeOf(TypeSize::small)).horizontalAdvance(ImportWords::use(*kind_, uses_[at])) + 44);
  return {std::clamp(width, kLeastWidth, kMostWidth), kHeight};
}

void MappingHead::show(const std::optional<Kind>& kind, const std::vector<ColumnUse>& uses) {
  const bool otherKind = kind != kind_ || items_->rowCount() == 0;
  kind_ = kind;
  uses_ = uses;
  if (otherKind) fill();
  makeCombos();
  mark();
}

void MappingHead::retranslate() {
  fill();
  mark();
}

void MappingHead::fill() {
  std::vector<QSignalBlocker> quiet;
  quiet.reserve(combos_.size());
  for (QComboBox* combo : combos_) quiet.emplace_back(combo);
  items_->clear();
  choices_.clear();
  if (!kind_) return;
  const auto add = [&](const ColumnUse& use) {
    items_->appendRow(new QStandardItem(ImportWords::use(*kind_, use)));
    choices_.push_back(use);
  };
  const auto line = [&] {
    auto* item = new QStandardItem;
    item->setData(QStringLiteral("separator"), Qt::AccessibleDescriptionRole);
    item->setFlags(Qt::NoItemFlags);
    items_->appendRow(item);
    choices_.push_back({});
  };
  add({UseRole::attribute, {}, 1});
  add({UseRole::leaveOut, {}, 1});
  if (!placeFieldOf(*kind_).empty()) {
    line();
    for (const UseRole role : {UseRole::longitude, UseRole::latitude, UseRole::coordinates}) add({role, {}, 1});
  }
  line();
  for (const TargetField& field : targetFieldsOf(*kind_)) add({UseRole::field, std::string(field.path), 1});
}

void MappingHead::makeCombos() {
  const auto wanted = static_cast<std::size_t>(count());
  while (combos_.size() > wanted) {
    delete combos_.back();
    combos_.pop_back();
  }
  while (combos_.size() < wanted) {
    auto* combo = new QComboBox(viewport());
    const int column = static_cast<int>(combos_.size());
    combo->setObjectName(QStringLiteral("use%1").arg(column));
    combo->setFont(typeOf(TypeSize::small));
    combo->setModel(items_);
    combo->setMaxVisibleItems(24);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setFocusPolicy(Qt::StrongFocus);
    combo->installEventFilter(this);
    connect(combo, &QComboBox::activated, this, [this, column](int row) {
      if (row >= 0 && static_cast<std::size_t>(row) < choices_.size())
        emit chosen(column, choices_[static_cast<std::size_t>(row)]);
    });
    combos_.push_back(combo);
  }
  place();
}

void MappingHead::mark() {
  for (std::size_t column = 0; column < combos_.size(); ++column) {
    QComboBox* combo = combos_[column];
    const QSignalBlocker quiet(combo);
    combo->setVisible(kind_.has_value() && column < uses_.size());
    if (column >= uses_.size()) continue;
    int row = 0;
    for (std::size_t i = 0; i < choices_.size(); ++i)
      if (choices_[i].role == uses_[column].role && choices_[i].field == uses_[column].field &&
          items_->item(static_cast<int>(i))->flags() != Qt::NoItemFlags) {
        row = static_cast<int>(i);
        break;
      }
    combo->setCurrentIndex(row);
    combo->setToolTip(combo->currentText());
    combo->view()->setMinimumWidth(200);
  }
  viewport()->update();
}

void MappingHead::place() {
  for (std::size_t column = 0; column < combos_.size(); ++column) {
    const int at = static_cast<int>(column);
    combos_[column]->setGeometry(sectionViewportPosition(at) + 3, 3, std::max(10, sectionSize(at) - 6), kComboHeight);
  }
}

QComboBox* MappingHead::combo(int column) const {
  return combos_.at(static_cast<std::size_t>(column));
}

void MappingHead::resizeEvent(QResizeEvent* event) {
  QHeaderView::resizeEvent(event);
  place();
}

bool MappingHead::eventFilter(QObject* watched, QEvent* event) {
  // The wheel scrolls the table; it must not change what a column means.
  if (event->type() == QEvent::Wheel) return true;
  if (event->type() == QEvent::FocusIn) {
    // Tab leads to columns that are scrolled away.
    for (std::size_t column = 0; column < combos_.size(); ++column)
      if (combos_[column] == watched)
        if (auto* table = qobject_cast<QAbstractItemView*>(parentWidget()))
          if (table->model() && table->model()->rowCount() > 0) {
            const int row = std::max(0, table->indexAt({4, 4}).row());
            table->scrollTo(table->model()->index(row, static_cast<int>(column)));
          }
  }
  return QHeaderView::eventFilter(watched, event);
}

void MappingHead::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const {
  const Tokens& t = tokens();
  const auto at = static_cast<std::size_t>(logicalIndex);
  painter->save();
  painter->fillRect(rect, t.raised);
  painter->setPen(t.line);
  painter->drawLine(rect.topRight(), rect.bottomRight());
  painter->drawLine(rect.bottomLeft(), rect.bottomRight());
  const bool guess = at < uses_.size() && uses_[at].role == UseRole::field && uses_[at].confidence < kSure;
  const bool idle = at < uses_.size() && uses_[at].role == UseRole::leaveOut;
  QRect name = rect.adjusted(kUnit, kComboHeight + 5, -kUnit, -2);
  if (guess) {
    painter->setFont(typeOf(TypeSize::small));
    painter->setPen(t.dim);
    const QString mark = tr("guessed");
    painter->drawText(name, Qt::AlignRight | Qt::AlignVCenter, mark);
    name.setRight(name.right() - painter->fontMetrics().horizontalAdvance(mark) - 6);
  }
  painter->setFont(typeOf(TypeSize::small, QFont::DemiBold));
  painter->setPen(idle ? t.dim : t.text);
  painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                    painter->fontMetrics().elidedText(model()->headerData(logicalIndex, Qt::Horizontal).toString(),
                                                      Qt::ElideMiddle, name.width()));
  painter->restore();
}

}  // namespace fengsui
