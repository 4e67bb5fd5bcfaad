// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

#include "sdk/hazardmodule.h"

namespace fengsui {

/// Answers asks (protocol/modulemessages.h) until there are no more: the life of the child in which a module runs.
///
/// One run at a time, on a thread of its own, so that a wish to stop is heard; when whoever asks has gone, it stops.
void serveModule(const HazardModule& module, std::istream& asks, std::ostream& answers);

}  // namespace fengsui
