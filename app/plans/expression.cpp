// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/expression.h"

#include <array>
#include <charconv>

#include "plans/expressioncheck.h"
#include "plans/functions.h"
#include "plans/tokens.h"

namespace fengsui {
namespace {

constexpr int kDepthAtMost = 40;
constexpr std::size_t kBytesAtMost = 2000;

// How strongly the steps bind; operands bind strongest.
int strengthOf(ExpressionKind kind) {
  switch (kind) {
    case ExpressionKind::disjunction:
      return 1;
    case ExpressionKind::conjunction:
      return 2;
    case ExpressionKind::negation:
      return 3;
    case ExpressionKind::comparison:
      return 4;
    default:
      return 5;
  }
}

bool compares(const Token& token) {
  if (token.kind != TokenKind::sign) return false;
  return token.text != "(" && token.text != ")" && token.text != ",";
}

using Parsed = Result<ExpressionNode>;

// Pratt: parse(strength) takes everything that binds at least so strongly.
class Parser {
 public:
  explicit Parser(const std::vector<Token>& tokens) : tokens_(tokens) {}

  Parsed run() {
    Parsed tree = parse(1);
    if (tree && now().kind != TokenKind::end)
      return wrong({"\"" + now().text + "\" is one too many here", "此处多了“" + now().text + "”"},
                   {"join conditions with and, or", "条件之间用 and、or 连接"});
    return tree;
  }

 private:
  [[nodiscard]] const Token& now() const { return tokens_[at_]; }
  [[nodiscard]] bool sign(std::string_view text) const { return now().kind == TokenKind::sign && now().text == text; }
  [[nodiscard]] bool word(std::string_view text) const { return now().kind == TokenKind::name && now().text == text; }
  [[nodiscard]] tl::unexpected<Error> wrong(Text message, Text remedy = {}) const {
    return failure(wrongInExpression(now().column, std::move(message), std::move(remedy)));
  }

  Parsed parse(int strength) {
    if (++depth_ > kDepthAtMost) return wrong({"nested more than 40 levels deep", "嵌套超过 40 层"});
    Parsed out = climb(strength);
    --depth_;
    return out;
  }

  Parsed climb(int strength) {
    Parsed left = prefix();
    if (!left) return left;
    for (;;) {
      if (compares(now()) && strength <= 4) {
        if (left->kind == ExpressionKind::comparison)
          return wrong({"two comparisons in a row", "连续两次比较"}, {"join them with and", "请用 and 连接"});
        ExpressionNode node;
        node.kind = ExpressionKind::comparison;
        node.column = now().column;
        node.name = now().text;
        ++at_;
        Parsed right = parse(5);
        if (!right) return right;
        node.parts = {std::move(*left), std::move(*right)};
        left = std::move(node);
      } else if (word("and") && strength <= 2) {
        left = joined(ExpressionKind::conjunction, "and", std::move(*left), 3);
        if (!left) return left;
      } else if (word("or") && strength <= 1) {
        left = joined(ExpressionKind::disjunction, "or", std::move(*left), 2);
        if (!left) return left;
      } else {
        return left;
      }
    }
  }

  Parsed joined(ExpressionKind kind, std::string_view by, ExpressionNode first, int strength) {
    ExpressionNode node;
    node.kind = kind;
    node.column = now().column;
    node.parts.push_back(std::move(first));
    while (word(by)) {
      ++at_;
      Parsed next = parse(strength);
      if (!next) return next;
      node.parts.push_back(std::move(*next));
    }
    return node;
  }

  Parsed prefix() {
    const Token& token = now();
    ExpressionNode node;
    node.column = token.column;
    if (token.kind == TokenKind::end) return wrong({"the expression ends too early", "表达式不完整"});
    if (word("and") || word("or"))
      return wrong({"\"" + token.text + "\" has nothing before it", "“" + token.text + "”前面缺少条件"});
    if (word("not")) {
      ++at_;
      Parsed part = parse(3);
      if (!part) return part;
      node.kind = ExpressionKind::negation;
      node.parts.push_back(std::move(*part));
      return node;
    }
    if (sign("(")) {
      ++at_;
      Parsed inner = parse(1);
      if (!inner) return inner;
      if (!sign(")")) return wrong({"\")\" is missing", "缺少“)”"});
      ++at_;
      return inner;
    }
    if (token.kind == TokenKind::sign)
      return wrong({"a value or a condition is wanted, found \"" + token.text + "\"",
                    "此处应为数值或条件，实为“" + token.text + "”"});
    ++at_;
    if (token.kind == TokenKind::number) {
      node.kind = ExpressionKind::number;
      node.number = token.number;
      node.unit = token.unit;
      return node;
    }
    node.name = token.text;
    if (token.kind == TokenKind::placeholder) {
      node.kind = ExpressionKind::placeholder;
      node.unit = token.unit;
      return node;
    }
    if (token.kind == TokenKind::text) {
      node.kind = ExpressionKind::text;
      return node;
    }
    if (sign("(")) return call(std::move(node));
    node.kind = colourRank(token.text) || levelRank(token.text) ? ExpressionKind::word : ExpressionKind::name;
    return node;
  }

  Parsed call(ExpressionNode node) {
    node.kind = ExpressionKind::call;
    ++at_;
    if (sign(")")) {
      ++at_;
      return node;
    }
    for (;;) {
      Parsed argument = parse(1);
      if (!argument) return argument;
      node.parts.push_back(std::move(*argument));
      if (sign(",")) {
        ++at_;
        continue;
      }
      if (!sign(")")) return wrong({"\")\" or \",\" is missing", "缺少“)”或“,”"});
      ++at_;
      return node;
    }
  }

  const std::vector<Token>& tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

std::string numberText(double number) {
  std::array<char, 400> buffer;
  const auto [end, fault] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed);
  return std::string(buffer.data(), fault == std::errc() ? end : buffer.data());
}

std::string printed(const ExpressionNode& node, int atLeast);

std::string joinedText(const ExpressionNode& node, std::string_view by, int strength) {
  std::string out;
  for (const ExpressionNode& part : node.parts) {
    if (!out.empty()) out += by;
    out += printed(part, strength + 1);
  }
  return out;
}

std::string plainText(const ExpressionNode& node) {
  switch (node.kind) {
    case ExpressionKind::number:
      return numberText(node.number) + (node.unit.empty() ? "" : ' ' + node.unit);
    case ExpressionKind::placeholder:
      return '{' + node.name + '}' + (node.unit.empty() ? "" : ' ' + node.unit);
    case ExpressionKind::text: {
      const char quote = node.name.find('\'') == std::string::npos ? '\'' : '"';
      return quote + node.name + quote;
    }
    case ExpressionKind::word:
    case ExpressionKind::name:
      return node.name;
    case ExpressionKind::call: {
      std::string out = node.name + '(';
      for (std::size_t i = 0; i < node.parts.size(); ++i) out += (i == 0 ? "" : ", ") + printed(node.parts[i], 1);
      return out + ')';
    }
    case ExpressionKind::negation:
      return node.parts.empty() ? "" : "not " + printed(node.parts.front(), 3);
    case ExpressionKind::comparison:
      return node.parts.size() < 2 ? "" : printed(node.parts[0], 5) + ' ' + node.name + ' ' + printed(node.parts[1], 5);
    case ExpressionKind::conjunction:
      return joinedText(node, " and ", 2);
    case ExpressionKind::disjunction:
      return joinedText(node, " or ", 1);
  }
  return {};
}

std::string printed(const ExpressionNode& node, int atLeast) {
  const std::string plain = plainText(node);
  return strengthOf(node.kind) < atLeast ? '(' + plain + ')' : plain;
}

}  // namespace

Expression::Expression() {
  ExpressionNode all;
  all.kind = ExpressionKind::conjunction;
  static const auto kNothing = std::make_shared<const ExpressionNode>(std::move(all));
  tree_ = kNothing;
}

Expression Expression::ofTree(ExpressionNode tree) {
  Expression out;
  out.text_ = print(tree);
  out.tree_ = std::make_shared<const ExpressionNode>(std::move(tree));
  return out;
}

Result<Expression> Expression::parse(std::string_view text, bool overFields) {
  if (text.size() > kBytesAtMost)
    return failure(wrongInExpression(1, {"an expression has 2,000 bytes at most", "表达式最长 2000 字节"}));
  const auto tokens = tokensOf(text);
  if (!tokens) return failure(tokens.error());
  Parsed tree = Parser(*tokens).run();
  if (!tree) return failure(tree.error());
  if (auto wrong = faultOf(*tree, overFields)) return failure(std::move(*wrong));
  Expression out;
  out.text_ = text;
  out.tree_ = std::make_shared<const ExpressionNode>(std::move(*tree));
  return out;
}

std::string print(const ExpressionNode& tree) {
  return printed(tree, 1);
}

}  // namespace fengsui
