// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "plans/responding.h"
#include "ui/desk/desk.h"
#include "ui/session/latestjob.h"

namespace fengsui {

/// The plans of the station as the desk sees them: read on a thread of their own, with which levels hold now.
///
/// Thread: GUI; files are read and expressions evaluated on another.
class PlanShelf : public QObject {
  Q_OBJECT

 public:
  /// A level of a plan as it stands now.
  struct Stands {
    std::string plan;
    std::string edition;
    Text title;
    Text level;
    Holds holds = Holds::unknown;
    Response made;  ///< as it would begin now
  };
  /// A file that cannot be used, and why.
  struct Broken {
    std::string file;
    Error why;
    std::size_t more = 0;  ///< further faults
  };
  struct Found {
    std::shared_ptr<const PlanLibrary> library;
    std::vector<Stands> levels;
    std::vector<Broken> broken;
  };
  using Make = std::function<Result<Command>(const Responding&)>;

  explicit PlanShelf(Desk& desk, QObject* parent = nullptr);

  /// What is said besides what was measured: by thresholds, by a forecast.
  using Said = std::function<std::vector<Observation>()>;
  void useAlso(Said said) { said_ = std::move(said); }

  /// What was found last; without a library before the first answer.
  [[nodiscard]] const Found& found() const { return found_; }
  /// @p again: reads the files anew; else only what holds is looked at.
  void want(bool again);
  [[nodiscard]] bool settled() const { return job_.idle() && making_ == 0; }

  /// Makes a command from the plans on the other thread and executes it. A response is begun in one decision, however
  /// long its checklist is.
  void execute(Make make, Text done, std::function<void()> then = {});

 signals:
  void changed();

 private:
  [[nodiscard]] static Found look(const std::shared_ptr<const PlanLibrary>& library, const StationFiles& files,
                                  const Situation& situation, const std::vector<Observation>& said, Instant now);
  [[nodiscard]] std::vector<Observation> said() const { return said_ ? said_() : std::vector<Observation>(); }

  Desk& desk_;
  Said said_;
  Found found_;
  bool readAgain_ = false;
  int making_ = 0;
  LatestJob<Found> job_;
  QObject receiver_;
  QThreadPool pool_;
};

}  // namespace fengsui
