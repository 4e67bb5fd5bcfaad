// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connection.h"

#include <utility>

#include "protocol/handshake.h"

namespace fengsui::engine {

namespace {

constexpr int retryMs = 100;
constexpr int retries = 20;

}  // namespace

Connection::Connection(QString socketName, std::string token, const Activity& activity, Callbacks callbacks)
    : socketName_(std::move(socketName)),
      token_(std::move(token)),
      activity_(activity),
      callbacks_(std::move(callbacks)),
      socket_(this),
      retry_(this) {
  retry_.setSingleShot(true);
  retry_.setInterval(retryMs);
  connect(&retry_, &QTimer::timeout, this, [this] { open(); });
  connect(&socket_, &QLocalSocket::connected, this, [this] { connected(); });
  connect(&socket_, &QLocalSocket::disconnected, this, [this] { disconnected(); });
  connect(&socket_, &QLocalSocket::readyRead, this, [this] { readyRead(); });
  connect(&socket_, &QLocalSocket::errorOccurred, this, [this] {
    if (socket_.state() == QLocalSocket::UnconnectedState) disconnected();
  });
}

void Connection::open() {
  if (socket_.state() == QLocalSocket::UnconnectedState) socket_.connectToServer(socketName_);
}

void Connection::connected() {
  ++number_;
  retriesLeft_ = retries;
  greeted_ = false;
  closing_ = false;
  decoder_ = {};
  write(protocol::Hello{protocol::protocolVersion, "fengsui-mapengine", FENGSUI_VERSION, token_});
}

void Connection::disconnected() {
  if (retry_.isActive()) return;
  if (std::exchange(greeted_, false)) callbacks_.lost();
  if (retriesLeft_ <= 0) {
    callbacks_.gone();
    return;
  }
  --retriesLeft_;
  retry_.start();
}

void Connection::readyRead() {
  const QByteArray bytes = socket_.readAll();
  if (closing_) return;
  decoder_.feed(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
  while (auto frame = decoder_.take()) {
    take(std::move(*frame));
    if (closing_) return;
  }
  if (decoder_.fault()) fail(*decoder_.fault());
}

void Connection::take(protocol::Frame frame) {
  auto message = protocol::decode(std::move(frame));
  if (!message) {
    fail(message.error());
  } else if (!greeted_) {
    greet(*message);
  } else if (const auto* ping = std::get_if<protocol::Ping>(&*message)) {
    write(protocol::Pong{ping->number, activity_.what(), activity_.sinceMs()});
  } else {
    callbacks_.received(number_, std::move(*message));
  }
}

void Connection::greet(const protocol::Message& message) {
  const auto* hello = std::get_if<protocol::Hello>(&message);
  if (!hello) {
    fail({ErrorCode::invalid, {"the first message must be hello", "第一条消息必须是 hello"}, {}, {}});
    return;
  }
  if (const auto outcome = protocol::checkHello(*hello, token_); !outcome) {
    fail(outcome.error());
    return;
  }
  greeted_ = true;
}

void Connection::fail(const Error& error) {
  closing_ = true;
  write(protocol::Failure{0, error});
  socket_.disconnectFromServer();  // after what was written has gone out
}

void Connection::send(int connection, protocol::Message message) {
  if (connection == number_ && greeted_ && !closing_) write(std::move(message));
}

void Connection::write(protocol::Message message) {
  const protocol::Frame frame = protocol::encode(std::move(message));
  const auto head = protocol::frameHead(frame);
  if (!head) {
    // Only a project of absurd size gets here; the client learns why its answer is missing.
    const auto sorry = protocol::frameHead(protocol::encode(protocol::Failure{0, head.error()}));
    if (sorry) socket_.write(sorry->data(), static_cast<qint64>(sorry->size()));
    return;
  }
  socket_.write(head->data(), static_cast<qint64>(head->size()));
  socket_.write(reinterpret_cast<const char*>(frame.blob.data()), static_cast<qint64>(frame.blob.size()));
}

}  // namespace fengsui::engine
