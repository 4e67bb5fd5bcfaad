// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineclient.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>
#include <span>
#include <thread>

namespace fengsui::test {

namespace {

bool readable(int descriptor, Wait wait) {
  pollfd poll{descriptor, POLLIN, 0};
  return ::poll(&poll, 1, static_cast<int>(wait.count())) > 0;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

}  // namespace

TempFolder::TempFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "fengsui-test-XXXXXX").string();
  path_ = mkdtemp(pattern.data());
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

EngineClient::EngineClient(const std::map<std::string, std::string>& environment) {
  const std::string path = (folder_.path() / "engine").string();
  listener_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, path.c_str(), sizeof(address.sun_path) - 1);
  if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) std::abort();
  ::listen(listener_, 4);

  std::vector<std::string> arguments{FENGSUI_ENGINE, "--socket", path};
  // An engine that is killed cannot tidy up; with a profile of ours nothing stays behind.
  if (!environment.contains("TMPDIR")) {
    arguments.insert(arguments.end(), {"--profile", (folder_.path() / "profile").string()});
  }
  auto argv = pointers(arguments);
  engine_ = ::fork();
  if (engine_ == 0) {
    for (const auto& [name, value] : environment) ::setenv(name.c_str(), value.c_str(), 1);
    ::setenv(protocol::tokenVariable, token_.c_str(), 1);
    ::execv(FENGSUI_ENGINE, argv.data());
    ::_exit(127);
  }
}

EngineClient::~EngineClient() {
  hangUp();
  stopListening();
  if (!exitCode_) {
    ::kill(engine_, SIGKILL);
    ::waitpid(engine_, nullptr, 0);
  }
}

std::optional<protocol::Hello> EngineClient::accept(Wait wait) {
  if (!readable(listener_, wait)) return std::nullopt;
  socket_ = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
  decoder_ = {};
  return receiveA<protocol::Hello>(wait);
}

bool EngineClient::greet() {
  const auto hello = accept();
  if (!hello || !protocol::checkHello(*hello, token_)) return false;
  send(protocol::Hello{protocol::protocolVersion, "test", "0", token_});
  return true;
}

void EngineClient::send(protocol::Message message) {
  sendBytes(*protocol::frameBytes(protocol::encode(std::move(message))));
}

void EngineClient::sendBytes(const std::string& bytes) {
  for (std::size_t sent = 0; sent < bytes.size();) {
    const auto more = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (more <= 0) return;
    sent += static_cast<std::size_t>(more);
  }
}

std::optional<protocol::Message> EngineClient::receive(Wait wait) {
  const auto until = std::chrono::steady_clock::now() + wait;
  std::vector<std::byte> buffer(1 << 20);
  while (true) {
    if (auto frame = decoder_.take()) {
      auto message = protocol::decode(std::move(*frame));
      return message ? std::optional(std::move(*message)) : std::nullopt;
    }
    const auto left = std::chrono::duration_cast<Wait>(until - std::chrono::steady_clock::now());
    if (socket_ < 0 || !readable(socket_, std::max(left, 0ms))) return std::nullopt;
    const auto got = ::recv(socket_, buffer.data(), buffer.size(), 0);
    if (got <= 0) return std::nullopt;
    decoder_.feed(std::span(buffer).first(static_cast<std::size_t>(got)));
  }
}

bool EngineClient::ended(Wait wait) {
  const auto until = std::chrono::steady_clock::now() + wait;
  std::array<char, 4096> buffer;
  while (std::chrono::steady_clock::now() < until) {
    if (!readable(socket_, 100ms)) continue;
    if (::recv(socket_, buffer.data(), buffer.size(), 0) <= 0) return true;
  }
  return false;
}

void EngineClient::hangUp() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
}

void EngineClient::stopListening() {
  if (listener_ >= 0) ::close(listener_);
  listener_ = -1;
}

std::optional<int> EngineClient::exited(Wait wait) {
  const auto until = std::chrono::steady_clock::now() + wait;
  while (!exitCode_) {
    int status = 0;
    if (::waitpid(engine_, &status, WNOHANG) == engine_) {
      exitCode_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    } else if (std::chrono::steady_clock::now() >= until) {
      break;
    } else {
      std::this_thread::sleep_for(20ms);
    }
  }
  return exitCode_;
}

int runEngine(const std::vector<std::string>& arguments, std::string& output) {
  std::string command = FENGSUI_ENGINE;
  for (const std::string& argument : arguments) command += " '" + argument + "'";
  FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  std::array<char, 4096> buffer;
  output.clear();
  while (const auto got = std::fread(buffer.data(), 1, buffer.size(), pipe)) output.append(buffer.data(), got);
  const int status = ::pclose(pipe);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace fengsui::test
