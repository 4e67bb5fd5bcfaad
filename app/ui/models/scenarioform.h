// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "ui/models/modeldesk.h"

class QFormLayout;
class QLabel;
class QScrollArea;

namespace fengsui {

class ActionButton;

/// A form made from the settings of a module: the main ones first, the others for those who look for them. What is left
/// empty has its standard value.
class ScenarioForm : public QWidget {
  Q_OBJECT

 public:
  explicit ScenarioForm(Desk& desk, QWidget* parent);

  void setFields(const std::vector<ScenarioField>& fields);
  /// What differs from the standard values, by name.
  [[nodiscard]] Json settings() const;
  /// What is left out of @p settings is emptied.
  void fill(const Json& settings);
  void set(const std::string& name, const QString& value);
  /// What is wrong, with the field and the value where it is about one.
  [[nodiscard]] QString wordsOf(const Error& fault) const;
  /// Marks the field at fault; nothing: all are well.
  void setFault(const std::optional<Error>& fault);
  void retranslate();
  void takeFocus();

 signals:
  /// Enter was pressed.
  void confirmed();
  /// The part of the terrain that the map shows is wanted.
  void areaWanted();

 private:
  struct Row {
    ScenarioField field;
    QLabel* label = nullptr;
    QWidget* edit = nullptr;
    QWidget* line = nullptr;  ///< the edit, or the edit with its button
    bool open = false;        ///< shown though it is not a main one: it is filled in, or belongs to what is
    bool first = false;       ///< and before the main ones
  };

  void build();
  void addRow(Row& row, QWidget* fields);
  /// Opens the rows that belong to what is said. @return whether others are shown than before.
  bool openFor(const Json& settings);
  void keep();
  [[nodiscard]] QString textOf(const Row& row) const;
  void setText(Row& row, const QString& text) const;
  /// Hours where people think in hours.
  [[nodiscard]] static bool inHours(const ScenarioField& field);

  Desk& desk_;
  std::vector<Row> rows_;
  QFormLayout* form_;
  QScrollArea* scroll_;
  ActionButton* more_;
  ActionButton* area_ = nullptr;
  bool all_ = false;
  bool filling_ = false;
  std::string faulty_;
  Json hidden_ = Json::object();  ///< what is said in fields that are not shown
};

}  // namespace fengsui
