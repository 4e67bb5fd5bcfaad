// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roads/roaddesk.h"

#include <algorithm>
#include <filesystem>

#include "dispatch/stationclosures.h"
#include "gis/roads/openroads.h"
#include "plans/sun.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;

constexpr int kDuskMs = 60'000;  // whether it got dark is looked at so often

Error noMap() {
  return {ErrorCode::notFound,
          {"this station has no base map, so no roads", "本站没有底图，因此没有道路数据"},
          {"build one: fengsuictl district build", "请用 fengsuictl district build 生成底图"},
          {}};
}

bool sameClosures(const Situation& before, const Situation& after) {
  bool same = true;
  after.roadClosures.forEachChange(
      before.roadClosures,
      [&](const Uuid&, const RoadClosure* was, const RoadClosure* is) { same = same && was && is && *was == *is; });
  return same;
}

}  // namespace

RoadDesk::RoadDesk(Desk& desk, QObject* parent)
    : QObject(parent),
      desk_(desk),
      whyNone_(noMap()),
      job_([this] { return pictureWork(); },
           [this](std::optional<RoadPicture> picture) {
             if (!picture) return;
             picture_ = std::move(picture);
             if (std::exchange(state_, State::ready) != State::ready) emit stateChanged();
             emit pictureChanged();
           }) {
  for (QThreadPool* pool : {&quick_, &slow_}) pool->setMaxThreadCount(1);
  connect(&desk_, &Desk::shownChanged, this, &RoadDesk::follow);
  connect(&desk_, &Desk::liveChanged, this, &RoadDesk::follow);
  connect(&dusk_, &QTimer::timeout, this, &RoadDesk::follow);
  dusk_.start(kDuskMs);
}

RoadDesk::~RoadDesk() {
  loading_.request_stop();
  for (auto& [asker, asked] : asked_) asked.stop.request_stop();
  quick_.waitForDone();
  slow_.waitForDone();
}

void RoadDesk::use(const QString& baseMap) {
  loading_.request_stop();
  loading_ = {};
  state_ = State::loading;
  emit stateChanged();
  slow_.start([this, file = baseMap.toStdString(), stop = loading_.get_token()] {
    auto loaded = std::make_shared<Loaded>();
    if (auto roads = openRoads(file, {}, stop))
      loaded->network = std::move(roads->network);
    else
      loaded->error = roads.error();
    if (const fs::path terrain = fs::path(file).parent_path() / "terrain.tif"; loaded->network && fs::exists(terrain))
      // Without heights the last leg is walked as if it were level; that is no reason to have no roads.
      if (auto heights = TerrainHeights::open(terrain))
        loaded->heights = std::make_shared<const TerrainHeights>(std::move(*heights));
    if (stop.stop_requested()) return;
    QMetaObject::invokeMethod(&receiver_, [this, loaded] { take(std::move(*loaded)); });
  });
}

void RoadDesk::take(Loaded loaded) {
  if (!loaded.network) {
    state_ = State::none;
    whyNone_ = loaded.error;
    emit stateChanged();
    return;
  }
  network_ = std::move(loaded.network);
  heights_ = std::move(loaded.heights);
  picture_.reset();
  drawnFrom_.reset();
  job_.want();
}

LatestJob<std::optional<RoadPicture>>::Work RoadDesk::pictureWork() {
  const Snapshot situation = desk_.shown();
  if (!network_) return [] { return std::optional<RoadPicture>(); };
  RoadConditions conditions;
  conditions.night = isDark(desk_.moment(), network_->graph->at(0));
  drawnFrom_ = situation;
  return [network = *network_, before = picture_, situation, conditions]() -> std::optional<RoadPicture> {
    RoadClosures closures = situation ? closuresOf(*situation, network) : RoadClosures();
    if (before && before->conditions() == conditions) return before->with(std::move(closures));
    return RoadPicture(network, shippedSpeedTable(), conditions, std::move(closures));
  };
}

void RoadDesk::follow() {
  if (!network_ || !desk_.shown()) return;
  const bool dark = isDark(desk_.moment(), network_->graph->at(0));
  const bool asDriven = picture_ && picture_->conditions().night == dark;
  if (asDriven && drawnFrom_ && sameClosures(*drawnFrom_, *desk_.shown())) {
    drawnFrom_ = desk_.shown();
    return;
  }
  job_.want();
}

std::shared_ptr<const RoadView> RoadDesk::viewNow(Pace pace) const {
  if (state_ != State::ready || !desk_.shown()) return nullptr;
  return std::make_shared<const RoadView>(RoadView{*picture_, desk_.shown(), desk_.moment(), desk_.session().timeZone(),
                                                   pace == Pace::quick ? heights_ : nullptr});
}

std::stop_source RoadDesk::begin(QObject* asker) {
  if (!asked_.contains(asker)) connect(asker, &QObject::destroyed, this, [this, asker] { asked_.erase(asker); });
  Asked& asked = asked_[asker];
  asked.stop.request_stop();
  asked.stop = {};
  asked.generation = ++generation_;
  asked.open = true;
  return asked.stop;
}

bool RoadDesk::finished(QObject* asker, quint64 generation) {
  const auto asked = asked_.find(asker);
  if (asked == asked_.end() || asked->second.generation != generation || !asked->second.open) return false;
  asked->second.open = false;
  return true;
}

void RoadDesk::forget(QObject* asker) {
  const auto asked = asked_.find(asker);
  if (asked == asked_.end()) return;
  asked->second.stop.request_stop();
  asked->second.open = false;
}

bool RoadDesk::idle() const {
  if (state_ == State::loading || !job_.idle()) return false;
  return std::none_of(asked_.begin(), asked_.end(), [](const auto& each) { return each.second.open; });
}

}  // namespace fengsui
