// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantity.h"

namespace fengsui {

Result<Quantity> Quantity::parse(std::string_view text) {
  constexpr std::int64_t limit = 9'000'000'000'000;
  std::int64_t whole = 0;
  std::int64_t thousandths = 0;
  int digits = 0;
  int decimals = -1;
  int sinceComma = -1;
  bool good = true;
  const bool negative = !text.empty() && text.front() == '-';
  for (const char c : text.substr(negative ? 1 : 0)) {
    if (c >= '0' && c <= '9') {
      ++digits;
      if (decimals < 0) {
        whole = whole * 10 + (c - '0');
        if (sinceComma >= 0 && ++sinceComma > 3) good = false;
        if (whole > limit) good = false, whole = 0;
      } else if (++decimals <= 3) {
        thousandths = thousandths * 10 + (c - '0');
      } else if (c != '0') {
        good = false;
      }
    } else if (c == '.' && decimals < 0 && (sinceComma < 0 || sinceComma == 3)) {
      decimals = 0;
    } else if (c == ',' && decimals < 0 && digits > 0 && (sinceComma < 0 ? digits <= 3 : sinceComma == 3)) {
      sinceComma = 0;
    } else {
      good = false;
    }
  }
  // "2,5" may well be two and a half; read as a thousands mark it would be twenty-five.
  if (decimals < 0 && sinceComma >= 0 && sinceComma != 3) good = false;
  if (!good || digits == 0)
    return failure(ErrorCode::invalid,
                   {"\"" + std::string(text) + "\" is not an amount", "“" + std::string(text) + "”不是数量"},
                   {"write a number with at most three decimals", "请写数字，最多三位小数"});
  for (int i = decimals < 0 ? 0 : decimals; i < 3; ++i) thousandths *= 10;
  const auto milli = whole * 1000 + thousandths;
  return Quantity{negative ? -milli : milli};
}

std::string Quantity::text() const {
  const auto size = milli < 0 ? 0 - static_cast<std::uint64_t>(milli) : static_cast<std::uint64_t>(milli);
  std::string out = (milli < 0 ? "-" : "") + std::to_string(size / 1000);
  if (auto rest = size % 1000; rest != 0) {
    std::string decimals = std::to_string(1000 + rest).substr(1);
    while (decimals.back() == '0') decimals.pop_back();
    out += '.' + decimals;
  }
  return out;
}

}  // namespace fengsui
