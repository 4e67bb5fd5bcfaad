// SPDX-License-Identifier: GPL-3.0-or-later
// fengsuictl flood: the flood model without a window.

#include <fstream>

#include "cli/session.h"
#include "sdk/modelprogram.h"

namespace fengsui {
namespace {

struct ModelOptions {
  std::string dem, scenario, out = "flood-results";
  std::vector<std::string> written;
};

void listSettings(const Session& session, const ModelProgram& program) {
  const bool chinese = session.console.language == Language::chinese;
  if (session.console.json) {
    session.console.report({}, schemaOf(program.settings));
    return;
  }
  TextTable table(chinese ? std::vector<std::string>{"设置项", "单位", "默认", "说明"}
                          : std::vector<std::string>{"setting", "unit", "default", "what it is"});
  for (const Setting& s : program.settings)
    table.add({std::string(s.name), std::string(s.unit), std::string(s.standard),
               std::string(chinese ? s.zh : s.en) + (s.choices.empty() ? "" : " (" + std::string(s.choices) + ")")});
  session.console.line(table.text());
}

void runModel(Session& session, const ModelProgram& program, const ModelOptions& options) {
  Json file;
  if (!options.scenario.empty()) {
    std::ifstream stream(options.scenario);
    file = stream ? Json::parse(stream, nullptr, false) : Json(Json::value_t::discarded);
    if (file.is_discarded()) {
      Error error{ErrorCode::unreadable, {"the scenario cannot be read as JSON", "情景文件无法按 JSON 读取"}, {}, {}};
      error.place.file = options.scenario;
      session.console.refuse(error);
      return;
    }
  }
  std::vector<std::string> written = options.written;
  if (!options.dem.empty()) written.push_back("dem=" + options.dem);
  const auto values = SettingValues::from(program.settings, file, written);
  if (!values) return session.console.refuse(values.error());
  const auto summary = program.run(*values, options.out, {}, {});
  if (!summary) return session.console.refuse(summary.error());
  const auto& volume = (*summary)["volume_m3"];
  const auto rounded = [](const Json& value) { return std::to_string(std::llround(value.get<double>())); };
  session.console.report(
      {"flooded " + rounded((*summary)["flooded_area_m2"]) + " m2, " + rounded(volume["stored"]) +
           " m3 of water on the ground, " + rounded((*summary)["wall_s"]) + " s; results in " + options.out,
       "淹没 " + rounded((*summary)["flooded_area_m2"]) + " 平方米，地面存水 " + rounded(volume["stored"]) +
           " 立方米，用时 " + rounded((*summary)["wall_s"]) + " 秒；结果在 " + options.out},
      *summary);
}

}  // namespace

void addFloodCommand(CLI::App& app, Session& session) {
  const ModelProgram& program = floodProgram();
  auto* flood = app.add_subcommand(
      "flood", told(session, "the flood model: shallow water over terrain", "洪水模型：二维浅水方程"));
  flood->require_subcommand(1);
  auto options = std::make_shared<ModelOptions>();
  auto* run =
      flood->add_subcommand("run", told(session, "run it: terrain and settings in, rasters, gauges and a summary out",
                                        "运行：输入地形与设置，输出栅格、测点与摘要"));
  run->add_option("--dem", options->dem, told(session, "the terrain, as --set dem=FILE", "地形，同 --set dem=文件"));
  run->add_option("--scenario", options->scenario, told(session, "settings as a JSON file", "设置项 JSON 文件"));
  run->add_option("--set", options->written,
                  told(session, "NAME=VALUE …; see flood settings", "名称=值 …；见 flood settings"));
  run->add_option("--out", options->out, told(session, "folder of the results", "结果文件夹"))->capture_default_str();
  run->callback([&session, &program, options] { runModel(session, program, *options); });
  flood
      ->add_subcommand("settings",
                       told(session, "every setting with unit, default and meaning", "全部设置项：单位、默认值与含义"))
      ->callback([&session, &program] { listSettings(session, program); });
  flood
      ->add_subcommand("schema", told(session, "the same as JSON: name, form, unit, range, default, choices, help",
                                      "同上，以 JSON 输出：名称、形式、单位、范围、默认值、选项、说明"))
      ->callback([&session, &program] { session.console.line(schemaOf(program.settings).dump(2)); });
}

}  // namespace fengsui
