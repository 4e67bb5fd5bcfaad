// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/situation.h"

namespace fengsui {

/// Who is meant by a name that somebody wrote whole: the post, team or place that has it, else an organisation.
///
/// Thread: any; pure. @return Error::ambiguous where several have it, Error::invalid where nothing is written.
[[nodiscard]] Result<Addressee> addresseeNamed(const Situation& s, const std::string& name);

}  // namespace fengsui
