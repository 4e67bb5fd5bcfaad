// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

#include "ui/session/drafts.h"

namespace fengsui {

/// What is being written of plans and not saved yet, kept with the other drafts of the desk: by file, or under a name
/// of its own where it is a new plan.
///
/// Thread: GUI.
class PlanDrafts {
 public:
  explicit PlanDrafts(Drafts& drafts) : drafts_(drafts) {}

  [[nodiscard]] std::optional<QString> of(const QString& key) const;
  void keep(const QString& key, const QString& text);
  void forget(const QString& key);
  [[nodiscard]] QStringList keys() const;

  /// Of a new plan that has no file yet.
  [[nodiscard]] static bool isNew(const QString& key);
  [[nodiscard]] QString keyForNew() const;

 private:
  Drafts& drafts_;
};

}  // namespace fengsui
