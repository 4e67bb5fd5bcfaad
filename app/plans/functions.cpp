// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/functions.h"

#include <algorithm>

#include "core/entities/incident.h"
#include "core/entities/riskzone.h"

namespace fengsui {
namespace {

constexpr Unit kUnits[] = {
    {"mm", Dimension::length, 0.001},    {"cm", Dimension::length, 0.01},      {"m", Dimension::length, 1},
    {"km", Dimension::length, 1000},     {"s", Dimension::duration, 1.0 / 60}, {"min", Dimension::duration, 1},
    {"h", Dimension::duration, 60},      {"d", Dimension::duration, 1440},     {"m/s", Dimension::speed, 1},
    {"km/h", Dimension::speed, 1 / 3.6}, {"m3/s", Dimension::flow, 1},         {"ha", Dimension::area, 1},
    {"m2", Dimension::area, 0.0001},     {"%", Dimension::share, 1},
};

constexpr std::pair<std::string_view, std::string_view> kAlsoWritten[] = {
    {"毫米", "mm"},   {"厘米", "cm"},    {"米", "m"},           {"公里", "km"},
    {"千米", "km"},   {"秒", "s"},       {"分钟", "min"},       {"分", "min"},
    {"小时", "h"},    {"时", "h"},       {"天", "d"},           {"米/秒", "m/s"},
    {"m³/s", "m3/s"}, {"m^3/s", "m3/s"}, {"立方米/秒", "m3/s"}, {"立方米每秒", "m3/s"},
    {"公顷", "ha"},   {"m²", "m2"},      {"平方米", "m2"},      {"％", "%"},
};

const std::vector<FunctionRule>& rules() {
  using enum ArgumentKind;
  static const std::vector<FunctionRule> kRules = {
      {"warning", Dimension::colour, "", {text}, 0, "warning('暴雨')"},
      {"rain", Dimension::length, "mm", {duration, text}, 1, "rain(1 h) or rain(1 h, 'PLACE')"},
      {"forecast", Dimension::open, "", {text, duration, text}, 1, "forecast('rain', 6 h)"},
      {"level", Dimension::length, "m", {text}, 0, "level('PLACE')"},
      {"warningLevel", Dimension::length, "m", {text}, 0, "warningLevel('PLACE')"},
      {"guaranteedLevel", Dimension::length, "m", {text}, 0, "guaranteedLevel('PLACE')"},
      {"reading", Dimension::open, "", {text, text}, 1, "reading('NAME') or reading('NAME', 'PLACE')"},
      {"any", Dimension::truth, "", {text, condition}, 0, "any('riskVillage', stage == 'prepare')"},
      {"all", Dimension::truth, "", {text, condition}, 0, "all('shelter', status == 'open')"},
      {"count", Dimension::plain, "", {text, condition}, 0, "count('underpass', depth >= 15 cm)"},
      {"figure", Dimension::plain, "", {text}, 0, "figure('trapped')"},
      {"incidents", Dimension::plain, "", {text}, 0, "incidents('forestFire')"},
      {"magnitude", Dimension::plain, "", {}, 0, "magnitude"},
      {"intensity", Dimension::plain, "", {}, 0, "intensity"},
      {"depthKm", Dimension::length, "km", {}, 0, "depthKm"},
      {"epicentreKm", Dimension::length, "km", {}, 0, "epicentreKm"},
      {"wind", Dimension::speed, "m/s", {}, 0, "wind"},
      {"windShift", Dimension::plain, "", {}, 0, "windShift"},
      {"humidity", Dimension::share, "%", {}, 0, "humidity"},
      {"hour", Dimension::plain, "", {}, 0, "hour"},
      {"dark", Dimension::truth, "", {}, 0, "dark"},
      {"minutesToDusk", Dimension::duration, "min", {}, 0, "minutesToDusk"},
  };
  return kRules;
}

}  // namespace

Text textOf(Dimension dimension) {
  switch (dimension) {
    case Dimension::plain:
      return {"a number", "数"};
    case Dimension::length:
      return {"a length", "长度"};
    case Dimension::duration:
      return {"a duration", "时长"};
    case Dimension::speed:
      return {"a speed", "速度"};
    case Dimension::flow:
      return {"a flow", "流量"};
    case Dimension::area:
      return {"an area", "面积"};
    case Dimension::share:
      return {"a share in %", "百分比"};
    case Dimension::colour:
      return {"a colour", "颜色"};
    case Dimension::incidentLevel:
      return {"an incident level", "事件级别"};
    case Dimension::text:
      return {"a text", "文字"};
    case Dimension::truth:
      return {"yes or no", "是否"};
    case Dimension::open:
      return {"a value", "值"};
  }
  return {};
}

std::span<const Unit> units() {
  return kUnits;
}

std::optional<Unit> unitNamed(std::string_view name) {
  for (const auto& [written, unit] : kAlsoWritten)
    if (name == written) name = unit;
  for (const Unit& unit : kUnits)
    if (unit.name == name) return unit;
  return std::nullopt;
}

const FunctionRule* functionNamed(std::string_view name) {
  for (const FunctionRule& rule : rules())
    if (rule.name == name) return &rule;
  return nullptr;
}

std::vector<std::string> functionNames(bool withArguments) {
  std::vector<std::string> out;
  for (const FunctionRule& rule : rules())
    if (rule.arguments.empty() != withArguments) out.emplace_back(rule.name);
  return out;
}

std::optional<int> colourRank(std::string_view word) {
  if (const auto colour = fromCode<RiskColour>(word)) return static_cast<int>(*colour) + 1;
  return std::nullopt;
}

std::optional<int> levelRank(std::string_view word) {
  if (const auto level = fromCode<IncidentLevel>(word)) return static_cast<int>(*level) + 1;
  return std::nullopt;
}

}  // namespace fengsui
