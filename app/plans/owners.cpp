// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/owners.h"

#include <algorithm>
#include <set>

namespace fengsui {
namespace {

std::string heldBy(const std::vector<Responsible>& holders, std::string_view role) {
  for (const Responsible& one : holders)
    if (one.role == role) return one.name;
  return {};
}

// "书记" in the register is the 村书记 of the plan; a single character says nothing.
bool sameTitle(std::string_view title, std::string_view post) {
  constexpr std::size_t kTwoCharacters = 6;
  if (title == post) return !post.empty();
  if (std::min(title.size(), post.size()) < kTwoCharacters) return false;
  return title.ends_with(post) || post.ends_with(title);
}

// Of the people responsible for a place those with that title, the A person first.
std::string titled(const std::vector<Responsible>& people, std::string_view post, std::string_view role) {
  for (const Responsible& one : people)
    if (one.role == role && sameTitle(one.title, post)) return one.name;
  return {};
}

}  // namespace

OwnerDirectory::OwnerDirectory(const Situation& situation) : situation_(situation) {
  std::set<std::string> organisations, capabilities;
  situation.posts.forEach([&](const Uuid&, const Post& post) {
    posts_.emplace(post.name, &post);
    organisations.insert(post.organisation);
  });
  situation.persons.forEach([&](const Uuid&, const Person& person) { organisations.insert(person.organisation); });
  situation.teams.forEach([&](const Uuid&, const Team& team) {
    organisations.insert(team.name);
    organisations.insert(team.askedThrough);
    for (const std::string& one : team.capabilities) {
      const std::string code = codeFor(Vocabulary::capability, one);
      capabilities.insert(code);
      teams_[code].push_back(&team);
    }
  });
  const auto keep = [&](const auto& entity) { responsible_.emplace(entity.name, &entity.responsible); };
  situation.riskZones.forEach([&](const Uuid&, const RiskZone& one) { keep(one); });
  situation.facilities.forEach([&](const Uuid&, const Facility& one) { keep(one); });
  situation.shelters.forEach([&](const Uuid&, const Shelter& one) { keep(one); });
  situation.depots.forEach([&](const Uuid&, const Depot& one) { keep(one); });
  const auto within = [&](const auto& entity) {
    if (!entity.town.empty()) townOf_.emplace(entity.name, entity.town);
  };
  situation.places.forEach([&](const Uuid&, const Place& one) {
    if (one.kind == "town" || one.kind == "street")
      towns_.push_back(one.name);
    else
      within(one);
  });
  situation.riskZones.forEach([&](const Uuid&, const RiskZone& one) { within(one); });
  situation.facilities.forEach([&](const Uuid&, const Facility& one) { within(one); });
  situation.shelters.forEach([&](const Uuid&, const Shelter& one) { within(one); });
  std::sort(towns_.begin(), towns_.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  organisations.erase("");
  organisations_.assign(organisations.begin(), organisations.end());
  capabilities_.assign(capabilities.begin(), capabilities.end());
}

const Post* OwnerDirectory::post(const std::string& name) const {
  const auto at = posts_.find(name);
  return at == posts_.end() ? nullptr : at->second;
}

const Post* OwnerDirectory::postOf(const std::string& name, const Subject& each) const {
  std::vector<std::string> places{each.name};
  if (each.field)
    if (const auto town = each.field("town"); town && !town->word.empty()) places.push_back(town->word);
  if (const auto town = townOf_.find(each.name); town != townOf_.end() && places.size() == 1)
    places.push_back(town->second);
  for (const std::string& place : places) {
    const auto [from, to] = posts_.equal_range(name);
    for (auto at = from; at != to; ++at)
      if (at->second->organisation.starts_with(place)) return at->second;
    if (const Post* whole = post(place + name)) return whole;
  }
  return nullptr;
}

bool OwnerDirectory::knowsOrganisation(const std::string& name) const {
  return std::binary_search(organisations_.begin(), organisations_.end(), name);
}

std::string OwnerDirectory::holderOf(const Post& post) const {
  if (post.onDuty)
    if (const Person* person = situation_.find(post.onDuty->person)) return person->name;
  return heldBy(post.holders, "A");
}

std::vector<TeamChoice> OwnerDirectory::teamsWith(const std::string& capability, std::optional<Position> near) const {
  std::vector<TeamChoice> out;
  const auto known = teams_.find(codeFor(Vocabulary::capability, capability));
  if (known == teams_.end()) return out;
  for (const Team* team : known->second) {
    TeamChoice choice{team->id, team->name, team->authority, team->status == TeamStatus::available, std::nullopt};
    if (const auto at = team->position(); at && near) choice.distanceM = distanceM(*at, *near);
    out.push_back(std::move(choice));
  }
  // Those that can go, then the nearest, then those whose place is not known.
  std::stable_sort(out.begin(), out.end(), [](const TeamChoice& a, const TeamChoice& b) {
    if (a.available != b.available) return a.available;
    if (a.distanceM && b.distanceM && *a.distanceM != *b.distanceM) return *a.distanceM < *b.distanceM;
    if (a.distanceM.has_value() != b.distanceM.has_value()) return a.distanceM.has_value();
    return a.name < b.name;
  });
  return out;
}

std::vector<std::string> OwnerDirectory::postNames() const {
  std::vector<std::string> out;
  for (const auto& [name, post] : posts_)
    if (out.empty() || out.back() != name) out.push_back(name);
  return out;
}

std::string OwnerDirectory::townOf(const Incident& incident) const {
  for (const std::string* said : {&incident.locality, &incident.address}) {
    for (const std::string& town : towns_)
      if (said->find(town) != std::string::npos) return town;
    for (const auto& [place, town] : townOf_)
      if (!said->empty() && said->find(place) != std::string::npos) return town;
  }
  if (!incident.location) return {};
  std::string nearest;
  double least = kNearM;
  const auto look = [&](const Position& at, const std::string& town) {
    const double away = distanceM(at, *incident.location);
    if (town.empty() || away > least) return;
    least = away;
    nearest = town;
  };
  situation_.places.forEach([&](const Uuid&, const Place& one) {
    const bool town = one.kind == "town" || one.kind == "street";
    if (one.location) look(*one.location, town ? one.name : one.town);
  });
  situation_.riskZones.forEach([&](const Uuid&, const RiskZone& one) {
    if (!one.shape) return;
    if (const auto at = anchorOf(*one.shape)) look(*at, one.town);
  });
  return nearest;
}

ResolvedOwner OwnerDirectory::resolve(const Owner& owner, const Subject* each, const Incident* incident) const {
  ResolvedOwner out;
  if (!owner.team.empty()) {
    out.kind = OwnerKind::team;
    out.name = codeFor(Vocabulary::capability, owner.team);
    out.count = owner.count.value_or(1);
    out.teams = teamsWith(owner.team, incident ? incident->location : std::nullopt);
    out.known = out.teams.size() >= static_cast<std::size_t>(out.count);
    return out;
  }
  out.ofPlace = owner.of == "each" ? each != nullptr : !owner.of.empty();
  Subject place;
  if (owner.of == "each" && each)
    place = *each;
  else if (owner.of == "incident")
    place.name = incident ? townOf(*incident) : std::string();
  else if (owner.of != "each")
    place.name = owner.of;
  if (out.ofPlace) out.place = place.name;
  if (!owner.organisation.empty()) {
    out.kind = OwnerKind::organisation;
    // 属地镇街 of a place is the town itself.
    out.name = out.place.empty() ? owner.organisation : out.place;
    out.known = out.ofPlace ? !out.place.empty() : knowsOrganisation(owner.organisation);
    return out;
  }
  const bool nowhere = out.ofPlace && out.place.empty();
  const auto find = [&](const std::string& name) -> const Post* {
    return nowhere ? nullptr : out.ofPlace ? postOf(name, place) : post(name);
  };
  out.name = owner.post;
  out.b = owner.b;
  if (const Post* found = find(owner.post)) {
    out.post = found->id;
    out.holder = holderOf(*found);
    out.bHolder = heldBy(found->holders, "B");
    out.known = true;
  } else if (out.ofPlace) {
    // A village has no post in the register, but the people responsible for it, each with a title.
    if (const auto at = responsible_.find(place.name); at != responsible_.end()) {
      out.holder = titled(*at->second, owner.post, "A");
      if (out.holder.empty()) out.holder = titled(*at->second, owner.post, "B");
      if (!out.holder.empty()) out.bHolder = titled(*at->second, owner.post, "B");
      for (const char* role : {"B", "A"})
        if (const std::string named = titled(*at->second, owner.b, role); !named.empty()) out.bHolder = named;
      if (out.bHolder == out.holder) out.bHolder.clear();
      out.known = !out.holder.empty();
    }
  }
  if (!owner.b.empty())
    if (const Post* substitute = find(owner.b)) {
      out.bPost = substitute->id;
      if (const std::string holder = holderOf(*substitute); !holder.empty()) out.bHolder = holder;
    }
  return out;
}

}  // namespace fengsui
