// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/stationsession.h"

#include "ui/session/stationworker.h"

namespace fengsui {

StationSession::StationSession(QObject* parent) : QObject(parent), worker_(new StationWorker(this)) {
  thread_.setObjectName(QStringLiteral("journal"));
  worker_->moveToThread(&thread_);
  connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
  thread_.start();
}

StationSession::~StationSession() {
  thread_.quit();
  thread_.wait();
}

void StationSession::open(const QString& path) {
  QMetaObject::invokeMethod(worker_, [worker = worker_, path] { worker->open(path); });
}

void StationSession::take() {
  const StationWorker::Published published = worker_->takePublished();
  situation_ = published.situation;
  confirmedAt_ = published.confirmedAt;
  if (published.changed) emit situationChanged();
  emit confirmed();
}

void StationSession::execute(Command command, Author author, QObject* context, Reply reply) {
  QMetaObject::invokeMethod(worker_, [worker = worker_, command = std::move(command), author = std::move(author),
                                      context = QPointer<QObject>(context),
                                      reply = std::move(reply)] { worker->execute(command, author, context, reply); });
}

void StationSession::undo(EventRef ref, Author author, QObject* context, Reply reply) {
  QMetaObject::invokeMethod(worker_,
                            [worker = worker_, ref, author = std::move(author), context = QPointer<QObject>(context),
                             reply = std::move(reply)] { worker->undo(ref, author, context, reply); });
}

quint64 StationSession::lookBack(Instant moment, Knowledge knowledge) {
  worker_->askLookBack({++generation_, moment, knowledge});
  return generation_;
}

void StationSession::forgetLookBack() {
  ++generation_;
}

}  // namespace fengsui
