// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/speeds.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <set>

#include "core/codec.h"
#include "core/shippedrules.h"

namespace fengsui {
namespace {

constexpr double fastestKmh = 200;

tl::unexpected<Error> fault(const std::string& field, const char* en, const char* zh) {
  Error error{ErrorCode::invalid, {en, zh}, {}, {}};
  error.place.field = field;
  return failure(error);
}

/// Takes the fields of one object and knows which were not asked for.
class Taken {
 public:
  Taken(const Json& object, std::string path) : object_(object), path_(std::move(path)) {}

  [[nodiscard]] Outcome number(const char* name, double least, double most, double& into, const char* en,
                               const char* zh) {
    const Json* at = find(name);
    if (!at) return fault(path(name), "it is missing", "缺少此项");
    if (!at->is_number() || !std::isfinite(at->get<double>()) || at->get<double>() < least || at->get<double>() > most)
      return fault(path(name), en, zh);
    into = at->get<double>();
    return {};
  }
  [[nodiscard]] Outcome flag(const char* name, bool& into) {
    const Json* at = find(name);
    if (!at) return fault(path(name), "it is missing", "缺少此项");
    if (!at->is_boolean()) return fault(path(name), "true or false is wanted", "应为 true 或 false");
    into = at->get<bool>();
    return {};
  }
  [[nodiscard]] Outcome text(const char* name, std::string& into) {
    const Json* at = find(name);
    if (!at) return fault(path(name), "it is missing", "缺少此项");
    if (!at->is_string()) return fault(path(name), "a text is wanted", "应为文字");
    into = at->get<std::string>();
    return {};
  }
  [[nodiscard]] Result<const Json*> object(const char* name) {
    const Json* at = find(name);
    if (!at) return fault(path(name), "it is missing", "缺少此项");
    if (!at->is_object()) return fault(path(name), "an object is wanted", "应为对象");
    return at;
  }
  [[nodiscard]] Outcome nothingElse() const {
    for (const auto& [name, value] : object_.items())
      if (!known_.contains(name)) return fault(path(name), "there is no such field", "没有这个字段");
    return {};
  }
  [[nodiscard]] std::string path(const std::string& name) const { return path_.empty() ? name : path_ + "." + name; }

 private:
  const Json* find(const char* name) {
    known_.insert(name);
    const auto at = object_.find(name);
    return at == object_.end() ? nullptr : &*at;
  }
  const Json& object_;
  std::string path_;
  std::set<std::string> known_;
};

Outcome readVehicle(const Json& json, const std::string& path, VehicleSpeeds& out) {
  constexpr auto factorEn = "a factor above 0 and at most 1 is wanted";
  constexpr auto factorZh = "应为大于 0、不超过 1 的系数";
  constexpr double smallest = 0.01;
  Taken take(json, path);
  return take.text("zh", out.name.zh)
      .and_then([&] { return take.text("en", out.name.en); })
      .and_then([&] { return take.number("weightT", 0, 1000, out.weightT, "0 to 1000 t is wanted", "应为 0–1000 吨"); })
      .and_then([&] { return take.number("heightM", 0, 20, out.heightM, "0 to 20 m is wanted", "应为 0–20 米"); })
      .and_then([&] { return take.number("night", smallest, 1, out.nightFactor, factorEn, factorZh); })
      .and_then([&] { return take.number("rain", smallest, 1, out.rainFactor, factorEn, factorZh); })
      .and_then([&] { return take.number("unpaved", smallest, 1, out.unpavedFactor, factorEn, factorZh); })
      .and_then([&] {
        return take.number("ford", 0, fastestKmh, out.fordKmh, "a speed of 0 to 200 km/h is wanted",
                           "应为 0–200 公里/小时");
      })
      .and_then([&] { return take.flag("againstOneway", out.againstOneway); })
      .and_then([&] { return take.flag("keepsLimits", out.keepsLimits); })
      .and_then([&] { return take.nothingElse(); });
}

Outcome readClasses(const Json& json, SpeedTable& out) {
  Taken classes(json, "speedsKmh");
  for (const auto& roadClass : namesOf<RoadClass>) {
    const auto row = classes.object(std::string(roadClass.code).c_str());
    if (!row) return failure(row.error());
    Taken take(**row, classes.path(std::string(roadClass.code)));
    for (const auto& vehicle : namesOf<Vehicle>) {
      double& kmh =
          out.vehicles[static_cast<std::size_t>(vehicle.value)].kmh[static_cast<std::size_t>(roadClass.value)];
      const auto read = take.number(std::string(vehicle.code).c_str(), 0, fastestKmh, kmh,
                                    "a speed of 0 to 200 km/h is wanted; 0 where it may not drive",
                                    "应为 0–200 公里/小时，不能通行写 0");
      if (!read) return read;
    }
    if (const auto rest = take.nothingElse(); !rest) return rest;
  }
  return classes.nothingElse();
}

}  // namespace

Result<SpeedTable> readSpeedTable(std::string_view text) {
  const auto json = parseJson(text);
  if (!json) return failure(json.error());
  if (!json->is_object()) return failure(ErrorCode::invalid, {"a speed table is one object", "速度表应为一个对象"});
  SpeedTable out;
  Taken take(*json, {});
  const auto head =
      take.text("edition", out.edition).and_then([&] { return take.text("source", out.source); }).and_then([&] {
        return take.flag("verified", out.verified);
      });
  if (!head) return failure(head.error());
  const auto vehicles = take.object("vehicles");
  if (!vehicles) return failure(vehicles.error());
  Taken each(**vehicles, "vehicles");
  for (const auto& vehicle : namesOf<Vehicle>) {
    const auto one = each.object(std::string(vehicle.code).c_str());
    if (!one) return failure(one.error());
    const auto read =
        readVehicle(**one, each.path(std::string(vehicle.code)), out.vehicles[static_cast<std::size_t>(vehicle.value)]);
    if (!read) return failure(read.error());
  }
  if (const auto rest = each.nothingElse(); !rest) return failure(rest.error());
  const auto classes = take.object("speedsKmh");
  if (!classes) return failure(classes.error());
  if (const auto read = readClasses(**classes, out); !read) return failure(read.error());
  if (const auto rest = take.nothingElse(); !rest) return failure(rest.error());
  for (const auto& vehicle : namesOf<Vehicle>) {
    const auto& kmh = out.of(vehicle.value).kmh;
    if (std::all_of(kmh.begin(), kmh.end(), [](double speed) { return speed == 0; }))
      return fault("speedsKmh.*." + std::string(vehicle.code), "all its speeds are 0: it could use no road at all",
                   "速度全为 0，任何道路都不能通行");
  }
  return out;
}

Result<SpeedTable> readSpeedTableFile(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(in), {});
  auto table =
      in ? readSpeedTable(text) : failure(ErrorCode::unreadable, {"the speed table cannot be read", "速度表无法读取"});
  if (table) return table;
  Error error = table.error();
  error.place.file = file.string();
  return failure(error);
}

const SpeedTable& shippedSpeedTable() {
  static const SpeedTable table = readSpeedTable(speedsRulesText()).value();
  return table;
}

std::vector<std::uint32_t> arcTimes(const RoadGraph& graph, const SpeedTable& speeds, Vehicle vehicle,
                                    RoadConditions conditions) {
  const VehicleSpeeds& of = speeds.of(vehicle);
  const bool motor = vehicle != Vehicle::foot;
  const double slower = (conditions.night ? of.nightFactor : 1) * (conditions.rain ? of.rainFactor : 1);
  std::vector<std::uint32_t> out(graph.edgeCount() * 2, neverMs);
  for (EdgeId id = 0; id < graph.edgeCount(); ++id) {
    const RoadEdge& edge = graph.edge(id);
    double kmh = of.kmh[static_cast<std::size_t>(edge.roadClass)];
    // A bar on a track is a matter of permission, which a response has; elsewhere something stands in the way.
    if (motor && edge.barred && edge.roadClass != RoadClass::track) continue;
    if (edge.maxWeightDt > 0 && of.weightT > edge.maxWeightDt * 0.1 + 1e-9) continue;
    if (edge.maxHeightCm > 0 && of.heightM > edge.maxHeightCm * 0.01 + 1e-9) continue;
    if (of.keepsLimits && edge.maxSpeedKmh > 0) kmh = std::min<double>(kmh, edge.maxSpeedKmh);
    if (edge.unpaved && edge.roadClass < RoadClass::track) kmh *= of.unpavedFactor;
    if (edge.ford) kmh = std::min(kmh, of.fordKmh);
    kmh *= slower;
    if (!(kmh > 0)) continue;
    const double ms = std::clamp(std::round(edge.lengthCm * 36.0 / kmh), 1.0, neverMs - 1.0);
    const bool both = of.againstOneway || edge.oneway == 0;
    if (both || edge.oneway > 0) out[arcOf(id, true)] = static_cast<std::uint32_t>(ms);
    if (both || edge.oneway < 0) out[arcOf(id, false)] = static_cast<std::uint32_t>(ms);
  }
  return out;
}

}  // namespace fengsui
