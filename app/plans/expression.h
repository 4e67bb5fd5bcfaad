// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace fengsui {

/// What one step of an expression does.
enum class ExpressionKind {
  number,
  placeholder,
  text,
  word,
  name,
  call,
  negation,
  conjunction,
  disjunction,
  comparison
};

/// One step of an expression, with what it works on.
struct ExpressionNode {
  ExpressionKind kind = ExpressionKind::number;
  double number = 0;
  std::string unit;  ///< of a number or placeholder; empty: none
  std::string name;  ///< the placeholder ("row.COLUMN", a number of the table), the text, the word, the field, the
                     ///< function, the sign of the comparison
  std::vector<ExpressionNode> parts;
  int column = 1;  ///< 1-based, in characters of the expression

  bool operator==(const ExpressionNode& other) const {
    return kind == other.kind && number == other.number && unit == other.unit && name == other.name &&
           parts == other.parts;
  }
};

/// A condition as it stands in a plan: its text and the tree made from it. Immutable and cheap to copy.
///
/// Thread: any.
class Expression {
 public:
  /// Reads and checks: known functions, their arguments, units, and that it answers yes or no. Inside any, all, count
  /// and where @p overFields the fields of the place are free names.
  /// @return Error::invalid with the column inside the text.
  [[nodiscard]] static Result<Expression> parse(std::string_view text, bool overFields = false);

  /// From a tree that was checked before; its text is the printed one.
  [[nodiscard]] static Expression ofTree(ExpressionNode tree);

  Expression();  ///< asks nothing and always holds
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const ExpressionNode& tree() const { return *tree_; }

  /// Two expressions are equal when they ask the same, however they are spaced.
  bool operator==(const Expression& other) const { return *tree_ == *other.tree_; }

 private:
  std::string text_;
  std::shared_ptr<const ExpressionNode> tree_;
};

/// The expression as text again, with only the brackets that it needs.
[[nodiscard]] std::string print(const ExpressionNode& tree);

}  // namespace fengsui
