// SPDX-License-Identifier: GPL-3.0-or-later
// fengsuictl: everything that Fengsui does, without a window.

#include <sodium.h>

#include <cstdlib>
#include <iostream>

#include "cli/session.h"

namespace {

// The language has to be known before the help is written.
fengsui::Language languageFrom(int argc, char** argv) {
  std::string wish;
  for (const char* variable : {"LANG", "LC_MESSAGES", "LC_ALL", "FENGSUI_LANG"})
    if (const char* value = std::getenv(variable); value && *value) wish = value;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--lang" && i + 1 < argc) wish = argv[i + 1];
    if (argument.starts_with("--lang=")) wish = argument.substr(7);
  }
  return wish.starts_with("zh") ? fengsui::Language::chinese : fengsui::Language::english;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace fengsui;
  if (sodium_init() < 0) return 1;
  Session session;
  session.console.language = languageFrom(argc, argv);
  const char* user = std::getenv("USER");
  session.actor = user ? user : "fengsuictl";

  CLI::App app(told(session, "Fengsui on the command line: emergency command and dispatch for a district",
                    "烽燧命令行：区级应急指挥调度"));
  app.name("fengsuictl");
  app.require_subcommand(1);
  app.set_version_flag("--version", "fengsuictl " FENGSUI_VERSION);
  app.add_flag("--json", session.console.json, told(session, "answer as JSON", "以 JSON 输出"));
  std::string language;
  app.add_option("--lang", language, told(session, "zh or en", "zh 或 en"))->take_last();
  app.add_option("-s,--station", session.stationPath, told(session, "the station file", "站点文件"))
      ->envname("FENGSUI_STATION");
  app.add_option("--by", session.actor, told(session, "who says so: post or name", "操作人（岗位或姓名）"));
  app.add_option("--happened", session.occurredText,
                 told(session, "when it happened, where that was earlier: 21:40, -15m, 2026-07-20 21:40",
                      "发生时间（早于录入时）：21:40、-15m、2026-07-20 21:40"));
  app.fallthrough();

  addStationCommands(app, session);
  addImportCommand(app, session);
  addExportCommand(app, session);
  addIncidentCommands(app, session);
  addTeamCommands(app, session);
  addOrderCommands(app, session);
  addResponseCommands(app, session);
  addPrintCommand(app, session);
  addSupplyCommands(app, session);
  addShelterCommands(app, session);
  addShowCommands(app, session);
  addJournalCommands(app, session);
  addWarningCommands(app, session);
  addCalloutCommands(app, session);
  addReportCommands(app, session);
  addDirectiveCommands(app, session);
  addConsultationCommands(app, session);
  addDutyCommands(app, session);
  addDistrictCommand(app, session);
  addDemoCommand(app, session);
  addPlanCommand(app, session);
  addRouteCommands(app, session);
  addModelCommand(app, session);
  addSensorCommands(app, session);
  addBenchCommand(app, session);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // CLI11 gives many exit codes; ours are 0 and 2.
    return app.exit(error) == 0 ? 0 : 2;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  return session.console.exitCode;
}
