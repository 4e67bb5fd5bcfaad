// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QJsonObject>
#include <vector>

#include "ui/desk/desk.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace fengsui {

class ActionButton;
class WordsEdit;

/// A small form beside what it is about: every field has a default, Enter does it, Esc gives up, and what is half typed
/// survives a crash.
class InlineForm : public QFrame {
  Q_OBJECT

 public:
  void close();

 signals:
  void closed();

 protected:
  /// @p name: of the form in tests and among the drafts.
  InlineForm(Desk& desk, const char* name, QWidget* parent);

  // Fields, in the order in which they are asked for. Each has a row of its own.
  QLineEdit* addText(const char* name);
  WordsEdit* addWords(const char* name);
  QComboBox* addChoice(const char* name);
  QSpinBox* addNumber(const char* name, int least, int most);

  /// Whether the form asks for this field at all.
  void ask(QWidget* field, bool wanted);
  [[nodiscard]] bool isAsked(QWidget* field) const;
  /// Puts something that is only read under the fields.
  void addUnder(QWidget* widget);

  /// Shows the form for @p subject, with what was half typed about it the last time.
  void open(const QString& subject);
  /// What the form is about, as the drafts know it.
  [[nodiscard]] const QString& subject() const { return subject_; }
  [[nodiscard]] QString draftSubject() const;

  void setHead(const QString& words);
  void setConfirm(const QString& words);
  void say(QWidget* field, const QString& words);

  /// What Enter does.
  virtual void confirm() = 0;
  /// Says all words anew, in the language of the desk.
  virtual void retranslate() = 0;
  /// Hides the form: what it asked for is done.
  void done();

  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

  Desk& desk_;

 private:
  struct Field {
    QString name;
    QWidget* widget;
    QLabel* label;
  };

  template <class Widget>
  Widget* add(const char* name, Widget* widget);
  void typed();
  void restore();

  QString subject_;
  QLabel* head_;
  QFormLayout* rows_;
  ActionButton* confirm_;
  ActionButton* cancel_;
  std::vector<Field> fields_;
  bool restoring_ = false;
};

}  // namespace fengsui
