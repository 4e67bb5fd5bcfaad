// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>
#include <stdexcept>

#include "sdk/host/modules/obedient.h"

namespace fengsui {

class TestModule final : public ObedientModule {
 public:
  TestModule() : ObedientModule("plain") {}
};

inline void throwAtBirth() {
  throw std::runtime_error("no licence for this hazard");
}

}  // namespace fengsui
