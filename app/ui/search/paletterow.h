// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QIcon>
#include <QString>
#include <optional>
#include <utility>
#include <vector>

#include "ui/canvas/symbols.h"
#include "ui/desk/desk.h"
#include "ui/search/searchanswer.h"

class QAction;

namespace fengsui {

/// One line of the palette as it is shown.
struct PaletteRow {
  enum class Type {
    head,    ///< the word for the group that follows; cannot be chosen
    thing,   ///< of the situation
    ground,  ///< a name of the base map, or coordinates
    action,
    report,   ///< what was typed, as a report
    nothing,  ///< why there is nothing
  };

  /// A part of a report that was understood.
  struct Chip {
    enum class Tone { plain, level, missing };
    QString words;
    Tone tone = Tone::plain;
    std::optional<IncidentLevel> level;
  };

  Type type = Type::nothing;
  QString words;
  std::vector<std::pair<int, int>> marked;  ///< begin and length in words
  QString second;
  QString key;     ///< of an action
  QString whyNot;  ///< why it cannot be chosen now; empty where it can
  std::optional<Symbol> symbol;
  QIcon icon;
  QString glyph;  ///< of a name of the map: what it is
  std::vector<Chip> chips;

  Selected selected;           ///< of a thing
  QString plan;                ///< the identifier of a plan
  bool levels = false;         ///< of a plan: it has levels that can be activated
  QString telephone;           ///< of a person
  std::optional<Position> at;  ///< of ground, and of a thing with a place
  QAction* action = nullptr;
  std::shared_ptr<const ReportLine> report;
  bool completes = false;  ///< a place for the last word of the report that is being typed

  [[nodiscard]] bool choosable() const { return type != Type::head && type != Type::nothing; }
};

/// What is shown for an answer, and for nothing typed: in groups, each in the place of its best.
class PaletteRows {
  Q_DECLARE_TR_FUNCTIONS(PaletteRows)

 public:
  /// @param centre of the map that is shown, from which distances count.
  PaletteRows(const Desk& desk, const QList<QAction*>& actions, const std::optional<Position>& centre)
      : desk_(desk), actions_(actions), centre_(centre) {}

  [[nodiscard]] std::vector<PaletteRow> of(const SearchAnswer& answer) const;
  /// What one most likely wants: the open incidents, and what can be done.
  [[nodiscard]] std::vector<PaletteRow> unasked() const;

 private:
  [[nodiscard]] PaletteRow rowOf(const SearchHit& hit) const;
  [[nodiscard]] PaletteRow rowOf(Position coordinates) const;
  [[nodiscard]] PaletteRow rowOf(const ReportLine& report) const;
  void describe(PaletteRow& row, const SearchHit& hit) const;
  void addGroups(std::vector<PaletteRow>& rows, const SearchAnswer& answer) const;
  static void addHead(std::vector<PaletteRow>& rows, const QString& word);
  void describeAction(PaletteRow& row, QAction* action) const;
  [[nodiscard]] static QString groupOf(ThingSort sort);

  const Desk& desk_;
  const QList<QAction*>& actions_;
  std::optional<Position> centre_;
};

/// The actions that can be named: by what they are called in both languages.
[[nodiscard]] std::vector<NamedThing> namesOfActions(const QList<QAction*>& actions);

}  // namespace fengsui
