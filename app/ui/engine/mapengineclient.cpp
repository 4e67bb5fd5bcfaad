// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engine/mapengineclient.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace fengsui {
namespace {

constexpr double kMarginPx = 64;   // so that a small drag uncovers nothing
constexpr int kStillMs = 120;      // the view has come to rest: what is drawn for an older one is given up
constexpr int kReopenMs = 10'000;  // a project that could not be opened may have been mended
constexpr int kLargestPx = 16'384;

QRectF rectOf(const protocol::Extent& e) {
  return {QPointF(e.xMin, e.yMin), QPointF(e.xMax, e.yMax)};
}

// The pixels as an image that owns them; nothing is copied.
QImage imageOf(protocol::Rendered& rendered) {
  auto* pixels = new protocol::Blob(std::move(rendered.pixels));
  return {reinterpret_cast<const uchar*>(pixels->data()),
          rendered.widthPx,
          rendered.heightPx,
          4 * rendered.widthPx,
          QImage::Format_ARGB32_Premultiplied,
          [](void* owned) { delete static_cast<protocol::Blob*>(owned); },
          pixels};
}

Error about(const std::string& layer, const Text& message) {
  return {ErrorCode::unreadable, {layer + ": " + message.en, layer + "：" + message.zh}, {}, {}};
}

}  // namespace

MapEngineClient::MapEngineClient(const QString& program, QString project, QObject* parent)
    : BaseMap(parent), process_(program, this), project_(std::move(project)) {
  still_.setSingleShot(true);
  still_.setInterval(kStillMs);
  reopen_.setSingleShot(true);
  reopen_.setInterval(kReopenMs);
  connect(&still_, &QTimer::timeout, this, &MapEngineClient::sendWanted);
  connect(&reopen_, &QTimer::timeout, this, &MapEngineClient::openProject);
  connect(&process_, &EngineProcess::up, this, &MapEngineClient::openProject);
  connect(&process_, &EngineProcess::received, this, &MapEngineClient::take);
  connect(&process_, &EngineProcess::down, this, [this](const Error& why) {
    rendering_ = 0;
    reopen_.stop();
    if (!wanted_) wanted_ = last_;
    become(State::broken, why);
  });
  process_.start();
}

void MapEngineClient::openProject() {
  if (!process_.connected()) return;
  become(home_ ? State::ready : State::starting, std::nullopt);
  opening_ = ++generation_;
  process_.send(protocol::OpenProject{opening_, project_.toStdString()});
}

void MapEngineClient::become(State state, std::optional<Error> trouble) {
  const bool same = state == state_ && trouble == trouble_;
  state_ = state;
  trouble_ = std::move(trouble);
  if (!same) emit stateChanged();
}

void MapEngineClient::request(const ViewPort& view, double devicePixelRatio, const QString& style) {
  wanted_ = Wanted{view, devicePixelRatio, style};
  // While the map moves, what is being drawn is finished, so that something new is seen all the time; once the map is
  // still, only its view counts.
  if (rendering_ == 0)
    sendWanted();
  else
    still_.start();
}

void MapEngineClient::sendWanted() {
  if (!wanted_ || !process_.connected() || opening_ != 0 || state_ != State::ready) return;
  still_.stop();
  last_ = wanted_;
  const ViewPort view = wanted_->view.widened(kMarginPx);
  protocol::Render render;
  render.generation = rendering_ = ++generation_;
  render.lane = protocol::Lane::view;
  const QRectF extent = view.extent();
  render.extent = {extent.left(), extent.top(), extent.right(), extent.bottom()};
  render.widthPx = std::clamp(static_cast<int>(std::lround(view.size().width() * wanted_->ratio)), 1, kLargestPx);
  render.heightPx = std::clamp(static_cast<int>(std::lround(view.size().height() * wanted_->ratio)), 1, kLargestPx);
  render.devicePixelRatio = wanted_->ratio;
  render.style = wanted_->style.toStdString();
  wanted_.reset();
  process_.send(std::move(render));
}

void MapEngineClient::take(protocol::Message message) {
  std::visit([this](auto& answer) { handle(answer); }, message);
}

void MapEngineClient::handle(protocol::ProjectOpened& opened) {
  if (opened.generation != opening_) return;
  opening_ = 0;
  home_ = rectOf(opened.extent);
  if (opened.extent.empty()) home_.reset();
  projectTrouble_.reset();
  for (const auto& layer : opened.layers)
    if (layer.error && !projectTrouble_) projectTrouble_ = about(layer.name, *layer.error);
  state_ = State::ready;
  trouble_ = projectTrouble_;
  if (!wanted_) wanted_ = last_;
  emit stateChanged();
  sendWanted();
}

void MapEngineClient::handle(protocol::Rendered& rendered) {
  // An answer to an older request is still the newest picture there is.
  const bool newest = rendered.generation == rendering_;
  if (newest) rendering_ = 0;
  std::optional<Error> trouble = projectTrouble_;
  if (!rendered.errors.empty()) trouble = about(rendered.errors.front().layer, rendered.errors.front().message);
  become(State::ready, std::move(trouble));
  MapImage image;
  image.extent = rectOf(rendered.extent);
  image.image = imageOf(rendered);
  if (last_) image.image.setDevicePixelRatio(last_->ratio);
  emit arrived(image, newest && !wanted_);
  if (newest) sendWanted();
}

void MapEngineClient::handle(protocol::Cancelled& cancelled) {
  if (cancelled.generation != rendering_) return;
  rendering_ = 0;
  sendWanted();
}

void MapEngineClient::handle(protocol::Failure& failure) {
  if (failure.generation == opening_) {
    opening_ = 0;
    become(State::broken, failure.error);
    reopen_.start();
  } else if (failure.generation == rendering_) {
    rendering_ = 0;
    become(State::ready, failure.error);
    sendWanted();
  }
}

}  // namespace fengsui
