// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>

#include "ui/search/searchanswer.h"
#include "ui/session/latestjob.h"
#include "ui/session/stationsession.h"

namespace fengsui {

/// Answers what is typed into the palette, on a thread of its own: a newer question takes the place of one that waits
/// and stops one that is being answered.
///
/// Thread: GUI. Every signal arrives on it.
class Searcher : public QObject {
  Q_OBJECT

 public:
  explicit Searcher(QObject* parent = nullptr);
  ~Searcher() override;

  /// The actions of the window by their names, to be found with the rest.
  void setActions(std::vector<NamedThing> actions);

  /// Reads the names of a base map, in a while; answered by mapRead().
  /// @param file base.gpkg of a district.
  void readMap(const std::string& file);

  /// Reads the titles of the plans of a station as they are now, in a while; answered by plansRead().
  void readPlans(const std::filesystem::path& station);

  /// Asks in a situation, which may be empty; answered by answered() unless a newer question has overtaken it.
  /// @return the generation of the question.
  quint64 ask(SearchQuestion question, Snapshot situation);
  /// Answers to earlier questions are dropped.
  void forget();

 signals:
  void answered(quint64 generation, const fengsui::SearchAnswer& answer);
  void plansRead();
  /// The names of the base map can be found now, or why not.
  void mapRead(std::size_t count, const std::optional<fengsui::Error>& error);

 private:
  struct Wanted {
    quint64 generation = 0;
    SearchQuestion question;
    Snapshot situation;
    std::stop_token stop;
  };
  struct MapNames {
    std::shared_ptr<const NameList> names;
    std::shared_ptr<const PlaceNames> places;
    std::size_t count = 0;
  };
  void work(const std::stop_token& stop);

  quint64 generation_ = 0;
  std::stop_source asked_;  ///< of the newest question

  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::optional<Wanted> wanted_;
  std::optional<std::vector<NamedThing>> newActions_;
  std::shared_ptr<const MapNames> map_;
  std::shared_ptr<const NameList> plans_;
  std::filesystem::path station_;

  // Last, so that they end before what they use.
  std::jthread thread_;
  std::jthread reader_;
  LatestJob<std::shared_ptr<const NameList>> planReader_;
};

}  // namespace fengsui
