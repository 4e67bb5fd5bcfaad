// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "core/digest.h"
#include "core/result.h"
#include "gis/roads/roadgraph.h"

namespace fengsui {

/// The order of a network's nodes as it is kept beside its roads: seconds of work for a large city, a megabyte on the
/// disk.
///
/// Stored form: "FRDO1\n", then BLAKE2b-256 of this and the rest, then zstd of: keyOf() the roads, the number of nodes
/// and each node's rank, 32 bits little-endian. The 1 goes up when the form or the way in which an order is made
/// changes.

/// What an order belongs to: where the nodes are and which edges join them. Names, classes and speeds do not matter.
[[nodiscard]] Digest keyOf(const RoadGraph& graph);

/// Rank by node. Errors: notFound without a file, and for the order of other roads or of another version (stale);
/// damaged where the bytes are not those that were written; unreadable.
[[nodiscard]] Result<std::vector<std::uint32_t>> readNodeOrder(const std::filesystem::path& file,
                                                               const RoadGraph& graph);

/// Appears whole or not at all; several programs may write the same at once. Errors: io with the reason.
[[nodiscard]] Outcome writeNodeOrder(const std::filesystem::path& file, const RoadGraph& graph,
                                     const std::vector<std::uint32_t>& ranks);

}  // namespace fengsui
