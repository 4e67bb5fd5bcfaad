// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/entities/order.h"
#include "core/result.h"

namespace fengsui {

/// What the QR code of a printed order says, so that a receipt that comes back on paper finds its order, and shows
/// whether what was printed is what the order says now.
///
/// Written as "FS1/ID/DIGEST/NUMBER".
struct OrderMark {
  Id<Order> order;
  std::string digest;  ///< of the content, 16 hexadecimal digits
  std::string number;

  bool operator==(const OrderMark&) const = default;
};

/// Number, words, signature and time limit count as content; what came back does not.
[[nodiscard]] OrderMark markOf(const Order& order);
[[nodiscard]] std::string textOf(const OrderMark& mark);
/// @return Error::invalid for what is not such a code.
[[nodiscard]] Result<OrderMark> readOrderMark(std::string_view text);

}  // namespace fengsui
