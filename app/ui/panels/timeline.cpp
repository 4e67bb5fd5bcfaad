// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/timeline.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/hazard/hazardplayer.h"
#include "ui/hazard/hazardwords.h"
#include "ui/look/tokens.h"
#include "ui/look/wording.h"
#include "ui/panels/actionbutton.h"
#include "ui/panels/forecasttrack.h"

namespace fengsui {
namespace {

constexpr int kHeight = 72;
constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::int64_t kShortest = 2 * kMinute;
constexpr double kSnapPx = 6;  // this close to now is now
constexpr double kGripPx = 8;
constexpr std::int64_t kSpeeds[] = {5 * kMinute, 10 * kMinute, 30 * kMinute, kHour};  // of the forecast in a second

}  // namespace

Timeline::Timeline(Desk& desk, QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      now_(new ActionButton(ActionButton::Weight::side, this)),
      play_(new ActionButton(ActionButton::Weight::side, this)),
      speed_(new ActionButton(ActionButton::Weight::side, this)) {
  setFixedHeight(kHeight);
  setObjectName(QStringLiteral("timeline"));
  now_->setObjectName(QStringLiteral("now"));
  setFocusPolicy(Qt::ClickFocus);
  setMouseTracking(true);
  play_->setObjectName(QStringLiteral("playForecast"));
  speed_->setObjectName(QStringLiteral("forecastSpeed"));
  for (QWidget* button : {now_, play_, speed_}) button->setFocusPolicy(Qt::NoFocus);
  connect(now_, &QAbstractButton::clicked, this, &Timeline::goToNow);
  connect(play_, &QAbstractButton::clicked, this, &Timeline::playOrPause);
  connect(speed_, &QAbstractButton::clicked, this, [this] {
    const auto* faster = std::upper_bound(std::begin(kSpeeds), std::end(kSpeeds), player_->speed());
    player_->setSpeed(faster == std::end(kSpeeds) ? kSpeeds[0] : *faster);
  });
  connect(&desk_, &Desk::liveChanged, this, &Timeline::retranslate);
  connect(&desk_, &Desk::shownChanged, this, [this] { update(); });
  connect(&desk_.session(), &StationSession::momentsFound, this, &Timeline::add);
  auto* tick = new QTimer(this);
  connect(tick, &QTimer::timeout, this, [this] { update(); });
  tick->start(1000);
  retranslate();
}

void Timeline::add(const std::vector<Instant>& moments) {
  const auto middle = static_cast<std::ptrdiff_t>(moments_.size());
  moments_.insert(moments_.end(), moments.begin(), moments.end());
  std::sort(moments_.begin() + middle, moments_.end());
  const bool inOrder = middle == 0 || moments.empty() ||
                       !(moments_[static_cast<std::size_t>(middle)] < moments_[static_cast<std::size_t>(middle) - 1]);
  if (!inOrder) std::inplace_merge(moments_.begin(), moments_.begin() + middle, moments_.end());
  update();
}

void Timeline::retranslate() {
  placeButtons();
  if (!desk_.live())
    setToolTip({});
  else if (foresees())
    setToolTip(tr("Drag before now to look back, after now to see what is forecast; the space bar plays"));
  else
    setToolTip(tr("Drag to look back; the wheel shows more or less time"));
  update();
}

void Timeline::placeButtons() {
  now_->setText(tr("Now"));
  now_->setEnabled(!desk_.live() || chosen());
  int right = width() - 2 * kUnit;
  const auto place = [&](ActionButton* button, int least) {
    button->resize(std::max(least, button->sizeHint().width()), button->sizeHint().height());
    right -= button->width();
    button->move(right, (height() - button->height()) / 2);
    right -= kUnit;
  };
  place(now_, 72);
  for (ActionButton* button : {play_, speed_}) {
    button->setVisible(foresees());
    button->setEnabled(desk_.live());
  }
  if (!foresees()) return;
  speed_->setText(tr("%1 min/s").arg(player_->speed() / kMinute));
  speed_->setToolTip(tr("How much of the forecast goes by in a second"));
  place(speed_, 84);
  // As wide as the longer word, so that nothing moves under the pointer.
  play_->setText(tr("Pause"));
  const int wide = play_->sizeHint().width();
  play_->setText(tr("Play"));
  const int least = std::max(wide, play_->sizeHint().width());
  play_->setText(player_->playing() ? tr("Pause") : tr("Play"));
  play_->setToolTip(tr("Play the forecast on the map (space bar)"));
  place(play_, least);
}

void Timeline::useForecast(HazardPlayer& player) {
  player_ = &player;
  connect(player_, &HazardPlayer::changed, this, &Timeline::followForecast);
  followForecast();
}

bool Timeline::foresees() const {
  return player_ && player_->shown();
}

bool Timeline::chosen() const {
  return foresees() && desk_.live() && !player_->follows();
}

// What is to come is given as much room as what was, as long as nobody has turned the wheel.
void Timeline::followForecast() {
  const Instant now = systemNow();
  if (!foresees()) {
    if (spanBefore_) spanMs_ = *spanBefore_;
    spanBefore_.reset();
  } else if (drag_ == Drag::none) {
    const std::int64_t needed = std::max({player_->last().ms - now.ms, now.ms - player_->first().ms, kShortest});
    const bool crowded = now.ms - start().ms > 2 * needed;
    if (!spanBefore_ && !wheeled_ && crowded) spanBefore_ = spanMs_;
    if (spanBefore_) spanMs_ = needed;
  }
  if (!foresees()) wheeled_ = false;
  retranslate();
}

void Timeline::playOrPause() {
  if (!foresees() || !desk_.live()) return;
  player_->playing() ? player_->pause() : player_->play();
}

void Timeline::goToNow() {
  desk_.goLive();
  if (player_) player_->followNow();
}

void Timeline::resizeEvent(QResizeEvent*) {
  retranslate();
}

QRectF Timeline::track() const {
  const QWidget* leftmost = foresees() ? play_ : now_;
  return {2.0 * kUnit, 10, leftmost->x() - 3.0 * kUnit, height() - 10.0 - 24};
}

Instant Timeline::end() const {
  const Instant now = systemNow();
  return foresees() ? std::max(now, player_->last()) : now;
}

Instant Timeline::start() const {
  const Instant now = systemNow();
  if (spanMs_ > 0) return now.plusMs(-spanMs_);
  const Instant first = moments_.empty() ? now : moments_.front();
  return std::min(first, now.plusMs(-kShortest)).plusMs(-(now.ms - first.ms) / 50);
}

double Timeline::xOf(Instant moment) const {
  const QRectF bar = track();
  const Instant from = start();
  const double share = static_cast<double>(moment.ms - from.ms) / static_cast<double>(end().ms - from.ms);
  return bar.left() + bar.width() * share;
}

Instant Timeline::momentAt(double x) const {
  const QRectF bar = track();
  const Instant from = start();
  const double share = std::clamp((x - bar.left()) / bar.width(), 0.0, 1.0);
  return from.plusMs(static_cast<std::int64_t>(share * static_cast<double>(end().ms - from.ms)));
}

void Timeline::goTo(double x) {
  if (!desk_.session().situation()) return;
  if (x >= xOf(systemNow()) - kSnapPx)
    desk_.goLive();
  else
    desk_.lookBackTo(momentAt(x));
  update();
}

// Where the desk stays live, and only the frame is another.
void Timeline::foresee(double x) {
  desk_.goLive();
  player_->pause();
  if (std::abs(x - xOf(systemNow())) <= kSnapPx)
    player_->followNow();
  else
    player_->setMoment(momentAt(x));
}

Timeline::Drag Timeline::dragAt(double x) const {
  if (!foresees()) return Drag::past;
  if (chosen() && player_->moment() && std::abs(x - xOf(*player_->moment())) <= kGripPx) return Drag::forecast;
  return x >= xOf(systemNow()) - kSnapPx ? Drag::forecast : Drag::past;
}

void Timeline::drag(double x) {
  if (drag_ == Drag::past) goTo(x);
  if (drag_ == Drag::forecast && foresees()) foresee(x);
}

void Timeline::step(int entries) {
  if (moments_.empty()) return;
  // Just after an entry, so that what it did is seen.
  auto at = std::upper_bound(moments_.begin(), moments_.end(), desk_.moment());
  if (entries < 0) {
    if (at == moments_.begin()) return;
    --at;
    if (!desk_.live())
      while (at != moments_.begin() && at->ms == desk_.moment().ms) --at;
    else if (at != moments_.begin())
      --at;
    desk_.lookBackTo(*at);
  } else if (at == moments_.end()) {
    desk_.goLive();
  } else {
    desk_.lookBackTo(*at);
  }
}

void Timeline::paintDensity(QPainter& p) const {
  const Tokens& t = tokens();
  const QRectF bar = track();
  const int columns = std::max(1, static_cast<int>(bar.width() / 4));
  std::vector<int> counts(static_cast<std::size_t>(columns));
  const Instant from = start();
  const double perColumn = static_cast<double>(end().ms - from.ms) / columns;
  auto at = std::lower_bound(moments_.begin(), moments_.end(), from);
  int most = 1;
  for (int i = 0; i < columns; ++i) {
    const Instant until = from.plusMs(static_cast<std::int64_t>((i + 1) * perColumn));
    const auto next = std::upper_bound(at, moments_.end(), until);
    counts[static_cast<std::size_t>(i)] = static_cast<int>(next - at);
    most = std::max(most, counts[static_cast<std::size_t>(i)]);
    at = next;
  }
  p.setPen(Qt::NoPen);
  p.setBrush(mixed(t.dim, t.panel, 0.25));
  for (int i = 0; i < columns; ++i) {
    const int count = counts[static_cast<std::size_t>(i)];
    if (!count) continue;
    // By the logarithm: an import of a thousand rows must not flatten the night.
    const double height = std::max(3.0, (bar.height() - 8) * std::log1p(count) / std::log1p(std::max(most, 8)));
    p.drawRect(QRectF(bar.left() + i * 4, bar.bottom() - height, 3, height));
  }
}

void Timeline::paintHours(QPainter& p) const {
  const Tokens& t = tokens();
  const TimeZone& zone = desk_.session().timeZone();
  const QRectF bar = track();
  const Instant from = start();
  const Instant to = end();
  static constexpr std::int64_t kSteps[] = {kMinute / 6,  kMinute / 2,  kMinute,      2 * kMinute, 5 * kMinute,
                                            10 * kMinute, 15 * kMinute, 30 * kMinute, kHour,       2 * kHour,
                                            3 * kHour,    6 * kHour,    12 * kHour,   kDay,        2 * kDay,
                                            7 * kDay,     14 * kDay,    28 * kDay,    91 * kDay,   365 * kDay};
  const double wanted = static_cast<double>(to.ms - from.ms) * 96 / bar.width();
  std::int64_t step = kSteps[std::size(kSteps) - 1];
  for (const auto candidate : kSteps) {
    if (static_cast<double>(candidate) >= wanted) {
      step = candidate;
      break;
    }
  }
  p.setFont(typeOf(TypeSize::small));
  const QFontMetricsF metrics(p.font());
  const std::int64_t offset = zone.offsetMsAt(to);
  for (std::int64_t ms = ((from.ms + offset) / step + 1) * step - offset; ms <= to.ms; ms += step) {
    const double x = std::round(xOf({ms})) + 0.5;
    const QString local = QString::fromStdString(zone.local({ms}));
    const QString text = step >= kDay                ? local.mid(5, 5)
                         : step < kMinute            ? local.mid(11, 8)
                         : (ms + offset) % kDay == 0 ? local.mid(5, 5)
                                                     : local.mid(11, 5);
    const double half = metrics.horizontalAdvance(text) / 2;
    if (x + half > bar.right() + 2 || x - half < bar.left() - 8) continue;
    p.setPen(t.line);
    p.drawLine(QPointF(x, bar.bottom()), QPointF(x, bar.bottom() + 4));
    p.setPen(t.dim);
    p.drawText(QPointF(x - half, bar.bottom() + 5 + metrics.ascent()), text);
  }
}

void Timeline::paintForecast(QPainter& p) const {
  std::vector<double> at;
  const QRectF bar = track();
  for (std::size_t i = 0; i < player_->afterMs().size(); ++i) at.push_back(xOf(player_->momentOf(i)));
  forecasttrack::paintFrames(p, bar, at, tokens());
}

void Timeline::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter p(this);
  p.fillRect(rect(), t.panel);
  p.fillRect(QRect(0, 0, width(), 1), t.line);
  const QRectF bar = track();
  p.fillRect(bar, t.ground);
  const double nowX = std::min(xOf(systemNow()), bar.right());
  if (foresees()) forecasttrack::paintGround(p, bar, nowX, tr("Forecast"), t);
  paintDensity(p);
  if (foresees()) paintForecast(p);
  paintHours(p);
  p.setPen(QPen(t.line, 1));
  p.drawLine(bar.bottomLeft(), bar.bottomRight());
  p.setRenderHint(QPainter::Antialiasing);
  // The future part that the desk does not show while it looks back.
  const double x = desk_.live() ? nowX : std::clamp(xOf(desk_.moment()), bar.left(), bar.right());
  if (!desk_.live()) {
    QColor veil = t.past;
    veil.setAlphaF(0.28F);
    p.fillRect(QRectF(x, bar.top(), bar.right() - x, bar.height()), veil);
  }
  const QColor mark = desk_.live() ? t.action : (t.dark ? t.past.lighter(150) : t.past);
  p.setPen(QPen(mark, 2));
  p.drawLine(QPointF(x, bar.top() - 4), QPointF(x, bar.bottom()));
  p.setPen(Qt::NoPen);
  p.setBrush(mark);
  p.drawEllipse(QPointF(x, bar.top() - 2), 5.5, 5.5);
  if (!desk_.live()) {
    const QString text = Wording::clockWithSeconds(desk_.moment(), desk_.session().timeZone());
    p.setFont(typeOf(TypeSize::small, QFont::DemiBold));
    const QFontMetricsF metrics(p.font());
    const double width = metrics.horizontalAdvance(text) + 12;
    const double left = x + 10 + width > bar.right() ? x - 10 - width : x + 10;
    const QRectF slip(left, bar.top() + 2, width, metrics.height() + 4);
    p.drawRoundedRect(slip, kCorner, kCorner);
    p.setPen(readableOn(mark));
    p.drawText(slip, Qt::AlignCenter, text);
  }
  if (chosen() && player_->moment()) {
    const Instant at = *player_->moment();
    const QString words = QString::fromStdString(desk_.session().timeZone().clock(at)) + QStringLiteral("  ") +
                          HazardWords::lead(at, systemNow());
    forecasttrack::paintMark(p, bar, std::clamp(xOf(at), bar.left(), bar.right()), words, t);
  }
}

void Timeline::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || event->position().x() > track().right() + 2 * kUnit) return;
  drag_ = dragAt(event->position().x());
  drag(event->position().x());
}

void Timeline::mouseMoveEvent(QMouseEvent* event) {
  drag(event->position().x());
}

void Timeline::mouseReleaseEvent(QMouseEvent*) {
  drag_ = Drag::none;
}

void Timeline::wheelEvent(QWheelEvent* event) {
  const std::int64_t whole = moments_.empty() ? kShortest : systemNow().ms - moments_.front().ms;
  const std::int64_t shown = systemNow().ms - start().ms;
  const double factor = std::pow(1.4, -event->angleDelta().y() / 120.0);
  const auto next = static_cast<std::int64_t>(static_cast<double>(shown) * factor);
  wheeled_ = true;
  spanBefore_.reset();
  spanMs_ = next >= whole ? 0 : std::max(next, kShortest);
  update();
  event->accept();
}

void Timeline::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Left)
    step(-1);
  else if (event->key() == Qt::Key_Right)
    step(1);
  else if (event->key() == Qt::Key_End)
    goToNow();
  else if (event->key() == Qt::Key_Space && foresees())
    playOrPause();
  else
    QWidget::keyPressEvent(event);
}

void Timeline::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace fengsui
