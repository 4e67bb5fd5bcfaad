// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inlineform.h"

namespace fengsui {

/// Who takes over a post: asked at the post, or at the person.
class DutyForm : public InlineForm {
  Q_OBJECT

 public:
  DutyForm(Desk& desk, QWidget* parent);
  void openFor(const Post& post);
  void openFor(const Person& person);

 protected:
  void confirm() override;
  void retranslate() override;

 private:
  void fillPosts(const Situation& s);
  void fillPersons(const Situation& s);
  void showConsequence();
  [[nodiscard]] const Post* post() const;
  [[nodiscard]] const Person* person() const;

  QComboBox* post_;
  QComboBox* person_;
};

}  // namespace fengsui
