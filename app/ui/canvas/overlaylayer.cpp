// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/overlaylayer.h"

namespace fengsui {
namespace {

constexpr double kMarginShare = 0.2;  // painted around the view, so that dragging does not uncover an edge at once

}  // namespace

OverlayLayer::OverlayLayer(QObject* parent)
    : QObject(parent),
      painter_(std::make_shared<OverlayPainter>()),
      tokens_(tokens()),
      job_([this] { return work(); }, [this](Answer answer) { take(std::move(answer)); }) {}

void OverlayLayer::setSituation(const Snapshot& situation, Instant now) {
  situation_ = situation;
  now_ = now;
  situationChanged_ = true;
  job_.want();
}

void OverlayLayer::setView(const ViewPort& view, double devicePixelRatio) {
  if (view == view_ && devicePixelRatio == ratio_) return;
  view_ = view;
  ratio_ = devicePixelRatio;
  job_.want();
}

void OverlayLayer::setTokens(const Tokens& tokens) {
  tokens_ = tokens;
  job_.want();
}

void OverlayLayer::setRoads(std::shared_ptr<const RoadDrawing> roads) {
  if (roads == roads_) return;
  roads_ = std::move(roads);
  job_.want();
}

LatestJob<OverlayLayer::Answer>::Work OverlayLayer::work() {
  if (!situation_ || view_.empty()) return {};
  const bool sceneIsNew = std::exchange(situationChanged_, false) || !scene_;
  const ViewPort view = view_.widened(kMarginShare * std::max(view_.size().width(), view_.size().height()));
  return [sceneIsNew, situation = sceneIsNew ? situation_ : nullptr, scene = scene_, view, ratio = ratio_,
          look = tokens_, now = now_, roads = roads_, painter = painter_] {
    const auto drawn = sceneIsNew ? OverlayScene::of(*situation, now) : scene;
    auto layout = SymbolLayout::of(*drawn, view);
    auto painted = painter->paint(*drawn, layout, roads.get(), view, ratio, look);
    return Answer{drawn, sceneIsNew, std::move(layout), std::move(painted)};
  };
}

void OverlayLayer::take(Answer answer) {
  image_ = std::move(answer.painted.image);
  occupied_ = std::move(answer.painted.occupied);
  layout_ = std::move(answer.layout);
  if (answer.sceneIsNew) {
    scene_ = std::move(answer.scene);
    emit sceneChanged();
  }
  emit imageChanged();
}

}  // namespace fengsui
