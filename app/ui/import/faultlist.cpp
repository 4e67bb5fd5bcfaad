// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/faultlist.h"

#include <QAbstractListModel>
#include <QHBoxLayout>
#include <QListView>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/import/importwords.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/panels/actionbutton.h"

namespace fengsui {

/// The sentences, made only for the lines that are looked at.
class FaultModel : public QAbstractListModel {
 public:
  using QAbstractListModel::QAbstractListModel;

  void show(const std::shared_ptr<const ImportFindings>& findings) {
    beginResetModel();
    findings_ = findings;
    endResetModel();
  }
  [[nodiscard]] const Error* fault(int row) const {
    return findings_ && row >= 0 && row < rowCount() ? &findings_->faults[static_cast<std::size_t>(row)] : nullptr;
  }
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() || !findings_ ? 0 : static_cast<int>(findings_->faults.size());
  }
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
    const Error* error = fault(index.row());
    if (!error || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
    return ImportWords::fault(*error);
  }

 private:
  std::shared_ptr<const ImportFindings> findings_;
};

namespace {

constexpr std::size_t kMostFixes = 12;  // more would be read by nobody; the mended ones make room
constexpr int kFixesWidth = 332;

}  // namespace

FaultList::FaultList(QWidget* parent)
    : QWidget(parent), model_(new FaultModel(this)), view_(new QListView(this)), fixes_(new QScrollArea(this)) {
  view_->setObjectName(QStringLiteral("faults"));
  view_->setModel(model_);
  view_->setUniformItemSizes(true);
  view_->setFrameShape(QFrame::NoFrame);
  view_->setFont(typeOf(TypeSize::small));
  view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  view_->setTextElideMode(Qt::ElideRight);
  view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  auto* inside = new QWidget;
  inFixes_ = new QVBoxLayout(inside);
  inFixes_->setContentsMargins(0, 0, 2, 0);
  inFixes_->setSpacing(6);
  inFixes_->addStretch(1);
  fixes_->setWidget(inside);
  fixes_->setWidgetResizable(true);
  fixes_->setFrameShape(QFrame::NoFrame);
  fixes_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  fixes_->viewport()->setAutoFillBackground(false);
  inside->setAutoFillBackground(false);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kUnit);
  layout->addWidget(view_, 1);
  layout->addWidget(fixes_);
  const auto pick = [this](const QModelIndex& index) {
    if (const Error* fault = model_->fault(index.row())) emit picked(*fault);
  };
  connect(view_, &QListView::clicked, this, pick);
  connect(view_, &QListView::activated, this, pick);
}

void FaultList::resizeEvent(QResizeEvent*) {
  fixes_->setFixedWidth(std::min(kFixesWidth, width() * 2 / 5));
}

void FaultList::addButton() {
  const std::size_t number = buttons_.size();
  auto* button = new ActionButton(ActionButton::Weight::side, fixes_->widget());
  button->setObjectName(QStringLiteral("fix%1").arg(number));
  button->setMinimumWidth(80);  // long words wrap
  connect(button, &QAbstractButton::clicked, this, [this, number] {
    if (findings_ && number < findings_->fixes.size()) emit mend(findings_->fixes[number]);
  });
  inFixes_->insertWidget(static_cast<int>(number), button);
  buttons_.push_back(button);
}

void FaultList::show(const std::shared_ptr<const ImportFindings>& findings) {
  findings_ = findings;
  model_->show(findings);
  const std::size_t count = findings ? std::min(findings->fixes.size(), kMostFixes) : 0;
  while (buttons_.size() < count) addButton();
  for (std::size_t i = 0; i < buttons_.size(); ++i) {
    buttons_[i]->setVisible(i < count);
    if (i < count) buttons_[i]->setText(shown(findings->fixes[i].offer));
  }
  fixes_->setVisible(count > 0);
}

}  // namespace fengsui
