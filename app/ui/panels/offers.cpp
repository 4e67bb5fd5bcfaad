// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/offers.h"

#include "ui/desk/peoplefacts.h"
#include "ui/look/language.h"
#include "ui/look/wording.h"

namespace fengsui {

Offer Offers::forIncident(Desk& desk, const Incident& incident, const Team& team, const ThingRow& row) {
  const QString away = row.distanceM ? Wording::distance(*row.distanceM) : QString();
  const QString who = row.thereAt
                          ? tr("%1, there at %2").arg(qs(team.name), qs(desk.session().timeZone().clock(*row.thereAt)))
                      : row.noWay      ? tr("%1 (no way open)").arg(qs(team.name))
                      : away.isEmpty() ? qs(team.name)
                                       : tr("%1 (%2 straight)").arg(qs(team.name), away);
  if (team.authority == DispatchAuthority::asked && !(team.request && team.request->incident == incident.id))
    return {tr("Ask for %1").arg(who), [&desk, team, incident] { desk.ask(team, incident); }};
  return {tr("Send %1").arg(who), [&desk, team, incident, at = row.thereAt] { desk.send(team, incident, at); }};
}

std::vector<Offer> Offers::forMany(Desk& desk, const Situation& s, const std::vector<Selected>& things) {
  std::vector<Team> teams;
  const Incident* target = nullptr;
  int incidents = 0;
  for (const Selected& thing : things) {
    if (thing.kind == Kind::incident) {
      const Incident* incident = s.incidents.find(thing.id);
      if (!incident || !incident->open()) continue;
      target = incident;
      ++incidents;
    }
    const Team* team = thing.kind == Kind::team ? s.teams.find(thing.id) : nullptr;
    if (team && team->authority == DispatchAuthority::own) teams.push_back(*team);
  }
  if (incidents != 1) return {};
  std::erase_if(teams, [&](const Team& team) { return standing(team, target->id) != TeamStands::free; });
  if (teams.empty()) return {};
  const auto count = static_cast<int>(teams.size());
  return {{(count == 1 ? tr("Send 1 team to %1") : tr("Send %1 teams to %2").arg(count)).arg(qs(target->title)),
           [&desk, teams, incident = *target] {
             for (const Team& team : teams) desk.send(team, incident);
           }}};
}

std::vector<Offer> Offers::forTeam(Desk& desk, const Team& team) {
  std::vector<Offer> actions;
  const auto id = team.id;
  const std::string name = team.name;
  if (team.request) {
    actions.push_back({tr("They agreed: %1 is on its way").arg(qs(name)), [&desk, id, name] {
                         desk.execute(AnswerRequest{id, true, {}, {}, std::nullopt},
                                      {"agreed: " + name + " is on its way", name + "已同意出动"});
                       }});
    actions.push_back(
        {tr("They declined"), [&desk, id, name] {
           desk.execute(AnswerRequest{id, false, {}, {}, std::nullopt}, {"declined: " + name, name + "未能出动"});
         }});
    return actions;
  }
  const Offer release{tr("Release from its task"), [&desk, id, name] {
                        desk.execute(ReleaseTeam{id, {}}, {"released " + name, "已解除" + name + "的任务"});
                      }};
  switch (team.status) {
    case TeamStatus::enRoute:
      actions.push_back({tr("%1 has arrived").arg(qs(name)), [&desk, id, name] {
                           desk.execute(TeamArrives{id}, {name + " has arrived", name + "已到场"});
                         }});
      actions.push_back(release);
      break;
    case TeamStatus::reserved:
    case TeamStatus::onScene:
      actions.push_back(release);
      break;
    case TeamStatus::returning:
      actions.push_back({tr("%1 is back at its base").arg(qs(name)), [&desk, id, name] {
                           desk.execute(TeamReturns{id}, {name + " is back", name + "已归建"});
                         }});
      break;
    case TeamStatus::unavailable:
      actions.push_back({tr("%1 is available again").arg(qs(name)), [&desk, id, name] {
                           desk.execute(StandTo{id}, {name + " is available again", name + "恢复待命"});
                         }});
      break;
    case TeamStatus::available:
      break;
  }
  return actions;
}

std::vector<Offer> Offers::forClosure(Desk& desk, const RoadClosure& closure, std::function<void()> change) {
  const auto id = closure.id;
  const std::string name = closure.name;
  std::vector<Offer> actions;
  if (closure.aheadOf(desk.moment()))
    actions.push_back({tr("%1 is open again").arg(qs(name)), [&desk, id, name] {
                         desk.execute(OpenRoad{id, {}}, {name + " is open again", name + "已恢复通行"});
                       }});
  actions.push_back({tr("Change the closure …"), std::move(change)});
  return actions;
}

namespace {

std::function<void()> leaving(Desk& desk, const Post& post, const std::string& who) {
  return [&desk, id = post.id, name = post.name, who] {
    desk.execute(LeaveDuty{id}, {who + " has left duty: " + name, who + "已离岗：" + name});
  };
}

}  // namespace

std::vector<Offer> Offers::forPost(Desk& desk, const Situation& s, const Post& post, std::function<void()> take) {
  if (!post.onDuty) return {{tr("Take duty …"), std::move(take)}};
  const Person* person = s.find(post.onDuty->person);
  const std::string who = person ? person->name : std::string();
  return {{tr("Relieve %1 …").arg(qs(who)), std::move(take)},
          {tr("%1 leaves; nobody is on duty").arg(qs(who)), leaving(desk, post, who)}};
}

std::vector<Offer> Offers::forPerson(Desk& desk, const Situation& s, const Person& person, std::function<void()> take) {
  const auto posts = postsHeldBy(s, person.id);
  if (posts.empty()) return {{tr("Take duty …"), std::move(take)}};
  return {
      {tr("Leave duty: nobody is %1 then").arg(qs(posts.front()->name)), leaving(desk, *posts.front(), person.name)},
      {tr("Take another duty …"), std::move(take)}};
}

std::vector<Offer> Offers::forDepot(const std::function<void(StockForm::Way)>& ask) {
  return {{tr("Hand out or reserve for an incident …"), [ask] { ask(StockForm::Way::issue); }},
          {tr("Take in, move, count …"), [ask] { ask(StockForm::Way::receive); }}};
}

std::vector<Offer> Offers::forShelter(Desk& desk, const Shelter& shelter, std::function<void()> count) {
  const auto id = shelter.id;
  const std::string name = shelter.name;
  if (shelter.status != ShelterStatus::open)
    return {{tr("Open %1 for people").arg(qs(name)), [&desk, id, name] {
               desk.execute(OpenShelter{id}, {name + " is open", name + "已启用"});
             }}};
  std::vector<Offer> actions{{tr("People came or left …"), std::move(count)}};
  if (shelter.occupants == 0)
    actions.push_back({tr("Close %1").arg(qs(name)), [&desk, id, name] {
                         desk.execute(CloseShelter{id}, {name + " is closed", name + "已关闭"});
                       }});
  return actions;
}

}  // namespace fengsui
