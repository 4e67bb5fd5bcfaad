// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/bench/bigstation.h"

#include <chrono>
#include <random>

#include "journal/station.h"

namespace fengsui::bench {
namespace {

constexpr std::size_t kBatch = 5000;

class Generator {
 public:
  Generator(Journal& journal, Instant start) : journal_(journal), now_(start) {}

  Outcome run(std::int64_t wanted, const std::function<void(std::int64_t)>& progress) {
    registers();
    while (result_ && events_ + static_cast<std::int64_t>(pending_.size()) < wanted) {
      act();
      if (pending_.size() >= kBatch) {
        flush();
        progress(events_);
      }
    }
    flush();
    return result_;
  }

  [[nodiscard]] std::int64_t events() const { return events_; }
  [[nodiscard]] double appendSeconds() const { return appendSeconds_; }

 private:
  std::int64_t pick(std::int64_t below) {
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(below));
  }
  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[static_cast<std::size_t>(pick(static_cast<std::int64_t>(from.size())))];
  }
  Uuid newId() { return Uuid::v7(now_); }
  Position somewhere() {
    return {1164000000 + static_cast<std::int32_t>(pick(4000000)),
            402000000 + static_cast<std::int32_t>(pick(3000000))};
  }

  // Decides by the rules; what they refuse in this random evening simply does not happen.
  bool does(const Command& command) {
    auto decided = decide(situation_, command, {now_, now_, "值班长"});
    if (!decided) return false;
    for (DecidedEvent& event : *decided) {
      fold(situation_, {{{}, 0, now_, "值班长", {}, {}}, event.body});
      pending_.push_back(std::move(event));
    }
    return true;
  }

  void flush() {
    if (!result_ || pending_.empty()) return;
    const auto before = std::chrono::steady_clock::now();
    result_ = journal_.begin();
    if (result_) {
      const auto stored = journal_.append(pending_, Uuid::v7(now_), "值班长", now_, now_);
      result_ = stored ? journal_.commit() : Outcome(failure(stored.error()));
    }
    appendSeconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
    events_ += static_cast<std::int64_t>(pending_.size());
    pending_.clear();
    now_ = now_.plusMs(600000);
  }

  void registers() {
    for (int i = 0; i < 22 + 658; ++i) {
      Place place{{newId()},
                  "P" + std::to_string(i),
                  "示范村" + std::to_string(i),
                  "village",
                  std::to_string(110116000 + i),
                  "示范镇",
                  somewhere(),
                  200 + pick(900),
                  {},
                  {}};
      does(Register<Place>{place});
    }
    for (int i = 0; i < 776; ++i) {
      Person person{
          {newId()}, {}, "信息员" + std::to_string(i), "示范镇", "灾害信息员", {"1390000" + std::to_string(1000 + i)},
          {},        {}};
      does(Register<Person>{person});
    }
    for (int i = 0; i < 63 + 310; ++i) {
      Team team;
      team.id.uuid = newId();
      team.name = "示范队" + std::to_string(i);
      team.kind = i % 5 == 0 ? "fireRescue" : "town";
      team.authority = i % 5 == 0 ? DispatchAuthority::asked : DispatchAuthority::own;
      team.capabilities = {"evacuation", "drainage"};
      team.strength = 10 + pick(40);
      team.home = somewhere();
      team.contacts = {{"A", "赵某", "队长", {"13900005555"}}};
      if (does(Register<Team>{team})) teams_.push_back(team.id);
    }
    for (int i = 0; i < 60; ++i) {
      Depot depot;
      depot.id.uuid = newId();
      depot.name = "示范库" + std::to_string(i);
      depot.location = somewhere();
      for (const char* item : {"编织袋", "铁锹", "救生衣", "折叠床", "排水泵"})
        depot.stocks.push_back({item, {}, "件", Quantity::of(100000), {}});
      if (does(Register<Depot>{depot})) depots_.push_back(depot.id);
    }
    for (int i = 0; i < 80; ++i) {
      Shelter shelter;
      shelter.id.uuid = newId();
      shelter.name = "示范安置点" + std::to_string(i);
      shelter.location = somewhere();
      shelter.capacity[""] = 500;
      if (does(Register<Shelter>{shelter})) shelters_.push_back(shelter.id);
      does(OpenShelter{shelter.id});
    }
    for (int i = 0; i < 64 + 24 + 12 + 15 + 226; ++i) {
      RiskZone zone;
      zone.id.uuid = newId();
      zone.name = "示范风险点" + std::to_string(i);
      zone.kind = "geological";
      const Position centre = somewhere();
      Ring ring;
      for (int k = 0; k < 12; ++k) ring.push_back({centre.lonE7 + k * 900, centre.latE7 + (k % 5) * 700});
      zone.shape = Shape{ShapeKind::area, {}, {}, {{ring}}};
      zone.population = 100 + pick(300);
      does(Register<RiskZone>{zone});
    }
  }

  void act() {
    now_ = now_.plusMs(20);
    const auto dice = pick(100);
    if (open_.empty() || dice < 2) {
      ReportIncident report;
      report.incident.id.uuid = newId();
      report.incident.title = "示范事件" + std::to_string(++incidents_);
      report.incident.kind = "flood";
      report.incident.locality = "示范镇";
      report.incident.location = somewhere();
      if (does(report)) open_.push_back(report.incident.id);
      return;
    }
    const Id<Incident> incident = pick(open_);
    const Id<Team> team = pick(teams_);
    const Team& state = *situation_.find(team);
    if (dice < 20) {
      does(Revise<Incident>{incident,
                            {{"note", "第" + std::to_string(pick(10000)) + "次续报：水位回落，处置正常，人员安全"}}});
    } else if (dice < 32) {
      does(ReportFigure{incident,
                        {static_cast<FigureKind>(pick(8)), pick(300), pick(2) == 0 ? "公安" : "镇街", now_,
                         Verification::pending, false}});
    } else if (dice < 75) {
      switch (state.status) {
        case TeamStatus::available:
          if (state.authority == DispatchAuthority::own)
            does(SendTeam{team, incident, "转移群众，架设水泵", std::nullopt, now_.plusMs(1800000)});
          else if (state.request)
            does(AnswerRequest{team, true, "指挥中心", {}, now_.plusMs(1200000)});
          else
            does(AskTeam{team, incident, "支援排水"});
          break;
        case TeamStatus::enRoute:
          if (pick(2) == 0)
            does(ReportPosition{team, {somewhere(), {}, "电台"}});
          else
            does(TeamArrives{team});
          break;
        case TeamStatus::onScene:
          does(ReleaseTeam{team, "任务完成"});
          break;
        case TeamStatus::returning:
          does(TeamReturns{team});
          break;
        default:
          break;
      }
    } else if (dice < 87) {
      does(MoveStock{{pick(depots_), "编织袋", "件"}, pick(depots_), Quantity::of(1 + pick(50))});
    } else if (dice < 97) {
      const Id<Shelter> shelter = pick(shelters_);
      if (situation_.find(shelter)->occupants > 300)
        does(CheckOut{shelter, 100, "返家"});
      else
        does(CheckIn{shelter, 1 + pick(40), "示范村"});
    } else if (open_.size() > 200) {
      if (does(CloseIncident{open_.front(), false, "处置完毕"}))
        open_.erase(open_.begin());
      else
        std::rotate(open_.begin(), open_.begin() + 1, open_.end());
    }
  }

  Journal& journal_;
  Instant now_;
  Situation situation_;
  std::vector<DecidedEvent> pending_;
  std::vector<Id<Team>> teams_;
  std::vector<Id<Depot>> depots_;
  std::vector<Id<Shelter>> shelters_;
  std::vector<Id<Incident>> open_;
  std::mt19937_64 random_{20260720};
  std::int64_t events_ = 0;
  std::int64_t incidents_ = 0;
  double appendSeconds_ = 0;
  Outcome result_;
};

}  // namespace

Result<BigStation> makeBigStation(const std::string& path, std::int64_t events,
                                  const std::function<void(std::int64_t)>& progress) {
  const Instant start{1784500000000};  // 2026-07-19, a fixed evening
  auto station = Station::create(path, {"基准站", Mode::exercise, "Asia/Shanghai", "示范区"}, start);
  if (!station) return failure(station.error());
  Generator generator((*station)->journal(), start.plusMs(1000));
  if (const auto done = generator.run(events, progress); !done) return failure(done.error());
  return BigStation{generator.events() + 1, generator.appendSeconds()};
}

}  // namespace fengsui::bench
