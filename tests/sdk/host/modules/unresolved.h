// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sdk/host/modules/obedient.h"

namespace fengsui {

// Nobody defines it: a module that was linked against a library that is not there.
void solveWhatNobodyCanSolve();

class TestModule final : public ObedientModule {
 public:
  TestModule() : ObedientModule("unresolved") {}
  [[nodiscard]] Result<Forecast> run(const RunRequest& request, const std::stop_token&,
                                     const TellProgress& tell) const override {
    solveWhatNobodyCanSolve();
    return leave(request, tell, 30);
  }
};

}  // namespace fengsui
