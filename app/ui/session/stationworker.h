// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <atomic>
#include <mutex>

#include "journal/publicationthread.h"
#include "ui/session/stationsession.h"

namespace fengsui {

/// What the session does on the journal thread. Owns the station.
///
/// Thread: the journal thread, but for what says otherwise.
class StationWorker : public QObject {
  Q_OBJECT

 public:
  /// What the GUI thread finds when it comes to look: always the newest.
  struct Published {
    Snapshot situation;
    Instant confirmedAt;
    Uuid origin;
    bool changed = false;
  };
  struct LookBack {
    quint64 generation = 0;
    Instant moment;
    Knowledge knowledge = Knowledge::truth;
  };

  explicit StationWorker(StationSession* session);

  void open(const QString& path);
  void execute(const Command& command, const Author& author, const QPointer<QObject>& context,
               const StationSession::Reply& reply);
  void undo(const EventRef& ref, const Author& author, const QPointer<QObject>& context,
            const StationSession::Reply& reply);

  void climbAs(std::string actor);

  void findEvents(const Uuid& thing, const std::vector<std::string>& types, const QPointer<QObject>& context,
                  const StationSession::EventsReply& reply);

  void findSituation(Instant moment, Knowledge knowledge, const QPointer<QObject>& context,
                     const StationSession::SituationReply& reply);

  /// Thread: GUI. The newest request replaces one that waits.
  void askLookBack(const LookBack& request);
  /// Thread: GUI.
  [[nodiscard]] Published takePublished();

 private:
  void poll();
  void climb();
  void publish(bool changed);
  void answerLookBack();
  void collectMoments();
  void findSomeEvents();
  [[nodiscard]] Result<std::vector<Instant>> someHistory();
  [[nodiscard]] Result<std::vector<Instant>> someArrivals();
  void reply(const QPointer<QObject>& context, const StationSession::Reply& reply, Result<Receipt> result);

  StationSession* session_;  ///< outlives this
  std::unique_ptr<Station> station_;
  std::unique_ptr<PublicationThread> map_;  ///< keeps NAME.gpkg equal to the situation
  QTimer poll_;
  QTimer climb_;
  std::string climber_;
  Instant climbAgainAt_;  ///< after a refusal
  QTimer collect_;
  /// Events that somebody asked for, as far as they are found.
  struct EventSearch {
    std::string thing;
    std::vector<std::string> types;
    OrderPoint reached;
    std::vector<Event> found;
    QPointer<QObject> context;
    StationSession::EventsReply reply;
  };
  QTimer find_;
  std::optional<EventSearch> search_;
  std::int64_t collectedUpTo_ = 0;  ///< position; what was there at opening is collected by clock
  std::uint64_t historyUpTo_ = 0;   ///< clock
  bool historyCollected_ = false;
  std::optional<Error> readFailure_;
  Instant lastConfirmed_;

  std::mutex mutex_;
  Published published_;
  bool noticePending_ = false;
  std::optional<LookBack> wanted_;
};

}  // namespace fengsui
