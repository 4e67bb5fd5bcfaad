// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iostream>

#include "cli/session.h"
#include "gis/importrows.h"

namespace fengsui {
namespace {

struct ImportOptions {
  std::string file, kind;
  std::vector<std::string> map;
  ReadOptions read;
  std::string place;
  bool dryRun = false;
  bool leaveOut = false;
};

Result<std::vector<std::pair<std::string, std::string>>> wishesFrom(const std::vector<std::string>& map) {
  std::vector<std::pair<std::string, std::string>> wishes;
  for (const std::string& wish : map) {
    const auto equals = wish.find('=');
    if (equals == std::string::npos || equals == 0)
      return failure(ErrorCode::invalid, {"\"" + wish + "\" maps nothing", "“" + wish + "”不是对应关系"},
                     {"write field=column, as in --map name=队伍名称", "请写 字段=列名，如 --map name=队伍名称"});
    wishes.emplace_back(wish.substr(0, equals), wish.substr(equals + 1));
  }
  return wishes;
}

// The rows that cannot be imported, and whether the others are.
void sayErrors(Session& session, const ImportedTable& imported, const ImportOptions& o) {
  Console& console = session.console;
  const std::string& file = o.file;
  if (!o.leaveOut) console.exitCode = 1;
  if (console.json) {
    Json errors = Json::array();
    for (const Error& error : imported.errors) errors.push_back(rowErrorJson(error, console.language));
    std::cerr << canonical(Json{{"error", "invalid"}, {"file", file}, {"errors", errors}, {"imported", 0}}) << '\n';
    return;
  }
  constexpr std::size_t most = 50;
  for (std::size_t i = 0; i < imported.errors.size() && i < most; ++i)
    std::cerr << imported.errors[i].sentence(console.language) << '\n';
  const std::string count = std::to_string(imported.errors.size());
  if (o.leaveOut)
    std::cerr << console.say({file + ": " + count + " faults; their rows are left out",
                              file + "：" + count + " 处错误，相应行不导入"})
              << '\n';
  else
    std::cerr << console.say({file + ": " + count + " faults; nothing was imported",
                              file + "：" + count + " 处错误，未导入任何内容"})
              << '\n'
              << console.say({"  mend the table, or leave those rows out with --leave-out-bad-rows",
                              "  请修正表格，或用 --leave-out-bad-rows 跳过这些行"})
              << '\n';
}

void sayPlan(const Session& session, const Table& table, const Mapping& mapping, const ImportedTable& imported) {
  const Console& console = session.console;
  TextTable plan({console.say({"field", "字段"}), console.say({"column", "列"})});
  for (const FieldColumn& field : mapping.fields) plan.add({field.field, field.column});
  std::cerr << plan.text();
  if (!mapping.unmapped.empty()) {
    std::string list;
    for (const std::string& column : mapping.unmapped) list += (list.empty() ? "" : ", ") + column;
    std::cerr << console.say({"kept as free attributes: ", "保留为自由属性："}) << list << '\n';
  }
  for (const Text& note : table.notes) std::cerr << console.say(note) << '\n';
  for (const Text& note : imported.notes) std::cerr << console.say(note) << '\n';
  for (const Error& warning : imported.warnings) std::cerr << warning.sentence(console.language) << '\n';
}

void import(Session& session, const ImportOptions& o) {
  Console& console = session.console;
  const auto kind = kindNamed(o.kind);
  if (!kind) return console.refuse(kind.error());
  const auto wishes = wishesFrom(o.map);
  if (!wishes) return console.refuse(wishes.error());
  auto station = session.open(o.dryRun);
  if (!station) return console.refuse(station.error());
  const auto by = session.author(**station);
  if (!by) return console.refuse(by.error());
  ReadOptions read = o.read;
  if (!o.place.empty()) {
    const auto comma = o.place.find(',');
    read.placeColumns = {o.place.substr(0, comma)};
    if (comma != std::string::npos) read.placeColumns.push_back(o.place.substr(comma + 1));
  }
  const auto table = readTable(o.file, read);
  if (!table) return console.refuse(table.error());
  const auto mapping = remapped(proposeMapping(*kind, table->columns), *kind, table->columns, *wishes);
  if (!mapping) return console.refuse(mapping.error());
  ImportedTable imported = importRows(*kind, *table, *mapping, (*station)->timeZone());
  if (!console.json) sayPlan(session, *table, *mapping, imported);
  if (!imported.errors.empty()) {
    sayErrors(session, imported, o);
    if (!o.leaveOut) return;
  }

  auto sound = soundRows(imported);
  const auto rows = sound.size();
  const auto command = importCommand(*kind, std::move(sound), systemNow());
  if (!command) return console.refuse(command.error());
  std::size_t changes = 0;
  if (o.dryRun) {
    const auto decided =
        decide((*station)->situation(), *command, {systemNow(), by->occurred.value_or(systemNow()), by->actor});
    if (!decided) return console.refuse(decided.error());
    changes = decided->size();
  } else {
    const auto receipt = (*station)->execute(*command, *by);
    if (!receipt) {
      Error error = receipt.error();
      if (error.place.file.empty()) error.place.file = o.file;
      return console.refuse(error);
    }
    changes = receipt->events.size();
  }
  Json fields = Json::object();
  for (const FieldColumn& field : mapping->fields) fields[field.field] = field.column;
  Json warnings = Json::array();
  for (const Error& warning : imported.warnings) warnings.push_back(rowErrorJson(warning, console.language));
  const std::string count = std::to_string(rows), changed = std::to_string(changes);
  console.report(o.dryRun ? Text{count + " rows would give " + changed + " changes; nothing was imported",
                                 count + " 行，将产生 " + changed + " 项变更（试运行，未导入）"}
                          : Text{count + " rows imported, " + changed + " changes",
                                 "已导入 " + count + " 行，" + changed + " 项变更"},
                 Json{{"rows", rows},
                      {"changes", changes},
                      {"dryRun", o.dryRun},
                      {"mapping", fields},
                      {"attributes", mapping->unmapped},
                      {"warnings", warnings}});
  if (!o.dryRun) publish(session, **station);
}

}  // namespace

void addImportCommand(CLI::App& app, Session& session) {
  auto o = std::make_shared<ImportOptions>();
  auto* command = app.add_subcommand(
      "import",
      told(session, "a table or layer as offices have it: CSV, XLSX, GeoJSON, Shapefile, KML, GPX, GeoPackage",
           "导入表格或图层：CSV、XLSX、GeoJSON、Shapefile、KML、GPX、GeoPackage"));
  command->add_option("FILE", o->file, told(session, "the file", "文件"))->required();
  command
      ->add_option(
          "--as", o->kind,
          told(session,
               "incidents, teams, depots, shelters, risk-zones, facilities, places, persons, posts, households",
               "incidents、teams、depots、shelters、risk-zones、facilities、places、persons、posts、"
               "households（或中文）"))
      ->required();
  command
      ->add_option("--map", o->map,
                   told(session, "field=column, where the proposal is wrong; an empty column frees the field",
                        "字段=列名（修正自动对应）"))
      ->allow_extra_args(false);
  command->add_option(
      "--crs", o->read.crs,
      told(session, "EPSG:n, gcj02 or bd09, where the file does not say", "坐标系：EPSG:n、gcj02、bd09"));
  command->add_option("--layer,--sheet", o->read.layer, told(session, "which sheet or layer", "工作表或图层"));
  command->add_option("--encoding", o->read.encoding,
                      told(session, "of the text, where it is not seen from the file", "文字编码"));
  command->add_option("--place", o->place,
                      told(session, "the columns of the place, where they are not found: 东经,北纬",
                           "坐标列（自动识别有误时）：东经,北纬"));
  command->add_flag("--leave-out-bad-rows", o->leaveOut, told(session, "import the others", "跳过有错误的行"));
  command->add_flag("--dry-run", o->dryRun, told(session, "say what would happen", "试运行"));
  command->callback([o, &session] { import(session, *o); });
}

}  // namespace fengsui
