// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/evaluate.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "plans/expressionwords.h"
#include "plans/functions.h"
#include "plans/placeholders.h"

namespace fengsui {
namespace {

std::string shownNumber(double number) {
  std::array<char, 400> buffer;
  const double rounded = std::round(number * 1000) / 1000;
  const auto [end, fault] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded == 0 ? 0.0 : rounded,
                                          std::chars_format::fixed);
  return std::string(buffer.data(), fault == std::errc() ? end : buffer.data());
}

Truth truthOf(bool holds) {
  return holds ? Truth::yes : Truth::no;
}

bool compare(double left, const std::string& sign, double right) {
  // Measured decimals: 15 cm and 0.15 m are the same.
  const bool same = std::abs(left - right) <= 1e-9 * std::max({1.0, std::abs(left), std::abs(right)});
  if (sign == "==") return same;
  if (sign == "!=") return !same;
  if (sign == "<") return left < right && !same;
  if (sign == "<=") return left < right || same;
  if (sign == ">") return left > right && !same;
  return left > right || same;
}

// Where the left side lies between two numbers, the answer may hang on which of them it is.
Truth compareRange(double least, double most, const std::string& sign, double right) {
  if (sign == "==" || sign == "!=") {
    const bool within = compare(least, "<=", right) && compare(most, ">=", right);
    const Truth equal = !within ? Truth::no : compare(least, "==", most) ? Truth::yes : Truth::unknown;
    return sign == "==" ? equal : opposite(equal);
  }
  const bool low = compare(least, sign, right);
  return low == compare(most, sign, right) ? truthOf(low) : Truth::unknown;
}

std::optional<int> rankOf(const std::string& word) {
  if (word == "none") return 0;
  if (const auto colour = colourRank(word)) return colour;
  return levelRank(word);
}

std::string mirrored(const std::string& sign) {
  if (sign.starts_with('<')) return '>' + sign.substr(1);
  if (sign.starts_with('>')) return '<' + sign.substr(1);
  return sign;
}

Text unknown(const ExpressionNode& node) {
  const Text words = wordsOf(node);
  return {words.en + " is not known", words.zh + "未知"};
}

class Evaluation {
 public:
  Evaluation(const KnownFacts& facts, std::vector<Evidence>& evidence) : facts_(facts), evidence_(evidence) {}

  Truth condition(const ExpressionNode& node, const Subject* subject) {
    switch (node.kind) {
      case ExpressionKind::negation:
        return opposite(condition(node.parts.front(), subject));
      case ExpressionKind::conjunction: {
        Truth out = Truth::yes;
        for (const ExpressionNode& part : node.parts) out = allOf(out, condition(part, subject));
        return out;
      }
      case ExpressionKind::disjunction: {
        Truth out = node.parts.empty() ? Truth::yes : Truth::no;
        for (const ExpressionNode& part : node.parts) out = anyOf(out, condition(part, subject));
        return out;
      }
      case ExpressionKind::comparison:
        return comparison(node, subject);
      default:
        return alone(node, subject);
    }
  }

 private:
  void note(const ExpressionNode& node, const Subject* subject, Truth holds, std::optional<Finding> found, Text why) {
    if (evidence_.size() >= kEvidenceAtMost) return;
    evidence_.push_back({print(node), subject ? subject->name : std::string(), holds, std::move(found),
                         holds == Truth::unknown ? std::move(why) : Text{}});
  }

  Truth alone(const ExpressionNode& node, const Subject* subject) {
    Text why;
    const std::optional<Finding> found = value(node, subject, why);
    Truth holds = Truth::unknown;
    if (found && found->truth)
      holds = truthOf(*found->truth);
    else if (found && (found->word == "true" || found->word == "false"))
      holds = truthOf(found->word == "true");
    else if (found && node.name != "any" && node.name != "all")
      why = {"it is not yes or no", "不是“是否”"};
    note(node, subject, holds, found, std::move(why));
    return holds;
  }

  Truth comparison(const ExpressionNode& node, const Subject* subject) {
    Text why;
    const std::optional<Finding> left = value(node.parts[0], subject, why);
    const std::optional<Finding> right = value(node.parts[1], subject, why);
    const bool leftMeasured = node.parts[0].kind == ExpressionKind::name || node.parts[0].kind == ExpressionKind::call;
    Truth holds = Truth::unknown;
    if (left && right) holds = compared(*left, node.name, *right, why);
    note(node, subject, holds, leftMeasured ? left : right, std::move(why));
    return holds;
  }

  static Truth compared(const Finding& left, const std::string& sign, const Finding& right, Text& why) {
    if (left.number && right.number) {
      const auto factors = commonUnit(left, right);
      if (!factors) {
        why = {"\"" + left.unit + "\" cannot be compared with \"" + right.unit + "\"",
               "单位“" + left.unit + "”与“" + right.unit + "”不能比较"};
        return Truth::unknown;
      }
      const auto [a, b] = *factors;
      if (right.most && *right.most != *right.number) {
        if (!left.most || *left.most == *left.number)
          return compareRange(*right.number * b, *right.most * b, mirrored(sign), *left.number * a);
        why = {"both sides are counts with unknown parts", "两边都是含未知的计数"};
        return Truth::unknown;
      }
      const Truth holds = compareRange(*left.number * a, left.most.value_or(*left.number) * a, sign, *right.number * b);
      if (holds == Truth::unknown) why = {"some of them are unknown", "其中有未知的"};
      return holds;
    }
    if (left.number || right.number) {
      why = {"a number cannot be compared with a word", "数不能与文字比较"};
      return Truth::unknown;
    }
    const auto leftRank = rankOf(left.word), rightRank = rankOf(right.word);
    if (leftRank && rightRank) return truthOf(compare(*leftRank, sign, *rightRank));
    if (sign == "==") return truthOf(left.word == right.word);
    if (sign == "!=") return truthOf(left.word != right.word);
    why = {"words have no order", "文字没有大小"};
    return Truth::unknown;
  }

  // What to multiply each side with. A number without a unit takes the unit of the other side.
  static std::optional<std::pair<double, double>> commonUnit(const Finding& left, const Finding& right) {
    if (left.unit == right.unit || left.unit.empty() || right.unit.empty()) return std::pair(1.0, 1.0);
    const auto a = unitNamed(left.unit), b = unitNamed(right.unit);
    if (!a || !b || a->dimension != b->dimension) return std::nullopt;
    return std::pair(a->size, b->size);
  }

  std::optional<Finding> value(const ExpressionNode& node, const Subject* subject, Text& why) {
    Finding out;
    switch (node.kind) {
      case ExpressionKind::number:
        out.number = node.number;
        out.unit = node.unit;
        return out;
      case ExpressionKind::placeholder:
        why = {"{" + node.name + "} is not filled in", "{" + node.name + "} 尚未填入"};
        return std::nullopt;
      case ExpressionKind::text:
        out.word = filledFor(node.name, subject);
        return out;
      case ExpressionKind::word:
        out.word = node.name;
        return out;
      case ExpressionKind::name:
        return named(node, subject, why);
      case ExpressionKind::call:
        if (node.name == "any" || node.name == "all" || node.name == "count") return over(node, why);
        return called(node, subject, why);
      default:
        return std::nullopt;
    }
  }

  // '{each.name}' inside an expression of an item that stands for many places.
  static std::string filledFor(const std::string& text, const Subject* subject) {
    if (!subject || text.find('{') == std::string::npos) return text;
    return filled(text, [&](const std::string& name) -> std::optional<std::string> {
      if (!name.starts_with("each.")) return std::nullopt;
      if (name == "each.name") return subject->name;
      const auto field = subject->field ? subject->field(name.substr(5)) : std::nullopt;
      return field ? std::optional(field->text().zh) : std::nullopt;
    });
  }

  std::optional<Finding> named(const ExpressionNode& node, const Subject* subject, Text& why) {
    if (subject && subject->field)
      if (auto field = subject->field(node.name)) return field;
    Asked asked{node.name, {}, std::nullopt, subject};
    // Of a place `level` is its level; every other name without a rule of its own is a reading.
    const FunctionRule* rule = functionNamed(node.name);
    const bool ofPlace = node.name == "level" || node.name == "warningLevel" || node.name == "guaranteedLevel";
    if (!rule || (!rule->arguments.empty() && !ofPlace)) {
      asked.function = "reading";
      asked.texts = {node.name};
    }
    auto found = facts_.ask(asked);
    if (!found) why = unknown(node);
    return found;
  }

  std::optional<Finding> called(const ExpressionNode& node, const Subject* subject, Text& why) {
    Asked asked{node.name, {}, std::nullopt, subject};
    for (const ExpressionNode& part : node.parts) {
      if (part.kind == ExpressionKind::number) {
        const auto unit = unitNamed(part.unit);
        asked.minutes = part.number * (unit ? unit->size : 1);
      } else if (part.kind == ExpressionKind::text) {
        asked.texts.push_back(filledFor(part.name, subject));
      }
    }
    auto found = facts_.ask(asked);
    if (!found) why = unknown(node);
    return found;
  }

  std::optional<Finding> over(const ExpressionNode& node, Text& why) {
    const std::string& kind = node.parts[0].name;
    const auto subjects = facts_.subjects(kind);
    if (!subjects || subjects->empty()) {
      const Text what = kindWords(kind);
      why = {"no list of \"" + what.en + "\" is kept here", "本站没有“" + what.zh + "”的清单"};
      return std::nullopt;
    }
    std::size_t yes = 0, unknown = 0;
    for (const Subject& one : *subjects) {
      std::vector<Evidence> inner;
      const Truth holds = Evaluation(facts_, inner).condition(node.parts[1], &one);
      yes += holds == Truth::yes;
      unknown += holds == Truth::unknown;
      // The places that speak: those that hold, and for "all" those that do not.
      if (holds == (node.name == "all" ? Truth::no : Truth::yes))
        for (Evidence& line : inner)
          if (evidence_.size() < kEvidenceAtMost) evidence_.push_back(std::move(line));
    }
    Finding out;
    const std::string total = std::to_string(subjects->size());
    out.source = {
        std::to_string(yes) + " of " + total + (unknown ? ", " + std::to_string(unknown) + " unknown" : ""),
        total + " 处中 " + std::to_string(yes) + " 处" + (unknown ? "，" + std::to_string(unknown) + " 处未知" : "")};
    out.number = static_cast<double>(yes);
    out.most = static_cast<double>(yes + unknown);
    if (node.name == "count") return out;
    why = {std::to_string(unknown) + " of " + total + " are unknown",
           total + " 处中 " + std::to_string(unknown) + " 处未知"};
    if (node.name == "any" && (yes > 0 || unknown == 0)) out.truth = yes > 0;
    if (node.name == "all" && (yes + unknown < subjects->size() || unknown == 0)) out.truth = yes == subjects->size();
    return out;
  }

  const KnownFacts& facts_;
  std::vector<Evidence>& evidence_;
};

}  // namespace

Truth allOf(Truth a, Truth b) {
  return std::min(a, b);
}

Truth anyOf(Truth a, Truth b) {
  return std::max(a, b);
}

Truth opposite(Truth a) {
  return a == Truth::unknown ? a : a == Truth::yes ? Truth::no : Truth::yes;
}

Text textOf(Truth truth) {
  switch (truth) {
    case Truth::no:
      return {"does not hold", "不满足"};
    case Truth::unknown:
      return {"unknown", "未知"};
    case Truth::yes:
      return {"holds", "满足"};
  }
  return {};
}

Text Finding::text() const {
  if (number) {
    std::string out = shownNumber(*number);
    if (most && *most != *number) out += '-' + shownNumber(*most);
    if (!unit.empty()) out += unit == "%" ? unit : ' ' + unit;
    return sameInBoth(out);
  }
  if (truth) return *truth ? Text{"yes", "是"} : Text{"no", "否"};
  static constexpr std::pair<std::string_view, std::pair<std::string_view, std::string_view>> kWords[] = {
      {"none", {"none", "无"}},
      {"blue", {"blue", "蓝色"}},
      {"yellow", {"yellow", "黄色"}},
      {"orange", {"orange", "橙色"}},
      {"red", {"red", "红色"}},
      {"prepare", {"prepare", "准备转移"}},
      {"immediate", {"move now", "立即转移"}}};
  for (const auto& [code, names] : kWords)
    if (code == word) return {std::string(names.first), std::string(names.second)};
  return sameInBoth(word);
}

Verdict evaluate(const Expression& expression, const KnownFacts& facts, const Subject* subject) {
  Verdict out;
  out.holds = Evaluation(facts, out.evidence).condition(expression.tree(), subject);
  return out;
}

}  // namespace fengsui
