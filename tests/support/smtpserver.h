// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace fengsui {

/// A mail server of this computer for one test: it takes messages, refuses recipients, or says nothing at all.
class SmtpServer {
 public:
  enum class Manner { takes, refusesRecipients, saysNothing };

  explicit SmtpServer(Manner manner = Manner::takes) : manner_(manner) {
    listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::bind(listening_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    EXPECT_EQ(::listen(listening_, 8), 0);
    socklen_t size = sizeof address;
    EXPECT_EQ(::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size), 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~SmtpServer() {
    ending_ = true;
    thread_.join();
    ::close(listening_);
  }
  SmtpServer(const SmtpServer&) = delete;
  SmtpServer& operator=(const SmtpServer&) = delete;

  [[nodiscard]] int port() const { return port_; }
  /// The messages that it took, as they came, and the commands before them.
  [[nodiscard]] std::vector<std::string> messages() const {
    const std::lock_guard lock(mutex_);
    return messages_;
  }
  [[nodiscard]] std::string commands() const {
    const std::lock_guard lock(mutex_);
    return commands_;
  }

 private:
  bool readable(int socket) const {
    while (!ending_) {
      pollfd wait{socket, POLLIN, 0};
      if (::poll(&wait, 1, 20) > 0) return true;
    }
    return false;
  }

  void serve() {
    while (readable(listening_)) {
      const int client = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
      if (client < 0) continue;
      talk(client);
      ::close(client);
    }
  }

  void talk(int client) {
    const auto say = [&](const char* line) { (void)!::write(client, line, std::char_traits<char>::length(line)); };
    if (manner_ != Manner::saysNothing) say("220 test\r\n");
    std::string unread, message;
    bool inMessage = false;
    char buffer[4096];
    while (readable(client)) {
      const auto size = ::read(client, buffer, sizeof buffer);
      if (size <= 0) return;
      if (manner_ == Manner::saysNothing) continue;
      unread.append(buffer, static_cast<std::size_t>(size));
      for (std::size_t end = 0; (end = unread.find("\r\n")) != std::string::npos; unread.erase(0, end + 2)) {
        const std::string line = unread.substr(0, end);
        const std::lock_guard lock(mutex_);
        if (inMessage) {
          if (line != ".") {
            message += line + '\n';
            continue;
          }
          messages_.push_back(std::exchange(message, {}));
          inMessage = false;
          say("250 taken\r\n");
          continue;
        }
        commands_ += line + '\n';
        if (line.starts_with("DATA")) {
          inMessage = true;
          say("354 go on\r\n");
        } else if (line.starts_with("RCPT") && manner_ == Manner::refusesRecipients) {
          say("550 nobody of that name\r\n");
        } else if (line.starts_with("QUIT")) {
          say("221 bye\r\n");
        } else {
          say("250 fine\r\n");
        }
      }
    }
  }

  Manner manner_;
  int listening_ = -1;
  int port_ = 0;
  std::atomic<bool> ending_ = false;
  mutable std::mutex mutex_;
  std::vector<std::string> messages_;
  std::string commands_;
  std::thread thread_;
};

}  // namespace fengsui
