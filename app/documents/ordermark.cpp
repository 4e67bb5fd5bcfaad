// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/ordermark.h"

#include "core/codec.h"
#include "core/digest.h"

namespace fengsui {
namespace {
constexpr std::string_view kStart = "FS1/";
constexpr std::size_t kIdLength = 36;
constexpr std::size_t kDigits = 16;
}  // namespace

OrderMark markOf(const Order& order) {
  Json content = {{"number", order.number}, {"brief", encode(order.brief)}, {"safety", encode(order.safetyFacts)}};
  if (order.issued) content["issued"] = encode(*order.issued);
  if (order.dueBy) content["dueBy"] = order.dueBy->ms;
  return {order.id, hex(blake2b(content.dump(-1, ' ', false, Json::error_handler_t::replace))).substr(0, kDigits),
          order.number};
}

std::string textOf(const OrderMark& mark) {
  return std::string(kStart) + mark.order.text() + "/" + mark.digest + "/" + mark.number;
}

Result<OrderMark> readOrderMark(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) text.remove_suffix(1);
  const auto no = [&] {
    return failure(
        ErrorCode::invalid,
        {"not the code of a printed order: \"" + std::string(text.substr(0, 80)) + "\"",
         "不是派单上的二维码内容：“" + std::string(text.substr(0, 80)) + "”"},
        {"scan the code at the top of the paper, or give the order's number", "请扫描派单右上角二维码，或输入单号"});
  };
  const std::size_t digest = kStart.size() + kIdLength + 1;
  if (!text.starts_with(kStart) || text.size() < digest + kDigits + 1 || text[digest - 1] != '/' ||
      text[digest + kDigits] != '/')
    return no();
  const auto id = Uuid::parse(text.substr(kStart.size(), kIdLength));
  if (!id) return no();
  return OrderMark{Id<Order>{*id}, std::string(text.substr(digest, kDigits)),
                   std::string(text.substr(digest + kDigits + 1))};
}

}  // namespace fengsui
