// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/host/probe.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

#include "core/codec.h"
#include "sdk/host/guarded.h"

namespace fengsui {
namespace {

using Clock = std::chrono::steady_clock;

Error trouble(const ModuleEntry& entry, Text message) {
  Error error{ErrorCode::unreadable, std::move(message), {}, {}};
  error.place.file = entry.file.string();
  return error;
}

// What the child says about itself: nothing, or why it cannot be used.
Outcome introduces(const ModuleEntry& entry) {
  const auto module = loadModule(entry);
  if (!module) return failure(module.error());
  const auto name = guarded([&] {
    const HazardModule& it = **module;
    const auto all = schemaOf(it.settings()).size() + it.title().en.size() + it.version().size() + it.hazards().size();
    return all == 0 ? std::string() : std::string(it.name());
  });
  if (!name) return failure(name.error());
  if (*name == entry.name) return {};
  return failure(trouble(entry, {"it calls itself \"" + *name + "\", its metadata \"" + entry.name + "\"",
                                 "模块自称“" + *name + "”，元数据为“" + entry.name + "”"}));
}

[[noreturn]] void introduceIn(int end, const ModuleEntry& entry) {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  if (const int nowhere = ::open("/dev/null", O_RDWR); nowhere >= 0)
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, stream);
  const Outcome said = introduces(entry);
  Json line = Json::object();
  if (!said) line = {{"en", said.error().message.en}, {"zh", said.error().message.zh}};
  const std::string text = line.dump(-1, ' ', false, Json::error_handler_t::replace);
  _exit(::write(end, text.data(), text.size()) == static_cast<ssize_t>(text.size()) ? 0 : 1);
}

// Everything until the other end is closed. @return nothing where that does not happen in time.
std::optional<std::string> readUntil(int end, Clock::time_point limit) {
  std::string out;
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(limit - Clock::now()).count();
    pollfd one{end, POLLIN, 0};
    const int ready = left > 0 ? ::poll(&one, 1, static_cast<int>(left)) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return std::nullopt;
    char buffer[4096];
    const auto size = ::read(end, buffer, sizeof buffer);
    if (size <= 0) return out;
    out.append(buffer, static_cast<std::size_t>(size));
  }
}

}  // namespace

std::optional<Error> probeModule(const ModuleEntry& entry, std::chrono::milliseconds patience) {
  if (entry.trouble) return entry.trouble;
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return trouble(entry, {"no child can be started", "无法启动子进程"});
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    introduceIn(ends[1], entry);
  }
  ::close(ends[1]);
  if (child < 0) {
    ::close(ends[0]);
    return trouble(entry, {"no child can be started", "无法启动子进程"});
  }
  const auto said = readUntil(ends[0], Clock::now() + patience);
  ::close(ends[0]);
  if (!said) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!said) {
    const std::string ms = std::to_string(patience.count());
    return trouble(entry, {"it gives no answer within " + ms + " ms", "模块在 " + ms + " 毫秒内没有应答"});
  }
  const Json line = Json::parse(*said, nullptr, false);
  if (line.is_object()) {
    if (!line.contains("en")) return std::nullopt;
    return trouble(entry, {line.value("en", std::string()), line.value("zh", std::string())});
  }
  const std::string how = WIFSIGNALED(status) ? ::strsignal(WTERMSIG(status)) : std::to_string(WEXITSTATUS(status));
  return trouble(entry, {"its program ends when it is loaded: " + how, "加载时程序异常退出：" + how});
}

}  // namespace fengsui
