// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace fengsui {

/// Who sits at the desk: a name, and the post he holds there. Every entry that the desk records says so.
struct Seat {
  std::string name;
  std::string post;  ///< empty where he holds none

  bool operator==(const Seat&) const = default;
  /// As entries have it, and as `fengsuictl --by` would be told: "值班长 王伟".
  [[nodiscard]] std::string actor() const { return post.empty() ? name : name.empty() ? post : post + " " + name; }
};

}  // namespace fengsui
