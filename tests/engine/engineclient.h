// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "protocol/handshake.h"
#include "protocol/messages.h"

namespace fengsui::test {

using namespace std::chrono_literals;
using Wait = std::chrono::milliseconds;

/// A folder that is gone after the test.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// What the desktop does, without Qt: listens, starts the engine, talks to it.
class EngineClient {
 public:
  /// @param environment added to that of the test.
  explicit EngineClient(const std::map<std::string, std::string>& environment = {});
  ~EngineClient();
  EngineClient(const EngineClient&) = delete;
  EngineClient& operator=(const EngineClient&) = delete;

  /// Waits for the engine to connect. @return its hello.
  [[nodiscard]] std::optional<protocol::Hello> accept(Wait wait = 20s);
  /// accept() and a proper hello in answer.
  [[nodiscard]] bool greet();

  void send(protocol::Message message);
  void sendBytes(const std::string& bytes);
  [[nodiscard]] std::optional<protocol::Message> receive(Wait wait = 30s);
  /// The next message of this type; others are dropped.
  template <class Wanted>
  [[nodiscard]] std::optional<Wanted> receiveA(Wait wait = 30s) {
    const auto until = std::chrono::steady_clock::now() + wait;
    while (std::chrono::steady_clock::now() < until) {
      auto message = receive(std::chrono::duration_cast<Wait>(until - std::chrono::steady_clock::now()));
      if (!message) return std::nullopt;
      if (auto* wanted = std::get_if<Wanted>(&*message)) return std::move(*wanted);
    }
    return std::nullopt;
  }
  /// Whether the engine closes the connection.
  [[nodiscard]] bool ended(Wait wait = 5s);
  void hangUp();
  void stopListening();

  /// Whether the process ends by itself. @return its exit code.
  [[nodiscard]] std::optional<int> exited(Wait wait);
  [[nodiscard]] bool running() { return !exited(0ms); }
  [[nodiscard]] const std::string& token() const { return token_; }

 private:
  TempFolder folder_;
  std::string token_ = protocol::newToken();
  int listener_ = -1;
  int socket_ = -1;
  pid_t engine_ = -1;
  std::optional<int> exitCode_;
  protocol::FrameDecoder decoder_;
};

/// Runs the engine once with arguments. @return its exit code; output is what it said on both channels.
int runEngine(const std::vector<std::string>& arguments, std::string& output);

}  // namespace fengsui::test
