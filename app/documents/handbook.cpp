// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/handbook.h"

#include <QTextLayout>
#include <QTextOption>
#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "documents/flowchart.h"
#include "documents/furniture.h"
#include "documents/typesetting.h"
#include "documents/wording.h"

namespace fengsui {
namespace {

const Paper kPaper{QPageSize::A4, false, 14};
constexpr int kColumns = 4;

/// Words in a box: as high as they come.
class BoxWords {
 public:
  BoxWords(const QString& words, double pt, bool bold, double width) : layout_(words, typeFace(pt, bold)) {
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    layout_.setTextOption(option);
    layout_.beginLayout();
    for (QTextLine line = layout_.createLine(); line.isValid(); line = layout_.createLine()) {
      line.setLineWidth(width);
      line.setPosition({0, height_});
      height_ += fromPt(pt * 1.35);
    }
    layout_.endLayout();
  }
  [[nodiscard]] double height() const { return height_; }
  void draw(QPainter& painter, QPointF at) const { layout_.draw(&painter, at); }

 private:
  QTextLayout layout_;
  double height_ = 0;
};

class Chart {
 public:
  Chart(const Handbook& book, const PaperWording& say) : book_(book), say_(say) {
    for (std::size_t i = 0; i < book.items.size(); ++i) numberOf_[book.items[i].id] = i;
    for (const HandbookItem& item : book.items) {
      std::vector<std::size_t> before;
      for (const std::string& id : item.after)
        if (const auto at = numberOf_.find(id); at != numberOf_.end()) before.push_back(at->second);
      after_.push_back(std::move(before));
    }
  }

  void write(Flow& flow, std::size_t phase, const std::vector<std::size_t>& items) const {
    Style head{11, true};
    head.beforePt = 6;
    head.afterPt = 3;
    head.keepWithNext = true;
    flow.text(QStringLiteral("■ ") + say_(book_.phases[phase]), head);
    const ChartLayout layout = layOutPhase(items, after_, kColumns);
    const std::vector<int> starts = groupStarts(layout);
    for (std::size_t g = 0; g < starts.size(); ++g) {
      const int from = starts[g], to = g + 1 < starts.size() ? starts[g + 1] : layout.rows;
      rows(flow, layout, from, to);
    }
  }

 private:
  static constexpr double kGutterMm = 7, kBetweenMm = 3, kPadMm = 1.2;

  [[nodiscard]] double boxWidth(const Flow& flow) const {
    return (flow.width() - (kColumns - 1) * fromMm(kGutterMm)) / kColumns;
  }
  [[nodiscard]] std::vector<std::shared_ptr<BoxWords>> wordsOf(const ChartLayout::Box& box, double width) const {
    const HandbookItem& item = book_.items[box.item];
    std::vector<std::shared_ptr<BoxWords>> out;
    const double inside = width - 2 * fromMm(kPadMm);
    out.push_back(std::make_shared<BoxWords>(QString::number(box.item + 1) + QStringLiteral(". ") + say_(item.title),
                                             7.5, true, inside));
    out.push_back(std::make_shared<BoxWords>(say_(item.owner), 7, false, inside));
    QString when = say_(item.when);
    if (!box.waitsFor.empty()) {
      QStringList numbers;
      for (const std::size_t one : box.waitsFor) numbers << QString::number(one + 1);
      when += QStringLiteral("  ← ") + numbers.join(QStringLiteral(", "));
    }
    out.push_back(std::make_shared<BoxWords>(when, 7, false, inside));
    return out;
  }

  void rows(Flow& flow, const ChartLayout& layout, int from, int to) const {
    const double width = boxWidth(flow);
    std::map<std::size_t, std::vector<std::shared_ptr<BoxWords>>> words;
    std::vector<double> heights(static_cast<std::size_t>(to - from), 0);
    for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
      const auto& box = layout.boxes[i];
      if (box.row < from || box.row >= to) continue;
      auto& set = words.emplace(i, wordsOf(box, width)).first->second;
      double high = 2 * fromMm(kPadMm);
      for (const auto& one : set) high += one->height();
      double& row = heights[static_cast<std::size_t>(box.row - from)];
      row = std::max(row, high);
    }
    std::vector<double> tops;
    double total = fromMm(0.6);  // half a pen, so that no outline shows on the page before
    for (const double high : heights) {
      tops.push_back(total);
      total += high + fromMm(kBetweenMm);
    }
    const QSizeF size(flow.width(), total);
    if (total > flow.body().height() && to - from > 1) {
      // Too high for any page: row by row, without the arrows between the rows.
      for (int row = from; row < to; ++row) rows(flow, alone(layout, row), row, row + 1);
      return;
    }
    flow.drawing(size, [this, layout, words = std::move(words), tops, heights, width, from, to](QPainter& painter,
                                                                                                const QRectF& area) {
      const auto rectOf = [&](std::size_t i) {
        const auto& box = layout.boxes[i];
        const auto row = static_cast<std::size_t>(box.row - from);
        return QRectF(area.left() + box.column * (width + fromMm(kGutterMm)), area.top() + tops[row], width,
                      heights[row]);
      };
      painter.setRenderHint(QPainter::Antialiasing);
      for (const auto& [i, set] : words) {
        const QRectF box = rectOf(i);
        const bool must = book_.items[layout.boxes[i].item].mandatory;
        painter.setPen(QPen(kInk, must ? 8 : 5, must ? Qt::SolidLine : Qt::DashLine));
        painter.setBrush(Qt::white);
        painter.drawRoundedRect(box, 12, 12);
        painter.setPen(kInk);
        double y = box.top() + fromMm(kPadMm);
        for (const auto& one : set) {
          one->draw(painter, {box.left() + fromMm(kPadMm), y});
          y += one->height();
        }
      }
      for (const auto& [a, b] : layout.arrows) {
        if (layout.boxes[a].row < from || layout.boxes[a].row >= to || layout.boxes[b].row < from ||
            layout.boxes[b].row >= to)
          continue;
        arrow(painter, rectOf(a), rectOf(b));
      }
    });
  }

  /// One row of a layout, its arrows to other rows said as numbers.
  [[nodiscard]] static ChartLayout alone(const ChartLayout& layout, int row) {
    ChartLayout out = layout;
    out.arrows.clear();
    for (const auto& [a, b] : layout.arrows) {
      if (layout.boxes[b].row != row) continue;
      if (layout.boxes[a].row == row)
        out.arrows.emplace_back(a, b);
      else
        out.boxes[b].waitsFor.push_back(layout.boxes[a].item);
    }
    return out;
  }

  static void arrow(QPainter& painter, const QRectF& from, const QRectF& to) {
    const QPointF start(from.right(), from.center().y()), end(to.left(), to.center().y());
    const double middle = (start.x() + end.x()) / 2;
    painter.setPen(QPen(kInk, 7));
    painter.setBrush(Qt::NoBrush);
    const QPointF corner[] = {start, {middle, start.y()}, {middle, end.y()}, {end.x() - fromMm(1), end.y()}};
    painter.drawPolyline(corner, 4);
    const QPointF head[] = {
        end, {end.x() - fromMm(1.8), end.y() - fromMm(0.9)}, {end.x() - fromMm(1.8), end.y() + fromMm(0.9)}};
    painter.setBrush(kInk);
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(head, 3);
  }

  const Handbook& book_;
  const PaperWording& say_;
  std::map<std::string, std::size_t> numberOf_;
  std::vector<std::vector<std::size_t>> after_;
};

/// Everything after the cover.
class Body {
 public:
  Body(const Handbook& book, const PaperWording& say) : book_(book), say_(say), chart_(book, say) {
    inPhase_.resize(book.phases.size());
    for (std::size_t i = 0; i < book.items.size(); ++i) inPhase_[book.items[i].phase].push_back(i);
    chapters_ << say("Levels and criteria", "分级与启动条件") << say("Flow chart", "流程图");
    for (std::size_t p = 0; p < book.phases.size(); ++p)
      if (!inPhase_[p].empty()) chapters_ << say.withLabel(say("Items", "清单"), say(book.phases[p]));
    chapters_ << say("Index of posts", "岗位索引");
  }

  /// @p pages: of the chapters, as far as they are known. @return where each chapter begins.
  [[nodiscard]] std::vector<int> write(Flow& flow, const std::vector<int>& pages) const {
    std::vector<int> places;
    flow.text(say_("Contents", "目录"), {16, true});
    std::vector<std::vector<Cell>> contents;
    for (qsizetype i = 0; i < chapters_.size(); ++i) {
      Cell page{QString::number(static_cast<std::size_t>(i) < pages.size() ? pages[static_cast<std::size_t>(i)] : 0)};
      page.align = Qt::AlignRight;
      contents.push_back({Cell{QString::number(i + 1) + QStringLiteral("  ") + chapters_[i]}, page});
    }
    flow.table({{90, 10}, 11, false, false, 3}, contents);
    const auto chapter = [&](bool newPage) {
      if (newPage) flow.newPage();
      Style style{15, true};
      style.beforePt = newPage ? 0 : 12;
      style.afterPt = 5;
      style.keepWithNext = true;
      const auto index = static_cast<qsizetype>(places.size());
      places.push_back(flow.text(QString::number(index + 1) + QStringLiteral("  ") + chapters_[index], style));
    };
    chapter(true);
    levels(flow);
    chapter(true);
    flow.text(say_("A box with a broken line may be left out. ← 3: waits for item 3.",
                   "虚线框为可选项；← 3 表示须待第 3 项办结。"),
              {8, false, true});
    for (std::size_t p = 0; p < inPhase_.size(); ++p)
      if (!inPhase_[p].empty()) chart_.write(flow, p, inPhase_[p]);
    bool first = true;
    for (const auto& items : inPhase_) {
      if (items.empty()) continue;
      chapter(first);
      first = false;
      table(flow, items);
    }
    chapter(true);
    index(flow);
    return places;
  }

 private:
  [[nodiscard]] static Cell head(const QString& words) { return {words, true, true}; }

  void levels(Flow& flow) const {
    std::vector<std::vector<Cell>> rows;
    rows.push_back(
        {head(say_("Level", "级别")), head(say_("Proposed when", "启动条件")), head(say_("Signed by", "签发"))});
    for (const HandbookLevel& level : book_.levels) {
      Cell when;
      if (!level.criteriaWord.empty()) when.lines.push_back(Cell{say_(level.criteriaWord), false, false, true});
      for (const std::string& one : level.criteria) when.lines.push_back(Cell{printable(one)});
      if (level.criteria.empty()) when.text = PaperWording::dash();
      Cell name{say_(level.level)};
      name.bold = true;
      rows.push_back({name, when, Cell{say_(level.approver)}});
    }
    if (book_.levels.empty())
      flow.text(say_("This plan has no levels.", "本预案不分级。"), {10});
    else
      flow.table({{15, 62, 23}, 9.5, true, true, 3}, rows);
    if (book_.end.empty()) return;
    Style style{12, true};
    style.beforePt = 8;
    style.keepWithNext = true;
    flow.text(say_("Before the end is proposed", "终止条件"), style);
    for (const Text& one : book_.end) flow.text(QStringLiteral("□ ") + say_(one), {10});
  }

  void table(Flow& flow, const std::vector<std::size_t>& items) const {
    std::vector<std::vector<Cell>> rows;
    rows.push_back({head(say_("No.", "序")), head(say_("What", "事项")), head(say_("Owner", "主责")),
                    head(say_("When", "时刻")), head(say_("Comes back", "反馈与催办"))});
    for (const std::size_t i : items) {
      const HandbookItem& item = book_.items[i];
      Cell what{say_(item.title)};
      what.bold = true;
      if (!item.action.empty()) what.lines.push_back(Cell{say_(item.action)});
      const auto note = [&](const QString& label, const QString& words) {
        if (!words.isEmpty()) what.lines.push_back(Cell{say_.withLabel(label, words), false, false, true});
      };
      note(say_("Levels", "适用级别"), say_(item.levels));
      note(say_("Only when", "条件"), say_(item.condition));
      if (!item.mandatory) what.lines.push_back(Cell{say_("may be left out", "可选"), false, false, true});
      Cell owner{say_(item.owner)};
      owner.lines.push_back(Cell{say_(item.kind), false, false, true});
      Cell back{say_(item.answer)};
      const auto more = [&](const QString& label, const QString& words) {
        if (!words.isEmpty()) back.lines.push_back(Cell{say_.withLabel(label, words), false, false, true});
      };
      more(say_("no answer", "未回应"), say_(item.chase));
      more(say_("verified by", "核验"), say_(item.verify));
      rows.push_back({Cell{QString::number(i + 1)}, what, owner, Cell{say_(item.when)}, back});
    }
    flow.table({{5, 43, 16, 14, 22}, 8.5, true, true, 2.5}, rows);
  }

  void index(Flow& flow) const {
    std::map<std::string, QStringList> byPost;
    for (std::size_t i = 0; i < book_.items.size(); ++i)
      for (const std::string& post : book_.items[i].posts) byPost[post] << QString::number(i + 1);
    std::vector<std::vector<Cell>> rows;
    rows.push_back({head(say_("Post", "岗位")), head(say_("Items", "事项序号"))});
    for (const auto& [post, numbers] : byPost)
      rows.push_back({Cell{printable(post)}, Cell{numbers.join(QStringLiteral(", "))}});
    flow.table({{40, 60}, 10, true, true, 3}, rows);
  }

  const Handbook& book_;
  const PaperWording& say_;
  Chart chart_;
  std::vector<std::vector<std::size_t>> inPhase_;
  QStringList chapters_;
};

void cover(Flow& flow, const Handbook& book, const PaperWording& say) {
  flow.gap(140);
  Style big{28, true};
  big.align = Qt::AlignHCenter;
  big.afterPt = 10;
  flow.text(say(book.title), big);
  Style line{13};
  line.align = Qt::AlignHCenter;
  line.afterPt = 4;
  flow.text(say("Command handbook", "指挥手册"), line);
  flow.gap(30);
  line.pt = 11;
  const auto fact = [&](const char* en, const char* zh, const QString& words) {
    if (!words.isEmpty()) flow.text(say.withLabel(say(en, zh), words), line);
  };
  fact("Edition", "版次", printable(book.edition));
  fact("In force from", "施行", printable(book.effective));
  fact("Hazard", "灾种", say(book.hazard));
  fact("Scenario", "场景", say(book.scenario));
  fact("Source", "依据", printable(book.source));
  flow.gap(60);
  flow.text(printable(say.wish().station), line);
}

}  // namespace

Result<Printed> printHandbook(const Handbook& book, const PrintWish& wish) {
  if (const auto ready = Typesetting::ready(); !ready) return failure(ready.error());
  for (const HandbookItem& item : book.items)
    if (item.phase >= book.phases.size())
      return failure(ErrorCode::invalid, {"the item \"" + item.id + "\" is in no phase of the plan",
                                          "事项“" + item.id + "”不属于预案的任何阶段"});
  const PaperWording say(wish);
  const QString title = say(book.title);
  Sheets sheets(title, wish);
  Furniture f = furnitureFor(wish, title + QStringLiteral("  ") + printable(book.edition));
  f.bare = true;
  Flow front(kPaper.body().size());
  cover(front, book, say);
  sheets.add(kPaper, front, f);
  f.bare = false;
  const Body body(book, say);
  // The contents are as long with any numbers, so the pages found without them hold.
  Flow draft(kPaper.body().size());
  std::vector<int> pages;
  for (const int place : body.write(draft, {})) pages.push_back(draft.pageOf(place));
  Flow flow(kPaper.body().size());
  (void)body.write(flow, pages);
  sheets.add(kPaper, flow, f);
  return sheets.finish();
}

}  // namespace fengsui
