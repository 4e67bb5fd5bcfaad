// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/renderqueue.h"

#include <qgsmaplayer.h>
#include <qgsmaprendererparalleljob.h>

#include <QImage>
#include <algorithm>
#include <utility>

#include "engine/labelboxes.h"
#include "engine/layerstate.h"
#include "engine/mapproject.h"
#include "engine/picture.h"

namespace fengsui::engine {

namespace {

using protocol::Lane;

bool overtakes(const protocol::Render& newer, const protocol::Render& older) {
  return newer.lane != Lane::tile && newer.lane == older.lane && newer.generation > older.generation;
}

int rank(Lane lane) {
  return lane == Lane::view ? 0 : lane == Lane::labels ? 1 : 2;
}

}  // namespace

RenderQueue::RenderQueue(Activity& activity, Answer answer) : activity_(activity), answer_(std::move(answer)) {
  deadline_.setSingleShot(true);
  connect(&deadline_, &QTimer::timeout, this, [this] { deadlinePassed(); });
}

RenderQueue::~RenderQueue() = default;

void RenderQueue::draw(MapProject* project) {
  cancel(~protocol::Generation{0}, true);
  project_ = project;
}

void RenderQueue::submit(protocol::Render request) {
  if (!project_) {
    answer_(protocol::Failure{request.generation,
                              {ErrorCode::refused, {"no map project is open", "尚未打开地图工程"}, {}, {}}});
    return;
  }
  for (auto older = waiting_.begin(); older != waiting_.end();) {
    if (overtakes(request, *older)) {
      answer_(protocol::Cancelled{older->generation});
      older = waiting_.erase(older);
    } else {
      ++older;
    }
  }
  if (running_) {
    const protocol::Render current = running_->request;
    if (overtakes(request, current)) {
      giveUpRunning();
      answer_(protocol::Cancelled{current.generation});
    } else if (current.lane == Lane::tile && request.lane != Lane::tile) {
      giveUpRunning();
      waiting_.push_front(current);
    }
  }
  const auto place = std::upper_bound(waiting_.begin(), waiting_.end(), request,
                                      [](const auto& a, const auto& b) { return rank(a.lane) < rank(b.lane); });
  waiting_.insert(place, std::move(request));
  startNext();
}

void RenderQueue::cancel(protocol::Generation generation, bool andOlder) {
  const auto meant = [&](protocol::Generation one) { return one == generation || (andOlder && one < generation); };
  for (auto request = waiting_.begin(); request != waiting_.end();) {
    if (meant(request->generation)) {
      answer_(protocol::Cancelled{request->generation});
      request = waiting_.erase(request);
    } else {
      ++request;
    }
  }
  if (running_ && meant(running_->request.generation)) {
    const auto given = running_->request.generation;
    giveUpRunning();
    answer_(protocol::Cancelled{given});
  }
  startNext();
}

void RenderQueue::forgetAll() {
  waiting_.clear();
  if (running_) giveUpRunning();
}

void RenderQueue::startNext() {
  if (running_ || waiting_.empty()) return;
  protocol::Render next = std::move(waiting_.front());
  waiting_.pop_front();
  start(std::move(next));
}

void RenderQueue::start(protocol::Render request) {
  activity_.begin("rendering");
  running_ = std::make_unique<Running>();
  running_->clock.start();
  running_->troubles = project_->troublesIn(request);
  running_->job = std::make_shared<QgsMapRendererParallelJob>(project_->settingsFor(request));
  deadline_.start(request.deadlineMs);
  running_->request = std::move(request);
  const auto job = running_->job;
  connect(job.get(), &QgsMapRendererJob::finished, this, [this, which = job.get()] {
    if (running_ && running_->job.get() == which) {
      finished();
    } else {
      std::erase_if(windingDown_, [&](const auto& old) {
        if (old.get() != which) return false;
        // The signal comes out of the job itself: it must outlive it.
        QTimer::singleShot(0, this, [last = old] {});
        return true;
      });
    }
  });
  job->start();
}

void RenderQueue::giveUpRunning() {
  deadline_.stop();
  windingDown_.push_back(running_->job);
  running_->job->cancelWithoutBlocking();
  running_.reset();
  activity_.end();
}

void RenderQueue::finished() {
  for (const auto& error : running_->job->errors()) {
    running_->troubles.push_back({error.layerID.toStdString(), drawingTrouble(error.message)});
  }
  reply(true);
  QTimer::singleShot(0, this, [last = running_->job] {});
  deadline_.stop();
  running_.reset();
  activity_.end();
  startNext();
}

void RenderQueue::deadlinePassed() {
  if (!running_) return;
  const auto waited = std::to_string(running_->request.deadlineMs / 1000);
  const Text silent{"no answer within " + waited + " s; drawn without it", waited + " 秒内没有响应，已略过"};
  for (const std::string& id : project_->remoteLayersIn(running_->request)) running_->troubles.push_back({id, silent});
  reply(false);
  giveUpRunning();
  startNext();
}

void RenderQueue::reply(bool complete) {
  const QImage image = running_->job->renderedImage();
  const QgsRectangle shown = running_->job->mapSettings().visibleExtent();
  answer_(protocol::Rendered{
      .generation = running_->request.generation,
      .lane = running_->request.lane,
      .extent = {shown.xMinimum(), shown.yMinimum(), shown.xMaximum(), shown.yMaximum()},
      .widthPx = running_->request.widthPx,
      .heightPx = running_->request.heightPx,
      .elapsedMs = static_cast<int>(running_->clock.elapsed()),
      .complete = complete,
      .errors = std::move(running_->troubles),
      .pixels = pixelsOf(image, running_->request.widthPx, running_->request.heightPx),
      .labels = complete && running_->request.lane == Lane::labels ? labelBoxesOf(*running_->job)
                                                                   : std::vector<std::vector<int>>{},
  });
}

}  // namespace fengsui::engine
