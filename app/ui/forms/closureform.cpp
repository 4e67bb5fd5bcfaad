// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/closureform.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <cstdlib>

#include "core/codec.h"
#include "gis/roads/roadclass.h"
#include "ui/forms/choices.h"
#include "ui/forms/momenttext.h"
#include "ui/look/beside.h"
#include "ui/look/tokens.h"

namespace fengsui {
namespace {

constexpr int kWidth = 360;
constexpr std::int64_t kDayMs = 24 * 3600 * 1000;

bool clockAlone(const std::string& text) {
  return text.find('-') == std::string::npos && text.find('/') == std::string::npos && text.size() <= 7;
}

std::string written(const QLineEdit* field) {
  return field->text().trimmed().toStdString();
}

std::vector<std::string> vehiclesFrom(const QString& code) {
  std::vector<std::string> vehicles;
  for (const QString& one : code.split(u',', Qt::SkipEmptyParts)) vehicles.push_back(one.toStdString());
  return vehicles;
}

QString codeOf(const std::vector<std::string>& vehicles) {
  QStringList codes;
  for (const std::string& one : vehicles) codes << qs(one);
  return codes.join(u',');
}

}  // namespace

Result<Instant> nearestMoment(const std::string& text, Instant now, const TimeZone& zone) {
  const auto at = momentFrom(text, now, zone);
  if (!at || text.empty() || !clockAlone(text)) return at;
  const Instant tomorrow = at->plusMs(kDayMs);
  return std::abs(tomorrow.ms - now.ms) < std::abs(at->ms - now.ms) ? tomorrow : *at;
}

ClosureForm::ClosureForm(Desk& desk, QWidget* parent)
    : InlineForm(desk, "closureForm", parent),
      name_(addText("closureName")),
      words_(addText("closureWords")),
      from_(addText("closureFrom")),
      until_(addText("closureUntil")),
      vehicles_(addChoice("closureVehicles")),
      bridges_(addChoice("closureBridges")),
      closes_(new QLabel(this)) {
  closes_->setObjectName(QStringLiteral("closes"));
  closes_->setWordWrap(true);
  closes_->setFont(typeOf(TypeSize::small));
  addUnder(closes_);
  setFixedWidth(kWidth);
  connect(bridges_, &QComboBox::currentIndexChanged, this, [this] {
    if (isVisible()) emit closesOtherwise();
  });
  ClosureForm::retranslate();
}

void ClosureForm::retranslate() {
  refill(*vehicles_, [this] {
    vehicles_->addItem(tr("everybody"), QString());
    vehicles_->addItem(tr("all vehicles; on foot one can pass"), QStringLiteral("car,heavy,crawler"));
    vehicles_->addItem(tr("cars and heavy engines"), QStringLiteral("car,heavy"));
    vehicles_->addItem(tr("heavy engines"), QStringLiteral("heavy"));
  });
  refill(*bridges_, [this] {
    bridges_->addItem(tr("closed too"), false);
    bridges_->addItem(tr("stay open: the water is below them"), true);
  });
  say(name_, tr("Which road"));
  say(words_, tr("Because"));
  say(from_, tr("From"));
  say(until_, tr("Until"));
  say(vehicles_, tr("Closed for"));
  say(bridges_, tr("Bridges"));
  from_->setPlaceholderText(tr("21:40; empty: now"));
  until_->setPlaceholderText(tr("02:10; empty: until further notice"));
  words_->setPlaceholderText(tr("flooded, slide, collapse …"));
  setHead(isNew_ ? tr("Close a road") : tr("Change the closure"));
  setConfirm(isNew_ ? tr("Close (Enter)") : tr("Change (Enter)"));
  if (isVisible()) emit closesOtherwise();
}

bool ClosureForm::sparesBridges() const {
  return isAsked(bridges_) && bridges_->currentData().toBool();
}

void ClosureForm::openFor(fengsui::Shape shape, QPoint at) {
  isNew_ = true;
  closure_ = {};
  const bool area = shape.kind == ShapeKind::area;
  const auto anchor = anchorOf(shape);
  closure_.shape = std::move(shape);
  for (QLineEdit* field : {name_, words_, from_, until_}) field->clear();
  name_->setPlaceholderText({});
  vehicles_->setCurrentIndex(0);
  bridges_->setCurrentIndex(0);
  ask(bridges_, area);
  openAt(at, anchor ? qs(anchor->text()) : QString());
}

void ClosureForm::openFor(const RoadClosure& closure, QPoint at) {
  isNew_ = false;
  closure_ = closure;
  const TimeZone& zone = desk_.session().timeZone();
  name_->setText(qs(closure.name));
  name_->setPlaceholderText({});
  words_->setText(qs(closure.words));
  from_->setText(closure.spans.empty() ? QString() : qs(zone.local(closure.spans.back().from).substr(0, 16)));
  until_->setText(closure.spans.empty() || !closure.spans.back().to
                      ? QString()
                      : qs(zone.local(*closure.spans.back().to).substr(0, 16)));
  fromText_ = from_->text();
  untilText_ = until_->text();
  const QString code = codeOf(closure.vehicles);
  if (vehicles_->findData(code) < 0) vehicles_->addItem(code, code);
  vehicles_->setCurrentIndex(vehicles_->findData(code));
  bridges_->setCurrentIndex(closure.sparesBridges ? 1 : 0);
  ask(bridges_, closure.shape && closure.shape->kind == ShapeKind::area);
  openAt(at, qs(closure.id.text()));
}

void ClosureForm::openAt(QPoint at, const QString& subject) {
  closes_->hide();
  retranslate();
  adjustSize();
  const QRect room = parentWidget()->rect().adjusted(kUnit, kUnit, -kUnit, -kUnit);
  move(besidePointer(at, size(), room, 20, Beside::level));
  open(subject);
}

void ClosureForm::tellRoads(const QString& words, const QString& name, bool none) {
  name_->setPlaceholderText(name);
  closes_->setText(words);
  QPalette colour = palette();
  if (none) colour.setColor(QPalette::WindowText, tokens().danger);
  closes_->setPalette(colour);
  closes_->show();
  adjustSize();
}

std::optional<ClosedSpan> ClosureForm::span() {
  const TimeZone& zone = desk_.session().timeZone();
  const Instant now = systemNow();
  ClosedSpan span;
  const auto from = nearestMoment(written(from_), now, zone);
  if (!from) {
    desk_.refuse(from.error());
    return std::nullopt;
  }
  span.from = *from;
  if (const std::string text = written(until_); !text.empty()) {
    auto to = nearestMoment(text, now, zone);
    if (!to) {
      desk_.refuse(to.error());
      return std::nullopt;
    }
    // Nobody closes a road until before it is closed: that is the next day's clock.
    if (clockAlone(text))
      while (*to <= span.from) *to = to->plusMs(kDayMs);
    span.to = *to;
  }
  // What nobody touched keeps its seconds.
  if (!isNew_ && !closure_.spans.empty()) {
    if (from_->text() == fromText_) span.from = closure_.spans.back().from;
    if (until_->text() == untilText_) span.to = closure_.spans.back().to;
  }
  return span;
}

void ClosureForm::confirm() {
  const auto held = span();
  if (!held) return;
  RoadClosure after = closure_;
  after.name = written(name_);
  if (after.name.empty()) after.name = name_->placeholderText().toStdString();
  if (after.name.empty()) {
    desk_.refuse({ErrorCode::invalid,
                  {"say which road is closed", "请填写封闭的道路"},
                  {"a road, a bridge, a junction", "道路、桥梁或路口名称"},
                  {}});
    return name_->setFocus();
  }
  after.words = written(words_);
  after.vehicles = vehiclesFrom(vehicles_->currentData().toString());
  after.sparesBridges = sparesBridges();
  if (isNew_) {
    after.id.uuid = Uuid::v7(systemNow());
    after.spans = {*held};
    if (const Incident* incident = desk_.selectedAs<Incident>(); incident && incident->open())
      after.incident = incident->id;
    const Selected closed{Kind::roadClosure, after.id.uuid};
    const Text said{"closed: " + after.name, "已封闭：" + after.name};
    desk_.execute(Register<RoadClosure>{std::move(after)}, said, [this, closed] {
      done();
      desk_.select(closed);
    });
    return;
  }
  after.spans = closure_.spans;
  if (after.spans.empty())
    after.spans.push_back(*held);
  else
    after.spans.back() = *held;
  const Text said{"changed: " + after.name, "已修改：" + after.name};
  desk_.execute(Revise<RoadClosure>{after.id,
                                    {{"name", encode(after.name)},
                                     {"words", encode(after.words)},
                                     {"spans", encode(after.spans)},
                                     {"vehicles", encode(after.vehicles)},
                                     {"sparesBridges", encode(after.sparesBridges)}}},
                said, [this] { done(); });
}

}  // namespace fengsui
