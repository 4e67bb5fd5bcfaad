// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/overlaylayer.h"

namespace fengsui {
namespace {

constexpr double kMarginShare = 0.2;  // painted around the view, so that dragging does not uncover an edge at once

}  // namespace

OverlayLayer::OverlayLayer(QObject* parent)
    : QObject(parent), painter_(std::make_shared<OverlayPainter>()), tokens_(tokens()) {
  pool_.setMaxThreadCount(1);
}

OverlayLayer::~OverlayLayer() {
  pool_.waitForDone();
}

void OverlayLayer::setSituation(const Snapshot& situation) {
  situation_ = situation;
  situationChanged_ = true;
  want();
}

void OverlayLayer::setView(const ViewPort& view, double devicePixelRatio) {
  if (view == view_ && devicePixelRatio == ratio_) return;
  view_ = view;
  ratio_ = devicePixelRatio;
  want();
}

void OverlayLayer::setTokens(const Tokens& tokens) {
  tokens_ = tokens;
  want();
}

void OverlayLayer::want() {
  wanted_ = true;
  if (!running_) start();
}

void OverlayLayer::start() {
  if (!situation_ || view_.empty()) return;
  wanted_ = false;
  running_ = true;
  const bool sceneIsNew = situationChanged_ || !scene_;
  situationChanged_ = false;
  const ViewPort view = view_.widened(kMarginShare * std::max(view_.size().width(), view_.size().height()));
  pool_.start([this, sceneIsNew, situation = sceneIsNew ? situation_ : nullptr, scene = scene_, view, ratio = ratio_,
               look = tokens_, painter = painter_]() mutable {
    if (sceneIsNew) scene = OverlayScene::of(*situation);
    Answer answer{scene, painter->paint(*scene, view, ratio, look)};
    // The pool is a part of this layer and ends before it, so the layer is there.
    QMetaObject::invokeMethod(this, [this, answer = std::move(answer), sceneIsNew] { take(answer, sceneIsNew); });
  });
}

void OverlayLayer::take(const Answer& answer, bool sceneIsNew) {
  running_ = false;
  image_ = answer.image;
  if (sceneIsNew) {
    scene_ = answer.scene;
    emit sceneChanged();
  }
  emit imageChanged();
  if (wanted_) start();
}

}  // namespace fengsui
