// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/frame.h"

#include <algorithm>
#include <string_view>

namespace fengsui::protocol {

namespace {

constexpr std::string_view magic = "FSE1";
// A peer that only claims a large frame must not make us reserve it.
constexpr std::size_t reserveAtMost = std::size_t{32} << 20;

void putU32(std::string& out, std::size_t value) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>((value >> shift) & 0xffU));
}

std::size_t readU32(std::string_view bytes) {
  std::size_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = (value << 8U) | static_cast<unsigned char>(bytes[i]);
  return value;
}

Error tooLong(std::string_view part, std::string_view partZh, std::size_t length, std::size_t cap) {
  const auto is = std::to_string(length);
  const auto may = std::to_string(cap);
  return {ErrorCode::invalid,
          {"the " + std::string(part) + " of a message has " + is + " bytes, more than the " + may + " allowed",
           "消息的" + std::string(partZh) + "长 " + is + " 字节，超过上限 " + may + " 字节"},
          {},
          {}};
}

}  // namespace

Result<std::string> frameHead(const Frame& frame) {
  if (frame.json.size() > maxJsonBytes) return failure(tooLong("text", "文本", frame.json.size(), maxJsonBytes));
  if (frame.blob.size() > maxBlobBytes) return failure(tooLong("data", "数据", frame.blob.size(), maxBlobBytes));
  std::string out;
  out.reserve(headerBytes + frame.json.size());
  out += magic;
  putU32(out, frame.json.size());
  putU32(out, frame.blob.size());
  out += frame.json;
  return out;
}

Result<std::string> frameBytes(const Frame& frame) {
  auto out = frameHead(frame);
  if (!out) return out;
  for (const std::byte byte : frame.blob) out->push_back(static_cast<char>(byte));
  return out;
}

void FrameDecoder::feed(std::span<const std::byte> bytes) {
  while (!bytes.empty() && !fault_) {
    if (head_.size() < headerBytes) {
      const auto taken = std::min(headerBytes - head_.size(), bytes.size());
      for (const std::byte byte : bytes.first(taken)) head_.push_back(static_cast<char>(byte));
      bytes = bytes.subspan(taken);
      // Garbage is told from the first wrong byte: waiting for a whole header could wait for ever.
      const auto seen = std::min(head_.size(), magic.size());
      if (head_.compare(0, seen, magic.substr(0, seen)) != 0) {
        fault_ = Error{ErrorCode::invalid,
                       {"the other end does not speak the map engine protocol: the message does not begin with FSE1",
                        "对端使用的不是地图引擎协议：消息不以 FSE1 开头"},
                       {},
                       {}};
        return;
      }
      if (head_.size() == headerBytes) readHeader();
    } else if (growing_.json.size() < jsonWanted_) {
      const auto taken = std::min(jsonWanted_ - growing_.json.size(), bytes.size());
      growing_.json.append(reinterpret_cast<const char*>(bytes.data()), taken);
      bytes = bytes.subspan(taken);
    } else {
      const auto taken = std::min(blobWanted_ - growing_.blob.size(), bytes.size());
      growing_.blob.insert(growing_.blob.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(taken));
      bytes = bytes.subspan(taken);
    }
    const bool complete = head_.size() == headerBytes && growing_.json.size() == jsonWanted_ &&
                          growing_.blob.size() == blobWanted_;
    if (complete && !fault_) {
      whole_.push_back(std::move(growing_));
      growing_ = {};
      head_.clear();
    }
  }
}

void FrameDecoder::readHeader() {
  jsonWanted_ = readU32(std::string_view(head_).substr(4));
  blobWanted_ = readU32(std::string_view(head_).substr(8));
  if (jsonWanted_ > maxJsonBytes) {
    fault_ = tooLong("text", "文本", jsonWanted_, maxJsonBytes);
  } else if (blobWanted_ > maxBlobBytes) {
    fault_ = tooLong("data", "数据", blobWanted_, maxBlobBytes);
  } else {
    growing_.json.reserve(jsonWanted_);
    growing_.blob.reserve(std::min(blobWanted_, reserveAtMost));
  }
}

std::optional<Frame> FrameDecoder::take() {
  if (whole_.empty()) return std::nullopt;
  Frame frame = std::move(whole_.front());
  whole_.pop_front();
  return frame;
}

}  // namespace fengsui::protocol
