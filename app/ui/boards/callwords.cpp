// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/callwords.h"

#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/look/wording.h"

namespace fengsui {
namespace {

QString joined(const QStringList& parts) {
  QStringList said;
  for (const QString& part : parts)
    if (!part.isEmpty()) said.append(part);
  return said.join(QStringLiteral(" · "));
}

QString commaList(const std::vector<std::string>& words) {
  QStringList list;
  for (const std::string& word : words) list.append(qs(word));
  return list.join(u'、');
}

}  // namespace

QColor warningColour(WarningColour colour) {
  return riskColour(static_cast<RiskColour>(colour), tokens());
}

BoardRow CallWords::row(const Unreached& one, const std::string& caller, Instant now, const TimeZone& zone) {
  const Call& call = *one.call;
  BoardRow row;
  row.lead = Wording::count(call.peopleAtRisk);
  row.title = joined({qs(call.name), qs(call.post)});
  row.line = joined({qs(call.town), qs(call.place)});
  if (call.stage() != CallStage::waiting) row.chip = BoardRow::Chip{shown(textOf(call.stage())), tokens().line};
  if (one.held && call.claimed) {
    const bool mine = call.claimed->by == caller;
    const QString since = Wording::age(now.ms - call.claimed->at.ms);
    row.corner =
        mine ? tr("you have the line · %1").arg(since) : tr("%1 is calling · %2").arg(qs(call.claimed->by), since);
    row.cornerTone = mine ? BoardRow::Tone::good : BoardRow::Tone::quiet;
    row.dim = !mine;
  } else if (!call.attempts.empty()) {
    row.corner = tr("tries: %1").arg(call.attempts.size());
  }
  if (one.next) {
    const bool due = one.next->dueAt <= now;
    row.right = due ? tr("now: %1").arg(rung(call, one.next->whom))
                    : tr("%1 from %2").arg(rung(call, one.next->whom), Wording::moment(one.next->dueAt, now, zone));
    row.rightTone = due ? BoardRow::Tone::bad : BoardRow::Tone::quiet;
  } else if (!call.escalations.empty()) {
    row.right = tr("at the end of the ladder");
    row.rightTone = BoardRow::Tone::bad;
  }
  return row;
}

QString CallWords::rung(const Call& call, const std::string& whom) {
  if (whom == "B") return call.substitute ? tr("substitute %1").arg(qs(call.substitute->name)) : tr("the substitute");
  if (whom == "town") return tr("town duty office");
  if (whom == "police") return tr("police");
  if (whom == "door") return tr("somebody to the door");
  return qs(whom);
}

RingNow CallWords::ringNow(const Call& call, const Callout& callout) {
  RingNow ring{qs(call.name), call.name, "telephone", call.phones, 0};
  if (!call.escalations.empty()) {
    const Escalation* last = &call.escalations.front();
    for (const Escalation& one : call.escalations)
      if (one.rung > last->rung) last = &one;
    const auto at = static_cast<std::size_t>(last->rung);
    const std::string written = at < callout.ladder.size() ? callout.ladder[at].whom : last->whom;
    ring.whom = rung(call, written);
    ring.name = last->whom;
    ring.phones.clear();
    if (written == "B" && call.substitute) ring.phones = call.substitute->phones;
    if (written == "police" || written == "door") ring.channel = written;
  }
  std::size_t tried = 0;
  for (const Attempt& one : call.attempts) tried += one.whom == ring.name && one.channel == "telephone";
  if (!ring.phones.empty()) ring.next = tried % ring.phones.size();
  return ring;
}

QString CallWords::attempt(const Attempt& attempt, Instant now, const TimeZone& zone) {
  const QString what =
      attempt.detail.empty() ? attempt.reached ? tr("reached") : tr("not reached") : qs(attempt.detail);
  return tr("%1 %2: %3 (%4)").arg(Wording::moment(attempt.at, now, zone), qs(attempt.by), what, qs(attempt.whom));
}

BoardRow CallWords::warning(const Warning& warning, Instant now, const TimeZone& zone) {
  BoardRow row;
  row.title = qs(warning.kind);
  row.chip = BoardRow::Chip{shown(textOf(warning.colour)), warningColour(warning.colour)};
  row.line = joined({qs(warning.issuer), qs(warning.number), commaList(warning.towns), qs(warning.text)});
  const QString since = Wording::moment(warning.signedAt, now, zone);
  row.corner = warning.until ? tr("signed %1, until %2").arg(since, Wording::moment(*warning.until, now, zone))
                             : tr("signed %1").arg(since);
  if (warning.until && *warning.until <= now) {
    row.corner = tr("signed %1, should have ended %2").arg(since, Wording::moment(*warning.until, now, zone));
    row.cornerTone = BoardRow::Tone::bad;
  }
  return row;
}

}  // namespace fengsui
