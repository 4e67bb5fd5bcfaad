// SPDX-License-Identifier: GPL-3.0-or-later
// fengsuictl model: hazard modules without a window, and the child in which the desk runs one.

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "cli/modelaccept.h"
#include "cli/modelcascade.h"
#include "cli/modelprogress.h"
#include "cli/planlibrary.h"
#include "cli/session.h"
#include "journal/sensorreadings.h"
#include "sdk/atrisk.h"
#include "sdk/host/answersout.h"
#include "sdk/host/guarded.h"
#include "sdk/host/modulefolder.h"
#include "sdk/host/probe.h"
#include "sdk/host/serve.h"
#include "sdk/modelrun.h"

namespace fengsui {
namespace {

constexpr std::chrono::seconds kPatience{10};

struct ModelOptions {
  std::string name, scenario, out = "model-results", before, district, at;
  std::vector<std::string> written, accept;
  bool schema = false, serve = false, propose = false, gauges = false, progress = false;
};

void listModules(const Session& session) {
  const bool chinese = session.console.language == Language::chinese;
  TextTable table(chinese ? std::vector<std::string>{"模块", "名称", "版本", "状态"}
                          : std::vector<std::string>{"module", "title", "version", "state"});
  Json json = Json::array();
  for (const ModuleEntry& entry : modulesIn(moduleFolderHere())) {
    const std::optional<Error> trouble = probeModule(entry, kPatience);
    const std::string state = trouble ? trouble->sentence(session.console.language) : chinese ? "可用" : "ready";
    table.add({entry.name, entry.title.in(session.console.language), entry.version, state});
    json.push_back({{"name", entry.name},
                    {"title", codec::write(entry.title)},
                    {"version", entry.version},
                    {"file", entry.file.string()},
                    {"usable", !trouble}});
    if (trouble) json.back()["trouble"] = trouble->sentence(session.console.language);
  }
  if (session.console.json)
    session.console.report({}, json);
  else
    session.console.line(table.text());
}

// What may stand behind the name of a setting.
std::string takenBy(const Setting& s, bool chinese) {
  using Form = Setting::Form;
  switch (s.form) {
    case Form::file:
      return chinese ? "文件" : "file";
    case Form::text:
      return chinese ? "文本" : "text";
    case Form::number:
      return chinese ? "数值" : "number";
    case Form::integer:
      return chinese ? "整数" : "whole number";
    case Form::choice:
      return std::string(s.choices);
    case Form::numberOrRaster:
      return chinese ? "数值或栅格" : "number or raster";
    case Form::numberOrSeries:
      return chinese ? "数值或过程" : "number or series";
  }
  return {};
}

void listSettings(const Session& session, const HazardModule& module) {
  const bool chinese = session.console.language == Language::chinese;
  if (session.console.json) return session.console.report({}, schemaOf(module.settings()));
  TextTable table(chinese ? std::vector<std::string>{"设置项", "取值", "单位", "默认", "说明"}
                          : std::vector<std::string>{"setting", "takes", "unit", "default", "what it is"});
  for (const Setting& s : module.settings())
    table.add({std::string(s.name), takenBy(s, chinese), std::string(s.unit), std::string(s.standard),
               std::string(chinese ? s.zh : s.en)});
  session.console.line(table.text());
}

Result<Surroundings> surroundingsFor(const Session& session, const ModelOptions& options) {
  Surroundings out = Surroundings::nothing(systemNow());
  out.district = options.district;
  const auto path = session.path();
  if (!path && (!session.stationPath.empty() || options.gauges || options.propose)) return failure(path.error());
  if (!path) return out;
  auto station = session.open(true);
  if (!station) return failure(station.error());
  if (!options.at.empty()) {
    const auto at = momentFrom(options.at, (*station)->timeZone(), out.now);
    if (!at) return failure(at.error());
    out.now = *at;
    auto then = (*station)->at(*at, Knowledge::truth);
    if (!then) return failure(then.error());
    out.situation = std::make_shared<const Situation>(std::move(*then));
  } else {
    out.situation = std::make_shared<const Situation>((*station)->situation());
  }
  out.plans = *path;
  out.readings = observedAt(*out.situation, (*station)->files(), out.now);
  if (out.district.empty()) {
    std::error_code ignored;
    const auto beside = std::filesystem::path(*path).replace_extension(".map");
    if (std::filesystem::is_directory(beside, ignored)) out.district = beside;
  }
  return out;
}

Result<Json> scenarioIn(const std::string& path) {
  if (path.empty()) return Json();
  std::ifstream stream(path);
  auto file = parseJson(std::string(std::istreambuf_iterator<char>(stream), {}));
  if (file) return file;
  Error error{ErrorCode::unreadable, {"the scenario cannot be read as JSON", "情景文件无法按 JSON 读取"}, {}, {}};
  error.place.file = path;
  return failure(error);
}

std::string joined(const Session& session, const std::vector<Text>& lines) {
  std::string out;
  for (const Text& line : lines) out += "  " + line.in(session.console.language) + '\n';
  return out;
}

std::string adviceText(const Session& session, const Advice& advice) {
  const bool chinese = session.console.language == Language::chinese;
  std::string out;
  for (const LevelAdvice& level : advice.levels) {
    out += level.planTitle.in(session.console.language) + (chinese ? "：建议 " : ": ") +
           level.levelTitle.in(session.console.language) +
           (level.running   ? (chinese ? "（已启动）" : " (runs already)")
            : level.already ? (chinese ? "（按实测已达到）" : " (by what is measured already)")
                            : (chinese ? "（按预报）" : " (by the forecast)")) +
           '\n';
    for (const Criterion& one : level.because)
      out += "  " + (chinese ? one.says + "：" + one.measured : one.saysEn + ": " + one.measuredEn) +
             (one.source.empty() ? ""
              : chinese          ? "（" + one.source + "）"
                                 : " (" + one.source + ")") +
             '\n';
  }
  out += joined(session, advice.changes);
  if (!advice.orders.empty()) out += chinese ? "派单草稿：\n" : "orders to be drafted:\n";
  for (const OrderAdvice& order : advice.orders) {
    out += "  " + (chinese || order.brief.titleEn.empty() ? order.brief.title : order.brief.titleEn) + '\n';
    for (const Text& reason : order.because) out += "    " + reason.in(session.console.language) + '\n';
  }
  if (!advice.closures.empty())
    out += (chinese ? "将断道路 " + std::to_string(advice.closures.size()) + " 段\n"
                    : std::to_string(advice.closures.size()) + " roads to be closed\n");
  return out;
}

std::string hitsText(const Session& session, const ModelOutcome& outcome, const HazardModule& module,
                     const TimeZone& zone) {
  const bool chinese = session.console.language == Language::chinese;
  TextTable table(chinese ? std::vector<std::string>{"首达", "类别", "名称", "镇街", "情况", "人"}
                          : std::vector<std::string>{"first", "what", "name", "town", "how", "people"});
  for (const Hit& hit : outcome.exposure.hits) {
    if (hit.what == "road" || hit.what == "bridge") continue;
    const Text stock = stockWords(hit.stock, 4);
    table.add({zone.clock(outcome.exposure.start.plusMs(hit.stages.front().firstMs)), hit.what, hit.name, hit.town,
               reasonOf(hit, outcome.exposure, module.exposureRules(), zone).in(session.console.language) +
                   (stock.empty() ? "" : (chinese ? "；" : "; ") + stock.in(session.console.language)),
               hit.people > 0       ? std::to_string(hit.people)
               : hit.registered > 0 ? std::to_string(hit.registered)
                                    : ""});
  }
  return table.text();
}

Json jsonOf(const AtRisk& risk) {
  Json groups = Json::object();
  for (const auto& [code, count] : risk.lifelines) groups[code] = count;
  return {{"vulnerable", risk.vulnerable},
          {"beds", risk.beds},
          {"depots", risk.depots},
          {"stock", codec::write(risk.stock)},
          {"lifelines", std::move(groups)}};
}

void run(Session& session, const HazardModule& module, const ModelOptions& options) {
  const auto file = scenarioIn(options.scenario);
  if (!file) return session.console.refuse(file.error());
  auto values = SettingValues::from(module.settings(), *file, options.written);
  if (!values) return session.console.refuse(values.error());
  auto around = surroundingsFor(session, options);
  if (!around) return session.console.refuse(around.error());
  const auto zone = TimeZone::named(around->situation->station.timeZone);
  const auto outcome = guarded([&] {
    ProgressLine line(session.console.language, options.progress);
    const auto tell = [&](const RunProgress& progress) { line.tell(progress); };
    return runModel(module, {std::move(*values), *around, options.out}, {}, tell, options.before);
  });
  if (!outcome) return session.console.refuse(outcome.error());
  const bool chinese = session.console.language == Language::chinese;
  const std::size_t roads = outcome->exposure.of("road").size();
  const std::size_t things = outcome->exposure.hits.size() - roads - outcome->exposure.of("bridge").size();
  Text done{std::to_string(things) + " places and " + std::to_string(roads) + " roads reached, about " +
                std::to_string(outcome->exposure.people) + " people in " + std::to_string(outcome->exposure.buildings) +
                " buildings (estimate); results in " + options.out,
            "影响对象 " + std::to_string(things) + " 处、道路 " + std::to_string(roads) + " 段，建筑 " +
                std::to_string(outcome->exposure.buildings) + " 栋约 " + std::to_string(outcome->exposure.people) +
                " 人（估计）；结果在 " + options.out};
  const AtRisk risk = atRiskIn(outcome->exposure);
  const CascadeWords cascade = cascadeWords(session, outcome->forecast, options.out, options.district);
  if (!session.console.json) {
    if (things > 0) session.console.line(hitsText(session, *outcome, module, zone ? *zone : TimeZone::utc()));
    if (const Text words = atRiskWords(risk, 12); !words.empty())
      session.console.line(words.in(session.console.language) + '\n');
    if (const std::string advice = adviceText(session, outcome->advice); !advice.empty()) session.console.line(advice);
    if (!cascade.text.empty()) session.console.line(cascade.text);
    session.console.line((chinese ? "可信度：\n" : "how far to trust it:\n") +
                         joined(session, outcome->forecast.confidence));
  }
  session.console.report(done, {{"forecast", codec::write(outcome->forecast)},
                                {"exposure", codec::write(outcome->exposure)},
                                {"advice", codec::write(outcome->advice)},
                                {"atRisk", jsonOf(risk)},
                                {"mayLeadTo", cascade.json}});
}

// What cannot be loaded is said to whoever asks, not only on standard error.
void serve(Session& session, const ModelOptions& options) {
  AnswersOut answers;
  const auto module = loadModuleNamed(options.name, moduleFolderHere());
  if (module) return serveModule(**module, std::cin, answers.stream());
  refuseAsks(module.error(), std::cin, answers.stream());
  session.console.refuse(module.error());
}

void answer(Session& session, const ModelOptions& options) {
  if (options.name == "list") return listModules(session);
  if (options.serve) return serve(session, options);
  if (!options.accept.empty()) return acceptAdvice(session, options.name, options.out, options.accept);
  const auto module = loadModuleNamed(options.name, moduleFolderHere());
  if (!module) return session.console.refuse(module.error());
  if (options.schema) return listSettings(session, **module);
  if (!options.propose && !options.gauges) return run(session, **module, options);
  const auto around = surroundingsFor(session, options);
  if (!around) return session.console.refuse(around.error());
  if (options.gauges) {
    const auto answer = guarded([&] { return answerOfGauges(**module, *around); });
    if (!answer) return session.console.refuse(answer.error());
    if (!session.console.json) session.console.line(adviceText(session, answer->advice));
    return session.console.report({"by what is measured, without a model", "仅按监测，未经推演"},
                                  codec::write(*answer));
  }
  const auto proposals = guarded([&] { return (*module)->propose(*around); });
  if (!proposals) return session.console.refuse(proposals.error());
  if (!session.console.json)
    for (const ScenarioProposal& one : *proposals)
      session.console.line(one.title.in(session.console.language) + '\n' + joined(session, one.because) + "  " +
                           canonical(one.settings));
  session.console.report(
      {std::to_string(proposals->size()) + " scenarios", std::to_string(proposals->size()) + " 个情景"},
      codec::write(*proposals));
}

}  // namespace

void addModelCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<ModelOptions>();
  auto* model =
      app.add_subcommand("model", told(session, "hazard modules: list, schema, run", "灾害模块：列表、设置、运行"));
  model->add_option("name", options->name, told(session, "the module, or list", "模块名，或 list"))->required();
  model->add_option("--scenario", options->scenario, told(session, "settings as a JSON file", "设置项 JSON 文件"));
  model->add_option("--set", options->written,
                    told(session, "settings, one or more: NAME=VALUE NAME=VALUE …; see --schema",
                         "设置项，可多个：名称=值 名称=值 …；见 --schema"));
  model->add_option("--out", options->out, told(session, "folder of the results", "结果文件夹"))->capture_default_str();
  model->add_option("--district", options->district,
                    told(session, "folder of the map; else that beside the station", "底图文件夹；默认站点旁的底图"));
  model->add_option("--at", options->at, told(session, "the moment from which to look ahead", "推演起始时刻"));
  model->add_option("--before", options->before,
                    told(session, "results of the forecast that this one replaces", "被替换的上次预报结果"));
  model->add_flag(
      "--progress", options->progress,
      told(session, "how far it is, on standard error; on a terminal always", "在标准错误输出进度；终端上总是显示"));
  model->add_flag(
      "--schema", options->schema,
      told(session, "every setting: what it takes, unit, default, meaning", "全部设置项：取值、单位、默认、说明"));
  model->add_flag("--propose", options->propose, told(session, "scenarios worth running now", "当前值得推演的情景"));
  model->add_flag("--gauges", options->gauges,
                  told(session, "what gauges call for without any model", "仅按监测给出响应建议"));
  model
      ->add_option("--accept", options->accept,
                   told(session, "orders, closures: take what the results in --out advise, as drafts and closures",
                        "orders、closures：采纳 --out 中的建议，拟派单、登记封闭"))
      ->check(CLI::IsMember({"orders", "closures"}));
  model->add_flag("--serve", options->serve, told(session, "answer on standard input", "从标准输入应答"))->group("");
  model->callback([&session, options] { answer(session, *options); });
}

}  // namespace fengsui
