// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "cli/aboutcommand.h"
#include "cli/choices.h"
#include "cli/dutyoptions.h"
#include "cli/lookup.h"
#include "core/deriveduty.h"
#include "core/handover.h"

// Places that owe a report, the ledger of people who move, and the handover.

namespace fengsui {
namespace {

void silent(Session& session) {
  auto station = session.open(true);
  if (!station) return session.console.refuse(station.error());
  const Console& console = session.console;
  const auto places = silentPlaces((*station)->situation(), systemNow());
  if (console.json) {
    Json out = Json::array();
    for (const SilentPlace& place : places) {
      Json one{{"name", place.contact->who.name},
               {"town", place.contact->town},
               {"peopleAtRisk", place.contact->peopleAtRisk},
               {"dueAt", place.dueAt.ms},
               {"silentMs", place.silentMs}};
      if (place.lastAt) one["lastAt"] = place.lastAt->ms;
      out.push_back(std::move(one));
    }
    return console.line(canonical(out));
  }
  TextTable table({console.say({"people", "人口"}), console.say({"town", "镇街"}), console.say({"place", "对象"}),
                   console.say({"last heard of", "最近联系"}), console.say({"silent for", "已失联"})});
  for (const SilentPlace& place : places)
    table.add(
        {std::to_string(place.contact->peopleAtRisk), place.contact->town, place.contact->who.name,
         place.lastAt ? (*station)->timeZone().local(*place.lastAt).substr(5, 11) : console.say({"never", "从未"}),
         std::to_string(place.silentMs / 60'000) + console.say({" min", " 分钟"})});
  if (table.empty())
    console.line(console.say({"every place that owes a report has been heard of", "应报对象均已报告"}));
  else
    std::cout << table.text();
}

void tally(Session& session, const std::string& village, const std::string& town) {
  auto station = session.open(true);
  if (!station) return session.console.refuse(station.error());
  const Console& console = session.console;
  auto tallies = talliesOf((*station)->situation());
  std::erase_if(tallies, [&](const VillageTally& t) {
    return (!village.empty() && t.village != village) || (!town.empty() && t.town != town);
  });
  if (console.json) {
    Json out = Json::array();
    for (const VillageTally& t : tallies) {
      Json states = Json::object(), missing = Json::array();
      for (const auto& state : namesOf<HouseholdState>)
        states[std::string(state.code)] = t.byState[static_cast<std::size_t>(state.value)];
      for (const Household* one : t.missing)
        missing.push_back(Json{{"name", one->name}, {"persons", one->persons}, {"state", nameOf(one->state).code}});
      out.push_back(Json{{"town", t.town},
                         {"village", t.village},
                         {"households", t.households},
                         {"persons", t.persons},
                         {"away", t.away},
                         {"house", t.left},
                         {"junction", t.passed},
                         {"shelter", t.arrived},
                         {"states", states},
                         {"missing", missing},
                         {"missingPersons", t.missingPersons},
                         {"countsAgree", t.countsAgree()},
                         {"done", t.done()}});
    }
    return console.line(canonical(out));
  }
  TextTable table({console.say({"town", "镇街"}), console.say({"village", "村"}), console.say({"to move", "应转"}),
                   console.say({"house", "出户"}), console.say({"junction", "路口"}),
                   console.say({"shelter", "安置点"}), console.say({"missing", "未到"}), console.say({"done", "完成"}),
                   console.say({"who", "未到人员"})});
  for (const VillageTally& t : tallies) {
    std::string who;
    for (std::size_t i = 0; i < t.missing.size() && i < 8; ++i)
      who += (i == 0 ? "" : "、") + t.missing[i]->name + " " + console.say(textOf(t.missing[i]->state));
    if (t.missing.size() > 8) who += " …";
    table.add({t.town, t.village, std::to_string(t.persons - t.away), std::to_string(t.left), std::to_string(t.passed),
               std::to_string(t.arrived), std::to_string(t.missingPersons),
               console.say(t.done()          ? Text{"yes", "是"}
                           : t.countsAgree() ? Text{"no", "否"}
                                             : Text{"no: counts differ", "否：三数不一"}),
               who});
  }
  if (table.empty())
    console.line(console.say({"the ledger is empty", "转移台账为空"}));
  else
    std::cout << table.text();
}

struct CountOptions {
  std::string which, village, state = "underWay", point, where, words;
};

Result<Command> counted(const Situation& s, const CountOptions& o) {
  std::vector<Id<Household>> named;
  s.households.forEach([&](const Uuid&, const Household& household) {
    if (household.name == o.which && (o.village.empty() || household.village == o.village))
      named.push_back(household.id);
  });
  const auto id = named.size() == 1 ? Result<Id<Household>>(named.front()) : lookUp<Household>(s, o.which);
  if (!id) return failure(id.error());
  const auto state = choose<HouseholdState>(o.state);
  if (!state) return failure(state.error());
  return Command(CountHousehold{*id, *state, o.point, o.where, {}, o.words});
}

void handover(Session& session, const std::string& since, const std::string& to) {
  auto station = session.open(true);
  if (!station) return session.console.refuse(station.error());
  const Instant now = systemNow();
  const auto from = momentFrom(since, (*station)->timeZone(), now);
  if (!from) return session.console.refuse(from.error());
  Instant until = now;
  if (const auto read = readMoment((*station)->situation(), to, until); !read)
    return session.console.refuse(read.error());
  const auto before = (*station)->at(*from, Knowledge::atThisSeat);
  if (!before) return session.console.refuse(before.error());
  const auto after =
      to.empty() ? Result<Situation>((*station)->situation()) : (*station)->at(until, Knowledge::atThisSeat);
  if (!after) return session.console.refuse(after.error());
  const Console& console = session.console;
  const auto lines = sinceYouLeft(*before, *after, until, session.actor);
  if (console.json) {
    Json out = Json::array();
    for (const HandoverLine& line : lines)
      out.push_back(Json{{"topic", nameOf(line.topic).code},
                         {"kind", nameOf(line.kind).code},
                         {"subject", line.subject.text()},
                         {"words", console.say(line.words)},
                         {"open", line.open},
                         {"yours", line.yours}});
    return console.line(canonical(out));
  }
  if (lines.empty()) return console.line(console.say({"nothing has changed since then", "其间没有变化"}));
  std::optional<HandoverTopic> topic;
  for (const HandoverLine& line : lines) {
    if (topic != line.topic) console.line(console.say(textOf(line.topic)));
    topic = line.topic;
    console.line(std::string(line.open ? "  ● " : "  ○ ") + console.say(line.words) +
                 (line.yours ? console.say({" (yours)", "（本人经手）"}) : ""));
  }
}

void addContact(CLI::App& app, Session& session) {
  auto* contact = app.add_subcommand("contact", told(session, "places that owe a report", "点名：应报告的地方"));
  contact->require_subcommand(1);
  struct Options {
    std::string name, town, since, by, words, channel, reason, location;
    std::int64_t people = 0, everyMinutes = 0;
  };
  auto o = std::make_shared<Options>();
  auto* owe = contact->add_subcommand("owe", told(session, "this place reports from now on", "列入点名"));
  owe->add_option("PLACE", o->name, told(session, "which one", "地方"))->required();
  owe->add_option("--town", o->town, told(session, "town", "镇街"));
  owe->add_option("--people", o->people, told(session, "people at risk", "受威胁人数"));
  owe->add_option("--every", o->everyMinutes, told(session, "every how many minutes", "间隔（分钟）"));
  owe->add_option("--since", o->since, told(session, "from when on", "起始时间"));
  owe->add_option("--location", o->location, told(session, "longitude,latitude (WGS 84)", "经度,纬度（WGS 84）"));
  owe->callback([o, &session] {
    session.execute(
        [&](const Situation& s) -> Result<Command> {
          Contact made;
          made.id.uuid = Uuid::v7(systemNow());
          made.who.kind = AddresseeKind::place;
          made.who.name = o->name;
          made.town = o->town;
          made.peopleAtRisk = o->people;
          made.everyMs = o->everyMinutes * 60'000;
          s.places.forEach([&](const Uuid& id, const Place& place) {
            if (place.name == o->name && (o->town.empty() || place.town == o->town)) made.who.subject = id;
          });
          if (!o->location.empty()) {
            const auto location = Position::parse(o->location);
            if (!location) return failure(location.error());
            made.location = *location;
          }
          if (const auto read = readMoment(s, o->since, made.since); !read) return failure(read.error());
          return Command(OweReport{std::move(made)});
        },
        {"owes reports", "已列入点名"});
  });

  o = std::make_shared<Options>();
  auto* note = addAbout<Contact>(contact, session, "note", {"it was heard of", "记录联系"}, {"noted", "已记录"}, o,
                                 &Options::name, [](Id<Contact> id, const Options& x) -> Command {
                                   return NoteContact{id, x.by, x.words, x.channel};
                                 });
  note->add_option("--from", o->by, told(session, "who spoke", "报告人"));
  note->add_option("--words", o->words, told(session, "what was said", "内容"));
  note->add_option("--channel", o->channel, told(session, "telephone, radio, runner …", "电话、电台、跑步送信……"));

  o = std::make_shared<Options>();
  auto* release =
      addAbout<Contact>(contact, session, "release", {"it owes no more", "移出点名"}, {"released", "已移出"}, o,
                        &Options::name, [](Id<Contact> id, const Options& x) -> Command {
                          return ReleaseContact{id, x.reason};
                        });
  release->add_option("--reason", o->reason, told(session, "why", "原因"));

  contact->add_subcommand("silent", told(session, "who has not been heard of", "失联名单"))->callback([&session] {
    silent(session);
  });
}

void addHousehold(CLI::App& app, Session& session) {
  auto* household = app.add_subcommand("household", told(session, "the ledger of people who move", "避险转移台账"));
  household->require_subcommand(1);
  auto o = std::make_shared<CountOptions>();
  auto* count = household->add_subcommand("count", told(session, "counted at one of the three points, or a state said",
                                                        "清点：出户、路口、安置点，或登记状态"));
  count->add_option("HOUSEHOLD", o->which, told(session, "name, key or id", "户主、编码或标识"))->required();
  count->add_option("--village", o->village, told(session, "where two carry one name", "所在村（重名时）"));
  count->add_option("--point", o->point, "house, junction, shelter");
  count->add_option("--state", o->state, choicesOf<HouseholdState>(session.console.language))->capture_default_str();
  count->add_option("--where", o->where,
                    told(session, "which shelter, or the address of relatives", "安置点或投亲地址"));
  count->add_option("--words", o->words,
                    told(session, "of a refusal: who signed, what was said", "拒转须写明签字人或说法"));
  count->callback([o, &session] {
    session.execute([&](const Situation& s) { return counted(s, *o); }, {"counted", "已清点"});
  });

  struct TallyOptions {
    std::string village, town;
  };
  auto t = std::make_shared<TallyOptions>();
  auto* tallying = household->add_subcommand(
      "tally", told(session, "the three counts, and who is missing", "三道点名核对与未到名单"));
  tallying->add_option("VILLAGE", t->village, told(session, "one village; all of them otherwise", "村名，缺省为全部"));
  tallying->add_option("--town", t->town, told(session, "only of this town", "仅此镇街"));
  tallying->callback([t, &session] { tally(session, t->village, t->town); });
}

}  // namespace

void addDutyCommands(CLI::App& app, Session& session) {
  addContact(app, session);
  addHousehold(app, session);
  struct Options {
    std::string since, until;
  };
  auto o = std::make_shared<Options>();
  auto* command =
      app.add_subcommand("handover", told(session, "what has changed since you left", "交接班：离岗期间的变化"));
  command->add_option("--since", o->since, told(session, "when you left: 21:40, -8h", "离岗时刻：21:40、-8h"))
      ->required();
  command->add_option("--until", o->until, told(session, "up to when; now otherwise", "截止时刻，缺省为现在"));
  command->callback([o, &session] { handover(session, o->since, o->until); });
}

}  // namespace fengsui
