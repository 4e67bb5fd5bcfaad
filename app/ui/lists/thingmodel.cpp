// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/thingmodel.h"

#include <QPainter>
#include <algorithm>

#include "ui/look/language.h"
#include "ui/look/wording.h"

namespace fengsui {
namespace {

constexpr int kRowHeight = 52;

QColor colourOf(ThingWords::Tone tone, const Tokens& t) {
  switch (tone) {
    case ThingWords::Tone::good:
      return t.good;
    case ThingWords::Tone::bad:
      return t.danger;
    case ThingWords::Tone::quiet:
      break;
  }
  return t.dim;
}

}  // namespace

void ThingModel::show(const Snapshot& situation, std::vector<ThingRow> rows,
                      const std::optional<Id<Incident>>& incident) {
  const bool same =
      incident == incident_ && std::equal(rows.begin(), rows.end(), rows_.begin(), rows_.end(),
                                          [](const ThingRow& a, const ThingRow& b) { return a.ref == b.ref; });
  if (!same) beginResetModel();
  situation_ = situation;
  rows_ = std::move(rows);
  incident_ = incident;
  if (!same)
    endResetModel();
  else if (!rows_.empty())
    emit dataChanged(index(0), index(rowCount() - 1));
}

const ThingRow* ThingModel::row(int row) const {
  return situation_ && row >= 0 && row < rowCount() ? &rows_[static_cast<std::size_t>(row)] : nullptr;
}

int ThingModel::rowOf(const Selected& thing) const {
  const auto at = std::find_if(rows_.begin(), rows_.end(), [&](const ThingRow& row) { return row.ref == thing; });
  return at == rows_.end() ? -1 : static_cast<int>(at - rows_.begin());
}

std::optional<ThingWords> ThingModel::words(int at, Instant now) const {
  const ThingRow* found = row(at);
  return found ? WordsOf::row(*situation_, *found, now, incident_) : std::nullopt;
}

int ThingModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant ThingModel::data(const QModelIndex& index, int role) const {
  if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
  const auto said = words(index.row(), {});
  return said ? QVariant(said->title) : QVariant();
}

QSize ThingDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {200, kRowHeight};
}

void ThingDelegate::paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto words = static_cast<const ThingModel*>(index.model())->words(index.row(), desk_.moment());
  if (!words) return;
  const Tokens& t = tokens();
  const QRect box = option.rect;
  const bool chosen = option.state & QStyle::State_Selected;
  p->save();
  if (chosen)
    p->fillRect(box, mixed(t.panel, t.action, t.dark ? 0.22 : 0.14));
  else if (option.state & QStyle::State_MouseOver)
    p->fillRect(box, t.raised);
  if (chosen) p->fillRect(QRect(box.left(), box.top(), 3, box.height()), t.action);
  p->fillRect(QRect(box.left() + kUnit, box.bottom(), box.width() - 2 * kUnit, 1), t.line);

  p->save();
  p->translate(box.left() + 26, box.center().y());
  paintSymbol(*p, words->symbol, t);
  p->restore();

  const int left = box.left() + 50;
  const int right = box.right() - kUnit - 2;
  const QFont strong = typeOf(TypeSize::normal, QFont::DemiBold);
  const QFont small = typeOf(TypeSize::small);
  const QFontMetrics strongMetrics(strong);
  const QFontMetrics smallMetrics(small);
  const int top = box.top() + (box.height() - strongMetrics.height() - smallMetrics.height() - 2) / 2;
  const int first = top + strongMetrics.ascent();
  const int second = top + strongMetrics.height() + smallMetrics.ascent() + 2;

  const int cornerWidth = smallMetrics.horizontalAdvance(words->corner);
  p->setFont(strong);
  p->setPen(words->dim ? t.dim : t.text);
  p->drawText(left, first, strongMetrics.elidedText(words->title, Qt::ElideRight, right - cornerWidth - kUnit - left));
  p->setFont(small);
  p->setPen(t.dim);
  p->drawText(right - cornerWidth, first, words->corner);

  int x = left;
  if (words->chip) {
    const QRect chip(x, second - smallMetrics.ascent() - 1, smallMetrics.horizontalAdvance(words->chip->word) + 10,
                     smallMetrics.height() + 2);
    p->setRenderHint(QPainter::Antialiasing);
    p->setPen(Qt::NoPen);
    p->setBrush(words->chip->ground);
    p->drawRoundedRect(chip, 3, 3);
    p->setPen(readableOn(words->chip->ground));
    p->drawText(chip, Qt::AlignCenter, words->chip->word);
    x = chip.right() + kUnit;
  }
  // The line is what one looks for; what stands at the right gives way first when it is quiet.
  int rightWidth = smallMetrics.horizontalAdvance(words->right);
  const bool crowded = x + smallMetrics.horizontalAdvance(words->line) + kUnit + rightWidth > right;
  if (crowded && words->rightTone == ThingWords::Tone::quiet && words->symbol.kind == Kind::team) rightWidth = 0;
  if (rightWidth > 0) {
    p->setPen(colourOf(words->rightTone, t));
    p->drawText(right - rightWidth, second, words->right);
  }
  p->setPen(colourOf(words->lineTone, t));
  p->drawText(x, second,
              smallMetrics.elidedText(words->line, Qt::ElideRight, right - rightWidth - (rightWidth ? kUnit : 0) - x));
  p->restore();
}

}  // namespace fengsui
