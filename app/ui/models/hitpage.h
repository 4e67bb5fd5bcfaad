// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/models/modeldesk.h"

class QComboBox;
class QLabel;

namespace fengsui {

class BoardList;

/// Who and what the forecast reaches, the first first.
class HitPage : public QWidget {
  Q_OBJECT

 public:
  HitPage(ModelDesk& models, QWidget* parent);

  void refresh();
  void retranslate();
  void takeFocus();

 signals:
  /// A row was marked: what it is, where, and the moment at which it is first reached.
  void chosen(const std::optional<fengsui::Selected>& thing, fengsui::Position where, fengsui::Instant first);

 private:
  enum class Show { places, villages, underpasses, facilities, lifelines, ours, roads };

  [[nodiscard]] bool wanted(const Hit& hit) const;
  void choose();

  ModelDesk& models_;
  Desk& desk_;
  QLabel* head_;
  QLabel* trust_;
  QComboBox* show_;
  BoardList* list_;
  std::vector<std::size_t> hits_;  ///< by the hits of the forecast
};

}  // namespace fengsui
