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
constexpr double kIconRatio = 2;  // the engine makes legend icons for dense screens

QRectF rectOf(const protocol::Extent& e) {
  return {QPointF(e.xMin, e.yMin), QPointF(e.xMax, e.yMax)};
}

std::vector<std::string> namesOf(const QSet<QString>& ids) {
  std::vector<std::string> out;
  for (const QString& id : ids) out.push_back(id.toStdString());
  std::sort(out.begin(), out.end());
  return out;
}

MapLayer layerOf(const protocol::Layer& layer) {
  MapLayer out;
  out.id = QString::fromStdString(layer.id);
  out.name = QString::fromStdString(layer.name);
  out.group = QString::fromStdString(layer.group);
  out.kind = QString::fromStdString(layer.kind);
  out.visible = layer.visible;
  out.scaleFar = layer.scaleFar;
  out.scaleNear = layer.scaleNear;
  out.trouble = layer.error;
  for (const auto& [label, png] : layer.legend) {
    QImage icon = QImage::fromData(reinterpret_cast<const uchar*>(png.data()), static_cast<int>(png.size()));
    icon.setDevicePixelRatio(kIconRatio);
    out.legend.push_back({QString::fromStdString(label), icon});
  }
  return out;
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
  connect(&process_, &EngineProcess::received, this,
          [this](const std::shared_ptr<EngineParcel>& parcel) { take(*parcel); });
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

void MapEngineClient::show(const ViewPort& view, double devicePixelRatio, const QString& style) {
  wanted_ = Wanted{view, devicePixelRatio, style};
  // While the map moves, what is being drawn is finished, so that something new is seen all the time; once the map is
  // still, only its view counts.
  if (rendering_ == 0)
    sendWanted();
  else
    still_.start();
}

bool MapEngineClient::paint(QPainter& painter, const ViewPort& view) {
  ground_.paint(painter, view);
  return !ground_.empty() &&
         view.toScreen(ground_.extent).normalized().contains(QRectF(QPointF(), view.size()).adjusted(1, 1, -1, -1));
}

bool MapEngineClient::settled() const {
  return state_ == State::ready && rendering_ == 0 && !wanted_ && !ground_.empty();
}

void MapEngineClient::setHidden(const QSet<QString>& ids) {
  if (ids == hidden_) return;
  hidden_ = ids;
  emit layersChanged();
  if (last_) show(last_->view, last_->ratio, last_->style);
}

quint64 MapEngineClient::identify(QPointF map, double toleranceM) {
  if (!process_.connected() || state_ != State::ready) return 0;
  protocol::Identify request{++generation_, map.x(), map.y(), toleranceM, {}, namesOf(hidden_)};
  process_.send(std::move(request));
  return generation_;
}

void MapEngineClient::noteTroubles(const std::vector<protocol::LayerError>& errors) {
  bool changed = false;
  for (MapLayer& layer : layers_) {
    const auto found = std::find_if(errors.begin(), errors.end(),
                                    [&](const auto& one) { return one.layer == layer.id.toStdString(); });
    const auto trouble = found == errors.end() ? std::nullopt : std::optional(found->message);
    // A layer that the picture leaves out says nothing about its state.
    if (!trouble && hidden_.contains(layer.id)) continue;
    changed |= layer.trouble != trouble;
    layer.trouble = trouble;
  }
  if (changed) emit layersChanged();
}

std::optional<Error> MapEngineClient::troubleOfLayers() const {
  for (const MapLayer& layer : layers_) {
    if (!layer.trouble || hidden_.contains(layer.id)) continue;
    const std::string name = layer.name.toStdString();
    return Error{ErrorCode::unreadable, {name + ": " + layer.trouble->en, name + "：" + layer.trouble->zh}, {}, {}};
  }
  return std::nullopt;
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
  render.hidden = namesOf(hidden_);
  wanted_.reset();
  process_.send(std::move(render));
}

void MapEngineClient::take(EngineParcel& parcel) {
  if (auto* rendered = std::get_if<protocol::Rendered>(&parcel.message))
    draw(*rendered, std::move(parcel.image));
  else
    std::visit([this](auto& answer) { handle(answer); }, parcel.message);
}

void MapEngineClient::handle(protocol::ProjectOpened& opened) {
  if (opened.generation != opening_) return;
  opening_ = 0;
  home_ = rectOf(opened.extent);
  if (opened.extent.empty()) home_.reset();
  layers_.clear();
  for (const auto& layer : opened.layers) layers_.push_back(layerOf(layer));
  state_ = State::ready;
  trouble_ = troubleOfLayers();
  if (!wanted_) wanted_ = last_;
  emit stateChanged();
  emit layersChanged();
  sendWanted();
}

void MapEngineClient::draw(const protocol::Rendered& rendered, QImage image) {
  // An answer to an older request is still the newest picture there is.
  const bool newest = rendered.generation == rendering_;
  if (newest) rendering_ = 0;
  noteTroubles(rendered.errors);
  become(State::ready, troubleOfLayers());
  ground_.extent = rectOf(rendered.extent);
  ground_.image = std::move(image);
  if (last_) ground_.image.setDevicePixelRatio(last_->ratio);
  if (newest) sendWanted();
  emit changed();
}

void MapEngineClient::handle(protocol::Cancelled& cancelled) {
  if (cancelled.generation != rendering_) return;
  rendering_ = 0;
  sendWanted();
}

void MapEngineClient::handle(protocol::Identified& answer) {
  std::vector<MapFeature> features;
  for (const auto& feature : answer.features) {
    MapFeature one{QString::fromStdString(feature.layer), QString::fromStdString(feature.title), {}};
    for (const auto& [name, value] : feature.attributes)
      one.attributes.emplace_back(QString::fromStdString(name), QString::fromStdString(value));
    features.push_back(std::move(one));
  }
  emit identified(answer.generation, features);
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
