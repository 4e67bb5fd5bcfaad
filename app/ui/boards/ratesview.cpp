// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/ratesview.h"

#include <QPainter>

#include "core/names.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/look/wording.h"

namespace fengsui {
namespace {

constexpr int kHeight = 76;
constexpr int kGap = 12;
constexpr std::array kStages{CallStage::delivered, CallStage::woken, CallStage::responded};

QString minutesAndSeconds(std::int64_t ms) {
  const std::int64_t seconds = std::max<std::int64_t>(0, ms) / 1000;
  if (seconds >= 3600) return Wording::age(ms);
  return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

}  // namespace

RatesView::RatesView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("rates"));
  setFixedHeight(kHeight);
}

void RatesView::show(const CalloutRates& rates, Instant signedAt, std::optional<Instant> closedAt) {
  rates_ = rates;
  signedAt_ = signedAt;
  closedAt_ = closedAt;
  update();
}

void RatesView::setNow(Instant now) {
  now_ = now;
  update();
}

QSize RatesView::sizeHint() const {
  return {600, kHeight};
}

QString RatesView::clock() const {
  const Instant now = closedAt_.value_or(now_);
  const std::int64_t left = rates_.goalAt.ms - now.ms;
  if (!closedAt_ && left > 0) return tr("%1 left").arg(minutesAndSeconds(left));
  return tr("%1 since the signature").arg(minutesAndSeconds(now.ms - signedAt_.ms));
}

void RatesView::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const int cells = static_cast<int>(kStages.size()) + 1;
  const int width = (this->width() - kGap * (cells - 1)) / cells;
  const QFont small = typeOf(TypeSize::small);
  const QFont large = typeOf(TypeSize::large, QFont::DemiBold);
  const QFontMetrics smallMetrics(small);
  const QFontMetrics largeMetrics(large);
  for (int i = 0; i < cells - 1; ++i) {
    const CallStage stage = kStages[static_cast<std::size_t>(i)];
    const auto at = static_cast<std::size_t>(stage);
    const QRect box(i * (width + kGap), 0, width, height());
    const std::int64_t percent = rates_.percent(stage);
    p.setFont(small);
    p.setPen(t.dim);
    p.drawText(box.left(), smallMetrics.ascent(), shown(textOf(stage)));
    QString count = tr("%1 of %2").arg(rates_.reached[at]).arg(rates_.all);
    const int room = box.width() - smallMetrics.horizontalAdvance(shown(textOf(stage))) - 4;
    if (smallMetrics.horizontalAdvance(count) > room)
      count = QStringLiteral("%1/%2").arg(rates_.reached[at]).arg(rates_.all);
    p.drawText(box.right() - smallMetrics.horizontalAdvance(count), smallMetrics.ascent(), count);
    p.setFont(large);
    p.setPen(t.text);
    const int line = smallMetrics.height() + largeMetrics.ascent();
    p.drawText(box.left(), line, QStringLiteral("%1 %").arg(percent));
    const bool over = now_ >= rates_.goalAt || closedAt_;
    const QString inTime = rates_.met(stage) ? tr("goal met")
                           : over            ? tr("%1 % in time").arg(rates_.percentInTime(stage))
                                             : QString();
    p.setFont(small);
    p.setPen(rates_.met(stage) ? t.good : t.danger);
    p.drawText(box.right() - smallMetrics.horizontalAdvance(inTime), line, inTime);
    const QRectF bar(box.left(), box.bottom() - 12, box.width(), 8);
    p.setPen(Qt::NoPen);
    p.setBrush(t.line);
    p.drawRoundedRect(bar, 3, 3);
    p.setBrush(rates_.met(stage) ? t.good : t.action);
    p.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * static_cast<double>(percent) / 100, bar.height()), 3,
                      3);
    const double goal = bar.left() + bar.width() * static_cast<double>(rates_.goalPercent) / 100;
    p.fillRect(QRectF(goal - 1, bar.top() - 3, 2, bar.height() + 6), t.text);
  }
  const QRect box((cells - 1) * (width + kGap), 0, width, height());
  const bool late = !closedAt_ && now_ >= rates_.goalAt && !rates_.met(CallStage::responded);
  p.setFont(small);
  p.setPen(t.dim);
  p.drawText(box.left(), smallMetrics.ascent(),
             tr("Goal %1 % in %2").arg(rates_.goalPercent).arg(Wording::age(rates_.goalAt.ms - signedAt_.ms)));
  p.setFont(typeOf(TypeSize::normal, QFont::DemiBold));
  p.setPen(late ? t.danger : t.text);
  p.drawText(QRect(box.left(), smallMetrics.height() + 2, width, height() - smallMetrics.height() - 2),
             Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, clock());
}

}  // namespace fengsui
