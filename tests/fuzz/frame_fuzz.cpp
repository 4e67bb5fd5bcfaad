// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as what the other end of the map engine's socket sends.
#include <algorithm>
#include <span>

#include "fuzz/fuzzing.h"
#include "protocol/messages.h"

using namespace fengsui;

namespace {

void readMessage(protocol::Frame frame) {
  const auto message = protocol::decode(std::move(frame));
  if (!message) {
    fuzz::require(!message.error().message.zh.empty(), "a refusal has its sentences");
    return;
  }
  const protocol::Frame out = protocol::encode(*message);
  // A text that was longer than a message may be cannot come back.
  const auto back = protocol::decode(out);
  fuzz::require(back && *back == *message, "a message that was read comes back as it went out");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = std::as_bytes(std::span(data, size));
  protocol::FrameDecoder whole;
  whole.feed(bytes);
  std::vector<protocol::Frame> frames;
  while (auto frame = whole.take()) frames.push_back(std::move(*frame));

  // The same stream, cut into pieces of a few bytes.
  protocol::FrameDecoder pieces;
  const std::size_t step = size == 0 ? 1 : 1 + data[size - 1] % 13;
  for (std::size_t at = 0; at < size; at += step) pieces.feed(bytes.subspan(at, std::min(step, size - at)));
  for (const protocol::Frame& frame : frames) {
    const auto same = pieces.take();
    fuzz::require(same && *same == frame, "frames do not depend on where the stream is cut");
  }
  fuzz::require(!pieces.take() && pieces.fault().has_value() == whole.fault().has_value() &&
                    pieces.atBoundary() == whole.atBoundary(),
                "a stream ends the same wherever it is cut");
  for (protocol::Frame& frame : frames) readMessage(std::move(frame));
  return 0;
}
