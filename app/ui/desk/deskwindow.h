// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <array>
#include <vector>

#include "ui/desk/arrangement.h"
#include "ui/desk/desk.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"

class QStackedWidget;

namespace fengsui {

class AlarmBar;
class BaseMap;
class Board;
class DeskActions;
class DeskHazard;
class DeskModels;
class DeskPrint;
class DeskRoads;
class Dossier;
class HazardPlayer;
class HereCard;
class ImportPanel;
class MapCanvas;
class MapTools;
class ModelDesk;
class NewIncidentForm;
class OrderBoard;
class NoticeBar;
class Palette;
class PlanBoard;
class Rail;
class ResponseBoard;
class RoadBoard;
class SeatForm;
class SilentBoard;
class ThingList;
class Timeline;
class TopStrip;

/// The window of the desk. It places the panels, joins them with the actions, and nothing else.
class DeskWindow : public QWidget {
  Q_OBJECT

 public:
  DeskWindow(StationSession& session, BaseMap& base, DeskLanguage& language, Theme theme, QWidget* parent = nullptr);
  ~DeskWindow() override;

  [[nodiscard]] Desk& desk() { return *desk_; }
  [[nodiscard]] MapCanvas& canvas() { return *canvas_; }
  [[nodiscard]] DeskActions& actions() { return *actions_; }
  /// Whether map, lists and situation are shown as they are now.
  [[nodiscard]] bool settled() const;
  /// Whether the live objects are painted as they are now, with a map under them or not.
  [[nodiscard]] bool situationPainted() const;
  [[nodiscard]] Theme theme() const { return theme_; }
  void useTheme(Theme theme);

  /// The panel open at the left by the name of its action; empty where none is.
  [[nodiscard]] QString panel() const;
  void openPanel(const QString& name);

  /// The names of the base map are found, and tell where imported places are. @p baseMap: base.gpkg of the open map.
  void useNamesOf(const QString& baseMap);
  /// Ways are found on its roads. @p baseMap: as above, or any layer of roads.
  void useRoadsOf(const QString& baseMap);
  /// Hazard models compute on its terrain. @p folder: of the map. @p program: the path of fengsuictl, which runs them.
  void useModels(const QString& program, const QString& folder);
  /// Plays a forecast on the map.
  [[nodiscard]] HazardPlayer& hazard();
  /// Models, and the forecast that holds.
  [[nodiscard]] ModelDesk& models();
  /// Puts the map on paper.
  [[nodiscard]] DeskPrint& print() { return *print_; }

 signals:
  void themeChanged(fengsui::Theme theme);
  void panelChanged();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  struct Panel {
    QAction* action;
    QWidget* widget;
    ThingList* list;  ///< the same where it is one; else nullptr
  };

  void makePanels(BaseMap& base);
  void makeBoards();
  void showOrder(Id<Order> order);
  void followSelection();
  void makeDutyBoards();
  void makeRoads();
  void makeHazard();
  void makeModels();
  void addBoard(QAction* action, Board* board);
  void addPanel(QAction* action, QWidget* widget, ThingList* list);
  void fillRail();
  void connectActions();
  void connectPanels();
  void connectImport();
  void togglePanel(std::size_t panel);
  void openBoard(Board* board);
  void arrange();
  void retranslate();
  void updateActions();
  void updateTitle();
  void giveUp();
  [[nodiscard]] std::optional<std::size_t>& openPanelNow();

  StationSession& session_;
  DeskLanguage& language_;
  Theme theme_;
  Desk* desk_;
  DeskActions* actions_;
  TopStrip* strip_;
  Rail* rail_;
  QStackedWidget* left_;
  MapCanvas* canvas_;
  Dossier* dossier_;
  Timeline* timeline_;
  MapTools* mapTools_;
  SeatForm* seat_;
  HereCard* here_;
  NewIncidentForm* form_;
  NoticeBar* notices_;
  AlarmBar* alarms_;
  Palette* palette_;
  ImportPanel* import_;
  std::vector<Panel> panels_;
  std::vector<std::pair<QAction*, Board*>> boards_;
  ResponseBoard* responses_;
  OrderBoard* orders_;
  PlanBoard* plans_;
  SilentBoard* silent_;
  DeskRoads* roads_;
  DeskHazard* hazard_ = nullptr;
  DeskModels* models_ = nullptr;
  DeskPrint* print_ = nullptr;
  RoadBoard* roadBoard_;
  Board* board_ = nullptr;
  /// The open panel, on a narrow screen and on a wide one.
  std::array<std::optional<std::size_t>, 2> open_{std::nullopt, 0};
};

}  // namespace fengsui
