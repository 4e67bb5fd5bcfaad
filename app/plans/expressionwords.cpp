// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/expressionwords.h"

#include <array>
#include <optional>

#include "core/entities/incident.h"
#include "core/names.h"
#include "plans/functions.h"

namespace fengsui {
namespace {

struct Said {
  std::string_view code;
  std::string_view en;
  std::string_view zh;
};

// Fields of places, readings, and functions without an argument.
constexpr auto kNames = std::to_array<Said>({
    {"magnitude", "magnitude", "震级"},
    {"intensity", "intensity", "烈度"},
    {"depthKm", "focal depth", "震源深度"},
    {"epicentreKm", "distance of the epicentre", "震中距"},
    {"wind", "wind", "风速"},
    {"windShift", "change of the wind's direction", "风向变化"},
    {"humidity", "humidity", "湿度"},
    {"hour", "hour", "钟点"},
    {"dark", "it is dark", "天已黑"},
    {"minutesToDusk", "time until dusk", "距日落"},
    {"name", "name", "名称"},
    {"stage", "stage", "阶段"},
    {"status", "state", "状态"},
    {"state", "state", "状态"},
    {"population", "people", "人口"},
    {"households", "households", "户数"},
    {"vulnerable", "vulnerable people", "老弱人数"},
    {"silentMinutes", "minutes of silence", "失联分钟数"},
    {"fireMinutes", "minutes until the fire is there", "火到分钟数"},
    {"downwind", "downwind", "处于下风"},
    {"depth", "depth of water", "积水深"},
    {"level", "water level", "水位"},
    {"warningLevel", "its warning level", "警戒水位"},
    {"guaranteedLevel", "its guaranteed level", "保证水位"},
    {"limitLevel", "its flood limit level", "汛限水位"},
    {"designLevel", "its design flood level", "设计洪水位"},
    {"inflow", "inflow", "入库流量"},
    {"outflow", "outflow", "出库流量"},
    {"release", "release", "下泄流量"},
    {"rain", "rain", "雨量"},
    {"colour", "colour", "颜色"},
});

// What fields and readings are compared with.
constexpr auto kValues = std::to_array<Said>({
    {"blue", "blue", "蓝色"},
    {"yellow", "yellow", "黄色"},
    {"orange", "orange", "橙色"},
    {"red", "red", "红色"},
    {"prepare", "prepare to move", "准备转移"},
    {"immediate", "move now", "立即转移"},
    {"watch", "watched", "关注"},
    {"cut", "cut", "中断"},
    {"open", "open", "开放"},
    {"closed", "closed", "关闭"},
    {"abnormal", "abnormal", "异常"},
    {"yes", "yes", "是"},
    {"no", "no", "否"},
});

template <std::size_t N>
Text among(const std::array<Said, N>& list, const std::string& code) {
  for (const Said& one : list)
    if (one.code == code) return {std::string(one.en), std::string(one.zh)};
  return sameInBoth(code);
}

Text operator+(const Text& a, const Text& b) {
  return {a.en + b.en, a.zh + b.zh};
}

std::string shown(double number) {
  ExpressionNode node;
  node.number = number;
  return print(node);
}

Text unitText(const std::string& unit) {
  if (unit == "h") return {" h", "小时"};
  if (unit == "min") return {" min", "分钟"};
  if (unit == "d") return {" d", "天"};
  if (unit == "m3/s") return sameInBoth(" m³/s");
  if (unit == "%") return sameInBoth("%");
  return unit.empty() ? Text{} : sameInBoth(' ' + unit);
}

std::string signText(const std::string& sign) {
  if (sign == ">=") return " ≥ ";
  if (sign == "<=") return " ≤ ";
  if (sign == "==") return " = ";
  if (sign == "!=") return " ≠ ";
  return ' ' + sign + ' ';
}

Text said(const ExpressionNode& node, bool bracketed);

Text joined(const ExpressionNode& node, const Text& by) {
  Text out;
  for (const ExpressionNode& part : node.parts)
    out = (out.empty() ? out : out + by) + said(part, node.kind == ExpressionKind::conjunction);
  return out;
}

const std::string& argument(const ExpressionNode& node, std::size_t i) {
  static const std::string kNone;
  return i < node.parts.size() ? node.parts[i].name : kNone;
}

// "北沟村1小时雨量": at a place, or anywhere.
Text at(const std::string& place, const Text& what) {
  return place.empty() ? what : Text{what.en + " at " + place, place + what.zh};
}

Text called(const ExpressionNode& node) {
  const auto period = [&](std::size_t i) { return i < node.parts.size() ? said(node.parts[i], false) : Text{}; };
  if (node.name == "warning") return Text{argument(node, 0) + " warning", argument(node, 0) + "预警"};
  if (node.name == "rain") return at(argument(node, 1), Text{"rain in ", ""} + period(0) + Text{"", "雨量"});
  if (node.name == "forecast") {
    const Text what = among(kNames, argument(node, 0));
    return at(argument(node, 2), Text{what.en + " forecast for ", "未来"} + period(1) + Text{"", "预报" + what.zh});
  }
  if (node.name == "reading") return at(argument(node, 1), among(kNames, argument(node, 0)));
  if (node.name == "figure")
    if (const auto kind = fromCode<FigureKind>(argument(node, 0))) {
      const Text what = textOf(*kind);
      return {"people " + what.en, what.zh + "人数"};
    }
  if (node.name == "incidents") {
    const Text what = textOf(Vocabulary::incidentKind, argument(node, 0));
    return {"open incidents of " + what.en, what.zh + "起数"};
  }
  if ((node.name == "any" || node.name == "all" || node.name == "count") && node.parts.size() == 2) {
    const Text what = kindWords(argument(node, 0));
    const Text which = said(node.parts[1], false);
    if (node.name == "any") return {"any " + what.en + ": " + which.en, "有" + what.zh + which.zh};
    if (node.name == "all") return {"every " + what.en + ": " + which.en, "全部" + what.zh + which.zh};
    return {"number of " + what.en + " (" + which.en + ")", what.zh + "（" + which.zh + "）处数"};
  }
  return at(argument(node, 0), among(kNames, node.name));
}

Text value(const ExpressionNode& node) {
  switch (node.kind) {
    case ExpressionKind::number:
      return sameInBoth(shown(node.number)) + unitText(node.unit);
    case ExpressionKind::placeholder:
      return sameInBoth('{' + node.name + '}') + unitText(node.unit);
    case ExpressionKind::text:
    case ExpressionKind::word:
      if (const auto level = fromCode<IncidentLevel>(node.name)) return textOf(*level);
      return among(kValues, node.name);
    case ExpressionKind::name:
      return among(kNames, node.name);
    default:
      return called(node);
  }
}

Text comparison(const ExpressionNode& node) {
  if (node.parts.size() < 2) return {};
  const ExpressionNode& right = node.parts[1];
  const bool yes = node.name == "==" && right.kind == ExpressionKind::text && right.name == "yes";
  if (yes) return value(node.parts[0]);
  if (right.kind == ExpressionKind::word && node.name == ">=")
    return value(node.parts[0]) + Text{" is ", "达到"} + value(right) + Text{" or above", "及以上"};
  if (right.kind == ExpressionKind::word && node.name == "<")
    return value(node.parts[0]) + Text{" is below ", "低于"} + value(right);
  if (node.name == "==" && right.kind == ExpressionKind::text)
    return value(node.parts[0]) + Text{" is ", "为"} + value(right);
  return value(node.parts[0]) + sameInBoth(signText(node.name)) + value(right);
}

Text said(const ExpressionNode& node, bool bracketed) {
  switch (node.kind) {
    case ExpressionKind::conjunction:
      return joined(node, {" and ", "且"});
    case ExpressionKind::disjunction: {
      const Text out = joined(node, {" or ", "或"});
      return bracketed ? Text{"(" + out.en + ")", "（" + out.zh + "）"} : out;
    }
    case ExpressionKind::negation: {
      const Text out = node.parts.empty() ? Text{} : said(node.parts.front(), false);
      return {"not (" + out.en + ")", "并非（" + out.zh + "）"};
    }
    case ExpressionKind::comparison:
      return comparison(node);
    default:
      return value(node);
  }
}

}  // namespace

Text kindWords(const std::string& kind) {
  if (kind == "riskVillage") return {"village at risk", "险村"};
  if (kind == "geohazardPoint") return {"geological hazard point", "地质灾害隐患点"};
  if (kind == "shelter") return {"shelter", "安置点"};
  if (kind == "depot") return {"depot", "物资库"};
  for (const Vocabulary list :
       {Vocabulary::placeKind, Vocabulary::riskZoneKind, Vocabulary::facilityKind, Vocabulary::incidentKind})
    for (const Word& word : wordsOf(list))
      if (word.code == kind) return textOf(list, kind);
  return sameInBoth(kind);
}

Text wordsOf(const ExpressionNode& node) {
  return said(node, false);
}

Text wordsOf(const Expression& expression) {
  return wordsOf(expression.tree());
}

}  // namespace fengsui
