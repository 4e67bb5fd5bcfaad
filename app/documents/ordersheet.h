// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/entities/order.h"
#include "documents/printed.h"

namespace fengsui {

enum class PrintFor { responsible, everybody };

/// Orders on paper (派单, A5): a sheet for each of those who answer for it, or for each addressee. The QR code carries
/// the order's mark (ordermark.h). What a district keeps to itself stays away: attempts to reach people, their
/// telephones; the order's own two contacts are on it.
///
/// Thread: any, after Typesetting. Errors: notFound without a font or with nothing to print.
[[nodiscard]] Result<Printed> printOrders(const std::vector<const Order*>& orders, PrintFor who, const PrintWish& wish);

/// The recall of an order that was issued (撤回通知, A5), a sheet for each who had it; @p instead: the numbers of the
/// orders that were given for it.
/// Errors: refused for an order that stands.
[[nodiscard]] Result<Printed> printRecall(const Order& order, const std::vector<std::string>& instead,
                                          const PrintWish& wish);

}  // namespace fengsui
