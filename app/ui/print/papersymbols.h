// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "documents/mapsheet.h"
#include "ui/print/papermap.h"

namespace fengsui {

/// The symbols that occur on a map, each once, with what they mean.
class PaperSymbols {
  Q_DECLARE_TR_FUNCTIONS(PaperSymbols)

 public:
  /// Thread: any.
  [[nodiscard]] static MapLegendBlock of(const PaperMap& map);
  /// What colours of reach mean; no lines where none are drawn.
  [[nodiscard]] static MapLegendBlock reachOf(const PaperMap& map);

 private:
  [[nodiscard]] static QString wordsOf(const Symbol& symbol);
};

}  // namespace fengsui
