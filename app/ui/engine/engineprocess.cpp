// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engine/engineprocess.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcessEnvironment>
#include <span>

#include "protocol/handshake.h"

namespace fengsui {
namespace {

constexpr int kFirstPauseMs = 250;
constexpr int kLongestPauseMs = 30'000;
constexpr int kSteadyMs = 30'000;  // whoever has lived this long is started again at once
constexpr int kBeatMs = 2'000;
constexpr int kSilenceMs = 12'000;   // pings are answered by a thread that never renders
constexpr int kGreetingMs = 40'000;  // QGIS starts slowly on a cold disk

// What the engine may know of our surroundings. Plug-in and library paths of this process would lead it to the wrong
// Qt.
QProcessEnvironment cleaned() {
  static const QStringList kept{QStringLiteral("PATH"),     QStringLiteral("HOME"),      QStringLiteral("USER"),
                                QStringLiteral("LANG"),     QStringLiteral("TZ"),        QStringLiteral("TMPDIR"),
                                QStringLiteral("PROJ_LIB"), QStringLiteral("PROJ_DATA"), QStringLiteral("GDAL_DATA")};
  const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
  QProcessEnvironment environment;
  for (const QString& name : own.keys())
    if (kept.contains(name) || name.startsWith(QLatin1String("LC_")) || name.startsWith(QLatin1String("XDG_")) ||
        name.endsWith(QLatin1String("_proxy"), Qt::CaseInsensitive))
      environment.insert(name, own.value(name));
  environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
  return environment;
}

Error ended() {
  return {
      ErrorCode::io, {"the map engine has stopped and is being started again", "地图引擎已停止，正在重新启动"}, {}, {}};
}

}  // namespace

EngineProcess::EngineProcess(QString program, QObject* parent) : QObject(parent), program_(std::move(program)) {
  again_.setSingleShot(true);
  connect(&again_, &QTimer::timeout, this, &EngineProcess::launch);
  connect(&beat_, &QTimer::timeout, this, &EngineProcess::beat);
}

EngineProcess::~EngineProcess() {
  letGo();
}

void EngineProcess::start() {
  if (!process_ && !again_.isActive()) launch();
}

void EngineProcess::launch() {
  token_ = protocol::newToken();
  decoder_ = {};
  server_ = new QLocalServer(this);
  server_->setSocketOptions(QLocalServer::UserAccessOption);
  server_->setMaxPendingConnections(1);
  connect(server_, &QLocalServer::newConnection, this, &EngineProcess::accept);
  const QString name = QStringLiteral("fengsui-%1-%2")
                           .arg(QCoreApplication::applicationPid())
                           .arg(QString::fromStdString(protocol::newToken().substr(0, 16)));
  if (!server_->listen(name)) {
    const std::string why = server_->errorString().toStdString();
    giveUp({ErrorCode::io,
            {"no connection for the map engine can be made: " + why, "无法建立地图引擎连接：" + why},
            {},
            {}});
    return;
  }
  process_ = new QProcess(this);
  process_->setProgram(program_);
  process_->setArguments({QStringLiteral("--socket"), name});
  QProcessEnvironment environment = cleaned();
  environment.insert(QLatin1String(protocol::tokenVariable), QString::fromStdString(token_));
  process_->setProcessEnvironment(environment);
  process_->setStandardInputFile(QProcess::nullDevice());
  process_->setStandardOutputFile(QProcess::nullDevice());
  process_->setStandardErrorFile(QProcess::nullDevice());
  connect(process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
    if (error != QProcess::FailedToStart) return;
    const std::string path = program_.toStdString();
    giveUp({ErrorCode::notFound,
            {"the map engine cannot be started: " + path, "无法启动地图引擎：" + path},
            {"install the package fengsui again", "请重新安装烽燧"},
            {}});
  });
  connect(process_, &QProcess::finished, this, [this] { giveUp(ended()); });
  launched_.start();
  heard_.start();
  beat_.start(kBeatMs);
  process_->start();
}

void EngineProcess::accept() {
  QLocalSocket* next = server_->nextPendingConnection();
  if (!next) return;
  if (socket_) {
    // One engine, one connection; whoever else found the name goes.
    next->abort();
    next->deleteLater();
    return;
  }
  socket_ = next;
  decoder_ = {};
  connect(socket_, &QLocalSocket::readyRead, this, &EngineProcess::read);
  connect(socket_, &QLocalSocket::disconnected, this, [this] { giveUp(ended()); });
}

void EngineProcess::read() {
  const QByteArray bytes = socket_->readAll();
  heard_.start();
  decoder_.feed(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
  while (auto frame = decoder_.take()) {
    take(std::move(*frame));
    if (!socket_) return;
  }
  if (decoder_.fault()) giveUp(*decoder_.fault());
}

void EngineProcess::take(protocol::Frame frame) {
  auto message = protocol::decode(std::move(frame));
  if (!message) {
    giveUp(message.error());
  } else if (!greeted_) {
    greet(*message);
  } else if (const auto* failure = std::get_if<protocol::Failure>(&*message); failure && failure->generation == 0) {
    giveUp(failure->error);
  } else if (!std::holds_alternative<protocol::Pong>(*message)) {
    emit received(std::move(*message));
  }
}

void EngineProcess::greet(const protocol::Message& message) {
  const auto* hello = std::get_if<protocol::Hello>(&message);
  if (!hello) {
    giveUp({ErrorCode::invalid, {"the first message must be hello", "第一条消息必须是 hello"}, {}, {}});
    return;
  }
  if (const auto outcome = protocol::checkHello(*hello, token_); !outcome) {
    send(protocol::Failure{0, outcome.error()});
    giveUp(outcome.error());
    return;
  }
  greeted_ = true;
  send(protocol::Hello{protocol::protocolVersion, "fengsui", QCoreApplication::applicationVersion().toStdString(),
                       token_});
  emit up();
}

void EngineProcess::send(protocol::Message message) {
  if (!socket_) return;
  const protocol::Frame frame = protocol::encode(std::move(message));
  const auto bytes = protocol::frameBytes(frame);
  if (bytes) socket_->write(bytes->data(), static_cast<qint64>(bytes->size()));
}

void EngineProcess::beat() {
  if (heard_.elapsed() > (greeted_ ? kSilenceMs : kGreetingMs)) {
    giveUp({ErrorCode::io,
            {"the map engine does not answer and is being started again", "地图引擎没有响应，正在重新启动"},
            {},
            {}});
    return;
  }
  if (greeted_) send(protocol::Ping{++pings_});
}

void EngineProcess::letGo() {
  beat_.stop();
  greeted_ = false;
  if (socket_) {
    socket_->disconnect(this);
    socket_->abort();
    socket_->deleteLater();
    socket_ = nullptr;
  }
  if (process_) {
    process_->disconnect(this);
    // It goes on its own now; nobody waits for it. Where this program ends first, the system collects it.
    process_->setParent(nullptr);
    if (process_->state() == QProcess::NotRunning) {
      process_->deleteLater();
    } else {
      connect(process_, &QProcess::finished, process_, &QObject::deleteLater);
      process_->kill();
    }
    process_ = nullptr;
  }
  if (server_) {
    server_->close();
    server_->deleteLater();
    server_ = nullptr;
  }
}

void EngineProcess::giveUp(const Error& why) {
  const bool steady = launched_.isValid() && launched_.elapsed() > kSteadyMs;
  letGo();
  pauseMs_ = steady || pauseMs_ == 0 ? kFirstPauseMs : std::min(2 * pauseMs_, kLongestPauseMs);
  again_.start(pauseMs_);
  emit down(why);
}

}  // namespace fengsui
