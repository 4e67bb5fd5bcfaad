// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/mapsheet.h"

#include <QFontMetricsF>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

#include "documents/type.h"
#include "documents/typesetting.h"
#include "documents/wording.h"

namespace fengsui {
namespace {

constexpr double kTitleMm = 9;
constexpr double kCaptionMm = 5.5;
constexpr double kGapMm = 3;
constexpr double kScaleMm = 15;
constexpr double kSwatchMm = 8;
constexpr double kLargestPt = 8;
constexpr double kSmallestPt = 5;

bool large(const Paper& paper) {
  return paper.size == QPageSize::A3;
}

/// Where things stand in the body of a page.
struct Layout {
  QRectF title, maps, legend;
  int across = 1, down = 1;  // maps
  int columns = 1;           // of the legend
};

Layout layoutOf(const Paper& paper, const QRectF& body, std::size_t panels) {
  Layout out;
  const double gap = fromMm(kGapMm);
  out.title = QRectF(body.topLeft(), QSizeF(body.width(), fromMm(kTitleMm)));
  QRectF rest = body.adjusted(0, fromMm(kTitleMm), 0, 0);
  if (paper.landscape) {
    const double wide = fromMm(large(paper) ? 84 : 64);
    out.legend = QRectF(rest.right() - wide, rest.top(), wide, rest.height());
    rest.setRight(out.legend.left() - gap);
  } else {
    const double high = fromMm(large(paper) ? 84 : 68);
    out.legend = QRectF(rest.left(), rest.bottom() - high, rest.width(), high);
    rest.setBottom(out.legend.top() - gap);
    out.columns = 3;
  }
  out.maps = rest;
  if (panels > 1) {
    out.across = panels > 4 && paper.landscape ? 3 : 2;
    out.down = panels > 4 && !paper.landscape ? 3 : 2;
  }
  return out;
}

QRectF panelBox(const Layout& at, std::size_t panel, bool captioned) {
  const double gap = fromMm(kGapMm);
  const auto column = static_cast<int>(panel) % at.across, row = static_cast<int>(panel) / at.across;
  const double wide = (at.maps.width() - gap * (at.across - 1)) / at.across;
  const double high = (at.maps.height() - gap * (at.down - 1)) / at.down;
  QRectF box(at.maps.left() + column * (wide + gap), at.maps.top() + row * (high + gap), wide, high);
  if (captioned) box.setTop(box.top() + fromMm(kCaptionMm));
  return box;
}

// What is too long is set smaller rather than cut.
void lineIn(QPainter& p, const QRectF& box, const QString& words, double pt, bool bold, int align) {
  QFont font = typeFace(pt, bold);
  while (pt > kSmallestPt && QFontMetricsF(font).horizontalAdvance(words) > box.width())
    font = typeFace(pt -= 0.5, bold);
  p.setFont(font);
  p.setPen(kInk);
  p.drawText(box, align | Qt::AlignVCenter | Qt::TextSingleLine, words);
}

/// The longest of 1, 2, 5 · 10ⁿ metres that is not longer than this.
double roundBelow(double metres) {
  const double ten = std::pow(10, std::floor(std::log10(metres)));
  return metres >= 5 * ten ? 5 * ten : metres >= 2 * ten ? 2 * ten : ten;
}

QString lengthOf(double metres) {
  return metres >= 1000 ? QString::number(metres / 1000) + QStringLiteral(" km")
                        : QString::number(metres) + QStringLiteral(" m");
}

QString scaleWords(double scale) {
  QString digits = QString::number(std::llround(scale));
  for (qsizetype at = digits.size() - 3; at > 0; at -= 3) digits.insert(at, QChar(0x2009));
  return QStringLiteral("1 : ") + digits;
}

void northArrow(QPainter& p, QPointF foot, double high) {
  const double half = high * 0.24;
  p.setPen(QPen(kInk, 4, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
  const QPointF tip = foot - QPointF(0, high), notch = foot - QPointF(0, high * 0.22);
  p.setBrush(Qt::white);
  p.drawPolygon(QPolygonF({tip, foot + QPointF(half, 0), notch}));
  p.setBrush(kInk);
  p.drawPolygon(QPolygonF({tip, foot - QPointF(half, 0), notch}));
  p.setFont(typeFace(7, true));
  p.drawText(QRectF(foot.x() - 200, foot.y() + fromMm(0.2), 400, fromMm(3)), Qt::AlignHCenter | Qt::AlignTop,
             QStringLiteral("N"));
}

void scaleBar(QPainter& p, const QRectF& box, const MapSheet& sheet, const PaperWording& say) {
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  northArrow(p, {box.left() + fromMm(4), box.top() + fromMm(9)}, fromMm(9));
  const double left = box.left() + fromMm(11);
  const double room = box.right() - left - fromMm(8);
  const double unitsToM = sheet.scale * 25.4 / kUnitsPerInch / 1000;  // a unit of the page on the ground
  const double metres = roundBelow(room * unitsToM);
  const double wide = metres / unitsToM, y = box.top() + fromMm(5.5), high = fromMm(1.2);
  for (int i = 0; i < 4; ++i) {
    p.setPen(QPen(kInk, 3));
    p.setBrush(i % 2 ? QBrush(Qt::white) : QBrush(kInk));
    p.drawRect(QRectF(left + wide * i / 4, y, wide / 4, high));
  }
  p.setPen(kInk);
  p.setFont(typeFace(8.5, true));
  p.drawText(QRectF(left, box.top(), room, fromMm(4.5)), Qt::AlignLeft | Qt::AlignVCenter, scaleWords(sheet.scale));
  p.setFont(typeFace(6.5));
  const auto under = [&](double x, const QString& words) {
    p.drawText(QRectF(x - fromMm(10), y + high, fromMm(20), fromMm(3.2)), Qt::AlignHCenter | Qt::AlignVCenter, words);
  };
  p.drawText(QRectF(left, y + high, fromMm(5), fromMm(3.2)), Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("0"));
  under(left + wide / 2, lengthOf(metres / 2));
  under(left + wide, lengthOf(metres));
  p.setPen(kQuiet);
  p.setFont(typeFace(5.5));
  p.drawText(QRectF(left, y + fromMm(4.8), box.right() - left, fromMm(3)), Qt::AlignLeft | Qt::AlignVCenter,
             say("mid-map · ", "图幅中部 · ") + sheet.reference);
  p.restore();
}

/// The legend in columns: what does not fit is set smaller.
class Legend {
 public:
  Legend(const std::vector<MapLegendBlock>& blocks, double pt) : pt_(pt) {
    for (const MapLegendBlock& block : blocks) {
      if (!block.title.isEmpty()) lines_.push_back({{{}, block.title, true, false}, true});
      for (const MapLegendLine& line : block.lines) lines_.push_back({line, false});
    }
  }

  /// Draws where @p p is not null. @return whether everything found room.
  bool set(QPainter* p, const std::vector<QRectF>& columns) const {
    std::size_t column = 0;
    double y = columns.front().top();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const QRectF& room = columns[column];
      const bool first = y == room.top();
      const double before = lines_[i].head && !first ? fromPt(pt_ * 0.5) : 0;
      double needed = before + heightOf(lines_[i], room.width());
      // A heading stays with the first line under it.
      if (lines_[i].head && i + 1 < lines_.size()) needed += heightOf(lines_[i + 1], room.width());
      if (!first && y + needed > room.bottom()) {
        if (++column == columns.size()) return false;
        y = columns[column].top();
        --i;
        continue;
      }
      y += before;
      const double high = heightOf(lines_[i], room.width());
      if (p) draw(*p, lines_[i], QRectF(room.left(), y, room.width(), high));
      y += high;
      if (y > room.bottom() + 1) return false;
    }
    return true;
  }

 private:
  struct Line {
    MapLegendLine is;
    bool head;
  };

  [[nodiscard]] QFont faceOf(const Line& line) const {
    return typeFace(line.head ? pt_ + 0.5 : pt_, line.head || line.is.strong);
  }
  [[nodiscard]] double indentOf(const Line& line) const { return line.is.swatch ? fromMm(kSwatchMm) : 0; }
  [[nodiscard]] double heightOf(const Line& line, double width) const {
    const QFontMetricsF metrics(faceOf(line));
    const double words =
        metrics.boundingRect(QRectF(0, 0, width - indentOf(line), 1e6), Qt::TextWordWrap, line.is.words).height();
    return std::max(words, line.is.swatch ? fromPt(pt_ * 1.75) : 0) + fromPt(line.is.swatch ? 0.4 : 1.2);
  }
  void draw(QPainter& p, const Line& line, const QRectF& box) const {
    const double indent = indentOf(line);
    if (line.is.swatch) {
      p.save();
      line.is.swatch(p, QRectF(box.left(), box.top(), indent - fromMm(1.2), fromPt(pt_ * 1.75)));
      p.restore();
    }
    p.setFont(faceOf(line));
    p.setPen(line.is.quiet ? kQuiet : kInk);
    p.drawText(box.adjusted(indent, 0, 0, 0), Qt::TextWordWrap | (line.is.swatch ? Qt::AlignVCenter : Qt::AlignTop),
               line.is.words);
  }

  double pt_;
  std::vector<Line> lines_;
};

void legend(QPainter& p, const Layout& at, const MapSheet& sheet, const PaperWording& say) {
  const double gap = fromMm(kGapMm);
  const double wide = (at.legend.width() - gap * (at.columns - 1)) / at.columns;
  std::vector<QRectF> columns;
  for (int i = 0; i < at.columns; ++i)
    columns.emplace_back(at.legend.left() + i * (wide + gap), at.legend.top(), wide, at.legend.height());
  if (sheet.scale > 0) {
    scaleBar(p, QRectF(columns.front().topLeft(), QSizeF(wide, fromMm(kScaleMm))), sheet, say);
    columns.front().setTop(columns.front().top() + fromMm(kScaleMm));
  }
  double pt = kLargestPt;
  while (pt > kSmallestPt && !Legend(sheet.legend, pt).set(nullptr, columns)) pt -= 0.5;
  Legend(sheet.legend, pt).set(&p, columns);
}

void wholePage(QPainter& p, const QRectF& body, const MapSheet& sheet, const PaperWording& say) {
  const Layout at = layoutOf(sheet.paper, body, sheet.panels.size());
  const double share = sheet.moment.isEmpty() ? 1 : 0.55;
  const QRectF title = at.title.adjusted(0, 0, 0, -fromMm(1.5));
  lineIn(p, QRectF(title.left(), title.top(), title.width() * share, title.height()), sheet.title, 14, true,
         Qt::AlignLeft);
  if (share < 1)
    lineIn(p, QRectF(title.left() + title.width() * share, title.top(), title.width() * (1 - share), title.height()),
           sheet.moment, 12, true, Qt::AlignRight);
  for (std::size_t i = 0; i < sheet.panels.size(); ++i) {
    const MapPanel& panel = sheet.panels[i];
    const bool captioned = sheet.panels.size() > 1;
    const QRectF box = panelBox(at, i, captioned);
    if (captioned)
      lineIn(p, QRectF(box.left(), box.top() - fromMm(kCaptionMm), box.width(), fromMm(kCaptionMm)), panel.caption, 9,
             true, Qt::AlignLeft);
    p.save();
    p.setClipRect(box);
    panel.draw(p, box);
    p.restore();
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(kInk, 8, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    p.drawRect(box);
  }
  legend(p, at, sheet, say);
}

void write(Flow& flow, const MapTable& table) {
  flow.text(table.title, {.pt = 12, .bold = true, .afterPt = 3, .keepWithNext = true});
  for (const QString& note : table.notes) flow.text(note, {.pt = 8.5, .quiet = true});
  std::vector<std::vector<Cell>> rows;
  for (const QStringList& row : table.rows) {
    std::vector<Cell> cells;
    for (const QString& words : row) {
      Cell cell;
      cell.text = words;
      cell.bold = cell.shade = rows.empty();
      cells.push_back(std::move(cell));
    }
    rows.push_back(std::move(cells));
  }
  flow.gap(3);
  flow.table({table.percents, 8.5, true, true, 2}, rows);
}

}  // namespace

QSizeF mapRoom(const Paper& paper, std::size_t panels) {
  const QRectF box = panelBox(layoutOf(paper, paper.body(), panels), 0, panels > 1);
  return box.size() * 25.4 / kUnitsPerInch;
}

Result<Printed> printMapSheet(const MapSheet& sheet, const PrintWish& wish) {
  if (auto ready = Typesetting::ready(); !ready) return failure(ready.error());
  const PaperWording say(wish);
  Furniture around = furnitureFor(wish, sheet.title);
  around.mark = sheet.mark;
  if (!sheet.records.isEmpty()) around.foot += QStringLiteral(" · ") + sheet.records;
  std::optional<Flow> behind;
  if (sheet.table) write(behind.emplace(sheet.paper.body().size()), *sheet.table);
  Sheets sheets(sheet.title, wish);
  sheets.add(
      sheet.paper, [&](QPainter& p, const QRectF& body) { wholePage(p, body, sheet, say); }, around,
      behind ? behind->pages() : 0);
  if (behind) sheets.add(sheet.paper, *behind, around, 1);
  return sheets.finish();
}

}  // namespace fengsui
