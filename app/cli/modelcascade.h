// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/session.h"
#include "sdk/forecast.h"

namespace fengsui {

/// Runs that a forecast may lead to, each with its reasons, its settings and the command that would run it; why not
/// where its module is not there. The command writes beside @p out, never over it.
struct CascadeWords {
  std::string text;  ///< empty where it leads to nothing
  Json json = Json::array();
};

/// Thread: any; reads the folder of modules.
[[nodiscard]] CascadeWords cascadeWords(const Session& session, const Forecast& forecast, const std::string& out,
                                        const std::string& district);

}  // namespace fengsui
