// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QThread>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "journal/station.h"

namespace fengsui {

class StationWorker;

using Snapshot = std::shared_ptr<const Situation>;

/// Why nothing can be done before a station is open, and how to open one.
[[nodiscard]] Error noStation();

/// A station as the desk sees it: the journal lives on a thread of its own, and the GUI thread gets snapshots,
/// receipts and looks back, never waits for a disk.
///
/// Thread: GUI. Every signal and every reply arrives on it.
class StationSession : public QObject {
  Q_OBJECT

 public:
  using Reply = std::function<void(const Result<Receipt>&)>;

  explicit StationSession(QObject* parent = nullptr);
  /// Ends the journal thread after the command that is being written, so that nothing confirmed is lost.
  ~StationSession() override;

  /// Opens a station; answered by opened() or openFailed(). One station for each session.
  void open(const QString& path);

  /// The newest known situation; empty before opened().
  [[nodiscard]] const Snapshot& situation() const { return situation_; }
  [[nodiscard]] const TimeZone& timeZone() const { return zone_; }
  [[nodiscard]] const StationFiles& files() const { return files_; }
  /// Under which this seat writes, and whose ladders it climbs; nil for a copy in which it has recorded nothing.
  [[nodiscard]] const Uuid& origin() const { return origin_; }
  /// When the journal last confirmed that the situation is the newest.
  [[nodiscard]] Instant confirmedAt() const { return confirmedAt_; }

  /// Decides and records. The situation that follows is known before @p reply is called; without @p context any more,
  /// the command is done all the same and the reply is dropped. Without a station the reply is noStation().
  void execute(Command command, Author author, QObject* context, Reply reply);
  void undo(EventRef ref, Author author, QObject* context, Reply reply);

  /// Climbs the ladders of this seat when their time comes, from now on, in the name of @p actor.
  void climbAs(std::string actor);

  /// What was recorded about a thing, in the total order: the events of @p types that name it. A newer request
  /// replaces one that waits, whose reply never comes.
  using EventsReply = std::function<void(const Result<std::vector<Event>>&)>;
  void eventsOf(const Uuid& thing, std::vector<std::string> types, QObject* context, EventsReply reply);

  /// The situation at a moment, beside the one that is shown: what the desk shows stays as it is.
  using SituationReply = std::function<void(const Result<Snapshot>&)>;
  void situationAt(Instant moment, Knowledge knowledge, QObject* context, SituationReply reply);

  /// Asks for the situation at a moment; answered by lookedBack() unless a newer request has overtaken it.
  /// @return the generation of the request.
  quint64 lookBack(Instant moment, Knowledge knowledge);
  /// Answers of earlier requests are dropped.
  void forgetLookBack();

 signals:
  void opened();
  void openFailed(const fengsui::Error& error);
  void situationChanged();
  void confirmed();
  void lookedBack(quint64 generation, fengsui::Instant moment, const fengsui::Snapshot& situation);
  void lookBackFailed(quint64 generation, const fengsui::Error& error);
  /// Reading what other programs wrote fails, or works again (no error).
  void readingFailed(const std::optional<fengsui::Error>& error);
  /// Rungs of this seat's ladders were climbed: who has not answered, and whose turn it is.
  void climbed(const std::vector<fengsui::Text>& said);
  /// When events were recorded, oldest first: those since the last signal.
  void momentsFound(const std::vector<fengsui::Instant>& moments);

 private:
  friend class StationWorker;
  void take();

  QThread thread_;
  StationWorker* worker_ = nullptr;  ///< lives on thread_ and dies with it
  Snapshot situation_;
  TimeZone zone_ = TimeZone::utc();
  StationFiles files_;
  Uuid origin_;
  Instant confirmedAt_;
  quint64 generation_ = 0;
};

}  // namespace fengsui
