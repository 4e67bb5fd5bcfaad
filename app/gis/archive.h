// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace fengsui {

/// A zip archive in memory, read part by part.
///
/// Thread: one at a time. The bytes outlive it.
/// Errors: unreadable when the archive is cut off, damaged, or a part unpacks to more than 1 GB.
class Archive {
 public:
  [[nodiscard]] static Result<Archive> over(std::string_view bytes);
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) = delete;
  ~Archive();

  [[nodiscard]] bool has(const std::string& part) const;
  /// Hands the part over in pieces; @p take returns false to stop early.
  [[nodiscard]] Outcome read(const std::string& part, const std::function<bool(std::string_view)>& take) const;

 private:
  explicit Archive(std::string place) : place_(std::move(place)) {}
  std::string place_;
};

}  // namespace fengsui
