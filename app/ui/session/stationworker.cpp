// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/stationworker.h"

#include <algorithm>
#include <utility>

#include "core/hlc.h"
#include "core/ladder.h"
#include "feeds/ladderclimber.h"

namespace fengsui {
namespace {

constexpr int kPollMs = 100;
constexpr int kClimbMs = 1'000;
constexpr std::int64_t kRefusedMs = 30'000;    // what another seat's rule forbids is not asked for every second
constexpr std::int64_t kConfirmMs = 500;       // the age of the picture is shown in seconds
constexpr std::size_t kMomentsAtOnce = 2'000;  // so that a command never waits long behind an old station's events
constexpr std::int64_t kMarginMs = 60'000;
constexpr std::size_t kHistoryAtOnce = 50'000;  // clocks alone are read faster

// A version 7 id was drawn when the thing was made, and a clock never runs behind: nothing before is about it.
OrderPoint startOf(const Uuid& thing) {
  OrderPoint start;
  if (thing.bytes[6] >> 4 != 7) return start;
  std::int64_t ms = 0;
  for (int i = 0; i < 6; ++i) ms = ms << 8 | thing.bytes[static_cast<std::size_t>(i)];
  start.hlc = hlc::firstOf({std::max<std::int64_t>(0, ms - kMarginMs)});
  return start;
}

}  // namespace

StationWorker::StationWorker(StationSession* session)
    : session_(session), poll_(this), climb_(this), collect_(this), find_(this) {
  climb_.setInterval(kClimbMs);
  connect(&climb_, &QTimer::timeout, this, &StationWorker::climb);
  poll_.setInterval(kPollMs);
  collect_.setInterval(0);
  find_.setInterval(0);
  connect(&find_, &QTimer::timeout, this, &StationWorker::findSomeEvents);
  connect(&poll_, &QTimer::timeout, this, &StationWorker::poll);
  connect(&collect_, &QTimer::timeout, this, &StationWorker::collectMoments);
}

void StationWorker::open(const QString& path) {
  auto opened = Station::open(path.toStdString());
  if (!opened) {
    QMetaObject::invokeMethod(session_,
                              [session = session_, error = opened.error()] { emit session->openFailed(error); });
    return;
  }
  station_ = std::move(*opened);
  map_ = std::make_unique<PublicationThread>(station_->files());
  QMetaObject::invokeMethod(session_, [session = session_, zone = station_->timeZone(), files = station_->files()] {
    session->zone_ = zone;
    session->files_ = files;
  });
  publish(true);
  QMetaObject::invokeMethod(session_, [session = session_] { emit session->opened(); });
  collectedUpTo_ = station_->position();
  poll_.start();
  collect_.start();
}

void StationWorker::poll() {
  if (station_->changedByOthers()) {
    const auto changed = station_->refresh();
    if (!changed) {
      if (readFailure_ != changed.error()) {
        readFailure_ = changed.error();
        QMetaObject::invokeMethod(session_,
                                  [session = session_, error = readFailure_] { emit session->readingFailed(error); });
      }
      return;
    }
    if (*changed) {
      publish(true);
      collect_.start();
    }
  }
  if (readFailure_) {
    readFailure_.reset();
    QMetaObject::invokeMethod(session_, [session = session_] { emit session->readingFailed(std::nullopt); });
  }
  if (systemNow().ms - lastConfirmed_.ms >= kConfirmMs) publish(false);
}

void StationWorker::climbAs(std::string actor) {
  climber_ = std::move(actor);
  climb_.start();
}

void StationWorker::climb() {
  if (!station_ || readFailure_) return;
  const Instant now = systemNow();
  const auto next = nextRungAt(station_->situation(), station_->origin());
  if (!next || *next > now || now < climbAgainAt_) return;
  auto climbed = climbDueRungs(*station_, now, climber_);
  if (!climbed || !climbed->refused.empty()) climbAgainAt_ = now.plusMs(kRefusedMs);
  publish(true);
  if (!climbed || climbed->said.empty()) return;
  QMetaObject::invokeMethod(session_,
                            [session = session_, said = std::move(climbed->said)] { emit session->climbed(said); });
}

void StationWorker::publish(bool changed) {
  if (changed && map_) map_->offer(station_->situation(), station_->position());
  lastConfirmed_ = systemNow();
  Snapshot snapshot = changed ? std::make_shared<const Situation>(station_->situation()) : nullptr;
  bool notify = false;
  {
    const std::lock_guard lock(mutex_);
    if (snapshot) published_.situation = std::move(snapshot);
    published_.changed = published_.changed || changed;
    published_.confirmedAt = lastConfirmed_;
    published_.origin = station_->origin();
    notify = !noticePending_;
    noticePending_ = true;
  }
  // However many events arrive while the GUI thread is busy, it is told once and takes the newest.
  if (notify) QMetaObject::invokeMethod(session_, [session = session_] { session->take(); });
}

StationWorker::Published StationWorker::takePublished() {
  const std::lock_guard lock(mutex_);
  noticePending_ = false;
  Published taken = published_;
  published_.changed = false;
  return taken;
}

void StationWorker::reply(const QPointer<QObject>& context, const StationSession::Reply& reply,
                          Result<Receipt> result) {
  if (!reply) return;
  // Through the session: whether the context still lives may only be asked on its own thread.
  QMetaObject::invokeMethod(session_, [context, reply, result = std::move(result)] {
    if (context) reply(result);
  });
}

void StationWorker::execute(const Command& command, const Author& author, const QPointer<QObject>& context,
                            const StationSession::Reply& reply) {
  if (!station_) return this->reply(context, reply, failure(noStation()));
  auto receipt = station_->execute(command, author);
  publish(true);
  collect_.start();
  this->reply(context, reply, std::move(receipt));
}

void StationWorker::undo(const EventRef& ref, const Author& author, const QPointer<QObject>& context,
                         const StationSession::Reply& reply) {
  if (!station_) return this->reply(context, reply, failure(noStation()));
  auto receipt = station_->undo(ref, author);
  publish(true);
  collect_.start();
  this->reply(context, reply, std::move(receipt));
}

// ---- what was recorded about one thing

void StationWorker::findEvents(const Uuid& thing, const std::vector<std::string>& types,
                               const QPointer<QObject>& context, const StationSession::EventsReply& reply) {
  search_ = EventSearch{thing.text(), types, startOf(thing), {}, context, reply};
  find_.start();
}

// A slice at a time, so that a command never waits long behind an old station's events.
void StationWorker::findSomeEvents() {
  std::size_t seen = 0;
  Outcome read = failure(noStation());
  if (station_)
    read =
        station_->journal().readInOrder(search_->reached, hlc::kLargest, Journal::kToTheEnd, [&](StoredEvent&& event) {
          search_->reached = OrderPoint::of(event.header);
          const auto& types = search_->types;
          if (std::find(types.begin(), types.end(), event.type) != types.end() && event.payload &&
              event.payload->find(search_->thing) != std::string::npos)
            search_->found.push_back(eventOf(event));
          return ++seen < kMomentsAtOnce;
        });
  if (read && seen >= kMomentsAtOnce) return;
  find_.stop();
  EventSearch done = *std::exchange(search_, std::nullopt);
  Result<std::vector<Event>> found = std::move(done.found);
  if (!read) found = failure(read.error());
  QMetaObject::invokeMethod(session_, [context = done.context, reply = done.reply, found = std::move(found)] {
    if (context) reply(found);
  });
}

void StationWorker::findSituation(Instant moment, Knowledge knowledge, const QPointer<QObject>& context,
                                  const StationSession::SituationReply& reply) {
  Result<Snapshot> answer = failure(noStation());
  if (station_)
    answer = station_->at(moment, knowledge).map([](Situation&& then) {
      return Snapshot(std::make_shared<const Situation>(std::move(then)));
    });
  QMetaObject::invokeMethod(session_, [context, reply, answer = std::move(answer)] {
    if (context) reply(answer);
  });
}

void StationWorker::askLookBack(const LookBack& request) {
  bool idle = false;
  {
    const std::lock_guard lock(mutex_);
    idle = !wanted_;
    wanted_ = request;
  }
  if (idle) QMetaObject::invokeMethod(this, &StationWorker::answerLookBack, Qt::QueuedConnection);
}

void StationWorker::answerLookBack() {
  std::optional<LookBack> request;
  {
    const std::lock_guard lock(mutex_);
    request.swap(wanted_);
  }
  if (!request || !station_) return;
  auto then = station_->at(request->moment, request->knowledge);
  if (!then) {
    QMetaObject::invokeMethod(session_, [session = session_, generation = request->generation, error = then.error()] {
      if (generation == session->generation_) emit session->lookBackFailed(generation, error);
    });
    return;
  }
  auto snapshot = std::make_shared<const Situation>(std::move(*then));
  QMetaObject::invokeMethod(session_, [session = session_, at = *request, snapshot = std::move(snapshot)] {
    if (at.generation == session->generation_) emit session->lookedBack(at.generation, at.moment, snapshot);
  });
}

Result<std::vector<Instant>> StationWorker::someHistory() {
  const auto clocks = station_->journal().clocksAfter(historyUpTo_, collectedUpTo_, kHistoryAtOnce);
  if (!clocks) return failure(clocks.error());
  historyCollected_ = clocks->size() < kHistoryAtOnce;
  if (!clocks->empty()) historyUpTo_ = clocks->back();
  std::vector<Instant> moments;
  moments.reserve(clocks->size());
  for (const std::uint64_t clock : *clocks) moments.push_back(hlc::instantOf(clock));
  return moments;
}

Result<std::vector<Instant>> StationWorker::someArrivals() {
  std::vector<Instant> moments;
  std::int64_t reached = collectedUpTo_;
  const auto read = station_->journal().readArrivals(collectedUpTo_, [&](StoredEvent&& event) {
    reached = event.position;
    moments.push_back(hlc::instantOf(event.header.hlc));
    return moments.size() < kMomentsAtOnce;
  });
  if (!read) return failure(read.error());
  collectedUpTo_ = reached;
  if (moments.size() < kMomentsAtOnce) collect_.stop();
  return moments;
}

void StationWorker::collectMoments() {
  auto moments = historyCollected_ ? someArrivals() : someHistory();
  if (!moments) {
    collect_.stop();
    return;
  }
  if (moments->empty()) return;
  QMetaObject::invokeMethod(
      session_, [session = session_, moments = std::move(*moments)] { emit session->momentsFound(moments); });
}

}  // namespace fengsui
