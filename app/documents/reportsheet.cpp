// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reportsheet.h"

#include "core/reportdraft.h"
#include "documents/furniture.h"
#include "documents/typesetting.h"
#include "documents/wording.h"

namespace fengsui {
namespace {

const Paper kPaper{QPageSize::A4, false, 24};

void heading(Flow& flow, const QString& words) {
  Style style{13, true};
  style.beforePt = 8;
  style.afterPt = 4;
  style.keepWithNext = true;
  flow.text(words, style);
}

void figures(Flow& flow, const DutyReport& report, const PaperWording& say) {
  std::vector<std::vector<Cell>> rows;
  const auto title = [&](const char* en, const char* zh) { return Cell{say(en, zh), true, true}; };
  rows.push_back({title("What", "项目"), title("Count", "人数"), title("Whose count", "口径"), title("Up to", "截至"),
                  title("How sure", "核实情况")});
  for (const auto& kind : namesOf<FigureKind>)
    for (const Figure& figure : report.figures) {
      if (figure.kind != kind.value) continue;
      Cell count{QString::number(figure.count)};
      count.align = Qt::AlignRight;
      count.bold = figure.decided;
      QString sure = say(textOf(figure.verification));
      if (figure.decided) sure += say("; decided: this one holds", "；已核定，以此为准");
      rows.push_back({Cell{say(textOf(figure.kind))}, count, Cell{printable(figure.source)},
                      Cell{say.moment(figure.cutOff)}, Cell{sure}});
    }
  flow.table({{20, 12, 24, 22, 22}, 10.5, true, true, 3}, rows);
}

void signatures(Flow& flow, const DutyReport& report, const PaperWording& say) {
  const auto signature = [&](const char* en, const char* zh, const std::optional<Step>& step) {
    Cell cell{say.withLabel(say(en, zh), step ? printable(step->by) : QString())};
    cell.lines = {Cell{step ? say.moment(step->at) : say("(not yet)", "（未完成）"), false, false, true}};
    cell.minimumMm = 9;
    return cell;
  };
  flow.table({{33.3, 33.3, 33.4}, 10.5, true, false, 4},
             {{signature("Drafted", "拟稿", report.drafted), signature("Reviewed", "审核", report.reviewed),
               signature("Signed", "签发", report.signed_)}});
}

void recipients(Flow& flow, const DutyReport& report, const PaperWording& say) {
  std::vector<std::vector<Cell>> rows;
  rows.push_back({Cell{say("To", "报送"), true, true}, Cell{say("Sent", "发出"), true, true},
                  Cell{say("Received by, when", "接收人及时间"), true, true}});
  for (const ReportRecipient& one : report.recipients)
    rows.push_back(
        {Cell{printable(one.name)}, Cell{one.sent ? say.moment(one.sent->at) : PaperWording::dash()},
         Cell{one.received ? printable(one.received->by) + QStringLiteral("  ") + say.moment(one.received->at)
                           : PaperWording::dash()}});
  flow.table({{40, 25, 35}, 10.5, true, true, 3}, rows);
}

}  // namespace

Result<Printed> printReport(const DutyReport& report, const PrintWish& wish) {
  if (const auto ready = Typesetting::ready(); !ready) return failure(ready.error());
  const PaperWording say(wish);
  const QString kind = say(textOf(report.kind));
  const QString title = report.title.empty() ? kind : printable(report.title);
  Sheets sheets(title, wish);
  Flow flow(kPaper.body().size());
  Style big{18, true};
  big.align = Qt::AlignHCenter;
  big.beforePt = 6;
  big.afterPt = 6;
  flow.text(title, big);
  QStringList facts{kind, say(textOf(report.form))};
  if (report.number > 0) facts << say("no. ", "第") + QString::number(report.number) + say("", "期");
  facts << printable(wish.station);
  facts << say("as of ", "截至 ") + say.moment(report.asOf);
  if (report.dueBy) facts << say("due ", "时限 ") + say.moment(*report.dueBy);
  Style line{10.5};
  line.align = Qt::AlignHCenter;
  line.quiet = true;
  line.afterPt = 8;
  flow.text(facts.join(QStringLiteral("  ·  ")), line);
  std::int64_t number = 0;
  for (const ReportSection& section : report.sections) {
    const QString count = say.chinese() ? printable(chineseNumber(++number)) + QStringLiteral("、")
                                        : QString::number(++number) + QStringLiteral(". ");
    heading(flow, count + printable(section.heading));
    Style body{12};
    body.afterPt = 4;
    flow.text(printable(section.text), body);
  }
  if (!report.figures.empty()) {
    heading(flow, say("Figures", "数字与口径"));
    figures(flow, report, say);
  }
  heading(flow, say("Signatures", "签批"));
  signatures(flow, report, say);
  if (!report.recipients.empty()) {
    heading(flow, say("Recipients", "报送单位"));
    recipients(flow, report, say);
  }
  Furniture f = furnitureFor(wish, title);
  if (report.withdrawn)
    f.mark = QStringLiteral("已撤回 WITHDRAWN");
  else if (!report.signed_)
    f.mark = QStringLiteral("草稿 DRAFT");
  sheets.add(kPaper, flow, f);
  return sheets.finish();
}

}  // namespace fengsui
