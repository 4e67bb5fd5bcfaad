// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"

namespace fengsui {

enum class YamlKind { nothing, scalar, list, map };

/// One value of a YAML file, with where it stands.
struct YamlNode {
  YamlKind kind = YamlKind::nothing;
  std::string text;     ///< of a scalar
  bool quoted = false;  ///< in quotes or as a block
  std::vector<std::uint32_t> items;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> entries;  ///< key, value
  int line = 1;                                                  ///< 1-based
  int column = 1;                                                ///< 1-based, in characters
};

/// A YAML file as a tree whose size is bounded by the size of the file.
///
/// Aliases share their node; an alias to something that itself holds an alias is refused, so that the file cannot grow
/// while it is walked.
struct YamlTree {
  std::vector<YamlNode> nodes;
  std::uint32_t root = 0;

  [[nodiscard]] const YamlNode& at(std::uint32_t index) const { return nodes[index]; }
};

inline constexpr std::size_t kPlanFileBytesAtMost = 2'000'000;
inline constexpr int kYamlDepthAtMost = 40;
inline constexpr std::size_t kYamlNodesAtMost = 200'000;

/// Reads one YAML document of at most 2 MB, 40 levels and 200,000 values.
///
/// Thread: any; pure.
/// Errors: Error::unreadable for what is no UTF-8 text, Error::invalid for what is no YAML, is too deep or too large,
/// or has a key twice; all with line and column.
[[nodiscard]] Result<YamlTree> readYaml(std::string_view bytes, const std::string& file);

}  // namespace fengsui
