// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>
#include <utility>

#include "cli/demo/demostation.h"
#include "cli/lookup.h"
#include "plans/responding.h"

// The response of the evening, its checklist, and a dozen orders that have come to different stages.

namespace fengsui::demo {
namespace {

constexpr std::string_view kPlan = "flood.district";
constexpr double kActivated = 8.2;  // minutes; the flood was reported in the eighth
constexpr std::size_t kOrders = 12;

Uuid newId() {
  return Uuid::v7(systemNow());
}

// An answer to each field that is asked for, as somebody would say it over the telephone.
std::vector<AnswerValue> answerTo(const Brief& brief) {
  std::vector<AnswerValue> answer;
  for (const AnswerField& field : brief.expects) {
    AnswerValue value{field.id, "已办", {}};
    if (field.type == AnswerType::choice && !field.of.empty()) value.text = field.of.front();
    if (field.type == AnswerType::number) value.text = "6";
    if (field.type == AnswerType::time) value.text = "20:40";
    if ((field.type == AnswerType::counts || field.type == AnswerType::ledger) && !field.of.empty()) {
      value.text.clear();
      std::int64_t count = 86;
      for (const std::string& part : field.of) value.counts.push_back({part, std::exchange(count, 79)});
    }
    answer.push_back(std::move(value));
  }
  return answer;
}

}  // namespace

OrderEvening::OrderEvening(Programme& programme)
    : programme_(programme), library_(PlanLibrary::read(planFoldersHere())) {}

Outcome OrderEvening::fillPosts() {
  std::set<std::string> there;
  programme_.station().situation().posts.forEach([&](const Uuid&, const Post& post) { there.insert(post.name); });
  for (const NamedPost& named : library_.posts().posts) {
    if (!named.of.empty() || there.contains(named.post)) continue;
    Post post;
    post.id.uuid = newId();
    post.name = named.post;
    post.organisation = named.department;
    post.role = fromCode<Role>(named.role);
    if (const auto done = programme_.station().execute(Register<Post>{post}, {"示范", std::nullopt}); !done)
      return failure(done.error());
  }
  // Those that have somebody on duty already get the role that the plans give them.
  for (const std::string& name : there) {
    const NamedPost* named = library_.posts().find(name);
    const auto id = lookUp<Post>(programme_.station().situation(), name);
    if (!named || named->role.empty() || !id) continue;
    if (const auto done =
            programme_.station().execute(Revise<Post>{*id, {{"role", named->role}}}, {"示范", std::nullopt});
        !done)
      return failure(done.error());
  }
  return {};
}

Responding OrderEvening::responding(Instant now) const {
  const Situation& situation = programme_.situation();
  return {library_, situation, observationsFrom(situation, {}, now), now, &newId};
}

// The lines that can go as they stand: nothing blank in them, nothing to be seen to first.
std::vector<ChecklistItem> OrderEvening::ready() const {
  std::vector<ChecklistItem> lines;
  programme_.situation().checklist.forEach([&](const Uuid&, const ChecklistItem& item) {
    const Brief& b = item.brief;
    const bool whole = b.task.find("____") == std::string::npos && b.checks.empty() && item.needs.empty();
    if (whole && b.owner.kind != AddresseeKind::team && b.each.empty() && item.timing.after.empty())
      lines.push_back(item);
  });
  std::sort(lines.begin(), lines.end(),
            [](const ChecklistItem& one, const ChecklistItem& other) { return one.position < other.position; });
  return lines;
}

Result<Command> OrderEvening::activated() {
  ResponseWish wish{std::string(kPlan), "三级", "全区", std::nullopt, "示防汛指〔示例〕3号", "分管区领导", {}};
  if (const auto flood = lookUp<Incident>(programme_.situation(), "北沟村山洪")) wish.incident = *flood;
  auto made = responding(programme_.moment(kActivated)).activate(wish);
  if (!made) return failure(made.error());
  response_ = made->response.id;
  made->response.proposedBy = "区防汛办";
  return Command(std::move(*made));
}

std::vector<Command> OrderEvening::drafted(std::size_t i) {
  if (i == 0) lines_ = ready();
  if (i >= lines_.size()) return {};
  Order order;
  order.id.uuid = newId();
  order.brief = lines_[i].brief;
  order.response = lines_[i].response;
  order.item = lines_[i].id;
  orders_.push_back(order.id);
  // The last one is still a draft.
  const bool last = i + 1 == std::min(lines_.size(), kOrders);
  return {Command(DraftOrder{std::move(order), last ? "" : "值班长", {}})};
}

void OrderEvening::planReceipts(std::size_t i) {
  // Two are left unanswered, one is refused, the rest goes on as far as it came.
  if (i == 3 || i == 8) return;
  const auto step = [this, i](double minute, const char* actor, auto make) {
    programme_.at(minute, actor, [this, i, make]() -> Result<std::vector<Command>> {
      if (i + 1 >= orders_.size()) return std::vector<Command>{};
      const Order* order = programme_.situation().find(orders_[i]);
      if (!order || order->copies.empty()) return std::vector<Command>{};
      const bool works = order->brief.kind != MessageKind::notification && order->brief.kind != MessageKind::approval;
      std::vector<Command> out;
      if (auto command = make(*order, order->copies.front().to, works)) out.push_back(std::move(*command));
      return out;
    });
  };
  using Maybe = std::optional<Command>;
  const double later = static_cast<double>(i);
  step(19.2 + later * 1.5, "调度席", [i](const Order& order, const Addressee& to, bool works) -> Maybe {
    if (i == 5 && works) return Command(RefuseOrder{order.id, to.key(), to.name, "人员已全部派往云岭镇，无力承担"});
    return Command(AcknowledgeOrder{order.id, to.key(), to.name, {}, true});
  });
  if (i == 5 || i % 4 == 3) return;
  step(20.2 + later * 1.5, "调度席", [](const Order& order, const Addressee& to, bool works) -> Maybe {
    if (!works) return std::nullopt;
    return Command(StartOrder{order.id, to.key(), to.name});
  });
  if (i > 6) return;
  step(36.4 + later, "调度席", [](const Order& order, const Addressee& to, bool works) -> Maybe {
    if (!works) return std::nullopt;
    return Command(FinishOrder{order.id, to.key(), to.name, "已办结", answerTo(order.brief)});
  });
  if (i > 1) return;
  step(36.6 + later, "值班长", [](const Order& order, const Addressee& to, bool works) -> Maybe {
    if (!works || order.brief.verifier.empty()) return std::nullopt;
    return Command(VerifyOrder{order.id, to.key(), "值班长", "视频核对"});
  });
}

void OrderEvening::plan() {
  if (!library_.find(std::string(kPlan))) return;
  const auto one = [](Result<Command> command) -> Result<std::vector<Command>> {
    if (!command) return failure(command.error());
    return std::vector<Command>{std::move(*command)};
  };
  programme_.at(kActivated, "值班长", [this, one] { return one(activated()); });
  for (std::size_t i = 0; i < kOrders; ++i) {
    programme_.at(9 + static_cast<double>(i) * 0.8, "值班长",
                  [this, i]() -> Result<std::vector<Command>> { return drafted(i); });
    planReceipts(i);
  }
  programme_.at(43.4, "值班长", [this, one] {
    return one(Command(NoteArrival{response_, "现场总指挥", "云岭镇镇长"}));
  });
}

}  // namespace fengsui::demo
