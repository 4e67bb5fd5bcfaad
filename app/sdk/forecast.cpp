// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/forecast.h"

#include <fstream>

#include "sdk/resultfiles.h"

namespace fengsui {

Outcome writeForecast(const Forecast& forecast, const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "forecast.json", beside = folder / "forecast.json.part";
  std::ofstream stream(beside, std::ios::binary);
  stream << codec::write(forecast).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
  stream.close();
  std::error_code fault;
  if (stream) std::filesystem::rename(beside, file, fault);
  if (stream && !fault) return {};
  Error error{ErrorCode::io, {"the forecast cannot be written", "无法写入预报结果"}, {}, {}};
  error.place.file = file.string();
  return failure(error);
}

Result<Forecast> readForecast(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "forecast.json";
  const auto about = [&](ErrorCode code, Text message) {
    Error error{code, std::move(message), {}, {}};
    error.place.file = file.string();
    return failure(error);
  };
  if (std::error_code ignored; !std::filesystem::exists(file, ignored))
    return about(ErrorCode::notFound,
                 {"there is no forecast here, or its run did not end", "此处没有预报，或运行未完成"});
  const auto json = jsonIn(file);
  Forecast out;
  codec::Fault fault;
  if (!json || !codec::read(*json, out, fault) || !canBeTold(out.start) || !canBeTold(out.durationMs))
    return about(ErrorCode::unreadable, {"the forecast cannot be understood", "预报结果无法读取"});
  return out;
}

}  // namespace fengsui
