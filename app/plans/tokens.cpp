// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/tokens.h"

#include <charconv>
#include <optional>

#include "plans/functions.h"
#include "plans/nearest.h"

namespace fengsui {
namespace {

bool digit(char c) {
  return c >= '0' && c <= '9';
}

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// Typed with a Chinese input method, and what was meant.
struct FullWidth {
  std::string_view written, meant;
};
constexpr FullWidth kFullWidth[] = {{"（", "("}, {"）", ")"}, {"，", ","}, {"‘", "'"},  {"’", "'"},
                                    {"“", "\""}, {"”", "\""}, {"＞", ">"}, {"＜", "<"}, {"＝", "="},
                                    {"≥", ">="}, {"≤", "<="}, {"≠", "!="}, {"％", "%"}};

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Result<std::vector<Token>> run() {
    std::vector<Token> out;
    for (;;) {
      while (!done() && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r')) step();
      Token token;
      token.column = column_;
      if (done()) {
        out.push_back(token);
        return out;
      }
      if (auto wrong = next(token)) return failure(std::move(*wrong));
      out.push_back(std::move(token));
    }
  }

 private:
  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  void step(std::size_t bytes = 1) {
    for (; bytes > 0 && !done(); --bytes, ++at_)
      if ((text_[at_] & 0xc0) != 0x80) ++column_;
  }

  std::optional<Error> next(Token& token) {
    for (const FullWidth& one : kFullWidth)
      if (text_.substr(at_).starts_with(one.written))
        return wrongInExpression(column_,
                                 {"the full-width \"" + std::string(one.written) + "\" is not understood",
                                  "不支持全角字符“" + std::string(one.written) + "”"},
                                 {"write " + std::string(one.meant), "请写 " + std::string(one.meant)});
    if (digit(peek()) || (peek() == '-' && digit(peek(1)))) return number(token);
    if (peek() == '\'' || peek() == '"') return quoted(token);
    if (peek() == '{') return placeholder(token);
    if (letter(peek())) {
      const std::size_t start = at_;
      while (!done() && (letter(peek()) || digit(peek()))) step();
      token.kind = TokenKind::name;
      token.text = text_.substr(start, at_ - start);
      return std::nullopt;
    }
    return sign(token);
  }

  std::optional<Error> sign(Token& token) {
    token.kind = TokenKind::sign;
    for (const std::string_view two : {"<=", ">=", "==", "!="})
      if (text_.substr(at_).starts_with(two)) {
        token.text = two;
        step(2);
        return std::nullopt;
      }
    const char c = peek();
    if (std::string_view("()<>=,").find(c) == std::string_view::npos)
      return wrongInExpression(
          column_, {std::string("\"") + c + "\" is not understood", std::string("无法理解“") + c + "”"},
          {"allowed are and or not ( ) < <= == >= > !=, numbers with units, texts in quotes and names",
           "可用 and or not ( ) < <= == >= > !=、带单位的数、引号内的文字和名称"});
    token.text = c == '=' ? "==" : std::string(1, c);
    step();
    return std::nullopt;
  }

  std::optional<Error> quoted(Token& token) {
    const char quote = peek();
    const int column = column_;
    step();
    const std::size_t start = at_;
    while (!done() && peek() != quote) step();
    if (done()) return wrongInExpression(column, {"the quotes do not end", "引号没有结束"});
    token.kind = TokenKind::text;
    token.text = text_.substr(start, at_ - start);
    step();
    return std::nullopt;
  }

  std::optional<Error> placeholder(Token& token) {
    const std::size_t end = text_.find_first_of("{}'\"()<>=,", at_ + 1);
    if (end == std::string_view::npos || text_[end] != '}' || end == at_ + 1)
      return wrongInExpression(column_, {"a { without a name and }", "“{”后面缺少名称和“}”"},
                               {"write {row.COLUMN}", "写法：{row.列名}"});
    token.kind = TokenKind::placeholder;
    token.text = text_.substr(at_ + 1, end - at_ - 1);
    step(end + 1 - at_);
    return unit(token);
  }

  std::optional<Error> number(Token& token) {
    const std::size_t start = at_;
    const int column = column_;
    if (peek() == '-') step();
    while (digit(peek())) step();
    if (peek() == '.' && digit(peek(1))) {
      step();
      while (digit(peek())) step();
    }
    token.kind = TokenKind::number;
    const auto [end, fault] = std::from_chars(text_.data() + start, text_.data() + at_, token.number);
    if (fault != std::errc() || end != text_.data() + at_ || token.number > 1e12 || token.number < -1e12)
      return wrongInExpression(column, {"the number is too large", "数值过大"});
    return unit(token);
  }

  std::optional<Error> unit(Token& token) {
    std::size_t ahead = 0;
    while (peek(ahead) == ' ') ++ahead;
    const std::size_t start = at_ + ahead;
    std::size_t end = start;
    const auto within = [&](std::size_t i) { return i < text_.size(); };
    if (within(end) && text_[end] == '%') {
      ++end;
    } else if (within(end) && letter(text_[end])) {
      while (within(end) && (letter(text_[end]) || digit(text_[end]))) ++end;
      if (within(end) && text_[end] == '/' && within(end + 1) && letter(text_[end + 1])) {
        ++end;
        while (within(end) && (letter(text_[end]) || digit(text_[end]))) ++end;
      }
    }
    if (end == start) return std::nullopt;
    const std::string name(text_.substr(start, end - start));
    if (name == "and" || name == "or" || name == "not") return std::nullopt;
    for (const Unit& unit : units())
      if (unit.name == name) {
        token.unit = name;
        step(end - at_);
        return std::nullopt;
      }
    std::vector<std::string> known;
    for (const Unit& unit : units()) known.emplace_back(unit.name);
    const std::optional<Unit> meant = unitNamed(name);
    const std::string close = meant ? std::string(meant->name) : nearest(name, known);
    step(start - at_);
    return wrongInExpression(column_, {"unknown unit \"" + name + "\"", "未知单位“" + name + "”"},
                             close.empty() ? Text{"units: " + listed(known), "可用单位：" + listed(known)}
                                           : Text{"did you mean " + close + "? units: " + listed(known),
                                                  "是否应为 " + close + "？可用单位：" + listed(known)});
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int column_ = 1;
};

}  // namespace

Error wrongInExpression(int column, Text message, Text remedy) {
  Error error{ErrorCode::invalid, {}, std::move(remedy), {}};
  error.message.en = "at column " + std::to_string(column) + " of the expression: " + message.en;
  error.message.zh = "表达式第 " + std::to_string(column) + " 列：" + message.zh;
  error.place.column = column;
  return error;
}

Result<std::vector<Token>> tokensOf(std::string_view text) {
  return Lexer(text).run();
}

}  // namespace fengsui
