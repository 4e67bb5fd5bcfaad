// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engine/mapengineclient.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace fengsui {
namespace {

constexpr int kPaperDeadlineMs = 30'000;  // paper may take longer than a screen
constexpr double kIconRatio = 2;          // the engine makes legend icons for dense screens

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

MapEngineClient::MapEngineClient(const QString& program, QString project, const QString& cacheFolder,
                                 EnginePatience patience, QObject* parent)
    : BaseMap(parent),
      process_(program, cacheFolder + QStringLiteral("/engine"), patience, this),
      project_(std::move(project)),
      ground_(process_, project_, cacheFolder) {
  reopen_.setSingleShot(true);
  reopen_.setInterval(patience.projectAgain);
  connect(&ground_, &GroundFeed::changed, this, &BaseMap::changed);
  connect(&reopen_, &QTimer::timeout, this, &MapEngineClient::openProject);
  connect(&process_, &EngineProcess::silenceChanged, this, &BaseMap::stateChanged);
  connect(&process_, &EngineProcess::up, this, &MapEngineClient::openProject);
  connect(&process_, &EngineProcess::received, this,
          [this](const std::shared_ptr<EngineParcel>& parcel) { take(*parcel); });
  connect(&process_, &EngineProcess::down, this, [this](const Error& why) {
    opening_ = 0;
    reopen_.stop();
    ground_.pause();
    for (const protocol::Generation asked : drawings_.keys()) failedForPaper(asked, why);
    become(State::broken, why);
  });
  process_.start();
}

void MapEngineClient::openProject() {
  if (!process_.connected()) return;
  become(home_ ? State::ready : State::starting, std::nullopt);
  opening_ = process_.nextGeneration();
  process_.send(protocol::OpenProject{opening_, project_.toStdString()});
}

void MapEngineClient::become(State state, std::optional<Error> trouble) {
  const bool same = state == state_ && trouble == trouble_;
  state_ = state;
  trouble_ = std::move(trouble);
  if (!same) emit stateChanged();
}

void MapEngineClient::show(const ViewPort& view, double devicePixelRatio, const QString& style) {
  style_ = style;
  ratio_ = devicePixelRatio;
  updateLook();
  ground_.show(view);
}

void MapEngineClient::updateLook() {
  GroundLook look{style_, ratio_, QStringList(hidden_.begin(), hidden_.end()), broken_};
  look.hidden.sort();
  ground_.setLook(look);
}

void MapEngineClient::setHidden(const QSet<QString>& ids) {
  if (ids == hidden_) return;
  hidden_ = ids;
  if (!style_.isEmpty()) updateLook();
  if (state_ == State::ready) become(State::ready, troubleOfLayers());
  emit layersChanged();
  emit changed();
}

quint64 MapEngineClient::identify(QPointF map, double toleranceM) {
  if (!process_.connected() || state_ != State::ready) return 0;
  protocol::Identify request{process_.nextGeneration(), map.x(), map.y(), toleranceM, {}, namesOf(hidden_)};
  const auto number = request.generation;
  process_.send(std::move(request));
  return number;
}

quint64 MapEngineClient::draw(const Picture& wish) {
  if (!process_.connected() || state_ != State::ready || wish.pixels.isEmpty()) return 0;
  // The number of its first asking is that of the request.
  const Drawing drawing{process_.lastGeneration() + 1, wish};
  ask(drawing);
  return drawing.request;
}

void MapEngineClient::ask(const Drawing& drawing) {
  const Picture& wish = drawing.wish;
  protocol::Render render;
  render.generation = process_.nextGeneration();
  render.lane = protocol::Lane::tile;
  render.labels = protocol::Labels::with;
  render.extent = {wish.extent.left(), wish.extent.top(), wish.extent.right(), wish.extent.bottom()};
  render.widthPx = wish.pixels.width();
  render.heightPx = wish.pixels.height();
  render.devicePixelRatio = wish.devicePixelRatio;
  render.style = wish.style.toStdString();
  render.hidden = namesOf(hidden_);
  render.deadlineMs = kPaperDeadlineMs;
  drawings_.insert(render.generation, drawing);
  process_.send(std::move(render));
}

bool MapEngineClient::drawnForPaper(const protocol::Rendered& rendered, const QImage& image) {
  const auto found = drawings_.constFind(rendered.generation);
  if (found == drawings_.constEnd()) return false;
  const Drawing drawing = *found;
  drawings_.erase(found);
  std::optional<Error> trouble;
  for (const protocol::LayerError& error : rendered.errors)
    if (!trouble) trouble = Error{ErrorCode::unreadable, error.message, {}, {}};
  // The image is kept, the memory that it came in is not.
  emit pictured(drawing.request, {image.copy(), rectOf(rendered.extent)}, trouble);
  return true;
}

bool MapEngineClient::failedForPaper(protocol::Generation generation, const Error& why) {
  const auto found = drawings_.constFind(generation);
  if (found == drawings_.constEnd()) return false;
  const Drawing drawing = *found;
  drawings_.erase(found);
  emit pictured(drawing.request, {}, why);
  return true;
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

void MapEngineClient::take(EngineParcel& parcel) {
  if (auto* rendered = std::get_if<protocol::Rendered>(&parcel.message))
    drawn(*rendered, parcel.image);
  else
    std::visit([this](auto& answer) { handle(answer); }, parcel.message);
}

void MapEngineClient::handle(protocol::ProjectOpened& opened) {
  // It comes again when a map server has been heard, or is given up.
  if (opened.generation != opening_ && opened.generation != opened_) return;
  opening_ = 0;
  opened_ = opened.generation;
  home_ = rectOf(opened.extent);
  if (opened.extent.empty()) home_.reset();
  layers_.clear();
  for (const auto& layer : opened.layers) layers_.push_back(layerOf(layer));
  state_ = State::ready;
  trouble_ = troubleOfLayers();
  emit stateChanged();
  emit layersChanged();
  broken_.clear();
  for (const MapLayer& layer : layers_)
    if (layer.trouble) broken_.append(layer.id);
  broken_.sort();
  if (!style_.isEmpty()) updateLook();
  ground_.begin();
}

void MapEngineClient::drawn(const protocol::Rendered& rendered, const QImage& image) {
  if (drawnForPaper(rendered, image) || !ground_.take(rendered, image)) return;
  // A sheet of names says nothing about images of the ground.
  if (rendered.lane != protocol::Lane::labels) noteTroubles(rendered.errors);
  become(State::ready, troubleOfLayers());
}

void MapEngineClient::handle(protocol::Cancelled& cancelled) {
  if (ground_.drop(cancelled.generation)) return;
  constexpr int kAgain = 5;
  // Another look of the screen gives up everything that was asked before it; paper wants what it wanted.
  Drawing drawing = drawings_.value(cancelled.generation);
  if (drawing.request == 0) return;
  if (++drawing.again > kAgain) {
    failedForPaper(cancelled.generation, {ErrorCode::refused, {"the map was changed meanwhile", "底图已更换"}, {}, {}});
    return;
  }
  drawings_.remove(cancelled.generation);
  ask(drawing);
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
  } else if (failedForPaper(failure.generation, failure.error)) {
    return;
  } else if (ground_.drop(failure.generation)) {
    become(State::ready, failure.error);
  }
}

}  // namespace fengsui
