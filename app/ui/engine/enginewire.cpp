// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engine/enginewire.h"

#include <QCoreApplication>
#include <QLocalServer>
#include <QLocalSocket>
#include <chrono>
#include <span>
#include <utility>

#include "protocol/handshake.h"

namespace fengsui {
namespace {

qint64 nowMs() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

// The pixels as an image that owns them; nothing is copied. Ground has no holes, and is painted faster for it.
QImage imageOf(protocol::Rendered& rendered) {
  const auto format =
      rendered.lane == protocol::Lane::labels ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32;
  auto* pixels = new protocol::Blob(std::move(rendered.pixels));
  return {reinterpret_cast<const uchar*>(pixels->data()),
          rendered.widthPx,
          rendered.heightPx,
          4 * rendered.widthPx,
          format,
          [](void* owned) { delete static_cast<protocol::Blob*>(owned); },
          pixels};
}

Error engineEnded() {
  return {
      ErrorCode::io, {"the map engine has stopped and is being started again", "地图引擎已停止，正在重新启动"}, {}, {}};
}

}  // namespace

EngineWire::EngineWire(std::string token) : token_(std::move(token)) {
  hear();
}

EngineWire::~EngineWire() = default;

void EngineWire::hear() {
  heardMs_ = nowMs();
}

qint64 EngineWire::silentMs() const {
  return nowMs() - heardMs_;
}

void EngineWire::listen(const QString& name) {
  server_ = new QLocalServer(this);
  server_->setSocketOptions(QLocalServer::UserAccessOption);
  server_->setMaxPendingConnections(1);
  connect(server_, &QLocalServer::newConnection, this, &EngineWire::accept);
  if (!server_->listen(name)) {
    const std::string why = server_->errorString().toStdString();
    end({ErrorCode::io,
         {"no connection for the map engine can be made: " + why, "无法建立地图引擎连接：" + why},
         {},
         {}});
    return;
  }
  hear();
  emit listening();
}

void EngineWire::accept() {
  QLocalSocket* next = server_->nextPendingConnection();
  if (!next) return;
  if (socket_) {
    // One engine, one connection; whoever else found the name goes.
    next->abort();
    next->deleteLater();
    return;
  }
  socket_ = next;
  connect(socket_, &QLocalSocket::readyRead, this, &EngineWire::read);
  connect(socket_, &QLocalSocket::disconnected, this, [this] {
    if (greeted_)
      end(engineEnded());
    else
      turnAway();
  });
}

void EngineWire::read() {
  const QByteArray bytes = socket_->readAll();
  hear();
  decoder_.feed(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
  while (auto frame = decoder_.take()) {
    take(std::move(*frame));
    if (over_ || !socket_) return;
  }
  if (decoder_.fault()) fault(*decoder_.fault());
}

void EngineWire::fault(const Error& why) {
  if (greeted_)
    end(why);
  else
    turnAway();
}

void EngineWire::turnAway() {
  decoder_ = {};
  socket_->disconnect(this);
  socket_->abort();
  socket_->deleteLater();
  socket_ = nullptr;
}

void EngineWire::take(protocol::Frame frame) {
  auto message = protocol::decode(std::move(frame));
  if (!message) {
    fault(message.error());
  } else if (!greeted_) {
    greet(*message);
  } else if (const auto* failure = std::get_if<protocol::Failure>(&*message); failure && failure->generation == 0) {
    end(failure->error);
  } else if (!std::holds_alternative<protocol::Pong>(*message)) {
    auto parcel = std::make_shared<EngineParcel>();
    if (auto* rendered = std::get_if<protocol::Rendered>(&*message)) parcel->image = imageOf(*rendered);
    parcel->message = std::move(*message);
    emit arrived(std::move(parcel));
  }
}

void EngineWire::greet(const protocol::Message& message) {
  const auto* hello = std::get_if<protocol::Hello>(&message);
  if (!hello) {
    turnAway();
    return;
  }
  if (const auto outcome = protocol::checkHello(*hello, token_); !outcome) {
    send(protocol::Failure{0, outcome.error()});
    end(outcome.error());
    return;
  }
  greeted_ = true;
  send(protocol::Hello{protocol::protocolVersion, "fengsui", QCoreApplication::applicationVersion().toStdString(),
                       token_});
  emit greeted();
}

void EngineWire::send(const protocol::Message& message) {
  if (!socket_ || over_) return;
  const auto bytes = protocol::frameBytes(protocol::encode(message));
  if (bytes) socket_->write(bytes->data(), static_cast<qint64>(bytes->size()));
}

void EngineWire::end(const Error& why) {
  if (std::exchange(over_, true)) return;
  if (socket_) socket_->disconnectFromServer();
  emit ended(why);
}

}  // namespace fengsui
