// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace fengsui {

/// `fengsuictl model NAME --serve` as whoever asks sees it: lines in, lines out, and an end.
class ModelChild {
 public:
  using Json = nlohmann::json;
  using Milliseconds = std::chrono::milliseconds;

  ModelChild(const std::string& program, const std::string& name, const std::string& modules) {
    int in[2], out[2];
    if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0) return;
    ::signal(SIGPIPE, SIG_IGN);
    child_ = ::fork();
    if (child_ == 0) {
      ::dup2(in[0], STDIN_FILENO);
      ::dup2(out[1], STDOUT_FILENO);
      ::setenv("FENGSUI_MODULES", modules.c_str(), 1);
      ::execl(program.c_str(), program.c_str(), "--lang", "en", "model", name.c_str(), "--serve", nullptr);
      _exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    in_ = in[1];
    out_ = out[0];
  }
  ~ModelChild() {
    kill();
    ::close(out_);
  }
  ModelChild(const ModelChild&) = delete;
  ModelChild& operator=(const ModelChild&) = delete;

  void ask(const Json& ask) { write(ask.dump() + '\n'); }
  void write(const std::string& line) {
    if (::write(in_, line.data(), line.size()) < 0) ended_ = true;
  }
  void askNoMore() {
    if (in_ >= 0) ::close(in_);
    in_ = -1;
  }
  /// The next line that is no progress. @return nothing where none comes in time, or none will come: see ended().
  std::optional<Json> answer(Milliseconds patience = std::chrono::seconds(60)) {
    for (const auto limit = std::chrono::steady_clock::now() + patience;;) {
      const auto line = nextLine(limit);
      if (!line) return std::nullopt;
      Json json = Json::parse(*line, nullptr, false);
      if (!json.is_object()) return Json{{"garbage", *line}};
      if (json.value("answer", "") != "progress") return json;
      ++progress;
    }
  }
  /// Waits until a run says that it computes. @return false where it ends before.
  bool hasBegun(Milliseconds patience = std::chrono::seconds(60)) {
    const auto line = nextLine(std::chrono::steady_clock::now() + patience);
    return line && line->find("progress") != std::string::npos;
  }
  [[nodiscard]] bool ended() const { return ended_; }
  /// How it ended: "exit 1", "signal 11".
  std::string end() {
    askNoMore();
    int status = 0;
    if (child_ > 0) ::waitpid(child_, &status, 0);
    child_ = -1;
    return WIFSIGNALED(status) ? "signal " + std::to_string(WTERMSIG(status))
                               : "exit " + std::to_string(WEXITSTATUS(status));
  }
  /// What whoever asks does when a child does not hear. @return how it ended.
  std::string kill() {
    if (child_ > 0) ::kill(child_, SIGKILL);
    return child_ > 0 ? end() : "";
  }

  int progress = 0;  ///< how many lines of it were passed over

 private:
  std::optional<std::string> nextLine(std::chrono::steady_clock::time_point limit) {
    for (;;) {
      if (const auto end = text_.find('\n'); end != std::string::npos) {
        std::string line = text_.substr(0, end);
        text_.erase(0, end + 1);
        return line;
      }
      const auto left = std::chrono::ceil<Milliseconds>(limit - std::chrono::steady_clock::now()).count();
      pollfd one{out_, POLLIN, 0};
      if (left <= 0 || ::poll(&one, 1, static_cast<int>(left)) <= 0) return std::nullopt;
      char buffer[4096];
      const auto size = ::read(out_, buffer, sizeof buffer);
      if (size <= 0) {
        ended_ = true;
        return std::nullopt;
      }
      text_.append(buffer, static_cast<std::size_t>(size));
    }
  }

  pid_t child_ = -1;
  int in_ = -1;
  int out_ = -1;
  bool ended_ = false;
  std::string text_;
};

}  // namespace fengsui
