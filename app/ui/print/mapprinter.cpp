// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/mapprinter.h"

#include <QFileInfo>

#include "ui/canvas/groundwords.h"
#include "ui/canvas/mapcanvas.h"
#include "ui/hazard/hazardplayer.h"
#include "ui/look/language.h"
#include "ui/models/modeldesk.h"

namespace fengsui {
namespace {

constexpr int kPatienceMs = 40'000;  // a full A3 sheet of a busy map takes some seconds

// Ground beyond the district, where nothing is, only makes everything else smaller.
QRectF withoutRim(const QRectF& shown, const QRectF& content) {
  constexpr double kMargin = 0.03;
  if (content.isEmpty()) return shown;
  const double dx = content.width() * kMargin, dy = content.height() * kMargin;
  const QRectF kept = shown & content.adjusted(-dx, -dy, dx, dy);
  return kept.isEmpty() ? shown : kept;
}

}  // namespace

MapPrinter::MapPrinter(Desk& desk, MapCanvas& canvas, BaseMap& base, HazardPlayer& player, ModelDesk& models,
                       QObject* parent)
    : QObject(parent), desk_(desk), canvas_(canvas), base_(base), player_(player), models_(models) {
  pool_.setMaxThreadCount(1);
  patience_.setSingleShot(true);
  patience_.setInterval(kPatienceMs);
  connect(&base_, &BaseMap::pictured, this, &MapPrinter::take);
  connect(&patience_, &QTimer::timeout, this, [this] {
    matter_.groundTrouble = tr("the map did not answer in time");
    set();
  });
}

MapPrinter::~MapPrinter() {
  pool_.waitForDone();
}

bool MapPrinter::foresees() const {
  return player_.shown();
}

void MapPrinter::print(const MapPrintWish& wish) {
  if (busy()) {
    emit failed({ErrorCode::refused,
                 {"a map is being printed already: wait until it is done", "正在打印上一张地图，请稍候"},
                 {},
                 {}});
    return;
  }
  if (!desk_.shown()) {
    emit failed(noStation());
    return;
  }
  matter_ = {};
  matter_.wish = wish;
  matter_.situation = desk_.shown();
  matter_.moment = desk_.moment();
  matter_.live = desk_.live();
  matter_.now = systemNow();
  matter_.by = QString::fromStdString(desk_.seat().actor());
  matter_.extent = withoutRim(canvas_.clearExtent(), canvas_.contentExtent());
  matter_.roads = canvas_.roads();
  if (player_.shown()) {
    matter_.frames = player_.file();
    matter_.frame = player_.frame();
    if (const auto& forecast = models_.shown();
        forecast && forecast->folder == QFileInfo(player_.file()).absolutePath())
      matter_.outcome = forecast->outcome;
  }
  asked_ = true;
  emit busyChanged();
  request_ = base_.draw(wish.view(matter_.extent).picture());
  if (request_ != 0) {
    patience_.start();
    return;
  }
  const QString trouble = GroundWords::troubleOf(base_, desk_.session().timeZone());
  matter_.groundTrouble = base_.state() == BaseMap::State::none ? tr("this station has none")
                          : trouble.isEmpty()                   ? tr("it is still being opened")
                                                                : trouble;
  set();
}

void MapPrinter::take(quint64 request, const MapImage& image, const std::optional<Error>& trouble) {
  if (!asked_ || request != request_) return;
  matter_.ground = image;
  if (trouble) matter_.groundTrouble = shown(*trouble);
  set();
}

void MapPrinter::set() {
  patience_.stop();
  request_ = 0;
  asked_ = false;
  setting_ = true;
  pool_.start([this, matter = std::exchange(matter_, {})] {
    auto done = std::make_shared<Result<Printed>>(MapPrint::of(matter));
    if (*done)
      if (const auto saved = savePrinted(**done, matter.wish.file.toStdString()); !saved)
        *done = failure(saved.error());
    QMetaObject::invokeMethod(&receiver_, [this, done, file = matter.wish.file] {
      setting_ = false;
      emit busyChanged();
      if (*done)
        emit printed(file, (*done)->pages);
      else
        emit failed(done->error());
    });
  });
}

}  // namespace fengsui
