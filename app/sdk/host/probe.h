// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

#include "sdk/host/modulefolder.h"

namespace fengsui {

/// Loads a module in a child of this process and asks what it is: what metadata cannot show. The child is ended.
///
/// Thread: only in a program that has no other thread; waits as long as @p patience.
/// @return why it cannot be used: the trouble of the entry, what the loader says, the signal that ended it, silence.
[[nodiscard]] std::optional<Error> probeModule(const ModuleEntry& entry, std::chrono::milliseconds patience);

}  // namespace fengsui
