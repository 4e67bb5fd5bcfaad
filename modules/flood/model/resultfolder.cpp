// SPDX-License-Identifier: GPL-3.0-or-later
#include "resultfolder.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <system_error>

namespace fengsui::flood {
namespace {

bool beginsWith(std::string_view name, std::string_view word) {
  return name.substr(0, word.size()) == word;
}

// "0000600" or "0000600_250".
bool isMoment(std::string_view text) {
  return text.size() >= 7 &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0 || c == '_'; });
}

}  // namespace

bool isResultName(const std::string& name) {
  static constexpr std::array<std::string_view, 11> whole{
      "summary.json",       "gauges.csv",  "discharges.csv", "volumes.csv",   "structures.csv", "depth_max.tif",
      "depth_max_time.tif", "arrival.tif", "duration.tif",   "speed_max.tif", "hazard_max.tif"};
  if (std::find(whole.begin(), whole.end(), name) != whole.end()) return true;
  const std::string_view text = name;
  if (text.size() < 4 || text.substr(text.size() - 4) != ".tif") return false;
  const std::string_view stem = text.substr(0, text.size() - 4);
  for (const std::string_view kind : {"depth_", "u_", "v_", "level_"})
    if (beginsWith(stem, kind) && isMoment(stem.substr(kind.size()))) return true;
  return beginsWith(stem, "duration_") && stem.back() == 'm' && std::isdigit(static_cast<unsigned char>(stem[9])) != 0;
}

Outcome clearForResults(const std::filesystem::path& folder, const std::vector<InputFile>& inputs) {
  std::error_code fault;
  std::vector<std::filesystem::path> earlier;
  for (std::filesystem::directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault))
    if (isResultName(at->path().filename().string())) earlier.push_back(at->path());
  for (const auto& file : earlier)
    for (const InputFile& input : inputs)
      if (std::error_code ignored; std::filesystem::equivalent(file, input.path, ignored))
        return failure(ErrorCode::refused,
                       {input.setting + " \"" + input.path + "\": the results would take the place of this file",
                        input.setting + " \"" + input.path + "\"：该文件会被结果覆盖"},
                       {"another folder for the results", "请另选结果文件夹"});
  for (const auto& file : earlier)
    if (!std::filesystem::remove(file, fault) && fault)
      return failure(ErrorCode::io, {"the earlier result " + file.string() + " cannot be removed: " + fault.message(),
                                     "无法删除先前的结果 " + file.string() + "：" + fault.message()});
  return {};
}

}  // namespace fengsui::flood
