// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/textencoding.h"

#include <iconv.h>

#include <algorithm>
#include <cerrno>

namespace fengsui {
namespace {

struct Conversion {
  std::string utf8;
  std::optional<std::size_t> badByte;
  bool known = true;
};

Conversion convert(std::string_view bytes, const std::string& encoding) {
  Conversion out;
  const iconv_t state = iconv_open("UTF-8", encoding.c_str());
  // iconv says "no such encoding" with the pointer value -1.
  if (reinterpret_cast<std::intptr_t>(state) == -1) {
    out.known = false;
    return out;
  }
  std::string source(bytes);
  char* in = source.data();
  std::size_t left = source.size();
  std::string buffer(64 * 1024, '\0');
  while (left > 0) {
    char* to = buffer.data();
    std::size_t room = buffer.size();
    const std::size_t status = iconv(state, &in, &left, &to, &room);
    out.utf8.append(buffer.data(), buffer.size() - room);
    if (status == static_cast<std::size_t>(-1) && errno != E2BIG) {
      out.badByte = source.size() - left;
      break;
    }
  }
  iconv_close(state);
  return out;
}

std::size_t sequenceLength(std::string_view rest) {
  const auto byte = [&](std::size_t i) { return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0u; };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xc0) == 0x80; };
  if (byte(0) < 0x80) return 1;
  if (byte(0) >= 0xc2 && byte(0) < 0xe0) return follows(1) ? 2 : 0;
  if (byte(0) >= 0xe0 && byte(0) < 0xf0) {
    if (!follows(1) || !follows(2)) return 0;
    if (byte(0) == 0xe0 && byte(1) < 0xa0) return 0;
    if (byte(0) == 0xed && byte(1) > 0x9f) return 0;
    return 3;
  }
  if (byte(0) >= 0xf0 && byte(0) < 0xf5) {
    if (!follows(1) || !follows(2) || !follows(3)) return 0;
    if (byte(0) == 0xf0 && byte(1) < 0x90) return 0;
    if (byte(0) == 0xf4 && byte(1) > 0x8f) return 0;
    return 4;
  }
  return 0;
}

struct Utf8Look {
  std::size_t sequences = 0;  // characters of more than one byte
  std::size_t broken = 0;
  std::size_t firstBroken = 0;
};

Utf8Look lookAsUtf8(std::string_view bytes) {
  Utf8Look look;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = sequenceLength(bytes.substr(i));
    if (length == 0) {
      if (look.broken++ == 0) look.firstBroken = i;
      ++i;
    } else {
      if (length > 1) ++look.sequences;
      i += length;
    }
  }
  return look;
}

// In Western text an accented letter stands between plain ones; in Chinese text high bytes come in runs.
bool highBytesStandAlone(std::string_view bytes) {
  std::size_t alone = 0;
  std::size_t high = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) continue;
    ++high;
    const bool before = i > 0 && static_cast<unsigned char>(bytes[i - 1]) >= 0x80;
    const bool after = i + 1 < bytes.size() && static_cast<unsigned char>(bytes[i + 1]) >= 0x80;
    if (!before && !after) ++alone;
  }
  return high > 0 && alone * 10 >= high * 9;
}

bool isBinary(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\r' && c != '\n' && c != '\f' && c != '\v') || byte == 0x7f;
  });
}

int lineOf(std::string_view bytes, std::size_t at) {
  return 1 + static_cast<int>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::string canonicalName(std::string_view asked) {
  std::string name;
  for (const char c : asked) {
    if (c == ' ' || c == '_') continue;
    name += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  for (const auto chinese : {"GBK", "GB2312", "CP936", "936", "MS936", "GB-18030", "GB18030", "EUC-CN", "ANSI"})
    if (name == chinese) return "GB18030";
  if (name == "UTF8" || name == "UTF-8-BOM" || name == "UTF8BOM" || name == "UTF-8-SIG") return "UTF-8";
  if (name == "CP1252" || name == "1252") return "WINDOWS-1252";
  if (name == "LATIN1" || name == "ISO8859-1") return "ISO-8859-1";
  return name;
}

tl::unexpected<Error> notText() {
  return failure(ErrorCode::unreadable, {"this is not a text file", "这不是文本文件"},
                 {"export it from the spreadsheet as .xlsx or as CSV UTF-8",
                  "请在电子表格中另存为 .xlsx 或“CSV UTF-8”"});
}

tl::unexpected<Error> doesNotFit(const std::string& encoding, int line) {
  return failure(Error{ErrorCode::unreadable,
                       {"line " + std::to_string(line) + " is not " + encoding + " text",
                        "第 " + std::to_string(line) + " 行不是 " + encoding + " 编码的文字"},
                       {"name the encoding (UTF-8, GB18030, BIG5, UTF-16LE), or save the file as CSV UTF-8",
                        "请指明编码（UTF-8、GB18030、BIG5、UTF-16LE），或另存为“CSV UTF-8”"},
                       {{}, line, 0, {}, {}}});
}

Result<DecodedText> decodeAs(std::string_view bytes, const std::string& encoding) {
  if (encoding == "UTF-8") {
    const Utf8Look look = lookAsUtf8(bytes);
    if (look.broken > 0) return doesNotFit("UTF-8", lineOf(bytes, look.firstBroken));
    if (isBinary(bytes)) return notText();
    return DecodedText{std::string(bytes), encoding, std::nullopt};
  }
  Conversion done = convert(bytes, encoding);
  if (!done.known)
    return failure(ErrorCode::invalid,
                   {"there is no text encoding \"" + encoding + "\"", "没有名为“" + encoding + "”的文字编码"},
                   {"known are UTF-8, GB18030 (also for GBK and GB2312), BIG5, UTF-16LE, ISO-8859-1",
                    "可用 UTF-8、GB18030（含 GBK、GB2312）、BIG5、UTF-16LE、ISO-8859-1"});
  if (done.badByte) return doesNotFit(encoding, lineOf(bytes, *done.badByte));
  if (isBinary(done.utf8)) return notText();
  return DecodedText{std::move(done.utf8), encoding, std::nullopt};
}

// Every second byte of UTF-16 text with digits and separators is zero.
std::string utf16WithoutMark(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 1024);
  std::size_t evenZeros = 0;
  std::size_t oddZeros = 0;
  for (std::size_t i = 0; i < head.size(); ++i)
    if (head[i] == '\0') ++(i % 2 == 0 ? evenZeros : oddZeros);
  if (oddZeros * 10 > head.size() && evenZeros == 0) return "UTF-16LE";
  if (evenZeros * 10 > head.size() && oddZeros == 0) return "UTF-16BE";
  return {};
}

DecodedText assumed(DecodedText text, Text why) {
  text.note = std::move(why);
  return text;
}

}  // namespace

bool isUtf8(std::string_view bytes) { return lookAsUtf8(bytes).broken == 0; }

std::optional<std::string> toUtf8(std::string_view bytes, const std::string& encoding) {
  auto text = decodeAs(bytes, canonicalName(encoding));
  if (!text) return std::nullopt;
  return std::move(text->utf8);
}

Result<DecodedText> decodeText(std::string_view bytes, std::string_view encoding) {
  const bool utf8Mark = bytes.starts_with("\xef\xbb\xbf");
  const std::string asked = canonicalName(encoding);
  if (utf8Mark && (asked.empty() || asked == "UTF-8")) return decodeAs(bytes.substr(3), "UTF-8");
  if (bytes.starts_with("\xff\xfe") && (asked.empty() || asked.starts_with("UTF-16")))
    return decodeAs(bytes.substr(2), "UTF-16LE");
  if (bytes.starts_with("\xfe\xff") && (asked.empty() || asked.starts_with("UTF-16")))
    return decodeAs(bytes.substr(2), "UTF-16BE");
  if (!asked.empty()) return decodeAs(bytes, asked);

  if (const std::string wide = utf16WithoutMark(bytes); !wide.empty()) return decodeAs(bytes, wide);
  const Utf8Look look = lookAsUtf8(bytes);
  // UTF-8 with a slip in it usually also decodes as GB18030, into nonsense: better to say where the slip is.
  if (look.broken == 0 || look.sequences > 10 * look.broken) return decodeAs(bytes, "UTF-8");
  if (highBytesStandAlone(bytes)) {
    auto western = decodeAs(bytes, "WINDOWS-1252");
    if (western)
      return assumed(std::move(*western), {"read as Western European text (Windows-1252)", "按西欧文字（Windows-1252）读取"});
  }
  auto chinese = decodeAs(bytes, "GB18030");
  if (!chinese) return chinese;
  return assumed(std::move(*chinese), {"read as GB18030 (GBK) text", "按 GB18030（GBK）编码读取"});
}

}  // namespace fengsui
