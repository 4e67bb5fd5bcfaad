// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <map>

#include "ui/import/importfindings.h"

namespace fengsui {

/// Texts written over cells, by row number and column.
using CellTexts = std::map<std::pair<int, std::string>, std::string>;

/// The rows of a table with what was found about them: all, or only those with faults. Reads straight from the
/// findings; a cell that was just written shows its text before it has been checked.
class ImportModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  /// @p edits lives longer than the model.
  ImportModel(const CellTexts& edits, QObject* parent = nullptr);

  void show(std::shared_ptr<const ImportFindings> findings);
  void showOnlyFaulty(bool only);
  [[nodiscard]] bool onlyFaulty() const { return onlyFaulty_; }
  /// The cell of a fault; invalid where it has none, or is not shown.
  [[nodiscard]] QModelIndex cellOf(const Error& fault) const;
  /// Row::number; 0 where there is none.
  [[nodiscard]] int numberOf(int shownRow) const;
  [[nodiscard]] const ImportFindings* findings() const { return findings_.get(); }

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;

 signals:
  void edited(int row, const std::string& column, const QString& text);

 private:
  [[nodiscard]] std::size_t tableRow(int shownRow) const;
  [[nodiscard]] const std::string* textOf(const QModelIndex& index) const;
  [[nodiscard]] bool isEdited(const QModelIndex& index) const;
  [[nodiscard]] QString tipOf(const QModelIndex& index) const;
  [[nodiscard]] bool hasFault(const QModelIndex& index) const;
  void select();

  const CellTexts& edits_;
  std::shared_ptr<const ImportFindings> findings_;
  bool onlyFaulty_ = false;
  std::vector<std::size_t> rows_;  ///< of those shown, into the table; empty while all are
};

}  // namespace fengsui
