// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QMetaObject>
#include <QThread>
#include <cstdlib>
#include <deque>
#include <memory>

#include "engine/activity.h"
#include "engine/connection.h"
#include "engine/identify.h"
#include "engine/mapproject.h"
#include "engine/renderqueue.h"
#include "engine/runtime.h"
#include "engine/serverwatch.h"

namespace fengsui::engine {

namespace {

constexpr int kBusyMs = 100;

/// Takes requests in order and hands them to the project and the queue.
///
/// Opening a project may run an event loop inside QGIS (a layer asks a server), which delivers the next message
/// in the middle of it; messages therefore go through an inbox that is emptied by one call at a time.
class Desk : public QObject {
 public:
  Desk(Activity& activity, std::function<void(int, protocol::Message)> send)
      : activity_(activity),
        send_(std::move(send)),
        queue_(activity, [this](protocol::Message message) { send_(connection_, std::move(message)); }),
        servers_([this](const QSet<QString>& layers) { wake(layers); },
                 [this](const QSet<QString>& layers) { noteSilent(layers); }) {}

  void deliver(int connection, protocol::Message message) {
    inbox_.push_back({connection, std::move(message)});
    if (!working_) work();
  }

  void work() {
    working_ = true;
    while (!inbox_.empty()) {
      auto [from, next] = std::move(inbox_.front());
      inbox_.pop_front();
      connection_ = from;
      std::visit([this](auto& request) { handle(request); }, next);
    }
    working_ = false;
  }

  void abandon() {
    inbox_.clear();
    queue_.forgetAll();
  }

 private:
  void handle(protocol::OpenProject& request) {
    awake_.clear();
    opening_ = request;
    servers_.watch({});
    openProject();
  }

  void openProject() {
    queue_.draw(nullptr);
    project_.reset();
    activity_.begin("opening");
    QElapsedTimer clock;
    clock.start();
    auto opened = MapProject::openQuietly(opening_.path, awake_);
    if (opened) {
      project_ = std::move(*opened);
      queue_.draw(project_.get());
      tellOpened(static_cast<int>(clock.elapsed()));
      servers_.watch(project_->asleep());
    } else {
      send_(connection_, protocol::Failure{opening_.generation, opened.error()});
    }
    activity_.end();
  }

  void tellOpened(int elapsedMs) {
    protocol::ProjectOpened answer = project_->describe();
    answer.generation = opening_.generation;
    answer.elapsedMs = elapsedMs;
    send_(connection_, std::move(answer));
  }

  /// Servers have been heard: the project is read again with their layers.
  void wake(const QSet<QString>& layers) {
    if (working_) {
      QTimer::singleShot(kBusyMs, this, [this, layers] { wake(layers); });
      return;
    }
    if (!project_) return;
    awake_ += layers;
    working_ = true;
    openProject();
    work();
  }

  void noteSilent(const QSet<QString>& layers) {
    if (!project_ || working_) return;
    project_->noteSilent(layers);
    tellOpened(0);
  }

  void handle(protocol::Render& request) { queue_.submit(std::move(request)); }
  void handle(protocol::Cancel& request) { queue_.cancel(request.generation, request.andOlder); }

  void handle(protocol::Identify& request) {
    if (!project_) {
      send_(connection_,
            protocol::Failure{request.generation,
                              {ErrorCode::refused, {"no map project is open", "尚未打开地图工程"}, {}, {}}});
      return;
    }
    send_(connection_, identify(*project_, request));
  }

  /// Answers that only the engine gives, and a second hello: harmless, and nothing to be done about.
  template <class Other>
  void handle(Other&) {}

  Activity& activity_;
  std::function<void(int, protocol::Message)> send_;
  std::unique_ptr<MapProject> project_;
  RenderQueue queue_;
  ServerWatch servers_;
  protocol::OpenProject opening_;
  QSet<QString> awake_;  ///< layers whose servers have been heard since the project was opened
  std::deque<std::pair<int, protocol::Message>> inbox_;
  int connection_ = 0;
  bool working_ = false;
};

}  // namespace

int serve(const QString& socketName, std::string token, Profile& profile) {
  Activity activity;
  QThread wire;
  Connection* connection = nullptr;

  Desk desk(activity, [&](int number, protocol::Message message) {
    auto parcel = std::make_shared<protocol::Message>(std::move(message));
    QMetaObject::invokeMethod(
        connection, [&connection, number, parcel] { connection->send(number, std::move(*parcel)); },
        Qt::QueuedConnection);
  });

  Connection::Callbacks callbacks{
      .received =
          [&desk](int number, protocol::Message message) {
            auto parcel = std::make_shared<protocol::Message>(std::move(message));
            QMetaObject::invokeMethod(
                &desk, [&desk, number, parcel] { desk.deliver(number, std::move(*parcel)); }, Qt::QueuedConnection);
          },
      .lost =
          [&desk] {
            QMetaObject::invokeMethod(
                &desk, [&desk] { desk.abandon(); }, Qt::QueuedConnection);
          },
      .gone =
          [&profile] {
            profile.remove();
            std::_Exit(EXIT_SUCCESS);
          },
  };
  connection = new Connection(socketName, std::move(token), activity, std::move(callbacks));
  connection->moveToThread(&wire);
  QObject::connect(&wire, &QThread::started, connection, [connection] { connection->open(); });
  wire.start();
  const int code = QCoreApplication::exec();
  wire.quit();
  wire.wait();
  delete connection;
  return code;
}

}  // namespace fengsui::engine
