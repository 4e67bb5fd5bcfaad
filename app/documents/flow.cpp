// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/flow.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextOption>
#include <cmath>

#include "documents/drawnobjects.h"
#include "documents/type.h"

namespace fengsui {
namespace {

QTextCharFormat letters(double pt, bool bold, bool quiet) {
  QTextCharFormat format;
  format.setFont(typeFace(pt, bold));
  format.setForeground(quiet ? kQuiet : kInk);
  return format;
}

QTextBlockFormat paragraph(const Style& style) {
  QTextBlockFormat format;
  format.setAlignment(style.align);
  format.setTopMargin(fromPt(style.beforePt));
  format.setBottomMargin(fromPt(style.afterPt));
  format.setLeftMargin(fromMm(style.indentMm));
  // The face has generous lines of its own; a page of forms is set closer.
  format.setLineHeight(fromPt(style.pt * 1.35), QTextBlockFormat::FixedHeight);
  return format;
}

}  // namespace

QString printable(std::string_view utf8) {
  const QString raw = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
  QString out;
  out.reserve(raw.size());
  for (qsizetype i = 0; i < raw.size(); ++i) {
    const QChar c = raw[i];
    const char16_t u = c.unicode();
    if (u == u'\r') {
      if (i + 1 >= raw.size() || raw[i + 1] != u'\n') out += QChar::LineSeparator;
    } else if (u == u'\n' || u == 0x2028 || u == 0x2029 || u == 0x000B || u == 0x000C || u == 0x0085) {
      out += QChar::LineSeparator;
    } else if (u == u'\t') {
      out += u' ';
    } else if (u < 0x20 || (u >= 0x7F && u < 0xA0) || (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) ||
               u == 0x200E || u == 0x200F || u == 0xFEFF || u == 0xFFFC || (u >= 0xFDD0 && u <= 0xFDEF) ||
               u >= 0xFFFE) {
      continue;
    } else if (c.isHighSurrogate() && i + 1 < raw.size() && raw[i + 1].isLowSurrogate()) {
      out += c;
      out += raw[++i];
    } else if (c.isSurrogate()) {
      out += QChar::ReplacementCharacter;
    } else {
      out += c;
    }
  }
  return out;
}

Flow::Flow(QSizeF body) : body_(body), objects_(std::make_unique<DrawnObjects>()), cursor_(&document_) {
  document_.setDocumentMargin(0);
  document_.setUseDesignMetrics(true);
  document_.setUndoRedoEnabled(false);
  document_.setDefaultFont(typeFace(9));
  QTextOption option;
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  option.setTextDirection(Qt::LeftToRight);
  document_.setDefaultTextOption(option);
  document_.setPageSize(body);
  document_.documentLayout()->registerHandler(DrawnObjects::kType, objects_.get());
  // Lines are broken once, when everything is written, not after each word.
  cursor_.beginEditBlock();
}

Flow::~Flow() = default;

QTextCursor& Flow::startBlock(const Style& style) {
  QTextBlockFormat format = paragraph(style);
  if (breakBefore_) {
    format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    fresh_ = false;  // the paragraph after a table says a wrong place when it begins a page
  }
  breakBefore_ = false;
  const QTextCharFormat chars = letters(style.pt, style.bold, style.quiet);
  if (fresh_) {
    cursor_.setBlockFormat(format);
    cursor_.setBlockCharFormat(chars);
  } else {
    cursor_.insertBlock(format, chars);
  }
  cursor_.setCharFormat(chars);
  fresh_ = false;
  return cursor_;
}

int Flow::text(const QString& words, const Style& style) {
  startBlock(style).insertText(words, letters(style.pt, style.bold, style.quiet));
  const int place = cursor_.block().position();
  if (style.keepWithNext) kept_.push_back(place);
  return place;
}

void Flow::labelled(const QString& label, const QString& words, const Style& style) {
  QTextCursor& at = startBlock(style);
  at.insertText(label, letters(style.pt, true, false));
  at.insertText(words, letters(style.pt, style.bold, style.quiet));
}

void Flow::gap(double pt) {
  Style style;
  style.pt = 0.1;
  style.afterPt = pt;
  text({}, style);
}

void Flow::insertDrawing(QTextCursor& cursor, QSizeF size, Draw draw) {
  QTextCharFormat format;
  format.setObjectType(DrawnObjects::kType);
  format.setProperty(DrawnObjects::kIndex, static_cast<int>(objects_->drawings.size()));
  objects_->drawings.emplace_back(size, std::move(draw));
  cursor.insertText(QString(QChar::ObjectReplacementCharacter), format);
}

void Flow::drawing(QSizeF size, Draw draw, Qt::Alignment align) {
  Style style;
  style.align = align;
  QTextCursor& at = startBlock(style);
  QTextBlockFormat format = at.blockFormat();
  format.setLineHeight(0, QTextBlockFormat::SingleHeight);
  at.setBlockFormat(format);
  insertDrawing(at, size, std::move(draw));
}

QTextTable* Flow::insertTable(int rows, int columns, const TableStyle& style) {
  if (fresh_) {
    // The paragraph before a table cannot be left out; it is made as low as it can be.
    Style none;
    none.pt = 0.1;
    none.afterPt = 0;
    startBlock(none);
  }
  QTextTableFormat format;
  format.setCellPadding(fromPt(style.paddingPt));
  format.setCellSpacing(0);
  format.setMargin(0);
  format.setBorderCollapse(true);
  format.setBorder(style.ruled ? 4 : 0);
  format.setBorderBrush(kRule);
  format.setBorderStyle(style.ruled ? QTextFrameFormat::BorderStyle_Solid : QTextFrameFormat::BorderStyle_None);
  format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
  QList<QTextLength> widths;
  for (const double percent : style.percents) widths << QTextLength(QTextLength::PercentageLength, percent);
  format.setColumnWidthConstraints(widths);
  if (style.header) format.setHeaderRowCount(1);
  if (breakBefore_) format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
  breakBefore_ = false;
  return cursor_.insertTable(rows, columns, format);
}

void Flow::fill(QTextTable* table, int row, int column, const Cell& cell, const TableStyle& style) {
  QTextTableCell at = table->cellAt(row, column);
  // What the cell has already says over how many columns it goes.
  QTextTableCellFormat look = at.format().toTableCellFormat();
  if (cell.shade) look.setBackground(kShade);
  if (cell.minimumMm > 0) look.setBottomPadding(fromPt(style.paddingPt) + fromMm(cell.minimumMm));
  look.setVerticalAlignment(QTextCharFormat::AlignTop);
  at.setFormat(look);
  QTextCursor cursor = at.firstCursorPosition();
  bool first = true;
  const auto line = [&](const Cell& part) {
    Style s;
    s.pt = part.pt > 0 ? part.pt : style.pt;
    s.align = part.align;
    s.afterPt = 0;
    const QTextCharFormat chars = letters(s.pt, part.bold, part.quiet);
    if (first) {
      // Not the format of the block's characters: in the first block of a cell that is the cell's own.
      cursor.setBlockFormat(paragraph(s));
    } else {
      cursor.insertBlock(paragraph(s), chars);
    }
    first = false;
    cursor.insertText(part.text, chars);
  };
  if (!cell.text.isEmpty() || cell.lines.empty()) line(cell);
  for (const Cell& part : cell.lines) line(part);
}

void Flow::table(const TableStyle& style, const std::vector<std::vector<Cell>>& rows) {
  if (rows.empty()) return;
  QTextTable* table = insertTable(static_cast<int>(rows.size()), static_cast<int>(style.percents.size()), style);
  for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
    int column = 0;
    for (const Cell& cell : rows[static_cast<std::size_t>(row)]) {
      if (cell.span > 1) table->mergeCells(row, column, 1, cell.span);
      fill(table, row, column, cell, style);
      column += cell.span;
    }
  }
  afterTable();
}

void Flow::beside(const std::vector<std::pair<QString, Style>>& left, QSizeF size, Draw draw) {
  const double right = (size.width() + fromMm(1)) / body_.width() * 100;
  TableStyle style{{100 - right, right}, 9, false, false, 0};
  QTextTable* table = insertTable(1, 2, style);
  QTextCursor cursor = table->cellAt(0, 0).firstCursorPosition();
  bool first = true;
  for (const auto& [words, look] : left) {
    const QTextCharFormat chars = letters(look.pt, look.bold, look.quiet);
    if (first) {
      cursor.setBlockFormat(paragraph(look));
    } else {
      cursor.insertBlock(paragraph(look), chars);
    }
    first = false;
    cursor.insertText(words, chars);
  }
  cursor = table->cellAt(0, 1).firstCursorPosition();
  QTextBlockFormat format;
  format.setAlignment(Qt::AlignRight);
  cursor.setBlockFormat(format);
  insertDrawing(cursor, size, std::move(draw));
  afterTable();
}

void Flow::afterTable() {
  cursor_ = document_.rootFrame()->lastCursorPosition();
  fresh_ = true;
  Style none;
  none.pt = 0.1;
  none.afterPt = 0;
  cursor_.setBlockFormat(paragraph(none));
  cursor_.setBlockCharFormat(letters(none.pt, false, false));
}

void Flow::settle() {
  if (settled_) return;
  settled_ = true;
  cursor_.endEditBlock();
  (void)document_.pageCount();  // places are asked for only when all lines are broken: Qt breaks them lazily
  const auto pageAt = [&](double y) { return static_cast<int>(std::floor((y + 1) / body_.height())); };
  for (const int place : kept_) {
    QTextBlock block = document_.findBlock(place);
    QTextBlock next = block.next();
    while (next.isValid() && next.text().isEmpty() && next.next().isValid()) next = next.next();
    if (!next.isValid()) continue;
    const auto* layout = document_.documentLayout();
    const QRectF own = layout->blockBoundingRect(block);
    double firstLine = layout->blockBoundingRect(next).top();
    if (next.layout()->lineCount() > 0) firstLine += next.layout()->lineAt(0).y();
    if (pageAt(own.top()) == pageAt(firstLine)) continue;
    QTextCursor cursor(block);
    QTextBlockFormat format = block.blockFormat();
    format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    cursor.setBlockFormat(format);
  }
}

int Flow::pages() {
  settle();
  return document_.pageCount();
}

int Flow::pageOf(int place) {
  settle();
  // Of what follows, which stands on the same page: a paragraph that was sent to a new page by itself says the place
  // where it would have stood.
  QTextBlock block = document_.findBlock(place);
  if (block.next().isValid()) block = block.next();
  double y = document_.documentLayout()->blockBoundingRect(block).top();
  if (block.layout()->lineCount() > 0) y += block.layout()->lineAt(0).y();
  return static_cast<int>(std::floor((y + 1) / body_.height())) + 1;
}

void Flow::paint(QPainter& painter, int page) {
  settle();
  painter.save();
  painter.translate(0, -page * body_.height());
  QAbstractTextDocumentLayout::PaintContext context;
  context.palette.setColor(QPalette::Text, kInk);
  context.clip = QRectF(0, page * body_.height(), body_.width(), body_.height());
  // Qt draws the line before the first visible one too; the painter hides it, a search of the PDF finds it twice.
  painter.setClipRect(context.clip.adjusted(-5, -5, 5, 0));
  document_.documentLayout()->draw(&painter, context);
  painter.restore();
}

}  // namespace fengsui
