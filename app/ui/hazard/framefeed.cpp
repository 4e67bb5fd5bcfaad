// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hazard/framefeed.h"

#include <algorithm>

namespace fengsui {
namespace {

constexpr std::size_t kLimit = 128U << 20U;  // bytes
constexpr std::size_t kAhead = 8;            // frames
constexpr std::size_t kTellEvery = 12;       // frames of the course between two that are told

Error tooLarge(std::size_t index) {
  const std::string number = std::to_string(index + 1);
  return {ErrorCode::full,
          {"there is not enough memory for frame " + number, "内存不足，无法显示第 " + number + " 帧"},
          {},
          {}};
}

}  // namespace

FrameFeed::FrameFeed(QObject* parent)
    : QObject(parent),
      limit_(kLimit),
      job_([this] { return nextWork(); },
           [this](Done done) {
             done();
             job_.want();
           }) {}

void FrameFeed::open(const QString& file) {
  close();
  toOpen_ = file;
  job_.want();
}

void FrameFeed::close() {
  ++generation_;
  toOpen_.reset();
  toRefresh_ = false;
  header_.reset();
  file_.reset();
  walked_.reset();
  colours_.reset();
  course_.reset();
  afterMs_.clear();
  frames_.clear();
  troubles_.clear();
  looked_ = wanted_ = 0;
}

void FrameFeed::refresh() {
  if (!header_) return;
  toRefresh_ = true;
  job_.want();
}

void FrameFeed::want(std::size_t frame, int ahead) {
  wanted_ = frame;
  ahead_ = ahead < 0 ? -1 : 1;
  job_.want();
}

void FrameFeed::setMemoryLimit(std::size_t bytes) {
  limit_ = bytes;
  forget();
}

std::shared_ptr<const HazardFrame> FrameFeed::frame(std::size_t index) const {
  const auto found = frames_.find(index);
  return found == frames_.end() ? nullptr : found->second;
}

const Error* FrameFeed::troubleOf(std::size_t index) const {
  const auto found = troubles_.find(index);
  return found == troubles_.end() ? nullptr : &found->second;
}

bool FrameFeed::missing(std::size_t index) const {
  return index < afterMs_.size() && !frames_.contains(index) && !troubles_.contains(index);
}

bool FrameFeed::settled() const {
  return !toOpen_ && !missing(wanted_) && (!header_ || looked_ >= afterMs_.size());
}

std::size_t FrameFeed::room() const {
  if (!header_) return 1;
  const std::size_t each = header_->grid.cells() * (sizeof(std::uint16_t) + sizeof(QRgb) + sizeof(QRgb) / 3 + 1);
  return std::max<std::size_t>(1, limit_ / each);
}

void FrameFeed::forget() {
  const auto farness = [this](std::size_t index) { return index > wanted_ ? index - wanted_ : wanted_ - index; };
  while (frames_.size() > room()) {
    const auto first = frames_.begin();
    const auto last = std::prev(frames_.end());
    frames_.erase(farness(first->first) > farness(last->first) ? first : last);
  }
}

FrameFeed::Work FrameFeed::nextWork() {
  if (toOpen_) return openWork();
  if (!header_) return {};
  if (toRefresh_) return refreshWork();
  if (missing(wanted_)) return readWork(wanted_);
  // So few that none of them is forgotten for another one of them.
  const std::size_t ahead = std::min(kAhead, (room() - 1) / 2);
  for (std::size_t i = 1; i <= ahead; ++i) {
    if (ahead_ < 0 && i > wanted_) break;
    const std::size_t index = ahead_ < 0 ? wanted_ - i : wanted_ + i;
    if (missing(index)) return readWork(index);
  }
  if (looked_ < afterMs_.size()) return courseWork();
  return {};
}

FrameFeed::Work FrameFeed::openWork() {
  return [this, path = toOpen_->toStdString(), generation = generation_]() -> Done {
    auto opened = FramesFile::open(path);
    auto colours = opened ? FrameColours::of(opened->header().layer) : Result<FrameColours>(failure(opened.error()));
    if (!colours) {
      return [this, generation, error = colours.error()] {
        if (generation != generation_) return;
        toOpen_.reset();
        emit failed(error);
      };
    }
    auto file = std::make_shared<FramesFile>(std::move(*opened));
    auto table = std::make_shared<const FrameColours>(std::move(*colours));
    return [this, generation, file, table, header = file->header(), afterMs = file->afterMs()] {
      if (generation != generation_) return;
      toOpen_.reset();
      file_ = file;
      walked_ = std::make_shared<HazardCourse>();
      colours_ = table;
      header_ = header;
      afterMs_ = afterMs;
      emit grown();
    };
  };
}

FrameFeed::Work FrameFeed::refreshWork() {
  toRefresh_ = false;
  return [this, file = file_, generation = generation_]() -> Done {
    const auto more = file->refresh();
    return [this, generation, afterMs = file->afterMs(), error = more ? std::nullopt : std::optional(more.error())] {
      if (generation != generation_) return;
      const bool longer = afterMs.size() > afterMs_.size();
      afterMs_ = afterMs;
      if (longer) emit grown();
      if (error) emit failed(*error);
    };
  };
}

FrameFeed::Work FrameFeed::readWork(std::size_t index) {
  return [this, index, file = file_, colours = colours_, generation = generation_]() -> Done {
    auto counts = file->read(index);
    auto made = std::make_shared<HazardFrame>();
    std::optional<Error> error;
    if (counts) {
      made->index = index;
      made->levels = withHalves(colours->paint(file->header().grid, *counts));
      made->counts = std::move(*counts);
      if (made->levels.empty()) error = tooLarge(index);
    } else {
      error = counts.error();
    }
    return [this, index, generation, made, error] {
      if (generation != generation_) return;
      if (error)
        troubles_.emplace(index, *error);
      else
        frames_[index] = made;
      forget();
      emit frameReady(index);
      if (error) emit failed(*error);
    };
  };
}

FrameFeed::Work FrameFeed::courseWork() {
  const bool tell = looked_ + 1 == afterMs_.size() || (looked_ + 1) % kTellEvery == 0;
  return [this, index = looked_, known = frame(looked_), file = file_, walked = walked_, tell,
          first = colours_->firstCount(), generation = generation_]() -> Done {
    if (known) {
      walked->add(known->counts, first);
    } else {
      // A frame that cannot be read is told of when it is to be painted.
      const auto counts = file->read(index);
      walked->add(counts ? *counts : FrameCounts(file->header().grid.cells()), first);
    }
    const auto copy = tell ? std::make_shared<const HazardCourse>(*walked) : nullptr;
    return [this, generation, copy] {
      if (generation != generation_) return;
      ++looked_;
      if (!copy) return;
      course_ = copy;
      emit courseKnown();
    };
  };
}

}  // namespace fengsui
