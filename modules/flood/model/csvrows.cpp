// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvrows.h"

#include <algorithm>
#include <fstream>

#include "sdk/setting.h"

namespace fengsui::flood {
namespace {

std::string trimmed(std::string text) {
  const auto blank = " \t\r\n\"";
  text.erase(0, std::min(text.find_first_not_of(blank), text.size()));
  const auto last = text.find_last_not_of(blank);
  text.erase(last == std::string::npos ? 0 : last + 1);
  return text;
}

}  // namespace

CsvRow partsOf(const std::string& line) {
  CsvRow out;
  std::size_t from = 0;
  while (from <= line.size()) {
    const auto comma = std::min(line.find(',', from), line.size());
    out.push_back(trimmed(line.substr(from, comma - from)));
    from = comma + 1;
  }
  return out;
}

Result<std::vector<CsvRow>> csvRows(std::string_view setting, const std::string& file, std::size_t parts) {
  std::ifstream stream(file);
  if (!stream) return settingFailure(setting, file, {"the file cannot be opened", "无法打开文件"});
  std::vector<CsvRow> out;
  std::string line;
  for (int number = 1; std::getline(stream, line); ++number) {
    if (number == 1 && line.rfind("\xEF\xBB\xBF", 0) == 0) line.erase(0, 3);
    if (trimmed(line).empty() || line[0] == '#') continue;
    CsvRow row = partsOf(line);
    const bool heading = !plainNumber(row[0]);
    if (heading && out.empty()) continue;
    if (heading || row.size() < parts) {
      Error error =
          settingFailure(setting, file,
                         {"a line does not have " + std::to_string(parts) + " values that begin with a number",
                          "某行不是以数字开头的 " + std::to_string(parts) + " 个值"})
              .value();
      error.place.file = file;
      error.place.line = number;
      return failure(error);
    }
    out.push_back(std::move(row));
  }
  if (out.empty())
    return settingFailure(setting, file, {"the file has no rows of numbers", "文件中没有数值行"},
                          {"rows of " + std::to_string(parts) + " values or more with commas, the first a number",
                           "每行至少 " + std::to_string(parts) + " 个值，以英文逗号分隔，首值为数字"});
  return out;
}

}  // namespace fengsui::flood
