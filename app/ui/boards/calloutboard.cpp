// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/calloutboard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/boards/ratesview.h"
#include "ui/forms/askform.h"
#include "ui/forms/calloutform.h"
#include "ui/forms/warningform.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/look/wording.h"
#include "ui/panels/actionbutton.h"

namespace fengsui {
namespace {

constexpr int kCardWidth = 320;
constexpr int kLead = 58;

}  // namespace

CalloutBoard::CalloutBoard(Desk& desk, QWidget* parent)
    : LiveBoard(desk, "calloutBoard", parent),
      warnings_(new BoardList(QStringLiteral("warningRows"), this)),
      issue_(addButton("issueWarning")),
      lift_(addButton("liftWarning")),
      start_(addButton("startCallout")),
      callouts_(new QComboBox(this)),
      takeLadder_(addButton("takeLadder")),
      close_(addButton("closeCallout")),
      rates_(new RatesView(this)),
      unreachedHead_(addHeading()),
      list_(new BoardList(QStringLiteral("unreached"), this)),
      top_(addButton("claimTop")),
      card_(new CallCard(this)),
      warningForm_(new WarningForm(desk, this)),
      calloutForm_(new CalloutForm(desk, this)),
      ask_(new AskForm(desk, this)),
      warningsHead_(addHeading()),
      job_(
          [this]() -> LatestJob<Answer>::Work {
            const Callout* now = callout();
            if (!now) return {};
            return [situation = desk_.shown(), id = now->id, at = desk_.moment()] {
              const Callout& callout = *situation->find(id);
              return Answer{situation, id, ratesOf(*situation, callout), unreachedOf(*situation, callout, at)};
            };
          },
          [this](Answer answer) { take(std::move(answer)); }) {
  auto* warningRow = new QHBoxLayout;
  warningRow->setSpacing(kUnit);
  warningRow->addWidget(warningsHead_, 1);
  for (ActionButton* button : {start_, issue_, lift_}) warningRow->addWidget(button);
  auto* calloutRow = new QHBoxLayout;
  calloutRow->setSpacing(kUnit);
  calloutRow->addWidget(callouts_, 1);
  calloutRow->addWidget(takeLadder_);
  calloutRow->addWidget(close_);
  auto* listHead = new QHBoxLayout;
  listHead->addWidget(unreachedHead_, 1);
  listHead->addWidget(top_);
  auto* left = new QVBoxLayout;
  left->setSpacing(kUnit);
  left->addLayout(calloutRow);
  left->addWidget(rates_);
  left->addLayout(listHead);
  left->addWidget(list_, 1);
  card_->setFixedWidth(kCardWidth);
  auto* lower = new QHBoxLayout;
  lower->setSpacing(16);
  lower->addLayout(left, 1);
  lower->addWidget(card_);
  body()->addLayout(warningRow);
  body()->addWidget(warnings_);
  body()->addLayout(lower, 1);
  callouts_->setObjectName(QStringLiteral("callouts"));
  callouts_->setFocusPolicy(Qt::TabFocus);
  list_->useLead(kLead);
  std::vector<int> keys{Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter};
  for (const CallNote note : kCallNotes) keys.push_back(keyOf(note));
  list_->useKeys(std::move(keys));
  carry(warningForm_);
  carry(calloutForm_);
  carry(ask_);

  connect(issue_, &QAbstractButton::clicked, warningForm_, &WarningForm::openNew);
  connect(lift_, &QAbstractButton::clicked, this, &CalloutBoard::lift);
  connect(start_, &QAbstractButton::clicked, this, [this] {
    const auto marked = warnings_->marked();
    calloutForm_->openFor(marked ? std::optional(Id<Warning>{*marked}) : std::nullopt);
  });
  connect(calloutForm_, &CalloutForm::started, this, [this](const Uuid& id) {
    wanted_ = id;
    refresh();
  });
  connect(callouts_, &QComboBox::currentIndexChanged, this, [this](int at) {
    const auto id = Uuid::parse(callouts_->itemData(at).toString().toStdString());
    wanted_ = id ? std::optional(*id) : std::nullopt;
    refresh();
  });
  connect(takeLadder_, &QAbstractButton::clicked, this, [this] {
    if (const Callout* now = callout())
      desk_.execute(TakeCalloutLadder{now->id}, {"this seat climbs the ladder", "已由本席逐级升级"});
  });
  connect(close_, &QAbstractButton::clicked, this, &CalloutBoard::close);
  connect(top_, &QAbstractButton::clicked, this, &CalloutBoard::claimTop);
  connect(list_, &BoardList::chosen, this, &CalloutBoard::showCard);
  connect(list_, &BoardList::keyed, this, [this](int key) {
    if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter) return claimTop();
    note(static_cast<CallNote>(key - Qt::Key_1));
  });
  connect(card_, &CallCard::noted, this, &CalloutBoard::note);
}

void CalloutBoard::retranslate() {
  setHead(tr("Call-out"), tr("Each responsible person is rung until the warning was said back."));
  issue_->setText(tr("A warning was issued …"));
  lift_->setText(tr("Lift …"));
  start_->setText(tr("Start a call-out …"));
  takeLadder_->setText(tr("Climb the ladder from here"));
  takeLadder_->setToolTip(
      tr("Only one seat goes on to substitutes, town, police and door, so that nobody is rung twice"));
  close_->setText(tr("End …"));
  top_->setText(tr("Take the top one (Space)"));
  warnings_->setEmptyWords(tr("No warning is in force."));
  card_->retranslate();
  showCard();
}

const Callout* CalloutBoard::callout() const {
  if (!desk_.shown()) return nullptr;
  const Situation& s = *desk_.shown();
  if (wanted_)
    if (const Callout* found = s.callouts.find(*wanted_)) return found;
  // The newest that is open, else the newest.
  const Callout* newest = nullptr;
  s.callouts.forEach([&](const Uuid&, const Callout& one) {
    const bool better = !newest || (!one.closed && newest->closed) ||
                        (one.closed.has_value() == newest->closed.has_value() && one.signedAt > newest->signedAt);
    if (better) newest = &one;
  });
  return newest;
}

void CalloutBoard::refresh() {
  fillWarnings();
  fillCallouts();
  if (callout()) return job_.want();
  answer_ = {};
  list_->show(std::vector<Uuid>{}, {});
  list_->setEmptyWords(tr("Nobody is being called. Choose a warning and start a call-out."));
  unreachedHead_->clear();
  card_->showNobody();
}

void CalloutBoard::fillWarnings() {
  const Snapshot s = desk_.shown();
  std::vector<const Warning*> inForce;
  s->warnings.forEach([&](const Uuid&, const Warning& one) {
    if (one.status == WarningStatus::inForce) inForce.push_back(&one);
  });
  std::sort(inForce.begin(), inForce.end(), [](const Warning* a, const Warning* b) {
    return a->colour != b->colour ? a->colour > b->colour : a->signedAt > b->signedAt;
  });
  std::vector<Uuid> ids;
  for (const Warning* one : inForce) ids.push_back(one->id.uuid);
  warningsHead_->setText(tr("WARNINGS IN FORCE · %1").arg(ids.size()));
  warnings_->show(std::move(ids), [this, s, inForce](int row) {
    return CallWords::warning(*inForce[static_cast<std::size_t>(row)], desk_.moment(), desk_.session().timeZone());
  });
  warnings_->fitRows(1, height() < 720 ? 2 : 3);
  lift_->setEnabled(!inForce.empty() && desk_.live());
}

void CalloutBoard::fillCallouts() {
  const Callout* now = callout();
  const QSignalBlocker quiet(callouts_);
  callouts_->clear();
  std::vector<const Callout*> all;
  desk_.shown()->callouts.forEach([&](const Uuid&, const Callout& one) { all.push_back(&one); });
  std::sort(all.begin(), all.end(), [](const Callout* a, const Callout* b) { return a->signedAt > b->signedAt; });
  for (const Callout* one : all) {
    const QString at = Wording::moment(one->signedAt, desk_.moment(), desk_.session().timeZone());
    callouts_->addItem(one->closed ? tr("%1 · signed %2 · ended").arg(qs(one->title), at)
                                   : tr("%1 · signed %2").arg(qs(one->title), at),
                       qs(one->id.text()));
    if (one == now) callouts_->setCurrentIndex(callouts_->count() - 1);
  }
  const bool open = now && !now->closed && desk_.live();
  callouts_->setVisible(now);
  rates_->setVisible(now);
  for (ActionButton* button : {takeLadder_, close_}) button->setVisible(now), button->setEnabled(open);
  top_->setEnabled(open);
}

void CalloutBoard::take(Answer answer) {
  const Callout* now = callout();
  if (!now || answer.callout != now->id) return;
  answer_ = std::move(answer);
  rates_->show(answer_.rates, now->signedAt, now->closed ? std::optional(now->closed->at) : std::nullopt);
  std::vector<Uuid> ids;
  ids.reserve(answer_.unreached.size());
  for (const Unreached& one : answer_.unreached) ids.push_back(one.call->id.uuid);
  unreachedHead_->setText(tr("NOT REACHED · %1 of %2, most people at risk first")
                              .arg(Wording::count(static_cast<std::int64_t>(ids.size())))
                              .arg(Wording::count(answer_.rates.all)));
  list_->setEmptyWords(tr("Everybody has said it back."));
  list_->show(std::move(ids), [this](int row) {
    return CallWords::row(answer_.unreached[static_cast<std::size_t>(row)], desk_.seat().actor(), desk_.moment(),
                          desk_.session().timeZone());
  });
  tick();
  showCard();
}

void CalloutBoard::tick() {
  rates_->setNow(desk_.moment());
  list_->viewport()->update();
}

void CalloutBoard::takeFocus() {
  list_->setFocus();
}

const Unreached* CalloutBoard::current() const {
  const int row = list_->markedRow();
  return row >= 0 && row < static_cast<int>(answer_.unreached.size())
             ? &answer_.unreached[static_cast<std::size_t>(row)]
             : nullptr;
}

void CalloutBoard::showCard() {
  const Callout* now = callout();
  const Unreached* one = current();
  if (now && one)
    card_->show(*one->call, *now, one->next, desk_.moment(), desk_.session().timeZone());
  else
    card_->showNobody();
}

// ---- calling

void CalloutBoard::claimTop() {
  for (const Unreached& one : answer_.unreached) {
    if (one.held) continue;
    const Uuid id = one.call->id.uuid;
    const std::string name = one.call->name;
    list_->markThing(id);
    list_->scrollTo(list_->currentIndex());
    showCard();
    return desk_.execute(ClaimCall{one.call->id}, {"on the line: " + name, "正在叫应：" + name});
  }
  desk_.refuse({ErrorCode::notFound,
                {"everybody who is left is being called by somebody", "剩余人员均有人在叫应"},
                {"a claim lapses after three minutes", "三分钟后占用自动失效"},
                {}});
}

void CalloutBoard::note(CallNote note) {
  switch (note) {
    case CallNote::noAnswer:
      return tried(CallStage::waiting, {"no answer", "无人接听"});
    case CallNote::busy:
      return tried(CallStage::waiting, {"busy", "占线"});
    case CallNote::wrongNumber:
      return tried(CallStage::waiting, {"wrong number", "号码错误"});
    case CallNote::delivered:
      return tried(CallStage::delivered, {"delivered", "已触达"});
    case CallNote::pickedUp:
      return tried(CallStage::woken, {"picked up", "已接听"});
    case CallNote::saidBack:
      return tried(CallStage::responded, {"said it back", "已复诵"});
    case CallNote::climb:
      return climb();
    case CallNote::giveBack:
      break;
  }
  if (const Unreached* one = current())
    desk_.execute(UnclaimCall{one->call->id}, {"given back: " + one->call->name, "已释放：" + one->call->name});
}

void CalloutBoard::tried(CallStage reached, const Text& what) {
  const Unreached* one = current();
  const Callout* now = callout();
  if (!one || !now) return;
  const RingNow ring = CallWords::ringNow(*one->call, *now);
  Attempt attempt;
  attempt.channel = ring.channel;
  attempt.whom = ring.name;
  attempt.reached = reached != CallStage::waiting;
  // The entry is read by others too: it stays in the language of the record.
  attempt.detail = what.zh;
  if (what.en == "wrong number" && !ring.phones.empty()) attempt.detail += " " + ring.phones[ring.next];
  const std::string name = one->call->name;
  desk_.execute(TryCall{one->call->id, attempt, reached}, {what.en + ": " + name, name + "：" + what.zh});
}

void CalloutBoard::climb() {
  const Unreached* one = current();
  if (!one || !one->next) return;
  const QString whom = CallWords::rung(*one->call, one->next->whom);
  desk_.execute(EscalateCall{one->call->id, one->next->rung},
                {one->call->name + ": next, " + whom.toStdString(), one->call->name + "：转" + whom.toStdString()});
}

// ---- warnings and the end

void CalloutBoard::lift() {
  auto id = warnings_->marked();
  if (!id) id = warnings_->thing(0);
  const Warning* warning = id ? desk_.shown()->warnings.find(*id) : nullptr;
  if (!warning) return;
  const std::string kind = warning->kind;
  ask_->ask({qs("lift " + id->text()),
             tr("Lift the warning: %1").arg(qs(kind)),
             tr("Reason"),
             tr("Lift (Enter)"),
             {},
             [this, id = warning->id, kind](const std::string& reason, std::function<void()> done) {
               desk_.execute(LiftWarning{id, reason}, {"lifted: " + kind, "已解除：" + kind}, std::move(done));
             }});
}

void CalloutBoard::close() {
  const Callout* now = callout();
  if (!now) return;
  const auto left = static_cast<int>(answer_.unreached.size());
  ask_->ask({qs("close " + now->id.text()),
             tr("End the call-out: %n not reached", nullptr, left),
             left ? tr("Reason (needed)") : tr("Reason"),
             tr("End (Enter)"),
             {},
             [this, id = now->id](const std::string& reason, std::function<void()> done) {
               desk_.execute(CloseCallout{id, reason}, {"call-out ended", "叫应已结束"}, std::move(done));
             }});
}

}  // namespace fengsui
