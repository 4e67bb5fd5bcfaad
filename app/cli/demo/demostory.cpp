// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demo/demostation.h"
#include "cli/lookup.h"

namespace fengsui::demo {
namespace {

// The hour as it is told; each line is a command by somebody at a minute.
class Evening {
 public:
  Evening(Station& station, Instant start, const std::function<void(Instant)>& setClock)
      : station_(station), start_(start), setClock_(setClock) {}

  void at(double minute, const char* actor) {
    now_ = start_.plusMs(static_cast<std::int64_t>(minute * 60000));
    setClock_(now_);
    actor_ = actor;
  }

  std::optional<Receipt> does(const Command& command) {
    if (!result_) return std::nullopt;
    auto receipt = station_.execute(command, {actor_, std::nullopt});
    if (!receipt) {
      result_ = failure(receipt.error());
      return std::nullopt;
    }
    return *receipt;
  }
  void undoes(const std::optional<Receipt>& receipt) {
    if (!result_ || !receipt) return;
    if (const auto done = station_.undo(receipt->events.front(), {actor_, std::nullopt}); !done)
      result_ = failure(done.error());
  }

  template <class Entity>
  Id<Entity> find(const char* name) {
    const auto id = lookUp<Entity>(station_.situation(), name);
    if (!id && result_) result_ = failure(id.error());
    return id.value_or(Id<Entity>{});
  }
  [[nodiscard]] std::optional<Instant> in(int minutes) const { return now_.plusMs(minutes * 60000LL); }
  [[nodiscard]] Instant now() const { return now_; }
  [[nodiscard]] const Outcome& result() const { return result_; }

  /// @param at what is there or beside it.
  Id<Incident> reports(const char* title, const char* kind, const char* locality, const char* at, const char* source,
                       const char* note) {
    ReportIncident command;
    command.incident.id.uuid = Uuid::v7(now_);
    command.incident.title = title;
    command.incident.kind = kind;
    command.incident.locality = locality;
    command.incident.location = where(at);
    command.incident.source = source;
    command.incident.note = note;
    does(command);
    return command.incident.id;
  }
  Position where(const char* name) {
    const auto found = whereIs(station_.situation(), name);
    if (!found && result_) result_ = failure(found.error());
    return found.value_or(Position{});
  }
  void sends(const char* team, Id<Incident> to, const char* task, int etaMinutes) {
    does(SendTeam{find<Team>(team), to, task, std::nullopt, in(etaMinutes)});
  }
  void counts(Id<Incident> incident, FigureKind kind, std::int64_t count, const char* whose,
              Verification verification) {
    does(ReportFigure{incident, {kind, count, whose, now_, verification, false}});
  }

 private:
  Station& station_;
  Instant start_;
  Instant now_;
  const std::function<void(Instant)>& setClock_;
  std::string actor_;
  Outcome result_;
};

}  // namespace

Outcome playHour(Station& station, Instant start, const std::function<void(Instant)>& setClock) {
  Evening e(station, start, setClock);

  e.at(0, "值班长");
  const auto underpass =
      e.reports("铁路东桥积水", "waterlogging", "北苑街道", "铁路东桥", "交管支队", "积水约18厘米，上升中");
  e.at(1.5, "值班长");
  e.does(Revise<Incident>{underpass, {{"leadDepartment", "区水务局"}, {"status", "confirmed"}}});
  e.sends("区防汛抢险一队", underpass, "抽排，架设挡板，27厘米断路", 14);
  e.at(4, "物资席");
  e.does(ReserveStock{{e.find<Depot>("区防汛物资库"), "排水泵", "台"}, Quantity::of(2), underpass});

  e.at(7, "值班长");
  const auto flood = e.reports("北沟村山洪", "flashFlood", "云岭镇", "北沟村", "北沟村书记", "沟水突浑，有轰鸣声");
  e.does(Revise<Incident>{flood, {{"level", "large"}, {"leadDepartment", "区水务局"}, {"status", "confirmed"}}});
  e.at(9, "值班长");
  e.sends("云岭镇应急队", flood, "北沟村立即转移，老弱先行", 11);
  e.sends("区综合应急救援队", flood, "搜救、转移", 34);
  e.at(10, "值班长");
  e.does(AskTeam{e.find<Team>("河湾消防救援站"), flood, "携冲锋舟、绳索支援北沟村"});
  e.does(AskTeam{e.find<Team>("山鹰志愿救援队"), flood, "无人机搜索沟道"});
  e.at(11, "信息席");
  e.counts(flood, FigureKind::trapped, 12, "云岭镇", Verification::pending);
  e.at(12, "物资席");
  e.does(OpenShelter{e.find<Shelter>("云岭中学")});
  e.does(OpenShelter{e.find<Shelter>("龙潭高地安全应急屋")});
  e.at(13, "值班长");
  e.does(AnswerRequest{e.find<Team>("河湾消防救援站"), true, "区消防救援支队指挥中心", {}, e.in(28)});
  e.at(15, "值班长");
  e.does(
      AnswerRequest{e.find<Team>("山鹰志愿救援队"), false, "区志愿者联合会", "夜间山洪，不具备安全条件", std::nullopt});
  e.at(16, "值班长");
  e.does(TeamArrives{e.find<Team>("区防汛抢险一队")});
  e.does(IssueStock{{e.find<Depot>("区防汛物资库"), "排水泵", "台"}, Quantity::of(2), underpass, true});
  e.at(17, "信息席");
  e.counts(flood, FigureKind::trapped, 9, "公安", Verification::estimated);

  e.at(19, "值班长");
  const auto slide =
      e.reports("西沟滑坡阻路", "geological", "云岭镇", "西沟滑坡隐患点", "公路分局巡查", "云西路塌方约30米，双向中断");
  e.sends("公路分局抢险队", slide, "抢通云西路，先通一车道", 26);
  e.at(20, "值班长");
  const auto mistake = e.does(SendTeam{e.find<Team>("石门镇应急队"), slide, "抢通", std::nullopt, e.in(20)});
  e.at(20.5, "值班长");
  e.undoes(mistake);  // the wrong town's team: called back at once
  e.at(21, "值班长");
  e.does(TeamArrives{e.find<Team>("云岭镇应急队")});
  // Two thirds of the way up.
  const Position from = e.where("河湾街道"), to = e.where("北沟村");
  const Position underWay{from.lonE7 + (to.lonE7 - from.lonE7) / 3 * 2, from.latE7 + (to.latE7 - from.latE7) / 3 * 2};
  e.does(ReportPosition{e.find<Team>("区综合应急救援队"), {underWay, {}, "电台"}});
  e.at(24, "物资席");
  e.does(CheckIn{e.find<Shelter>("云岭中学"), 46, "北沟村"});
  e.does(
      MoveStock{{e.find<Depot>("区应急物资储备库"), "折叠床", "张"}, e.find<Depot>("云岭镇物资点"), Quantity::of(80)});
  e.at(29, "物资席");
  e.does(CheckIn{e.find<Shelter>("云岭中学"), 83, "北沟村"});
  e.does(CheckIn{e.find<Shelter>("龙潭高地安全应急屋"), 38, "龙潭村"});
  e.at(31, "信息席");
  e.counts(flood, FigureKind::evacuated, 213, "云岭镇", Verification::pending);
  e.counts(flood, FigureKind::evacuated, 129, "安置点登记", Verification::verified);
  e.at(33, "值班长");
  const auto works =
      e.reports("东山化工厂雨水倒灌", "hazmat", "东山镇", "东山化工厂", "企业值班室", "储罐区围堰进水，暂无泄漏");
  e.does(AskTeam{e.find<Team>("东山消防救援站"), works, "储罐区警戒、侦检"});
  e.sends("东山镇应急队", works, "下风向居民劝离准备", 9);
  e.at(36, "值班长");
  e.does(AnswerRequest{e.find<Team>("东山消防救援站"), true, "区消防救援支队指挥中心", {}, e.in(8)});
  e.at(41, "值班长");
  e.does(TeamArrives{e.find<Team>("河湾消防救援站")});
  e.does(TeamArrives{e.find<Team>("区综合应急救援队")});
  e.at(42, "值班长");
  e.does(TeamArrives{e.find<Team>("东山镇应急队")});
  e.at(44, "值班长");
  e.does(TeamArrives{e.find<Team>("东山消防救援站")});
  e.does(Revise<Incident>{flood, {{"status", "underway"}, {"onSceneCommander", "云岭镇镇长"}}});
  e.at(46, "信息席");
  e.counts(flood, FigureKind::trapped, 3, "公安", Verification::verified);
  e.counts(flood, FigureKind::injured, 2, "卫健", Verification::verified);
  e.does(DecideFigure{flood, FigureKind::trapped, "公安", "现场核对一致"});
  e.at(48, "值班长");
  e.does(ReleaseTeam{e.find<Team>("区防汛抢险一队"), "积水已退至5厘米"});
  e.does(Revise<Incident>{underpass, {{"status", "controlled"}}});
  e.at(50, "物资席");
  e.does(CheckIn{e.find<Shelter>("云岭中学"), 78, "北沟村"});
  e.at(52, "值班长");
  const auto hikers =
      e.reports("柏崖走失驴友", "lostPerson", "石门镇", "柏崖崩塌隐患点", "110转", "三人，手机电量不足");
  e.sends("石门镇应急队", hikers, "沿柏崖步道搜索", 22);
  e.at(55, "值班长");
  e.does(TeamReturns{e.find<Team>("区防汛抢险一队")});
  e.does(CloseIncident{underpass, false, "巡查桥底后交管批准开通"});
  e.at(58, "信息席");
  e.counts(flood, FigureKind::trapped, 0, "公安", Verification::verified);
  return e.result();
}

}  // namespace fengsui::demo
