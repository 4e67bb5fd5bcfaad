// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "documents/mapsheet.h"
#include "sdk/modelrun.h"

namespace fengsui {

/// Who is hit when, as a table for paper: the first first.
class HitTable {
  Q_DECLARE_TR_FUNCTIONS(HitTable)

 public:
  /// Thread: any.
  [[nodiscard]] static MapTable of(const ModelOutcome& outcome, const TimeZone& zone);
};

}  // namespace fengsui
