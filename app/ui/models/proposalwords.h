// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sdk/forecast.h"
#include "ui/boards/boardlist.h"

namespace fengsui {

/// A run that is proposed, as a row: what, why, and that it fills the form.
[[nodiscard]] BoardRow proposalRow(const ScenarioProposal& proposal);

}  // namespace fengsui
