// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "cli/demo/demostation.h"
#include "cli/lookup.h"
#include "core/dutyrules.h"
#include "core/foldduty.h"
#include "core/reportdraft.h"

namespace fengsui::demo {
namespace {

constexpr const char* kFlood = "北沟村山洪";
constexpr const char* kCity = "市应急局值班室";
constexpr const char* kGovernment = "区政府总值班室";
constexpr double kSigned = 57.5;

struct VillageOfCalls {
  const char* name;
  const char* town;
  int people;
};
constexpr std::array kVillages{
    VillageOfCalls{"北沟村", "云岭镇", 213},   VillageOfCalls{"西沟村", "云岭镇", 158},
    VillageOfCalls{"龙潭村", "云岭镇", 290},   VillageOfCalls{"前岭村", "云岭镇", 240},
    VillageOfCalls{"石门口村", "石门镇", 366}, VillageOfCalls{"上庄村", "石门镇", 141},
    VillageOfCalls{"下庄村", "石门镇", 186},   VillageOfCalls{"柏崖村", "石门镇", 97},
    VillageOfCalls{"东山村", "东山镇", 560},   VillageOfCalls{"水泉村", "东山镇", 198},
};

// Surnames and given names of nobody in particular.
std::string personNamed(int n) {
  constexpr std::array kSurnames{"赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋"};
  constexpr std::array kGiven{"示山", "示水", "示田", "示林", "示石", "示云", "示风", "示雨", "示川", "示禾", "示岭"};
  const auto i = static_cast<std::size_t>(n);
  return std::string(kSurnames[i % kSurnames.size()]) + kGiven[i % kGiven.size()];
}

std::string numberOf(int n) {
  std::string digits = std::to_string(n);
  return "1990000" + std::string(4 - std::min<std::size_t>(4, digits.size()), '0') + digits;
}

std::vector<Call> everybodyToCall(Instant at) {
  constexpr std::array kPosts{"村书记", "村主任", "灾害信息员", "巡查员"};
  constexpr int kEach = 20;
  std::vector<Call> calls;
  int n = 0;
  for (const VillageOfCalls& village : kVillages)
    for (int i = 0; i < kEach; ++i) {
      Call call;
      call.id.uuid = Uuid::v7(at);
      call.name = personNamed(++n);
      call.post = i < 4 ? kPosts[static_cast<std::size_t>(i)] : "网格员";
      call.place = village.name;
      if (i >= 4) call.place += "第" + chineseNumber(i - 3) + "网格";
      call.town = village.town;
      call.role = "A";
      call.peopleAtRisk = i < 4 ? village.people : village.people / (kEach - 4) + i % 5;
      call.phones = {numberOf(n), numberOf(5000 + n)};
      if (i < 2) call.substitute = Responsible{"B", personNamed(n + 300), "村干部", {numberOf(8000 + n)}};
      calls.push_back(std::move(call));
    }
  return calls;
}

}  // namespace

void DutyEvening::plan() {
  planWarnings();
  planReports();
  planContacts();
  planMove();
  planCalls();
}

void DutyEvening::at(double minute, const char* actor, std::function<Result<Command>()> command) {
  programme_.at(minute, actor, [command = std::move(command)]() -> Result<std::vector<Command>> {
    auto made = command();
    if (!made) return failure(made.error());
    return std::vector<Command>{std::move(*made)};
  });
}

void DutyEvening::planWarnings() {
  const auto issue = [this](double minute, const char* kind, WarningColour colour, const char* issuer,
                            const char* number, std::vector<std::string> towns, const char* text,
                            const char* replaces = nullptr) {
    at(minute, "信息席", [=, this]() -> Result<Command> {
      IssueWarning command;
      Warning& warning = command.warning;
      warning.id.uuid = Uuid::v7(moment(minute));
      warning.kind = kind;
      warning.colour = colour;
      warning.issuer = issuer;
      warning.number = number;
      warning.towns = towns;
      warning.text = text;
      warning.signedAt = moment(minute);
      warning.signedBy = "值班台长";
      warning.until = moment(minute).plusMs(6 * 3600 * 1000LL);
      if (replaces) {
        const auto before = lookUp<Warning>(s(), replaces);
        if (!before) return failure(before.error());
        warning.replaces = *before;
      }
      return Command(std::move(command));
    });
  };
  issue(0.4, "暴雨", WarningColour::orange, "区气象台", "示气预〔示例〕12号", {"云岭镇", "石门镇", "东山镇"},
        "未来三小时山区累计雨量将达七十毫米以上。");
  issue(3, "地质灾害气象风险", WarningColour::yellow, "规自分局、区气象局", "示地预〔示例〕5号", {"云岭镇", "石门镇"},
        "山区发生滑坡、崩塌、泥石流的风险较高。");
  issue(kSigned, "山洪灾害", WarningColour::red, "区水务局、区气象局", "示洪预〔示例〕3号",
        {"云岭镇", "石门镇", "东山镇"}, "沟道水位快速上涨，沿沟村庄立即转移，先老弱后其他，不走沟道，到安置点点名。");
  at(5, "值班长", [this]() -> Result<Command> {
    Consultation made;
    made.id.uuid = Uuid::v7(moment(5));
    made.title = "强降雨联合会商";
    made.at = moment(4);
    made.present = {"区应急局", "区气象局", "区水务局", "规自分局", "云岭镇", "石门镇"};
    made.area = "云岭镇、石门镇沿沟一线";
    made.peak = "未来一至三小时";
    made.conclusions = {"雨强中心在北沟上游，沟道二十分钟内起涨", "沿沟四村提前转移老弱", "夜间不派队伍进沟"};
    made.ranking = {{"北沟村", "沟口窄，上游雨强最大"}, {"柏崖村", "崖下崩塌隐患"}, {"上庄村", "只有一条路"}};
    made.signatures = {{moment(4.5), "值班长", {}}};
    return Command(Register<Consultation>{std::move(made)});
  });
}

void DutyEvening::planReports() {
  const auto draft = [this](double minute, ReportKind kind, ReportForm form) {
    at(minute, form == ReportForm::telephone ? "值班长" : "信息席", [=, this]() -> Result<Command> {
      const auto incident = lookUp<Incident>(s(), kFlood);
      if (!incident) return failure(incident.error());
      auto report = composeReport(s(), {*incident, kind, form, moment(minute), {kCity, kGovernment}},
                                  programme_.station().timeZone());
      if (!report) return failure(report.error());
      report->id.uuid = Uuid::v7(moment(minute));
      return Command(DraftReport{std::move(*report)});
    });
  };
  const auto step = [this](double minute, const char* actor, ReportKind kind, ReportForm form, std::int64_t number,
                           std::function<Command(Id<DutyReport>)> make) {
    at(minute, actor, [=, this]() -> Result<Command> {
      std::optional<Id<DutyReport>> id;
      s().dutyReports.forEach([&](const Uuid&, const DutyReport& one) {
        if (one.kind == kind && one.form == form && one.number == number) id = one.id;
      });
      if (!id) return failure(ErrorCode::notFound, {"the story has no such report", "示范过程缺少该报告"});
      return make(*id);
    });
  };
  const auto whole = [&](double minute, ReportKind kind, std::int64_t number) {
    const auto form = ReportForm::written;
    draft(minute, kind, form);
    step(minute + 1, "物资席", kind, form, number, [](auto id) { return ReviewReport{id}; });
    step(minute + 1.5, "值班长", kind, form, number, [](auto id) { return SignReport{id}; });
    step(minute + 2, "信息席", kind, form, number, [](auto id) { return SendReport{id, kCity, "传真"}; });
    step(minute + 2.2, "信息席", kind, form, number, [](auto id) { return SendReport{id, kGovernment, "政务网"}; });
    step(minute + 4, "信息席", kind, form, number, [](auto id) { return ReceiveReport{id, kCity, "市局值班员"}; });
  };
  draft(11.5, ReportKind::first, ReportForm::telephone);
  step(12, "值班长", ReportKind::first, ReportForm::telephone, 1, [](auto id) {
    return SendReport{id, kCity, "电话"};
  });
  step(12.2, "值班长", ReportKind::first, ReportForm::telephone, 1, [](auto id) {
    return ReceiveReport{id, kCity, "市局值班员"};
  });
  whole(17.5, ReportKind::first, 1);
  whole(32, ReportKind::followUp, 1);
  draft(47, ReportKind::followUp, ReportForm::written);
  step(49, "物资席", ReportKind::followUp, ReportForm::written, 2, [](auto id) { return ReviewReport{id}; });

  at(26, "信息席", [this]() -> Result<Command> {
    const auto incident = lookUp<Incident>(s(), kFlood);
    if (!incident) return failure(incident.error());
    Directive made;
    made.id.uuid = Uuid::v7(moment(26));
    made.words = "全力搜救被困群众，先转移老弱。沿沟四村今夜不留一户在沟边，转移到云岭中学安置。";
    made.from = "区委主要领导";
    made.at = moment(25);
    made.incident = *incident;
    made.lead = "云岭镇";
    made.supporting = {"区应急局", "区消防救援支队"};
    made.supervisor = "区委督查室";
    made.dueBy = moment(85);
    return Command(Register<Directive>{std::move(made)});
  });
  at(38, "信息席", [this]() -> Result<Command> {
    const auto incident = lookUp<Incident>(s(), kFlood);
    const auto other = lookUp<Directive>(s(), "全力搜救被困群众");
    if (!incident) return failure(incident.error());
    if (!other) return failure(other.error());
    Directive made;
    made.id.uuid = Uuid::v7(moment(38));
    made.words = "云西路未抢通前，群众就近上高地安置，不组织外撤。";
    made.form = DirectiveForm::spoken;
    made.from = "区政府主要领导";
    made.at = moment(37);
    made.incident = *incident;
    made.lead = "云岭镇";
    made.supervisor = "区政府督查室";
    made.contradicts = *other;
    return Command(Register<Directive>{std::move(made)});
  });
}

void DutyEvening::planContacts() {
  const auto heard = [this](double minute, const char* place, const char* words, const char* channel) {
    at(minute, "叫应席", [=, this] {
      return lookUp<Contact>(s(), place).map([&](Id<Contact> id) {
        return Command(NoteContact{id, {}, words, channel});
      });
    });
  };
  for (const char* name : {"北沟村", "西沟村", "龙潭村", "石门口村", "上庄村", "下庄村", "柏崖村", "水泉村"})
    at(14, "叫应席", [=, this]() -> Result<Command> {
      OweReport command;
      Contact& contact = command.contact;
      contact.id.uuid = Uuid::v7(moment(14));
      contact.who.kind = AddresseeKind::place;
      contact.who.name = name;
      s().places.forEach([&](const Uuid& id, const Place& place) {
        if (place.name != name) return;
        contact.who.subject = id;
        contact.town = place.town;
        contact.location = place.location;
      });
      s().riskZones.forEach([&](const Uuid&, const RiskZone& zone) {
        if (zone.name == name) contact.peopleAtRisk = zone.population.value_or(0);
      });
      contact.everyMs = 30 * 60000;
      contact.since = moment(14);
      return Command(std::move(command));
    });
  heard(18, "上庄村", "路面开始过水", "电话");
  heard(20, "北沟村", "沟水没过桥面，正在转移", "电话");
  heard(22, "柏崖村", "崖下有碎石滚落", "电话");
  heard(25, "龙潭村", "已上高地", "卫星电话");
  heard(40, "石门口村", "平稳", "电话");
  heard(45, "北沟村", "86人全部出户", "电台");
  heard(50, "下庄村", "平稳", "电话");
  heard(55, "水泉村", "平稳", "电话");
}

void DutyEvening::planMove() {
  // 86 people in 30 households; 79 of them are counted at the shelter.
  constexpr std::array kPersons{3, 2, 4, 3, 2, 5, 3, 1, 4, 2, 3, 3, 2, 4, 3,
                                2, 3, 5, 2, 3, 1, 4, 3, 2, 3, 4, 3, 2, 2, 3};
  constexpr std::array kMissing{7, 14, 19};  // 1 + 3 + 3 persons
  static_assert(kPersons.size() == 30);
  for (std::size_t i = 0; i < kPersons.size(); ++i) {
    at(13, "信息席", [=, this]() -> Result<Command> {
      Household one;
      one.id.uuid = Uuid::v7(moment(13));
      one.key = "BG-" + std::to_string(i + 1);
      one.name = personNamed(static_cast<int>(i) + 40) + "户";
      one.village = "北沟村";
      one.town = "云岭镇";
      one.persons = kPersons[i];
      one.shelter = "云岭中学";
      if (i % 9 == 3) one.care = "卧床";
      if (i % 11 == 5) one.care = "独居老人";
      one.helper = personNamed(static_cast<int>(i) + 90);
      return Command(Register<Household>{std::move(one)});
    });
    const auto counted = [=, this](double minute, std::string_view point, const char* actor) {
      at(minute, actor, [=, this] {
        return lookUp<Household>(s(), "BG-" + std::to_string(i + 1)).map([&](Id<Household> id) {
          return Command(CountHousehold{id, HouseholdState::underWay, std::string(point)});
        });
      });
    };
    const double later = 0.2 * static_cast<double>(i);
    counted(20 + later, kAtTheHouse, "叫应席");
    counted(24 + later, kAtTheJunction, "叫应席");
    if (std::find(kMissing.begin(), kMissing.end(), static_cast<int>(i)) == kMissing.end())
      counted(29 + later, kAtTheShelter, "物资席");
  }
}

void DutyEvening::planCalls() {
  at(kSigned + 0.3, "值班长", [this]() -> Result<Command> {
    const auto warning = lookUp<Warning>(s(), "山洪灾害");
    if (!warning) return failure(warning.error());
    StartCallout command;
    Callout& callout = command.callout;
    const CalloutRules& rules = shippedCalloutRules();
    callout.id.uuid = Uuid::v7(moment(kSigned + 0.3));
    callout.warning = *warning;
    callout.goalMs = rules.goalMs;
    callout.goalPercent = rules.goalPercent;
    callout.ladder = rules.ladder;
    command.calls = everybodyToCall(moment(kSigned + 0.3));
    return Command(std::move(command));
  });
  const auto called = [this](int n, double minute, const char* actor, CallStage reached, const char* words) {
    at(minute, actor, [=, this]() -> Result<Command> {
      const Call* found = nullptr;
      s().calls.forEach([&](const Uuid&, const Call& call) {
        if (!call.phones.empty() && call.phones.front() == numberOf(n)) found = &call;
      });
      if (!found) return failure(ErrorCode::notFound, {"the story calls nobody of that number", "示范过程缺少该人员"});
      if (reached == CallStage::waiting && !*words) return Command(ClaimCall{found->id});
      return Command(TryCall{found->id, {"telephone", {}, {}, {}, reached != CallStage::waiting, words}, reached});
    });
  };
  constexpr std::array kCallers{"叫应席", "值班长", "信息席"};
  for (int n = 1; n <= 200; ++n) {
    const double minute = kSigned + 0.6 + 0.017 * n;
    const char* caller = kCallers[static_cast<std::size_t>(n % 3)];
    const int fate = (n * 7) % 20;
    if (fate < 11) called(n, minute, caller, CallStage::responded, "已复诵");
    if (fate == 11 || fate == 12) called(n, minute, caller, CallStage::woken, "已接听");
    if (fate == 13 || fate == 14) called(n, minute, caller, CallStage::delivered, "短信已送达");
    if (fate == 15) called(n, minute, caller, CallStage::waiting, "无人接听");
    if (fate == 16) called(n, minute, caller, CallStage::waiting, "占线");
    if (n == 111 || n == 134) called(n, 61.6, n == 111 ? "叫应席" : "信息席", CallStage::waiting, "");
  }
}

}  // namespace fengsui::demo
