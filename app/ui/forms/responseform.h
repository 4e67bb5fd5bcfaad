// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/boards/planshelf.h"
#include "ui/forms/inlineform.h"

namespace fengsui {

/// What is decided about a response: proposed, activated, not activated, raised or lowered, ended; who arrived, which
/// condition of the end holds.
class ResponseForm : public InlineForm {
  Q_OBJECT

 public:
  enum class Way { propose, activate, decline, change, end, arrival, condition };

  ResponseForm(Desk& desk, PlanShelf& shelf, QWidget* parent);

  /// A level of a plan: propose, activate or decline.
  void openFor(const PlanShelf::Stands& level, Way way);
  /// A response that runs: change, end, arrival or condition.
  void openFor(const Response& response, Way way);

 signals:
  void begun();

 protected:
  void confirm() override;
  void retranslate() override;

 private:
  void begin(const QString& subject);
  void fillLevels();
  void fillIncidents();
  void fillConditions();
  void showSigner();
  [[nodiscard]] QString signerOf(const std::string& approver) const;

  PlanShelf& shelf_;
  Way way_ = Way::activate;
  PlanShelf::Stands level_;
  Response response_;
  QComboBox* to_;
  QComboBox* incident_;
  QComboBox* condition_;
  QLineEdit* area_;
  QLineEdit* role_;
  QLineEdit* signer_;
  QLineEdit* document_;
  QLineEdit* words_;
};

}  // namespace fengsui
