// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/setting.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace fengsui {
namespace {

std::string shortNumber(double value) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, value).ptr;
  return {text, end};
}

// How many letters differ; short words only.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 1; j <= b.size(); ++j)
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])}));
  }
  return row.back();
}

const Setting* find(std::span<const Setting> table, std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Setting& s) { return s.name == name; });
  return found == table.end() ? nullptr : &*found;
}

Outcome unknown(std::span<const Setting> table, const std::string& name) {
  const auto nearest = std::min_element(table.begin(), table.end(), [&](const Setting& a, const Setting& b) {
    return distance(a.name, name) < distance(b.name, name);
  });
  const std::string close(nearest->name);
  return settingFailure(name, {}, {"there is no such setting", "没有这一设置项"},
                        {"did you mean " + close + "?", "是否应为 " + close + "？"});
}

bool oneOf(std::string_view choices, std::string_view value) {
  while (!choices.empty()) {
    const auto bar = choices.find('|');
    if (choices.substr(0, bar) == value) return true;
    if (bar == std::string_view::npos) break;
    choices.remove_prefix(bar + 1);
  }
  return false;
}

Outcome check(const Setting& setting, const std::string& value) {
  if (value.empty()) return {};
  using Form = Setting::Form;
  if (setting.form == Form::choice && !oneOf(setting.choices, value))
    return settingFailure(setting.name, value, {"this is not one of the choices", "不在可选范围"},
                          {"choose from " + std::string(setting.choices), "可选：" + std::string(setting.choices)});
  if (setting.form == Form::text || setting.form == Form::file || setting.form == Form::choice) return {};
  const auto number = plainNumber(value);
  if (!number) {
    // Anything else may name a file where a file may stand; whether it is there is seen when it is read.
    if (setting.form == Form::numberOrRaster || setting.form == Form::numberOrSeries) return {};
    return settingFailure(setting.name, value, {"this is not a number", "不是数字"});
  }
  if (setting.form == Form::integer && *number != std::floor(*number))
    return settingFailure(setting.name, value, {"this is not a whole number", "不是整数"});
  auto fine = inRange(setting, *number);
  if (!fine) fine.error().place.value = value;
  return fine;
}

Outcome flatten(const Json& json, const std::string& prefix, std::vector<std::pair<std::string, std::string>>& out) {
  for (const auto& [key, value] : json.items()) {
    const std::string name = prefix.empty() ? key : prefix + "." + key;
    if (value.is_object()) {
      if (auto fine = flatten(value, name, out); !fine) return fine;
    } else if (value.is_string()) {
      out.emplace_back(name, value.get<std::string>());
    } else if (value.is_number()) {
      out.emplace_back(name, value.dump());
    } else {
      return settingFailure(name, value.dump(), {"this is neither a number nor a text", "既不是数字也不是文本"});
    }
  }
  return {};
}

}  // namespace

Outcome inRange(const Setting& setting, double value, const std::string& where) {
  if (value >= setting.least && value <= setting.most) return {};
  const std::string unit = setting.unit.empty() ? "" : " " + std::string(setting.unit);
  const std::string range = shortNumber(setting.least) + " – " + shortNumber(setting.most) + unit;
  const std::string at = where.empty() ? "" : " (" + where + ")";
  return settingFailure(setting.name, shortNumber(value), {"this is out of range" + at, "超出范围" + at},
                        {"it lies within " + range, "应在 " + range + " 之内"});
}

Json schemaOf(std::span<const Setting> table) {
  static constexpr const char* forms[] = {"number", "integer",          "choice",          "text",
                                          "file",   "number or raster", "number or series"};
  Json list = Json::array();
  for (const Setting& s : table) {
    Json row{{"name", s.name}, {"form", forms[static_cast<std::size_t>(s.form)]}};
    if (!s.unit.empty()) row["unit"] = s.unit;
    if (s.least < s.most) {
      row["least"] = s.least;
      row["most"] = s.most;
    }
    if (!s.standard.empty()) {
      const auto number = plainNumber(s.standard);
      row["default"] = number ? Json(*number) : Json(s.standard);
    }
    const auto parts = [&](const char* key, std::string_view rest) {
      while (!rest.empty()) {
        const auto bar = std::min(rest.find('|'), rest.size());
        row[key].push_back(rest.substr(0, bar));
        rest.remove_prefix(std::min(bar + 1, rest.size()));
      }
    };
    parts("choices", s.choices);
    parts("choicesEn", s.choicesEn);
    parts("choicesZh", s.choicesZh);
    row["help"] = {{"en", s.en}, {"zh", s.zh}};
    if (s.main) row["main"] = true;
    list.push_back(std::move(row));
  }
  return list;
}

tl::unexpected<Error> settingFailure(std::string_view name, std::string_view value, Text message, Text remedy) {
  Error error{ErrorCode::invalid, std::move(message), std::move(remedy), {}};
  error.place.field = name;
  error.place.value = value;
  return failure(error);
}

std::optional<double> plainNumber(std::string_view text) {
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

Result<SettingValues> SettingValues::from(std::span<const Setting> table, const Json& file,
                                          const std::vector<std::string>& written) {
  SettingValues out;
  for (const Setting& setting : table) out.values_.emplace(setting.name, setting.standard);
  std::vector<std::pair<std::string, std::string>> said;
  if (!file.is_null() && !file.is_object())
    return failure(ErrorCode::invalid, {"a scenario is an object of settings", "情景文件应为设置项组成的对象"});
  if (file.is_object())
    if (auto fine = flatten(file, {}, said); !fine) return failure(fine.error());
  for (const std::string& one : written) {
    const auto equals = one.find('=');
    if (equals == std::string::npos)
      return settingFailure(one, {}, {"this has no value", "没有取值"}, {"write name=value", "应写作 名称=值"});
    said.emplace_back(one.substr(0, equals), one.substr(equals + 1));
  }
  for (const auto& [name, value] : said) {
    const Setting* setting = find(table, name);
    if (!setting) return failure(unknown(table, name).error());
    if (auto fine = check(*setting, value); !fine) return failure(fine.error());
    out.values_.insert_or_assign(name, value.empty() ? std::string(setting->standard) : value);
  }
  return out;
}

const std::string& SettingValues::text(std::string_view name) const {
  static const std::string nothing;
  const auto found = values_.find(name);
  return found == values_.end() ? nothing : found->second;
}

double SettingValues::number(std::string_view name) const {
  return plainNumber(text(name)).value_or(0);
}

Json SettingValues::json() const {
  Json out = Json::object();
  for (const auto& [name, value] : values_) {
    if (value.empty()) continue;
    if (const auto number = plainNumber(value))
      out[name] = *number;
    else
      out[name] = value;
  }
  return out;
}

}  // namespace fengsui
