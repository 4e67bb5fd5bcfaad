// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/lists/thingmodel.h"
#include "ui/session/latestjob.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace fengsui {

class PickList;

/// All things of one kind, filtered as one types and in the order one likes.
class ThingList : public QWidget {
  Q_OBJECT

 public:
  ThingList(Desk& desk, Kind kind, QWidget* parent = nullptr);

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] QString title() const;
  /// Whether it shows the situation that the desk shows.
  [[nodiscard]] bool settled() const { return job_.idle(); }
  /// The first open incident, so that a desk that has just been opened shows what matters most.
  void selectFirst();
  void focusFilter();

 signals:
  /// Chosen by the operator in the list, as opposed to on the map.
  void chosen(const fengsui::Selected& thing);

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  struct Answer {
    Snapshot situation;
    ThingRows rows;
  };

  void want();
  void take(Answer answer);
  void follow();
  void retranslate();
  void fillOrders();
  void say();
  [[nodiscard]] QString emptyWords() const;

  Desk& desk_;
  Kind kind_;
  QLabel* title_;
  QLineEdit* filter_;
  QComboBox* order_;
  PickList* view_;
  QLabel* empty_;
  ThingModel* model_;
  ThingRows shown_;
  bool selectsFirst_ = false;
  LatestJob<Answer> job_;
};

}  // namespace fengsui
