// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/session.h"
#include "dispatch/roadpicture.h"
#include "gis/roads/closuretable.h"

namespace fengsui {

/// What every command about roads is told: which roads, how fast, when, closed where.
struct RoadOptions {
  std::string roads, layer, crs, classColumn, onewayColumn;
  std::string speeds, closures, depart, at, vehicle = "car";
  bool night = false, day = false, rain = false, wait = false, allOpen = false;

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
  std::vector<RoadClosure> more;  ///< closures of --closures, beside the station's
  SpeedTable speeds;

  /// "116.63,40.31", or the name of something in the station or on its map; a name that several places carry is
  /// ambiguous, with all of them.
  [[nodiscard]] Result<Position> placeNamed(const std::string& written) const;
  /// The place on a road of the vehicle.
  [[nodiscard]] Result<RoadPoint> roadAt(const std::string& written) const;
};

/// Reads everything; what is worth knowing about the roads goes to stderr.
[[nodiscard]] Result<RoadDesk> roadDeskFor(const Session& session, const RoadOptions& options);

/// Closures of a table or map layer, see closuresOfTable().
[[nodiscard]] Result<std::vector<RoadClosure>> readClosures(const std::string& file, const TimeZone& zone);

/// The same with the rows that are refused, see closureRows(). Errors: of the file.
[[nodiscard]] Result<ClosureRows> readClosureRows(const std::string& file, const TimeZone& zone);

/// One kind of vehicle by its code or Chinese name.
[[nodiscard]] Result<Vehicle> vehicleNamed(const std::string& written);

/// Whether the station, or --roads, has roads that a command could use.
[[nodiscard]] bool hasRoads(const Session& session, const RoadOptions& options);

/// A place by position or by name, of the station or of the base map; ambiguous with all it could be, with their towns.
[[nodiscard]] Result<Position> placeNamed(const std::string& written, const Situation* situation,
                                          const std::string& baseMap);

/// "12.5", or a dash where no way is open.
[[nodiscard]] std::string minutesOf(std::int64_t ms);

/// A command about roads: reads the roads, says what is worth knowing about them, runs.
using RoadRun = std::function<Outcome(const RoadDesk&, const RoadOptions&)>;
CLI::App* addRoadCommand(CLI::App& app, Session& session, const char* name, const std::string& help,
                         const std::function<void(CLI::App&, RoadOptions&)>& more, RoadRun run);
/// The same, with the options and the roads of the command that it belongs to.
CLI::App* addUnderRoadCommand(CLI::App& parent, Session& session, const char* name, const std::string& help,
                              const std::shared_ptr<RoadOptions>& options, RoadRun run);

void addClosureCommands(CLI::App& app, Session& session);
void addTeamRouteCommands(CLI::App& app, CLI::App& route, Session& session,
                          const std::shared_ptr<RoadOptions>& options);
void addAllocateCommand(CLI::App& app, Session& session);

/// Notes about the roads, one a line, on stderr; nothing where JSON is asked for.
void sayNotes(const Session& session, const std::vector<Text>& notes);

}  // namespace fengsui
