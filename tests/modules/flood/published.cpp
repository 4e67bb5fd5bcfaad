// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/flood/published.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>

#include "modules/flood/analytic.h"
#include "modules/flood/commandrun.h"

namespace fengsui::flood::published {
namespace {

double flat(double, double) {
  return 0;
}

void compute(CommandRun& run, const Choice& choice) {
  run.set("order", choice.order);
  run.set("precision", choice.single ? "float" : "double");
  run.set("steps", choice.together ? "together" : "local");
  run.run();
}

void wallsBeside(CommandRun& run) {
  run.set("boundary.north", "wall");
  run.set("boundary.south", "wall");
}

// The rows of a table in which a column says this.
CsvTable rowsOf(const std::string& file, const std::string& column = {}, const std::string& word = {}) {
  const CsvTable all = CsvTable::read(folder() / file);
  CsvTable out{all.heading, {}};
  for (std::size_t k = 0; k < all.rows.size(); ++k)
    if (column.empty() || all.text(k, column) == word) out.rows.push_back(all.rows[k]);
  return out;
}

std::vector<double> numbersOf(const CsvTable& table, const std::string& column) {
  std::vector<double> out;
  for (std::size_t k = 0; k < table.rows.size(); ++k) out.push_back(table.number(k, column));
  return out;
}

std::vector<Place> inTheMiddle(const std::vector<double>& along, double width) {
  std::vector<Place> out;
  for (const double x : along) out.push_back({x, width / 2});
  return out;
}

void compare(Apart& out, const std::vector<double>& now, const std::vector<double>& exact) {
  out.points = exact.size();
  for (std::size_t k = 0; k < exact.size(); ++k) {
    const double off = std::abs(now.at(k) - exact[k]);
    out.mean += off / static_cast<double>(exact.size());
    out.largest = std::max(out.largest, off);
  }
}

void compareFlow(Apart& out, const CommandRun& run, double time, const std::vector<double>& depth,
                 const std::vector<double>& velocity) {
  const auto h = run.atGauges("depth", time), u = run.atGauges("u", time);
  double off = 0, sum = 0;
  for (std::size_t k = 0; k < depth.size(); ++k) {
    off += std::abs(h[k] * u[k] - depth[k] * velocity[k]);
    sum += std::abs(depth[k] * velocity[k]);
  }
  out.flow = off / sum;
}

void balance(Apart& out, const CommandRun& run) {
  out.massError = run.summary()["mass_error"].get<double>();
  out.seconds = run.summary()["wall_s"].get<double>();
}

// What passes a section across the channel at the end.
void compareThroughout(Apart& out, const CommandRun& run, double discharge) {
  const CsvTable rows = run.result("discharges.csv");
  out.throughout = std::abs(rows.number(rows.rows.size() - 1, "discharge") / discharge - 1);
}

Apart damBreak(const CsvTable& rows, const Choice& choice, double above, double below) {
  constexpr double length = 10;
  const double cell = length / choice.cells, width = cell * choice.rows;
  const double time = rows.number(0, "t_s"), dam = rows.number(0, "x0_m");
  CommandRun run(choice.cells, choice.rows, cell, flat);
  run.set("initial.depth", run.raster("initial", [&](double x, double) { return x < dam ? above : below; }));
  run.set("friction", 0);
  run.set("duration", time);
  run.set("gauges.every", time);
  wallsBeside(run);
  run.gauges(inTheMiddle(numbersOf(rows, "x_m"), width));
  compute(run, choice);
  Apart out;
  compare(out, run.atGauges("depth", time), numbersOf(rows, "h_m"));
  compareFlow(out, run, time, numbersOf(rows, "h_m"), numbersOf(rows, "u_m_s"));
  balance(out, run);
  return out;
}

Apart bump(const std::string& name, const Choice& choice, const std::string& east, double startLevel, double duration) {
  const CsvTable rows = rowsOf("steady_bump.csv", "case", name);
  const double flow = rows.number(0, "q_m2_s");
  const double cell = 25.0 / choice.cells, width = cell * choice.rows;
  CommandRun run(choice.cells, choice.rows, cell, [](double x, double) { return analytic::bump(x); });
  run.set("initial.level", startLevel);
  run.set("friction", 0);
  run.set("boundary.west", "unitflow:" + rows.text(0, "q_m2_s"));
  run.set("boundary.east", east);
  wallsBeside(run);
  run.set("duration", duration);
  run.set("gauges.every", duration);
  run.gauges(inTheMiddle(numbersOf(rows, "x_m"), width));
  run.section("crest", {10, 0}, {10, width});
  compute(run, choice);
  Apart out;
  compare(out, run.atGauges("depth", duration), numbersOf(rows, "h_m"));
  compareFlow(out, run, duration, numbersOf(rows, "h_m"), numbersOf(rows, "u_m_s"));
  compareThroughout(out, run, flow * width);
  balance(out, run);
  return out;
}

}  // namespace

std::filesystem::path folder() {
  const auto beside = (std::filesystem::path(FENGSUI_TEST_DATA) / "../verification/flood").lexically_normal();
  std::error_code ignored;
  return std::filesystem::is_directory(beside, ignored) ? beside : std::filesystem::path();
}

Apart ritter(const Choice& choice) {
  const CsvTable rows = rowsOf("dambreak_ritter_dry.csv", "set", "A");
  return damBreak(rows, choice, rows.number(0, "h0_m"), 0);
}

Apart stoker(const Choice& choice) {
  const CsvTable rows = rowsOf("dambreak_stoker_wet.csv", "set", "A");
  return damBreak(rows, choice, rows.number(0, "hl_m"), rows.number(0, "hr_m"));
}

Apart subcriticalBump(const Choice& choice) {
  return bump("sub", choice, "level:2", 2, 150);
}

Apart transcriticalBump(const Choice& choice) {
  return bump("trans", choice, "fall", 0.66, 80);
}

Apart macDonald(const Choice& choice, const std::string& east) {
  const CsvTable rows = rowsOf("macdonald_norain.csv");
  const std::vector<double> bed = numbersOf(rows, "topo");
  constexpr double cell = 5, flow = 2, duration = 3600;
  const double width = cell * choice.rows;
  const auto at = [&](double x) { return std::min(static_cast<std::size_t>(x / cell), bed.size() - 1); };
  CommandRun run(static_cast<int>(bed.size()), choice.rows, cell, [&](double x, double) { return bed[at(x)]; });
  run.set("friction", 0.033);
  run.set("boundary.west", "discharge:" + std::to_string(flow * width));
  run.set("boundary.east", east);
  wallsBeside(run);
  run.set("duration", duration);
  run.set("gauges.every", duration);
  run.gauges(inTheMiddle(numbersOf(rows, "dx"), width));
  run.section("middle", {500, 0}, {500, width});
  compute(run, choice);
  Apart out;
  compare(out, run.atGauges("level", duration), numbersOf(rows, "wse"));
  compareThroughout(out, run, flow * width);
  balance(out, run);
  return out;
}

Apart thacker(const Choice& choice, double periods) {
  std::ostringstream word;
  word << periods;
  const CsvTable rows = rowsOf("thacker_planar.csv", "t_over_T", word.str());
  using analytic::Thacker;
  const double time = rows.number(0, "t_s");
  CommandRun run(choice.cells, choice.cells, Thacker::side / choice.cells, Thacker::bed);
  const auto depth = [](double x, double y) { return Thacker::depth(x, y, 0); };
  run.set("initial.depth", run.raster("initial", depth));
  const std::string north = run.raster("v", [&](double x, double y) { return depth(x, y) > 0 ? Thacker::v(0) : 0; });
  run.set("initial.velocity", "0," + north);
  run.set("friction", 0);
  for (const char* side : {"west", "east", "north", "south"}) run.set(std::string("boundary.") + side, "wall");
  run.set("duration", time);
  run.set("gauges.every", time);
  std::vector<Place> places;
  for (std::size_t k = 0; k < rows.rows.size(); ++k) places.push_back({rows.number(k, "x_m"), rows.number(k, "y_m")});
  run.gauges(places);
  compute(run, choice);
  Apart out;
  compare(out, run.atGauges("depth", time), numbersOf(rows, "h_m"));
  balance(out, run);
  return out;
}

std::vector<Sheet> sheets() {
  const CsvTable rows = rowsOf("normal_depth_sheetflow.csv");
  std::vector<Sheet> out;
  for (std::size_t k = 0; k < rows.rows.size(); ++k)
    out.push_back({rows.number(k, "slope"), rows.number(k, "n"), rows.number(k, "q_m2_s"), rows.number(k, "h_m"),
                   rows.number(k, "froude")});
  return out;
}

Apart normalDepth(const Sheet& sheet, const Choice& choice) {
  // Fast sheets enter at critical depth and are at their own after about eight depths times Froude² over the slope; far
  // below, those of a Froude number above 1.5 break up into roll waves, as they do in nature.
  const double length = sheet.depth / sheet.slope * std::max(4.0, 8 * sheet.froude * sheet.froude);
  const double cell = length / choice.cells, width = cell * choice.rows;
  const double velocity = sheet.flow / sheet.depth;
  const double duration = 6 * length / velocity;
  CommandRun run(choice.cells, choice.rows, cell, [&](double x, double) { return sheet.slope * (length - x); });
  run.set("friction", sheet.n);
  run.set("boundary.west", "unitflow:" + std::to_string(sheet.flow));
  run.set("boundary.east", "open");
  wallsBeside(run);
  run.set("duration", duration);
  run.set("gauges.every", duration);
  run.gauges({{0.75 * length, width / 2}});
  run.section("down", {0.75 * length, 0}, {0.75 * length, width});
  compute(run, choice);
  Apart out;
  compare(out, run.atGauges("depth", duration), {sheet.depth});
  compareFlow(out, run, duration, {sheet.depth}, {velocity});
  compareThroughout(out, run, sheet.flow * width);
  balance(out, run);
  return out;
}

Catchment vCatchment(double cell, bool onHillsOnly, const Choice& choice) {
  const CsvTable rows = rowsOf("vcatchment_digiammarco.csv");
  std::map<std::string, double> said;
  for (std::size_t k = 0; k < rows.rows.size(); ++k) said[rows.text(k, "quantity")] = rows.number(k, "value");
  constexpr double length = 1000, hill = 800, channel = 20, width = 2 * hill + channel;
  const double until = said.at("rain_duration");
  // How far from the channel's edge.
  const auto up = [](double x) { return std::max(std::abs(x - width / 2) - channel / 2, 0.0); };
  CommandRun run(static_cast<int>(width / cell), static_cast<int>(length / cell), cell,
                 [&](double x, double y) { return 0.05 * up(x) + 0.02 * y; });
  run.set("friction", run.raster("n", [&](double x, double) { return up(x) > 0 ? 0.015 : 0.15; }));
  for (const char* side : {"west", "east", "north"}) run.set(std::string("boundary.") + side, "wall");
  run.set("boundary.south", "open");
  const double rate = said.at("rain_rate");
  if (onHillsOnly) {
    run.raster("rain", [&](double x, double) { return up(x) > 0 ? rate : 0; });
    run.raster("dry", flat);
    run.set("rain.rasters", run.table("rain", "0,rain.tif\n5400,dry.tif\n"));
  } else {
    const std::string end = std::to_string(until), mmPerHour = std::to_string(rate);
    run.set("rain", "0:" + mmPerHour + " " + end + ":" + mmPerHour + " " + end + ":0");
  }
  run.set("duration", 2 * until);
  run.set("gauges.every", 60);
  run.set("rasters", "end");
  compute(run, choice);
  Catchment out;
  const CsvTable volumes = run.result("volumes.csv");
  std::vector<double> minutes;
  for (std::size_t k = 0; k < volumes.rows.size(); ++k)
    if (const double time = volumes.number(k, "time"); time > until - 599 && time < until + 1)
      minutes.push_back(volumes.number(k, "outflow_rate"));
  for (const double one : minutes) out.outflow += one / static_cast<double>(minutes.size());
  for (const double one : minutes) out.wavers = std::max(out.wavers, std::abs(one - out.outflow));
  out.rained = run.summary()["volume_m3"]["rained"].get<double>();
  out.massError = run.summary()["mass_error"].get<double>();
  out.seconds = run.summary()["wall_s"].get<double>();
  out.expected = said.at(onHillsOnly ? "Q_equilibrium_hill_only" : "Q_equilibrium_hill_plus_channel");
  out.expectedRain = said.at("volume_hill_only") * (onHillsOnly ? 1 : width / (2 * hill));
  return out;
}

}  // namespace fengsui::flood::published
