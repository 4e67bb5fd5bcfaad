// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/boardrowdelegate.h"

#include <QAbstractItemView>
#include <QPainter>
#include <algorithm>

#include "ui/boards/stateshape.h"
#include "ui/look/tokens.h"
#include "ui/look/wrapping.h"

namespace fengsui {
namespace {

constexpr int kHeaderHeight = 32;
constexpr int kSide = 12;
constexpr int kShapeRoom = 30;

QColor colourOf(BoardRow::Tone tone, const Tokens& t) {
  switch (tone) {
    case BoardRow::Tone::plain:
      return t.text;
    case BoardRow::Tone::good:
      return t.good;
    case BoardRow::Tone::bad:
      return t.danger;
    case BoardRow::Tone::quiet:
      break;
  }
  return t.dim;
}

int heightIn(const QFontMetrics& metrics, int width, const QString& words) {
  if (words.isEmpty()) return 0;
  return metrics.boundingRect(QRect(0, 0, width, 10'000), wrappingOf(metrics, width, words), words).height();
}

/// A line of words of which those at the right keep their room, up to a share of the line.
class WordLine {
 public:
  WordLine(QPainter& p, int left, int right, int base) : p_(p), left_(left), right_(right), base_(base) {}

  void atRight(const QFont& font, const QColor& ink, const QString& words, int share) {
    if (words.isEmpty()) return;
    const QFontMetrics metrics(font);
    const QString said = metrics.elidedText(words, Qt::ElideRight, (right_ - left_) * share / 100);
    const int width = metrics.horizontalAdvance(said);
    draw(font, ink, right_ - width, said);
    right_ -= width + kUnit;
  }
  void atLeft(const QFont& font, const QColor& ink, const QString& words) {
    if (words.isEmpty() || right_ <= left_) return;
    const QFontMetrics metrics(font);
    const QString said = metrics.elidedText(words, Qt::ElideRight, right_ - left_);
    draw(font, ink, left_, said);
    left_ += metrics.horizontalAdvance(said);
  }
  void chip(const QFont& font, const BoardRow::Chip& chip) {
    const QFontMetrics metrics(font);
    const QRect box(left_, base_ - metrics.ascent() - 1, metrics.horizontalAdvance(chip.word) + 10,
                    metrics.height() + 2);
    p_.setPen(Qt::NoPen);
    p_.setBrush(chip.ground);
    p_.drawRoundedRect(box, 3, 3);
    p_.setFont(font);
    p_.setPen(readableOn(chip.ground));
    p_.drawText(box, Qt::AlignCenter, chip.word);
    left_ = box.right() + kUnit;
  }

 private:
  void draw(const QFont& font, const QColor& ink, int x, const QString& words) {
    p_.setFont(font);
    p_.setPen(ink);
    p_.drawText(x, base_, words);
  }

  QPainter& p_;
  int left_, right_, base_;
};

}  // namespace

QSize BoardRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto& rows = *static_cast<const BoardRows*>(index.model());
  const auto* ref = rows.row(index.row());
  if (ref && ref->header) return {200, kHeaderHeight};
  if (!wraps) return {200, kBoardRowHeight};
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  const BoardRow row = rows.words(index.row());
  const QFontMetrics strong(typeOf(TypeSize::normal, QFont::DemiBold));
  const QFontMetrics small(typeOf(TypeSize::small));
  const int width = (view ? view->viewport()->width() : 400) - 2 * kSide - leadWidth - (row.shape ? kShapeRoom : 0);
  const int corner = row.corner.isEmpty() ? 0 : small.horizontalAdvance(row.corner) + kUnit;
  const int title = std::max(strong.height(), heightIn(strong, width - corner, row.title));
  return {200, std::max(30, title + heightIn(small, width, row.line) + 14)};
}

void BoardRowDelegate::paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const BoardRow row = static_cast<const BoardRows*>(index.model())->words(index.row());
  const Tokens& t = tokens();
  const QRect box = option.rect;
  const QFont strong = typeOf(TypeSize::normal, QFont::DemiBold);
  const QFont small = typeOf(TypeSize::small);
  const QFontMetrics strongMetrics(strong);
  const QFontMetrics smallMetrics(small);
  const int right = box.right() - kSide;
  p->save();
  p->setRenderHint(QPainter::Antialiasing);
  if (row.header) {
    p->fillRect(box, t.raised);
    const QFont font = typeOf(TypeSize::small, QFont::DemiBold);
    WordLine line(*p, box.left() + kSide, right,
                  box.top() + (box.height() - smallMetrics.height()) / 2 + smallMetrics.ascent());
    line.atRight(small, t.dim, row.corner, 50);
    line.atLeft(font, t.text, row.title);
    p->restore();
    return;
  }
  const bool chosen = option.state & QStyle::State_Selected;
  if (chosen)
    p->fillRect(box, mixed(t.panel, t.action, t.dark ? 0.22 : 0.14));
  else if (option.state & QStyle::State_MouseOver)
    p->fillRect(box, t.raised);
  if (chosen) p->fillRect(QRect(box.left(), box.top(), 3, box.height()), t.action);
  p->fillRect(QRect(box.left() + kSide, box.bottom(), box.width() - 2 * kSide, 1), t.line);

  int left = box.left() + kSide;
  if (row.shape) {
    p->save();
    p->translate(left + 10, box.center().y());
    paintShape(*p, *row.shape, t);
    p->restore();
    left += kShapeRoom;
  }
  const QColor ink = row.dim ? t.dim : t.text;
  if (leadWidth > 0) {
    p->setFont(strong);
    p->setPen(ink);
    p->drawText(QRect(left, box.top(), leadWidth - kSide, box.height()), Qt::AlignRight | Qt::AlignVCenter, row.lead);
    left += leadWidth;
  }
  if (wraps) {
    const int cornerWidth = smallMetrics.horizontalAdvance(row.corner);
    const int room = right - left - (cornerWidth ? cornerWidth + kUnit : 0);
    const int titleHeight = std::max(strongMetrics.height(), heightIn(strongMetrics, room, row.title));
    p->setFont(strong);
    p->setPen(ink);
    p->drawText(QRect(left, box.top() + 6, room, titleHeight), wrappingOf(strongMetrics, room, row.title), row.title);
    p->setFont(small);
    p->setPen(colourOf(row.cornerTone, t));
    p->drawText(right - cornerWidth, box.top() + 6 + strongMetrics.ascent(), row.corner);
    p->setPen(colourOf(row.lineTone, t));
    const int width = right - left;
    p->drawText(QRect(left, box.top() + 7 + titleHeight, width, heightIn(smallMetrics, width, row.line)),
                wrappingOf(smallMetrics, width, row.line), row.line);
    p->restore();
    return;
  }
  const int top = box.top() + (box.height() - strongMetrics.height() - smallMetrics.height() - 2) / 2;
  WordLine first(*p, left, right, top + strongMetrics.ascent());
  first.atRight(small, colourOf(row.cornerTone, t), row.corner, 50);
  first.atLeft(strong, ink, row.title);
  WordLine second(*p, left, right, top + strongMetrics.height() + smallMetrics.ascent() + 2);
  if (row.chip) second.chip(small, *row.chip);
  const QString state = row.state.isEmpty() || row.line.isEmpty() ? row.state : row.state + QStringLiteral(" · ");
  second.atRight(small, colourOf(row.rightTone, t), row.right, 50);
  second.atLeft(small, row.shape ? fengsui::colourOf(*row.shape, t) : t.text, state);
  second.atLeft(small, colourOf(row.lineTone, t), row.line);
  p->restore();
}

}  // namespace fengsui
