// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/frame.h"

#include <gtest/gtest.h>

#include <random>

namespace fengsui::protocol {
namespace {

Blob blobOf(std::string_view text) {
  const auto bytes = std::as_bytes(std::span(text));
  return {bytes.begin(), bytes.end()};
}

std::string header(std::string_view magic, std::uint32_t json, std::uint32_t blob) {
  std::string out(magic);
  for (const auto length : {json, blob}) {
    for (unsigned shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>((length >> shift) & 0xffU));
  }
  return out;
}

std::span<const std::byte> bytesOf(const std::string& text) { return std::as_bytes(std::span(text)); }

TEST(Frame, LaysItsLengthsDownInLittleEndian) {
  const auto bytes = frameBytes({R"({"a":1})", blobOf("xyz")});
  ASSERT_TRUE(bytes);
  EXPECT_EQ(*bytes, header("FSE1", 7, 3) + R"({"a":1})" + "xyz");
}

TEST(Frame, IsTheSameAfterBeingCutAtEveryByte) {
  const Frame first{R"({"type":"ping"})", blobOf(std::string("\0\xff pixels", 9))};
  const Frame second{"{}", {}};
  const Frame empty{"", {}};
  const std::string stream = *frameBytes(first) + *frameBytes(second) + *frameBytes(empty) + *frameBytes(first);
  for (std::size_t cut = 0; cut <= stream.size(); ++cut) {
    FrameDecoder decoder;
    decoder.feed(bytesOf(stream).first(cut));
    decoder.feed(bytesOf(stream).subspan(cut));
    ASSERT_FALSE(decoder.fault()) << cut;
    EXPECT_EQ(decoder.take(), first) << cut;
    EXPECT_EQ(decoder.take(), second) << cut;
    EXPECT_EQ(decoder.take(), empty) << cut;
    EXPECT_EQ(decoder.take(), first) << cut;
    EXPECT_FALSE(decoder.take());
    EXPECT_TRUE(decoder.atBoundary());
  }
}

TEST(Frame, ArrivesByteByByte) {
  const Frame frame{R"({"x":"烽燧"})", blobOf("blob")};
  const std::string stream = *frameBytes(frame);
  FrameDecoder decoder;
  for (std::size_t i = 0; i < stream.size(); ++i) {
    EXPECT_FALSE(decoder.take());
    decoder.feed(bytesOf(stream).subspan(i, 1));
  }
  EXPECT_EQ(decoder.take(), frame);
}

TEST(Frame, ThatIsTruncatedIsNeverYielded) {
  const std::string stream = *frameBytes({R"({"type":"ping"})", blobOf("12345")});
  for (std::size_t length = 1; length < stream.size(); ++length) {
    FrameDecoder decoder;
    decoder.feed(bytesOf(stream).first(length));
    EXPECT_FALSE(decoder.take()) << length;
    EXPECT_FALSE(decoder.fault()) << length;
    EXPECT_FALSE(decoder.atBoundary()) << length;
  }
}

TEST(Frame, OfGarbageIsAFaultFromItsFirstByteForEver) {
  FrameDecoder decoder;
  decoder.feed(bytesOf("G"));
  ASSERT_TRUE(decoder.fault());
  EXPECT_EQ(decoder.fault()->code, ErrorCode::invalid);
  decoder.feed(bytesOf(*frameBytes({"{}", {}})));
  EXPECT_FALSE(decoder.take());
  EXPECT_TRUE(decoder.fault());
}

TEST(Frame, BeforeGarbageIsStillYielded) {
  const Frame good{"{}", {}};
  FrameDecoder decoder;
  decoder.feed(bytesOf(*frameBytes(good) + "GET / HTTP/1.1\r\n"));
  EXPECT_TRUE(decoder.fault());
  EXPECT_EQ(decoder.take(), good);
  EXPECT_FALSE(decoder.take());
}

TEST(Frame, LongerThanItsCapIsRefusedBeforeItsBytesArrive) {
  FrameDecoder text;
  text.feed(bytesOf(header("FSE1", (1U << 20U) + 1, 0)));
  ASSERT_TRUE(text.fault());
  FrameDecoder data;
  data.feed(bytesOf(header("FSE1", 2, (256U << 20U) + 1)));
  ASSERT_TRUE(data.fault());
  FrameDecoder largest;
  largest.feed(bytesOf(header("FSE1", 1U << 20U, 256U << 20U)));
  EXPECT_FALSE(largest.fault());

  EXPECT_FALSE(frameHead({std::string(maxJsonBytes + 1, ' '), {}}));
  EXPECT_TRUE(frameHead({std::string(maxJsonBytes, ' '), {}}));
}

TEST(Frame, DecoderSurvivesTenThousandRandomStreams) {
  std::mt19937 random(20260720);
  const std::string good = *frameBytes({R"({"type":"ping","number":1})", blobOf("abc")});
  for (int round = 0; round < 10'000; ++round) {
    std::string stream = good + good;
    for (int flips = 0; flips < 3; ++flips) stream[random() % stream.size()] = static_cast<char>(random());
    FrameDecoder decoder;
    for (std::size_t at = 0; at < stream.size();) {
      const auto piece = std::min<std::size_t>(1 + random() % 9, stream.size() - at);
      decoder.feed(bytesOf(stream).subspan(at, piece));
      at += piece;
    }
    while (decoder.take()) {
    }
  }
}

}  // namespace
}  // namespace fengsui::protocol
