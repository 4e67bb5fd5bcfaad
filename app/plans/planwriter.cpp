// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/planwriter.h"

#include <algorithm>

#include "core/codec.h"
#include "plans/planreader.h"

namespace fengsui {
namespace {

using Ordered = nlohmann::ordered_json;

template <class T>
Ordered written(const T& value);

struct FieldWriter {
  Ordered& out;
  template <class V>
  void operator()(const char* name, const V& value) {
    out[name] = written(value);
  }
};

template <class T>
Ordered allFields(const T& value) {
  Ordered out = Ordered::object();
  FieldWriter writer{out};
  T::describe(value, writer);
  return out;
}

// Keys that stand at their default are left out, unless they are required.
template <class T>
Ordered fields(const T& value) {
  static const Ordered kDefaults = allFields(T{});
  static const std::vector<std::string_view> kRequired = requiredKeys<T>();
  const Ordered all = allFields(value);
  Ordered out = Ordered::object();
  for (const auto& [key, one] : all.items())
    if (one != kDefaults[key] || std::find(kRequired.begin(), kRequired.end(), key) != kRequired.end()) out[key] = one;
  return out;
}

template <class T>
Ordered written(const T& value) {
  if constexpr (codec::isOptional<T>) {
    return value ? written(*value) : Ordered();
  } else if constexpr (codec::isVector<T>) {
    Ordered out = Ordered::array();
    for (const auto& one : value) out.push_back(written(one));
    return out;
  } else if constexpr (codec::isMap<T>) {
    Ordered out = Ordered::object();
    for (const auto& [name, one] : value) out[name] = written(one);
    return out;
  } else if constexpr (std::same_as<T, Expression>) {
    return value.text();
  } else if constexpr (std::same_as<T, Criteria>) {
    if (value.match == CriteriaMatch::one && value.lines.size() == 1) return value.lines.front().text();
    return Ordered{{std::string(nameOf(value.match).code), written(value.lines)}};
  } else if constexpr (std::same_as<T, ChaseTo>) {
    return value.target == ChaseTarget::named ? fields(value) : Ordered(nameOf(value.target).code);
  } else if constexpr (std::same_as<T, Quantity>) {
    if (value.milli % 1000 == 0) return value.milli / 1000;
    return static_cast<double>(value.milli) / 1000;
  } else if constexpr (std::is_enum_v<T>) {
    return nameOf(value).code;
  } else if constexpr (std::same_as<T, Words>) {
    if (value.en.empty()) return value.zh;
    return fields(value);
  } else if constexpr (std::same_as<T, Include>) {
    if (value.levels.empty() && value.items.empty()) return value.plan;
    return fields(value);
  } else if constexpr (std::same_as<T, std::string> || std::integral<T>) {
    return value;
  } else {
    return fields(value);
  }
}

bool plainIsSafe(const std::string& text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ') return false;
  if (std::string_view("-?:,[]{}#&*!|>'\"%@`~").find(text.front()) != std::string_view::npos) return false;
  for (const std::string_view bad : {": ", " #", "\n", "\t", "{", "}", "[", "]", ", ", ","})
    if (text.find(bad) != std::string::npos) return false;
  if (text.back() == ':') return false;
  const auto plain = [](char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '+' || c == '-' || c == 'e' || c == ':';
  };
  if (std::all_of(text.begin(), text.end(), plain)) return false;  // would read as a number or a time elsewhere
  for (const char* word :
       {"true", "false", "null",  "yes",  "no",  "on", "off", "True", "False", "Null", "Yes", "No", "On",
        "Off",  "TRUE",  "FALSE", "NULL", "YES", "NO", "ON",  "OFF",  "y",     "n",    "Y",   "N"})
    if (text == word) return false;
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

std::string scalar(const Ordered& value) {
  if (!value.is_string()) return value.dump();
  const auto& text = value.get_ref<const std::string&>();
  // A JSON text is a double-quoted YAML text.
  return plainIsSafe(text) ? text : Ordered(text).dump(-1, ' ', false, Ordered::error_handler_t::replace);
}

// Small maps and lists of scalars read best in one line.
bool oneLine(const Ordered& value) {
  if (!value.is_structured() || value.empty()) return true;
  std::size_t length = 0;
  for (const auto& one : value) {
    if (one.is_structured() && !(one.is_array() && oneLine(one) && one.size() <= 4)) return false;
    length += one.dump().size();
  }
  return length <= 90;
}

std::string flow(const Ordered& value) {
  if (!value.is_structured()) return scalar(value);
  std::string out;
  for (const auto& [key, one] : value.items())
    out += (out.empty() ? "" : ", ") + (value.is_object() ? scalar(key) + ": " : "") + flow(one);
  return value.is_object() ? '{' + out + '}' : '[' + out + ']';
}

void block(const Ordered& value, const std::string& indent, std::string& out, bool firstInline) {
  bool first = firstInline;
  for (const auto& [key, one] : value.items()) {
    out += first ? "" : indent;
    first = false;
    const std::string lead = value.is_object() ? scalar(key) + ':' : "-";
    out += lead;
    if (oneLine(one)) {
      out += ' ' + flow(one) + '\n';
    } else if (value.is_object()) {
      out += '\n';
      block(one, indent + "  ", out, false);
    } else {
      out += ' ';
      block(one, indent + "  ", out, true);
    }
  }
}

}  // namespace

nlohmann::ordered_json planJson(const Plan& plan) {
  return written(plan);
}

nlohmann::ordered_json itemJson(const PlanItem& item) {
  return written(item);
}

std::string planYaml(const Plan& plan) {
  std::string out;
  block(planJson(plan), "", out, false);
  return out;
}

}  // namespace fengsui
