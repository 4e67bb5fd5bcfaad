// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/facts.h"

#include <algorithm>
#include <map>

#include "core/deriveorders.h"
#include "ui/desk/closurefacts.h"
#include "ui/desk/figurefacts.h"
#include "ui/desk/peoplefacts.h"
#include "ui/look/language.h"
#include "ui/look/wording.h"

namespace fengsui {
namespace {

void add(Facts& facts, const QString& label, const QString& value, const QString& note = {},
         const std::optional<Selected>& leadsTo = std::nullopt) {
  if (!value.isEmpty()) facts.lines.push_back({label, value, note, leadsTo});
}

QString joined(std::initializer_list<QString> parts) {
  QStringList filled;
  for (const QString& part : parts)
    if (!part.isEmpty()) filled << part;
  return filled.join(QStringLiteral(" · "));
}

QString counted(const std::optional<std::int64_t>& number) {
  return number ? Wording::count(*number) : QString();
}

// The orders of an incident, what wants attention first.
void addOrders(Facts& facts, const Situation& s, Id<Incident> incident, Instant now) {
  constexpr std::size_t kAtMost = 8;
  std::vector<std::pair<int, const Order*>> found;
  s.orders.forEach([&](const Uuid&, const Order& order) {
    if (order.incident != incident || order.status != OrderStatus::issued) return;
    found.emplace_back(late(order, now) ? 0 : order.stage() == OrderStage::refused ? 1 : order.open() ? 2 : 3, &order);
  });
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& one, const auto& other) { return one.first < other.first; });
  for (std::size_t n = 0; n < std::min(found.size(), kAtMost); ++n) {
    const Order& order = *found[n].second;
    add(facts, qs(order.number),
        joined({qs(order.brief.owner.name), inSentence(textOf(order.brief.kind, order.stage())),
                found[n].first == 0 ? FactsOf::tr("late") : QString()}),
        {}, Selected{Kind::order, order.id.uuid});
  }
  if (found.size() > kAtMost)
    add(facts, FactsOf::tr("Orders"), FactsOf::tr("%n more", nullptr, static_cast<int>(found.size() - kAtMost)));
}

}  // namespace

void FactsOf::people(Facts& facts, const std::vector<Responsible>& people) {
  for (const Responsible& person : people) {
    QStringList phones;
    for (const std::string& phone : person.phones) phones << qs(phone);
    const QString role = person.role.empty() ? tr("Responsible") : tr("Responsible %1").arg(qs(person.role));
    add(facts, role, joined({qs(person.name), qs(person.title), phones.join(QStringLiteral(", "))}));
  }
}

void FactsOf::more(Facts& facts, const Attributes& attributes) {
  for (const auto& [name, value] : attributes) add(facts, qs(name), qs(value));
}

Facts FactsOf::of(const Situation& s, const Incident& i, Instant now, const TimeZone& zone) {
  Facts facts;
  facts.name = qs(i.title);
  const QString kind = shown(textOf(Vocabulary::incidentKind, i.kind));
  facts.what = joined({i.kind == "fire" ? tr("%1 (forest or building: to be confirmed)").arg(kind) : kind,
                       i.level ? inSentence(textOf(*i.level)) : tr("level not set")});
  facts.state = shown(textOf(i.status));
  add(facts, tr("Locality"), qs(i.locality));
  add(facts, tr("Address"), qs(i.address));
  add(facts, tr("Reported"),
      tr("%1 (%2)").arg(Wording::moment(i.reportedAt, now, zone), Wording::ago(now.ms - i.reportedAt.ms)));
  if (i.closedAt) add(facts, tr("Closed"), joined({Wording::moment(*i.closedAt, now, zone), qs(i.closedBecause)}));
  add(facts, tr("Reported by"), qs(i.source));
  add(facts, tr("Lead department"), qs(i.leadDepartment));
  add(facts, tr("On-scene commander"), qs(i.onSceneCommander));
  for (auto& line : FigureFacts::of(i, now, zone)) facts.lines.push_back(std::move(line));
  add(facts, tr("Note"), qs(i.note));
  int bound = 0;
  s.teams.forEach(
      [&](const Uuid&, const Team& team) { bound += team.assignment && team.assignment->incident == i.id; });
  if (bound) add(facts, tr("Teams"), Wording::count(bound));
  s.responses.forEach([&](const Uuid&, const Response& response) {
    if (response.status != ResponseStatus::active) return;
    if (std::find(response.incidents.begin(), response.incidents.end(), i.id) != response.incidents.end())
      add(facts, shown(textOf(Kind::response)), joined({qs(response.title), qs(response.level)}), {},
          Selected{Kind::response, response.id.uuid});
  });
  addOrders(facts, s, i.id, now);
  return facts;
}

Facts FactsOf::of(const Situation& s, const Team& team, Instant now, const TimeZone& zone) {
  Facts facts;
  facts.name = qs(team.name);
  facts.what = joined({shown(Text{"team", "队伍"}), inSentence(textOf(Vocabulary::teamKind, team.kind))});
  facts.state = shown(textOf(team.status));
  if (team.assignment) {
    const Incident* at = s.find(team.assignment->incident);
    add(facts, tr("Task"), joined({at ? qs(at->title) : QString(), qs(team.assignment->task)}), {},
        at ? std::optional(Selected{Kind::incident, at->id.uuid}) : std::nullopt);
    add(facts, tr("Since"),
        tr("%1 (%2)").arg(Wording::moment(team.assignment->since, now, zone),
                          Wording::ago(now.ms - team.assignment->since.ms)));
    if (team.assignment->etaAt) add(facts, tr("Expected"), Wording::moment(*team.assignment->etaAt, now, zone));
  }
  if (team.request) {
    const Incident* at = s.find(team.request->incident);
    add(facts, tr("Asked"),
        joined({at ? qs(at->title) : QString(), Wording::moment(team.request->since, now, zone), tr("no answer yet")}),
        {}, at ? std::optional(Selected{Kind::incident, at->id.uuid}) : std::nullopt);
  }
  add(facts, tr("Because"), qs(team.unavailableBecause));
  add(facts, tr("Persons"), counted(team.strength));
  add(facts, tr("Authority"),
      team.authority == DispatchAuthority::asked && !team.askedThrough.empty()
          ? tr("asked through %1").arg(qs(team.askedThrough))
          : shown(textOf(team.authority)));
  QStringList capabilities;
  for (const std::string& capability : team.capabilities)
    capabilities << inSentence(textOf(Vocabulary::capability, capability));
  add(facts, tr("Can do"),
      capabilities.join(DeskLanguage::current() == Language::chinese ? QStringLiteral("、") : QStringLiteral(", ")));
  add(facts, tr("Equipment"), qs(team.equipment));
  add(facts, tr("Town"), qs(team.town));
  if (team.lastFix) {
    add(facts, tr("Position"), joined({Wording::ago(now.ms - team.lastFix->at.ms), qs(team.lastFix->source)}));
  } else if (team.home) {
    add(facts, tr("Position"), tr("at its base, not reported"));
  }
  people(facts, team.contacts);
  more(facts, team.attributes);
  return facts;
}

Facts FactsOf::of(const Depot& depot) {
  Facts facts;
  facts.name = qs(depot.name);
  facts.what = joined({shown(textOf(Kind::depot)), depot.tier ? inSentence(textOf(*depot.tier)) : QString()});
  add(facts, tr("Address"), qs(depot.address));
  add(facts, tr("Town"), qs(depot.town));
  for (const StockLine& line : depot.stocks) {
    QString amount = joined({qs(line.quantity.text()) + QChar(u' ') + qs(line.unit)});
    if (line.reserved.milli > 0) amount = tr("%1 (%2 reserved)").arg(amount, qs(line.reserved.text()));
    add(facts, qs(line.item), amount);
  }
  people(facts, depot.responsible);
  more(facts, depot.attributes);
  return facts;
}

Facts FactsOf::of(const Shelter& shelter) {
  Facts facts;
  facts.name = qs(shelter.name);
  facts.what = joined({shown(textOf(Kind::shelter)),
                       shelter.shelterClass ? inSentence(textOf(*shelter.shelterClass)) : QString(),
                       shelter.indoor ? tr("indoor") : tr("outdoor")});
  facts.state = shown(textOf(shelter.status));
  const auto places = shelter.places();
  add(facts, tr("Occupants"),
      places ? tr("%1 of %2").arg(Wording::count(shelter.occupants), Wording::count(*places))
             : Wording::count(shelter.occupants));
  add(facts, tr("Address"), qs(shelter.address));
  add(facts, tr("Town"), qs(shelter.town));
  if (shelter.areaM2) add(facts, tr("Area"), tr("%1 m²").arg(qs(shelter.areaM2->text())));
  people(facts, shelter.responsible);
  more(facts, shelter.attributes);
  return facts;
}

Facts FactsOf::of(const RiskZone& zone) {
  Facts facts;
  facts.name = qs(zone.name);
  facts.what = joined({shown(textOf(Kind::riskZone)), inSentence(textOf(Vocabulary::riskZoneKind, zone.kind))});
  facts.state = zone.colour ? shown(textOf(*zone.colour)) : QString();
  add(facts, tr("Town"), qs(zone.town));
  add(facts, tr("Population"), counted(zone.population));
  add(facts, tr("Households"), counted(zone.households));
  add(facts, tr("Vulnerable"), counted(zone.vulnerable));
  people(facts, zone.responsible);
  more(facts, zone.attributes);
  return facts;
}

Facts FactsOf::of(const Facility& facility) {
  Facts facts;
  facts.name = qs(facility.name);
  facts.what = joined({shown(textOf(Kind::facility)), inSentence(textOf(Vocabulary::facilityKind, facility.kind))});
  add(facts, tr("Address"), qs(facility.address));
  add(facts, tr("Town"), qs(facility.town));
  add(facts, tr("Capacity"), counted(facility.capacity));
  add(facts, tr("Must be carried"), counted(facility.bedridden));
  people(facts, facility.responsible);
  more(facts, facility.attributes);
  return facts;
}

Facts FactsOf::many(const Situation& s, const std::vector<Selected>& things) {
  constexpr qsizetype kNamed = 12;
  std::map<Kind, QStringList> names;
  for (const Selected& thing : things)
    if (const auto facts = FactsOf::thing(s, thing, {}, TimeZone::utc())) names[thing.kind] << facts->name;
  Facts all;
  all.name = tr("%1 selected").arg(things.size());
  QStringList counts;
  for (auto& [kind, list] : names) {
    counts << QString::number(list.size()) + u' ' + inSentence(textOf(kind));
    const auto more = list.size() - kNamed;
    if (more > 0) list = list.mid(0, kNamed) << tr("and %1 more").arg(more);
    add(all, shown(textOf(kind)), list.join(u'\n'));
  }
  all.what = counts.join(QStringLiteral(" · "));
  return all;
}

std::optional<Facts> FactsOf::thing(const Situation& s, const Selected& selected, Instant now, const TimeZone& zone) {
  const auto found = [&](const auto* entity, auto&& facts) -> std::optional<Facts> {
    return entity ? std::optional<Facts>(facts(*entity)) : std::nullopt;
  };
  switch (selected.kind) {
    case Kind::incident:
      return found(s.incidents.find(selected.id), [&](const auto& e) { return of(s, e, now, zone); });
    case Kind::team:
      return found(s.teams.find(selected.id), [&](const auto& e) { return of(s, e, now, zone); });
    case Kind::depot:
      return found(s.depots.find(selected.id), [](const auto& e) { return of(e); });
    case Kind::shelter:
      return found(s.shelters.find(selected.id), [](const auto& e) { return of(e); });
    case Kind::riskZone:
      return found(s.riskZones.find(selected.id), [](const auto& e) { return of(e); });
    case Kind::facility:
      return found(s.facilities.find(selected.id), [](const auto& e) { return of(e); });
    case Kind::roadClosure:
      return found(s.roadClosures.find(selected.id), [&](const auto& e) { return ClosureFacts::of(s, e, now, zone); });
    case Kind::place:
      return found(s.places.find(selected.id), [&](const auto& e) { return PlaceFacts::of(s, e); });
    case Kind::post:
      return found(s.posts.find(selected.id), [&](const auto& e) { return PeopleFacts::of(s, e, now, zone); });
    case Kind::person:
      return found(s.persons.find(selected.id), [&](const auto& e) { return PeopleFacts::of(s, e, now, zone); });
    default:
      return std::nullopt;
  }
}

}  // namespace fengsui
