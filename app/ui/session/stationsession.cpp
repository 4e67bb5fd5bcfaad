// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/stationsession.h"

#include "ui/session/stationworker.h"

namespace fengsui {

Error noStation() {
  return {ErrorCode::notFound,
          {"no station is open", "尚未打开站点"},
          {"start with: fengsui STATION.fengsui; make one with: fengsuictl station new NAME",
           "启动时请指定站点：fengsui 站点.fengsui；新建站点：fengsuictl station new 名称"},
          {}};
}

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
  origin_ = published.origin;
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

void StationSession::climbAs(std::string actor) {
  QMetaObject::invokeMethod(
      worker_, [worker = worker_, actor = std::move(actor)]() mutable { worker->climbAs(std::move(actor)); });
}

void StationSession::eventsOf(const Uuid& thing, std::vector<std::string> types, QObject* context, EventsReply reply) {
  QMetaObject::invokeMethod(worker_,
                            [worker = worker_, thing, types = std::move(types), context = QPointer<QObject>(context),
                             reply = std::move(reply)] { worker->findEvents(thing, types, context, reply); });
}

void StationSession::situationAt(Instant moment, Knowledge knowledge, QObject* context, SituationReply reply) {
  QMetaObject::invokeMethod(
      worker_, [worker = worker_, moment, knowledge, context = QPointer<QObject>(context), reply = std::move(reply)] {
        worker->findSituation(moment, knowledge, context, reply);
      });
}

quint64 StationSession::lookBack(Instant moment, Knowledge knowledge) {
  worker_->askLookBack({++generation_, moment, knowledge});
  return generation_;
}

void StationSession::forgetLookBack() {
  ++generation_;
}

}  // namespace fengsui
