// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/flood/commandrun.h"

#include <cmath>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "flood/model/csvrows.h"
#include "support/process.h"

namespace fengsui::flood {
namespace {

std::string exactly(double value) {
  std::ostringstream text;
  text.precision(12);
  text << value;
  return text.str();
}

}  // namespace

CsvTable CsvTable::read(const std::filesystem::path& file) {
  std::ifstream stream(file);
  if (!stream) throw std::runtime_error(file.string() + " cannot be read");
  CsvTable out;
  for (std::string line; std::getline(stream, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (out.heading.empty())
      out.heading = partsOf(line);
    else
      out.rows.push_back(partsOf(line));
  }
  return out;
}

const std::string& CsvTable::text(std::size_t row, const std::string& column) const {
  for (std::size_t k = 0; k < heading.size(); ++k)
    if (heading[k] == column) return rows.at(row).at(k);
  throw std::runtime_error("no column " + column);
}

double CsvTable::number(std::size_t row, const std::string& column) const {
  return std::stod(text(row, column));
}

CommandRun::CommandRun(int columns, int rows, double cell, const Along& bed)
    : ground_{columns, rows, 0, rows * cell, cell, cell, "", {}} {
  set("dem", raster("dem", bed));
}

void CommandRun::set(const std::string& name, double value) {
  set(name, exactly(value));
}

std::string CommandRun::raster(const std::string& name, const Along& value) {
  Raster out = ground_;
  for (int j = 0; j < out.rows; ++j)
    for (int i = 0; i < out.columns; ++i) out.values.push_back(value(out.xOf(i), out.yOf(j)));
  const std::string file = folder_ / (name + ".tif");
  if (const auto fine = writeRaster(out, file); !fine)
    throw std::runtime_error(fine.error().sentence(Language::english));
  return file;
}

std::string CommandRun::table(const std::string& name, const std::string& text) {
  std::ofstream(folder_ / (name + ".csv")) << text;
  return folder_ / (name + ".csv");
}

void CommandRun::gauges(const std::vector<Place>& places) {
  std::string text = "x,y\n";
  for (const Place& at : places) text += exactly(at.x) + "," + exactly(at.y) + "\n";
  gauges_ = places.size();
  set("gauges", table("gauges", text));
}

void CommandRun::section(const std::string& name, Place from, Place to) {
  sections_ += exactly(from.x) + "," + exactly(from.y) + "," + exactly(to.x) + "," + exactly(to.y) + "," + name + "\n";
}

void CommandRun::run() {
  if (!sections_.empty()) set("sections", table("sections", sections_));
  std::string command = std::string(FENGSUI_BIN) + "/fengsuictl --lang en model flood --out " + folder_ / "out --set";
  for (const std::string& one : said_) command += " '" + one + "'";
  const ProcessResult result = runProcess(command);
  if (result.exitCode != 0) throw std::runtime_error(command + "\n" + result.output);
  std::ifstream stream(folder_.path() / "out" / "summary.json");
  summary_ = Json::parse(stream);
}

std::vector<double> CommandRun::atGauges(const std::string& column, double time) const {
  const CsvTable rows = result("gauges.csv");
  std::size_t nearest = 0;
  for (std::size_t k = 0; k < rows.rows.size(); k += gauges_)
    if (std::abs(rows.number(k, "time") - time) < std::abs(rows.number(nearest, "time") - time)) nearest = k;
  std::vector<double> out;
  for (std::size_t k = 0; k < gauges_; ++k) out.push_back(rows.number(nearest + k, column));
  return out;
}

CsvTable CommandRun::result(const std::string& name) const {
  return CsvTable::read(folder_.path() / "out" / name);
}

Raster CommandRun::resultRaster(const std::string& name) const {
  auto out = readRaster(folder_.path() / "out" / name);
  if (!out) throw std::runtime_error(out.error().sentence(Language::english));
  return std::move(*out);
}

}  // namespace fengsui::flood
