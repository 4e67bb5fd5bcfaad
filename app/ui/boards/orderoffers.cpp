// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/orderoffers.h"

#include <algorithm>

#include "core/deriveorders.h"
#include "ui/boards/orderwords.h"
#include "ui/look/language.h"

namespace fengsui {
namespace {

using About = ReceiptForm::About;

// The numbers, names and words of an order, by value: the situation goes on meanwhile.
struct Said {
  Id<Order> id;
  std::string key, name, number;

  [[nodiscard]] Text done(const Text& what) const {
    return {number + " " + name + ": " + what.en, number + " " + name + "：" + what.zh};
  }
};

}  // namespace

const OrderCopy* OrderOffers::foremost(const Order& order) {
  const OrderCopy* found = nullptr;
  const auto rank = [](const OrderCopy& copy) {
    if (!copy.responsible) return 100;
    return copy.stage() == OrderStage::refused ? -1 : static_cast<int>(copy.stage());
  };
  for (const OrderCopy& copy : order.copies)
    if (!found || rank(copy) < rank(*found)) found = &copy;
  return found;
}

const Order* OrderOffers::foremost(const Situation& s, const ChecklistItem& item) {
  const Order* found = nullptr;
  const auto rank = [](const Order& order) {
    if (order.open()) return order.stage() == OrderStage::refused ? 0 : 1;
    if (order.status == OrderStatus::drafted) return 2;
    return order.status == OrderStatus::issued ? 3 : 4;
  };
  for (const Id<Order> id : item.orders)
    if (const Order* order = s.find(id); order && rank(*order) < 4 && (!found || rank(*order) <= rank(*found)))
      found = order;
  return found;
}

std::vector<BoardOffer> OrderOffers::of(Desk& desk, const Order& order, const OrderCopy& copy, const OrderAsks& asks) {
  std::vector<BoardOffer> offers;
  const Said said{order.id, copy.to.key(), copy.to.name, order.number};
  const QString who = qs(copy.to.name);
  const MessageKind kind = order.brief.kind;
  const auto add = [&](const char* name, int key, const QString& words, std::function<void()> run) {
    offers.push_back({name, words, offers.empty() ? static_cast<int>(Qt::Key_Return) : key, std::move(run)});
  };
  const auto say = [&](const char* name, int key, const QString& words, About about) {
    add(name, key, words, [order, copy, about, asks] { asks.say(order, copy, about); });
  };
  const auto execute = [&](const char* name, int key, const QString& words, const Command& command, const Text& done) {
    add(name, key, words, [&desk, command, text = said.done(done)] { desk.execute(command, text); });
  };
  if (order.status == OrderStatus::drafted) {
    add("sign", 0, tr("Sign and issue to %1 …").arg(OrderWords::addressees(order.brief)),
        [order, asks] { asks.sign(order); });
    execute("discard", Qt::Key_X, tr("Put the draft away"), DiscardOrder{said.id, {}},
            {"draft put away", "草稿已作废"});
    return offers;
  }
  if (order.status != OrderStatus::issued) {
    const auto untold = notRecalled(order);
    if (order.status == OrderStatus::cancelled && !copy.recalled &&
        std::find(untold.begin(), untold.end(), copy.to.name) != untold.end())
      execute("tellRecall", 0, tr("%1 has been told of the recall").arg(who),
              CarryOrder{said.id, said.key, {"spoken", {}, {}, said.name, true, {}}, true},
              {"knows of the recall", "已告知撤回"});
    return offers;
  }
  const auto acknowledge = [&](int key) {
    const Text word = textOf(kind, OrderStage::acknowledged);
    const QString words = kind == MessageKind::instruction ? tr("%1 acknowledges, repeats back").arg(who)
                                                           : tr("%1: %2").arg(who, inSentence(word));
    execute("acknowledge", key, words, AcknowledgeOrder{said.id, said.key, said.name, {}, true}, word);
  };
  const bool works = kind != MessageKind::notification && kind != MessageKind::approval;
  const auto begin = [&] {
    if (works)
      execute("begin", Qt::Key_J, tr("%1 has begun").arg(who), StartOrder{said.id, said.key, said.name},
              {"begun", "已开始办理"});
  };
  const auto finish = [&] {
    if (kind == MessageKind::notification) return;
    const QString words = kind == MessageKind::approval ? tr("%1 approves …").arg(who)
                          : order.brief.expects.empty() ? tr("%1 has done it").arg(who)
                                                        : tr("%1 has done it: the answer …").arg(who);
    if (order.brief.expects.empty() && kind != MessageKind::approval)
      execute("finish", Qt::Key_C, words, FinishOrder{said.id, said.key, said.name}, {"done", "已办结"});
    else
      say("finish", Qt::Key_C, words, About::done);
  };
  const auto refuse = [&] {
    if (kind != MessageKind::notification)
      say("refuse", Qt::Key_Q, tr("%1 …").arg(shown(textOf(kind, OrderStage::refused))), About::refused);
  };
  const auto chase = [&] {
    execute("askAgain", Qt::Key_A, tr("Ask again"), AskAgain{said.id, said.key}, {"asked again", "已再催"});
    say("notReached", Qt::Key_T, tr("Not reached …"), About::notReached);
  };
  const OrderStage stage = copy.stage();
  const OrderStage last = lastStageOf(kind, !order.brief.verifier.empty());
  if (stage == OrderStage::refused) {
    say("others", Qt::Key_M, tr("Give it to others …"), About::others);
    acknowledge(Qt::Key_K);
  } else if (stage < OrderStage::acknowledged) {
    acknowledge(Qt::Key_K);
    refuse();
    begin();
    finish();
    chase();
  } else if (stage == OrderStage::acknowledged && stage < last) {
    begin();
    finish();
    refuse();
    chase();
  } else if (stage == OrderStage::inProgress) {
    finish();
    refuse();
    chase();
  } else if (stage == OrderStage::done && stage < last) {
    add("verify", Qt::Key_Z, tr("Verify: seen that %1 has done it").arg(who), [&desk, said] {
      desk.execute(VerifyOrder{said.id, said.key, desk.seat().actor()}, said.done({"verified", "已核验"}));
    });
    say("sendBack", Qt::Key_U, tr("Send back …"), About::sentBack);
  } else if (stage >= last) {
    if (stage == OrderStage::done) say("sendBack", Qt::Key_U, tr("Send back …"), About::sentBack);
    return offers;
  }
  if (stage != OrderStage::refused) say("others", Qt::Key_M, tr("Give it to others …"), About::others);
  if (order.ladderOrigin != desk.session().origin())
    execute("takeLadder", Qt::Key_L, tr("Chase it from this seat"), TakeLadder{said.id},
            {"chased from this seat", "已由本席催办"});
  say("recall", Qt::Key_X, tr("Recall %1 …").arg(qs(order.number)), About::recalled);
  return offers;
}

std::vector<BoardOffer> OrderOffers::of(Desk& desk, const Situation& s, const ChecklistItem& item,
                                        const OrderAsks& asks) {
  std::vector<BoardOffer> offers;
  const auto add = [&](const char* name, int key, const QString& words, std::function<void()> run) {
    const bool first = offers.empty();
    offers.push_back({name, words, first && key == 0 ? static_cast<int>(Qt::Key_Return) : key, std::move(run)});
  };
  const ItemState state = stateOf(s, item, desk.moment());
  const std::string title = item.brief.title;
  const Order* order = foremost(s, item);
  const bool openLine = item.mark == ItemMark::open;
  const bool again = item.timing.everyMs > 0 && (state == ItemState::due || state == ItemState::late);
  if (order && !(again && !order->open() && order->status != OrderStatus::drafted)) {
    if (const OrderCopy* copy = foremost(*order)) {
      const bool several = std::count_if(order->copies.begin(), order->copies.end(),
                                         [](const OrderCopy& one) { return one.responsible; }) > 1;
      if (several && order->status == OrderStatus::issued)
        add("showOrder", 0,
            tr("Show the %n copies of %1", nullptr, static_cast<int>(order->copies.size())).arg(qs(order->number)),
            [id = order->id, asks] { asks.show(id); });
      else
        for (BoardOffer& one : of(desk, *order, *copy, asks))
          if (one.key != Qt::Key_X && offers.size() < 5) offers.push_back(std::move(one));
      if (!several && order->status == OrderStatus::issued)
        add("showOrder", Qt::Key_O, tr("Show order %1").arg(qs(order->number)),
            [id = order->id, asks] { asks.show(id); });
    }
  } else if (openLine || again) {
    add("draft", 0, tr("Draft the order to %1").arg(OrderWords::addressees(item.brief)), [&desk, item] {
      Order made;
      made.id.uuid = Uuid::v7(systemNow());
      made.brief = item.brief;
      made.response = item.response;
      made.item = item.id;
      if (const Response* response = desk.shown()->find(item.response); response && !response->incidents.empty())
        made.incident = response->incidents.front();
      desk.execute(DraftOrder{std::move(made)}, {"drafted: " + item.brief.title, "已拟单：" + item.brief.title});
    });
  }
  const bool reopen = item.mark == ItemMark::skipped || item.mark == ItemMark::done;
  if (item.mark == ItemMark::done && !item.verified)
    add("verifyLine", Qt::Key_Z, tr("Verify: seen that it is done"), [&desk, item] {
      desk.execute(VerifyItem{item.id, {}, desk.seat().actor()},
                   {"verified: " + item.brief.title, "已核验：" + item.brief.title});
    });
  if (openLine) {
    if (item.brief.expects.empty())
      add("markDone", Qt::Key_Space, tr("Mark done"), [&desk, item] {
        desk.execute(MarkItem{item.id, ItemMark::done, {}, {}, {}},
                     {"done: " + item.brief.title, "已办结：" + item.brief.title});
      });
    else
      add("markDone", Qt::Key_Space, tr("Mark done …"), [item, asks] { asks.sayOfLine(item, About::done); });
    add("skip", Qt::Key_X, tr("Skip …"), [item, asks] { asks.sayOfLine(item, About::refused); });
  }
  if (reopen)
    add("reopen", Qt::Key_U, tr("Open it again"), [&desk, item] {
      desk.execute(MarkItem{item.id, ItemMark::open, {}, {}, {}},
                   {"open again: " + item.brief.title, "已重开：" + item.brief.title});
    });
  return offers;
}

}  // namespace fengsui
