// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/time.h"

namespace fengsui {

class BaseMap;

/// What is wrong with the base map, in a sentence.
class GroundWords {
  Q_DECLARE_TR_FUNCTIONS(GroundWords)

 public:
  /// Empty where nothing is. @p zone: of the clock in it.
  [[nodiscard]] static QString troubleOf(const BaseMap& base, const TimeZone& zone);
};

}  // namespace fengsui
