// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/mapcanvas.h"

#include <QApplication>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>
#include <cmath>

#include "ui/canvas/furniture.h"
#include "ui/canvas/groundwords.h"
#include "ui/canvas/hovercard.h"
#include "ui/look/language.h"
#include "ui/look/wording.h"

namespace fengsui {
namespace {

constexpr double kFitMarginPx = 30;
constexpr int kAgesMs = 30'000;          // what has not been heard of fades by itself
constexpr double kSmallestFitM = 4'000;  // one thing alone is shown with its surroundings
constexpr int kFirstStep = 8;
constexpr double kRoomForLegend = 800;
constexpr double kWidestLegend = 340;
constexpr int kBaseDelayMs = 40;  // so that a drag asks for a map a few times, not at every pixel

// Where nothing is known yet: China.
const QRectF kFirstView(QPointF(8'200'000, 2'000'000), QPointF(15'000'000, 7'000'000));

}  // namespace

MapCanvas::MapCanvas(Desk& desk, QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      card_(new HoverCard(desk, this)),
      view_(kFirstView.center(), ViewPort::scaleOf(kFirstStep), {}) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_OpaquePaintEvent);
  baseTimer_.setSingleShot(true);
  baseTimer_.setInterval(kBaseDelayMs);
  connect(&baseTimer_, &QTimer::timeout, this, &MapCanvas::requestBase);
  connect(&overlay_, &OverlayLayer::imageChanged, this, [this] {
    if (base_) base_->setOccupied(overlay_.occupied());
    update();
  });
  connect(&overlay_, &OverlayLayer::sceneChanged, this, [this] {
    if (!framed_ && !overlay_.scene()->bounds().isNull()) fit();
    if (pointer_) hover(*pointer_);
  });
  connect(&desk_, &Desk::shownChanged, this, [this] { overlay_.setSituation(desk_.shown(), desk_.moment()); });
  auto* ages = new QTimer(this);
  connect(ages, &QTimer::timeout, this, [this] {
    if (desk_.live() && desk_.shown()) overlay_.setSituation(desk_.shown(), desk_.moment());
  });
  ages->start(kAgesMs);
  connect(&desk_, &Desk::liveChanged, this, [this] { update(); });
  connect(&desk_, &Desk::selectionChanged, this, [this] { update(); });
  connect(&desk_, &Desk::toolChanged, this, [this] {
    pad_.clear();
    byKey_ = false;
    updateCursor();
    update();
  });
}

void MapCanvas::setBaseMap(BaseMap* base) {
  base_ = base;
  connect(base_, &BaseMap::changed, this, [this] { update(); });
  connect(base_, &BaseMap::stateChanged, this, [this] {
    if (base_->state() == BaseMap::State::ready) {
      if (!movedByHand_ && (!overlay_.scene() || overlay_.scene()->bounds().isNull())) fit();
      requestBase();
    }
    update();
  });
  requestBase();
}

void MapCanvas::setView(const ViewPort& view) {
  if (view == view_) return;
  view_ = view;
  card_->hide();
  overlay_.setView(view_, devicePixelRatioF());
  if (!baseTimer_.isActive()) baseTimer_.start();
  update();
  emit viewChanged();
}

void MapCanvas::fit() {
  QRectF extent = overlay_.scene() ? overlay_.scene()->bounds() : QRectF();
  if (extent.isNull() && base_) extent = base_->home().value_or(QRectF());
  if (extent.isNull())
    extent = kFirstView;
  else
    framed_ = true;
  fitTo(extent);
}

void MapCanvas::fitTo(const QRectF& extent) {
  const double least = kSmallestFitM / groundScale(extent.center());
  const double grow = std::max(0.0, (least - std::max(extent.width(), extent.height())) / 2);
  const ViewPort fitted = ViewPort::fitting(extent.adjusted(-grow, -grow, grow, grow), clear().size(), kFitMarginPx);
  setView(
      ViewPort(fitted.centre(), fitted.metresPerPixel(), size()).panned(clear().center() - QRectF(rect()).center()));
}

void MapCanvas::reveal(const Selected& selected) {
  if (!overlay_.scene()) return;
  const auto* point = overlay_.scene()->pointOf(selected);
  const auto* area = overlay_.scene()->areaOf(selected);
  if (!point && !area) return;
  const QPointF at = point ? point->at : area->label;
  if (clear().adjusted(40, 40, -40, -40).contains(view_.toScreen(at))) return;
  setView(view_.centred(at).panned(clear().center() - QRectF(rect()).center()));
}

void MapCanvas::showPlace(Position place) {
  markPlace(place);
  const QPointF at = mercatorOf(place);
  if (clear().adjusted(40, 40, -40, -40).contains(view_.toScreen(at))) return;
  setView(view_.centred(at).panned(clear().center() - QRectF(rect()).center()));
}

void MapCanvas::setCovered(const QMargins& covered) {
  if (covered == covered_) return;
  covered_ = covered;
  if (!movedByHand_) fit();
  update();
}

void MapCanvas::zoomBy(int steps) {
  movedByHand_ = true;
  setView(view_.zoomed(steps, clear().center()));
}

void MapCanvas::markPlace(const std::optional<Position>& place) {
  marked_ = place;
  update();
}

void MapCanvas::setSketch(std::shared_ptr<const Sketch> sketch) {
  sketch_ = std::move(sketch);
  update();
}

void MapCanvas::setHazard(std::shared_ptr<const HazardDrawing> hazard) {
  if (!hazard && !hazard_) return;
  hazard_ = std::move(hazard);
  update();
}

QRectF MapCanvas::clearExtent() const {
  return {view_.toMap(clear().bottomLeft()), view_.toMap(clear().topRight())};
}

QRectF MapCanvas::contentExtent() const {
  QRectF all = overlay_.scene() ? overlay_.scene()->bounds() : QRectF();
  if (base_) all |= base_->home().value_or(QRectF());
  if (hazard_) all |= hazard_->extent;
  return all;
}

bool MapCanvas::settled() const {
  const bool mapThere = !base_ || base_->state() == BaseMap::State::none || base_->state() == BaseMap::State::broken ||
                        (base_->state() == BaseMap::State::ready && base_->settled() && !baseTimer_.isActive());
  return mapThere && overlay_.current();
}

void MapCanvas::requestBase() {
  if (base_ && !view_.empty())
    base_->show(view_, devicePixelRatioF(), tokens().dark ? QStringLiteral("night") : QStringLiteral("day"));
}

void MapCanvas::resizeEvent(QResizeEvent*) {
  if (!framed_ && !movedByHand_) {
    view_ = view_.resized(size());
    fit();
    overlay_.setView(view_, devicePixelRatioF());
    return;
  }
  setView(view_.resized(size()));
}

void MapCanvas::paintEvent(QPaintEvent*) {
  QPainter p(this);
  const Tokens& t = tokens();
  p.fillRect(rect(), t.ground);
  if (!base_ || !base_->paint(p, view_)) furniture::paintGraticule(p, view_, t);
  if (hazard_) paintHazard(p, *hazard_, view_, t);
  if (!desk_.live()) {
    QColor veil = t.past;
    veil.setAlphaF(0.16F);
    p.fillRect(rect(), veil);
  }
  overlay_.image().paint(p, view_);
  p.setRenderHint(QPainter::Antialiasing);
  paintSelection(p);
  if (sketch_) paintSketch(p, *sketch_, view_, t);
  paintMark(p);
  if (desk_.tool() == Tool::closeRoad) paintDrawing(p);
  paintFurniture(p);
}

void MapCanvas::paintDrawing(QPainter& p) const {
  const Tokens& t = tokens();
  const QPointF middle = clear().center();
  pad_.paint(p, view_, byKey_ ? std::optional(middle) : pointer_, t);
  if (byKey_) {
    p.setPen(QPen(t.text, 1.4));
    p.drawLine(middle - QPointF(10, 0), middle + QPointF(10, 0));
    p.drawLine(middle - QPointF(0, 10), middle + QPointF(0, 10));
  }
  const QFontMetricsF metrics(typeOf(TypeSize::small));
  const QString hint = metrics.elidedText(pad_.hint(), Qt::ElideRight, clear().width() - 40);
  furniture::paintSlip(p, {middle.x() - metrics.horizontalAdvance(hint) / 2 - 8, clear().bottom() - 40}, hint, t);
}

void MapCanvas::paintFurniture(QPainter& p) const {
  const Tokens& t = tokens();
  const QRectF room = clear();
  constexpr double kTools = 70;  // beside the tools of the map
  QPointF legend(room.left() + 8, room.bottom() - 40);
  const double wide = room.width() - 16 - kTools;
  if (overlay_.roads())
    if (const QRectF roads = paintLegend(p, *overlay_.roads(), legend, wide, t); !roads.isEmpty())
      legend = roads.topLeft() - QPointF(0, kUnit);
  // Beside a board a small screen has little map left: it shows the map rather than its legend.
  if (hazard_ && room.width() < kRoomForLegend)
    paintHazardStrip(p, *hazard_, legend, wide, t);
  else if (hazard_)
    paintHazardLegend(p, *hazard_, legend, std::min(wide, kWidestLegend), t);
  furniture::paintScaleBar(p, view_, {room.right() - 18, room.bottom() - 12}, t);
  double left = room.left() + 8;
  if (pointer_)
    if (const auto position = positionAt(view_.toMap(*pointer_))) {
      QString words = Wording::position(*position);
      if (const QString more = placeWords_ ? placeWords_(*position) : QString(); !more.isEmpty())
        words += QStringLiteral(" · ") + more;
      left = furniture::paintSlip(p, {left, height() - 8.0}, words, t).right() + 8;
    }
  if (const QString note = groundNote(); !note.isEmpty()) {
    const QFontMetricsF metrics(typeOf(TypeSize::small));
    const QString fitting = metrics.elidedText(note, Qt::ElideRight, room.right() - left - 220);
    furniture::paintSlip(p, {left, height() - 8.0}, fitting, t);
  }
}

QString MapCanvas::groundNote() const {
  if (!base_) return {};
  switch (base_->state()) {
    case BaseMap::State::none:
      return tr("No base map. Put a QGIS project at %1, or start with --map FILE.")
          .arg(QFileInfo(qs(desk_.session().files().journal)).completeBaseName() + QStringLiteral(".map/district.qgs"));
    case BaseMap::State::starting:
      return tr("The base map is being opened …");
    case BaseMap::State::broken:
    case BaseMap::State::ready: {
      const QString trouble = GroundWords::troubleOf(*base_, desk_.session().timeZone());
      return trouble.isEmpty() ? QString() : tr("Base map: %1").arg(trouble);
    }
  }
  return {};
}

void MapCanvas::paintSelection(QPainter& p) const {
  if (overlay_.scene())
    for (const Selected& thing : desk_.allSelected()) paintSelected(p, thing);
  if (!framing_ || !dragging_) return;
  QColor inside = tokens().action;
  inside.setAlphaF(0.15F);
  p.setPen(QPen(tokens().action, 1.5));
  p.setBrush(inside);
  p.drawRect(QRectF(*pressed_, lastDrag_).normalized());
}

void MapCanvas::paintSelected(QPainter& p, const Selected& thing) const {
  const Tokens& t = tokens();
  if (const auto* area = overlay_.scene()->areaOf(thing)) {
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(t.action, 3));
    p.drawPath(view_.toScreen().map(area->path));
  }
  if (const auto* point = overlay_.scene()->pointOf(thing)) {
    const double radius = widthOf(point->symbol) / 2 + (point->ref.kind == Kind::incident ? 6 : 7);
    const auto index = static_cast<std::size_t>(point - overlay_.scene()->points().data());
    const QPointF at = view_.toScreen(point->at) + overlay_.layout().shiftOf(index);
    p.setBrush(Qt::NoBrush);
    QColor rim = t.dark ? QColor(Qt::black) : QColor(Qt::white);
    rim.setAlphaF(0.7F);
    p.setPen(QPen(rim, 5));
    p.drawEllipse(at, radius, radius);
    p.setPen(QPen(t.action, 2.5));
    p.drawEllipse(at, radius, radius);
    // The one that is looked at is seen, also where it is only counted.
    p.translate(at);
    paintSymbol(p, point->symbol, t);
    p.translate(-at);
  }
}

void MapCanvas::paintMark(QPainter& p) const {
  if (!marked_) return;
  const Tokens& t = tokens();
  const QPointF at = screenOf(*marked_);
  QPainterPath cross;
  cross.addEllipse(at, 9, 9);
  for (const QPointF& way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)}) {
    cross.moveTo(at + 5 * way);
    cross.lineTo(at + 15 * way);
  }
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(t.dark ? QColor(Qt::black) : QColor(Qt::white), 5));
  p.drawPath(cross);
  p.setPen(QPen(t.action, 2.2));
  p.drawPath(cross);
}

void MapCanvas::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::RightButton) {
    if (const auto position = positionAt(view_.toMap(event->position())))
      emit asked(*position, event->position().toPoint());
    return;
  }
  if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) return;
  pressed_ = event->position();
  framing_ = event->modifiers() & Qt::ShiftModifier && desk_.tool() == Tool::look;
  lastDrag_ = event->position();
  dragging_ = false;
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event) {
  pointer_ = event->position();
  if (!pressed_) {
    hover(event->position());
    update();
    return;
  }
  if (!dragging_ && (event->position() - *pressed_).manhattanLength() < QApplication::startDragDistance()) return;
  dragging_ = true;
  if (framing_) {
    lastDrag_ = event->position();
    update();
    return;
  }
  movedByHand_ = true;
  card_->hide();
  setCursor(Qt::ClosedHandCursor);
  setView(view_.panned(event->position() - lastDrag_));
  lastDrag_ = event->position();
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event) {
  if (!pressed_) return;
  const bool clicked = !dragging_ && event->button() == Qt::LeftButton;
  if (std::exchange(framing_, false) && dragging_ && overlay_.scene())
    desk_.selectAll(overlay_.layout().within(*overlay_.scene(), view_, QRectF(*pressed_, lastDrag_).normalized()));
  pressed_.reset();
  dragging_ = false;
  updateCursor();
  update();
  if (clicked) click(event->position(), event->modifiers() & Qt::ControlModifier);
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
  if (desk_.tool() != Tool::closeRoad || event->button() != Qt::LeftButton)
    return QWidget::mouseDoubleClickEvent(event);
  endDrawing(pad_.finished(), event->position());
}

void MapCanvas::draw(QPointF at) {
  constexpr double kReachPx = 9;
  const auto area = pad_.add(view_.toMap(at), kReachPx * view_.metresPerPixel());
  update();
  if (area) endDrawing(area, at);
}

void MapCanvas::endDrawing(const std::optional<Shape>& shape, QPointF at) {
  if (!shape) return;
  pad_.clear();
  update();
  emit drawn(*shape, at.toPoint());
}

bool MapCanvas::dropDrawing() {
  if (pad_.empty()) return false;
  pad_.clear();
  update();
  return true;
}

bool MapCanvas::drawByKey(int key) {
  if (desk_.tool() != Tool::closeRoad) return false;
  const QPointF middle = clear().center();
  if (key == Qt::Key_Space) {
    byKey_ = true;
    draw(middle);
  } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
    endDrawing(pad_.finished(), middle);
  } else if (key == Qt::Key_Backspace) {
    pad_.removeLast();
  } else {
    return false;
  }
  update();
  return true;
}

void MapCanvas::click(QPointF at, bool toggles) {
  if (desk_.tool() == Tool::closeRoad) {
    byKey_ = false;
    return draw(at);
  }
  if (desk_.tool() == Tool::report) {
    if (const auto position = positionAt(view_.toMap(at))) emit placed(*position, at.toPoint());
    return;
  }
  if (!overlay_.scene()) return;
  const auto found = overlay_.layout().hits(*overlay_.scene(), view_, at);
  if (found.empty()) {
    if (!toggles) desk_.select(std::nullopt);
    return;
  }
  if (toggles) {
    desk_.toggle(found.front());
    return;
  }
  // Clicking again reaches what lies underneath.
  std::size_t next = 0;
  for (std::size_t i = 0; i < found.size(); ++i)
    if (desk_.selected() == found[i]) next = (i + 1) % found.size();
  desk_.select(found[next]);
}

void MapCanvas::hover(QPointF at) {
  if (!overlay_.scene() || desk_.tool() != Tool::look) {
    card_->hide();
    return;
  }
  const auto found = overlay_.layout().hits(*overlay_.scene(), view_, at);
  hovered_ = found.empty() ? std::nullopt : std::optional(found.front());
  updateCursor();
  if (hovered_)
    card_->showFor(*hovered_, static_cast<int>(found.size()) - 1, at.toPoint());
  else
    card_->hide();
}

void MapCanvas::wheelEvent(QWheelEvent* event) {
  event->accept();
  // A touch pad turns in small parts; a scale in between would be drawn for nothing.
  wheelTurned_ += event->angleDelta().y();
  const int notches = wheelTurned_ / QWheelEvent::DefaultDeltasPerStep;
  if (notches == 0) return;
  wheelTurned_ -= notches * QWheelEvent::DefaultDeltasPerStep;
  movedByHand_ = true;
  card_->hide();
  setView(view_.zoomed(notches, event->position()));
}

void MapCanvas::leaveEvent(QEvent*) {
  pointer_.reset();
  card_->hide();
  update();
}

void MapCanvas::keyPressEvent(QKeyEvent* event) {
  if (drawByKey(event->key())) return;
  const double step = 0.2;
  movedByHand_ = true;
  switch (event->key()) {
    case Qt::Key_Left:
      setView(view_.panned({width() * step, 0}));
      return;
    case Qt::Key_Right:
      setView(view_.panned({-width() * step, 0}));
      return;
    case Qt::Key_Up:
      setView(view_.panned({0, height() * step}));
      return;
    case Qt::Key_Down:
      setView(view_.panned({0, -height() * step}));
      return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      zoomBy(1);
      return;
    case Qt::Key_Minus:
      zoomBy(-1);
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

void MapCanvas::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) {
    overlay_.setTokens(tokens());
    requestBase();
  }
  if (event->type() == QEvent::LanguageChange) update();
  QWidget::changeEvent(event);
}

void MapCanvas::updateCursor() {
  if (desk_.tool() != Tool::look)
    setCursor(Qt::CrossCursor);
  else
    setCursor(hovered_ ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

}  // namespace fengsui
