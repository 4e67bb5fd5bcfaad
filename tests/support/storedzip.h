// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fengsui {

/// A ZIP archive whose parts are stored, not deflated: (name, content) pairs.
inline std::string storedZip(const std::vector<std::pair<std::string, std::string>>& parts) {
  const auto crcOf = [](std::string_view text) {
    std::uint32_t crc = 0xffffffffu;
    for (const char c : text) {
      crc ^= static_cast<unsigned char>(c);
      for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
    }
    return ~crc;
  };
  std::string out;
  std::string directory;
  const auto number = [](std::string& to, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) to += static_cast<char>(value >> (8 * i));
  };
  for (const auto& [name, text] : parts) {
    const std::size_t offset = out.size();
    std::string header;
    number(header, 20, 2), number(header, 0, 2), number(header, 0, 2), number(header, 0, 4);
    number(header, crcOf(text), 4), number(header, text.size(), 4), number(header, text.size(), 4);
    number(header, name.size(), 2), number(header, 0, 2);
    out += "PK\x03\x04" + header + name + text;
    directory += "PK\x01\x02";
    number(directory, 20, 2);
    directory += header;
    number(directory, 0, 2), number(directory, 0, 2), number(directory, 0, 2), number(directory, 0, 4);
    number(directory, offset, 4);
    directory += name;
  }
  const std::size_t start = out.size();
  out += directory + "PK\x05\x06";
  number(out, 0, 4), number(out, parts.size(), 2), number(out, parts.size(), 2), number(out, directory.size(), 4);
  number(out, start, 4), number(out, 0, 2);
  return out;
}

/// A workbook of one sheet with this XML.
inline std::string workbookWith(const std::string& sheet, const std::string& strings = "<sst/>") {
  return storedZip({{"xl/workbook.xml",
                     R"(<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="a"/></sheets></workbook>)"},
                    {"xl/_rels/workbook.xml.rels",
                     R"(<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/>)"
                     R"(<Relationship Id="b" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>)"},
                    {"xl/worksheets/sheet1.xml", sheet},
                    {"xl/sharedStrings.xml", strings}});
}

}  // namespace fengsui
