// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/hovercard.h"

#include <QFontMetrics>
#include <QPainter>

#include "core/hlc.h"
#include "ui/desk/facts.h"
#include "ui/look/beside.h"
#include "ui/look/tokens.h"
#include "ui/look/wording.h"

namespace fengsui {
namespace {

std::optional<Instant> lastTouched(const Situation& s, const Selected& selected) {
  std::optional<Instant> at;
  forKind(selected.kind, [&]<class Entity>() {
    if constexpr (requires(const Entity& entity) { entity.stamp; })
      if (const Entity* entity = s.all<Entity>().find(selected.id); entity && entity->stamp.hlc)
        at = hlc::instantOf(entity->stamp.hlc);
  });
  return at;
}

}  // namespace

HoverCard::HoverCard(Desk& desk, QWidget* parent) : QWidget(parent), desk_(desk) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  hide();
}

void HoverCard::showFor(const Selected& selected, int more, QPoint pointer) {
  const auto facts = FactsOf::thing(*desk_.shown(), selected, desk_.moment(), desk_.session().timeZone());
  if (!facts) {
    hide();
    return;
  }
  title_ = facts->name;
  what_ = facts->state.isEmpty() ? facts->what : facts->what + QStringLiteral(" · ") + facts->state;
  const auto touched = lastTouched(*desk_.shown(), selected);
  age_ = touched ? tr("Recorded %1").arg(Wording::ago(desk_.moment().ms - touched->ms)) : QString();
  if (more > 0)
    age_ += (age_.isEmpty() ? QString() : QStringLiteral(" · ")) + tr("%1 more here: click again").arg(more);
  const QFontMetrics strong(typeOf(TypeSize::normal, QFont::DemiBold));
  const QFontMetrics plain(typeOf(TypeSize::small));
  const int width =
      2 * kUnit + 2 +
      std::max({strong.horizontalAdvance(title_), plain.horizontalAdvance(what_), plain.horizontalAdvance(age_)});
  const int height = 2 * kUnit + strong.height() + plain.height() * (age_.isEmpty() ? 1 : 2);
  resize(std::min(width, 420), height);
  move(besidePointer(pointer, size(), parentWidget()->rect(), 18, Beside::below));
  show();
  raise();
  update();
}

void HoverCard::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(QPen(t.line, 1));
  p.setBrush(t.raised);
  p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kCorner, kCorner);
  const auto line = [&](int y, const QString& text, const QFont& font, const QColor& colour) {
    p.setFont(font);
    p.setPen(colour);
    const QFontMetrics metrics(font);
    p.drawText(kUnit, y + metrics.ascent(), metrics.elidedText(text, Qt::ElideRight, width() - 2 * kUnit));
    return y + metrics.height();
  };
  int y = line(kUnit, title_, typeOf(TypeSize::normal, QFont::DemiBold), t.text);
  y = line(y, what_, typeOf(TypeSize::small), t.text);
  if (!age_.isEmpty()) line(y, age_, typeOf(TypeSize::small), t.dim);
}

}  // namespace fengsui
