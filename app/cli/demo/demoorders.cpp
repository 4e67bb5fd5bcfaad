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

OrderEvening::OrderEvening(Station& station, Instant start, std::function<void(Instant)> setClock)
    : station_(station),
      start_(start),
      setClock_(std::move(setClock)),
      library_(PlanLibrary::read(planFoldersHere())) {}

Outcome OrderEvening::fillPosts() {
  std::set<std::string> there;
  station_.situation().posts.forEach([&](const Uuid&, const Post& post) { there.insert(post.name); });
  for (const NamedPost& named : library_.posts().posts) {
    if (!named.of.empty() || there.contains(named.post)) continue;
    Post post;
    post.id.uuid = newId();
    post.name = named.post;
    post.organisation = named.department;
    post.role = fromCode<Role>(named.role);
    if (const auto done = station_.execute(Register<Post>{post}, {"示范", std::nullopt}); !done)
      return failure(done.error());
  }
  // Those that have somebody on duty already get the role that the plans give them.
  for (const std::string& name : there) {
    const NamedPost* named = library_.posts().find(name);
    const auto id = lookUp<Post>(station_.situation(), name);
    if (!named || named->role.empty() || !id) continue;
    if (const auto done = station_.execute(Revise<Post>{*id, {{"role", named->role}}}, {"示范", std::nullopt}); !done)
      return failure(done.error());
  }
  return {};
}

Responding OrderEvening::responding() const {
  return {library_, station_.situation(), observationsFrom(station_.situation(), {}, now_), now_, &newId};
}

void OrderEvening::does(const Result<Command>& command, const char* actor) {
  if (!result_) return;
  if (!command) {
    result_ = failure(command.error());
    return;
  }
  if (const auto done = station_.execute(*command, {actor, std::nullopt}); !done) result_ = failure(done.error());
}

void OrderEvening::at(double minute) {
  now_ = start_.plusMs(static_cast<std::int64_t>(minute * 60000));
  setClock_(now_);
}

// The lines that can go as they stand: nothing blank in them, nothing to be seen to first.
std::vector<ChecklistItem> OrderEvening::ready() const {
  std::vector<ChecklistItem> lines;
  station_.situation().checklist.forEach([&](const Uuid&, const ChecklistItem& item) {
    const Brief& b = item.brief;
    const bool whole = b.task.find("____") == std::string::npos && b.checks.empty() && item.needs.empty();
    if (whole && b.owner.kind != AddresseeKind::team && b.each.empty() && item.timing.after.empty())
      lines.push_back(item);
  });
  std::sort(lines.begin(), lines.end(),
            [](const ChecklistItem& one, const ChecklistItem& other) { return one.position < other.position; });
  return lines;
}

void OrderEvening::activate() {
  at(8);
  ResponseWish wish{std::string(kPlan), "三级", "全区", std::nullopt, "示防汛指〔示例〕3号", "分管区领导", {}};
  if (const auto flood = lookUp<Incident>(station_.situation(), "北沟村山洪")) wish.incident = *flood;
  auto made = responding().activate(wish);
  if (made) {
    response_ = made->response.id;
    made->response.proposedBy = "区防汛办";
  }
  does(made ? Result<Command>(Command(std::move(*made))) : failure(made.error()), "值班长");
}

void OrderEvening::issueSome() {
  constexpr std::size_t kOrders = 12;
  const auto lines = ready();
  for (std::size_t i = 0; i < std::min(lines.size(), kOrders); ++i) {
    at(9 + static_cast<double>(i) * 0.8);
    Order order;
    order.id.uuid = newId();
    order.brief = lines[i].brief;
    order.response = lines[i].response;
    order.item = lines[i].id;
    orders_.push_back(order.id);
    // The last one is still a draft.
    does(Command(DraftOrder{std::move(order), i + 1 == kOrders ? "" : "值班长", {}}), "值班长");
  }
}

void OrderEvening::receive() {
  for (std::size_t i = 0; i + 1 < orders_.size(); ++i) {
    const Order* order = station_.situation().find(orders_[i]);
    if (!order || order->copies.empty()) continue;
    const OrderCopy& copy = order->copies.front();
    const std::string to = copy.to.key(), who = copy.to.name;
    const bool works = order->brief.kind != MessageKind::notification && order->brief.kind != MessageKind::approval;
    const auto answer = answerTo(order->brief);
    const Id<Order> id = order->id;
    at(19 + static_cast<double>(i) * 1.5);
    // Two are left unanswered, one is refused, the rest goes on as far as it came.
    if (i == 3 || i == 8) continue;
    if (i == 5 && works) {
      does(Command(RefuseOrder{id, to, who, "人员已全部派往云岭镇，无力承担"}), "调度席");
      continue;
    }
    does(Command(AcknowledgeOrder{id, to, who, {}, true}), "调度席");
    if (!works || i % 4 == 3) continue;
    at(20 + static_cast<double>(i) * 1.5);
    does(Command(StartOrder{id, to, who}), "调度席");
    if (i > 6) continue;
    at(36 + static_cast<double>(i));
    does(Command(FinishOrder{id, to, who, "已办结", answer}), "调度席");
    if (i > 1 || station_.situation().find(id)->brief.verifier.empty()) continue;
    does(Command(VerifyOrder{id, to, "值班长", "视频核对"}), "值班长");
  }
}

void OrderEvening::playUntil(Instant moment) {
  if (!library_.find(std::string(kPlan))) return;
  const auto reached = [&](double minute) {
    return moment >= start_.plusMs(static_cast<std::int64_t>(minute * 60000));
  };
  if (step_ == 0 && reached(8.5)) {
    ++step_;
    activate();
  }
  if (step_ == 1 && result_ && reached(18.5)) {
    ++step_;
    issueSome();
  }
  if (step_ == 2 && result_ && reached(43.5)) {
    ++step_;
    receive();
    at(43.4);
    does(Command(NoteArrival{response_, "现场总指挥", "云岭镇镇长"}), "值班长");
  }
}

}  // namespace fengsui::demo
