// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/session.h"
#include "dispatch/roadpicture.h"

namespace fengsui {

/// What every command about roads is told: which roads, how fast, when, closed where.
struct RoadOptions {
  std::string roads, layer, crs, classColumn, onewayColumn;
  std::string speeds, closures, depart, vehicle = "car";
  bool night = false, day = false, rain = false, wait = false;

  void addTo(CLI::App& command, const Session& session);
};

/// The roads, read and ready, and the places that may be named.
struct RoadDesk {
  RoadPicture picture;
  Vehicle vehicle = Vehicle::car;
  Instant depart;
  TimeZone zone = TimeZone::utc();
  std::optional<Situation> situation;
  std::string baseMap;
  std::optional<TerrainHeights> heights;
  std::vector<Text> notes;

  /// "116.63,40.31", or the name of something in the station or on its map; a name that several places carry is
  /// ambiguous, with all of them.
  [[nodiscard]] Result<Position> placeNamed(const std::string& written) const;
  /// The place on a road of the vehicle.
  [[nodiscard]] Result<RoadPoint> roadAt(const std::string& written) const;
};

/// Reads everything; what is worth knowing about the roads goes to stderr.
[[nodiscard]] Result<RoadDesk> roadDeskFor(const Session& session, const RoadOptions& options);

/// Closures of a table or map layer: a geometry (or 经度 and 纬度), and columns name, from, to, vehicles, bridges.
[[nodiscard]] Result<RoadClosures> readClosures(const std::string& file, const RoadNetwork& network,
                                                const TimeZone& zone);

/// Notes about the roads, one a line, on stderr; nothing where JSON is asked for.
void sayNotes(const Session& session, const std::vector<Text>& notes);

}  // namespace fengsui
