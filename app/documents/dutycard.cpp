// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/dutycard.h"

#include "documents/furniture.h"
#include "documents/typesetting.h"
#include "documents/wording.h"

namespace fengsui {
namespace {

const Paper kPaper{QPageSize::A5, true, 10};
constexpr double kSmallestPt = 6.5;

const QString kLine = QStringLiteral("________________");

QString orLine(const std::string& words) {
  return words.empty() ? kLine : printable(words);
}

void front(Flow& flow, const DutyCard& card, double pt, const PaperWording& say) {
  QString level = card.level.empty() ? say("all levels", "各级") : say(card.level);
  flow.text(printable(card.post) + QStringLiteral("    ") + level, {pt * 1.8, true});
  flow.text(say(card.plan) + QStringLiteral("  ") + printable(card.edition) + QStringLiteral("  ") +
                printable(card.effective),
            {pt * 0.95, false, true});
  const auto cell = [&](const char* en, const char* zh, const QString& words) {
    return Cell{say.withLabel(say(en, zh), words)};
  };
  flow.table({{30, 34, 36}, pt, true, false, 2},
             {{cell("Name", "姓名", kLine), cell("Substitute", "B角", orLine(card.substitute)),
               cell("Spare channel", "备用频道", orLine(card.channel))},
              {[&] {
                Cell where = cell("Report at", "报到地点", orLine(card.reportTo));
                where.span = 3;
                return where;
              }()}});
  flow.gap(3);
  std::vector<std::vector<Cell>> rows;
  rows.push_back({Cell{say("When", "时刻"), true, true}, Cell{say("What I do", "办什么"), true, true},
                  Cell{say("What comes back, to whom", "报什么、向谁报"), true, true}});
  for (const DutyCardLine& line : card.front) {
    Cell when{say(line.when)};
    when.bold = true;
    Cell what{say(line.title)};
    if (line.helps) what.text += say.bracketed(say("I help", "协办"));
    what.bold = true;
    if (!line.action.empty()) what.lines.push_back(Cell{say(line.action)});
    Cell back{say(line.answer)};
    if (!line.chase.empty())
      back.lines.push_back(Cell{say.withLabel(say("no answer", "未回应"), say(line.chase)), false, false, true});
    rows.push_back({when, what, back});
  }
  if (card.front.empty())
    flow.text(say("This post only verifies: see the back.", "本岗位仅负责核验，见背面。"), {pt});
  else
    flow.table({{15, 55, 30}, pt, true, true, 2}, rows);
}

void list(Flow& flow, const QString& title, const std::vector<Text>& words, const QString& bullet, double pt,
          const PaperWording& say) {
  if (words.empty()) return;
  Style head{pt * 1.15, true};
  head.beforePt = 3;
  head.keepWithNext = true;
  flow.text(title, head);
  Style line{pt};
  line.indentMm = 3;
  line.afterPt = 1;
  for (const Text& one : words) flow.text(bullet + say(one), line);
}

void back(Flow& flow, const DutyCard& card, double pt, const PaperWording& say) {
  flow.text(printable(card.post) + say(": when nobody can be reached", "：失联时"), {pt * 1.5, true});
  list(flow, say("I may decide alone", "可自行决定"), card.standing, QStringLiteral("● "), pt, say);
  if (card.standing.empty())
    flow.text(say("Nothing is left to this post alone: go on with the last order and send somebody to report.",
                  "无单独授权：按最后一道指令办理，并派人送信报告。"),
              {pt});
  list(flow, say("Never", "绝对不能做"), card.forbidden, QStringLiteral("× "), pt, say);
  list(flow, say("I verify for others", "由我核验"), card.verifies, QStringLiteral("□ "), pt, say);
  flow.gap(3);
  const auto label = [&](const char* en, const char* zh) { return Cell{say(en, zh), true, true}; };
  Cell held{say("people ______   vehicles ______   things ____________________",
                "人 ______   车 ______   物 ____________________")};
  flow.table({{22, 78}, pt, true, false, 2.5},
             {{label("Signal to withdraw", "撤离信号"), Cell{orLine(card.signal)}},
              {label("What I hold", "我手里的人、车、物"), held},
              {label("Handed over to", "接班人"), Cell{say("signature ______________   time ______________",
                                                           "签字 ______________   时间 ______________")}}});
}

/// The largest setting with which it stays on one side; the smallest one where none does.
template <class Write>
std::unique_ptr<Flow> fitted(double largest, const Write& write) {
  for (double pt = largest;; pt -= 0.5) {
    auto flow = std::make_unique<Flow>(kPaper.body().size());
    write(*flow, pt);
    if (pt - 0.5 < kSmallestPt || flow->pages() == 1) return flow;
  }
}

}  // namespace

Result<Printed> printCards(const std::vector<DutyCard>& cards, const PrintWish& wish) {
  if (const auto ready = Typesetting::ready(); !ready) return failure(ready.error());
  if (cards.empty()) return failure(ErrorCode::notFound, {"there is no card to print", "没有可打印的岗位指令卡"});
  const PaperWording say(wish);
  Sheets sheets(say("Post cards", "岗位指令卡"), wish);
  for (const DutyCard& card : cards) {
    const QString title = say("Post card · ", "岗位指令卡 · ") + printable(card.post);
    const auto face = fitted(9, [&](Flow& flow, double pt) { front(flow, card, pt, say); });
    sheets.add(kPaper, *face, furnitureFor(wish, title + say(" · front", " · 正面")));
    if (face->pages() % 2 == 0) {
      // Keeps the back on the back of a sheet.
      Flow empty(kPaper.body().size());
      empty.text(say("(continued on the back)", "（背面续）"), {8, false, true});
      sheets.add(kPaper, empty, furnitureFor(wish, title));
    }
    const auto reverse = fitted(9.5, [&](Flow& flow, double pt) { back(flow, card, pt, say); });
    sheets.add(kPaper, *reverse, furnitureFor(wish, title + say(" · back", " · 背面")));
    if (reverse->pages() % 2 == 0 && &card != &cards.back()) {
      Flow empty(kPaper.body().size());
      empty.text({}, {8});
      sheets.add(kPaper, empty, furnitureFor(wish, title));
    }
  }
  return sheets.finish();
}

}  // namespace fengsui
