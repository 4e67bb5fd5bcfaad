// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "core/situation.h"
#include "plans/checklist.h"
#include "sdk/advice.h"

namespace fengsui {

/// What somebody takes of an advice: drafts that nobody has signed.
struct AcceptedOrders {
  std::vector<Order> drafts;
  std::size_t known = 0;  ///< there already as a draft or issued, word for word
};
/// An order belongs to the line of a running response of its plan where there is one; the reasons stand in its words.
///
/// Thread: any; pure but for @p newId.
[[nodiscard]] AcceptedOrders acceptedOrders(const Advice& advice, const Situation& situation, const NewId& newId);

struct AcceptedClosures {
  std::vector<RoadClosure> closures;
  std::size_t known = 0;  ///< entered already: the same road, for the same time
};
/// Closures that are still ahead at @p now. Thread: any; pure but for @p newId.
[[nodiscard]] AcceptedClosures acceptedClosures(const Advice& advice, const Situation& situation, const NewId& newId,
                                                Instant now);

}  // namespace fengsui
