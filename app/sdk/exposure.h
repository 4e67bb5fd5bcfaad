// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/entities/depot.h"
#include "core/entities/kind.h"
#include "core/geo.h"
#include "sdk/hazardframes.h"

namespace fengsui {

/// A value from which on something is so for a kind of thing: "closed" from 0.27 m at an underpass.
struct ExposureStage {
  std::string code;
  double from = 0;
  Text words;

  bool operator==(const ExposureStage&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("code", self.code);
    field("from", self.from);
    field("words", self.words);
  }
};

/// Which values of a layer mean what, by kind of thing ("riskVillage", "underpass", "road", …); "" for all others.
struct ExposureRules {
  std::map<std::string, std::vector<ExposureStage>> stages;  ///< ascending

  [[nodiscard]] const std::vector<ExposureStage>& of(const std::string& kind) const;
};

/// Something that a hazard may reach.
struct ExposedThing {
  Kind kind = Kind::riskZone;  ///< of the entity; meaningless without an id
  Uuid id;                     ///< nil for what only the map knows: roads
  std::string what;            ///< the kind in the words of plans: "riskVillage", "underpass", "school", "road"
  std::string name;
  std::string town;
  Position where;
  std::vector<Position> points;      ///< where the value counts: its homes, the lowest place, along the road
  std::vector<std::int64_t> people;  ///< at each of the points, where that is known; else empty
  std::int64_t registered = 0;       ///< people as the station's list has them; 0: not known
  std::int64_t vulnerable = 0;
  std::int64_t beds = 0;
  std::optional<Shape> shape;    ///< of roads
  std::string roadClass;         ///< of roads, as the map has it
  std::vector<StockLine> stock;  ///< of depots
};

/// From when and how long a thing is in a stage.
struct StageTime {
  std::string stage;
  std::int64_t firstMs = 0;  ///< after the start
  std::int64_t forMs = 0;    ///< in all
  std::int64_t lastMs = 0;   ///< the last moment in it
  bool goesOn = false;       ///< still so when the forecast ends

  bool operator==(const StageTime&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("stage", self.stage);
    field("firstMs", self.firstMs);
    field("forMs", self.forMs);
    field("lastMs", self.lastMs);
    field("goesOn", self.goesOn);
  }
};

/// A thing that is reached.
struct Hit {
  std::string kind;  ///< of the entity; empty for what only the map knows
  Uuid id;
  std::string what;
  std::string name;
  std::string town;
  Position where;
  double most = 0;
  std::int64_t mostMs = 0;        ///< when, after the start
  std::vector<StageTime> stages;  ///< those it reaches, ascending
  std::int64_t people = 0;        ///< at the places of it that are reached; an estimate of the map
  std::int64_t registered = 0;
  std::int64_t vulnerable = 0;
  std::int64_t beds = 0;
  std::int64_t lengthM = 0;               ///< of roads: so much of them
  std::string roadClass;                  ///< of roads, as the map has it
  std::vector<StockLine> stock;           ///< of depots: what lies there
  std::optional<Shape> shape;             ///< of roads: the part that is reached
  std::optional<std::int64_t> lastWayMs;  ///< of villages: the last moment at which a way out was open; -1: none ever
  std::optional<std::int64_t> darkMs;     ///< of villages: when the sun sets, where that is still ahead

  [[nodiscard]] const StageTime* stage(std::string_view code) const;
  bool operator==(const Hit&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("kind", self.kind);
    field("id", self.id);
    field("what", self.what);
    field("name", self.name);
    field("town", self.town);
    field("where", self.where);
    field("most", self.most);
    field("mostMs", self.mostMs);
    field("stages", self.stages);
    field("people", self.people);
    field("registered", self.registered);
    field("vulnerable", self.vulnerable);
    field("beds", self.beds);
    field("lengthM", self.lengthM);
    field("roadClass", self.roadClass);
    field("stock", self.stock);
    field("shape", self.shape);
    field("lastWayMs", self.lastWayMs);
    field("darkMs", self.darkMs);
  }
};

/// Who and what is hit by a forecast, the first hit first.
struct Exposure {
  Instant start;
  std::int64_t endMs = 0;  ///< of the forecast, after the start
  std::string layer;
  std::string unit;
  std::vector<Hit> hits;
  double areaM2 = 0;        ///< above the first stage of everything
  std::int64_t people = 0;  ///< in buildings that are reached; an estimate of the map
  std::int64_t buildings = 0;
  std::vector<std::string> beyond;  ///< names of things that lie outside the forecast: nothing is said about them

  [[nodiscard]] std::vector<const Hit*> of(std::string_view what) const;
  bool operator==(const Exposure&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("start", self.start);
    field("endMs", self.endMs);
    field("layer", self.layer);
    field("unit", self.unit);
    field("hits", self.hits);
    field("areaM2", self.areaM2);
    field("people", self.people);
    field("buildings", self.buildings);
    field("beyond", self.beyond);
  }
};

/// Lays things over the frames of a forecast. A stage begins between two frames where the straight line between their
/// values says so; a peak between frames is seen in @p maximum, and then stands at the frame nearest to it.
///
/// Thread: any; reads frames from disk. Errors: those of FramesFile; refused when stopped.
[[nodiscard]] Result<Exposure> exposureOf(const FramesFile& frames, const FramesFile* maximum,
                                          const std::vector<ExposedThing>& things, const ExposureRules& rules,
                                          const std::stop_token& stop = {});

}  // namespace fengsui
