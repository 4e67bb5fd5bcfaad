// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/deskactions.h"

#include <QWidget>

#include "ui/look/icons.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"

namespace fengsui {
namespace {

constexpr const char* kIcon = "iconName";

}  // namespace

DeskActions::DeskActions(QWidget* window) : QObject(window), report(nullptr), window_(window) {
  report = add("report", {Qt::Key_R}, "report");
  report->setCheckable(true);
  act = add("act", {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
  people = add("people", {Qt::Key_P});
  counts = add("counts", {Qt::Key_H});
  stock = add("stock", {Qt::Key_S});
  change = add("edit", {Qt::Key_E});
  undo = add("undo", {QKeySequence::Undo}, "undo");
  goLive = add("goLive", {Qt::CTRL | Qt::Key_End});
  incidents = add("panelIncidents", {Qt::Key_1}, "incidents");
  teams = add("panelTeams", {Qt::Key_2}, "teams");
  depots = add("panelDepots", {Qt::Key_3}, "depots");
  shelters = add("panelShelters", {Qt::Key_4}, "shelters");
  zones = add("panelZones", {Qt::Key_5}, "zones");
  facilities = add("panelFacilities", {Qt::Key_6}, "facilities");
  closures = add("panelClosures", {Qt::Key_7}, "closures");
  layers = add("panelLayers", {Qt::Key_8, Qt::Key_L}, "layers");
  for (QAction* panel : panels()) panel->setCheckable(true);
  responses = add("boardResponses", {Qt::Key_B}, "responses");
  orders = add("boardOrders", {Qt::Key_O}, "orders");
  newOrder = add("newOrder", {Qt::Key_N});
  plans = add("boardPlans", {Qt::Key_A}, "plans");
  search = add("search", {Qt::CTRL | Qt::Key_K}, "search");
  find = add("find", {QKeySequence::Find});
  callouts = add("boardCallouts", {Qt::Key_Y}, "callouts");
  silent = add("boardSilent", {Qt::Key_G}, "silent");
  duty = add("boardDuty", {Qt::Key_D}, "duty");
  ledger = add("boardLedger", {Qt::Key_V}, "ledger");
  roads = add("boardRoads", {Qt::Key_T}, "roads");
  reach = add("reach", {Qt::Key_U});
  forecast = add("boardForecast", {Qt::Key_Q}, "forecast");
  closeRoad = add("closeRoad", {Qt::Key_X}, "closeroad");
  closeRoad->setCheckable(true);
  instructions = add("instructions", {});
  handover = add("handover", {});
  playForecast = add("playForecast", {});
  frameBack = add("frameBack", {Qt::Key_Comma});
  frameForward = add("frameForward", {Qt::Key_Period});
  hideForecast = add("hideForecast", {});
  seat = add("seat", {Qt::Key_W});
  importTable = add("import", {Qt::Key_I}, "import");
  printMap = add("printMap", {QKeySequence::Print});
  fit = add("fit", {Qt::Key_F, Qt::Key_Home}, "fit");
  zoomIn = add("zoomIn", {QKeySequence::ZoomIn}, "zoomin");
  zoomOut = add("zoomOut", {QKeySequence::ZoomOut}, "zoomout");
  theme = add("theme", {Qt::CTRL | Qt::Key_T}, "theme");
  language = add("language", {Qt::CTRL | Qt::Key_L}, "language");
  escape = add("escape", {Qt::Key_Escape});
}

QAction* DeskActions::add(const char* name, const QList<QKeySequence>& keys, const char* icon) {
  auto* action = new QAction(this);
  action->setObjectName(QLatin1String(name));
  action->setShortcuts(keys);
  action->setProperty(kIcon, QLatin1String(icon));
  window_->addAction(action);
  all_.push_back(action);
  return action;
}

std::vector<QAction*> DeskActions::panels() const {
  return {incidents, teams, depots, shelters, zones, facilities, closures, layers};
}

QString DeskActions::iconOf(const QAction* action) {
  return action->property(kIcon).toString();
}

void DeskActions::colour(const std::vector<QAction*>& tools) {
  const Tokens& t = tokens();
  for (QAction* tool : tools) tool->setIcon(iconNamed(iconOf(tool), t.text, mixed(t.dim, t.panel, 0.5), t.action));
}

void DeskActions::say(QAction* action, const QString& text, const QString& tip) {
  action->setText(text);
  const QString key = action->shortcut().toString(QKeySequence::NativeText);
  action->setToolTip(key.isEmpty() ? tip : tip + QStringLiteral(" (") + key + u')');
}

void DeskActions::retranslate(bool darkNow) {
  say(report, tr("Report"), tr("Report an incident: click on the map"));
  say(act, tr("Next action"), tr("Do what the button of the dossier says"));
  say(people, tr("People at the incident"), tr("How many are trapped, moved, missing …, and whose count it is"));
  say(counts, tr("Whose count holds"), tr("Decide between counts that differ, or take a wrong one back"));
  say(stock, tr("Supplies in and out"), tr("Hand out, reserve, move, take in or count supplies of the selected depot"));
  say(change, tr("Change the incident"), tr("Level, status, commander and more"));
  say(undo, tr("Undo"), tr("Nothing of your own to undo"));
  say(goLive, tr("Now"), tr("Stop looking back"));
  say(incidents, tr("Incidents"), tr("What is happening"));
  say(teams, tr("Teams"), tr("Who there is, and who is free"));
  say(depots, tr("Depots"), tr("Where which supplies are"));
  say(shelters, tr("Shelters"), tr("Where people can go, and how full it is"));
  say(zones, tr("Zones"), tr("Villages and places at risk"));
  say(facilities, tr("Facilities"), tr("Schools, hospitals, care homes …"));
  say(closures, tr("Closures"), tr("Roads that are closed or will be, and until when"));
  say(roads, tr("First there"), tr("Who can be first at what is selected, by road, and why"));
  say(reach, tr("Reached in time"), tr("What teams reach within minutes, and which villages nobody does"));
  say(forecast, tr("Forecast"), tr("What gauges call for, what a model says will happen, and what to do about it"));
  say(closeRoad, tr("Close a road"), tr("Draw on the map where a road is closed"));
  say(playForecast, tr("Play the forecast"), tr("Its frames on the map, one after the other, and pause"));
  say(frameBack, tr("Frame back"), tr("The forecast a frame earlier"));
  say(frameForward, tr("Frame on"), tr("The forecast a frame later"));
  say(hideForecast, tr("Hide the forecast"), tr("Take the forecast off the map"));
  say(layers, tr("Map"), tr("What the symbols mean, and which layers the map shows"));
  say(responses, tr("Responses"), tr("Plans, responses and their checklists"));
  say(orders, tr("Orders"), tr("All orders, the late and refused ones first"));
  say(newOrder, tr("New order"), tr("Write an order about what is selected"));
  say(plans, tr("Plans"), tr("Read, write and check the plans"));
  say(search, tr("Search or command"), tr("Find anything, or do it"));
  say(find, tr("Find in list"), tr("Type into the filter of the open list"));
  say(callouts, tr("Call-out"), tr("Call out the persons responsible, and see who is not reached"));
  say(silent, tr("Silent"), tr("Places that owe a report and have not given it"));
  say(duty, tr("Duty"), tr("Duty reports, directives, consultations, handover"));
  say(ledger, tr("Moving"), tr("Who moves, counted at house, junction and shelter"));
  say(instructions, tr("Instructions and consultations"), tr("What leaders said word for word, and who met"));
  say(handover, tr("Since you left"), tr("What has changed since you left the desk"));
  say(seat, tr("Who sits here"), tr("The name and post under which this desk records"));
  say(importTable, tr("Import"), tr("Bring in a table or a layer"));
  say(printMap, tr("Print map…"), tr("The map as it stands, or the forecast, on paper"));
  say(fit, tr("All"), tr("Show everything"));
  say(zoomIn, tr("Nearer"), tr("Show more detail; the wheel does it too"));
  say(zoomOut, tr("Farther"), tr("Show more area; the wheel does it too"));
  say(theme, darkNow ? tr("Light") : tr("Dark"), darkNow ? tr("Light colours") : tr("Dark colours"));
  say(escape, tr("Back"), tr("Give up what is under way"));
  // The other language by its own name: whoever does not read this one must find it.
  const bool chinese = DeskLanguage::current() == Language::chinese;
  say(language, chinese ? QStringLiteral("English") : QStringLiteral("中文"),
      chinese ? QStringLiteral("Switch to English") : QStringLiteral("切换为中文"));
}

}  // namespace fengsui
