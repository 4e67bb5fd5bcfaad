// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roads/roadwords.h"

#include <algorithm>
#include <map>

#include "ui/look/language.h"
#include "ui/look/wording.h"
#include "ui/roads/teamsunderway.h"

namespace fengsui {
namespace {

constexpr std::size_t kNamed = 3;

}  // namespace

QString RoadWords::state(const RoadDesk& roads) {
  switch (roads.state()) {
    case RoadDesk::State::ready:
      return {};
    case RoadDesk::State::loading:
      return tr("The roads are being read …");
    case RoadDesk::State::none:
      return tr("No roads: %1").arg(inSentence(roads.whyNone().message));
  }
  return {};
}

QString RoadWords::comma() {
  return DeskLanguage::current() == Language::chinese ? QStringLiteral("、") : QStringLiteral(", ");
}

QString RoadWords::namesOf(const RoadClosures& closures, const std::vector<std::uint32_t>& which) {
  QStringList names;
  for (const std::uint32_t i : which)
    if (static_cast<std::size_t>(names.size()) < kNamed) names << qs(closures.all()[i].name);
  const auto more = which.size() - static_cast<std::size_t>(names.size());
  const QString all = names.join(comma());
  return more > 0 ? tr("%1 and %2 more").arg(all).arg(more) : all;
}

std::vector<Facts::Line> RoadWords::of(const UnderWay& way, const Team& team, Instant now, const TimeZone& zone) {
  std::vector<Facts::Line> lines;
  const bool seen = team.lastFix && team.lastFix->position == way.from;
  const QString since = Wording::moment(way.depart, now, zone);
  const QString basis =
      seen ? tr("from where it was at %1").arg(since) : tr("from its base since %1; not seen on its way").arg(since);
  if (way.trouble != Text{}) {
    lines.push_back({tr("By road"), shown(way.trouble), basis});
    return lines;
  }
  const bool overdue = way.arrival.route && way.arrival.at < now;
  lines.push_back(
      {tr("By road"), shown(way.arrival.words), overdue ? tr("should be there already; %1").arg(basis) : basis});
  if (way.changed)
    lines.push_back({tr("Planned anew"), shown(*way.changed), Wording::moment(way.changedAt, now, zone)});
  return lines;
}

RoadWords::Closes RoadWords::closes(const RoadGraph& graph, const std::vector<EdgeId>& edges,
                                    std::optional<std::size_t> spared) {
  if (edges.empty() && spared.value_or(0) > 0)
    return {tr("Closes nothing: only bridges lie here, and they stay open."), {}, true};
  if (edges.empty())
    return {tr("This touches no road: it closes nothing. Draw it across the road or along it."), {}, true};
  double all = 0;
  std::map<std::string, double> named;
  for (const EdgeId edge : edges) {
    all += graph.lengthM(edge);
    const std::string& name = graph.nameOf(edge);
    named[name.empty() ? shown(textOf(graph.edge(edge).roadClass)).toStdString() : name] += graph.lengthM(edge);
  }
  std::vector<std::pair<double, std::string>> longest;
  for (const auto& [name, length] : named) longest.emplace_back(length, name);
  std::sort(longest.rbegin(), longest.rend());
  QStringList names;
  for (const auto& [length, name] : longest)
    if (static_cast<std::size_t>(names.size()) < kNamed) names << qs(name);
  QString said = names.join(comma());
  if (longest.size() > kNamed) said = tr("%1 and %2 more").arg(said).arg(longest.size() - kNamed);
  QString words = tr("Closes %1 (%2 from junction to junction)").arg(said, Wording::distance(all));
  if (spared)
    words = *spared > 0 ? tr("%1. Bridges stay open: %2.").arg(words).arg(*spared)
                        : tr("%1. No bridge lies here that could stay open.").arg(words);
  return {words, qs(longest.front().second), false};
}

}  // namespace fengsui
