// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/calloutlist.h"

#include "core/deriveduty.h"
#include "documents/formparts.h"
#include "documents/furniture.h"
#include "documents/typesetting.h"
#include "documents/wording.h"

namespace fengsui {
namespace {

const Paper kPaper{QPageSize::A4, false, 12};

void rates(Flow& flow, const CalloutRates& found, const PaperWording& say) {
  std::vector<std::vector<Cell>> rows(3);
  rows[0].push_back(Cell{say("of ", "共 ") + QString::number(found.all) + say(" persons", " 人"), true, true});
  rows[1].push_back(Cell{say("so far", "目前"), true, true});
  rows[2].push_back(
      Cell{say("by ", "") + say.clock(found.goalAt) + say("", " 前") +
               say.bracketed(say("goal ", "目标 ") + QString::number(found.goalPercent) + QStringLiteral(" %")),
           true, true});
  for (const CallStage stage : {CallStage::delivered, CallStage::woken, CallStage::responded}) {
    const auto index = static_cast<std::size_t>(stage);
    rows[0].push_back(Cell{say(textOf(stage)), true, true});
    rows[1].push_back(Cell{QString::number(found.reached[index]) + QStringLiteral("  ·  ") +
                           QString::number(found.percent(stage)) + QStringLiteral(" %")});
    rows[2].push_back(Cell{QString::number(found.inTime[index]) + QStringLiteral("  ·  ") +
                           QString::number(found.percentInTime(stage)) + QStringLiteral(" %")});
  }
  flow.table({{31, 23, 23, 23}, 9, true, false, 2.5}, rows);
}

Cell person(const Call& call, Telephones telephones, const PaperWording& say) {
  Cell cell{printable(call.name)};
  cell.bold = true;
  QString post = printable(call.post);
  if (!call.role.empty()) post += say.bracketed(printable(call.role) + say("", "角"));
  if (!post.isEmpty()) cell.lines.push_back(Cell{post});
  if (call.substitute)
    cell.lines.push_back(Cell{say.withLabel(say("Substitute", "B角"), printable(call.substitute->name))});
  if (telephones == Telephones::printed) {
    QStringList numbers;
    for (const std::string& one : call.phones) numbers << printable(one);
    if (call.substitute)
      for (const std::string& one : call.substitute->phones) numbers << printable(one) + say(" (B)", "（B角）");
    if (!numbers.isEmpty()) cell.lines.push_back(Cell{numbers.join(QStringLiteral("  "))});
  }
  return cell;
}

}  // namespace

Result<Printed> printCallout(const Situation& s, const Callout& callout, Telephones telephones, const PrintWish& wish) {
  if (const auto ready = Typesetting::ready(); !ready) return failure(ready.error());
  const PaperWording say(wish);
  const QString title = say("Call-out: who has not said it back", "叫应未回应名单");
  Sheets sheets(title, wish);
  Flow flow(kPaper.body().size());
  flow.text(title, {16, true});
  flow.text(printable(callout.title), {12, true});
  if (!callout.text.empty()) flow.labelled(say("Read to them: ", "叫应内容："), printable(callout.text), {10});
  flow.labelled(say("Signed: ", "签发："), say.moment(callout.signedAt), {9});
  flow.gap(3);
  rates(flow, ratesOf(s, callout), say);
  flow.gap(5);

  const std::vector<Unreached> left = unreachedOf(s, callout, wish.now);
  if (left.empty()) {
    flow.text(say("Everybody has said it back.", "全部已回应。"), {12, true});
  } else {
    std::vector<std::vector<Cell>> rows;
    const auto head = [&](const char* en, const char* zh) { return Cell{say(en, zh), true, true}; };
    rows.push_back({head("No.", "序"), head("Place", "地方"), head("At risk", "受威胁人数"), head("Person", "责任人"),
                    head("So far", "目前"), head("Next", "下一步"), head("Result, time", "结果与时间")});
    int number = 0;
    for (const Unreached& one : left) {
      const Call& call = *one.call;
      Cell place{printable(call.place)};
      place.bold = true;
      if (!call.town.empty()) place.lines.push_back(Cell{printable(call.town)});
      Cell stage{say(textOf(call.stage()))};
      const auto& last = call.woken ? call.woken : call.delivered;
      if (last) stage.lines.push_back(Cell{say.clock(last->at)});
      if (one.held && call.claimed)
        stage.lines.push_back(Cell{say.withLabel(say("rung by", "正由"), printable(call.claimed->by))});
      Cell next;
      if (one.next) {
        next.text = whomText(one.next->whom, say);
        next.lines.push_back(Cell{say.clock(one.next->dueAt)});
      } else {
        next.text = PaperWording::dash();
      }
      Cell result{say("□ delivered □ picked up □ said back", "□触达 □叫醒 □回应")};
      result.lines = {Cell{QStringLiteral("____:____  ________")}};
      Cell risk{QString::number(call.peopleAtRisk)};
      risk.align = Qt::AlignRight;
      rows.push_back(
          {Cell{QString::number(++number)}, place, risk, person(call, telephones, say), stage, next, result});
    }
    flow.table({{5, 17, 8, 23, 12, 13, 22}, 8.5, true, true, 2.5}, rows);
  }
  Furniture f = furnitureFor(wish, title + QStringLiteral("  ") + printable(callout.title));
  if (telephones == Telephones::printed)
    f.foot +=
        say("  ·  telephones of persons: for the desk, give back after use", "  ·  含个人电话，仅限值守使用，用后收回");
  sheets.add(kPaper, flow, f);
  return sheets.finish();
}

}  // namespace fengsui
