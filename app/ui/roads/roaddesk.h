// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>
#include <functional>
#include <memory>
#include <stop_token>
#include <unordered_map>

#include "dispatch/roadpicture.h"
#include "gis/roads/walking.h"
#include "ui/desk/desk.h"
#include "ui/session/latestjob.h"

namespace fengsui {

/// What a question about roads is answered from: everything as it was when it was asked.
struct RoadView {
  RoadPicture roads;
  Snapshot situation;
  Instant at;
  TimeZone zone = TimeZone::utc();
  /// Only for questions of Pace::quick: one at a time reads it.
  std::shared_ptr<const TerrainHeights> heights;
};

/// The roads of the district as the desk sees them: read once, laid under the closures of the situation that is shown,
/// and asked off the GUI thread.
///
/// Thread: GUI. Answers arrive on it, each only when nothing newer was asked by the same asker.
class RoadDesk : public QObject {
  Q_OBJECT

 public:
  enum class State { none, loading, ready };
  /// Areas take seconds in a large city; a list of teams must not wait for them.
  enum class Pace { quick, slow };

  explicit RoadDesk(Desk& desk, QObject* parent = nullptr);
  /// Stops what is under way and waits for it.
  ~RoadDesk() override;

  /// Reads the roads of a base map; answered by stateChanged(). @p baseMap: base.gpkg, or any layer of roads.
  void use(const QString& baseMap);

  [[nodiscard]] Desk& desk() const { return desk_; }
  [[nodiscard]] State state() const { return state_; }
  /// Why there are none, in a sentence.
  [[nodiscard]] const Error& whyNone() const { return whyNone_; }
  /// How they are to be driven in the situation that is shown; nothing before they are ready.
  [[nodiscard]] const std::optional<RoadPicture>& picture() const { return picture_; }
  /// Whether nothing is being read, laid under closures or asked.
  [[nodiscard]] bool idle() const;

  /// Asks something about the roads as they are now. A newer question of the same asker replaces an older one.
  /// @p work runs elsewhere and holds all it needs; @p take gets the answer here, unless the asker is gone.
  /// @return whether there is a road to ask about.
  template <class Answer>
  bool ask(QObject* asker, Pace pace, std::function<Answer(const RoadView&, const std::stop_token&)> work,
           std::function<void(Answer)> take) {
    const auto view = viewNow(pace);
    if (!view) return false;
    const std::stop_source stop = begin(asker);
    const quint64 generation = asked_.at(asker).generation;
    poolOf(pace).start([this, view, stop, generation, asker, guard = QPointer<QObject>(asker), work = std::move(work),
                        take = std::move(take)] {
      std::shared_ptr<Answer> answer;
      if (!stop.stop_requested()) answer = std::make_shared<Answer>(work(*view, stop.get_token()));
      QMetaObject::invokeMethod(&receiver_, [this, asker, guard, generation, answer, take] {
        if (finished(asker, generation) && guard && answer) take(std::move(*answer));
      });
    });
    return true;
  }
  /// What this one asked needs no answer any more.
  void forget(QObject* asker);

 signals:
  void stateChanged();
  /// The roads are to be driven in another way: a closure came or went, it got dark.
  void pictureChanged();

 private:
  struct Loaded {
    std::optional<RoadNetwork> network;
    std::shared_ptr<const TerrainHeights> heights;
    Error error;
  };
  struct Asked {
    quint64 generation = 0;
    std::stop_source stop;
    bool open = false;
  };

  [[nodiscard]] std::shared_ptr<const RoadView> viewNow(Pace pace) const;
  [[nodiscard]] std::stop_source begin(QObject* asker);
  [[nodiscard]] bool finished(QObject* asker, quint64 generation);
  [[nodiscard]] QThreadPool& poolOf(Pace pace) { return pace == Pace::quick ? quick_ : slow_; }
  [[nodiscard]] LatestJob<std::optional<RoadPicture>>::Work pictureWork();
  void take(Loaded loaded);
  void follow();

  Desk& desk_;
  State state_ = State::none;
  Error whyNone_;
  std::optional<RoadNetwork> network_;
  std::shared_ptr<const TerrainHeights> heights_;
  std::optional<RoadPicture> picture_;
  Snapshot drawnFrom_;  ///< whose closures the picture has
  std::unordered_map<QObject*, Asked> asked_;
  quint64 generation_ = 0;
  std::stop_source loading_;
  QTimer dusk_;
  LatestJob<std::optional<RoadPicture>> job_;
  QObject receiver_;  // of what the pools found; gone before the rest
  QThreadPool quick_;
  QThreadPool slow_;
};

}  // namespace fengsui
