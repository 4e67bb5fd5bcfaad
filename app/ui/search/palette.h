// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "ui/search/paletterow.h"
#include "ui/search/searcher.h"

class QLineEdit;
class QListView;

namespace fengsui {

class MapCanvas;
class PaletteModel;

/// The command palette: one line into which everything can be typed that the desk can find or do, and under it what
/// fits. Floats over the map; the keyboard is enough for all of it.
///
/// Thread: GUI; looking up is the Searcher's.
class Palette : public QFrame {
  Q_OBJECT

 public:
  /// @param window whose actions can be found; the palette lies over its @p canvas.
  Palette(Desk& desk, MapCanvas& canvas, QWidget* window);

  void open(const QString& text = {});
  /// Finds the names of the base map too, once they are read. @param file base.gpkg of the district.
  void findNamesOf(const QString& file) { searcher_.readMap(file.toStdString()); }
  void close();
  /// Whether what is shown answers what is typed.
  [[nodiscard]] bool settled() const { return answered_ == asked_; }

 signals:
  /// Somebody wants to report an incident at a place that was found.
  void reportWanted(fengsui::Position where);
  /// Somebody wants to see what a plan would begin and which of its levels hold; or its text.
  void planWanted(const QString& id, bool text);
  void closed();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  bool press(QKeyEvent& key);
  void ask();
  void show(std::vector<PaletteRow> rows);
  void mark(int row);
  void move(int step, bool page);
  void choose(bool other);
  void chooseThing(const PaletteRow& row);
  void chooseGround(const PaletteRow& row, bool reportThere);
  void report(const ReportLine& line, bool atTheMiddle);
  void goTo(Position there, bool nearer);
  void complete();
  void place();
  void retranslate();
  void collectActions();
  [[nodiscard]] const PaletteRow* marked() const;
  [[nodiscard]] std::optional<Position> middle() const;
  [[nodiscard]] QString hint() const;

  Desk& desk_;
  MapCanvas& canvas_;
  QWidget* window_;
  Searcher searcher_;
  QList<QAction*> actions_;
  QLineEdit* edit_;
  QListView* list_;
  PaletteModel* model_;
  quint64 asked_ = 0;
  quint64 answered_ = 0;
  std::optional<qsizetype> completes_;      ///< where the word begins that the rows complete
  std::optional<bool> chooseWhenAnswered_;  ///< Enter was faster than the answer; whether with Shift
};

}  // namespace fengsui
