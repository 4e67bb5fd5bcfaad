// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>

#include "sdk/host/modules/obedient.h"

namespace fengsui {

// Never says what it is called.
class TestModule final : public ObedientModule {
 public:
  TestModule() : ObedientModule("silent") {}
  [[nodiscard]] Text title() const override {
    for (;;) ::pause();
  }
};

}  // namespace fengsui
