// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/canvas/basemap.h"
#include "ui/desk/desk.h"

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace fengsui {

/// What the map shows: the live objects with their symbols, and the layers of the base map, which can be left out of
/// the picture. A layer that cannot be drawn says why.
class LayerPanel : public QWidget {
  Q_OBJECT

 public:
  /// @p base lives longer than the panel.
  LayerPanel(const Desk& desk, BaseMap& base, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void refresh();
  void addSymbols();
  static void addMarks(QTreeWidgetItem* live);
  void addLayers();
  void take(QTreeWidgetItem* item);

  const Desk& desk_;
  BaseMap& base_;
  QLabel* title_;
  QTreeWidget* tree_;
  bool filling_ = false;
};

}  // namespace fengsui
