// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/orderwords.h"

#include <algorithm>

#include "ui/boards/stateshape.h"
#include "ui/look/language.h"
#include "ui/look/wording.h"

namespace fengsui {
namespace {

bool english() {
  return DeskLanguage::current() == Language::english;
}

QString inOwn(const std::string& zh, const std::string& en) {
  return qs(english() && !en.empty() ? en : zh.empty() ? en : zh);
}

void add(std::vector<Facts::Line>& lines, const QString& label, const QString& value, const QString& note = {},
         const std::optional<Selected>& leadsTo = std::nullopt) {
  if (!value.isEmpty()) lines.push_back({label, value, note, leadsTo});
}

QString joined(QStringList parts) {
  parts.removeAll(QString());
  return parts.join(QStringLiteral(" · "));
}

}  // namespace

QString OrderWords::list(const QStringList& parts) {
  return parts.join(english() ? QStringLiteral(", ") : QStringLiteral("、"));
}

QString OrderWords::title(const Brief& brief) {
  return inOwn(brief.title, brief.titleEn);
}

QString OrderWords::task(const Brief& brief) {
  return inOwn(brief.task, brief.taskEn);
}

QString OrderWords::number(const Order& order) {
  return order.number.empty() ? tr("draft") : qs(order.number);
}

QString OrderWords::stage(const Order& order) {
  if (order.status != OrderStatus::issued) return shown(textOf(order.status));
  return shown(textOf(order.brief.kind, order.stage()));
}

QString OrderWords::addressees(const Brief& brief) {
  if (brief.each.size() < 2) return qs(brief.each.empty() ? brief.owner.name : brief.each.front().name);
  return tr("%1 and %n more", nullptr, static_cast<int>(brief.each.size()) - 1).arg(qs(brief.each.front().name));
}

QString OrderWords::field(const AnswerField& field) {
  QString words = inOwn(field.zh, field.en);
  if (words.isEmpty()) words = qs(field.id);
  if (!field.unit.empty()) words += QStringLiteral(" (") + qs(field.unit) + u')';
  return words;
}

QString OrderWords::answer(const Brief& brief, const std::vector<AnswerValue>& values) {
  QStringList parts;
  for (const AnswerValue& value : values) {
    QString name = qs(value.field);
    for (const AnswerField& field : brief.expects)
      if (field.id == value.field) name = OrderWords::field(field);
    QString said = qs(value.text);
    for (const CountPart& part : value.counts)
      said +=
          (said.isEmpty() ? QString() : QStringLiteral(" ")) + qs(part.name) + QChar(u' ') + Wording::count(part.count);
    parts << name + QStringLiteral(": ") + said;
  }
  return parts.join(QStringLiteral("; "));
}

QString OrderWords::clock(Instant limit, Instant now) {
  if (limit >= now) return tr("in %1").arg(Wording::age(limit.ms - now.ms));
  return tr("late by %1").arg(Wording::age(now.ms - limit.ms));
}

QString OrderWords::whom(const std::string& rung, const Addressee& to) {
  if (rung == "B") return to.substitute.empty() ? tr("the substitute") : tr("the substitute %1").arg(qs(to.substitute));
  if (rung == "town") return tr("the town's duty office");
  if (rung == "door") return tr("somebody goes there");
  return qs(rung);
}

QString OrderWords::step(const Step& step, Instant now, const TimeZone& zone) {
  return joined({Wording::moment(step.at, now, zone), qs(step.by), qs(step.words)});
}

// ---- rows

BoardRow OrderWords::row(const Situation& s, const CheckRow& row, Instant now, const TimeZone& zone) {
  BoardRow words;
  if (!row.item) {
    words.header = true;
    words.title = inOwn(row.phase.zh, row.phase.en);
    words.corner = tr("%1 of %2").arg(row.over).arg(row.lines);
    return words;
  }
  const ChecklistItem* item = s.find(*row.item);
  if (!item) return words;
  words.shape = row.state;
  words.title = title(item->brief);
  words.state = shown(textOf(row.state));
  words.dim = isOver(row.state);
  words.cornerTone = isUrgent(row.state) ? BoardRow::Tone::bad : BoardRow::Tone::quiet;
  QStringList line{addressees(item->brief)};
  for (const Id<Order> id : item->orders)
    if (const Order* order = s.find(id); order && !order->number.empty() && line.size() < 4) line << qs(order->number);
  if (!item->missing.empty() && item->orders.empty()) line << tr("blanks to fill");
  words.line = joined(line);
  if (isOver(row.state)) {
    if (row.doneAt) words.corner = Wording::moment(*row.doneAt, now, zone);
  } else if (row.state == ItemState::issued || row.state == ItemState::overdue || row.state == ItemState::refused) {
    if (row.answerBy) words.corner = clock(*row.answerBy, now);
  } else if (row.due) {
    words.corner = row.state == ItemState::due && *row.due < now
                       ? tr("due for %1").arg(Wording::age(now.ms - row.due->ms))
                       : clock(*row.due, now);
  } else {
    words.corner = inOwn(item->timing.says, item->timing.saysEn);
  }
  QStringList back;
  for (const AnswerField& field : item->brief.expects) back << OrderWords::field(field);
  if (!back.isEmpty()) words.right = QStringLiteral("↩ ") + list(back);
  return words;
}

BoardRow OrderWords::row(const Situation& s, const OrderRow& row, Instant now, const TimeZone& zone) {
  BoardRow words;
  const Order* order = s.find(row.order);
  if (!order) return words;
  words.shape = row.state;
  words.title =
      order->number.empty() ? title(order->brief) : qs(order->number) + QStringLiteral("  ") + title(order->brief);
  words.state = row.state == ItemState::overdue && order->stage() != OrderStage::refused
                    ? tr("late · %1").arg(inSentence(textOf(order->brief.kind, order->stage())))
                    : stage(*order);
  words.dim = !order->open() && order->status != OrderStatus::drafted;
  words.line = joined({addressees(order->brief),
                       row.copies > 1 ? tr("%1 of %2 done").arg(row.answered).arg(row.copies) : QString(),
                       row.unanswered > 0 ? tr("%n unanswered", nullptr, row.unanswered) : QString(),
                       row.untold > 0 ? tr("%n not told of the recall", nullptr, row.untold) : QString()});
  words.cornerTone = isUrgent(row.state) ? BoardRow::Tone::bad : BoardRow::Tone::quiet;
  if (row.next)
    words.corner = clock(*row.next, now);
  else if (order->issued)
    words.corner = Wording::moment(order->issued->at, now, zone);
  if (order->brief.kind != MessageKind::instruction) words.right = shown(textOf(order->brief.kind));
  return words;
}

BoardRow OrderWords::row(const Order& order, const OrderCopy& copy, Instant now, const TimeZone& zone) {
  BoardRow words;
  words.shape = standOf(order, copy, now);
  words.title = copy.responsible ? qs(copy.to.name) : tr("%1 (helps)").arg(qs(copy.to.name));
  words.state = order.status == OrderStatus::drafted ? shown(textOf(order.status))
                                                     : shown(textOf(order.brief.kind, copy.stage()));
  words.cornerTone = isUrgent(*words.shape) ? BoardRow::Tone::bad : BoardRow::Tone::quiet;
  if (order.status == OrderStatus::cancelled || order.status == OrderStatus::superseded)
    words.state = copy.recalled ? tr("knows of the recall") : shown(textOf(order.status));
  QStringList line;
  if (copy.stage() == OrderStage::refused && copy.refused) line << qs(copy.refused->words);
  if (!copy.answer.empty()) line << answer(order.brief, copy.answer);
  if (line.isEmpty() && copy.acknowledged)
    line << (copy.repeatedBack ? tr("repeated back") : qs(copy.acknowledged->words));
  if (!copy.escalations.empty()) line << tr("chased: %1").arg(whom(copy.escalations.back().whom, copy.to));
  words.line = joined(line);
  if (unanswered(order, copy)) {
    const auto rung = pendingRung(order, copy);
    words.corner = rung ? tr("next: %1 %2").arg(whom(rung->whom, copy.to), clock(rung->dueAt, now))
                        : tr("asked %1").arg(Wording::ago(now.ms - copy.askedAt.ms));
  } else if (copy.answeredAt) {
    words.corner = Wording::moment(*copy.answeredAt, now, zone);
  }
  return words;
}

// ---- facts

void OrderWords::brief(std::vector<Facts::Line>& lines, const Brief& b) {
  add(lines, tr("Task"), task(b));
  QStringList each;
  for (const Addressee& one : b.each) each << qs(one.name);
  add(lines, tr("To"),
      each.isEmpty()
          ? joined({qs(b.owner.name), b.owner.substitute.empty() ? QString() : tr("B: %1").arg(qs(b.owner.substitute))})
          : list(each));
  QStringList with;
  for (const Addressee& one : b.with) with << qs(one.name);
  add(lines, tr("Helps"), list(with));
  add(lines, tr("Kind"), shown(textOf(b.kind)));
  add(lines, tr("Place"), qs(b.place));
  QStringList back;
  for (const AnswerField& one : b.expects) {
    QStringList parts;
    for (const std::string& part : one.of) parts << qs(part);
    back << field(one) + (parts.isEmpty() ? QString() : QStringLiteral(" (") + list(parts) + u')');
  }
  add(lines, tr("Comes back"), list(back));
  if (b.dueMinutes) add(lines, tr("Time limit"), tr("%n min from its issue", nullptr, static_cast<int>(*b.dueMinutes)));
  QStringList rungs;
  for (const Rung& rung : b.ladder) {
    const QString who = whom(rung.whom, b.owner);
    rungs << (rung.forAnswer ? tr("%1 without an answer: %2") : tr("%1 without an acknowledgement: %2"))
                 .arg(Wording::age(rung.afterMs), who);
  }
  add(lines, tr("Chased"), rungs.join(u'\n'));
  add(lines, tr("Verified by"), joined({qs(b.verifier), qs(b.verifyHow)}));
  add(lines, tr("If cut off"), qs(b.standing));
  QStringList forbidden;
  for (const std::string& one : b.forbidden) forbidden << qs(one);
  add(lines, tr("Never"), forbidden.join(u'\n'));
  add(lines, tr("Safety"), qs(b.safety));
  QStringList checks;
  for (const SafetyCheck check : b.checks) {
    QString words = shown(textOf(check));
    if (check == SafetyCheck::margin) words += tr(" (%n min)", nullptr, static_cast<int>(b.marginMinutes));
    checks << words;
  }
  add(lines, tr("Only if"), checks.join(u'\n'));
}

std::vector<Facts::Line> OrderWords::facts(const Situation& s, const ChecklistItem& item, Instant now,
                                           const TimeZone& zone) {
  std::vector<Facts::Line> lines;
  if (item.marked && item.mark != ItemMark::open)
    add(lines, shown(textOf(item.mark)), step(*item.marked, now, zone), answer(item.brief, item.answer));
  if (item.verified) add(lines, tr("Verified"), step(*item.verified, now, zone));
  for (const Id<Order> id : item.orders) {
    const Order* order = s.find(id);
    if (!order || (order->status == OrderStatus::cancelled && !order->issued)) continue;
    for (const OrderCopy& copy : order->copies)
      if (copy.responsible && (order->copies.size() < 5 || copy.stage() == OrderStage::refused))
        add(lines, number(*order),
            joined({qs(copy.to.name), order->status == OrderStatus::drafted
                                          ? shown(textOf(order->status))
                                          : shown(textOf(order->brief.kind, copy.stage()))}),
            copy.stage() == OrderStage::refused ? qs(copy.refused->words) : answer(order->brief, copy.answer));
    if (order->copies.size() >= 5)
      add(lines, number(*order),
          tr("%1 of %2 done")
              .arg(std::count_if(
                  order->copies.begin(), order->copies.end(),
                  [](const OrderCopy& copy) { return copy.responsible && copy.stage() >= OrderStage::done; }))
              .arg(order->copies.size()));
  }
  brief(lines, item.brief);
  const auto due = dueAt(s, item);
  add(lines, tr("When"),
      joined({due ? Wording::moment(*due, now, zone) : QString(), inOwn(item.timing.says, item.timing.saysEn)}));
  add(lines, tr("Applies if"), qs(item.condition));
  QStringList needs;
  for (const std::string& one : item.needs) needs << qs(one);
  for (const SupplyNeed& one : item.supplies)
    needs << qs(one.item) + QChar(u' ') + qs(one.quantity.text()) + QChar(u' ') + qs(one.unit);
  add(lines, tr("Needs"), list(needs));
  QStringList missing;
  for (const std::string& one : item.missing) missing << qs(one);
  add(lines, tr("Still blank"), list(missing));
  add(lines, tr("From"), joined({qs(item.plan), qs(item.edition), qs(item.line)}));
  return lines;
}

std::vector<Facts::Line> OrderWords::facts(const Situation& s, const Order& order, Instant now, const TimeZone& zone) {
  std::vector<Facts::Line> lines;
  for (const RolledUp& sum : rollUp(s, order)) {
    if (sum.counts.empty()) continue;
    QString name = qs(sum.field);
    for (const AnswerField& one : order.brief.expects)
      if (one.id == sum.field) name = field(one);
    QStringList parts;
    for (const CountPart& part : sum.counts) parts << qs(part.name) + QChar(u' ') + Wording::count(part.count);
    add(lines, tr("Together"), name + QStringLiteral(": ") + list(parts),
        tr("%1 of %2 answered").arg(sum.answered).arg(sum.asked));
  }
  QStringList untold;
  for (const std::string& one : notRecalled(order)) untold << qs(one);
  add(lines, tr("Not told of the recall"), list(untold));
  if (order.ended) add(lines, shown(textOf(order.status)), step(*order.ended, now, zone));
  if (!order.overrideReason.empty())
    add(lines, tr("Against a check"), qs(order.overrideReason), order.issued ? qs(order.issued->by) : QString());
  if (order.issued) add(lines, tr("Signed"), step(*order.issued, now, zone));
  if (order.dueBy)
    add(lines, tr("Until"), Wording::moment(*order.dueBy, now, zone),
        order.open() ? clock(*order.dueBy, now) : QString());
  brief(lines, order.brief);
  if (order.incident)
    if (const Incident* incident = s.find(*order.incident))
      add(lines, tr("Incident"), qs(incident->title), {}, Selected{Kind::incident, incident->id.uuid});
  if (order.response)
    if (const Response* response = s.find(*order.response))
      add(lines, tr("Response"), qs(response->title), {}, Selected{Kind::response, response->id.uuid});
  for (const Id<Order> id : order.parts)
    if (const Order* part = s.find(id))
      add(lines, tr("Handed down"), joined({number(*part), addressees(part->brief), stage(*part)}), {},
          Selected{Kind::order, part->id.uuid});
  return lines;
}

std::vector<Facts::Line> OrderWords::facts(const Situation& s, const Order& order, const OrderCopy& copy, Instant now,
                                           const TimeZone& zone) {
  std::vector<Facts::Line> lines;
  const auto said = [&](OrderStage stage, const std::optional<Step>& step, const QString& note = {}) {
    if (step) add(lines, shown(textOf(order.brief.kind, stage)), OrderWords::step(*step, now, zone), note);
  };
  if (const auto gap = ledgerGap(s, order, copy); gap && copy.stage() >= OrderStage::done)
    add(lines, tr("Ledger"),
        tr("%1 of %2 people counted").arg(Wording::count(gap->counted), Wording::count(gap->expected)),
        tr("not found: %1").arg(qs(gap->missing)));
  said(OrderStage::verified, copy.verified);
  if (copy.sentBack) add(lines, tr("Sent back"), step(*copy.sentBack, now, zone));
  said(OrderStage::done, copy.done, answer(order.brief, copy.answer));
  said(OrderStage::inProgress, copy.started);
  said(OrderStage::refused, copy.refused);
  said(OrderStage::acknowledged, copy.acknowledged, copy.repeatedBack ? tr("repeated back") : QString());
  // Whoever answered had it: only what was said of the delivery itself.
  if (copy.delivered != copy.refused && copy.delivered != copy.acknowledged)
    said(OrderStage::delivered, copy.delivered);
  for (const Escalation& one : copy.escalations)
    add(lines, tr("Chased"), joined({Wording::moment(one.step.at, now, zone), whom(one.whom, copy.to)}));
  for (const Attempt& one : copy.attempts)
    add(lines, one.reached ? tr("Reached") : tr("Not reached"),
        joined({Wording::moment(one.at, now, zone), qs(one.channel), qs(one.whom), qs(one.detail)}));
  if (copy.recalled) add(lines, tr("Knows of the recall"), step(*copy.recalled, now, zone));
  return lines;
}

QString OrderWords::measured(const Criterion& one) {
  return one.measured.empty() ? inOwn(one.says, one.saysEn) : inOwn(one.measured, one.measuredEn);
}

std::vector<Facts::Line> OrderWords::criteria(const std::vector<Criterion>& criteria, Instant now,
                                              const TimeZone& zone) {
  std::vector<Facts::Line> lines;
  for (const Criterion& one : criteria)
    add(lines, shown(textOf(one.holds)), inOwn(one.says, one.saysEn),
        joined({inOwn(one.measured, one.measuredEn), qs(one.source),
                one.at == Instant{} ? QString() : Wording::moment(one.at, now, zone)}));
  return lines;
}

std::vector<Facts::Line> OrderWords::facts(const Situation& s, const Response& r, Instant now, const TimeZone& zone) {
  std::vector<Facts::Line> lines;
  add(lines, tr("Area"), qs(r.area));
  add(lines, tr("Document"), qs(r.documentNumber));
  add(lines, tr("Proposed by"), qs(r.proposedBy));
  add(lines, tr("Signed by"), qs(r.signedBy),
      r.approver.empty() ? QString() : tr("this level is signed by %1").arg(qs(r.approver)));
  add(lines, tr("Since"), Wording::moment(r.startedAt, now, zone));
  if (r.endedAt)
    add(lines, tr("Ended"), joined({Wording::moment(*r.endedAt, now, zone), qs(r.reason)}));
  else
    add(lines, tr("Because"), qs(r.reason));
  QStringList incidents;
  for (const Id<Incident> id : r.incidents)
    if (const Incident* incident = s.find(id)) incidents << qs(incident->title);
  add(lines, tr("Incidents"), incidents.join(u'\n'));
  for (Facts::Line& line : criteria(r.criteria, now, zone)) lines.push_back(std::move(line));
  for (const Arrival& one : r.arrivals)
    add(lines, qs(one.who),
        one.came ? joined({tr("arrived %1").arg(Wording::moment(one.came->at, now, zone)), qs(one.came->by)})
                 : tr("not here yet"));
  for (const EndCondition& one : r.endConditions)
    add(lines, one.met ? tr("☑ For the end") : tr("☐ For the end"), inOwn(one.zh, one.en),
        one.met ? step(*one.met, now, zone) : QString());
  add(lines, tr("Plan"), joined({qs(r.plan), qs(r.edition)}));
  return lines;
}

}  // namespace fengsui
