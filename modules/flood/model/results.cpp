// SPDX-License-Identifier: GPL-3.0-or-later
#include "results.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <sstream>
#include <tuple>

namespace fengsui::flood {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

// As people write it: 0.27.
std::string asWritten(double number) {
  std::ostringstream out;
  out << number;
  return out.str();
}

void open(std::ofstream& stream, const std::filesystem::path& file, const char* heading) {
  stream.open(file);
  stream << heading << '\n';
  stream.precision(9);
}

}  // namespace

template <class Real>
Results<Real>::Results(const Scenario& scenario, const Solver<Real>& solver, std::filesystem::path folder)
    : scenario_(scenario), solver_(solver), folder_(std::move(folder)) {
  if (!scenario_.gauges.empty()) open(gauges_, folder_ / "gauges.csv", "time,x,y,depth,u,v,level");
  if (!scenario_.sections.empty()) open(discharges_, folder_ / "discharges.csv", "time,section,discharge");
  open(volumes_, folder_ / "volumes.csv",
       "time,stored,rained,sprung,entered,left,infiltrated,drained,error,outflow_rate,pumped");
  if (!solver_.structures().empty()) open(structures_, folder_ / "structures.csv", "time,structure,state,moved");
}

template <class Real>
double Results<Real>::bedAt(int i, int j) const {
  if (scenario_.forcing.structures.breaches.empty()) return scenario_.terrain.bed[index(i, j)];
  return solver_.datum() + static_cast<double>(solver_.bed().at(i, j));
}

template <class Real>
typename Results<Real>::Reading Results<Real>::readingAt(const Gauge& gauge) const {
  const auto at = [&](int i, int j) {
    const double depth = static_cast<double>(solver_.depth().at(i, j));
    return Reading{depth, static_cast<double>(solver_.u().at(i, j)), -static_cast<double>(solver_.v().at(i, j)),
                   bedAt(i, j) + depth};
  };
  const Raster& g = scenario_.ground;
  const double x = std::clamp((gauge.x - g.west) / g.cellWidth - 0.5, 0.0, g.columns - 1.0);
  const double y = std::clamp((g.north - gauge.y) / g.cellHeight - 0.5, 0.0, g.rows - 1.0);
  const int i0 = static_cast<int>(x), j0 = static_cast<int>(y);
  const int i1 = std::min(i0 + 1, g.columns - 1), j1 = std::min(j0 + 1, g.rows - 1);
  Reading sum;
  for (const auto& [i, j, share] : {std::tuple{i0, j0, (1 - (x - i0)) * (1 - (y - j0))},
                                    {i1, j0, (x - i0) * (1 - (y - j0))},
                                    {i0, j1, (1 - (x - i0)) * (y - j0)},
                                    {i1, j1, (x - i0) * (y - j0)}}) {
    const Reading r = at(i, j);
    // Beside walls and dry ground there is nothing to interpolate with.
    if (!solver_.isTerrain(i, j) || r.depth <= scenario_.numerics.dryDepthM) return at(gauge.column, gauge.row);
    sum.depth += share * r.depth;
    sum.u += share * r.u;
    sum.v += share * r.v;
    sum.level += share * r.level;
  }
  return sum;
}

template <class Real>
void Results<Real>::writeRows() {
  const double time = solver_.time();
  for (const Gauge& gauge : scenario_.gauges) {
    const Reading r = readingAt(gauge);
    // Adding nothing makes plain zeros of negative ones.
    gauges_ << time << ',' << gauge.x << ',' << gauge.y << ',' << r.depth << ',' << r.u + 0.0 << ',' << r.v + 0.0 << ','
            << r.level << '\n';
  }
  for (const Section& section : scenario_.sections)
    discharges_ << time << ',' << section.name << ','
                << dischargeThrough(section, solver_.depth(), solver_.u(), solver_.v(), scenario_.terrain.dx,
                                    scenario_.terrain.dy)
                << '\n';
  const Volumes v = solver_.volumes();
  const double outflow = time > timeBefore_ ? (v.left - leftBefore_) / (time - timeBefore_) : 0;
  volumes_ << time << ',' << v.stored << ',' << v.rained << ',' << v.sprung << ',' << v.entered << ',' << v.left << ','
           << v.infiltrated << ',' << v.drained << ',' << v.error() << ',' << outflow << ',' << v.pumped << '\n';
  if (structures_.is_open())
    for (const StructureState& one : solver_.structures())
      structures_ << time << ',' << one.name << ',' << one.state << ',' << one.movedM3 << '\n';
  timeBefore_ = time;
  leftBefore_ = v.left;
}

template <class Real>
Outcome Results<Real>::closeRows() {
  for (auto* stream : {&gauges_, &discharges_, &volumes_, &structures_})
    if (stream->is_open() && !stream->flush())
      return failure(ErrorCode::io, {"the tables of the results cannot be written in " + folder_.string(),
                                     "无法在 " + folder_.string() + " 写入结果表"});
  return {};
}

template <class Real>
template <class Value>
Outcome Results<Real>::raster(const std::string& name, const std::string& unit, const Value& value) const {
  Raster out = scenario_.ground;
  for (int j = 0; j < out.rows; ++j)
    for (int i = 0; i < out.columns; ++i)
      out.values[index(i, j)] = solver_.isTerrain(i, j) ? static_cast<double>(value(i, j)) : nothing;
  return writeRaster(out, folder_ / (name + ".tif"), unit);
}

template <class Real>
Outcome Results<Real>::saveFrame(const std::stop_token& stop) const {
  std::string when = std::to_string(std::llround(solver_.time()));
  when.insert(0, when.size() < 7 ? 7 - when.size() : 0, '0');
  // Moments within one second keep their milliseconds.
  const double part = solver_.time() - std::floor(solver_.time());
  if (scenario_.saveEveryS > 0 && std::fmod(scenario_.saveEveryS, 1) != 0) {
    when = std::to_string(static_cast<long long>(std::floor(solver_.time())));
    when.insert(0, when.size() < 7 ? 7 - when.size() : 0, '0');
    std::string milli = std::to_string(std::min(999LL, std::llround(part * 1000)));
    when += "_" + std::string(3 - milli.size(), '0') + milli;
  }
  const auto& s = solver_;
  if (auto fine = raster("depth_" + when, "m", [&](int i, int j) { return s.depth().at(i, j); }); !fine) return fine;
  if (stop.stop_requested()) return {};
  if (auto fine = raster("u_" + when, "m/s", [&](int i, int j) { return s.u().at(i, j); }); !fine) return fine;
  if (stop.stop_requested()) return {};
  if (auto fine = raster("v_" + when, "m/s", [&](int i, int j) { return -s.v().at(i, j); }); !fine) return fine;
  if (stop.stop_requested()) return {};
  return raster("level_" + when, "m", [&](int i, int j) {
    const double h = static_cast<double>(s.depth().at(i, j));
    return h > 0 ? bedAt(i, j) + h : nothing;
  });
}

template <class Real>
Outcome Results<Real>::saveRecords(const std::stop_token& stop) const {
  const Records<Real>& r = solver_.records();
  struct Part {
    const char* name;
    const char* unit;
    const Field<Real>* field;
  };
  const Part parts[] = {{"depth_max", "m", &r.maximumDepth},
                        {"duration", "s", &r.duration},
                        {"speed_max", "m/s", &r.maximumSpeed},
                        {"hazard_max", "", &r.maximumHazard}};
  for (const Part& part : parts) {
    if (stop.stop_requested()) return {};
    if (auto fine = raster(part.name, part.unit, [&](int i, int j) { return part.field->at(i, j); }); !fine)
      return fine;
  }
  for (std::size_t k = 0; k < r.durations.size(); ++k) {
    if (stop.stop_requested()) return {};
    const Field<Real>& field = r.durations[k];
    if (auto fine = raster("duration_" + asWritten(scenario_.numerics.durationsM[k]) + "m", "s",
                           [&](int i, int j) { return field.at(i, j); });
        !fine)
      return fine;
  }
  const auto where = [&](bool yes, Real value) { return yes ? static_cast<double>(value) : nothing; };
  if (auto fine =
          raster("depth_max_time", "s",
                 [&](int i, int j) { return where(r.maximumDepth.at(i, j) > Real(0), r.maximumTime.at(i, j)); });
      !fine)
    return fine;
  if (stop.stop_requested()) return {};
  return raster("arrival", "s", [&](int i, int j) { return where(r.arrival.at(i, j) >= Real(0), r.arrival.at(i, j)); });
}

template <class Real>
Json Results<Real>::summary() const {
  const Volumes v = solver_.volumes();
  const Records<Real>& r = solver_.records();
  const double cell = scenario_.terrain.dx * scenario_.terrain.dy;
  constexpr std::array depths{0.15, 0.27, 0.5, 1.0, 2.0};
  // Classes of FD2320: caution, danger for some, for most, for all.
  constexpr std::array ratings{0.75, 1.25, 2.0};
  std::array<long, depths.size()> deeper{};
  std::array<long, ratings.size()> worse{};
  long flooded = 0;
  double deepest = 0, fastest = 0;
  for (int j = 0; j < scenario_.ground.rows; ++j)
    for (int i = 0; i < scenario_.ground.columns; ++i) {
      const double most = static_cast<double>(r.maximumDepth.at(i, j));
      const double hazard = static_cast<double>(r.maximumHazard.at(i, j));
      flooded += most >= scenario_.numerics.thresholdM ? 1 : 0;
      for (std::size_t k = 0; k < depths.size(); ++k) deeper[k] += most >= depths[k] ? 1 : 0;
      for (std::size_t k = 0; k < ratings.size(); ++k) worse[k] += hazard >= ratings[k] ? 1 : 0;
      deepest = std::max(deepest, most);
      fastest = std::max(fastest, static_cast<double>(r.maximumSpeed.at(i, j)));
    }
  Json byDepth = Json::array(), byHazard = Json::array();
  for (std::size_t k = 0; k < depths.size(); ++k)
    byDepth.push_back({{"depth_m", depths[k]}, {"area_m2", static_cast<double>(deeper[k]) * cell}});
  for (std::size_t k = 0; k < ratings.size(); ++k)
    byHazard.push_back({{"rating", ratings[k]}, {"area_m2", static_cast<double>(worse[k]) * cell}});
  Json structures = Json::array();
  for (const StructureState& one : solver_.structures())
    structures.push_back({{"name", one.name}, {"state", one.state}, {"moved_m3", one.movedM3}});
  return {{"time_s", solver_.time()},
          {"steps", solver_.steps()},
          {"cell_updates", solver_.cellUpdates()},
          {"cells", scenario_.terrain.shape.cells()},
          {"memory_bytes", solver_.bytes()},
          {"threshold_m", scenario_.numerics.thresholdM},
          {"flooded_area_m2", static_cast<double>(flooded) * cell},
          {"area_at_least", byDepth},
          {"area_by_hazard_rating", byHazard},
          {"deepest_m", deepest},
          {"fastest_m_s", fastest},
          {"volume_m3",
           {{"initial", v.initial},
            {"stored", v.stored},
            {"rained", v.rained},
            {"sprung", v.sprung},
            {"entered", v.entered},
            {"left", v.left},
            {"infiltrated", v.infiltrated},
            {"drained", v.drained},
            {"pumped", v.pumped},
            {"error", v.error()}}},
          {"structures", structures},
          {"mass_error", v.received() > 0 ? std::abs(v.error()) / v.received() : 0.0}};
}

template class Results<float>;
template class Results<double>;

}  // namespace fengsui::flood
