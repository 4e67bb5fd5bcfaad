// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "protocol/messages.h"

namespace fengsui::protocol {

using Json = nlohmann::json;

[[nodiscard]] const char* laneName(Lane lane);
[[nodiscard]] const char* labelsName(Labels labels);
[[nodiscard]] const char* errorCodeName(ErrorCode code);

[[nodiscard]] Json jsonOf(const Text& text);
[[nodiscard]] Json jsonOf(const Extent& extent);
[[nodiscard]] Json jsonOf(const Error& error);

/// Reads the fields of one JSON object and remembers the first that is wrong, so that a codec reads like a list.
///
/// Errors: error() after everything has been read; the values read after a fault are defaults.
class FieldReader {
 public:
  explicit FieldReader(const Json& object, std::string path = {});

  [[nodiscard]] std::string text(const char* name, std::size_t maxBytes = 64 * 1024);
  [[nodiscard]] bool flag(const char* name);
  [[nodiscard]] std::uint64_t count(const char* name);
  [[nodiscard]] int integer(const char* name, int min, int max);
  /// A finite number within bounds.
  [[nodiscard]] double number(const char* name, double min, double max);
  [[nodiscard]] std::vector<std::string> texts(const char* name);
  /// Lists of whole numbers within ±16384 whose lengths are multiples of @p group.
  [[nodiscard]] std::vector<std::vector<int>> numberLists(const char* name, std::size_t group);
  [[nodiscard]] Text bilingual(const char* name);
  [[nodiscard]] Extent extent(const char* name);
  [[nodiscard]] Lane lane(const char* name);
  [[nodiscard]] Labels labels(const char* name);
  [[nodiscard]] Error error(const char* name);
  [[nodiscard]] bool has(const char* name) const;
  /// The objects of an array, each with its own reader; take their fault() over with adopt().
  [[nodiscard]] std::vector<FieldReader> objects(const char* name);
  void adopt(const FieldReader& inner);
  void wrong(const char* name, Text why);

  [[nodiscard]] const std::optional<Error>& fault() const { return fault_; }

 private:
  [[nodiscard]] const Json* find(const char* name);

  const Json* object_;
  std::string path_;
  std::optional<Error> fault_;
};

}  // namespace fengsui::protocol
