// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "ui/import/importfindings.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace fengsui {

class ActionButton;

/// Which file, and how it is to be read: sheet, encoding, what it lists, where its coordinates are at home.
class ImportChoices : public QWidget {
  Q_OBJECT

 public:
  explicit ImportChoices(QWidget* parent = nullptr);

  [[nodiscard]] const QString& file() const { return file_; }
  /// Of the file: layer, encoding, coordinate system. As ReadOptions.
  [[nodiscard]] ReadOptions options() const;
  /// What the person said, else what was guessed.
  [[nodiscard]] std::optional<Kind> kind() const;

  void openFile(const QString& path);
  /// The same file again with what was said about it; tells nobody.
  void restore(const QString& path, const ReadOptions& options, const std::optional<Kind>& kind);
  /// What the person said it lists; nothing where it is left to the guess.
  [[nodiscard]] std::optional<Kind> saidKind() const;
  void showRead(const ReadFile& read);
  /// Offers to read the coordinates as the guess says.
  void showGuess(const std::optional<DatumGuess>& guess);
  /// Says something about the file as a whole; empty: nothing.
  void showRemark(const QString& text, bool trouble);
  void setCrs(const QString& crs);
  /// As if no file had been chosen yet.
  void forget();
  void chooseFile();
  void focusFirst();
  /// Puts something before and something behind the file, in its line.
  void frameFile(QWidget* before, QWidget* behind);

 signals:
  void fileChosen();      ///< another file: all that was said about the old one is void
  void readingChanged();  ///< the same file is to be read otherwise
  void kindChanged();

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void retranslate();
  void fillKinds();
  void fillCrs();
  void crsPicked();
  void fillLayers(const Table& table);
  void fillEncodings();
  void fitRemark();

  QString file_;
  std::optional<Kind> guessed_;
  std::optional<DatumGuess> guess_;
  ActionButton* choose_;
  QLineEdit* path_;
  QHBoxLayout* fileRow_;
  QLabel* kindLabel_;
  QComboBox* kind_;
  QLabel* layerLabel_;
  QComboBox* layer_;
  QLabel* encodingLabel_;
  QComboBox* encoding_;
  QLabel* crsLabel_;
  QComboBox* crs_;
  QLineEdit* epsg_;
  QLabel* remark_;
  QString said_;  ///< the remark in full
  QWidget* guessRow_;
  QLabel* guessWords_;
  ActionButton* takeGuess_;
};

}  // namespace fengsui
