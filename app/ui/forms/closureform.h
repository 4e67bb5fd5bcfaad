// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/forms/inlineform.h"

namespace fengsui {

/// A road is closed where it was drawn, or what is known of a closure changes: which road, why, from when until when.
class ClosureForm : public InlineForm {
  Q_OBJECT

 public:
  ClosureForm(Desk& desk, QWidget* parent);

  /// For what was drawn; @p at is the pixel of the parent beside which it opens.
  void openFor(fengsui::Shape shape, QPoint at);
  void openFor(const RoadClosure& closure, QPoint at);
  /// What was drawn, as it lies on the roads.
  void setShape(fengsui::Shape shape) { closure_.shape = std::move(shape); }
  [[nodiscard]] bool isNew() const { return isNew_; }
  [[nodiscard]] bool sparesBridges() const;
  [[nodiscard]] fengsui::Shape shape() const { return closure_.shape.value_or(fengsui::Shape{}); }
  /// Which roads the shape closes, once that is known. @p name: proposed for the closure. @p none: it touches no road.
  void tellRoads(const QString& words, const QString& name, bool none);

 signals:
  /// Other roads are closed by it now, or they are to be named in another language.
  void closesOtherwise();

 protected:
  void confirm() override;
  void retranslate() override;

 private:
  void openAt(QPoint at, const QString& subject);
  /// From and until as they are typed; without a value after telling why not.
  [[nodiscard]] std::optional<ClosedSpan> span();

  RoadClosure closure_;
  bool isNew_ = true;
  QString fromText_, untilText_;  ///< as they were
  QLineEdit* name_;
  QLineEdit* words_;
  QLineEdit* from_;
  QLineEdit* until_;
  QComboBox* vehicles_;
  QComboBox* bridges_;
  QLabel* closes_;
};

/// The moment nearest to @p now that a clock alone can mean; what has a date means just that.
[[nodiscard]] Result<Instant> nearestMoment(const std::string& text, Instant now, const TimeZone& zone);

}  // namespace fengsui
