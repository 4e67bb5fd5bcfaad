// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/dossier.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/desk/facts.h"
#include "ui/forms/closeform.h"
#include "ui/forms/decideform.h"
#include "ui/forms/dutyform.h"
#include "ui/forms/figureform.h"
#include "ui/forms/headcountform.h"
#include "ui/forms/incidentform.h"
#include "ui/forms/stockform.h"
#include "ui/lists/thingmodel.h"
#include "ui/look/icons.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/look/wording.h"
#include "ui/panels/actionbutton.h"
#include "ui/panels/factsheet.h"
#include "ui/panels/picklist.h"
#include "ui/roads/deskroads.h"
#include "ui/roads/roadwords.h"

namespace fengsui {
namespace {

constexpr int kAgesMs = 10'000;  // "4 min ago" is said anew

QLabel* label(QWidget* parent, TypeSize size, QFont::Weight weight, QPalette::ColorRole role) {
  auto* label = new QLabel(parent);
  label->setFont(typeOf(size, weight));
  label->setWordWrap(true);
  label->setForegroundRole(role);
  label->setTextFormat(Qt::PlainText);
  return label;
}

}  // namespace

Dossier::Dossier(Desk& desk, QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      head_(new QVBoxLayout),
      name_(label(this, TypeSize::large, QFont::DemiBold, QPalette::WindowText)),
      close_(new QToolButton(this)),
      what_(label(this, TypeSize::small, QFont::Normal, QPalette::PlaceholderText)),
      hint_(label(this, TypeSize::normal, QFont::Normal, QPalette::PlaceholderText)),
      scroll_(new QScrollArea(this)),
      facts_(new FactSheet),
      teamsTitle_(label(this, TypeSize::small, QFont::DemiBold, QPalette::WindowText)),
      teams_(new PickList(this)),
      teamModel_(new ThingModel(this)),
      figuresTool_(new ActionButton(ActionButton::Weight::side, this)),
      countsTool_(new ActionButton(ActionButton::Weight::side, this)),
      changeTool_(new ActionButton(ActionButton::Weight::side, this)),
      endTool_(new ActionButton(ActionButton::Weight::side, this)),
      figure_(new FigureForm(desk_, this)),
      decide_(new DecideForm(desk_, this)),
      change_(new IncidentForm(desk_, this)),
      end_(new CloseForm(desk_, this)),
      headcount_(new HeadcountForm(desk_, this)),
      stock_(new StockForm(desk_, this)),
      duty_(new DutyForm(desk_, this)),
      why_(label(this, TypeSize::small, QFont::Normal, QPalette::PlaceholderText)),
      main_(new ActionButton(ActionButton::Weight::main, this)),
      side_(new ActionButton(ActionButton::Weight::side, this)) {
  setAutoFillBackground(true);
  main_->setObjectName(QStringLiteral("nextAction"));
  side_->setObjectName(QStringLiteral("sideAction"));
  teams_->setObjectName(QStringLiteral("teams"));
  name_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  scroll_->setWidget(facts_);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->viewport()->setBackgroundRole(QPalette::Window);
  teams_->setModel(teamModel_);
  teams_->setItemDelegate(new ThingDelegate(desk_, teams_));
  teams_->setUniformItemSizes(true);

  head_->setContentsMargins(2 * kUnit, kUnit + 4, 2 * kUnit, 0);
  head_->setSpacing(4);
  close_->setAutoRaise(true);
  close_->setFocusPolicy(Qt::NoFocus);
  close_->setObjectName(QStringLiteral("closeDossier"));
  auto* top = new QHBoxLayout;
  top->addWidget(name_, 1);
  top->addWidget(close_, 0, Qt::AlignTop);
  head_->addLayout(top);
  head_->addWidget(what_);
  head_->addWidget(hint_);
  head_->addSpacing(4);
  head_->addWidget(scroll_, 1);
  auto* tools = new QHBoxLayout;
  tools->setSpacing(6);
  for (ActionButton* tool : {figuresTool_, countsTool_, changeTool_, endTool_}) tools->addWidget(tool, 1);
  head_->addLayout(tools);
  for (InlineForm* form : forms()) {
    head_->addWidget(form);
    connect(form, &InlineForm::closed, this, &Dossier::refresh);
  }
  auto* foot = new QVBoxLayout;
  foot->setContentsMargins(2 * kUnit, kUnit, 2 * kUnit, kUnit + 4);
  foot->setSpacing(6);
  foot->addWidget(why_);
  foot->addWidget(main_);
  foot->addWidget(side_);
  teamsTitle_->setContentsMargins(2 * kUnit, kUnit, 2 * kUnit, 4);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(head_, 1);
  layout->addWidget(teamsTitle_);
  layout->addWidget(teams_, 3);
  layout->addLayout(foot);

  figuresTool_->setObjectName(QStringLiteral("figures"));
  countsTool_->setObjectName(QStringLiteral("counts"));
  changeTool_->setObjectName(QStringLiteral("change"));
  endTool_->setObjectName(QStringLiteral("end"));
  connect(figuresTool_, &QAbstractButton::clicked, this, &Dossier::askFigure);
  connect(countsTool_, &QAbstractButton::clicked, this, &Dossier::askCounts);
  connect(changeTool_, &QAbstractButton::clicked, this, &Dossier::askChange);
  connect(endTool_, &QAbstractButton::clicked, this, [this] { ask(end_); });
  connect(main_, &QAbstractButton::clicked, this, &Dossier::act);
  connect(side_, &QAbstractButton::clicked, this, [this] {
    if (offered_.size() > 1) offered_[1].run();
  });
  connect(teams_, &PickList::picked, this, [this](const QModelIndex& index) {
    if (const Team* team = teamAt(index.row())) chosenTeam_ = team->id.uuid;
    showActions();
  });
  connect(teams_, &PickList::activated, this, [this](const QModelIndex& index) {
    if (const Team* team = teamAt(index.row())) chosenTeam_ = team->id.uuid;
    showActions();
    act();
  });
  connect(facts_, &FactSheet::followed, &desk_, [this](const Selected& to) { desk_.select(to); });
  connect(close_, &QToolButton::clicked, this, [this] { desk_.select(std::nullopt); });
  connect(&desk_, &Desk::shownChanged, this, &Dossier::refresh);
  connect(&desk_, &Desk::liveChanged, this, &Dossier::refresh);
  connect(&desk_, &Desk::selectionChanged, this, [this] {
    chosenTeam_.reset();
    for (InlineForm* form : forms()) form->close();
    refresh();
  });
  auto* ages = new QTimer(this);
  connect(ages, &QTimer::timeout, this, &Dossier::showFacts);
  ages->start(kAgesMs);
  colour();
  refresh();
}

void Dossier::useRoads(DeskRoads* roads) {
  roads_ = roads;
  connect(&roads_->atIncident(), &FirstThere::changed, this, [this] {
    showTeams();
    showActions();
  });
  connect(&roads_->underWay(), &TeamsUnderWay::changed, this, &Dossier::showFacts);
  connect(&roads_->roads(), &RoadDesk::stateChanged, this, &Dossier::refresh);
}

void Dossier::setClosable(bool closable) {
  close_->setVisible(closable);
}

std::array<InlineForm*, 7> Dossier::forms() const {
  return {figure_, decide_, change_, end_, headcount_, stock_, duty_};
}

template <class Form>
void Dossier::ask(Form* form) {
  const Incident* incident = desk_.selectedAs<Incident>();
  if (!incident || !incident->open() || !desk_.live()) return;
  openForm([form, about = *incident] { form->openFor(about); });
}

void Dossier::openForm(const std::function<void()>& open) {
  for (InlineForm* other : forms()) other->close();
  open();
  refresh();
}

void Dossier::askStock() {
  if (const Depot* depot = desk_.selectedAs<Depot>(); depot && desk_.live())
    openForm([this, depot = *depot] { stock_->openFor(depot, StockForm::Way::issue); });
}

void Dossier::askFigure() {
  ask(figure_);
}

void Dossier::askCounts() {
  if (const Incident* incident = desk_.selectedAs<Incident>(); incident && !incident->figures.empty()) ask(decide_);
}

void Dossier::askChange() {
  ask(change_);
}

// While a form is open it has the room of the list.
bool Dossier::asking() const {
  const auto all = forms();
  return std::any_of(all.begin(), all.end(), [](const InlineForm* form) { return !form->isHidden(); });
}

void Dossier::colour() {
  const Tokens& t = tokens();
  close_->setIcon(iconNamed(QStringLiteral("close"), t.dim, t.dim, t.dim));
}

const Team* Dossier::teamAt(int row) const {
  const ThingRow* found = teamModel_->row(row);
  return found && desk_.shown() ? desk_.shown()->teams.find(found->ref.id) : nullptr;
}

int Dossier::proposedRow() const {
  const Incident* incident = desk_.selectedAs<Incident>();
  if (!incident) return -1;
  const int chosen = chosenTeam_ ? teamModel_->rowOf({Kind::team, *chosenTeam_}) : -1;
  return chosen >= 0 ? chosen : nearestFree(*desk_.shown(), teamModel_->rows(), incident->id);
}

void Dossier::refresh() {
  showFacts();
  showTeams();
  showActions();
}

void Dossier::showFacts() {
  std::optional<Facts> facts;
  if (desk_.shown() && desk_.selected())
    facts = FactsOf::thing(*desk_.shown(), *desk_.selected(), desk_.moment(), desk_.session().timeZone());
  if (desk_.shown() && desk_.allSelected().size() > 1) facts = FactsOf::many(*desk_.shown(), desk_.allSelected());
  if (const Team* team = desk_.selectedAs<Team>(); facts && team && roads_)
    if (const UnderWay* way = roads_->underWay().of(team->id.uuid)) {
      // Right after its task, which it answers: when.
      auto lines = RoadWords::of(*way, *team, desk_.moment(), desk_.session().timeZone());
      const auto after = std::min<std::ptrdiff_t>(2, static_cast<std::ptrdiff_t>(facts->lines.size()));
      facts->lines.insert(facts->lines.begin() + after, lines.begin(), lines.end());
    }
  name_->setVisible(facts.has_value());
  what_->setVisible(facts.has_value());
  hint_->setVisible(!facts);
  if (!facts) {
    facts_->show({});
    hint_->setText(!desk_.selected()
                       ? tr("Nothing is selected. Click on the map or in the list; press R to report an incident.")
                   : desk_.live() ? tr("This is not in the situation any more.")
                                  : tr("This did not exist at that moment."));
    return;
  }
  name_->setText(facts->name);
  what_->setText(facts->state.isEmpty() ? facts->what : facts->what + QStringLiteral(" · ") + facts->state);
  facts_->show(facts->lines);
  shareHeight();
}

// Above a list of teams the facts take what they need and no more; alone they have all the room.
void Dossier::shareHeight() {
  const Incident* incident = desk_.selectedAs<Incident>();
  const bool list = incident && incident->open() && !asking();
  const int needed = facts_->heightForWidth(std::max(200, width() - 4 * kUnit)) + 2;
  const int most = list ? std::min(needed, height() * 2 / 5) : QWIDGETSIZE_MAX;
  scroll_->setMinimumHeight(list ? most : 0);
  scroll_->setMaximumHeight(most);
  static_cast<QVBoxLayout*>(layout())->setStretchFactor(head_, list ? 0 : 1);
}

void Dossier::resizeEvent(QResizeEvent*) {
  shareHeight();
}

void Dossier::showTeams() {
  const Incident* incident = desk_.selectedAs<Incident>();
  const bool open = incident && incident->open();
  const bool list = open && !asking();
  for (ActionButton* tool : {figuresTool_, countsTool_, changeTool_, endTool_}) {
    tool->setVisible(open && !asking() && (tool != countsTool_ || !incident->figures.empty()));
    tool->setEnabled(desk_.live());
  }
  figuresTool_->setText(tr("People"));
  countsTool_->setText(tr("Counts"));
  changeTool_->setText(tr("Change"));
  endTool_->setText(tr("End"));
  figuresTool_->setToolTip(tr("How many are trapped, moved, missing … (P)"));
  countsTool_->setToolTip(tr("Whose count holds, what was recorded, and taking a wrong one back (H)"));
  changeTool_->setToolTip(tr("Level, status, commander and more (E)"));
  endTool_->setToolTip(tr("The incident is over, or was none"));
  if (open)
    teamModel_->show(desk_.shown(),
                     teamsFor(*desk_.shown(), *incident,
                              roads_ ? std::span(roads_->atIncident().candidates()) : std::span<const Candidate>()),
                     incident->id);
  else
    teamModel_->show({}, {});
  teamsTitle_->setVisible(list);
  teams_->setVisible(list);
  const bool byRoad = roads_ && roads_->atIncident().answered();
  const bool loading = roads_ && roads_->roads().state() == RoadDesk::State::loading;
  teamsTitle_->setText(!teamModel_->rowCount() ? tr("TEAMS · none are registered")
                       : byRoad                ? tr("TEAMS · first there by road")
                       : loading               ? tr("TEAMS · nearest in a straight line; roads are being read …")
                                               : tr("TEAMS · nearest first, in a straight line"));
  teamsTitle_->setToolTip(roads_ ? RoadWords::state(roads_->roads()) : QString());
}

std::vector<Offer> Dossier::offers() {
  if (desk_.allSelected().size() > 1 && desk_.shown())
    return Offers::forMany(desk_, *desk_.shown(), desk_.allSelected());
  if (const Incident* incident = desk_.selectedAs<Incident>(); incident && incident->open()) {
    const int row = proposedRow();
    const Team* team = teamAt(row);
    if (!team) return {};
    return {Offers::forIncident(desk_, *incident, *team, *teamModel_->row(row))};
  }
  if (const Team* team = desk_.selectedAs<Team>()) return Offers::forTeam(desk_, *team);
  if (const Shelter* shelter = desk_.selectedAs<Shelter>())
    return Offers::forShelter(
        desk_, *shelter, [this, shelter = *shelter] { openForm([this, &shelter] { headcount_->openFor(shelter); }); });
  const auto askDuty = [this](const auto& about) {
    return [this, about] { openForm([this, &about] { duty_->openFor(about); }); };
  };
  if (const RoadClosure* closure = desk_.selectedAs<RoadClosure>())
    return Offers::forClosure(desk_, *closure, [this, closure = *closure] { emit closureChangeWanted(closure); });
  if (const Post* post = desk_.selectedAs<Post>()) return Offers::forPost(desk_, *desk_.shown(), *post, askDuty(*post));
  if (const Person* person = desk_.selectedAs<Person>())
    return Offers::forPerson(desk_, *desk_.shown(), *person, askDuty(*person));
  if (const Place* place = desk_.selectedAs<Place>(); place && place->location)
    return {{tr("Report an incident here"), [this, at = *place->location] { emit reportWanted(at); }}};
  if (const Depot* depot = desk_.selectedAs<Depot>())
    return Offers::forDepot(
        [this, depot = *depot](StockForm::Way way) { openForm([this, way, &depot] { stock_->openFor(depot, way); }); });
  return {};
}

void Dossier::showActions() {
  offered_ = offers();
  main_->setVisible(!offered_.empty() && !asking());
  side_->setVisible(offered_.size() > 1 && !asking());
  if (!offered_.empty()) main_->setText(offered_[0].words);
  if (offered_.size() > 1) side_->setText(offered_[1].words);
  main_->setEnabled(desk_.live());
  side_->setEnabled(desk_.live());
  main_->setToolTip(tr("Ctrl+Enter"));
  const Incident* incident = desk_.selectedAs<Incident>();
  QString why = whyWords();
  if (!desk_.live() && !offered_.empty())
    why = tr("You are looking at the past: nothing can be ordered from here.");
  else if (incident && incident->open() && offered_.empty() && teamModel_->rowCount())
    why = tr("No team is free.");
  why_->setText(why);
  why_->setVisible(!why.isEmpty() && !asking());
  // The proposed team is marked in the list, so that button and list say the same.
  teams_->mark(proposedRow());
  if (roads_) {
    const Team* team = teamAt(proposedRow());
    roads_->showProposal(team && !asking() ? std::optional(team->id.uuid) : std::nullopt);
  }
  main_->updateGeometry();
  side_->updateGeometry();
}

// Why the proposed team, and when: by which way, and what was avoided.
QString Dossier::whyWords() const {
  const Team* team = teamAt(proposedRow());
  const Candidate* one = team && roads_ ? roads_->atIncident().of(team->id.uuid) : nullptr;
  if (!one) return {};
  const bool comes = one->arrival && one->arrival->route;
  QString why = shown(comes ? one->arrival->words : one->whyNot);
  // Teams of one's own are proposed first; who would be there much sooner but has to be asked is not kept silent.
  constexpr std::int64_t kMuchSoonerMs = 10 * 60'000;
  for (const Candidate& other : roads_->atIncident().candidates()) {
    const Team* asked = desk_.shown()->teams.find(other.team.uuid);
    if (!asked || asked->status != TeamStatus::available || asked->request || asked == team) continue;
    if (!other.arrival || !other.arrival->route) continue;
    if (comes && other.arrival->at.ms + kMuchSoonerMs > one->arrival->at.ms) continue;
    why += u'\n' +
           tr("Sooner: %1, there at %2").arg(qs(asked->name), qs(desk_.session().timeZone().clock(other.arrival->at)));
    if (asked->authority == DispatchAuthority::asked) why += u' ' + tr("(must be asked)");
    break;
  }
  return why;
}

void Dossier::act() {
  if (!desk_.live() || offered_.empty() || asking()) return;
  // The next proposal is the nearest free team again, not the one that has just been sent.
  const auto run = offered_[0].run;
  chosenTeam_.reset();
  run();
}

void Dossier::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) refresh();
  if (event->type() == QEvent::PaletteChange) colour();
  QWidget::changeEvent(event);
}

}  // namespace fengsui
