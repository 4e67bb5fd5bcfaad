// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/palettelist.h"

#include <QPainter>
#include <QPainterPath>

#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/search/groundsigns.h"

namespace fengsui {
namespace {

constexpr int kRowHeight = 48;
constexpr int kHeadHeight = 26;
constexpr int kTextLeft = 52;
constexpr int kChipGap = 6;

// Where the chips lie, from the left in lines as wide as the room.
std::vector<QRect> chipBoxes(const PaletteRow& row, int width) {
  const QFontMetrics metrics(typeOf(TypeSize::small));
  std::vector<QRect> boxes;
  int x = 0;
  int y = 0;
  for (const PaletteRow::Chip& chip : row.chips) {
    const int wide = std::min(width, metrics.horizontalAdvance(chip.words) + 14);
    if (x > 0 && x + wide > width) {
      x = 0;
      y += metrics.height() + 4 + kChipGap;
    }
    boxes.emplace_back(x, y, wide, metrics.height() + 4);
    x += wide + kChipGap;
  }
  return boxes;
}

// The words with those parts strong that fit what was typed.
void drawMarked(QPainter& p, const QRect& box, const PaletteRow& row, const QColor& plain, const QColor& strong) {
  const QFont normal = typeOf(TypeSize::normal);
  const QFont bold = typeOf(TypeSize::normal, QFont::Bold);
  const QFontMetrics metrics(normal);
  const int base = box.top() + metrics.ascent();
  int x = box.left();
  int at = 0;
  const auto piece = [&](int end, bool fits) {
    if (end <= at || x >= box.right()) return;
    const QFont& font = fits ? bold : normal;
    const QString words =
        QFontMetrics(font).elidedText(row.words.mid(at, end - at), Qt::ElideRight, box.right() - x + 1);
    p.setFont(font);
    p.setPen(fits ? strong : plain);
    p.drawText(x, base, words);
    x += QFontMetrics(font).horizontalAdvance(words);
    at = end;
  };
  for (const auto& [begin, size] : row.marked) {
    piece(begin, false);
    piece(begin + size, true);
  }
  piece(static_cast<int>(row.words.size()), false);
}

// A key as it looks on the keyboard. @return how wide it is.
int drawKey(QPainter& p, int right, int middle, const QString& key, const Tokens& t) {
  const QFont small = typeOf(TypeSize::small);
  const QFontMetrics metrics(small);
  const QRect box(right - metrics.horizontalAdvance(key) - 12, middle - metrics.height() / 2 - 2,
                  metrics.horizontalAdvance(key) + 12, metrics.height() + 4);
  p.setBrush(t.raised);
  p.setPen(QPen(t.line, 1));
  p.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
  p.setFont(small);
  p.setPen(t.dim);
  p.drawText(box, Qt::AlignCenter, key);
  return box.width();
}

}  // namespace

void PaletteModel::show(std::vector<PaletteRow> rows) {
  beginResetModel();
  rows_ = std::move(rows);
  endResetModel();
}

const PaletteRow* PaletteModel::at(int row) const {
  return row >= 0 && row < rowCount() ? &rows_[static_cast<std::size_t>(row)] : nullptr;
}

int PaletteModel::choosable(int row, int step) const {
  for (int tried = 0; tried < rowCount(); ++tried) {
    row = (row + rowCount()) % rowCount();
    if (at(row)->choosable()) return row;
    row += step < 0 ? -1 : 1;
  }
  return -1;
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
  const PaletteRow* row = at(index.row());
  if (!row) return {};
  if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) return row->words;
  if (role == Qt::AccessibleDescriptionRole) return row->whyNot.isEmpty() ? row->second : row->whyNot;
  return {};
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const {
  const PaletteRow* row = at(index.row());
  return row && row->choosable() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto* model = static_cast<const PaletteModel*>(index.model());
  const PaletteRow* row = model->at(index.row());
  const int width = option.rect.width();
  if (!row) return {width, kRowHeight};
  if (row->type == PaletteRow::Type::head) return {width, kHeadHeight};
  if (row->chips.empty()) return {width, kRowHeight};
  const auto boxes = chipBoxes(*row, std::max(200, width - kTextLeft - 2 * kUnit));
  const int reason = row->whyNot.isEmpty() ? 0 : QFontMetrics(typeOf(TypeSize::small)).height() + 4;
  return {width, 8 + QFontMetrics(typeOf(TypeSize::normal)).height() + 6 + boxes.back().bottom() + 10 + reason};
}

void PaletteDelegate::paintSign(QPainter& p, const PaletteRow& row, QPoint middle) const {
  const Tokens& t = tokens();
  p.save();
  p.translate(middle);
  if (row.symbol)
    paintSymbol(p, *row.symbol, t);
  else if (row.type == PaletteRow::Type::action)
    row.icon.paint(&p, QRect(-11, -11, 22, 22), Qt::AlignCenter,
                   row.whyNot.isEmpty() ? QIcon::Normal : QIcon::Disabled);
  else if (row.type == PaletteRow::Type::ground || !row.glyph.isEmpty())
    paintGroundSign(p, row.glyph, t);
  p.restore();
}

void PaletteDelegate::paintChips(QPainter& p, const PaletteRow& row, const QRect& room) const {
  const Tokens& t = tokens();
  const QFont small = typeOf(TypeSize::small);
  const QFontMetrics metrics(small);
  const auto boxes = chipBoxes(row, room.width());
  p.setFont(small);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const PaletteRow::Chip& chip = row.chips[i];
    const QRect box = boxes[i].translated(room.topLeft());
    QColor ink = t.text;
    p.setBrush(t.panel);
    p.setPen(QPen(mixed(t.line, t.text, 0.2), 1));
    if (chip.tone == PaletteRow::Chip::Tone::level) {
      const QColor ground = levelColour(chip.level, t);
      p.setBrush(ground);
      p.setPen(Qt::NoPen);
      ink = readableOn(ground);
    } else if (chip.tone == PaletteRow::Chip::Tone::missing) {
      p.setBrush(Qt::NoBrush);
      p.setPen(QPen(t.dim, 1, Qt::DashLine));
      ink = t.dim;
    }
    p.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    p.setPen(ink);
    p.drawText(box, Qt::AlignCenter, metrics.elidedText(chip.words, Qt::ElideRight, box.width() - 12));
  }
}

void PaletteDelegate::paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto* model = static_cast<const PaletteModel*>(index.model());
  const PaletteRow* row = model->at(index.row());
  if (!row) return;
  const Tokens& t = tokens();
  const QRect box = option.rect;
  const QFont small = typeOf(TypeSize::small);
  const QFontMetrics smallMetrics(small);
  const QFontMetrics normalMetrics(typeOf(TypeSize::normal));
  p->save();
  p->setRenderHint(QPainter::Antialiasing);
  if (row->type == PaletteRow::Type::head) {
    p->setFont(typeOf(TypeSize::small, QFont::DemiBold));
    p->setPen(t.dim);
    p->drawText(box.adjusted(2 * kUnit, 4, -kUnit, 0), Qt::AlignLeft | Qt::AlignVCenter, row->words);
    p->restore();
    return;
  }
  const bool chosen = option.state & QStyle::State_Selected;
  if (chosen)
    p->fillRect(box, mixed(t.panel, t.action, t.dark ? 0.22 : 0.14));
  else if (option.state & QStyle::State_MouseOver && row->choosable())
    p->fillRect(box, t.raised);
  if (chosen) p->fillRect(QRect(box.left(), box.top(), 3, box.height()), t.action);

  const bool off = !row->whyNot.isEmpty() || row->type == PaletteRow::Type::nothing;
  const int left = row->type == PaletteRow::Type::nothing ? box.left() + 2 * kUnit : box.left() + kTextLeft;
  int right = box.right() - kUnit - 4;
  const QString second = row->whyNot.isEmpty() ? row->second : row->whyNot;
  const bool oneLine = second.isEmpty() && row->chips.empty();
  const int top = oneLine ? box.center().y() - normalMetrics.height() / 2 : box.top() + 5;
  paintSign(*p, *row, {box.left() + 27, row->chips.empty() ? box.center().y() : box.top() + 24});
  if (!row->key.isEmpty())
    right -= drawKey(*p, right, row->chips.empty() ? box.center().y() : box.top() + 16, row->key, t) + kUnit;
  drawMarked(*p, QRect(left, top, right - left, normalMetrics.height()), *row, off ? t.dim : t.text,
             off ? t.dim : t.action);
  p->setFont(small);
  // Off is no alarm; only a report that cannot be made now is.
  const QColor ink = row->whyNot.isEmpty() || row->type != PaletteRow::Type::report ? t.dim : t.danger;
  if (row->chips.empty()) {
    p->setPen(ink);
    p->drawText(left, top + normalMetrics.height() + smallMetrics.ascent() + 1,
                smallMetrics.elidedText(second, Qt::ElideRight, right - left));
  } else {
    const QRect room(left, top + normalMetrics.height() + 6, box.right() - 2 * kUnit - left, box.height());
    paintChips(*p, *row, room);
    if (!row->whyNot.isEmpty()) {
      p->setFont(small);
      p->setPen(ink);
      p->drawText(left, box.bottom() - 6 - smallMetrics.descent(),
                  smallMetrics.elidedText(row->whyNot, Qt::ElideRight, box.right() - 2 * kUnit - left));
    }
  }
  p->restore();
}

}  // namespace fengsui
