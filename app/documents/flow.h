// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace fengsui {

class DrawnObjects;

/// How a piece of text is set.
struct Style {
  double pt = 9;
  bool bold = false;
  bool quiet = false;
  Qt::Alignment align = Qt::AlignLeft;
  double beforePt = 0;
  double afterPt = 2;
  double indentMm = 0;
  bool keepWithNext = false;
};

/// One cell of a table.
struct Cell {
  QString text;
  bool bold = false;
  bool shade = false;
  bool quiet = false;
  int span = 1;  ///< columns
  Qt::Alignment align = Qt::AlignLeft;
  double pt = 0;              ///< 0: of the table
  double minimumMm = 0;       ///< at least so high: room to write by hand
  std::vector<Cell> lines{};  ///< set below the text, each on its own line
};

struct TableStyle {
  std::vector<double> percents;  ///< of the width
  double pt = 8.5;
  bool ruled = true;
  bool header = false;  ///< the first row is said again on each page
  double paddingPt = 2.5;
};

/// What is written from top to bottom, and then broken into pages: text is never markup, so that nothing that somebody
/// wrote can change how a page is built.
///
/// Thread: one at a time; needs Typesetting.
class Flow {
 public:
  explicit Flow(QSizeF body);
  ~Flow();
  Flow(const Flow&) = delete;
  Flow& operator=(const Flow&) = delete;

  /// @return the place of what was written, for pageOf().
  int text(const QString& words, const Style& style = {});
  /// A bold label and what it says, in one paragraph.
  void labelled(const QString& label, const QString& words, const Style& style = {});
  void table(const TableStyle& style, const std::vector<std::vector<Cell>>& rows);
  /// Draws inside of a box of that size, which is never cut by a page.
  using Draw = std::function<void(QPainter&, const QRectF&)>;
  void drawing(QSizeF size, Draw draw, Qt::Alignment align = Qt::AlignLeft);
  /// A table without rules of two cells: text on the left, a drawing on the right.
  void beside(const std::vector<std::pair<QString, Style>>& left, QSizeF size, Draw draw);
  void newPage() { breakBefore_ = true; }
  void gap(double pt);

  [[nodiscard]] double width() const { return body_.width(); }
  [[nodiscard]] QSizeF body() const { return body_; }
  // From here on nothing more is written.
  [[nodiscard]] int pages();
  /// The page (from 1) of a place that text() returned; of a heading that stays with what follows.
  [[nodiscard]] int pageOf(int place);
  /// The body of one page (from 0), its corner at the painter's origin.
  void paint(QPainter& painter, int page);

 private:
  QTextCursor& startBlock(const Style& style);
  QTextTable* insertTable(int rows, int columns, const TableStyle& style);
  void afterTable();
  void settle();
  void fill(QTextTable* table, int row, int column, const Cell& cell, const TableStyle& style);
  void insertDrawing(QTextCursor& cursor, QSizeF size, Draw draw);

  QSizeF body_;
  QTextDocument document_;
  std::unique_ptr<DrawnObjects> objects_;
  QTextCursor cursor_;
  bool fresh_ = true;  // the empty block of a new document, or the one after a table, is used and not added to
  bool breakBefore_ = false;
  std::vector<int> kept_;  // headings that stay with what follows
  bool settled_ = false;
};

}  // namespace fengsui
