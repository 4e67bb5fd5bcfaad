// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roads/firstthere.h"

#include <algorithm>

namespace fengsui {
namespace {

constexpr int kAnewMs = 30'000;  // who sets out later arrives later

}  // namespace

FirstThere::FirstThere(RoadDesk& roads, QObject* parent) : QObject(parent), desk_(roads) {
  connect(&desk_, &RoadDesk::pictureChanged, this, &FirstThere::want);
  connect(&desk_, &RoadDesk::stateChanged, this, [this] {
    if (desk_.state() == RoadDesk::State::ready) return;
    candidates_.clear();
    roads_.reset();
    emit changed();
  });
  connect(&desk_.desk(), &Desk::shownChanged, this, &FirstThere::want);
  connect(&anew_, &QTimer::timeout, this, &FirstThere::want);
  anew_.setInterval(kAnewMs);
}

void FirstThere::setPlace(const std::optional<Position>& place, std::vector<std::string> capabilities) {
  if (place == place_ && capabilities == capabilities_) return;
  place_ = place;
  capabilities_ = std::move(capabilities);
  candidates_.clear();
  roads_.reset();
  desk_.forget(this);
  asking_ = again_ = false;
  if (place_) {
    anew_.start();
    want();
  } else {
    anew_.stop();
  }
  emit changed();
}

// While one is under way the next waits: on a busy night there would be no answer at all.
void FirstThere::want() {
  if (!place_) return;
  if (asking_)
    again_ = true;
  else
    ask();
}

void FirstThere::ask() {
  again_ = false;
  asking_ = desk_.ask<Answer>(
      this, RoadDesk::Pace::quick,
      [to = *place_, capabilities = capabilities_](const RoadView& view, const std::stop_token&) {
        return Answer{
            whoCanBeThere(*view.situation, view.roads, to, view.at, view.zone, capabilities, view.heights.get()),
            view.roads};
      },
      [this](Answer answer) {
        asking_ = false;
        candidates_ = std::move(answer.candidates);
        roads_ = std::move(answer.roads);
        emit changed();
        if (again_) ask();
      });
}

const Candidate* FirstThere::of(const Uuid& team) const {
  const auto at =
      std::find_if(candidates_.begin(), candidates_.end(), [&](const Candidate& one) { return one.team.uuid == team; });
  return at == candidates_.end() ? nullptr : &*at;
}

}  // namespace fengsui
