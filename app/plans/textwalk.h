// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/codec.h"
#include "plans/plan.h"

namespace fengsui {

/// Visits every text inside a described value, with its path: f(std::string&, path) or f(const std::string&, path).
/// Expressions are no texts.
template <class Function>
class TextWalk {
 public:
  explicit TextWalk(Function& f) : f_(f) {}

  template <class V>
  void operator()(const char* name, V& value) {
    const std::size_t before = path_.size();
    path_ += '.';
    path_ += name;
    visit(value);
    path_.resize(before);
  }

 private:
  template <class V>
  void visit(V& value) {
    using T = std::remove_cv_t<V>;
    if constexpr (std::same_as<T, std::string>) {
      f_(value, path_);
    } else if constexpr (codec::isOptional<T>) {
      if (value) visit(*value);
    } else if constexpr (codec::isVector<T>) {
      const std::size_t before = path_.size();
      for (std::size_t i = 0; i < value.size(); ++i) {
        path_ += '[' + std::to_string(i) + ']';
        visit(value[i]);
        path_.resize(before);
      }
    } else if constexpr (Described<T>) {
      T::describe(value, *this);
    }
  }

  Function& f_;
  std::string path_;
};

/// Visits every expression inside a described value: f(Expression&).
template <class Function>
class ExpressionWalk {
 public:
  explicit ExpressionWalk(Function& f) : f_(f) {}

  template <class V>
  void operator()(const char*, V& value) {
    visit(value);
  }

 private:
  template <class V>
  void visit(V& value) {
    using T = std::remove_cv_t<V>;
    if constexpr (std::same_as<T, Expression>) {
      f_(value);
    } else if constexpr (std::same_as<T, Criteria>) {
      for (auto& line : value.lines) f_(line);
    } else if constexpr (codec::isOptional<T>) {
      if (value) visit(*value);
    } else if constexpr (codec::isVector<T>) {
      for (auto& one : value) visit(one);
    } else if constexpr (Described<T>) {
      T::describe(value, *this);
    }
  }

  Function& f_;
};

template <class T, class Function>
void forEachExpression(T& value, Function&& f) {
  ExpressionWalk<std::remove_reference_t<Function>> walk(f);
  std::remove_cv_t<T>::describe(value, walk);
}

template <class T, class Function>
void forEachText(T& value, Function&& f) {
  TextWalk<std::remove_reference_t<Function>> walk(f);
  std::remove_cv_t<T>::describe(value, walk);
}

}  // namespace fengsui
