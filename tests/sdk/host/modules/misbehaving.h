// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <new>
#include <stdexcept>
#include <thread>

#include "sdk/host/modules/obedient.h"

namespace fengsui {

// Does what its setting "how" says, each a fault that a module may have.
class TestModule final : public ObedientModule {
 public:
  TestModule() : ObedientModule("misbehaving") {}

  [[nodiscard]] Result<std::vector<ScenarioProposal>> propose(const Surroundings&) const override {
    throw std::out_of_range("propose: no such gauge");
  }

  [[nodiscard]] Result<Forecast> run(const RunRequest& request, const std::stop_token& stop,
                                     const TellProgress& tell) const override {
    using namespace std::chrono_literals;
    const std::string how = request.settings.text("how");
    if (tell) tell({0, {"computing", "计算中"}});
    if (how == "throw") throw std::runtime_error("matrix is singular");
    if (how == "throw-text") throw "a text";
    if (how == "memory") throw std::bad_alloc();
    if (how == "crash") {
      std::signal(SIGSEGV, SIG_DFL);
      std::raise(SIGSEGV);
    }
    if (how == "hang")
      for (;;) ::pause();
    if (how == "outside") {
      std::ofstream("beside-the-results.txt") << "here";
      std::ofstream(std::filesystem::temp_directory_path() / "left-behind.tmp") << "there";
    }
    if (how == "chat") {
      std::cout << "step 1 of 7\n" << std::flush;
      std::printf("{\"id\": 1, \"answer\": \"done\", \"result\": {\"folder\": \"/\"}}\n");
      std::fflush(stdout);
    }
    if (how == "slow-stop") {
      if (tell) tell({0.01, {"computing", "计算中"}});
      for (const auto until = std::chrono::steady_clock::now() + 20s; std::chrono::steady_clock::now() < until;) {
        std::this_thread::sleep_for(10ms);
        if (stop.stop_requested()) {
          std::this_thread::sleep_for(700ms);
          return failure(ErrorCode::refused, {"it was stopped", "已停止"});
        }
      }
    }
    static std::atomic<std::uint16_t> runs = 0;
    return leave(request, tell, how == "random" ? static_cast<std::uint16_t>(20 + ++runs) : std::uint16_t{30});
  }
};

}  // namespace fengsui
