// SPDX-License-Identifier: GPL-3.0-or-later
#include "night.h"

#include <gtest/gtest.h>

#include <thread>

#include "core/alarms.h"
#include "core/deriveduty.h"
#include "feeds/ladderclimber.h"
#include "support/station.h"

// How the night goes on, and everything up to the raised level; what becomes of the orders is in nightorders.cpp.

namespace fengsui::night {
namespace {

template <class Entity>
void isNamed(Id<Entity>& id) {
  id.uuid = Uuid::v7(clockNow());
}

Post post(const std::string& name, Role role) {
  Post made;
  isNamed(made.id);
  made.name = name;
  made.role = role;
  return made;
}

}  // namespace

Night::Night(const std::string& path, int persons) : path_(path), persons_(persons) {
  clockMs = kDusk.ms;
  auto made = Station::create(path, {"示范区指挥中心", Mode::exercise, "Asia/Shanghai", "示范区"}, kDusk);
  EXPECT_TRUE(made) << made.error();
  station_ = std::move(*made);
  station_->setClock(&clockNow);
  prepares();
  said.clear();
}

void Night::restarts() {
  station_.reset();
  auto opened = Station::open(path_);
  ASSERT_TRUE(opened) << opened.error();
  station_ = std::move(*opened);
  station_->setClock(&clockNow);
}

void Night::note(const Receipt& receipt, const std::string& actor, const Command& command) {
  const std::lock_guard lock(mutex_);
  said.push_back({clockNow(), actor, command});
  if (confirmed) confirmed(receipt);
}

Receipt Night::does(const Command& command, const std::string& actor) {
  auto receipt = station_->execute(command, {actor, std::nullopt});
  EXPECT_TRUE(receipt) << "minute " << minute_ << ", " << actor << ": " << receipt.error();
  if (!receipt) return {};
  note(*receipt, actor, command);
  look();
  return *receipt;
}

std::string Night::refuses(const Command& command, const std::string& actor) {
  const auto receipt = station_->execute(command, {actor, std::nullopt});
  EXPECT_FALSE(receipt) << "minute " << minute_ << ": it was done";
  return receipt ? std::string() : receipt.error().message.zh;
}

void Night::look() {
  const Instant at = clockNow();
  now().orders.forEach([&](const Uuid&, const Order& order) {
    seen.orderStatuses.insert(order.status);
    seen.orderStages.insert(order.stage());
    seen.messageKinds.insert(order.brief.kind);
    for (const OrderCopy& copy : order.copies) {
      seen.addresseeKinds.insert(copy.to.kind);
      seen.addressees.insert(copy.to.key());
      if (order.issued) seen.orderStages.insert(copy.stage());
    }
  });
  now().checklist.forEach(
      [&](const Uuid&, const ChecklistItem& item) { seen.itemStates.insert(stateOf(now(), item, at)); });
  for (const Alarm& alarm : alarmsOf(now(), at)) seen.alarmKinds.emplace(nameOf(alarm.kind).code);
}

void Night::until(int minute) {
  for (; minute_ < minute; ++minute_) {
    clockMs = kDusk.ms + (minute_ + 1) * kMinute;
    const auto climbed = climbDueRungs(*station_, clockNow(), "催办");
    ASSERT_TRUE(climbed) << climbed.error();
    EXPECT_TRUE(climbed->refused.empty());
    {
      const std::lock_guard lock(mutex_);
      said.push_back({clockNow(), {}, std::nullopt});
      if (confirmed && !climbed->events.empty()) confirmed({{}, climbed->events});
    }
    // What a scene plans for its own minute is still played in it.
    for (auto scene = plan_.begin(); scene != plan_.end() && scene->first <= minute_ + 1; scene = plan_.begin()) {
      const Act act = std::move(scene->second);
      plan_.erase(scene);
      act();
    }
    look();
    if (halfHour && (minute_ + 1) % 30 == 0) halfHour();
  }
}

void Night::passes() {
  warns();
  consultsAndActivates();
  raises();
  issuesOrders();
  answersOrders();
  movesTheVillage();
  reports();
  handsOver();
  ends();
  until(300);
  EXPECT_TRUE(plan_.empty());
}

void Night::prepares() {
  for (const auto& [name, role] :
       {std::pair{"值班长", Role::dutyOfficer}, std::pair{"副值班长", Role::dutyOfficer},
        std::pair{"总指挥", Role::commander}, std::pair{"副区长", Role::commander}, std::pair{"区长", Role::commander},
        std::pair{"调度员", Role::dispatcher}, std::pair{"视频席", Role::jointDuty}}) {
    const Post made = post(name, role);
    posts_[name] = made.id;
    does(Register<Post>{made});
  }
  for (const char* name : {"李梅", "王强"}) {
    Person person;
    isNamed(person.id);
    person.name = name;
    person.phones = {"13800000000"};
    people_.push_back(person.id);
    does(Register<Person>{person});
  }
  for (const char* name : {"第一救援队", "第二救援队", "消防救援大队"}) {
    Team team;
    isNamed(team.id);
    team.name = name;
    team.kind = "comprehensive";
    if (teams_.size() == 2) team.authority = DispatchAuthority::asked;
    teams_.push_back(team.id);
    does(Register<Team>{team});
  }
  Shelter shelter;
  isNamed(shelter_);
  shelter.id = shelter_;
  shelter.name = "镇中学";
  does(Register<Shelter>{shelter});
  // 86 persons; the first three households, of two, two and three, will be the seven who are missing.
  int persons = 0;
  for (int i = 0; persons < 86; ++i) {
    Household household;
    isNamed(household.id);
    household.name = "户主" + std::to_string(i + 1);
    household.village = "北沟村";
    household.town = "北沟镇";
    household.shelter = "镇中学";
    household.persons = i < 2 ? 2 : std::min(3, 86 - persons);
    persons += static_cast<int>(household.persons);
    households_.push_back(household.id);
    does(Register<Household>{household});
  }
  cast_ = {{AddresseeKind::post, posts_["视频席"].uuid, "视频席", {}},
           {AddresseeKind::person, people_[0].uuid, "李梅", "王强"},
           {AddresseeKind::team, teams_[0].uuid, "第一救援队", "副队长"},
           {AddresseeKind::organisation, {}, "供电公司", "副经理"},
           {AddresseeKind::place, {}, "南沟村", "村主任"},
           {AddresseeKind::organisation, {}, "交管支队", {}},
           {AddresseeKind::team, teams_[1].uuid, "第二救援队", "副队长"},
           {AddresseeKind::post, posts_["调度员"].uuid, "调度员", {}},
           {AddresseeKind::person, people_[1].uuid, "王强", "李梅"},
           {AddresseeKind::place, {}, "北沟村", "村主任"},
           {AddresseeKind::organisation, {}, "北沟镇", "副镇长"},
           {AddresseeKind::team, teams_[2].uuid, "消防救援大队", {}}};
  for (int i = 0; i < 40; ++i) orders_.push_back({Uuid::v7(clockNow())});
  for (auto* id : {&directive_.uuid, &incident_.uuid, &response_.uuid, &callout_.uuid, &warning_.uuid, &contact_.uuid,
                   &consultation_.uuid})
    *id = Uuid::v7(clockNow());
}

void Night::warns() {
  at(5, [this] {
    Warning warning;
    warning.id = warning_;
    warning.kind = "山洪";
    warning.colour = WarningColour::orange;
    warning.issuer = "区气象局";
    warning.signedBy = "台长";
    warning.text = "未来三小时北沟镇有强降雨，请立即上岗";
    does(IssueWarning{warning}, "调度员");
    StartCallout start;
    start.callout.id = callout_;
    start.callout.warning = warning_;
    start.callout.ladder = shippedCalloutRules().ladder;
    for (int i = 0; i < persons_; ++i) {
      Call call;
      isNamed(call.id);
      calls_.push_back(call.id);
      call.name = "责任人" + std::to_string(i);
      call.post = "村书记";
      call.place = "村" + std::to_string(i / 2);
      call.town = "北沟镇";
      call.peopleAtRisk = i % 97;
      call.phones = {"13900000000"};
      call.substitute = Responsible{"B", "替补" + std::to_string(i), "村主任", {}};
      start.calls.push_back(std::move(call));
    }
    does(start, "调度员");
    Contact contact;
    contact.id = contact_;
    contact.who = cast_[4];
    contact.peopleAtRisk = 40;
    contact.everyMs = 30 * kMinute;
    does(OweReport{contact}, "调度员");
  });
  for (int minute = 6; minute <= 12; ++minute) at(minute, [this, minute] { callersRing(minute - 5); });
  at(13, [this] { callers_.clear(); });
  at(70, [this] { does(NoteContact{contact_, "王强", "都在，路断", "电台"}, "调度员"); });
}

// Of a hundred: 94 say it back at once, 2 are woken and say it back when the town rings, 1 is woken by the town, 1 only
// gets the text, 1 is answered for by the substitute within the five minutes, 1 is never reached.
void Night::callersRing(int minute) {
  while (callers_.size() < 4) {
    auto caller = Station::open(path_);
    ASSERT_TRUE(caller) << caller.error();
    (*caller)->setClock(&clockNow);
    callers_.push_back(std::move(*caller));
  }
  const Instant signedAt = kDusk.plusMs(5 * kMinute);
  const auto ring = [&](std::size_t seat, int i) {
    Station& caller = *callers_[seat];
    const std::string name = "叫应员" + std::to_string(seat + 1);
    const int who = i % 100;
    const int second = 30 + i * 97 % 90;
    std::optional<CallStage> reached;
    Attempt attempt{"telephone", signedAt.plusMs(second * 1000), {}, {}, true, {}};
    if (second > (minute - 1) * 60 && second <= minute * 60)
      reached = who < 94 ? CallStage::responded : who < 96 ? CallStage::woken : CallStage::waiting;
    if (reached && who == 96) attempt.channel = "sms", reached = CallStage::delivered;
    if (reached && who == 97) attempt.channel = "sms", reached = CallStage::delivered;
    if (minute == 4 && who == 98) reached = CallStage::responded, attempt.whom = "替补" + std::to_string(i);
    if (minute == 7 && who >= 94 && who < 97) reached = who == 96 ? CallStage::woken : CallStage::responded;
    if (!reached) return;
    if (minute >= 4) attempt.at = clockNow();
    attempt.reached = *reached != CallStage::waiting;
    const Id<Call> id = calls_[static_cast<std::size_t>(i)];
    std::vector<Command> commands;
    if (i % 10 == 0) commands.emplace_back(ClaimCall{id});
    commands.emplace_back(TryCall{id, attempt, *reached});
    for (const Command& command : commands) {
      const auto receipt = caller.execute(command, {name, std::nullopt});
      EXPECT_TRUE(receipt) << name << ", " << i << ": " << receipt.error();
      if (receipt) note(*receipt, name, command);
    }
  };
  std::vector<std::thread> threads;
  for (std::size_t seat = 0; seat < callers_.size(); ++seat)
    threads.emplace_back([&, seat] {
      for (std::size_t i = seat; i < calls_.size(); i += callers_.size()) ring(seat, static_cast<int>(i));
    });
  for (std::thread& thread : threads) thread.join();
  const auto fresh = station_->refresh();
  ASSERT_TRUE(fresh) << fresh.error();
  now().calls.forEach([&](const Uuid&, const Call& call) { seen.callStages.insert(call.stage()); });
}

ChecklistItem Night::line(const std::string& name, const std::string& title, int dueMinute) const {
  ChecklistItem item;
  item.id.uuid = Uuid::v7(clockNow());
  item.plan = "flood.flash";
  item.edition = "2026-07";
  item.line = name;
  item.phase = "转移";
  item.brief.title = title;
  item.brief.task = title;
  item.brief.owner = cast_[3];
  item.timing.dueAt = kDusk.plusMs(dueMinute * kMinute);
  return item;
}

void Night::consultsAndActivates() {
  at(20, [this] {
    Consultation consultation;
    consultation.id = consultation_;
    consultation.title = "防汛会商";
    consultation.present = {"区气象局", "区水务局", "区应急局"};
    consultation.area = "北沟镇";
    consultation.conclusions = {"建议启动三级响应", "北沟村先转移"};
    consultation.ranking = {{"北沟村", "沟口窄"}, {"南沟村", "路已断"}};
    does(Register<Consultation>{consultation});
  });
  at(25, [this] {
    Response response;
    response.id = response_;
    response.title = "防汛应急响应";
    response.hazard = "flashFlood";
    response.level = "三级";
    response.approver = "副区长";
    response.plan = "flood.flash";
    response.consultations = {consultation_};
    response.arrivals = {{"属地", {}}, {"水务", {}}};
    response.endConditions = {{"雨停", "the rain has ended", {}}, {"水位退至警戒以下", "the river is low again", {}}};
    does(ProposeResponse{response});
    ActivateResponse activate{response, {}};
    for (const auto& [name, title, due] :
         {std::tuple{"power", "断电", 60}, std::tuple{"move", "北沟村转移", 60}, std::tuple{"road", "封控桥区", 70},
          std::tuple{"check", "核对台账", 40}, std::tuple{"radio", "卫星电话到位", 45}, std::tuple{"food", "送餐", 140},
          std::tuple{"pumps", "调泵", 300}, std::tuple{"tree", "清树", 290}, std::tuple{"draft", "请示跨区支援", 75},
          std::tuple{"round", "巡查", 90}}) {
      activate.items.push_back(line(name, title, due));
      lines_[name] = activate.items.back().id;
    }
    activate.items.back().timing.everyMs = 60 * kMinute;
    activate.response.signedBy = "值班长";
    EXPECT_NE(refuses(activate).find("副区长"), std::string::npos) << "the level is not his to sign";
    activate.response.signedBy = "副区长";
    does(activate, "副区长");
    EXPECT_EQ(now().find(response_)->status, ResponseStatus::active);
    does(NoteArrival{response_, "属地", "北沟镇镇长"});
  });
  at(50, [this] {
    does(MarkItem{lines_["check"], ItemMark::done, "台账 86 人", {}, "李梅"}, "调度员");
    does(MarkItem{lines_["radio"], ItemMark::skipped, "镇里已有两部", {}, {}});
  });
  at(52, [this] {
    EXPECT_NE(refuses(VerifyItem{lines_["check"], "", "李梅"}).find("李梅"), std::string::npos);
    does(VerifyItem{lines_["check"], "对过", "视频席"});
  });
  at(95, [this] { does(MarkItem{lines_["round"], ItemMark::done, "首轮无异常", {}, "王强"}, "调度员"); });
  at(160, [this] { does(MarkItem{lines_["food"], ItemMark::done, "86 份", {}, "李梅"}, "调度员"); });
}

void Night::raises() {
  at(40, [this] {
    Incident incident;
    incident.id = incident_;
    incident.title = "北沟村山洪";
    incident.kind = "flashFlood";
    incident.locality = "北沟镇";
    does(ReportIncident{incident}, "调度员");
    does(ReportFigure{incident_, {FigureKind::trapped, 3, "属地", clockNow(), Verification::pending, false}});
  });
  at(60, [this] {
    ChangeResponseLevel raise{response_, "二级", "区长", "示应急〔2026〕7号", {}, {}, "区长", {}};
    raise.add = {line("whole", "全镇转移", 120), line("joint", "联合值守", 80)};
    raise.drop = {lines_["tree"], lines_["check"]};
    lines_["whole"] = raise.add[0].id;
    lines_["joint"] = raise.add[1].id;
    does(raise, "区长");
    EXPECT_EQ(now().find(response_)->level, "二级");
    EXPECT_EQ(now().find(lines_["tree"])->mark, ItemMark::notApplicable);
    EXPECT_EQ(now().find(lines_["check"])->mark, ItemMark::done) << "what is done stays done";
  });
}

}  // namespace fengsui::night
