// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/conformance/subject.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>

#include "gis/raster.h"

namespace fengsui::conformance {
namespace {

constexpr Instant kNow{1'783'000'000'000};

// "{inputs}/ground.tif": where the inputs are made.
std::string filled(std::string text, const std::filesystem::path& inputs) {
  static const std::string mark = "{inputs}";
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
    text.replace(at, mark.size(), inputs.string());
  return text;
}

}  // namespace

Subject::Subject(const HazardModule& module, Json about) : module_(module), about_(std::move(about)) {
  std::filesystem::create_directories(inputs());
  std::filesystem::create_directories(place("empty-district"));
  // items() does not keep what it goes through alive.
  const Json rasters = about_.value("rasters", Json::object()), files = about_.value("files", Json::object());
  for (const auto& [name, raster] : rasters.items()) makeRaster(name, raster);
  for (const auto& [name, text] : files.items())
    std::ofstream(inputs() / name, std::ios::binary) << filled(text.get<std::string>(), inputs());
}

// A slope with waves on it; "cells" puts single values, none of them where it is null, not-a-number for "nan".
void Subject::makeRaster(const std::string& name, const Json& said) const {
  Json about = said;
  if (said.contains("like")) {
    about = about_["rasters"][said["like"].get<std::string>()];
    about.update(said);
  }
  Raster out{about.value("columns", 20),        about.value("rows", 20),
             about.value("west", 0.0),          about.value("north", 0.0),
             about.value("cell", 30.0),         about.value("cell", 30.0),
             about.value("crs", std::string()), {}};
  for (int j = 0; j < out.rows; ++j)
    for (int i = 0; i < out.columns; ++i)
      out.values.push_back(about.value("base", 0.0) + about.value("perColumn", 0.0) * i +
                           about.value("perRow", 0.0) * j + about.value("wave", 0.0) * std::sin(0.7 * i) * std::cos(j));
  for (const Json& one : about.value("cells", Json::array())) {
    const auto cell = static_cast<std::size_t>(one[1].get<int>() * out.columns + one[0].get<int>());
    out.values.at(cell) = one[2].is_number() ? one[2].get<double>()
                          : one[2] == "inf"  ? std::numeric_limits<double>::infinity()
                                             : std::numeric_limits<double>::quiet_NaN();
  }
  const auto made = writeRaster(out, inputs() / name);
  EXPECT_TRUE(made) << (made ? "" : made.error().sentence(Language::english));
}

Json Subject::scenario(const Json& otherwise) const {
  Json out = about_.value("scenario", Json::object());
  out.update(otherwise);
  for (auto& [name, value] : out.items())
    if (value.is_string()) value = filled(value.get<std::string>(), inputs());
  return out;
}

Surroundings Subject::around(bool emptySituation) const {
  Surroundings out = Surroundings::nothing(kNow);
  out.district = place("empty-district");
  if (emptySituation) return out;
  auto situation = std::make_shared<Situation>();
  situation->station.timeZone = "Asia/Shanghai";
  std::uint8_t count = 0;
  for (const Json& one : about_.value("places", Json::array())) {
    RiskZone zone;
    zone.id.uuid.bytes[15] = ++count;
    zone.name = one.value("name", "");
    zone.kind = one.value("kind", "");
    zone.population = one.value("people", 0);
    zone.shape = Shape::at(*Position::ofDegrees(one["at"][0].get<double>(), one["at"][1].get<double>()));
    situation->riskZones.set(zone.id.uuid, zone);
  }
  out.situation = situation;
  return out;
}

Result<RunRequest> Subject::request(const std::filesystem::path& out, const Json& otherwise,
                                    bool emptySituation) const {
  auto settings = SettingValues::from(module_.settings(), scenario(otherwise), {});
  if (!settings) return failure(settings.error());
  return RunRequest{std::move(*settings), around(emptySituation), out};
}

Result<ModelOutcome> Subject::run(const std::filesystem::path& out, const Json& otherwise, bool emptySituation) const {
  const auto asked = request(out, otherwise, emptySituation);
  if (!asked) return failure(asked.error());
  return runModel(module_, *asked, {}, {});
}

}  // namespace fengsui::conformance
