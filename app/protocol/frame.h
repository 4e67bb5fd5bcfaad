// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/result.h"

namespace fengsui::protocol {

/// Pixels, icons: whatever is too large or too binary for JSON.
using Blob = std::vector<std::byte>;

/// What travels: a JSON object and the bytes that belong to it.
struct Frame {
  std::string json;
  Blob blob;

  bool operator==(const Frame&) const = default;
};

inline constexpr std::size_t maxJsonBytes = std::size_t{1} << 20;
inline constexpr std::size_t maxBlobBytes = std::size_t{256} << 20;
inline constexpr std::size_t headerBytes = 12;

/// Header and JSON of a frame; the sender writes the blob after it and so never copies an image.
///
/// @return Error::invalid when a part is longer than its cap.
[[nodiscard]] Result<std::string> frameHead(const Frame& frame);

/// The whole frame in one piece, for small ones and tests.
[[nodiscard]] Result<std::string> frameBytes(const Frame& frame);

/// Puts frames together from a stream cut at any byte.
///
/// Thread: one at a time.
/// Errors: a fault is for ever: after it the stream has no frame boundaries any more, so the connection must end.
///         Frames that were complete before the fault can still be taken.
class FrameDecoder {
 public:
  void feed(std::span<const std::byte> bytes);
  [[nodiscard]] std::optional<Frame> take();
  [[nodiscard]] const std::optional<Error>& fault() const { return fault_; }
  /// True when nothing of an unfinished frame is held: the stream may end here.
  [[nodiscard]] bool atBoundary() const { return head_.empty(); }

 private:
  void readHeader();

  std::string head_;  // the header bytes that have arrived
  std::size_t jsonWanted_ = 0;
  std::size_t blobWanted_ = 0;
  Frame growing_;
  std::deque<Frame> whole_;
  std::optional<Error> fault_;
};

}  // namespace fengsui::protocol
