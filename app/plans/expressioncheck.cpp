// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/expressioncheck.h"

#include "core/entities/incident.h"
#include "plans/nearest.h"
#include "plans/tokens.h"

namespace fengsui {
namespace {

using Fault = std::optional<Error>;

Fault wrong(const ExpressionNode& node, Text message, Text remedy = {}) {
  return wrongInExpression(node.column, std::move(message), std::move(remedy));
}

Text suggestion(const std::string& close, const std::vector<std::string>& known) {
  if (close.empty()) return {"known: " + listed(known), "可用：" + listed(known)};
  return {"did you mean " + close + "? known: " + listed(known), "是否应为 " + close + "？可用：" + listed(known)};
}

bool ordered(const std::string& sign) {
  return sign != "==" && sign != "!=";
}

bool isNumber(Dimension dimension) {
  return dimension != Dimension::colour && dimension != Dimension::incidentLevel && dimension != Dimension::text &&
         dimension != Dimension::truth && dimension != Dimension::open;
}

class Check {
 public:
  Fault condition(const ExpressionNode& node, bool overFields) {
    switch (node.kind) {
      case ExpressionKind::conjunction:
      case ExpressionKind::disjunction:
      case ExpressionKind::negation:
        for (const ExpressionNode& part : node.parts)
          if (auto fault = condition(part, overFields)) return fault;
        return std::nullopt;
      case ExpressionKind::comparison:
        return comparison(node, overFields);
      default:
        break;
    }
    if (auto fault = value(node, overFields)) return fault;
    const Dimension dimension = dimensionOf(node);
    if (dimension == Dimension::truth || (dimension == Dimension::open && node.kind == ExpressionKind::name))
      return std::nullopt;
    return wrong(node,
                 {"a condition is wanted; " + print(node) + " is " + textOf(dimension).en,
                  "此处应为条件；" + print(node) + " 是" + textOf(dimension).zh},
                 {"compare it with something", "请与某个值比较"});
  }

 private:
  Fault comparison(const ExpressionNode& node, bool overFields) {
    for (const ExpressionNode& part : node.parts)
      if (auto fault = value(part, overFields)) return fault;
    const Dimension left = dimensionOf(node.parts[0]);
    const Dimension right = dimensionOf(node.parts[1]);
    if (left == Dimension::truth || right == Dimension::truth) {
      const ExpressionNode& part = node.parts[left == Dimension::truth ? 0 : 1];
      return wrong(part, {print(part) + " is yes or no and cannot be compared", print(part) + " 只有是否，不能比较"},
                   {"write it alone, or with not", "请单独写，或加 not"});
    }
    if ((left == Dimension::text || right == Dimension::text) && ordered(node.name))
      return wrong(
          node,
          {"texts have no order: " + node.name + " cannot compare them", "文字没有大小，不能用 " + node.name + " 比较"},
          {"use == or !=", "请用 == 或 !="});
    if (left == Dimension::open || right == Dimension::open || left == right) return std::nullopt;
    // A number without a unit takes the unit of the other side.
    const auto bare = [](const ExpressionNode& part) {
      return part.kind == ExpressionKind::number && part.unit.empty();
    };
    if ((bare(node.parts[0]) && isNumber(right)) || (bare(node.parts[1]) && isNumber(left))) return std::nullopt;
    return wrong(node,
                 {textOf(left).en + " cannot be compared with " + textOf(right).en,
                  textOf(left).zh + "不能与" + textOf(right).zh + "比较"},
                 {print(node.parts[0]) + " is " + textOf(left).en, print(node.parts[0]) + " 是" + textOf(left).zh});
  }

  Fault value(const ExpressionNode& node, bool overFields) {
    switch (node.kind) {
      case ExpressionKind::number:
      case ExpressionKind::placeholder:
      case ExpressionKind::text:
      case ExpressionKind::word:
        return std::nullopt;
      case ExpressionKind::name:
        return name(node, overFields);
      case ExpressionKind::call:
        return call(node);
      default:
        return wrong(node, {"a value is wanted, found a condition", "此处应为数值，实为条件"},
                     {"join conditions with and, or", "条件之间用 and、or 连接"});
    }
  }

  static Fault name(const ExpressionNode& node, bool overFields) {
    const FunctionRule* rule = functionNamed(node.name);
    if ((rule && rule->arguments.empty()) || overFields) return std::nullopt;
    if (rule)
      return wrong(node, {node.name + " needs brackets", node.name + " 后面要有括号"},
                   {"write " + std::string(rule->usage), "写法：" + std::string(rule->usage)});
    std::vector<std::string> known = functionNames(false);
    for (const std::string& other : functionNames(true)) known.push_back(other);
    for (const char* word : {"blue", "yellow", "orange", "red", "ordinary", "large", "serious", "especiallySerious"})
      known.emplace_back(word);
    return wrong(node, {"unknown name \"" + node.name + "\"", "未知名称“" + node.name + "”"},
                 suggestion(nearest(node.name, known), known));
  }

  Fault call(const ExpressionNode& node) {
    const FunctionRule* rule = functionNamed(node.name);
    if (!rule) {
      const std::vector<std::string> known = functionNames(true);
      return wrong(node, {"unknown function \"" + node.name + "\"", "未知函数“" + node.name + "”"},
                   suggestion(nearest(node.name, known), known));
    }
    const Text usage{"write " + std::string(rule->usage), "写法：" + std::string(rule->usage)};
    if (rule->arguments.empty())
      return wrong(node, {node.name + " takes no brackets", node.name + " 后面不要括号"}, usage);
    if (node.parts.size() > rule->arguments.size() || node.parts.size() + rule->optional < rule->arguments.size())
      return wrong(node,
                   {node.name + " has " + std::to_string(node.parts.size()) + " arguments",
                    node.name + " 有 " + std::to_string(node.parts.size()) + " 个参数"},
                   usage);
    for (std::size_t i = 0; i < node.parts.size(); ++i)
      if (auto fault = argument(node.parts[i], rule->arguments[i], usage)) return fault;
    if (node.name == "figure" && !fromCode<FigureKind>(node.parts[0].name)) {
      std::vector<std::string> known;
      for (const auto& figure : namesOf<FigureKind>) known.emplace_back(figure.code);
      return wrong(node.parts[0],
                   {"unknown figure \"" + node.parts[0].name + "\"", "未知数字口径“" + node.parts[0].name + "”"},
                   suggestion(nearest(node.parts[0].name, known), known));
    }
    return std::nullopt;
  }

  Fault argument(const ExpressionNode& part, ArgumentKind kind, const Text& usage) {
    if (kind == ArgumentKind::condition) return condition(part, true);
    if (kind == ArgumentKind::text && part.kind != ExpressionKind::text)
      return wrong(part,
                   {"a text in quotes is wanted, found " + print(part), "此处应为引号内的文字，实为 " + print(part)},
                   usage);
    if (kind == ArgumentKind::duration) {
      const bool number = part.kind == ExpressionKind::number || part.kind == ExpressionKind::placeholder;
      if (!number || dimensionOf(part) != Dimension::duration)
        return wrong(part,
                     {"a duration such as 1 h or 30 min is wanted, found " + print(part),
                      "此处应为时长（如 1 h、30 min），实为 " + print(part)},
                     usage);
      if (part.kind == ExpressionKind::number && part.number <= 0)
        return wrong(part, {"a duration is more than nothing", "时长必须大于零"}, usage);
    }
    return std::nullopt;
  }
};

}  // namespace

Dimension dimensionOf(const ExpressionNode& node) {
  switch (node.kind) {
    case ExpressionKind::number:
      if (const auto unit = unitNamed(node.unit)) return unit->dimension;
      return Dimension::plain;
    case ExpressionKind::placeholder:
      // A number of the table, in the unit of the other side where none is written.
      if (const auto unit = unitNamed(node.unit)) return unit->dimension;
      return Dimension::open;
    case ExpressionKind::text:
      return Dimension::text;
    case ExpressionKind::word:
      return colourRank(node.name) ? Dimension::colour : Dimension::incidentLevel;
    case ExpressionKind::name:
    case ExpressionKind::call:
      if (const FunctionRule* rule = functionNamed(node.name)) {
        // `level` alone is the field of a place; with brackets it is the function.
        if (rule->arguments.empty() == (node.kind == ExpressionKind::name)) return rule->answers;
      }
      return Dimension::open;
    default:
      return Dimension::truth;
  }
}

std::optional<Error> faultOf(const ExpressionNode& tree, bool overFields) {
  return Check().condition(tree, overFields);
}

}  // namespace fengsui
