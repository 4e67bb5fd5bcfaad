// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace fengsui {

/// One "{incident.title}" in a text.
struct Placeholder {
  std::string name;       ///< "incident.title"
  std::size_t begin = 0;  ///< bytes, with the brackets
  std::size_t end = 0;
};

/// @return Error::invalid for a bracket without its other half.
[[nodiscard]] Result<std::vector<Placeholder>> placeholdersIn(std::string_view text);

/// What the place that `each` stands for, or the row of the table, adds to the known names.
struct PlaceholderScope {
  bool each = false;
  const std::vector<std::string>* columns = nullptr;  ///< of the table; null: the plan has none
  const std::vector<std::string>* numbers = nullptr;  ///< those of the columns that hold numbers
};

/// Why a placeholder cannot stand here. @return nothing where it is known.
[[nodiscard]] std::optional<Error> faultOfPlaceholder(const std::string& name, const PlaceholderScope& scope);

/// The text with every placeholder replaced by what @p value says; what it does not know stays as it is.
[[nodiscard]] std::string filled(std::string_view text,
                                 const std::function<std::optional<std::string>(const std::string&)>& value);

}  // namespace fengsui
