// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/surroundings.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <sstream>

#include "core/digest.h"
#include "sdk/storedforms.h"

namespace fengsui {
namespace {

// The first line says what it is and the hash of the rest: a file of another version or a cut one is not read.
constexpr std::string_view kMark = "fengsui surroundings 1 ";

Error about(const std::filesystem::path& file, ErrorCode code, Text message) {
  Error error{code, std::move(message), {}, {}};
  error.place.file = file.string();
  return error;
}

struct StoredReading : NamedReading {
  StoredReading() = default;
  StoredReading(const NamedReading& reading) : NamedReading(reading) {}
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("series", self.series);
    field("unit", self.unit);
    field("value", self.value);
    field("at", self.at);
  }
};

struct Head {
  Instant now;
  std::string district;
  std::string plans;
  std::vector<StoredReading> readings;

  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("now", self.now);
    field("district", self.district);
    field("plans", self.plans);
    field("readings", self.readings);
  }
};

std::optional<Head> headIn(std::string_view line) {
  const auto json = parseJson(line);
  Head out;
  codec::Fault fault;
  if (json && codec::read(*json, out, fault)) return out;
  return std::nullopt;
}

}  // namespace

Surroundings Surroundings::nothing(Instant now) {
  Surroundings out;
  out.situation = std::make_shared<const Situation>();
  out.now = now;
  return out;
}

Outcome writeSurroundings(const Surroundings& around, const std::filesystem::path& file) {
  Head head{around.now, around.district.string(), around.plans.string(), {}};
  // What is no number has no place in JSON, and says nothing.
  std::copy_if(around.readings.begin(), around.readings.end(), std::back_inserter(head.readings),
               [](const NamedReading& one) { return std::isfinite(one.value); });
  const std::string line = canonical(codec::write(head));
  // JSON is UTF-8: another name would come back as that of another folder.
  if (const auto back = headIn(line); !back || back->district != head.district || back->plans != head.plans)
    return failure(
        about(file, ErrorCode::invalid,
              {"the folder of the map or the station has a name that is not UTF-8: " + head.district + ' ' + head.plans,
               "地图文件夹或站点的名称不是 UTF-8 编码：" + head.district + ' ' + head.plans}));
  const std::string body = line + '\n' + packSituation(*around.situation);
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream << kMark << hex(blake2b(body)) << '\n' << body;
  stream.close();
  if (!stream) return failure(about(file, ErrorCode::io, {"the situation cannot be written", "无法写入态势文件"}));
  return {};
}

Result<Surroundings> readSurroundings(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return failure(about(file, ErrorCode::notFound, {"there is no such file", "文件不存在"}));
  std::string mark;
  std::getline(stream, mark);
  std::ostringstream rest;
  rest << stream.rdbuf();
  const std::string body = std::move(rest).str();
  const Error damaged = about(file, ErrorCode::damaged, {"the situation cannot be read", "态势文件无法读取"});
  if (mark != std::string(kMark) + hex(blake2b(body))) return failure(damaged);
  const auto end = body.find('\n');
  auto head = headIn(std::string_view(body).substr(0, end));
  if (end == std::string::npos || !head) return failure(damaged);
  auto situation = unpackSituation(std::string_view(body).substr(end + 1));
  if (!situation) return failure(damaged);
  Surroundings out;
  out.situation = std::make_shared<const Situation>(std::move(*situation));
  out.now = head->now;
  out.district = std::move(head->district);
  out.plans = std::move(head->plans);
  out.readings.assign(head->readings.begin(), head->readings.end());
  return out;
}

}  // namespace fengsui
