// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "cli/session.h"

namespace fengsui {

/// Takes of the results of a run what is named: "orders" become drafts that somebody still has to sign, "closures" are
/// entered. What is there already is left as it is.
void acceptAdvice(Session& session, const std::string& module, const std::string& folder,
                  const std::vector<std::string>& what);

}  // namespace fengsui
