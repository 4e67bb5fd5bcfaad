// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <filesystem>

#include "ui/desk/desk.h"
#include "ui/import/importmodel.h"
#include "ui/session/latestjob.h"

class QCheckBox;
class QLabel;
class QTableView;

namespace fengsui {

class ActionButton;
class FaultList;
class ImportChoices;
class MappingHead;

/// A table on its way into the station: chosen, understood, mended, looked at on the map, and imported with one
/// command. Lies over the desk and stops nothing. What was said about a file is kept while the panel is closed.
class ImportPanel : public QFrame {
  Q_OBJECT

 public:
  /// @p window: where files are dropped, and over which the panel lies.
  ImportPanel(Desk& desk, QWidget* window);
  ~ImportPanel() override;

  void open();
  void close();
  void openFile(const QString& path);
  /// The base map whose names tell where places are: base.gpkg of the map that is open, wherever it lies.
  void useNamesOf(const QString& baseMap) { baseMap_ = baseMap.toStdString(); }
  /// Lies at the left of @p room, leaving some of it to the map.
  void lieOver(const QRect& room);
  /// Whether file and table are shown as they are now.
  [[nodiscard]] bool settled() const { return reading_.idle() && checking_.idle(); }

 signals:
  void opened();
  void closed();
  /// What the map shows of the rows; null: nothing.
  void sketched(std::shared_ptr<const fengsui::Sketch> sketch);
  /// The map is to show this. Units: EPSG:3857.
  void looksAt(const QRectF& extent);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool event(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Read {
    quint64 generation = 0;
    ReadFile file;
  };
  struct Found {
    quint64 generation = 0;
    ImportFindings findings;
  };
  struct Mending {
    std::pair<int, std::string> cell;
    std::optional<std::string> before;
  };

  [[nodiscard]] LatestJob<Read>::Work reading() const;
  [[nodiscard]] LatestJob<Found>::Work checking() const;
  void takeRead(Read read);
  void takeFound(Found found);
  void readAnew(bool otherFile);
  void check();
  void write(const std::vector<CellEdit>& edits);
  void takeBackMending();
  void chooseUse(int column, const ColumnUse& use);
  void lookAt(const Error& fault);
  void import();
  void heard(const Notice& notice);
  void forget();
  void keep();
  void offerDraft();
  void say();
  void retranslate();
  void setWidths();
  void showNothing();
  [[nodiscard]] const std::string& fileCell(int row, const std::string& column) const;

  Desk& desk_;
  QWidget* window_;
  quint64 generation_ = 0;
  ReadFile file_;
  bool busy_ = false;     ///< the file is being read
  std::string restored_;  ///< the stamp of the file to which the restored mendings belong; empty: none to be checked
  bool importing_ = false;
  bool framed_ = false;  ///< whether the map has been brought to the rows of this file
  bool widths_ = false;
  SaidUses said_;
  CellTexts edits_;
  std::vector<std::vector<Mending>> mendings_;  ///< last one last, to be taken back
  std::shared_ptr<const ImportFindings> findings_;
  std::optional<Text> importedAs_;
  std::filesystem::path baseMap_;
  std::optional<Error> refusal_;  ///< of the last attempt; until something is done about it

  QLabel* title_;
  ActionButton* close_;
  ImportChoices* choices_;
  ImportModel* model_;
  QTableView* table_;
  MappingHead* head_;
  QLabel* empty_;
  QLabel* counts_;
  QLabel* faultCount_;
  QCheckBox* onlyFaulty_;
  ActionButton* takeBack_;
  FaultList* faults_;
  QCheckBox* leaveOut_;
  ActionButton* import_;

  LatestJob<Read> reading_;
  LatestJob<Found> checking_;
};

}  // namespace fengsui
