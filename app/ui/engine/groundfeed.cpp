// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engine/groundfeed.h"

#include <algorithm>

#include "ui/look/tokens.h"

namespace fengsui {
namespace {

constexpr std::int64_t kDiskBytes = 512'000'000;
constexpr int kStillMs = 120;      // the view has come to rest
constexpr int kViewMarginPx = 16;  // so that a trembling hand uncovers nothing
constexpr int kTilesAsked = 2;     // one is drawn while the other waits; a view interrupts both
constexpr int kAgainMs = 30'000;   // a map server that was silent may speak again
constexpr float kVeil = 0.6F;
constexpr int kLargestPx = 16'384;

}  // namespace

GroundFeed::GroundFeed(EngineProcess& engine, QString project, const QString& folder, QObject* parent)
    : QObject(parent), engine_(engine), project_(std::move(project)), store_(folder, kDiskBytes) {
  still_.setSingleShot(true);
  still_.setInterval(kStillMs);
  again_.setSingleShot(true);
  again_.setInterval(kAgainMs);
  connect(&still_, &QTimer::timeout, this, &GroundFeed::advance);
  connect(&again_, &QTimer::timeout, this, [this] {
    for (const GroundPiece& piece : std::exchange(makeshift_, {})) pictures_.forget(tileOf(piece));
    advance();
  });
  connect(&store_, &GroundStore::looked, this, [this](const QString& digest) {
    digest_ = digest;
    changeKey(false);
  });
  connect(&store_, &GroundStore::listed, this, [this](const QString& key, const std::vector<GroundPiece>& pieces) {
    if (key != key_) return;
    onDisk_ = QSet<GroundPiece>(pieces.begin(), pieces.end());
    listed_ = true;
    advance();
  });
  connect(&store_, &GroundStore::loaded, this, &GroundFeed::loaded);
  store_.look(project_);
}

QString GroundFeed::keyText() const {
  return QStringList{digest_, look_.style, QString::number(look_.ratio), look_.hidden.join(u'\n'),
                     look_.broken.join(u'\n')}
      .join(u'\t');
}

void GroundFeed::setLook(const GroundLook& look) {
  if (look == look_) return;
  const bool otherStyle = look.style != look_.style && !look_.style.isEmpty();
  look_ = look;
  changeKey(otherStyle);
}

void GroundFeed::changeKey(bool otherStyle) {
  const QString key = keyText();
  if (look_.style.isEmpty() || key == key_) return;
  if (open_) engine_.send(protocol::Cancel{engine_.lastGeneration(), true});
  // What was seen stays until the new look has something to show: the map must never flash.
  QColor veil;
  if (otherStyle) {
    veil = tokens().ground;
    veil.setAlphaF(kVeil);
  }
  pictures_.begin(look_.ratio, pictures_.grab(view_, tokens().ground), veil);
  pictures_.makeRoomFor(view_);
  key_ = key;
  listed_ = false;
  onDisk_.clear();
  loading_.clear();
  asked_.clear();
  makeshift_.clear();
  if (!digest_.isEmpty()) store_.list(key_);
}

void GroundFeed::show(const ViewPort& view) {
  view_ = view;
  pictures_.makeRoomFor(view_);
  still_.start();
  advance();
}

bool GroundFeed::paint(QPainter& painter, const ViewPort& view) {
  return pictures_.paint(painter, view);
}

void GroundFeed::begin() {
  open_ = true;
  asked_.clear();
  store_.look(project_);
  advance();
}

void GroundFeed::pause() {
  open_ = false;
  asked_.clear();
}

GroundStock GroundFeed::stock() const {
  GroundStock out{onDisk_, loading_};
  for (const Asked& one : asked_)
    if (!one.view) out.underWay.insert(one.piece);
  return out;
}

bool GroundFeed::idle() const {
  return listed_ && asked_.isEmpty() && loading_.isEmpty() && !still_.isActive() &&
         nextWork(pictures_, stock(), view_, true) == GroundWork{};
}

const GroundFeed::Asked* GroundFeed::asked(bool view, GroundPiece::Kind kind) const {
  const auto found = std::find_if(asked_.begin(), asked_.end(),
                                  [&](const Asked& one) { return one.view == view && one.piece.kind == kind; });
  return found == asked_.end() ? nullptr : &*found;
}

void GroundFeed::advance() {
  if (!listed_ || view_.empty()) return;
  const bool still = !still_.isActive();
  const GroundWork work = nextWork(pictures_, stock(), view_, still);
  for (const GroundPiece& piece : work.load) {
    loading_.insert(piece);
    store_.read(key_, piece);
  }
  if (!open_) return;
  if (work.view) advanceView();
  if (work.labels) advanceLabels(*work.labels);
  if (!still || work.view) return;
  auto tiles = std::count_if(asked_.begin(), asked_.end(),
                             [](const Asked& one) { return !one.view && one.piece.kind == GroundPiece::Kind::tile; });
  for (const GroundPiece& piece : work.tiles) {
    if (tiles++ >= kTilesAsked) break;
    ask({false, piece});
  }
}

void GroundFeed::advanceView() {
  const TileGrid grid = pictures_.gridOf(view_);
  const QRect seen = grid.pixelsOf(view_);
  // While the map moves, what is being drawn is finished, so that something new is seen all the time; once it is
  // still, only its view counts.
  if (const Asked* running = asked(true, GroundPiece::Kind::tile)) {
    const bool serves = running->piece.step == grid.step() && running->piece.pixels.contains(seen);
    if (serves || still_.isActive()) return;
  }
  const int margin = static_cast<int>(kViewMarginPx * look_.ratio);
  ask({true, {GroundPiece::Kind::tile, grid.step(), seen.adjusted(-margin, -margin, margin, margin)}});
}

void GroundFeed::advanceLabels(const GroundPiece& sheet) {
  if (asked(false, GroundPiece::Kind::labels) && still_.isActive()) return;
  ask({false, sheet});
}

void GroundFeed::ask(const Asked& what) {
  const QRect& pixels = what.piece.pixels;
  if (pixels.isEmpty() || pixels.width() > kLargestPx || pixels.height() > kLargestPx) return;
  const bool labels = what.piece.kind == GroundPiece::Kind::labels;
  const QRectF extent = TileGrid(what.piece.step, look_.ratio).extentOf(pixels);
  protocol::Render render;
  render.generation = engine_.nextGeneration();
  render.lane = what.view ? protocol::Lane::view : labels ? protocol::Lane::labels : protocol::Lane::tile;
  render.labels = labels ? protocol::Labels::only : protocol::Labels::without;
  render.extent = {extent.left(), extent.top(), extent.right(), extent.bottom()};
  render.widthPx = pixels.width();
  render.heightPx = pixels.height();
  render.devicePixelRatio = look_.ratio;
  render.style = look_.style.toStdString();
  for (const QString& id : look_.hidden) render.hidden.push_back(id.toStdString());
  asked_.insert(render.generation, what);
  engine_.send(std::move(render));
}

bool GroundFeed::take(const protocol::Rendered& rendered, const QImage& image) {
  const auto found = asked_.find(rendered.generation);
  if (found == asked_.end()) return false;
  const Asked answered = *found;
  asked_.erase(found);
  const bool whole = rendered.complete &&
                     std::all_of(rendered.errors.begin(), rendered.errors.end(),
                                 [&](const auto& e) { return look_.broken.contains(QString::fromStdString(e.layer)); });
  if (answered.view) {
    pictures_.putView({answered.piece.step, answered.piece.pixels, image});
  } else {
    const QImage kept = labelled(image, rendered.labels);
    place(answered.piece, kept);
    if (whole) {
      onDisk_.insert(answered.piece);
      store_.write(key_, answered.piece, kept);
    } else {
      makeshift_.insert(answered.piece);
      if (!again_.isActive()) again_.start();
    }
  }
  emit changed();
  advance();
  return true;
}

bool GroundFeed::drop(protocol::Generation generation) {
  if (!asked_.remove(generation)) return false;
  advance();
  return true;
}

void GroundFeed::place(const GroundPiece& piece, const QImage& image) {
  if (piece.kind == GroundPiece::Kind::labels)
    pictures_.putLabels(piece, image);
  else
    pictures_.put(tileOf(piece), image);
}

void GroundFeed::loaded(const QString& key, const GroundPiece& piece, const QImage& image) {
  if (key != key_) return;
  loading_.remove(piece);
  if (image.isNull()) {
    onDisk_.remove(piece);  // thrown away meanwhile, or damaged
  } else {
    place(piece, image);
    emit changed();
  }
  advance();
}

}  // namespace fengsui
