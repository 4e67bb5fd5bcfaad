// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPainter>
#include <map>
#include <string>

#include "core/situation.h"
#include "ui/look/tokens.h"

namespace fengsui {

/// Everything that a symbol on the map shows. Shape says the kind of thing, fill and outline its status, so that it
/// reads without colour too.
struct Symbol {
  Kind kind = Kind::incident;
  std::string picture;     ///< the word of the entity's own kind
  int state = 0;           ///< the value of its status enum
  int tone = -1;           ///< level of an incident, colour of a zone; -1 where unset
  int fill = 0;            ///< how full a shelter is, in eighths
  int heading = -1;        ///< of a moving team in sixteenths of a turn, clockwise from north; -1 unknown
  bool asked = false;      ///< a team that others command
  bool stale = false;      ///< where it is was reported too long ago
  bool estimated = false;  ///< where it is, or how many are concerned, is assumed and not observed
  bool exercise = false;   ///< of an exercise: nothing of it is real
  bool far = false;        ///< seen from far off, among many: a dot in the colour of its state

  auto operator<=>(const Symbol&) const = default;
};

/// Whether a closure holds, is still to come, or is over.
enum class ClosureState { now, coming, over };
[[nodiscard]] ClosureState stateOf(const RoadClosure& closure, Instant now);

[[nodiscard]] Symbol symbolOf(const Incident& incident);
[[nodiscard]] Symbol symbolOf(const Team& team);
[[nodiscard]] Symbol symbolOf(const Depot& depot);
[[nodiscard]] Symbol symbolOf(const Shelter& shelter);
[[nodiscard]] Symbol symbolOf(const RiskZone& zone);
[[nodiscard]] Symbol symbolOf(const Facility& facility);
[[nodiscard]] Symbol symbolOf(const RoadClosure& closure, Instant now);

/// The width of the symbol in logical pixels.
[[nodiscard]] double widthOf(const Symbol& symbol);

/// Draws the symbol around the origin of @p painter.
void paintSymbol(QPainter& painter, const Symbol& symbol, const Tokens& tokens);

/// Symbols drawn once and then copied: an image takes a hundredth of the time of its paths.
///
/// Thread: one at a time.
class SymbolImages {
 public:
  void use(const Tokens& tokens, double devicePixelRatio);
  /// Draws the symbol with its middle at @p at.
  void paint(QPainter& painter, QPointF at, const Symbol& symbol);

 private:
  Tokens tokens_;
  double ratio_ = 0;
  std::map<Symbol, QImage> images_;
};

}  // namespace fengsui
