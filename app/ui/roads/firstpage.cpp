// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roads/firstpage.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/boards/boardlist.h"
#include "ui/forms/choices.h"
#include "ui/lists/thingrows.h"
#include "ui/look/tokens.h"
#include "ui/look/wording.h"
#include "ui/panels/actionbutton.h"
#include "ui/roads/roadwords.h"

namespace fengsui {
namespace {

constexpr int kLead = 66;
const QString kDot = QStringLiteral(" · ");

ActionButton* button(QWidget* parent, const char* name, ActionButton::Weight weight) {
  auto* made = new ActionButton(weight, parent);
  made->setObjectName(QLatin1String(name));
  made->setFocusPolicy(Qt::TabFocus);
  return made;
}

}  // namespace

FirstPage::FirstPage(RoadDesk& roads, QWidget* parent)
    : QWidget(parent),
      roads_(roads),
      desk_(roads.desk()),
      first_(new FirstThere(roads, this)),
      head_(new QLabel(this)),
      capability_(new QComboBox(this)),
      list_(new BoardList(QStringLiteral("firstRows"), this)),
      why_(new QLabel(this)),
      main_(button(this, "firstAct", ActionButton::Weight::main)),
      team_(button(this, "firstTeam", ActionButton::Weight::side)),
      report_(button(this, "firstReport", ActionButton::Weight::side)) {
  head_->setObjectName(QStringLiteral("firstHead"));
  head_->setWordWrap(true);
  head_->setFont(typeOf(TypeSize::normal, QFont::DemiBold));
  capability_->setObjectName(QStringLiteral("firstCapability"));
  why_->setObjectName(QStringLiteral("firstWhy"));
  why_->setWordWrap(true);
  why_->setTextFormat(Qt::PlainText);
  list_->useLead(kLead);
  list_->useKeys({Qt::Key_Return, Qt::Key_Enter, Qt::Key_M});
  auto* top = new QHBoxLayout;
  top->addWidget(head_, 1);
  top->addWidget(capability_);
  auto* side = new QHBoxLayout;
  side->setSpacing(kUnit);
  side->addWidget(team_, 1);
  side->addWidget(report_, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kUnit);
  layout->addLayout(top);
  layout->addWidget(list_, 1);
  layout->addWidget(why_);
  layout->addWidget(main_);
  layout->addLayout(side);

  connect(first_, &FirstThere::changed, this, &FirstPage::refresh);
  connect(&roads_, &RoadDesk::stateChanged, this, &FirstPage::refresh);
  connect(list_, &BoardList::chosen, this, &FirstPage::showMarked);
  connect(list_, &BoardList::keyed, this, &FirstPage::keyed);
  connect(capability_, &QComboBox::currentIndexChanged, this, [this] {
    if (target_) setTarget(*target_);
  });
  connect(main_, &QAbstractButton::clicked, this, &FirstPage::act);
  connect(team_, &QAbstractButton::clicked, this, [this] {
    if (const Candidate* one = current()) desk_.select(Selected{Kind::team, one->team.uuid});
  });
  connect(report_, &QAbstractButton::clicked, this, [this] {
    if (target_) emit reportWanted(target_->at);
  });
}

void FirstPage::setTarget(const RoadTarget& target) {
  target_ = target;
  const std::string code = capability_->currentData().toString().toStdString();
  std::vector<std::string> wanted;
  if (!code.empty()) wanted.push_back(code);
  if (watched_) first_->setPlace(target.at, std::move(wanted));
  refresh();
}

void FirstPage::setWatched(bool watched) {
  if (watched == watched_) return;
  watched_ = watched;
  if (!watched) {
    first_->setPlace(std::nullopt);
    emit wayShown(nullptr, nullptr, {});
  } else if (target_) {
    setTarget(*target_);
  }
}

void FirstPage::retranslate() {
  refill(*capability_, [this] {
    capability_->addItem(tr("any team"), QString());
    for (const Word& word : wordsOf(Vocabulary::capability))
      capability_->addItem(shown(textOf(Vocabulary::capability, word.code)), qs(word.code));
  });
  capability_->setToolTip(tr("Only teams that can do this"));
  team_->setText(tr("Show the team"));
  report_->setText(tr("Report an incident here"));
  refresh();
}

const Incident* FirstPage::incident() const {
  const Incident* found =
      target_ && target_->incident && desk_.shown() ? desk_.shown()->find(*target_->incident) : nullptr;
  return found && found->open() ? found : nullptr;
}

const Team* FirstPage::teamOf(const Candidate& one) const {
  return desk_.shown() ? desk_.shown()->teams.find(one.team.uuid) : nullptr;
}

const Candidate* FirstPage::current() const {
  const auto id = list_->marked();
  return id ? first_->of(*id) : nullptr;
}

QString FirstPage::targetWords() const {
  if (!target_) return tr("Select something that has a place, or click on the map with the right button.");
  return target_->name.isEmpty() ? Wording::position(target_->at) : target_->name;
}

BoardRow FirstPage::rowOf(const Candidate& one) const {
  BoardRow row;
  row.title = qs(one.name);
  QStringList line{shown(one.state)};
  if (const Team* team = teamOf(one)) {
    if (team->lastFix)
      line << tr("seen %1").arg(Wording::ago(desk_.moment().ms - team->lastFix->at.ms));
    else if (team->home)
      line << tr("at its base");
  }
  if (one.arrival && one.arrival->route) {
    const RoadArrival& arrival = *one.arrival;
    row.lead = inSentence(durationText(arrival.at.ms - arrival.route->depart.ms));
    row.corner = qs(desk_.session().timeZone().clock(arrival.at));
    if (!arrival.route->avoided.empty())
      line.insert(1, tr("avoids %1").arg(RoadWords::namesOf(first_->picture().closures(), arrival.route->avoided)));
    row.lineTone = one.free ? BoardRow::Tone::good : BoardRow::Tone::quiet;
    const Team* team = teamOf(one);
    row.dim = team && !canSetOut(*team);
  } else {
    row.lead = QStringLiteral("–");
    row.corner = one.arrival ? tr("no way open") : tr("not reckoned");
    row.cornerTone = BoardRow::Tone::bad;
    line.prepend(shown(one.whyNot));
    row.dim = true;
  }
  row.line = line.join(kDot);
  return row;
}

void FirstPage::refresh() {
  head_->setText(targetWords());
  const auto& candidates = first_->candidates();
  std::vector<Uuid> ids;
  for (const Candidate& one : candidates) ids.push_back(one.team.uuid);
  list_->setEmptyWords(!target_                             ? QString()
                       : first_->answered()                 ? tr("No team can do this.")
                       : RoadWords::state(roads_).isEmpty() ? tr("The ways are being reckoned …")
                                                            : RoadWords::state(roads_));
  list_->show(std::move(ids), [this](int row) {
    const auto at = static_cast<std::size_t>(row);
    return at < first_->candidates().size() ? rowOf(first_->candidates()[at]) : BoardRow{};
  });
  // What one is offered is somebody who can set out; who is there already stays in the list.
  for (const Candidate& one : candidates) {
    if (list_->marked()) break;
    const Team* team = teamOf(one);
    if (team && canSetOut(*team) && one.arrival && one.arrival->route) list_->markThing(team->id.uuid);
  }
  list_->markSomething();
  showMarked();
}

void FirstPage::showMarked() {
  const Candidate* one = current();
  const Team* team = one ? teamOf(*one) : nullptr;
  const bool comes = one && one->arrival && one->arrival->route;
  QStringList why;
  if (team) {
    QStringList can;
    for (const std::string& capability : team->capabilities)
      can << inSentence(textOf(Vocabulary::capability, capability));
    why << (comes ? shown(one->arrival->words) : shown(one->whyNot));
    if (!can.isEmpty()) why << tr("Can do: %1").arg(can.join(RoadWords::comma()));
  }
  why_->setText(why.join(u'\n'));
  why_->setVisible(!why.isEmpty());
  const Incident* at = incident();
  QString act;
  if (team) {
    const QString name = qs(team->name);
    const QString when = comes ? qs(desk_.session().timeZone().clock(one->arrival->at)) : QString();
    const bool asks = team->authority == DispatchAuthority::asked;
    if (at && canSetOut(*team) && !team->request)
      act = asks ? (comes ? tr("Ask for %1, there at %2").arg(name, when) : tr("Ask for %1").arg(name))
                 : (comes ? tr("Send %1, there at %2").arg(name, when) : tr("Send %1").arg(name));
    else
      act = tr("Draft an order to %1 to go there (M)").arg(name);
  }
  main_->setText(act);
  main_->setVisible(!act.isEmpty());
  main_->setEnabled(desk_.live());
  team_->setVisible(team);
  report_->setVisible(target_ && !at);
  report_->setEnabled(desk_.live());
  main_->updateGeometry();
  if (!watched_) return;
  if (one && one->arrival)
    emit wayShown(one, &first_->picture(), target_->at);
  else
    emit wayShown(nullptr, nullptr, {});
}

void FirstPage::keyed(int key) {
  const Candidate* one = current();
  const Team* team = one ? teamOf(*one) : nullptr;
  if (!team || !desk_.live()) return;
  if (key == Qt::Key_M)
    draftOrder(*team);
  else
    act();
}

void FirstPage::act() {
  const Candidate* one = current();
  const Team* team = one ? teamOf(*one) : nullptr;
  if (!team || !desk_.live()) return;
  const Incident* at = incident();
  if (!at || !canSetOut(*team) || team->request) return draftOrder(*team);
  if (team->authority == DispatchAuthority::asked) return desk_.ask(*team, *at);
  const bool comes = one->arrival && one->arrival->route;
  desk_.send(*team, *at, comes ? std::optional(one->arrival->at) : std::nullopt);
}

void FirstPage::draftOrder(const Team& team) {
  const std::string where = targetWords().toStdString();
  DraftOrder command;
  Order& order = command.order;
  order.id.uuid = Uuid::v7(systemNow());
  Brief& brief = order.brief;
  brief.kind = team.authority == DispatchAuthority::own ? MessageKind::instruction : MessageKind::request;
  brief.title = "前往" + where;
  brief.titleEn = "Go to " + where;
  brief.task = "前往" + where + "，到达即报。";
  brief.taskEn = "Go to " + where + " and report on arrival.";
  brief.owner.kind = AddresseeKind::team;
  brief.owner.subject = team.id.uuid;
  brief.owner.name = team.name;
  brief.place = where;
  brief.location = target_->at;
  if (const Incident* at = incident()) order.incident = at->id;
  desk_.execute(std::move(command), {"order drafted: " + brief.titleEn, "已拟派单：" + brief.title});
}

void FirstPage::takeFocus() {
  list_->setFocus();
}

}  // namespace fengsui
