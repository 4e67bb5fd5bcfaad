// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hazard/hazardplayer.h"

#include <algorithm>

namespace fengsui {
namespace {

constexpr int kTickMs = 33;
constexpr int kClockMs = 1000;
constexpr std::int64_t kSpeed = 600'000;  // an hour in six seconds

}  // namespace

HazardPlayer::HazardPlayer(QObject* parent) : QObject(parent), speed_(kSpeed) {
  tick_.setInterval(kTickMs);
  tick_.setTimerType(Qt::PreciseTimer);
  connect(&tick_, &QTimer::timeout, this, &HazardPlayer::advance);
  connect(&clock_, &QTimer::timeout, this, [this] {
    if (mode_ == Mode::now) follow();
  });
  connect(&feed_, &FrameFeed::grown, this, [this] {
    follow();
    emit changed();
  });
  connect(&feed_, &FrameFeed::frameReady, this, [this](std::size_t index) {
    if (index == wanted_ || nearer(index)) take(index);
  });
  connect(&feed_, &FrameFeed::courseKnown, this, &HazardPlayer::changed);
  connect(&feed_, &FrameFeed::failed, this, &HazardPlayer::failed);
}

void HazardPlayer::show(const QString& file) {
  hide();
  path_ = file;
  clock_.start(kClockMs);
  feed_.open(file);
}

void HazardPlayer::hide() {
  tick_.stop();
  clock_.stop();
  feed_.close();
  path_.clear();
  wanted_.reset();
  painted_.reset();
  if (mode_ == Mode::chosen) mode_ = Mode::now;
  emit changed();
}

std::optional<std::size_t> HazardPlayer::frameOf(Instant moment) const {
  if (!shown()) return std::nullopt;
  const auto& after = afterMs();
  const auto next = std::upper_bound(after.begin(), after.end(), moment.ms - header().start.ms);
  if (next == after.begin()) return std::nullopt;
  return static_cast<std::size_t>(next - after.begin()) - 1;
}

void HazardPlayer::choose(std::optional<std::size_t> frame) {
  if (frame == wanted_) return;
  if (frame && wanted_) ahead_ = *frame < *wanted_ ? -1 : 1;
  wanted_ = frame;
  if (wanted_) feed_.want(*wanted_, ahead_);
  take(wanted_.value_or(0));
}

// Where frames are wanted faster than they can be read, those that come are shown all the same.
bool HazardPlayer::nearer(std::size_t index) const {
  if (!wanted_ || !painted_) return false;
  const auto farness = [this](std::size_t frame) { return frame > *wanted_ ? frame - *wanted_ : *wanted_ - frame; };
  return farness(index) < farness(painted_->index);
}

// Shows a frame where it is there by now; until then the one before stays.
void HazardPlayer::take(std::size_t index) {
  if (!wanted_ || feed_.troubleOf(*wanted_))
    painted_.reset();
  else if (auto there = feed_.frame(index))
    painted_ = std::move(there);
  emit changed();
}

void HazardPlayer::follow() {
  if (!shown()) return choose(std::nullopt);
  switch (mode_) {
    case Mode::past:
      return choose(moment_ > last() ? std::nullopt : frameOf(moment_));
    case Mode::now:
      return choose(frameOf(systemNow()).value_or(0));
    case Mode::chosen:
      return choose(frameOf(moment_).value_or(0));
  }
}

void HazardPlayer::setMoment(Instant moment) {
  if (!shown()) return;
  mode_ = Mode::chosen;
  moment_ = std::clamp(moment, first(), last());
  follow();
}

void HazardPlayer::followNow() {
  if (mode_ == Mode::now) return;
  pause();
  mode_ = Mode::now;
  follow();
  emit changed();
}

void HazardPlayer::lookBackTo(Instant moment) {
  pause();
  mode_ = Mode::past;
  moment_ = moment;
  follow();
  emit changed();
}

void HazardPlayer::play() {
  if (!shown() || mode_ == Mode::past || playing()) return;
  // From where it is; from the end again from the beginning of what is still to come.
  Instant from = moment().value_or(first());
  if (from >= last()) from = std::max(first(), std::min(systemNow(), last()));
  if (from >= last()) from = first();
  setMoment(from);
  since_.start();
  tick_.start();
  emit changed();
}

void HazardPlayer::pause() {
  if (!playing()) return;
  tick_.stop();
  emit changed();
}

void HazardPlayer::advance() {
  if (!shown()) return tick_.stop();
  moment_ = std::min(moment_.plusMs(since_.restart() * speed_ / 1000), last());
  follow();
  if (moment_ >= last()) pause();
}

void HazardPlayer::setSpeed(std::int64_t msPerSecond) {
  speed_ = std::max<std::int64_t>(1, msPerSecond);
  emit changed();
}

void HazardPlayer::step(int frames) {
  if (!shown() || mode_ == Mode::past) return;
  pause();
  const auto last = static_cast<std::int64_t>(afterMs().size()) - 1;
  const auto from = static_cast<std::int64_t>(wanted_.value_or(0));
  setMoment(momentOf(static_cast<std::size_t>(std::clamp<std::int64_t>(from + frames, 0, last))));
}

std::optional<Instant> HazardPlayer::moment() const {
  return wanted_ ? std::optional(momentOf(*wanted_)) : std::nullopt;
}

std::optional<double> HazardPlayer::valueAt(Position where) const {
  if (!painted_) return std::nullopt;
  const auto cell = cellAt(header().grid, where);
  return cell ? std::optional(painted_->counts[*cell] * header().layer.step) : std::nullopt;
}

std::optional<HazardAtPlace> HazardPlayer::atPlace(Position where) const {
  const auto value = valueAt(where);
  if (!value) return std::nullopt;
  HazardAtPlace out{*value, momentOf(painted_->index), std::nullopt};
  const auto& walked = feed_.course();
  if (!walked || walked->frames != afterMs().size()) return out;
  const std::size_t cell = *cellAt(header().grid, where);
  const auto momentFrom1 = [this](std::uint16_t number) {
    return number ? std::optional(momentOf(number - 1U)) : std::nullopt;
  };
  out.course = {momentFrom1(walked->firstFrame[cell]), walked->most[cell] * header().layer.step,
                momentFrom1(walked->mostFrame[cell]), last()};
  return out;
}

}  // namespace fengsui
