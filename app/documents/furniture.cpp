// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/furniture.h"

#include <QFontMetricsF>
#include <QPageLayout>
#include <QPainterPath>

#include "documents/searchable.h"
#include "documents/type.h"
#include "documents/wording.h"

namespace fengsui {
namespace {

constexpr double kBandTopMm = 3.5;  // what most printers reach
constexpr double kBandMm = 6;
constexpr double kHeadMm = 10.5;
constexpr double kBodyMm = 17;
constexpr double kFootMm = 14.5;

void band(QPainter& painter, const QRectF& box, const QString& words) {
  painter.save();
  QPainterPath stripes;
  const double step = box.height();
  for (double x = box.left() - step; x < box.right() + step; x += step) {
    stripes.moveTo(x, box.bottom());
    stripes.lineTo(x + step, box.top());
    stripes.lineTo(x + step * 1.5, box.top());
    stripes.lineTo(x + step * 0.5, box.bottom());
    stripes.closeSubpath();
  }
  painter.setClipRect(box);
  painter.fillPath(stripes, kInk);
  const QFont font = typeFace(10, true);
  painter.setFont(font);
  const double plate = QFontMetricsF(font).horizontalAdvance(words) + fromMm(8);
  const QRectF middle(box.center().x() - plate / 2, box.top(), plate, box.height());
  painter.fillRect(middle, Qt::white);
  painter.setPen(kInk);
  painter.drawText(middle, Qt::AlignCenter, words);
  painter.restore();
}

void around(QPainter& painter, const QSizeF& page, double sideMm, const Furniture& f, int number, int of) {
  QStringList marks;
  if (f.exercise) marks << QStringLiteral("演练 EXERCISE");
  if (!f.mark.isEmpty()) marks << f.mark;
  if (!marks.isEmpty()) {
    const QString words = marks.join(QStringLiteral("  ·  "));
    const double side = fromMm(5);
    band(painter, {side, fromMm(kBandTopMm), page.width() - 2 * side, fromMm(kBandMm)}, words);
    band(painter, {side, page.height() - fromMm(kBandTopMm + kBandMm), page.width() - 2 * side, fromMm(kBandMm)},
         words);
  }
  if (f.bare) return;
  const double left = fromMm(sideMm), width = page.width() - 2 * left;
  const QFont font = typeFace(7.5), strong = typeFace(7.5, true);
  const double high = fromMm(4.5);
  const auto write = [&](const QFont& face, double x, double y, double wide, int align, const QString& words) {
    painter.setFont(face);
    painter.setPen(kQuiet);
    const QFontMetricsF metrics(face);
    painter.drawText(QRectF(x, y, wide, high), align | Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(words, Qt::ElideRight, wide));
  };
  const double head = fromMm(kHeadMm), foot = page.height() - fromMm(kFootMm);
  write(strong, left, head, width * 0.64, Qt::AlignLeft, f.left);
  write(font, left + width * 0.66, head, width * 0.34, Qt::AlignRight, f.right);
  painter.setPen(QPen(kRule, 4));
  painter.drawLine(QPointF(left, head + high + fromMm(0.4)), QPointF(left + width, head + high + fromMm(0.4)));
  write(font, left, foot, width * 0.64, Qt::AlignLeft, f.foot);
  const QString counted = f.chinese ? QStringLiteral("第 %1 页 共 %2 页") : QStringLiteral("page %1 of %2");
  write(font, left + width * 0.66, foot, width * 0.34, Qt::AlignRight, counted.arg(number).arg(of));
}

}  // namespace

QSizeF Paper::page() const {
  const QSizeF mm = QPageSize(size).size(QPageSize::Millimeter);
  const QSizeF upright(fromMm(mm.width()), fromMm(mm.height()));
  return landscape ? upright.transposed() : upright;
}

QRectF Paper::body() const {
  const QSizeF whole = page();
  return {fromMm(sideMm), fromMm(kBodyMm), whole.width() - 2 * fromMm(sideMm), whole.height() - 2 * fromMm(kBodyMm)};
}

Sheets::Sheets(const QString& title, const PrintWish& wish)
    : buffer_(&bytes_), writer_([this] {
        buffer_.open(QIODevice::WriteOnly);
        return &buffer_;
      }()) {
  writer_.setResolution(kUnitsPerInch);
  writer_.setTitle(title);
  writer_.setCreator(QStringLiteral("Fengsui · ") + printable(wish.station));
}

void Sheets::startPage(const Paper& paper) {
  writer_.setPageLayout(
      {QPageSize(paper.size), paper.landscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)});
  if (pages_++ == 0)
    painter_.begin(&writer_);
  else
    writer_.newPage();
}

void Sheets::add(const Paper& paper, Flow& flow, const Furniture& furniture, int before) {
  const int of = flow.pages();
  for (int page = 0; page < of; ++page) {
    startPage(paper);
    around(painter_, paper.page(), paper.sideMm, furniture, before + page + 1, before + of);
    painter_.save();
    painter_.translate(paper.body().topLeft());
    flow.paint(painter_, page);
    painter_.restore();
  }
}

void Sheets::add(const Paper& paper, const std::function<void(QPainter&, const QRectF&)>& draw,
                 const Furniture& furniture, int after) {
  startPage(paper);
  around(painter_, paper.page(), paper.sideMm, furniture, 1, 1 + after);
  painter_.save();
  draw(painter_, paper.body());
  painter_.restore();
}

Result<Printed> Sheets::finish() {
  const bool drawn = pages_ > 0 && painter_.end();
  buffer_.close();
  if (!drawn || bytes_.isEmpty()) return failure(ErrorCode::io, {"the document could not be set", "文档排版失败"});
  makeSearchable(bytes_);
  return Printed{bytes_.toStdString(), pages_};
}

Furniture furnitureFor(const PrintWish& wish, const QString& left) {
  const PaperWording say(wish);
  Furniture out;
  out.left = left;
  out.right = printable(wish.station);
  out.foot = say("printed ", "打印 ") + say.moment(wish.now);
  out.exercise = wish.mode == Mode::exercise;
  out.chinese = say.chinese();
  return out;
}

}  // namespace fengsui
