// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/offerbar.h"

#include <QKeySequence>
#include <algorithm>

#include "ui/panels/actionbutton.h"
#include "ui/panels/buttonflow.h"

namespace fengsui {
namespace {

QString keyWords(int key) {
  if (key == 0) return {};
  const QString name = key == Qt::Key_Return ? QStringLiteral("Enter") : QKeySequence(key).toString();
  return QStringLiteral(" (") + name + u')';
}

bool same(int one, int other) {
  const auto plain = [](int key) { return key == Qt::Key_Enter ? static_cast<int>(Qt::Key_Return) : key; };
  return one != 0 && plain(one) == plain(other);
}

}  // namespace

OfferBar::OfferBar(QWidget* parent) : QWidget(parent) {
  new ButtonFlow(this, ButtonFlow::First::alone);
}

void OfferBar::offer(std::vector<BoardOffer> offers, bool enabled) {
  offers_ = std::move(offers);
  enabled_ = enabled;
  while (buttons_.size() < offers_.size()) {
    const std::size_t number = buttons_.size();
    auto* button = new ActionButton(number == 0 ? ActionButton::Weight::main : ActionButton::Weight::side, this);
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    connect(button, &QAbstractButton::clicked, this, [this, number] { run(number); });
    buttons_.push_back(button);
  }
  for (std::size_t i = 0; i < buttons_.size(); ++i) {
    ActionButton* button = buttons_[i];
    button->setVisible(i < offers_.size());
    if (i >= offers_.size()) continue;
    button->setObjectName(QLatin1String(offers_[i].name));
    button->setText(offers_[i].words + keyWords(offers_[i].key));
    button->setEnabled(enabled_);
    button->updateGeometry();
  }
  setVisible(!offers_.empty());
}

void OfferBar::run(std::size_t offer) {
  if (!enabled_ || offer >= offers_.size() || !offers_[offer].run) return;
  const auto run = offers_[offer].run;  // what it does may bring other offers
  run();
}

bool OfferBar::knows(int key) const {
  return std::any_of(offers_.begin(), offers_.end(), [&](const BoardOffer& one) { return same(one.key, key); });
}

bool OfferBar::press(int key) {
  for (std::size_t i = 0; i < offers_.size(); ++i)
    if (same(offers_[i].key, key)) {
      run(i);
      return true;
    }
  return false;
}

}  // namespace fengsui
