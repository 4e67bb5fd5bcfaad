// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/printed.h"

namespace fengsui {

/// How the checklist of a response stands at a moment, A4 across: by phase, each line with its owner, time limit,
/// state, orders, and room to write by hand while the desk is dark.
///
/// Thread: any, after Typesetting. Errors: notFound without a font.
[[nodiscard]] Result<Printed> printChecklist(const Situation& s, const Response& response, const PrintWish& wish);

}  // namespace fengsui
