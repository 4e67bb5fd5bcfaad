// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/canvas/basemap.h"
#include "ui/desk/desk.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"

class QAction;

namespace fengsui {

class Dossier;
class IncidentList;
class MapCanvas;
class Palette;
class Rail;
class ReportForm;

/// The window of the desk. It places the panels, holds the actions with their keys, and nothing else.
class DeskWindow : public QWidget {
  Q_OBJECT

 public:
  DeskWindow(StationSession& session, BaseMap& base, DeskLanguage& language, Theme theme, QWidget* parent = nullptr);
  ~DeskWindow() override;

  [[nodiscard]] Desk& desk() { return *desk_; }
  [[nodiscard]] MapCanvas& canvas() { return *canvas_; }
  /// Whether map and situation are painted as they are now.
  [[nodiscard]] bool settled() const;
  [[nodiscard]] Theme theme() const { return theme_; }
  void useTheme(Theme theme);

 signals:
  void themeChanged(fengsui::Theme theme);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QAction* action(const QList<QKeySequence>& keys, const char* name);
  void makeActions();
  void connectPanels();
  void retranslate();
  void updateActions();
  void updateTitle();
  void giveUp();

  StationSession& session_;
  DeskLanguage& language_;
  Theme theme_;
  Desk* desk_;
  MapCanvas* canvas_ = nullptr;
  IncidentList* incidents_ = nullptr;
  Dossier* dossier_ = nullptr;
  Rail* rail_ = nullptr;
  ReportForm* form_ = nullptr;
  Palette* palette_ = nullptr;
  QAction* report_ = nullptr;
  QAction* fit_ = nullptr;
  QAction* zoomIn_ = nullptr;
  QAction* zoomOut_ = nullptr;
  QAction* undo_ = nullptr;
  QAction* switchTheme_ = nullptr;
  QAction* switchLanguage_ = nullptr;
  QAction* act_ = nullptr;
  QAction* escape_ = nullptr;
  QAction* now_ = nullptr;
  QAction* search_ = nullptr;
};

}  // namespace fengsui
