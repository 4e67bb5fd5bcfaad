// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "ui/boards/offerbar.h"
#include "ui/desk/facts.h"

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace fengsui {

class FactSheet;
class InlineForm;

/// The right side of a board: what is known of the marked row, and what can be done about it; a form takes the place of
/// the offers while it asks.
class SubjectPane : public QWidget {
  Q_OBJECT

 public:
  explicit SubjectPane(QWidget* parent = nullptr);

  void setHead(const QString& name, const QString& what);
  void setFacts(const std::vector<Facts::Line>& lines);
  void setOffers(std::vector<BoardOffer> offers, bool enabled);
  void addForm(InlineForm* form);
  /// Puts a widget under the facts.
  void addUnderFacts(QWidget* widget, int stretch);

  [[nodiscard]] OfferBar& offers() { return *offers_; }
  /// Whether a form asks for something.
  [[nodiscard]] bool asking() const;
  /// Closes the form that asks. @return whether there was one.
  bool stopAsking();

 signals:
  void formClosed();
  /// Somebody wants to see what a value names.
  void followed(const fengsui::Selected& to);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void share();

  QVBoxLayout* layout_;
  QLabel* name_;
  QLabel* what_;
  QScrollArea* scroll_;
  FactSheet* facts_;
  std::vector<InlineForm*> forms_;
  OfferBar* offers_;
  bool offered_ = false;
};

}  // namespace fengsui
