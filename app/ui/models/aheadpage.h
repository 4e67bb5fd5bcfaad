// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/models/modeldesk.h"

class QComboBox;
class QLabel;
class QProgressBar;

namespace fengsui {

class ActionButton;
class BoardList;
class ScenarioForm;

/// What gauges say already, which runs are worth it, and the scenario that is run.
class AheadPage : public QWidget {
  Q_OBJECT

 public:
  AheadPage(ModelDesk& models, QWidget* parent);

  void refresh();
  void retranslate();
  void takeFocus();
  /// The part of the map that is shown, as the setting "area" writes it.
  void setArea(const QString& area);
  /// Fills the form of the module that the proposal is for, once it is known. Nothing runs.
  void fill(const ScenarioProposal& proposal);

 signals:
  void areaWanted();
  /// A plan whose level holds was chosen.
  void planWanted(const QString& plan);

 private:
  void run();
  void fillSaid();
  void choose();

  ModelDesk& models_;
  Desk& desk_;
  QComboBox* module_;
  QLabel* head_;
  BoardList* said_;
  ScenarioForm* form_;
  QLabel* state_;
  QProgressBar* progress_;
  ActionButton* run_;
  ActionButton* stop_;
  std::size_t fields_ = 0;
  std::string described_;
  std::optional<ScenarioProposal> wanted_;  ///< until the settings of its module are known
};

}  // namespace fengsui
