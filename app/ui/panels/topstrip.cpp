// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/topstrip.h"

#include <QEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include "core/hlc.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/look/wording.h"
#include "ui/panels/seatbutton.h"
#include "ui/search/searchfield.h"

namespace fengsui {
namespace {

constexpr int kHeight = 44;
constexpr std::int64_t kStaleMs = 5'000;
constexpr int kTickMs = 500;
constexpr int kTicksToLate = 10;
constexpr int kAgeWidth = 200;  // the words on the age of the picture change; what stands before them must not move

}  // namespace

TopStrip::TopStrip(Desk& desk, QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      search_(new SearchField(this)),
      seat_(new SeatButton(desk, this)),
      job_(
          [this]() -> LatestJob<Counts>::Work {
            return [situation = desk_.shown(), now = desk_.moment()] {
              return situation ? counted(*situation, now) : Counts{};
            };
          },
          [this](const Counts& counts) {
            counts_ = counts;
            update();
          }) {
  setFixedHeight(kHeight);
  connect(search_, &QAbstractButton::clicked, this, &TopStrip::searchWanted);
  connect(seat_, &QAbstractButton::clicked, this, &TopStrip::seatWanted);
  connect(seat_, &SeatButton::resized, this, &TopStrip::place);
  connect(&desk_, &Desk::shownChanged, this, &TopStrip::count);
  connect(&desk_, &Desk::liveChanged, this, [this] { update(); });
  connect(&desk_.session(), &StationSession::readingFailed, this, [this](const std::optional<Error>& error) {
    readingFails_ = error.has_value();
    update();
  });
  connect(&tick_, &QTimer::timeout, this, [this] {
    if (++ticks_ % kTicksToLate == 0) count();  // time alone makes a team late
    update();
  });
  tick_.start(kTickMs);
}

TopStrip::Counts TopStrip::counted(const Situation& s, Instant now) {
  Counts counts{overviewOf(s, now), orderKpi(s, now), 0};
  s.orders.forEach([&](const Uuid&, const Order& order) {
    if (!order.open()) return;
    for (const OrderCopy& copy : order.copies) {
      if (!copy.responsible || !unanswered(order, copy)) continue;
      const Team* team = copy.to.kind == AddresseeKind::team ? s.find(Id<Team>{copy.to.subject}) : nullptr;
      counts.ordersUnanswered += !(team && team->request);
    }
  });
  return counts;
}

void TopStrip::mousePressEvent(QMouseEvent* event) {
  if (figures_.contains(event->position().toPoint())) emit ordersWanted();
}

void TopStrip::count() {
  if (desk_.shown()) job_.want();
}

QString TopStrip::pictureWords() const {
  const Instant confirmed = desk_.session().confirmedAt();
  if (confirmed == Instant{}) return tr("opening …");
  if (readingFails_) return tr("the station cannot be read");
  return tr("picture %1 old").arg(Wording::age(systemNow().ms - confirmed.ms));
}

void TopStrip::paintStripes(QPainter& p) const {
  const Tokens& t = tokens();
  p.setPen(Qt::NoPen);
  p.setBrush(mixed(t.panel, t.text, t.dark ? 0.10 : 0.09));
  for (int x = -height(); x < width(); x += 28) {
    p.drawPolygon(QPolygonF({{x + 0.0, height() + 0.0},
                             {x + 12.0, height() + 0.0},
                             {x + 12.0 + height(), 0.0},
                             {x + 0.0 + height(), 0.0}}));
  }
}

void TopStrip::place() {
  search_->move(width() - kAgeWidth - search_->width(), (height() - search_->height()) / 2);
  seat_->move(search_->x() - kUnit - seat_->width(), (height() - seat_->height()) / 2);
  update();
}

QRect TopStrip::seatPlace() const {
  return seat_->geometry();
}

void TopStrip::resizeEvent(QResizeEvent*) {
  place();
}

void TopStrip::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.fillRect(rect(), t.panel);
  const Snapshot& s = desk_.shown();
  const bool exercise = s && s->station.mode == Mode::exercise;
  if (exercise) paintStripes(p);
  p.fillRect(QRect(0, height() - 1, width(), 1), t.line);

  const QFont large = typeOf(TypeSize::large);
  const QFont strong = typeOf(TypeSize::normal, QFont::DemiBold);
  const QFont normal = typeOf(TypeSize::normal);
  const QFont small = typeOf(TypeSize::small);
  int left = 2 * kUnit;
  int right = width() - 2 * kUnit;
  const auto middle = [&](const QFont& font) {
    const QFontMetrics metrics(font);
    return (height() - metrics.height()) / 2 + metrics.ascent();
  };
  // Words on stripes lie on a slip of the panel, or the stripes would eat them.
  const auto words = [&](int x, const QString& text, const QFont& font, const QColor& colour, const QFont& line) {
    const QFontMetrics metrics(font);
    const int advance = metrics.horizontalAdvance(text);
    if (exercise) p.fillRect(QRect(x - 5, 8, advance + 10, height() - 16), t.panel);
    p.setFont(font);
    p.setPen(colour);
    p.drawText(x, middle(line), text);
    return advance;
  };

  // From the right: how old the picture is.
  {
    const bool stale = readingFails_ || systemNow().ms - desk_.session().confirmedAt().ms > kStaleMs;
    const QString text = pictureWords();
    const QFontMetrics metrics(small);
    const int advance = metrics.horizontalAdvance(text);
    right -= advance + 18;
    words(right, text, small, stale ? t.danger : t.dim, normal);
    p.setPen(Qt::NoPen);
    p.setBrush(stale ? t.danger : t.good);
    if (stale)
      p.drawRect(QRectF(right + advance + 8, height() / 2.0 - 4, 8, 8));
    else
      p.drawEllipse(QPointF(right + advance + 12, height() / 2.0), 4.5, 4.5);
    right = std::min(right, seat_->geometry().left()) - 2 * kUnit;
  }
  if (!s) return;

  const QString name = qs(s->station.name);
  left += words(left, name, strong, t.text, strong) + kUnit + 4;
  {
    // The mode in both languages: nobody may take one for the other.
    const Text mode = textOf(s->station.mode);
    const QString text = DeskLanguage::current() == Language::chinese ? qs(mode.zh)
                         : exercise                                   ? qs(mode.zh + " " + mode.en)
                                                                      : qs(mode.en);
    const QFontMetrics metrics(strong);
    const QRect chip(left, (height() - metrics.height() - 4) / 2, metrics.horizontalAdvance(text) + 16,
                     metrics.height() + 4);
    p.setPen(QPen(t.text, 1.4));
    p.setBrush(exercise ? t.text : t.panel);
    p.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), kCorner, kCorner);
    p.setFont(strong);
    p.setPen(exercise ? t.panel : t.text);
    p.drawText(chip, Qt::AlignCenter, text);
    left = chip.right() + 3 * kUnit;
  }
  {
    const TimeZone& zone = desk_.session().timeZone();
    const Instant now = desk_.moment();
    left += words(left, Wording::clockWithSeconds(now, zone), large,
                  desk_.live() ? t.text : t.past.lighter(t.dark ? 150 : 100), large) +
            6;
    const QString offset = Wording::offset(now, zone);
    left += words(left, desk_.live() ? offset : Wording::date(now, zone) + QChar(u' ') + offset, small, t.dim, large) +
            3 * kUnit;
  }
  if (!desk_.live()) {
    const QString text = tr("LOOKING BACK");
    const QFontMetrics metrics(strong);
    const QRect chip(left, (height() - metrics.height() - 4) / 2, metrics.horizontalAdvance(text) + 16,
                     metrics.height() + 4);
    p.setPen(Qt::NoPen);
    p.setBrush(t.past);
    p.drawRoundedRect(chip, kCorner, kCorner);
    p.setFont(strong);
    p.setPen(Qt::white);
    p.drawText(chip, Qt::AlignCenter, text);
    left = chip.right() + 3 * kUnit;
  }
  // What is open, the most urgent first, as far as there is room.
  struct Item {
    QString words;
    QColor colour;
    bool ofOrders = false;
  };
  const Overview& desk = counts_.desk;
  const OrderKpi& orders = counts_.orders;
  std::vector<Item> items{{tr("open %1").arg(desk.openIncidents), t.text}};
  if (desk.unattended) items.push_back({tr("without team %1").arg(desk.unattended), t.danger});
  if (orders.open) items.push_back({tr("orders %1").arg(orders.open), t.text, true});
  if (counts_.ordersUnanswered) items.push_back({tr("unanswered %1").arg(counts_.ordersUnanswered), t.danger, true});
  if (orders.refused) items.push_back({tr("refused %1").arg(orders.refused), t.danger, true});
  if (orders.late) items.push_back({tr("late %1").arg(orders.late), t.danger, true});
  if (desk.unanswered) items.push_back({tr("teams asked, no answer %1").arg(desk.unanswered), t.danger});
  if (desk.late) items.push_back({tr("teams late %1").arg(desk.late), t.danger});
  const auto next = !desk.next ? orders.next : orders.next ? std::min(desk.next, orders.next) : desk.next;
  if (next)
    items.push_back(
        {tr("next %1").arg(Wording::moment(*next, desk_.moment(), desk_.session().timeZone())), t.text, true});
  if (desk.overCapacity) items.push_back({tr("shelters too full %1").arg(desk.overCapacity), t.danger});
  if (desk.conflicts) items.push_back({tr("contradictions %1").arg(desk.conflicts), t.danger});
  items.push_back({tr("teams free %1 of %2").arg(desk.teamsFree).arg(s->teams.size()), t.dim});
  const QFontMetrics metrics(normal);
  figures_ = {};
  for (const Item& item : items) {
    if (left + metrics.horizontalAdvance(item.words) > right) break;
    const int advance = words(left, item.words, normal, item.colour, normal);
    if (item.ofOrders) figures_ = figures_.united(QRect(left - kUnit, 0, advance + 2 * kUnit, height()));
    left += advance + 2 * kUnit + 4;
  }
}

bool TopStrip::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip && desk_.session().situation()) {
    const Situation& s = *desk_.session().situation();
    const QString last = s.lastHlc ? Wording::ago(systemNow().ms - hlc::instantOf(s.lastHlc).ms) : QString();
    QToolTip::showText(
        static_cast<QHelpEvent*>(event)->globalPos(),
        tr("%1 entries, the last one %2").arg(Wording::count(static_cast<std::int64_t>(s.eventCount)), last), this);
    return true;
  }
  return QWidget::event(event);
}

void TopStrip::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) update();
  QWidget::changeEvent(event);
}

}  // namespace fengsui
