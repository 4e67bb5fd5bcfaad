// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/handshake.h"

#include <random>

namespace fengsui::protocol {

std::string newToken() {
  static constexpr char digits[] = "0123456789abcdef";
  std::random_device random;
  std::string token;
  for (int word = 0; word < 8; ++word) {
    auto bits = random();
    for (int digit = 0; digit < 8; ++digit, bits >>= 4U) token.push_back(digits[bits & 0xfU]);
  }
  return token;
}

Outcome checkHello(const Hello& theirs, const std::string& ourToken) {
  if (theirs.protocol != protocolVersion) {
    const auto they = std::to_string(theirs.protocol);
    const auto we = std::to_string(protocolVersion);
    return failure(ErrorCode::refused,
                   {theirs.program + " " + theirs.version + " speaks version " + they +
                        " of the map engine protocol, this program speaks version " + we,
                    theirs.program + " " + theirs.version + " 使用地图引擎协议第 " + they + " 版，本程序使用第 " + we +
                        " 版"},
                   {"install the desktop and the map engine from the same release", "请安装同一版本的桌面程序和地图引擎"});
  }
  if (theirs.token != ourToken) {
    return failure(ErrorCode::refused, {"the other end does not know the secret of this connection",
                                        "对端不知道本次连接的口令"});
  }
  return {};
}

}  // namespace fengsui::protocol
