// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

#include "sdk/hazardmodule.h"

namespace fengsui {

/// Answers asks (protocol/modulemessages.h) until there are no more: the life of the child in which a module runs.
///
/// One run at a time, on a thread of its own, so that a wish to stop is heard; when whoever asks has gone, it stops. An
/// exception of the module fails the ask and no other. @p answers: AnswersOut, so that nothing else is among them.
void serveModule(const HazardModule& module, std::istream& asks, std::ostream& answers);

/// The same for a module that cannot be loaded: each ask fails with why.
void refuseAsks(const Error& error, std::istream& asks, std::ostream& answers);

}  // namespace fengsui
