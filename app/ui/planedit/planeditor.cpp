// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/planedit/planeditor.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>
#include <algorithm>

#include "ui/look/tokens.h"
#include "ui/planedit/planhighlighter.h"

namespace fengsui {
namespace {

constexpr int kMarkRoom = 16;
const QString kIndent = QStringLiteral("  ");

QFont editorFont() {
  QFont font;
  font.setFamilies(
      {QStringLiteral("Noto Sans Mono CJK SC"), QStringLiteral("DejaVu Sans Mono"), QStringLiteral("monospace")});
  font.setStyleHint(QFont::Monospace);
  font.setPixelSize(13);
  return font;
}

}  // namespace

class PlanEditor::Gutter : public QWidget {
 public:
  explicit Gutter(PlanEditor* editor) : QWidget(editor), editor_(editor) {}

 protected:
  void paintEvent(QPaintEvent* event) override { editor_->paintGutter(event); }
  bool event(QEvent* event) override {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    editor_->sayMark(help->pos().y(), help->globalPos());
    return true;
  }

 private:
  PlanEditor* editor_;
};

PlanEditor::PlanEditor(QWidget* parent)
    : QPlainTextEdit(parent), highlighter_(new PlanHighlighter(document())), gutter_(new Gutter(this)) {
  setObjectName(QStringLiteral("planText"));
  setFont(editorFont());
  setFrameShape(QFrame::NoFrame);
  setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  connect(this, &QPlainTextEdit::blockCountChanged, this, &PlanEditor::makeRoom);
  connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
    if (dy)
      gutter_->scroll(0, dy);
    else
      gutter_->update(0, rect.y(), gutter_->width(), rect.height());
  });
  connect(this, &QPlainTextEdit::cursorPositionChanged, this, &PlanEditor::showLines);
  makeRoom();
  showLines();
}

void PlanEditor::open(const QString& text) {
  marks_.clear();
  setPlainText(text);
  showLines();
}

void PlanEditor::replaceAll(const QString& text) {
  QTextCursor all(document());
  all.beginEditBlock();
  all.select(QTextCursor::Document);
  all.insertText(text);
  all.endEditBlock();
}

void PlanEditor::goTo(int line, int column) {
  const QTextBlock block = document()->findBlockByNumber(std::clamp(line, 1, blockCount()) - 1);
  QTextCursor cursor(block);
  cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor,
                      std::clamp(column - 1, 0, std::max(0, block.length() - 1)));
  setTextCursor(cursor);
  centerCursor();
}

void PlanEditor::showMarks(std::vector<Mark> marks) {
  if (marks == marks_) return;
  marks_ = std::move(marks);
  showLines();
  gutter_->update();
}

const PlanEditor::Mark* PlanEditor::markOf(int line) const {
  const Mark* found = nullptr;
  for (const Mark& one : marks_)
    if (one.line == line && (!found || one.error)) found = &one;
  return found;
}

void PlanEditor::showLines() {
  const Tokens& t = tokens();
  QList<QTextEdit::ExtraSelection> lines;
  const auto add = [&](QTextCursor cursor, const QColor& ground) {
    cursor.clearSelection();
    QTextEdit::ExtraSelection line;
    line.cursor = cursor;
    line.format.setBackground(ground);
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    lines.append(line);
  };
  add(textCursor(), t.raised);
  for (const Mark& mark : marks_)
    if (mark.error && mark.line > 0 && mark.line <= blockCount())
      add(QTextCursor(document()->findBlockByNumber(mark.line - 1)), mixed(t.ground, t.danger, 0.18));
  setExtraSelections(lines);
  gutter_->update();
}

int PlanEditor::gutterWidth() const {
  const int digits = std::max(2, static_cast<int>(QString::number(blockCount()).size()));
  return kMarkRoom + digits * fontMetrics().horizontalAdvance(u'9') + kUnit;
}

void PlanEditor::makeRoom() {
  setViewportMargins(gutterWidth(), 0, 0, 0);
  const QRect inside = contentsRect();
  gutter_->setGeometry(inside.left(), inside.top(), gutterWidth(), inside.height());
}

void PlanEditor::paintGutter(QPaintEvent* event) {
  const Tokens& t = tokens();
  QPainter p(gutter_);
  p.setRenderHint(QPainter::Antialiasing);
  p.fillRect(event->rect(), t.panel);
  p.setFont(font());
  const int high = fontMetrics().height();
  QTextBlock block = firstVisibleBlock();
  double top = blockBoundingGeometry(block).translated(contentOffset()).top();
  for (; block.isValid() && top <= event->rect().bottom(); block = block.next()) {
    const double height = blockBoundingRect(block).height();
    const int number = block.blockNumber() + 1;
    if (block.isVisible() && top + height >= event->rect().top()) {
      const Mark* mark = markOf(number);
      p.setPen(mark && mark->error ? t.danger : number == line() ? t.text : t.dim);
      p.drawText(QRectF(0, top, gutter_->width() - kUnit, high), Qt::AlignRight | Qt::AlignVCenter,
                 QString::number(number));
      if (mark) {
        // A square stops, a triangle warns: told apart without their colour.
        const QPointF middle(kMarkRoom / 2.0, top + high / 2.0);
        p.setPen(Qt::NoPen);
        p.setBrush(mark->error ? t.danger : t.dim);
        if (mark->error)
          p.drawRect(QRectF(middle.x() - 4, middle.y() - 4, 8, 8));
        else
          p.drawPolygon(QPolygonF{middle + QPointF(0, -5), middle + QPointF(5, 4), middle + QPointF(-5, 4)});
      }
    }
    top += height;
  }
}

void PlanEditor::indent(bool more) {
  QTextCursor cursor = textCursor();
  const bool lines = cursor.hasSelection() &&
                     document()->findBlock(cursor.selectionStart()) != document()->findBlock(cursor.selectionEnd());
  if (more && !lines) return cursor.insertText(kIndent);
  cursor.beginEditBlock();
  const QTextBlock last = document()->findBlock(cursor.selectionEnd());
  for (QTextBlock block = document()->findBlock(cursor.selectionStart()); block.isValid(); block = block.next()) {
    QTextCursor head(block);
    if (more) {
      head.insertText(kIndent);
    } else {
      for (int i = 0; i < kIndent.size() && block.text().startsWith(u' '); ++i) head.deleteChar();
    }
    if (block == last) break;
  }
  cursor.endEditBlock();
}

bool PlanEditor::event(QEvent* event) {
  // The keys with which the dossier acts are not struck by accident while one types.
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers() == Qt::ControlModifier && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
      event->accept();
      return true;
    }
  }
  return QPlainTextEdit::event(event);
}

bool PlanEditor::viewportEvent(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QPlainTextEdit::viewportEvent(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  sayMark(help->pos().y(), help->globalPos());
  return true;
}

void PlanEditor::sayMark(int y, QPoint global) {
  const Mark* mark = markOf(cursorForPosition({0, y}).blockNumber() + 1);
  if (mark)
    QToolTip::showText(global, mark->words, this);
  else
    QToolTip::hideText();
}

void PlanEditor::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Tab && event->modifiers() == Qt::NoModifier && !isReadOnly()) return indent(true);
  if (event->key() == Qt::Key_Backtab && !isReadOnly()) return indent(false);
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && event->modifiers() == Qt::NoModifier && !isReadOnly()) {
    // The next line begins below this one.
    const QString line = textCursor().block().text().left(textCursor().positionInBlock());
    const auto inked = std::find_if(line.begin(), line.end(), [](QChar c) { return c != u' '; });
    QPlainTextEdit::keyPressEvent(event);
    return insertPlainText(QString(inked - line.begin(), u' '));
  }
  QPlainTextEdit::keyPressEvent(event);
}

void PlanEditor::resizeEvent(QResizeEvent* event) {
  QPlainTextEdit::resizeEvent(event);
  makeRoom();
}

void PlanEditor::changeEvent(QEvent* event) {
  QPlainTextEdit::changeEvent(event);
  if (event->type() != QEvent::PaletteChange) return;
  highlighter_->recolour();
  showLines();
}

}  // namespace fengsui
