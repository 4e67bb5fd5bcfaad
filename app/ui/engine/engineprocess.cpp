// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engine/engineprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcessEnvironment>

#include "protocol/handshake.h"

namespace fengsui {
namespace {

constexpr int kFirstPauseMs = 250;
constexpr int kLongestPauseMs = 30'000;
constexpr int kSteadyMs = 30'000;  // whoever has lived this long is started again at once

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

EngineProcess::EngineProcess(QString program, const QString& profile, EnginePatience patience, QObject* parent)
    : QObject(parent), program_(std::move(program)), patience_(patience) {
  profileLock_ = std::make_unique<QLockFile>(profile + QStringLiteral("/desk.lock"));
  profileLock_->setStaleLockTime(0);  // only the end of the process frees it
  if (QDir().mkpath(profile) && profileLock_->tryLock()) profile_ = profile;
  again_.setSingleShot(true);
  connect(&again_, &QTimer::timeout, this, &EngineProcess::launch);
  connect(&beat_, &QTimer::timeout, this, &EngineProcess::beat);
  thread_.setObjectName(QStringLiteral("engine wire"));
  thread_.start();
}

EngineProcess::~EngineProcess() {
  letGo();
  thread_.quit();
  thread_.wait();
}

void EngineProcess::start() {
  if (!wire_ && !again_.isActive()) launch();
}

void EngineProcess::launch() {
  const std::string token = protocol::newToken();
  const QString name = QStringLiteral("fengsui-%1-%2")
                           .arg(QCoreApplication::applicationPid())
                           .arg(QString::fromStdString(protocol::newToken().substr(0, 16)));
  const int launched = ++launches_;
  const auto current = [this, launched] { return launched == launches_ && wire_; };
  wire_ = new EngineWire(token);
  wire_->moveToThread(&thread_);
  connect(wire_, &EngineWire::listening, this, [this, current, name, token] {
    if (current()) startProgram(name, token);
  });
  connect(wire_, &EngineWire::greeted, this, [this, current] {
    if (!current()) return;
    greeted_ = true;
    noteSilence(std::nullopt);
    emit up();
  });
  connect(wire_, &EngineWire::arrived, this, [this, current](const std::shared_ptr<EngineParcel>& parcel) {
    if (current()) emit received(parcel);
  });
  connect(wire_, &EngineWire::ended, this, [this, current](const Error& why) {
    if (current()) giveUp(why);
  });
  launched_.start();
  beat_.start(patience_.beat);
  QMetaObject::invokeMethod(wire_, [wire = wire_, name] { wire->listen(name); });
}

void EngineProcess::startProgram(const QString& socketName, const std::string& token) {
  process_ = new QProcess(this);
  process_->setProgram(program_);
  QStringList arguments{QStringLiteral("--socket"), socketName};
  if (!profile_.isEmpty()) arguments << QStringLiteral("--profile") << profile_;
  process_->setArguments(arguments);
  QProcessEnvironment environment = cleaned();
  environment.insert(QLatin1String(protocol::tokenVariable), QString::fromStdString(token));
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
  process_->start();
}

void EngineProcess::send(protocol::Message message) {
  if (!wire_) return;
  QMetaObject::invokeMethod(wire_, [wire = wire_, parcel = std::move(message)] { wire->send(parcel); });
}

void EngineProcess::beat() {
  const qint64 silentMs = wire_ ? wire_->silentMs() : 0;
  if (silentMs > (greeted_ ? patience_.givenUp : patience_.greeting)) {
    // The words about it stay until another engine has greeted.
    if (!silentSince_) noteSilence(systemNow().plusMs(-silentMs));
    giveUp({ErrorCode::io,
            {"the map engine does not answer and is being started again", "地图引擎没有响应，正在重新启动"},
            {},
            {}});
    return;
  }
  if (!greeted_) return;
  if (silentMs <= patience_.silence)
    noteSilence(std::nullopt);
  else if (!silentSince_)
    noteSilence(systemNow().plusMs(-silentMs));
  send(protocol::Ping{++pings_});
}

void EngineProcess::noteSilence(std::optional<Instant> since) {
  if (since == silentSince_) return;
  silentSince_ = since;
  emit silenceChanged();
}

void EngineProcess::letGo() {
  beat_.stop();
  greeted_ = false;
  if (wire_) {
    wire_->disconnect(this);
    wire_->deleteLater();  // in its own thread, with its socket
    wire_ = nullptr;
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
}

void EngineProcess::giveUp(const Error& why) {
  const bool steady = launched_.isValid() && launched_.elapsed() > kSteadyMs;
  letGo();
  pauseMs_ = steady || pauseMs_ == 0 ? kFirstPauseMs : std::min(2 * pauseMs_, kLongestPauseMs);
  again_.start(pauseMs_);
  emit down(why);
}

}  // namespace fengsui
