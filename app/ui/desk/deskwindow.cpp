// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/deskwindow.h"

#include <QEvent>
#include <QStackedWidget>

#include "ui/boards/calloutboard.h"
#include "ui/boards/dutyboard.h"
#include "ui/boards/ledgerboard.h"
#include "ui/boards/orderboard.h"
#include "ui/boards/planboard.h"
#include "ui/boards/responseboard.h"
#include "ui/boards/silentboard.h"
#include "ui/canvas/herecard.h"
#include "ui/canvas/mapcanvas.h"
#include "ui/canvas/maptools.h"
#include "ui/desk/deskactions.h"
#include "ui/forms/newincidentform.h"
#include "ui/forms/seatform.h"
#include "ui/hazard/deskhazard.h"
#include "ui/import/importpanel.h"
#include "ui/lists/thinglist.h"
#include "ui/models/deskmodels.h"
#include "ui/panels/alarmbar.h"
#include "ui/panels/dossier.h"
#include "ui/panels/layerpanel.h"
#include "ui/panels/noticebar.h"
#include "ui/panels/rail.h"
#include "ui/panels/timeline.h"
#include "ui/panels/topstrip.h"
#include "ui/print/deskprint.h"
#include "ui/roads/deskroads.h"
#include "ui/roads/roadboard.h"
#include "ui/search/palette.h"

namespace fengsui {
namespace {

std::string operatorName() {
  const QString name = qEnvironmentVariable("USER");
  return name.isEmpty() ? std::string("desk") : name.toStdString();
}

constexpr int kLeastMap = 320;  // a strip of map that is narrower shows nothing

}  // namespace

DeskWindow::DeskWindow(StationSession& session, BaseMap& base, DeskLanguage& language, Theme theme, QWidget* parent)
    : QWidget(parent),
      session_(session),
      language_(language),
      theme_(theme),
      desk_(new Desk(session, {operatorName(), {}}, this)),
      actions_(new DeskActions(this)) {
  applyLook(theme_, Tense::present);
  // Made in the order in which Tab goes through them, the map under the panels that may lie over it.
  canvas_ = new MapCanvas(*desk_, this);
  strip_ = new TopStrip(*desk_, this);
  rail_ = new Rail(this);
  left_ = new QStackedWidget(this);
  dossier_ = new Dossier(*desk_, this);
  timeline_ = new Timeline(*desk_, this);
  mapTools_ = new MapTools(canvas_);
  for (QAction* tool : {actions_->closeRoad, actions_->zoomIn, actions_->zoomOut, actions_->fit}) mapTools_->add(tool);
  seat_ = new SeatForm(*desk_, this);
  here_ = new HereCard(*desk_, canvas_);
  here_->setBaseMap(&base);
  form_ = new NewIncidentForm(*desk_, canvas_);
  import_ = new ImportPanel(*desk_, this);
  notices_ = new NoticeBar(*desk_, this);
  alarms_ = new AlarmBar(*desk_, this);
  palette_ = new Palette(*desk_, *canvas_, this);
  makePanels(base);
  makeBoards();
  makeDutyBoards();
  makeRoads();
  makeHazard();
  makeModels();
  print_ = new DeskPrint(*desk_, *canvas_, base, hazard_->player(), models_->models(), this);
  fillRail();
  connectActions();
  connectPanels();
  connectImport();
  canvas_->setBaseMap(&base);
  canvas_->setFocus();
  setMinimumSize(1024, 600);
  retranslate();
}

DeskWindow::~DeskWindow() = default;

void DeskWindow::addPanel(QAction* action, QWidget* widget, ThingList* list) {
  left_->addWidget(widget);
  const std::size_t number = panels_.size();
  connect(action, &QAction::triggered, this, [this, number] { togglePanel(number); });
  panels_.push_back({action, widget, list});
}

void DeskWindow::addBoard(QAction* action, Board* board) {
  action->setCheckable(true);
  board->hide();
  boards_.emplace_back(action, board);
  connect(action, &QAction::triggered, this, [this, board] { openBoard(board_ == board ? nullptr : board); });
  connect(board, &Board::closeWanted, this, [this, board] {
    if (board_ == board) openBoard(nullptr);
  });
}

void DeskWindow::openBoard(Board* board) {
  if (board && import_->isVisible()) import_->close();
  board_ = board;
  // A text needs its width: a narrow screen has no room for the dossier beside it.
  if (board && board == plans_ && !isWide(size())) desk_->select(std::nullopt);
  arrange();
  if (board_)
    board_->opened();
  else
    canvas_->setFocus();
}

void DeskWindow::makePanels(BaseMap& base) {
  const auto add = [&](QAction* action, Kind kind) {
    auto* list = new ThingList(*desk_, kind, left_);
    connect(list, &ThingList::chosen, canvas_, &MapCanvas::reveal);
    addPanel(action, list, list);
  };
  add(actions_->incidents, Kind::incident);
  add(actions_->teams, Kind::team);
  add(actions_->depots, Kind::depot);
  add(actions_->shelters, Kind::shelter);
  add(actions_->zones, Kind::riskZone);
  add(actions_->facilities, Kind::facility);
  add(actions_->closures, Kind::roadClosure);
  addPanel(actions_->layers, new LayerPanel(*desk_, base, left_), nullptr);
}

void DeskWindow::makeBoards() {
  responses_ = new ResponseBoard(*desk_, this);
  orders_ = new OrderBoard(*desk_, this);
  addBoard(actions_->responses, responses_);
  addBoard(actions_->orders, orders_);
  connect(responses_, &ResponseBoard::orderWanted, this, &DeskWindow::showOrder);
  const auto climb = [this] { session_.climbAs(desk_->seat().actor()); };
  connect(desk_, &Desk::seatChanged, this, climb);
  connect(&session_, &StationSession::climbed, this, [this](const std::vector<Text>& said) {
    Text words = said.front();
    if (said.size() > 1) {
      const std::string more = std::to_string(said.size() - 1);
      words = {words.en + "; and " + more + " more", words.zh + "；另有" + more + "项"};
    }
    emit desk_->noticed({Notice::Tone::trouble, words, std::nullopt, false});
  });
  climb();
  connect(actions_->newOrder, &QAction::triggered, this, [this] {
    openBoard(orders_);
    orders_->write();
  });
}

void DeskWindow::showOrder(Id<Order> order) {
  openBoard(orders_);
  orders_->show(order);
}

// What has no place on the map and no dossier of its own is shown on its board.
void DeskWindow::followSelection() {
  if (const Order* order = desk_->selectedAs<Order>()) return showOrder(order->id);
  if (const Response* response = desk_->selectedAs<Response>()) {
    openBoard(responses_);
    responses_->show(response->id);
  } else if (const ChecklistItem* item = desk_->selectedAs<ChecklistItem>()) {
    openBoard(responses_);
    responses_->show(item->response, item->id);
  }
}

void DeskWindow::makeDutyBoards() {
  addBoard(actions_->callouts, new CalloutBoard(*desk_, this));
  silent_ = new SilentBoard(*desk_, this);
  addBoard(actions_->silent, silent_);
  auto* duty = new DutyBoard(*desk_, this);
  addBoard(actions_->duty, duty);
  connect(alarms_, &AlarmBar::wishedHeightChanged, this, &DeskWindow::arrange);
  connect(alarms_, &AlarmBar::silentPlaceWanted, this, [this] { openBoard(silent_); });
  connect(actions_->instructions, &QAction::triggered, this, [this, duty] {
    openBoard(duty);
    duty->openPage(DutyBoard::instructions);
  });
  connect(actions_->handover, &QAction::triggered, this, [this, duty] {
    openBoard(duty);
    duty->openPage(DutyBoard::handover);
  });
  addBoard(actions_->ledger, new LedgerBoard(*desk_, this));
  plans_ = new PlanBoard(*desk_, this);
  addBoard(actions_->plans, plans_);
}

void DeskWindow::makeRoads() {
  roads_ = new DeskRoads(*desk_, *canvas_, this);
  roadBoard_ = new RoadBoard(roads_->roads(), this);
  addBoard(actions_->roads, roadBoard_);
  dossier_->useRoads(roads_);
  silent_->useRoads(roads_->roads());
  const auto openPage = [this](RoadBoard::Page page) {
    roadBoard_->openPage(page);
    if (board_ != roadBoard_) openBoard(roadBoard_);
  };
  // Before the board opens, so that it opens on what is selected.
  disconnect(actions_->roads, nullptr, this, nullptr);
  connect(actions_->roads, &QAction::triggered, this, [this, openPage] {
    if (board_ == roadBoard_) return openBoard(nullptr);
    if (const auto target = roads_->target()) roadBoard_->setTarget(*target);
    openPage(RoadBoard::first);
  });
  connect(actions_->reach, &QAction::triggered, this, [this, openPage] {
    if (const auto target = roads_->target()) roadBoard_->setTarget(*target);
    openPage(RoadBoard::reach);
  });
  connect(here_, &HereCard::teamsWanted, this, [this, openPage](Position where) {
    roadBoard_->setTarget({where, {}, std::nullopt});
    openPage(RoadBoard::first);
    canvas_->markPlace(where);
  });
  connect(desk_, &Desk::selectionChanged, roadBoard_, [this] {
    if (board_ != roadBoard_ || !desk_->selectedAs<Incident>()) return;
    if (const auto target = roads_->target()) roadBoard_->setTarget(*target);
  });
  connect(&roadBoard_->firstPage(), &FirstPage::wayShown, roads_, &DeskRoads::showCandidate);
  connect(&roadBoard_->reachPage(), &ReachPage::reached, &roads_->onMap(), &RoadsOnMap::setReach);
  connect(&roadBoard_->reachPage(), &ReachPage::answered, canvas_, &MapCanvas::fitTo);
  connect(&roadBoard_->reachPage(), &ReachPage::chosen, canvas_, [this](const Selected& thing) {
    if (const auto at = placeOf(*desk_->shown(), thing)) canvas_->showPlace(*at);
  });
  connect(dossier_, &Dossier::closureChangeWanted, roads_, &DeskRoads::changeClosure);
  connect(actions_->closeRoad, &QAction::triggered, this, [this](bool on) {
    // A narrow screen needs its map to draw on.
    if (on && board_) openBoard(nullptr);
    desk_->take(on ? Tool::closeRoad : Tool::look);
    canvas_->setFocus();
    updateActions();
  });
}

void DeskWindow::useRoadsOf(const QString& baseMap) {
  roads_->roads().use(baseMap);
}

void DeskWindow::makeHazard() {
  hazard_ = new DeskHazard(*desk_, *canvas_, this);
  HazardPlayer& player = hazard_->player();
  timeline_->useForecast(player);
  here_->setForecast([this](Position where) { return hazard_->wordsAt(where); });
  connect(&player, &HazardPlayer::changed, here_, [this] {
    if (here_->isVisible()) here_->tellForecast();
    updateActions();
  });
  connect(actions_->playForecast, &QAction::triggered, &player,
          [&player] { player.playing() ? player.pause() : player.play(); });
  connect(actions_->frameBack, &QAction::triggered, &player, [&player] { player.step(-1); });
  connect(actions_->frameForward, &QAction::triggered, &player, [&player] { player.step(1); });
  connect(actions_->hideForecast, &QAction::triggered, &player, &HazardPlayer::hide);
  connect(actions_->goLive, &QAction::triggered, &player, &HazardPlayer::followNow);
}

void DeskWindow::makeModels() {
  models_ = new DeskModels(*desk_, *canvas_, hazard_->player(), this);
  addBoard(actions_->forecast, &models_->board());
  responses_->useAlso([this] { return models_->models().says(); });
  connect(&models_->models(), &ModelDesk::shownChanged, responses_, &ResponseBoard::lookAgain);
  connect(&models_->models(), &ModelDesk::adviceChanged, responses_, &ResponseBoard::lookAgain);
  connect(models_, &DeskModels::planWanted, this, [this](const QString& plan) {
    openBoard(responses_);
    responses_->showPlan(plan);
  });
  connect(models_, &DeskModels::draftsMade, this, [this] { openBoard(orders_); });
}

void DeskWindow::useModels(const QString& program, const QString& folder) {
  models_->use(program, folder);
}

ModelDesk& DeskWindow::models() {
  return models_->models();
}

HazardPlayer& DeskWindow::hazard() {
  return hazard_->player();
}

void DeskWindow::fillRail() {
  rail_->add(actions_->report);
  rail_->add(actions_->undo);
  rail_->addLine();
  for (const Panel& panel : panels_) rail_->add(panel.action);
  rail_->addLine();
  for (const auto& [action, board] : boards_) rail_->add(action);
  rail_->addSpring();
  rail_->add(actions_->importTable);
  rail_->add(actions_->theme);
  rail_->add(actions_->language);
}

void DeskWindow::connectActions() {
  connect(actions_->report, &QAction::triggered, this, [this](bool on) {
    desk_->take(on ? Tool::report : Tool::look);
    updateActions();
  });
  connect(actions_->fit, &QAction::triggered, canvas_, &MapCanvas::fit);
  connect(actions_->zoomIn, &QAction::triggered, this, [this] { canvas_->zoomBy(1); });
  connect(actions_->zoomOut, &QAction::triggered, this, [this] { canvas_->zoomBy(-1); });
  connect(actions_->undo, &QAction::triggered, desk_, &Desk::undoLast);
  connect(actions_->printMap, &QAction::triggered, print_, &DeskPrint::ask);
  connect(actions_->act, &QAction::triggered, dossier_, &Dossier::act);
  connect(actions_->people, &QAction::triggered, dossier_, &Dossier::askFigure);
  connect(actions_->counts, &QAction::triggered, dossier_, &Dossier::askCounts);
  connect(actions_->stock, &QAction::triggered, dossier_, &Dossier::askStock);
  connect(actions_->change, &QAction::triggered, dossier_, &Dossier::askChange);
  connect(actions_->escape, &QAction::triggered, this, &DeskWindow::giveUp);
  connect(actions_->goLive, &QAction::triggered, desk_, &Desk::goLive);
  connect(actions_->find, &QAction::triggered, this, [this] {
    if (!openPanelNow() || !panels_[*openPanelNow()].list) togglePanel(0);
    panels_[*openPanelNow()].list->focusFilter();
  });
  connect(actions_->search, &QAction::triggered, this, [this] { palette_->open(); });
  connect(strip_, &TopStrip::searchWanted, actions_->search, &QAction::trigger);
  connect(actions_->seat, &QAction::triggered, this, [this] {
    if (seat_->isVisible()) return seat_->close();
    seat_->openAt(strip_->seatPlace().right(), strip_->geometry().bottom() + kUnit);
  });
  connect(strip_, &TopStrip::ordersWanted, this, [this] {
    openBoard(orders_);
    orders_->showUrgent();
  });
  connect(strip_, &TopStrip::seatWanted, actions_->seat, &QAction::trigger);
  connect(actions_->theme, &QAction::triggered, this,
          [this] { useTheme(theme_ == Theme::dark ? Theme::light : Theme::dark); });
  connect(actions_->language, &QAction::triggered, this, [this] {
    language_.use(DeskLanguage::current() == Language::chinese ? Language::english : Language::chinese);
  });
}

void DeskWindow::connectPanels() {
  connect(canvas_, &MapCanvas::placed, this, [this](Position where, QPoint at) {
    form_->openAt(where, at);
    canvas_->markPlace(where);
  });
  const auto report = [this](Position where) {
    form_->openAt(where, canvas_->screenOf(where).toPoint());
    canvas_->markPlace(where);
  };
  connect(palette_, &Palette::reportWanted, this, report);
  connect(palette_, &Palette::planWanted, this, [this](const QString& id, bool text) {
    if (text) {
      openBoard(plans_);
      plans_->openPlan(id);
    } else {
      openBoard(responses_);
      responses_->showPlan(id);
    }
  });
  connect(dossier_, &Dossier::reportWanted, this, report);
  connect(canvas_, &MapCanvas::asked, this, [this](Position where, QPoint at) {
    constexpr double kReachPx = 8;
    form_->close();
    canvas_->markPlace(where);
    here_->openAt(where, mercatorOf(where), kReachPx * canvas_->view().metresPerPixel(), at);
  });
  connect(here_, &HereCard::closed, this, [this] {
    canvas_->markPlace(std::nullopt);
    canvas_->setFocus();
  });
  connect(here_, &HereCard::reportWanted, this, report);
  connect(form_, &NewIncidentForm::closed, this, [this] {
    desk_->take(Tool::look);
    canvas_->markPlace(std::nullopt);
    canvas_->setFocus();
  });
  connect(&session_, &StationSession::opened, this, [this] {
    panels_.front().list->selectFirst();
    updateTitle();
    updateActions();
  });
  // A report that was being typed when the program ended goes on.
  connect(&desk_->drafts(), &Drafts::loaded, this, [this] {
    const auto where = form_->leftOpenAt();
    if (!where || form_->isVisible() || !desk_->live()) return;
    form_->openAt(*where, canvas_->screenOf(*where).toPoint());
    canvas_->markPlace(*where);
  });
  connect(&session_, &StationSession::openFailed, this, [this](const Error& error) {
    emit desk_->noticed({Notice::Tone::trouble, std::nullopt, error, false});
  });
  connect(&session_, &StationSession::readingFailed, this, [this](const std::optional<Error>& error) {
    if (error) emit desk_->noticed({Notice::Tone::trouble, std::nullopt, error, false});
  });
  connect(desk_, &Desk::selectionChanged, this, &DeskWindow::arrange);
  connect(desk_, &Desk::selectionChanged, this, &DeskWindow::followSelection);
  connect(desk_, &Desk::toolChanged, this, &DeskWindow::updateActions);
  connect(desk_, &Desk::undoableChanged, this, &DeskWindow::updateActions);
  connect(desk_, &Desk::liveChanged, this, [this] {
    applyLook(theme_, desk_->live() ? Tense::present : Tense::past);
    updateActions();
  });
}

void DeskWindow::connectImport() {
  connect(actions_->importTable, &QAction::triggered, this, [this] {
    if (import_->isVisible())
      import_->close();
    else
      import_->open();
  });
  connect(import_, &ImportPanel::opened, this, [this] {
    openBoard(nullptr);
    // A narrow screen has no room for the dossier beside it.
    if (!isWide(size())) desk_->select(std::nullopt);
    arrange();
  });
  connect(import_, &ImportPanel::closed, this, [this] {
    arrange();
    canvas_->setFocus();
  });
  connect(import_, &ImportPanel::sketched, canvas_, &MapCanvas::setSketch);
  connect(import_, &ImportPanel::looksAt, canvas_, &MapCanvas::fitTo);
}

// ---- where things lie

std::optional<std::size_t>& DeskWindow::openPanelNow() {
  return open_[isWide(size())];
}

void DeskWindow::togglePanel(std::size_t panel) {
  auto& open = openPanelNow();
  // Under a board the list is out of sight: asking for it closes the board and shows it.
  open = open == panel && !board_ ? std::nullopt : std::optional(panel);
  board_ = nullptr;
  arrange();
  emit panelChanged();
}

QString DeskWindow::panel() const {
  const auto& open = open_[isWide(size())];
  return open ? panels_[*open].action->objectName() : QString();
}

void DeskWindow::openPanel(const QString& name) {
  auto& open = openPanelNow();
  open.reset();
  for (std::size_t i = 0; i < panels_.size(); ++i)
    if (panels_[i].action->objectName() == name) open = i;
  arrange();
}

void DeskWindow::useNamesOf(const QString& baseMap) {
  palette_->findNamesOf(baseMap);
  import_->useNamesOf(baseMap);
}

void DeskWindow::arrange() {
  const auto& panel = openPanelNow();
  const bool wide = isWide(size());
  const Open open{panel.has_value(), wide || !desk_->allSelected().empty()};
  Arrangement a = arranged(size(), open);
  // What may not be overlooked stands under the strip; lists, map and boards make room for it.
  const int alarm = alarms_->wishedHeight();
  alarms_->setGeometry(a.rail.right() + 1, a.rail.top(), width() - a.rail.right() - 1, alarm);
  alarms_->setVisible(alarm > 0);
  for (QRect* part : {&a.left, &a.right, &a.map}) part->setTop(part->top() + alarm);
  if (panel) left_->setCurrentWidget(panels_[*panel].widget);
  strip_->setGeometry(a.strip);
  rail_->setGeometry(a.rail);
  left_->setGeometry(a.left);
  left_->setVisible(open.left && !import_->isVisible() && !board_);
  dossier_->setGeometry(a.right);
  dossier_->setClosable(!wide);
  dossier_->setVisible(open.right);
  timeline_->setGeometry(a.timeline);
  canvas_->setGeometry(a.map);
  QMargins covered = a.covered;
  if (import_->isVisible()) {
    import_->lieOver({a.rail.right() + 1, a.map.top(), a.right.left() - a.rail.right() - 1, a.map.height()});
    covered.setLeft(std::max(covered.left(), import_->geometry().right() - a.map.left()));
  }
  for (const auto& [action, board] : boards_) {
    const bool shown = board == board_;
    action->setChecked(shown);
    if (shown) {
      const int room = (open.right ? a.right.left() : width()) - a.rail.right() - 1;
      const int width = room - board->wishedWidth() < kLeastMap ? room : board->wishedWidth();
      board->setGeometry(a.rail.right() + 1, a.map.top(), width, a.map.height());
      board->raise();
      covered.setLeft(std::max(covered.left(), board->geometry().right() - a.map.left()));
    }
    board->setVisible(shown);
  }
  canvas_->setCovered(covered);
  notices_->setRoom(a.map);
  // Above the scale bar.
  mapTools_->move(a.map.width() - covered.right() - mapTools_->width() - 18, a.map.height() - mapTools_->height() - 60);
  for (std::size_t i = 0; i < panels_.size(); ++i) panels_[i].action->setChecked(panel == i && !board_);
}

void DeskWindow::resizeEvent(QResizeEvent*) {
  arrange();
}

bool DeskWindow::situationPainted() const {
  return session_.situation() && canvas_->objectsPainted();
}

bool DeskWindow::settled() const {
  const auto& open = open_[isWide(size())];
  return session_.situation() && canvas_->settled() &&
         (!open || !panels_[*open].list || panels_[*open].list->settled()) && responses_->settled() &&
         orders_->settled() && roads_->idle() && hazard_->player().settled() && models_->idle() && !print_->busy() &&
         (board_ != plans_ || plans_->settled());
}

// ---- what it says

void DeskWindow::useTheme(Theme theme) {
  if (theme == theme_) return;
  theme_ = theme;
  applyLook(theme_, desk_->live() ? Tense::present : Tense::past);
  retranslate();
  emit themeChanged(theme_);
}

void DeskWindow::giveUp() {
  if (seat_->isVisible())
    seat_->close();
  else if (here_->isVisible())
    here_->close();
  else if (form_->isVisible())
    form_->close();
  else if (roads_->giveUp() || print_->giveUp())
    return;
  else if (import_->isVisible())
    import_->close();
  else if (board_)
    board_->givesUp() ? void() : openBoard(nullptr);
  else if (desk_->tool() != Tool::look)
    desk_->take(Tool::look);
  else if (!desk_->live())
    desk_->goLive();
  else if (!isWide(size()) && openPanelNow())
    togglePanel(*openPanelNow());
  else
    desk_->select(std::nullopt);
  canvas_->markPlace(std::nullopt);
}

void DeskWindow::updateActions() {
  actions_->report->setChecked(desk_->tool() == Tool::report);
  actions_->closeRoad->setChecked(desk_->tool() == Tool::closeRoad);
  actions_->closeRoad->setEnabled(desk_->live() && session_.situation());
  actions_->report->setEnabled(desk_->live() && session_.situation());
  actions_->act->setEnabled(desk_->live());
  const HazardPlayer* player = hazard_ ? &hazard_->player() : nullptr;
  const bool foresees = player && player->shown();
  for (QAction* frame : {actions_->playForecast, actions_->frameBack, actions_->frameForward})
    frame->setEnabled(foresees && desk_->live());
  actions_->hideForecast->setEnabled(foresees);
  actions_->goLive->setEnabled(!desk_->live() || (foresees && !player->follows()));
  const auto last = desk_->undoable();
  actions_->undo->setEnabled(desk_->live() && last);
  actions_->undo->setToolTip(last ? tr("Undo: %1 (Ctrl+Z)").arg(inSentence(*last))
                                  : tr("Nothing of your own to undo (Ctrl+Z)"));
}

void DeskWindow::updateTitle() {
  const Snapshot& s = session_.situation();
  if (!s) {
    setWindowTitle(tr("Fengsui"));
    return;
  }
  const QString mode = s->station.mode == Mode::exercise ? QStringLiteral("演练 EXERCISE · ") : QString();
  setWindowTitle(mode + tr("%1 – Fengsui").arg(qs(s->station.name)));
}

void DeskWindow::retranslate() {
  actions_->retranslate(theme_ == Theme::dark);
  updateActions();
  updateTitle();
  if (hazard_) hazard_->retell();
}

void DeskWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace fengsui
