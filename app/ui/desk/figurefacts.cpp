// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/figurefacts.h"

#include <algorithm>
#include <set>

#include "ui/look/language.h"
#include "ui/look/wording.h"

namespace fengsui {
namespace {

const QString kDot = QStringLiteral(" · ");

// What of @p events has been taken back by a later one.
std::set<EventRef> takenBack(const std::vector<Event>& events) {
  std::set<EventRef> refs;
  for (const Event& event : events)
    if (event.header.undoes) refs.insert(*event.header.undoes);
  return refs;
}

}  // namespace

QString FigureFacts::whose(const Figure& figure, Instant now, const TimeZone& zone) {
  return qs(figure.source) + kDot + inSentence(textOf(figure.verification)) + kDot +
         tr("as of %1").arg(Wording::moment(figure.cutOff, now, zone));
}

QString FigureFacts::one(const Figure& figure) {
  return shown(textOf(figure.kind)) + u' ' + Wording::count(figure.count) + kDot + qs(figure.source);
}

std::vector<Facts::Line> FigureFacts::of(const Incident& incident, Instant now, const TimeZone& zone) {
  std::vector<Facts::Line> lines;
  std::set<FigureKind> told;
  for (const Figure& first : incident.figures) {
    if (!told.insert(first.kind).second) continue;
    std::vector<Figure> same;
    for (const Figure& figure : incident.figures)
      if (figure.kind == first.kind) same.push_back(figure);
    // The one that holds comes first; it alone is the number.
    std::stable_sort(same.begin(), same.end(), [](const Figure& a, const Figure& b) { return a.decided > b.decided; });
    const bool decided = same.front().decided;
    const bool differ = std::any_of(same.begin(), same.end(), [&](const Figure& f) { return f.count != first.count; });
    QStringList counts;
    QStringList notes;
    if (differ && !decided) notes << tr("not decided whose count holds (H)");
    for (const Figure& figure : same) {
      if (counts.isEmpty() || (differ && !decided)) counts << Wording::count(figure.count);
      QString note = whose(figure, now, zone);
      if (differ) note = Wording::count(figure.count) + QStringLiteral("  ") + note;
      if (figure.decided) note += kDot + tr("holds");
      notes << note;
    }
    lines.push_back({shown(textOf(first.kind)), counts.join(QStringLiteral(" / ")), notes.join(u'\n')});
  }
  return lines;
}

std::vector<Facts::Line> FigureFacts::history(const std::vector<Event>& events, FigureKind kind, Instant now,
                                              const TimeZone& zone) {
  const auto gone = takenBack(events);
  std::vector<Facts::Line> lines;
  for (auto event = events.rbegin(); event != events.rend(); ++event) {
    const QString by = tr("recorded by %1").arg(qs(event->header.actor));
    const QString at = Wording::moment(event->header.occurred, now, zone);
    const auto say = [&](const QString& value, const QString& note) {
      const QString end = gone.contains(event->header.ref) ? kDot + tr("taken back") : QString();
      lines.push_back({at, value, note + end});
    };
    if (const auto* reported = std::get_if<FigureReported>(&event->body)) {
      if (reported->figure.kind != kind) continue;
      const Figure& figure = reported->figure;
      const QString count = Wording::count(figure.count) + kDot + qs(figure.source);
      say(event->header.undoes ? tr("stands again: %1").arg(count) : count,
          inSentence(textOf(figure.verification)) + kDot +
              tr("as of %1").arg(Wording::moment(figure.cutOff, now, zone)) + kDot + by);
    } else if (const auto* withdrawn = std::get_if<FigureWithdrawn>(&event->body)) {
      if (withdrawn->figure.kind != kind) continue;
      say(tr("taken back: %1").arg(Wording::count(withdrawn->figure.count) + kDot + qs(withdrawn->figure.source)), by);
    } else if (const auto* decided = std::get_if<FigureDecided>(&event->body)) {
      if (decided->kind != kind) continue;
      if (decided->source.empty())
        say(tr("open again whose count holds"), by);
      else
        say(tr("%1 holds").arg(qs(decided->source)),
            event->header.undoes ? by : tr("because: %1").arg(qs(decided->reason)) + kDot + by);
    }
  }
  return lines;
}

const Event* entryOf(const std::vector<Event>& events, const Figure& figure) {
  const auto gone = takenBack(events);
  for (auto event = events.rbegin(); event != events.rend(); ++event) {
    const auto* reported = std::get_if<FigureReported>(&event->body);
    if (!reported || gone.contains(event->header.ref)) continue;
    const Figure& same = reported->figure;
    if (same.kind == figure.kind && same.source == figure.source && same.count == figure.count &&
        same.cutOff == figure.cutOff)
      return &*event;
  }
  return nullptr;
}

}  // namespace fengsui
