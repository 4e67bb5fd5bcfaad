// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/planedit/planwords.h"

#include <QStringList>
#include <algorithm>

#include "core/names.h"
#include "plans/expressionwords.h"
#include "plans/instantiate.h"
#include "plans/postcard.h"
#include "ui/look/language.h"

namespace fengsui {
namespace {

QString in(const Words& words) {
  return qs(words.in(DeskLanguage::current()));
}

QString in(const Text& text) {
  return qs(text.in(DeskLanguage::current()));
}

template <class List, class Say>
QString joined(const List& list, Say say, const QString& between = QStringLiteral(" · ")) {
  QStringList out;
  for (const auto& one : list) out.append(say(one));
  out.removeAll(QString());
  return out.join(between);
}

QString joined(const std::vector<std::string>& list) {
  return joined(list, [](const std::string& one) { return qs(one); });
}

// Short, so that the column stays narrow; what waits for something else says so in full under its title.
QString clockOf(const std::optional<int>& minute) {
  return minute ? QStringLiteral("T+%1").arg(*minute) : QStringLiteral("…");
}

std::optional<int> minuteOf(const PlanTiming& when) {
  const bool waits = !when.after.empty() || when.beforeDusk || !when.daily.empty() || when.on;
  return waits ? std::nullopt : std::optional(when.at.value_or(0));
}

QString headed(const QString& words) {
  return QStringLiteral("— %1 —").arg(words);
}

QString levelName(const Plan& plan, const std::string& level) {
  const Level* found = plan.level(level);
  return found ? in(Text{found->en, found->level}) : qs(level);
}

}  // namespace

std::vector<Facts::Line> PlanWords::card(const Plan& plan, const std::string& post, const std::string& level) {
  const Result<PostCard> card = cardFor(plan, post, level);
  std::vector<Facts::Line> lines;
  if (!card) return lines;
  if (!card->b.empty()) lines.push_back({tr("B"), tr("%1 stands in").arg(qs(card->b)), {}});
  for (const CardLine& line : card->front) {
    const QString clock = clockOf(line.minute);
    const QString when = in(line.when);
    QStringList note{when == clock ? QString() : when, in(line.action)};
    if (!line.answer.empty()) note.append(tr("report back: %1").arg(in(line.answer)));
    if (!line.chase.empty()) note.append(tr("no answer: %1").arg(in(line.chase)));
    note.removeAll(QString());
    const QString title = in(line.title);
    lines.push_back({clock, line.helps ? tr("%1 (I help)").arg(title) : title, note.join(u'\n')});
  }
  // With the marks of the printed back.
  const auto section = [&](const QString& name, const QString& mark, const std::vector<Words>& words) {
    if (!words.empty()) lines.push_back({{}, headed(name), {}});
    for (const Words& one : words) lines.push_back({mark, in(one), {}});
  };
  section(tr("I may decide alone"), QStringLiteral("●"), card->standing);
  section(tr("Never"), QStringLiteral("×"), card->forbidden);
  section(tr("I verify for others"), QStringLiteral("□"), card->verifies);
  return lines;
}

std::vector<Facts::Line> PlanWords::items(const Plan& plan, const std::string& level) {
  std::vector<Facts::Line> lines;
  const auto add = [&](const PlanItem& item, const Phase* phase) {
    if (!level.empty() && !appliesAt(item, level)) return false;
    if (phase) lines.push_back({{}, headed(in(Text{phase->en, phase->zh})), {}});
    const QString clock = clockOf(minuteOf(item.when));
    const QString when = in(whenText(item.when, plan));
    QStringList note{in(ownerText(item.owner))};
    if (when != clock) note.append(when);
    if (level.empty() && !item.levels.empty())
      note.append(joined(
          item.levels, [&](const std::string& one) { return levelName(plan, one); }, tr(", ")));
    if (!item.mandatory) note.append(tr("optional"));
    lines.push_back({clock, in(item.title), note.join(QStringLiteral(" · "))});
    return true;
  };
  for (const Phase& phase : plan.phases) {
    const Phase* head = &phase;
    for (const PlanItem& item : plan.items)
      if (item.phase == phase.id && add(item, head)) head = nullptr;
  }
  return lines;
}

std::vector<Facts::Line> PlanWords::changes(const Plan& before, const Plan& after) {
  std::vector<Facts::Line> lines;
  for (const PlanDifference& one : differences(before, after)) {
    const PlanItem* then = before.item(one.item);
    const PlanItem* now = after.item(one.item);
    const PlanItem* either = now ? now : then;
    const QString name = one.item.empty() ? tr("The plan") : either ? in(either->title) : qs(one.item);
    if (one.key.empty()) {
      lines.push_back({now ? QStringLiteral("+") : QStringLiteral("−"), name,
                       now ? tr("new: %1").arg(in(now->action)) : tr("taken out")});
      continue;
    }
    const auto value = [&](const Plan& plan, const PlanItem* item, const std::string& raw) {
      if (raw.empty()) return QString();
      const QString words = one.item.empty() ? said(plan, one.key) : item ? said(plan, *item, one.key) : QString();
      return words.isEmpty() ? qs(raw) : words;
    };
    QString was = value(before, then, one.before);
    QString is = value(after, now, one.after);
    // What reads alike in words differs in its letters.
    if (was == is) {
      was = qs(one.before);
      is = qs(one.after);
    }
    const QString what = name + QStringLiteral(" · ") + nameOf(one.key);
    lines.push_back({QStringLiteral("~"), is.isEmpty() ? tr("%1: taken out").arg(what) : tr("%1: %2").arg(what, is),
                     was.isEmpty() ? tr("was not there") : tr("was: %1").arg(was)});
  }
  return lines;
}

QString PlanWords::nameOf(const std::string& key) {
  struct Named {
    const char* key;
    const char* name;
  };
  static constexpr auto names = std::to_array<Named>({
      {"plan", QT_TR_NOOP("Id")},
      {"id", QT_TR_NOOP("Id")},
      {"edition", QT_TR_NOOP("Edition")},
      {"effective", QT_TR_NOOP("In force from")},
      {"source", QT_TR_NOOP("Source")},
      {"title", QT_TR_NOOP("Title")},
      {"hazard", QT_TR_NOOP("Hazard")},
      {"scenario", QT_TR_NOOP("Scenario")},
      {"include", QT_TR_NOOP("Takes lines from")},
      {"extends", QT_TR_NOOP("Builds on")},
      {"drop", QT_TR_NOOP("Leaves out")},
      {"levels", QT_TR_NOOP("Levels")},
      {"end", QT_TR_NOOP("For the end")},
      {"phases", QT_TR_NOOP("Phases")},
      {"template", QT_TR_NOOP("Table")},
      {"phase", QT_TR_NOOP("Phase")},
      {"mandatory", QT_TR_NOOP("Mandatory")},
      {"owner", QT_TR_NOOP("Who")},
      {"with", QT_TR_NOOP("Who helps")},
      {"each", QT_TR_NOOP("For each")},
      {"among", QT_TR_NOOP("These places")},
      {"where", QT_TR_NOOP("Which of them")},
      {"kind", QT_TR_NOOP("Kind")},
      {"do", QT_TR_NOOP("Task")},
      {"when", QT_TR_NOOP("When")},
      {"if", QT_TR_NOOP("Only if")},
      {"needs", QT_TR_NOOP("Needs")},
      {"answer", QT_TR_NOOP("What comes back")},
      {"chase", QT_TR_NOOP("No answer")},
      {"due", QT_TR_NOOP("Time limit")},
      {"verify", QT_TR_NOOP("Verified by")},
      {"standing", QT_TR_NOOP("May decide alone")},
      {"forbidden", QT_TR_NOOP("Must not be done")},
      {"safety", QT_TR_NOOP("Safety")},
      {"place", QT_TR_NOOP("Place")},
      {"card", QT_TR_NOOP("Post card")},
  });
  for (const Named& one : names)
    if (key == one.key) return tr(one.name);
  return qs(key);
}

QString PlanWords::said(const Criteria& criteria) {
  return joined(
      criteria.lines, [](const Expression& one) { return in(wordsOf(one)); },
      criteria.match == CriteriaMatch::all ? tr(" and ") : tr(" or "));
}

QString PlanWords::said(const Safety& safety) {
  QStringList out;
  if (safety.officer) out.append(tr("a safety officer is named"));
  if (safety.margin) out.append(tr("%n min ahead of the front", nullptr, *safety.margin));
  if (safety.fourPoints) out.append(tr("lookout, escape way, safe zone, signal"));
  return out.join(QStringLiteral(" · "));
}

QString PlanWords::said(const Needs& needs) {
  QStringList out{joined(needs.items)};
  out.append(joined(needs.supplies,
                    [](const SupplyNeed& one) { return qs(one.item + ' ' + one.quantity.text() + ' ' + one.unit); }));
  out.append(joined(needs.teams, [](const TeamNeed& one) {
    return QString::number(one.count) + QStringLiteral(" × ") +
           in(textOf(Vocabulary::capability, codeFor(Vocabulary::capability, one.capability)));
  }));
  out.removeAll(QString());
  return out.join(QStringLiteral(" · "));
}

QString PlanWords::said(const Plan& plan, const std::string& key) {
  const auto words = [](const Words& one) { return in(one); };
  if (key == "title") return in(plan.title);
  if (key == "hazard") return in(textOf(Vocabulary::incidentKind, plan.hazard));
  if (key == "scenario" && plan.scenario)
    return joined(std::vector{qs(plan.scenario->place), in(plan.scenario->situation)},
                  [](const QString& s) { return s; });
  if (key == "include")
    return joined(plan.include, [](const Include& one) {
      QStringList what{joined(one.levels), joined(one.items)};
      what.removeAll(QString());
      return qs(one.plan) +
             (what.isEmpty() ? QString() : QStringLiteral(" (") + what.join(QStringLiteral("; ")) + u')');
    });
  if (key == "drop") return joined(plan.drop);
  if (key == "levels")
    return joined(plan.levels, [](const Level& one) {
      QString out = in(Text{one.en, one.level}) + QStringLiteral(" (") + in(ownerText(one.approver)) + u')';
      return one.when ? out + QStringLiteral(": ") + said(*one.when) : out;
    });
  if (key == "end") return joined(plan.end, words);
  if (key == "phases") return joined(plan.phases, [](const Phase& one) { return in(Text{one.en, one.zh}); });
  return {};
}

QString PlanWords::said(const Plan& plan, const PlanItem& item, const std::string& key) {
  const auto words = [](const Words& one) { return in(one); };
  if (key == "title") return in(item.title);
  if (key == "do") return in(item.action);
  if (key == "owner") {
    const QString b = item.owner.b.empty() ? QString() : tr(", stands in: %1").arg(qs(item.owner.b));
    return in(ownerText(item.owner)) + b;
  }
  if (key == "with") return joined(item.with, [](const Owner& one) { return in(ownerText(one)); });
  if (key == "when") return in(whenText(item.when, plan));
  if (key == "answer") return in(answerText(item.answer));
  if (key == "chase") return in(chaseText(item.chase));
  if (key == "kind") return in(textOf(item.kind));
  if (key == "card") return in(textOf(item.card));
  if (key == "mandatory") return item.mandatory ? tr("yes") : tr("no");
  if (key == "due" && item.due) return tr("%n min", nullptr, *item.due);
  if (key == "levels")
    return joined(
        item.levels, [&](const std::string& one) { return levelName(plan, one); }, tr(", "));
  if (key == "phase") {
    for (const Phase& one : plan.phases)
      if (one.id == item.phase) return in(Text{one.en, one.zh});
    return {};
  }
  if (key == "where" && item.where) return in(wordsOf(*item.where));
  if (key == "if" && item.condition) return in(wordsOf(*item.condition));
  if (key == "among") return joined(item.among);
  if (key == "verify" && item.verify) {
    const QString how = in(item.verify->how);
    return in(ownerText(item.verify->by)) + (how.isEmpty() ? QString() : QStringLiteral(" · ") + how);
  }
  if (key == "standing") return joined(item.standing, words);
  if (key == "forbidden") return joined(item.forbidden, words);
  if (key == "safety") return said(item.safety);
  if (key == "needs") return said(item.needs);
  return {};
}

}  // namespace fengsui
