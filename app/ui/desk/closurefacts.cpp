// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/closurefacts.h"

#include "gis/roads/roadclass.h"
#include "ui/canvas/symbols.h"
#include "ui/look/language.h"
#include "ui/look/wording.h"

namespace fengsui {

QString ClosureFacts::when(const RoadClosure& closure, Instant now, const TimeZone& zone) {
  QStringList spans;
  for (const ClosedSpan& span : closure.spans) {
    const QString from = Wording::moment(span.from, now, zone);
    spans << (span.to ? tr("%1 – %2").arg(from, Wording::moment(*span.to, now, zone))
                      : tr("%1 until further notice").arg(from));
  }
  return spans.join(QStringLiteral("; "));
}

QString ClosureFacts::state(const RoadClosure& closure, Instant now) {
  switch (stateOf(closure, now)) {
    case ClosureState::now:
      return tr("Closed");
    case ClosureState::coming:
      return tr("Will be closed");
    case ClosureState::over:
      return tr("Open again");
  }
  return {};
}

QString ClosureFacts::forWhom(const RoadClosure& closure) {
  QStringList names;
  for (const std::string& code : closure.vehicles)
    if (const auto vehicle = fromCode<Vehicle>(code)) names << inSentence(textOf(*vehicle));
  return names.join(DeskLanguage::current() == Language::chinese ? QStringLiteral("、") : QStringLiteral(", "));
}

Facts ClosureFacts::of(const Situation& s, const RoadClosure& closure, Instant now, const TimeZone& zone) {
  Facts facts;
  facts.name = qs(closure.name);
  facts.what = shown(textOf(Kind::roadClosure));
  facts.state = state(closure, now);
  const auto add = [&](const QString& label, const QString& value) {
    if (!value.isEmpty()) facts.lines.push_back({label, value, {}});
  };
  add(tr("When"), when(closure, now, zone));
  add(tr("Because"), qs(closure.words));
  add(tr("Closed for"), closure.vehicles.empty() ? tr("everybody") : forWhom(closure));
  if (closure.sparesBridges) add(tr("Bridges"), tr("stay open"));
  add(tr("Source"), shown(textOf(closure.source)));
  const Incident* incident = closure.incident ? s.find(*closure.incident) : nullptr;
  add(tr("Incident"), incident ? qs(incident->title) : QString());
  add(tr("Opened because"), qs(closure.openedBecause));
  return facts;
}

}  // namespace fengsui
