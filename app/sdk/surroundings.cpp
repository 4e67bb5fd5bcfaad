// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/surroundings.h"

#include <fstream>
#include <sstream>

#include "core/digest.h"

namespace fengsui {
namespace {

// The first line says what it is and the hash of the rest: a file of another version or a cut one is not read.
constexpr std::string_view kMark = "fengsui surroundings 1 ";

Error about(const std::filesystem::path& file, ErrorCode code, Text message) {
  Error error{code, std::move(message), {}, {}};
  error.place.file = file.string();
  return error;
}

}  // namespace

Surroundings Surroundings::nothing(Instant now) {
  Surroundings out;
  out.situation = std::make_shared<const Situation>();
  out.now = now;
  return out;
}

Outcome writeSurroundings(const Surroundings& around, const std::filesystem::path& file) {
  Json readings = Json::array();
  for (const NamedReading& one : around.readings)
    readings.push_back({{"series", one.series}, {"unit", one.unit}, {"value", one.value}, {"at", one.at.ms}});
  const Json head{{"now", around.now.ms},
                  {"district", around.district.string()},
                  {"plans", around.plans.string()},
                  {"readings", std::move(readings)}};
  const std::string body = head.dump() + '\n' + packSituation(*around.situation);
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
  const Json head = Json::parse(body.substr(0, end), nullptr, false);
  if (end == std::string::npos || !head.is_object()) return failure(damaged);
  auto situation = unpackSituation(std::string_view(body).substr(end + 1));
  if (!situation) return failure(damaged);
  Surroundings out;
  out.situation = std::make_shared<const Situation>(std::move(*situation));
  out.now.ms = head.value("now", std::int64_t{0});
  out.district = head.value("district", std::string());
  out.plans = head.value("plans", std::string());
  for (const Json& one : head.value("readings", Json::array()))
    out.readings.push_back({one.value("series", std::string()), one.value("unit", std::string()),
                            one.value("value", 0.0), Instant{one.value("at", std::int64_t{0})}});
  return out;
}

}  // namespace fengsui
