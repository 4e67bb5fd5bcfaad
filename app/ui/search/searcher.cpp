// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/searcher.h"

#include "ui/search/mapthings.h"
#include "ui/search/planthings.h"
#include "ui/search/thingsof.h"

namespace fengsui {

Searcher::Searcher(QObject* parent)
    : QObject(parent),
      planReader_(
          [this]() -> LatestJob<std::shared_ptr<const NameList>>::Work {
            return [station = station_] { return std::make_shared<const NameList>(thingsOf(plansHere(station))); };
          },
          [this](std::shared_ptr<const NameList> plans) {
            {
              const std::scoped_lock lock(mutex_);
              plans_ = std::move(plans);
            }
            emit plansRead();
          }) {
  thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

Searcher::~Searcher() {
  asked_.request_stop();
}

void Searcher::readMap(const std::string& file) {
  // The old reader is stopped and awaited here: it looks at its stop token after every row.
  reader_ = std::jthread([this, file](const std::stop_token& stop) {
    auto read = namesOnMap(file, stop);
    auto made = std::make_shared<MapNames>();
    if (read && !stop.stop_requested()) {
      made->names = std::make_shared<const NameList>(thingsOf(*read));
      made->places = std::make_shared<const PlaceNames>(made->names);
      made->count = read->size();
    }
    if (stop.stop_requested()) return;
    {
      const std::scoped_lock lock(mutex_);
      map_ = made;
    }
    QMetaObject::invokeMethod(
        this,
        [this, count = made->count, error = read ? std::nullopt : std::optional(read.error())] {
          emit mapRead(count, error);
        },
        Qt::QueuedConnection);
  });
}

void Searcher::readPlans(const std::filesystem::path& station) {
  station_ = station;
  planReader_.want();
}

void Searcher::setActions(std::vector<NamedThing> actions) {
  const std::scoped_lock lock(mutex_);
  newActions_ = std::move(actions);
}

quint64 Searcher::ask(SearchQuestion question, Snapshot situation) {
  asked_.request_stop();
  asked_ = std::stop_source();
  ++generation_;
  {
    const std::scoped_lock lock(mutex_);
    wanted_ = Wanted{generation_, std::move(question), std::move(situation), asked_.get_token()};
  }
  wake_.notify_one();
  return generation_;
}

void Searcher::forget() {
  asked_.request_stop();
  ++generation_;
  const std::scoped_lock lock(mutex_);
  wanted_.reset();
}

void Searcher::work(const std::stop_token& stop) {
  // Before the first question comes, not while somebody waits for its answer.
  [[maybe_unused]] const Pinyin& warm = Pinyin::table();
  SearchSources sources;
  Snapshot prepared;
  std::shared_ptr<const PlaceNames> own;
  while (true) {
    Wanted wanted;
    std::optional<std::vector<NamedThing>> actions;
    std::shared_ptr<const MapNames> map;
    {
      std::unique_lock lock(mutex_);
      if (!wake_.wait(lock, stop, [this] { return wanted_.has_value(); })) return;
      wanted = std::move(*wanted_);
      wanted_.reset();
      actions.swap(newActions_);
      map = map_;
      sources.plans = plans_;
    }
    if (actions) sources.actions = std::make_shared<const NameList>(*actions);
    if (wanted.situation != prepared) {
      prepared = wanted.situation;
      sources.things = prepared ? std::make_shared<const NameList>(thingsOf(*prepared)) : nullptr;
      own = sources.things ? std::make_shared<const PlaceNames>(sources.things) : nullptr;
    }
    sources.map = map ? map->names : nullptr;
    sources.places.lists = {own, map ? map->places : nullptr};
    SearchAnswer answer = answerTo(wanted.question, sources, wanted.stop);
    if (wanted.stop.stop_requested()) continue;
    QMetaObject::invokeMethod(
        this,
        [this, generation = wanted.generation, answer = std::move(answer)] {
          if (generation == generation_) emit answered(generation, answer);
        },
        Qt::QueuedConnection);
  }
}

}  // namespace fengsui
