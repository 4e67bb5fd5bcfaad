// SPDX-License-Identifier: GPL-3.0-or-later
// fengsuictl plan: contingency plans as files.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "cli/planlibrary.h"
#include "cli/planpapers.h"
#include "cli/session.h"
#include "gis/table.h"
#include "gis/write.h"
#include "plans/compare.h"
#include "plans/expand.h"
#include "plans/expressionwords.h"
#include "plans/instantiate.h"
#include "plans/library.h"
#include "plans/nearest.h"
#include "plans/planwriter.h"
#include "plans/postcard.h"
#include "plans/schema.h"
#include "plans/warnings.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;

struct PlanOptions {
  std::vector<std::string> files;
  std::string id, other, edition, level, post, tableFile, layer, recordFile, out;
  bool yaml = false;
  bool dryRun = false;
};

Json errorJson(const Error& error, Language language) {
  Json out{{"message", error.message.in(language)}};
  if (!error.remedy.in(language).empty()) out["remedy"] = error.remedy.in(language);
  if (!error.place.file.empty()) out["file"] = error.place.file;
  if (error.place.line > 0) out["line"] = error.place.line;
  if (error.place.column > 0) out["column"] = error.place.column;
  if (!error.place.field.empty()) out["field"] = error.place.field;
  if (!error.place.value.empty()) out["value"] = error.place.value;
  return out;
}

const Plan* lookUp(Session& session, const PlanLibrary& library, const std::string& id, const std::string& edition) {
  if (const Plan* plan = edition.empty() ? library.find(id) : library.find(id, edition)) return plan;
  const std::vector<std::string> known = library.ids();
  const std::string close = nearest(id, known);
  Error error{ErrorCode::notFound,
              {"there is no sound plan \"" + id + "\"" + (edition.empty() ? "" : " of edition " + edition),
               "没有可用的预案“" + id + "”" + (edition.empty() ? "" : "（版次 " + edition + "）")},
              close.empty() ? Text{"see fengsuictl plan list", "见 fengsuictl plan list"}
                            : Text{"did you mean " + close + "?", "是否应为 " + close + "？"},
              {}};
  session.console.refuse(error);
  return nullptr;
}

// --- check -------------------------------------------------------------------------------------------------------

/// posts.yaml is no plan: the names of posts that the plans share.
Json checkPosts(Session& session, const std::string& file) {
  const Language language = session.console.language;
  Json one{{"file", file}};
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    session.console.exitCode = 1;
    Error error{ErrorCode::unreadable, {"the file cannot be opened", "无法打开文件"}, {}, {}};
    error.place.file = file;
    one["errors"] = Json::array({errorJson(error, language)});
    if (!session.console.json) std::cerr << error.sentence(language) << '\n';
    return one;
  }
  const auto posts = loadPosts(std::string(std::istreambuf_iterator<char>(stream), {}), file);
  if (!posts) {
    session.console.exitCode = 1;
    one["errors"] = Json::array();
    for (const Error& error : posts.error()) {
      one["errors"].push_back(errorJson(error, language));
      if (!session.console.json) std::cerr << error.sentence(language) << '\n';
    }
    return one;
  }
  const std::string count = std::to_string(posts->posts.size());
  one["edition"] = posts->edition;
  one["posts"] = posts->posts.size();
  if (!session.console.json)
    session.console.line(session.console.say({file + ": posts " + posts->edition + ", " + count + " posts",
                                              file + "：岗位表 " + posts->edition + "，" + count + " 个岗位"}));
  return one;
}

void check(Session& session, const PlanOptions& o) {
  const PlanLibrary library = libraryOf(session);
  Json out = Json::array();
  std::vector<std::string> files;
  for (const std::string& file : o.files)
    if (fs::path(file).stem() == "posts")
      out.push_back(checkPosts(session, file));
    else
      files.push_back(file);
  std::vector<PlanResult> read;
  for (const std::string& file : files) read.push_back(readPlanFile(file));
  const PlanLookup known = [&](const std::string& id) -> const Plan* {
    for (const PlanResult& one : read)
      if (one && one->id == id) return &*one;
    const Plan* best = nullptr;
    for (const PlanEntry& entry : library.entries())
      if (entry.own && entry.id == id && (!best || best->effective < entry.own->effective)) best = &*entry.own;
    return best;
  };
  std::optional<Situation> situation;
  if (!session.stationPath.empty()) {
    const auto station = session.open(true);
    if (!station) return session.console.refuse(station.error());
    situation = (*station)->situation();
  }
  const Language language = session.console.language;
  for (std::size_t i = 0; i < read.size(); ++i) {
    PlanResult plan = read[i] ? wholePlan(*read[i], known) : PlanResult(tl::unexpected(read[i].error()));
    Json one{{"file", files[i]}};
    if (!plan) {
      session.console.exitCode = 1;
      one["errors"] = Json::array();
      for (const Error& error : plan.error()) {
        one["errors"].push_back(errorJson(error, language));
        if (!session.console.json) std::cerr << error.sentence(language) << '\n';
      }
      out.push_back(std::move(one));
      continue;
    }
    const auto warnings = situation ? checkAgainst(*plan, *situation) : std::vector<PlanWarning>{};
    one["plan"] = plan->id;
    one["edition"] = plan->edition;
    one["items"] = plan->items.size();
    one["warnings"] = Json::array();
    for (const PlanWarning& warning : warnings) one["warnings"].push_back(errorJson(warning.what, language));
    out.push_back(std::move(one));
    if (session.console.json) continue;
    const std::string items = std::to_string(plan->items.size()), count = std::to_string(warnings.size());
    session.console.line(session.console.say({files[i] + ": " + plan->id + ' ' + plan->edition + ", " + items +
                                                  " items" + (situation ? ", " + count + " warnings" : ""),
                                              files[i] + "：" + plan->id + ' ' + plan->edition + "，" + items + " 条" +
                                                  (situation ? "，" + count + " 项提醒" : "")}));
    for (const PlanWarning& warning : warnings)
      session.console.line(session.console.say({"warning: ", "提醒："}) + warning.what.sentence(language));
  }
  if (session.console.json) session.console.line(canonical(out));
}

// --- list and show -------------------------------------------------------------------------------------------------

void list(Session& session) {
  const PlanLibrary library = libraryOf(session);
  const Language language = session.console.language;
  Json out = Json::array();
  const auto head = [&](const char* en, const char* zh) { return told(session, en, zh); };
  TextTable table({head("plan", "预案"), head("edition", "版次"), head("from", "施行"), head("items", "条"),
                   head("title", "名称")});
  for (const PlanEntry& entry : library.entries()) {
    Json one{{"file", entry.file.string()}};
    if (entry.whole) {
      const Plan& plan = *entry.whole;
      one.update(Json{{"plan", plan.id},
                      {"edition", plan.edition},
                      {"effective", plan.effective},
                      {"hazard", plan.hazard},
                      {"items", plan.items.size()},
                      {"template", plan.table.has_value()},
                      {"title", plan.title.in(language)}});
      table.add({plan.id, plan.edition, plan.effective, std::to_string(plan.items.size()), plan.title.in(language)});
    } else {
      one["errors"] = Json::array();
      for (const Error& error : entry.errors) one["errors"].push_back(errorJson(error, language));
      const std::string name = entry.id.empty() ? entry.file.filename().string() : entry.id;
      table.add({name, entry.edition, "", "",
                 session.console.say(
                     {std::to_string(entry.errors.size()) + " errors: fengsuictl plan check " + entry.file.string(),
                      std::to_string(entry.errors.size()) + " 处错误：fengsuictl plan check " + entry.file.string()})});
    }
    out.push_back(std::move(one));
  }
  if (session.console.json) return session.console.line(canonical(out));
  if (table.empty()) return session.console.line(head("there are no plans", "没有预案"));
  std::cout << table.text();
}

void show(Session& session, const PlanOptions& o) {
  const PlanLibrary library = libraryOf(session);
  const Plan* plan = lookUp(session, library, o.id, o.edition);
  if (!plan) return;
  if (o.yaml) {
    std::cout << planYaml(*plan);
    return;
  }
  if (session.console.json) return session.console.line(planJson(*plan).dump());
  if (!o.level.empty() && !plan->level(o.level)) {
    std::vector<std::string> known;
    for (const Level& one : plan->levels) known.push_back(one.level);
    return session.console.refuse({ErrorCode::notFound,
                                   {"there is no level \"" + o.level + "\"", "没有级别“" + o.level + "”"},
                                   {"levels: " + listed(known), "级别：" + listed(known)},
                                   {}});
  }
  const Language language = session.console.language;
  const bool zh = language == Language::chinese;
  std::ostringstream out;
  out << plan->title.in(language) << "  " << plan->id << ' ' << plan->edition << "  " << plan->effective << '\n'
      << plan->origin << '\n';
  for (const Level& level : plan->levels) {
    out << (zh ? level.level : level.en) << (zh ? "：签批 " : ": approved by ")
        << ownerText(level.approver).in(language) << '\n';
    if (!level.when) continue;
    if (level.when->lines.size() > 1)
      out << "  " << textOf(level.when->match).in(language) << (zh ? "：" : ":") << '\n';
    for (const Expression& line : level.when->lines) out << "    " << wordsOf(line).in(language) << '\n';
  }
  for (const Phase& phase : plan->phases) {
    bool first = true;
    for (const PlanItem& item : plan->items) {
      if (item.phase != phase.id || (!o.level.empty() && !appliesAt(item, o.level))) continue;
      if (first) out << '\n' << (zh ? phase.zh : phase.en) << '\n';
      first = false;
      out << "  " << whenText(item.when, *plan).in(language) << "  " << item.title.in(language) << " ["
          << textOf(item.kind).in(language) << "]  " << ownerText(item.owner).in(language)
          << (item.mandatory ? ""
              : zh           ? "（可选）"
                             : " (optional)")
          << '\n'
          << "      " << item.action.in(language) << '\n';
      if (const Text answer = answerText(item.answer); !answer.empty())
        out << "      " << (zh ? "反馈：" : "answer: ") << answer.in(language) << '\n';
      if (const Text chase = chaseText(item.chase); !chase.empty())
        out << "      " << (zh ? "逾期：" : "chased: ") << chase.in(language) << '\n';
    }
  }
  if (!plan->end.empty()) {
    out << '\n' << (zh ? "终止条件" : "May end when") << '\n';
    for (const Words& one : plan->end) out << "  " << one.in(language) << '\n';
  }
  std::cout << out.str();
}

// --- diff ----------------------------------------------------------------------------------------------------------

/// A file, an id, or ID@EDITION.
std::optional<Plan> named(Session& session, const PlanLibrary& library, const std::string& name) {
  std::error_code quiet;
  if (fs::is_regular_file(name, quiet)) {
    PlanResult plan = readPlanFile(name);
    if (plan) return std::move(*plan);
    for (const Error& error : plan.error()) session.console.refuse(error);
    return std::nullopt;
  }
  const auto at = name.find('@');
  const std::string edition = at == std::string::npos ? std::string() : name.substr(at + 1);
  const Plan* plan = lookUp(session, library, name.substr(0, at), edition);
  return plan ? std::optional(*plan) : std::nullopt;
}

void diff(Session& session, const PlanOptions& o) {
  const PlanLibrary library = libraryOf(session);
  const auto before = named(session, library, o.id);
  if (!before) return;
  const auto after = named(session, library, o.other);
  if (!after) return;
  const auto found = differences(*before, *after);
  if (session.console.json) {
    Json out = Json::array();
    for (const PlanDifference& one : found)
      out.push_back({{"item", one.item}, {"key", one.key}, {"before", one.before}, {"after", one.after}});
    return session.console.line(canonical(out));
  }
  if (found.empty()) return session.console.line(told(session, "they say the same", "内容相同"));
  for (const PlanDifference& one : found) {
    if (one.key.empty() && !one.item.empty()) {
      session.console.line((one.before.empty() ? "+ " : "- ") + one.item + "  " +
                           (one.before.empty() ? one.after : one.before));
      continue;
    }
    session.console.line("~ " + one.item + (one.item.empty() ? "" : ".") + one.key);
    if (!one.before.empty()) session.console.line("    - " + one.before);
    if (!one.after.empty()) session.console.line("    + " + one.after);
  }
}

// --- card ----------------------------------------------------------------------------------------------------------

void card(Session& session, const PlanOptions& o) {
  const PlanLibrary library = libraryOf(session);
  const Plan* plan = lookUp(session, library, o.id, o.edition);
  if (!plan) return;
  const auto made = cardFor(*plan, o.post, o.level);
  if (!made) return session.console.refuse(made.error());
  const Language language = session.console.language;
  const bool zh = language == Language::chinese;
  if (session.console.json) {
    Json out{{"post", made->post},
             {"b", made->b},
             {"plan", plan->id},
             {"edition", made->edition},
             {"level", made->level.in(language)},
             {"front", Json::array()},
             {"standing", Json::array()},
             {"forbidden", Json::array()},
             {"verifies", Json::array()}};
    for (const CardLine& line : made->front)
      out["front"].push_back({{"item", line.item},
                              {"when", line.when.in(language)},
                              {"title", line.title.in(language)},
                              {"action", line.action.in(language)},
                              {"answer", line.answer.in(language)},
                              {"chase", line.chase.in(language)},
                              {"helps", line.helps}});
    for (const Words& one : made->standing) out["standing"].push_back(one.in(language));
    for (const Words& one : made->forbidden) out["forbidden"].push_back(one.in(language));
    for (const Words& one : made->verifies) out["verifies"].push_back(one.in(language));
    return session.console.line(canonical(out));
  }
  std::ostringstream out;
  out << (zh ? "岗位指令卡  " : "Post card  ") << made->post << '\n'
      << made->plan.in(language) << ' ' << made->edition << (made->level.empty() ? "" : "  " + made->level.in(language))
      << '\n'
      << (zh ? "A角 ________________  B角 " : "A ________________  B ")
      << (made->b.empty() ? "________________" : made->b) << '\n'
      << '\n'
      << (zh ? "【正面】" : "FRONT") << '\n';
  for (const CardLine& line : made->front) {
    out << "  " << line.when.in(language) << "  " << line.title.in(language)
        << (line.helps ? (zh ? "（协办）" : " (helps)") : "") << '\n'
        << "      " << line.action.in(language) << '\n';
    if (!line.answer.empty()) out << "      " << (zh ? "报：" : "report: ") << line.answer.in(language) << '\n';
  }
  const auto section = [&](const char* title, const std::vector<Words>& lines) {
    if (lines.empty()) return;
    out << "  " << title << '\n';
    for (const Words& one : lines) out << "    · " << one.in(language) << '\n';
  };
  out << '\n' << (zh ? "【背面】" : "BACK") << '\n';
  section(zh ? "失联时可自行决定" : "May be decided alone when cut off", made->standing);
  section(zh ? "绝对不能做" : "Must not be done", made->forbidden);
  section(zh ? "由本岗核验" : "Verified by this post", made->verifies);
  out << "  " << (zh ? "接班人签字 ________________" : "Handed over to ________________") << '\n';
  std::cout << out.str();
}

// --- expand --------------------------------------------------------------------------------------------------------

Result<ExpansionRecord> recordIn(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return ExpansionRecord{};
  const auto json = parseJson(std::string(std::istreambuf_iterator<char>(stream), {}));
  auto record = json ? decode<ExpansionRecord>(*json) : Result<ExpansionRecord>(tl::unexpected(json.error()));
  if (record) return record;
  Error error = record.error();
  error.place.file = file;
  error.remedy = {"delete the file to begin with new editions", "删去该文件则版次重新开始"};
  return failure(std::move(error));
}

Outcome keep(const ExpansionRecord& record, const std::string& file) {
  // Whole or not at all: a half record would give old editions to new content.
  const std::string fresh = file + ".new";
  std::ofstream stream(fresh, std::ios::binary);
  stream << encode(record).dump(1) << '\n';
  stream.close();
  std::error_code fault;
  if (stream) fs::rename(fresh, file, fault);
  if (stream && !fault) return {};
  Error error{ErrorCode::io, {"the editions cannot be written", "无法写入版次记录"}, {}, {}};
  error.place.file = file;
  return failure(std::move(error));
}

void expandTable(Session& session, const PlanOptions& o) {
  const PlanLibrary library = libraryOf(session);
  std::optional<Plan> plan = named(session, library, o.id);
  if (!plan) return;
  PlanResult whole = wholePlan(*plan, [&](const std::string& id) { return library.find(id); });
  if (!whole) {
    for (const Error& error : whole.error()) session.console.refuse(error);
    return;
  }
  ReadOptions options;
  options.layer = o.layer;
  const auto table = readTable(o.tableFile, options);
  if (!table) return session.console.refuse(table.error());
  PlanRows rows{o.tableFile, {}, {}};
  for (const Column& column : table->columns) rows.columns.push_back(column.name);
  for (const Row& row : table->rows) rows.rows.push_back({row.number, row.cells});

  const std::string recordFile = o.recordFile.empty() ? o.tableFile + ".editions.json" : o.recordFile;
  const auto before = recordIn(recordFile);
  if (!before) return session.console.refuse(before.error());
  const Expansion made = expand(*whole, rows, *before);
  const Language language = session.console.language;
  if (!made.errors.empty()) session.console.exitCode = 1;
  if (!o.dryRun && !made.plans.empty())
    if (const auto kept = keep(made.record, recordFile); !kept) return session.console.refuse(kept.error());
  if (!o.out.empty()) {
    const auto written = writeTable(tableOf(made.plans, language), o.out, {true, {}});
    if (!written) return session.console.refuse(written.error());
    for (const Text& note : written->notes) std::cerr << note.in(language) << '\n';
  }

  if (session.console.json) {
    Json out{{"plans", Json::array()},  {"errors", Json::array()}, {"added", made.added},
             {"changed", made.changed}, {"gone", made.gone},       {"unchanged", made.unchanged}};
    for (const Plan& one : made.plans)
      out["plans"].push_back({{"plan", one.id}, {"edition", one.edition}, {"title", one.title.in(language)}});
    for (const Error& error : made.errors) {
      out["errors"].push_back(errorJson(error, language));
      out["errors"].back()["row"] = error.place.line;
    }
    return session.console.line(canonical(out));
  }
  for (const Error& error : made.errors) std::cerr << error.sentence(language) << '\n';
  for (const std::string& id : made.changed) session.console.line("~ " + id);
  for (const std::string& id : made.gone) session.console.line("- " + id);
  const auto count = [](std::size_t n) { return std::to_string(n); };
  session.console.line(session.console.say(
      {count(made.plans.size()) + " plans: " + count(made.added.size()) + " new, " + count(made.changed.size()) +
           " of a new edition, " + count(made.unchanged) + " unchanged; " + count(made.errors.size()) + " errors",
       count(made.plans.size()) + " 份预案：新增 " + count(made.added.size()) + "，换版 " + count(made.changed.size()) +
           "，未变 " + count(made.unchanged) + "；错误 " + count(made.errors.size()) + " 处"}));
}

}  // namespace

void addPlanCommand(CLI::App& app, Session& session) {
  auto* plan = app.add_subcommand("plan", told(session, "contingency plans as files", "预案文件"));
  plan->require_subcommand(1);
  const auto add = [&](const char* name, const char* en, const char* zh) {
    return plan->add_subcommand(name, told(session, en, zh));
  };
  const auto level = [&](CLI::App* command, const std::shared_ptr<PlanOptions>& o) {
    command->add_option("--level", o->level, told(session, "a level of the plan: 三级", "预案级别：三级"));
    command->add_option("--edition", o->edition, told(session, "not the newest one", "指定版次（默认最新）"));
  };

  auto o = std::make_shared<PlanOptions>();
  auto* one = add("check", "what is wrong with plan files; with --station also what the station does not know",
                  "检查预案文件；给出 --station 时一并列出本站未知的岗位、队伍、地点");
  one->add_option("FILE", o->files, told(session, "plan files", "预案文件"))->required();
  one->callback([o, &session] { check(session, *o); });

  one = add("list", "all plans in all editions", "全部预案与版次");
  one->callback([&session] { list(session); });

  o = std::make_shared<PlanOptions>();
  one = add("show", "a plan with its items", "查看预案");
  one->add_option("ID", o->id, told(session, "the plan's id", "预案 id"))->required();
  level(one, o);
  one->add_flag("--yaml", o->yaml, told(session, "as a file, with what it includes", "以文件形式输出（含引用内容）"));
  one->callback([o, &session] { show(session, *o); });

  o = std::make_shared<PlanOptions>();
  one = add("diff", "what changed between two editions", "比较两版预案");
  const std::string which = told(session, "a file, an id, or ID@EDITION", "文件、id 或 ID@版次");
  one->add_option("A", o->id, which)->required();
  one->add_option("B", o->other, which)->required();
  one->callback([o, &session] { diff(session, *o); });

  o = std::make_shared<PlanOptions>();
  one = add("card", "the card of a post, front and back", "岗位指令卡（正反面）");
  one->add_option("ID", o->id, told(session, "the plan's id", "预案 id"))->required();
  one->add_option("POST", o->post, told(session, "the post: 值班长", "岗位：值班长"))->required();
  level(one, o);
  one->callback([o, &session] { card(session, *o); });

  o = std::make_shared<PlanOptions>();
  one = add("expand", "one plan for each row of a table", "按表格每行生成一份预案");
  one->add_option("TEMPLATE", o->id, told(session, "a file or an id", "文件或 id"))->required();
  one->add_option("TABLE", o->tableFile, told(session, "XLSX, CSV, …", "XLSX、CSV 等表格"))->required();
  one->add_option("--sheet", o->layer, told(session, "sheet of the table", "工作表"));
  one->add_option(
      "--record", o->recordFile,
      told(session, "where editions are kept; else TABLE.editions.json", "版次记录文件，默认 TABLE.editions.json"));
  one->add_option("--out", o->out,
                  told(session, "the lines of all of them as a table: .xlsx, .csv, one row for each place",
                       "全部条目写成表格（.xlsx、.csv），每地一行"));
  one->add_flag("--dry-run", o->dryRun, told(session, "keep no editions", "不记录版次"));
  one->callback([o, &session] { expandTable(session, *o); });

  one = add("schema", "the form of a plan file as a JSON Schema", "预案文件格式（JSON Schema）");
  one->callback([] { std::cout << planSchema().dump(2) << '\n'; });
}

}  // namespace fengsui
