// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/printed.h"

namespace fengsui {

enum class Telephones { left_out, printed };

/// Who has not said a call-out back (叫应未回应名单), A4, most people at risk first, with boxes to tick for whoever
/// rings or goes there without a computer. Telephones are on it only where somebody asks for them, and then it says
/// that it is to be given back.
///
/// Thread: any, after Typesetting. Errors: notFound without a font.
[[nodiscard]] Result<Printed> printCallout(const Situation& s, const Callout& callout, Telephones telephones,
                                           const PrintWish& wish);

}  // namespace fengsui
