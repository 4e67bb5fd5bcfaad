// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/planedit/planfaults.h"

#include <QEvent>
#include <QLabel>
#include <QResizeEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <filesystem>

#include "ui/boards/boardlist.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/planedit/plancheck.h"

namespace fengsui {
namespace {

QString placeOf(const ErrorPlace& place) {
  QString out = qs(std::filesystem::path(place.file).filename().string());
  if (place.line > 0) out += QStringLiteral(":%1").arg(place.line);
  if (place.line > 0 && place.column > 0) out += QStringLiteral(":%1").arg(place.column);
  return out;
}

BoardRow rowOf(const Error& fault, bool error) {
  BoardRow row;
  row.shape = error ? ItemState::refused : ItemState::waiting;
  row.title = fault.place.value.empty()
                  ? shown(fault.message)
                  : PlanFaults::tr("“%1”: %2").arg(qs(fault.place.value), inSentence(fault.message));
  row.corner = placeOf(fault.place);
  QStringList line{shown(fault.remedy), qs(fault.place.field)};
  line.removeAll(QString());
  row.line = line.join(QStringLiteral(" · "));
  return row;
}

}  // namespace

PlanFaults::PlanFaults(QWidget* parent)
    : QWidget(parent), head_(new QLabel(this)), list_(new BoardList(QStringLiteral("planFaults"), this)) {
  head_->setObjectName(QStringLiteral("planFaultsHead"));
  head_->setFont(typeOf(TypeSize::small, QFont::DemiBold));
  head_->setForegroundRole(QPalette::PlaceholderText);
  list_->wrapWords();
  list_->useKeys({Qt::Key_Return, Qt::Key_Enter});
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addWidget(head_);
  layout->addWidget(list_, 1);
  connect(list_, &BoardList::chosen, this, [this] { pick(false); });
  connect(list_, &BoardList::keyed, this, [this] { pick(true); });
  connect(list_, &QListView::clicked, this, [this] { pick(true); });
  fill();
}

void PlanFaults::show(const CheckedPlan& checked) {
  faults_ = checked.errors;
  errors_ = faults_.size();
  faults_.insert(faults_.end(), checked.warnings.begin(), checked.warnings.end());
  checked_ = true;
  fill();
}

void PlanFaults::fill() {
  std::vector<BoardRows::Ref> refs;
  for (std::size_t i = 0; i < faults_.size(); ++i)
    refs.push_back({(i < errors_ ? QStringLiteral("error ") : QStringLiteral("warning ")) + placeOf(faults_[i].place) +
                        qs(faults_[i].place.field + faults_[i].message.en),
                    false});
  list_->show(std::move(refs), [this](int row) {
    const auto at = static_cast<std::size_t>(row);
    return rowOf(faults_[at], at < errors_);
  });
  const auto warnings = static_cast<int>(faults_.size() - errors_);
  QStringList head;
  if (errors_) head.append(tr("Errors: %1").arg(errors_));
  if (warnings && errors_) head.append(tr("Warnings: %1").arg(warnings));
  if (warnings && !errors_) head.append(tr("Warnings: %1; it can be used").arg(warnings));
  if (faults_.empty()) head.append(checked_ ? tr("Nothing is wrong with it.") : tr("Checking …"));
  head_->setText(head.join(QStringLiteral(" · ")));
  list_->setVisible(!faults_.empty());
  fit();
}

void PlanFaults::setRoom(int height) {
  if (height == room_) return;
  room_ = height;
  fit();
}

// As high as its rows, so that the text has the rest.
void PlanFaults::fit() {
  // Warnings can wait; errors cannot.
  const int room = errors_ ? room_ : room_ * 6 / 10;
  int height = 2;
  for (int row = 0; row < list_->rows().rowCount() && height < room; ++row) height += list_->sizeHintForRow(row);
  list_->setFixedHeight(std::min(height, room));
}

void PlanFaults::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (event->size().width() != event->oldSize().width()) fit();
}

void PlanFaults::pick(bool enter) {
  const int row = list_->markedRow();
  if (row >= 0 && row < static_cast<int>(faults_.size())) emit picked(faults_[static_cast<std::size_t>(row)], enter);
}

void PlanFaults::takeFocus() {
  list_->setFocus();
  list_->markSomething();
}

void PlanFaults::step(int by) {
  if (faults_.empty()) return;
  const int count = static_cast<int>(faults_.size());
  const int now = list_->markedRow();
  list_->mark(now < 0 ? (by > 0 ? 0 : count - 1) : (now + by + count) % count);
  pick(true);
}

void PlanFaults::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) fill();
  QWidget::changeEvent(event);
}

}  // namespace fengsui
