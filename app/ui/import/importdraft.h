// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <optional>

#include "core/entities/kind.h"
#include "core/text.h"
#include "gis/table.h"
#include "ui/import/columnuse.h"
#include "ui/import/importmodel.h"

namespace fengsui {

/// What was said about a file that is not imported yet: all that a crash would cost.
struct ImportDraft {
  std::string file;
  std::string stamp;  ///< of the file when it was read: cells that were mended belong to that one alone
  ReadOptions options;
  std::optional<Kind> kind;
  SaidUses said;
  CellTexts edits;

  [[nodiscard]] QJsonObject json() const;
  /// @return nothing where it holds no file.
  [[nodiscard]] static std::optional<ImportDraft> from(const QJsonObject& json);
  /// One line that says what is waiting.
  [[nodiscard]] Text words() const;
};

}  // namespace fengsui
