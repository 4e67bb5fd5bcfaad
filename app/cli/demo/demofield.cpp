// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>

#include "cli/demo/demostation.h"
#include "cli/lookup.h"

namespace fengsui::demo {
namespace {

constexpr double kLast = 61.5;
constexpr double kTickMinutes = 0.5;

// The own team of a town that has nothing to do, nearest first; nothing where all are out.
const Team* freeTeam(const Situation& s, Position at) {
  // Those whose deeds are told elsewhere are left to their story.
  static const std::set<std::string> told{"云岭镇应急队",   "石门镇应急队",     "东山镇应急队",
                                          "区防汛抢险一队", "区综合应急救援队", "公路分局抢险队"};
  const Team* best = nullptr;
  s.teams.forEach([&](const Uuid&, const Team& team) {
    if (team.status != TeamStatus::available || team.authority != DispatchAuthority::own || !team.home) return;
    if (told.contains(team.name)) return;
    const double away = distanceM(*team.home, at);
    if (!best || away < distanceM(*best->home, at) || (away == distanceM(*best->home, at) && team.name < best->name))
      best = &team;
  });
  return best;
}

std::vector<Command> none() {
  return {};
}

}  // namespace

void FieldEvening::planIncident(double minute, const char* title, const char* kind, const HazardPoint& at,
                                std::size_t n) {
  // "East slope landslide hazard point" becomes "East slope: rockfall".
  std::string place = at.name.zh;
  for (const char* end : {"滑坡隐患点", "崩塌隐患点"})
    if (place.ends_with(end)) place.resize(place.size() - std::string(end).size());
  const std::string name = place.find("积水点") == std::string::npos ? place + title : place;
  const Position where = positionOf(at.at);
  const std::string town =
      at.town < 0 ? std::string() : district_.settlements.towns[static_cast<std::size_t>(at.town)].name.zh;
  programme_.at(minute, "信息席", [=, this]() -> Result<std::vector<Command>> {
    ReportIncident command;
    command.incident.id.uuid = Uuid::v7(programme_.moment(minute));
    command.incident.title = name;
    command.incident.kind = kind;
    command.incident.locality = town;
    command.incident.location = where;
    command.incident.source = n % 3 == 0 ? "110转" : n % 3 == 1 ? "巡查员" : "12345热线";
    return std::vector<Command>{Command(std::move(command))};
  });
  const auto about = [=, this](double later, const char* actor, auto make) {
    if (minute + later > kLast) return;
    programme_.at(minute + later, actor, [=, this]() -> Result<std::vector<Command>> {
      const auto incident = lookUp<Incident>(s(), name);
      if (!incident) return failure(incident.error());
      return make(*incident);
    });
  };
  about(1.2, "值班长", [=, this](Id<Incident> id) -> std::vector<Command> {
    std::vector<Command> out{Command(Revise<Incident>{id, {{"status", "confirmed"}}})};
    if (const Team* team = freeTeam(s(), where)) {
      const double km = distanceM(*team->home, where) / 1000;
      out.emplace_back(
          SendTeam{team->id, id, "到场处置", std::nullopt, programme_.moment(minute + 1.2 + 3 + km * 1.7)});
    }
    return out;
  });
  const auto ours = [=, this](Id<Incident> id) -> const Team* {
    const Team* found = nullptr;
    s().teams.forEach([&](const Uuid&, const Team& team) {
      if (team.assignment && team.assignment->incident == id) found = &team;
    });
    return found;
  };
  about(9.0 + static_cast<double>(n % 6), "信息席", [=, this](Id<Incident> id) {
    const Team* team = ours(id);
    if (!team || team->status != TeamStatus::enRoute) return none();
    return std::vector<Command>{Command(TeamArrives{team->id}),
                                Command(Revise<Incident>{id, {{"status", "underway"}}})};
  });
  if (n % 2 == 0) {
    about(19, "信息席", [=, this](Id<Incident> id) {
      const Team* team = ours(id);
      if (!team || team->status != TeamStatus::onScene) return none();
      return std::vector<Command>{Command(Revise<Incident>{id, {{"status", "controlled"}}}),
                                  Command(ReleaseTeam{team->id, "现场已处置"})};
    });
    about(24, "值班长", [=, this](Id<Incident> id) {
      const Incident* incident = s().find(id);
      if (!incident || ours(id)) return none();
      return std::vector<Command>{Command(CloseIncident{id, false, "巡查确认，恢复通行"})};
    });
  }
}

void FieldEvening::planVillages() {
  // The villages at risk that the story says nothing of are asked every half hour; a few stay silent.
  static const std::set<std::string> told{"北沟村", "西沟村", "龙潭村", "石门口村",
                                          "上庄村", "下庄村", "柏崖村", "水泉村"};
  static constexpr const char* kWords[] = {"平稳", "沟水上涨，未漫路", "雨大，正在巡查", "老弱已转移",
                                           "路面有落石，可通行"};
  std::vector<std::pair<std::string, std::string>> villages;  // name, town
  s().riskZones.forEach([&](const Uuid&, const RiskZone& zone) {
    if (zone.kind == "village" && !told.contains(zone.name)) villages.emplace_back(zone.name, zone.town);
  });
  std::sort(villages.begin(), villages.end());
  for (std::size_t i = 0; i < villages.size(); ++i) {
    const auto& [name, town] = villages[i];
    const double owed = 15 + static_cast<double>(i % 20) * 0.1;
    programme_.at(owed, "叫应席", [this, name = name, town = town, owed]() -> Result<std::vector<Command>> {
      OweReport command;
      Contact& contact = command.contact;
      contact.id.uuid = Uuid::v7(programme_.moment(owed));
      contact.who.kind = AddresseeKind::place;
      contact.who.name = name;
      contact.town = town;
      s().places.forEach([&](const Uuid& id, const Place& place) {
        if (place.name != name) return;
        contact.who.subject = id;
        contact.location = place.location;
        contact.peopleAtRisk = place.population.value_or(0);
      });
      contact.everyMs = 30 * 60000;
      contact.since = programme_.moment(owed);
      return std::vector<Command>{Command(std::move(command))};
    });
    if (i % 17 == 5) continue;
    for (int round = 0; round < 3; ++round) {
      const double minute =
          17 + round * 15 + static_cast<double>((i * 7 + static_cast<std::size_t>(round) * 3) % 29) * 0.45;
      if (minute > kLast) continue;
      const char* words = kWords[(i + static_cast<std::size_t>(round)) % 5];
      programme_.at(minute, "叫应席", [this, name = name, words]() -> Result<std::vector<Command>> {
        const auto contact = lookUp<Contact>(s(), name);
        if (!contact) return failure(contact.error());
        return std::vector<Command>{Command(NoteContact{*contact, {}, words, "电话"})};
      });
    }
    // Every third of them opens its house of refuge.
    if (i % 3 != 0) continue;
    const std::string refuge = name.substr(0, name.size() - 3) + "安全应急屋";
    for (int round = 0; round < 4; ++round) {
      const double minute = 18 + static_cast<double>(i % 23) * 0.6 + round * 8;
      if (minute > kLast) continue;
      programme_.at(minute, "物资席", [this, refuge, round, name = name, i]() -> Result<std::vector<Command>> {
        const auto shelter = lookUp<Shelter>(s(), refuge);
        if (!shelter) return failure(shelter.error());
        if (round == 0) return std::vector<Command>{Command(OpenShelter{*shelter})};
        return std::vector<Command>{Command(CheckIn{*shelter, 6 + static_cast<std::int64_t>(i % 9) * round, name})};
      });
    }
  }
}

void FieldEvening::planPositions() {
  for (double minute = 2; minute < kLast; minute += kTickMinutes)
    programme_.at(minute, "定位", [this, minute]() -> Result<std::vector<Command>> {
      std::vector<Command> out;
      const Instant now = programme_.moment(minute);
      s().teams.forEach([&](const Uuid&, const Team& team) {
        if (!team.assignment || !team.home || !team.assignment->destination) return;
        if (team.status != TeamStatus::enRoute) return;
        const Position from = *team.home, to = *team.assignment->destination;
        const Instant since = team.assignment->since;
        const Instant eta = team.assignment->etaAt.value_or(since.plusMs(15 * 60000));
        const auto whole = static_cast<double>(std::max<std::int64_t>(1, eta.ms - since.ms));
        const double share = std::clamp(static_cast<double>(now.ms - since.ms) / whole, 0.0, 0.97);
        const auto between = [&](std::int32_t a, std::int32_t b) {
          return a + static_cast<std::int32_t>(std::floor(static_cast<double>(b - a) * share));
        };
        out.emplace_back(
            ReportPosition{team.id, {{between(from.lonE7, to.lonE7), between(from.latE7, to.latE7)}, now, "北斗"}});
      });
      return out;
    });
}

void FieldEvening::plan() {
  std::size_t n = 0;
  for (const HazardPoint& point : district_.ponding) {
    planIncident(2.6 + 2.9 * static_cast<double>(n), "积水", "waterlogging", point, n);
    ++n;
  }
  for (std::size_t i = 3; i < district_.hazards.size() && n < 22; i += 11) {
    const HazardPoint& point = district_.hazards[i];
    if (point.name.zh == "西沟滑坡隐患点" || point.name.zh == "柏崖崩塌隐患点") continue;
    planIncident(4.1 + 2.1 * static_cast<double>(n), point.slide ? "土体滑塌" : "落石", "geological", point, n);
    ++n;
  }
  planVillages();
  planPositions();
}

}  // namespace fengsui::demo
