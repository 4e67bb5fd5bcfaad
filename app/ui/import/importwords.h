// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include "ui/import/importfindings.h"

namespace fengsui {

/// What the import says about kinds, columns and counts.
class ImportWords {
  Q_DECLARE_TR_FUNCTIONS(ImportWords)

 public:
  /// "141 shelters"
  [[nodiscard]] static Text things(Kind kind, std::size_t count);
  /// "imported 141 shelters (18 new, 3 changed)": what was done, for the notice and the undo.
  [[nodiscard]] static Text done(Kind kind, const ImportCounts& counts);
  /// "teams", "shelters": what a table lists.
  [[nodiscard]] static QString plural(Kind kind);
  /// "Import 141 shelters (18 new, 3 changed)", or what has to be done first.
  [[nodiscard]] static QString mainButton(const ImportFindings& findings, bool leaveOutFaulty);
  /// "18 new · 3 changed · 120 unchanged"
  [[nodiscard]] static QString counts(const ImportCounts& counts);
  /// The use of a column: the field's name, "Longitude", "Left out".
  [[nodiscard]] static QString use(Kind kind, const ColumnUse& use);
  /// "Row 7 · 经度 “40.31”: this is no place on the earth. Write …"
  [[nodiscard]] static QString fault(const Error& error);
  /// "GCJ-02", "BD-09"
  [[nodiscard]] static QString datum(Datum datum);
};

}  // namespace fengsui
