// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/console.h"
#include "journal/station.h"

namespace fengsui {

/// One run of fengsuictl: the console, the station it is about, and who speaks.
struct Session {
  Console console;
  std::string stationPath;   ///< --station, $FENGSUI_STATION, or the only one in the current folder
  std::string actor;         ///< --by, $USER
  std::string occurredText;  ///< --at: when it happened

  /// The station file that is meant, whether or not it can be opened.
  [[nodiscard]] Result<std::string> path() const;
  [[nodiscard]] Result<std::unique_ptr<Station>> open(bool readOnly = false) const;
  /// The moment that --at names, read in the station's time.
  [[nodiscard]] Result<Author> author(const Station& station) const;

  /// Opens the station, makes the command, executes it, publishes, and says @p done with the events.
  using Make = std::function<Result<Command>(const Situation&)>;
  void execute(const Make& make, const Text& done);
};

/// Brings NAME.gpkg up to the situation, as the last act of a command; a failure is said and harms nothing.
void publish(const Session& session, Station& station);

/// A full time, or "21:40" of today, "-15m" before now, "+2h" after it.
[[nodiscard]] Result<Instant> momentFrom(const std::string& text, const TimeZone& zone, Instant now);

/// "teams", "risk-zones", "队伍" …
[[nodiscard]] Result<Kind> kindNamed(const std::string& written);

/// A description in the language of the session.
[[nodiscard]] inline std::string told(const Session& session, const char* en, const char* zh) {
  return session.console.language == Language::chinese ? zh : en;
}

void addStationCommands(CLI::App& app, Session& session);
void addImportCommand(CLI::App& app, Session& session);
void addExportCommand(CLI::App& app, Session& session);
void addIncidentCommands(CLI::App& app, Session& session);
void addTeamCommands(CLI::App& app, Session& session);
void addOrderCommands(CLI::App& app, Session& session);
void addResponseCommands(CLI::App& app, Session& session);
void addPrintCommand(CLI::App& app, Session& session);
void addSupplyCommands(CLI::App& app, Session& session);
void addShelterCommands(CLI::App& app, Session& session);
void addShowCommands(CLI::App& app, Session& session);
void addJournalCommands(CLI::App& app, Session& session);
void addWarningCommands(CLI::App& app, Session& session);
void addCalloutCommands(CLI::App& app, Session& session);
void addReportCommands(CLI::App& app, Session& session);
void addDirectiveCommands(CLI::App& app, Session& session);
void addConsultationCommands(CLI::App& app, Session& session);
void addDutyCommands(CLI::App& app, Session& session);
void addDistrictCommand(CLI::App& app, Session& session);
void addDemoCommand(CLI::App& app, Session& session);
void addBenchCommand(CLI::App& app, Session& session);
void addPlanCommand(CLI::App& app, Session& session);
void addRouteCommands(CLI::App& app, Session& session);
void addModelCommand(CLI::App& app, Session& session);
void addSensorCommands(CLI::App& app, Session& session);

}  // namespace fengsui
