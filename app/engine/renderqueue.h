// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

#include "engine/activity.h"
#include "protocol/messages.h"

class QgsMapRendererParallelJob;

namespace fengsui::engine {

class MapProject;

/// Draws what was asked for, one image at a time, in the order of the lanes.
///
/// Every request is answered once: rendered, cancelled or failed. A job that has been given up winds down in the
/// background; nothing waits for it.
/// Thread: main.
class RenderQueue : public QObject {
 public:
  using Answer = std::function<void(protocol::Message)>;

  RenderQueue(Activity& activity, Answer answer);
  ~RenderQueue() override;

  /// The project to draw; it must stay until the next call. What is under way is given up.
  void draw(MapProject* project);
  void submit(protocol::Render request);
  void cancel(protocol::Generation generation, bool andOlder);
  /// Without answers: there is nobody to answer to.
  void forgetAll();

 private:
  struct Running {
    protocol::Render request;
    QElapsedTimer clock;
    std::shared_ptr<QgsMapRendererParallelJob> job;
    std::vector<protocol::LayerError> troubles;
  };

  void startNext();
  void start(protocol::Render request);
  void finished();
  void deadlinePassed();
  void giveUpRunning();
  void reply(bool complete);

  Activity& activity_;
  Answer answer_;
  MapProject* project_ = nullptr;
  std::deque<protocol::Render> waiting_;
  std::unique_ptr<Running> running_;
  std::vector<std::shared_ptr<QgsMapRendererParallelJob>> windingDown_;
  QTimer deadline_;
};

}  // namespace fengsui::engine
