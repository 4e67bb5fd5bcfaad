// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "core/codec.h"

// The shortest stored form of described types, for what this very program version writes and reads again: fields in
// the order of describe(), without names. Reading is an order of magnitude faster than through a JSON tree.

namespace fengsui::packed {

class Writer {
 public:
  [[nodiscard]] std::string take() { return std::move(out_); }

  template <class T>
  void operator()(const char*, const T& value, Shown = Shown::everywhere) {
    put(value);
  }

  template <class T>
  void put(const T& value) {
    if constexpr (codec::isOptional<T>) {
      out_ += value ? '\1' : '\0';
      if (value) put(*value);
    } else if constexpr (codec::isVector<T>) {
      number(value.size());
      for (const auto& item : value) put(item);
    } else if constexpr (codec::isMap<T>) {
      number(value.size());
      for (const auto& [name, item] : value) {
        put(name);
        put(item);
      }
    } else if constexpr (codec::isId<T>) {
      put(value.uuid);
    } else if constexpr (std::same_as<T, Uuid>) {
      out_.append(reinterpret_cast<const char*>(value.bytes.data()), value.bytes.size());
    } else if constexpr (std::same_as<T, Instant>) {
      put(value.ms);
    } else if constexpr (std::same_as<T, Quantity>) {
      put(value.milli);
    } else if constexpr (std::same_as<T, Position>) {
      put(value.lonE7);
      put(value.latE7);
    } else if constexpr (std::same_as<T, Shape>) {
      put(value.kind);
      put(value.points);
      put(value.lines);
      put(value.areas);
    } else if constexpr (std::same_as<T, std::string>) {
      number(value.size());
      out_ += value;
    } else if constexpr (std::is_enum_v<T>) {
      number(static_cast<std::uint64_t>(value));
    } else if constexpr (std::is_integral_v<T>) {
      const auto wide = static_cast<std::int64_t>(value);  // small numbers of either sign are short
      number(static_cast<std::uint64_t>(wide) << 1 ^ static_cast<std::uint64_t>(wide >> 63));
    } else {
      T::describe(value, *this);
    }
  }

  /// Seven bits a byte, the lowest first.
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_ += static_cast<char>(value | 0x80);
    out_ += static_cast<char>(value);
  }

 private:
  std::string out_;
};

/// Reads what Writer wrote. What does not fit makes it bad and leaves the rest empty; it never reads past the end.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] bool done() const { return good_ && rest_.empty(); }
  [[nodiscard]] std::string_view rest() const { return rest_; }

  template <class T>
  void operator()(const char*, T& value, Shown = Shown::everywhere) {
    get(value);
  }

  template <class T>
  void get(T& value) {
    if constexpr (codec::isOptional<T>) {
      if (flag())
        get(value.emplace());
      else
        value.reset();
    } else if constexpr (codec::isVector<T>) {
      const auto size = count();
      value.clear();
      value.reserve(size);
      for (std::size_t i = 0; i < size && good_; ++i) get(value.emplace_back());
    } else if constexpr (codec::isMap<T>) {
      const auto size = count();
      value.clear();
      for (std::size_t i = 0; i < size && good_; ++i) {
        std::string name;
        get(name);
        get(value[name]);
      }
    } else if constexpr (codec::isId<T>) {
      get(value.uuid);
    } else if constexpr (std::same_as<T, Uuid>) {
      const auto bytes = take(value.bytes.size());
      if (good_) std::memcpy(value.bytes.data(), bytes.data(), bytes.size());
    } else if constexpr (std::same_as<T, Instant>) {
      get(value.ms);
    } else if constexpr (std::same_as<T, Quantity>) {
      get(value.milli);
    } else if constexpr (std::same_as<T, Position>) {
      get(value.lonE7);
      get(value.latE7);
    } else if constexpr (std::same_as<T, Shape>) {
      get(value.kind);
      get(value.points);
      get(value.lines);
      get(value.areas);
    } else if constexpr (std::same_as<T, std::string>) {
      value = take(count());
    } else if constexpr (std::is_enum_v<T>) {
      const auto code = number();
      value = static_cast<T>(code);
      if (static_cast<std::uint64_t>(value) != code || !isKnown(value)) good_ = false;
    } else if constexpr (std::same_as<T, bool>) {
      value = number() != 0;
    } else if constexpr (std::is_integral_v<T>) {
      const auto folded = number();
      value = static_cast<T>(static_cast<std::int64_t>(folded >> 1) ^ -static_cast<std::int64_t>(folded & 1));
    } else {
      T::describe(value, *this);
    }
  }

  [[nodiscard]] std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) break;
      const auto byte = static_cast<std::uint8_t>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    good_ = false;
    return 0;
  }

 private:
  // Everybody who switches over an enum relies on it being one of its values.
  template <class E>
  [[nodiscard]] static bool isKnown(E value) {
    if constexpr (std::same_as<E, ShapeKind>)
      return value >= ShapeKind::point && value <= ShapeKind::area;
    else
      return std::ranges::any_of(namesOf<E>, [&](const auto& name) { return name.value == value; });
  }

  [[nodiscard]] bool flag() { return !take(1).empty() && last_ != '\0'; }

  // Nothing is shorter than a byte, so a count beyond what is left is a lie.
  [[nodiscard]] std::size_t count() {
    const auto size = number();
    if (size > rest_.size()) good_ = false;
    return good_ ? static_cast<std::size_t>(size) : 0;
  }

  [[nodiscard]] std::string_view take(std::size_t size) {
    if (size > rest_.size()) {
      good_ = false;
      return {};
    }
    const auto bytes = rest_.substr(0, size);
    rest_.remove_prefix(size);
    if (size == 1) last_ = bytes.front();
    return bytes;
  }

  std::string_view rest_;
  char last_ = '\0';
  bool good_ = true;
};

}  // namespace fengsui::packed
