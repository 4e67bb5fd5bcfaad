// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/boards/boardlist.h"
#include "ui/desk/desk.h"

class QLabel;

namespace fengsui {

class ActionButton;
class AskForm;
class ConsultationForm;
class InstructionForm;

/// Leaders' instructions (批示), word for word, and records of consultations. The words of instructions are restricted:
/// they are hidden until somebody asks, and again as soon as the page is left or has been open for two minutes.
class DirectivePage : public QWidget {
  Q_OBJECT

 public:
  DirectivePage(Desk& desk, AskForm& ask, InstructionForm& form, ConsultationForm& consultation, QWidget* parent);
  void refresh();
  void retranslate();
  void tick();
  [[nodiscard]] bool restrictedShown() const { return shownSince_.has_value(); }
  void showRestricted(bool wanted);

 protected:
  void hideEvent(QHideEvent* event) override;

 private:
  void answer();
  void decide();
  [[nodiscard]] const Directive* current() const;
  [[nodiscard]] BoardRow rowOf(const Directive& one) const;
  [[nodiscard]] BoardRow rowOf(const Consultation& one) const;
  [[nodiscard]] std::optional<Id<Incident>> incident() const;

  Desk& desk_;
  AskForm& ask_;
  InstructionForm& form_;
  ConsultationForm& consultation_;
  QLabel* head_;
  ActionButton* show_;
  ActionButton* add_;
  ActionButton* answer_;
  ActionButton* decide_;
  BoardList* directives_;
  QLabel* consultationHead_;
  ActionButton* addConsultation_;
  BoardList* consultations_;
  std::optional<Instant> shownSince_;
};

}  // namespace fengsui
