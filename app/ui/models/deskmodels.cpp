// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/deskmodels.h"

#include "ui/canvas/mapcanvas.h"
#include "ui/hazard/hazardplayer.h"

namespace fengsui {
namespace {

// What the map shows, as the setting "area" writes it.
QString areaOf(const ViewPort& view) {
  const QRectF extent = view.extent();
  const auto low = positionAt({extent.left(), extent.top()}), high = positionAt({extent.right(), extent.bottom()});
  if (!low || !high) return {};
  const auto degrees = [](double value) { return QString::number(value, 'f', 4); };
  return QStringList{degrees(low->lonDeg()), degrees(low->latDeg()), degrees(high->lonDeg()), degrees(high->latDeg())}
      .join(u',');
}

}  // namespace

DeskModels::DeskModels(Desk& desk, MapCanvas& canvas, HazardPlayer& player, QWidget* parent)
    : QObject(parent),
      desk_(desk),
      canvas_(canvas),
      player_(player),
      models_(new ModelDesk(desk, moduleFolderHere(), this)),
      board_(new ForecastBoard(*models_, parent)) {
  connect(&desk_.session(), &StationSession::opened, models_, &ModelDesk::look);
  connect(models_, &ModelDesk::shownChanged, this, &DeskModels::follow);
  connect(models_, &ModelDesk::runChanged, this, [this] {
    // The new forecast is what everybody waits for.
    if (!models_->running() && !models_->refused() && models_->shown()) board_->openPage(ForecastBoard::hit);
  });
  connect(&board_->aheadPage(), &AheadPage::areaWanted, this,
          [this] { board_->aheadPage().setArea(areaOf(canvas_.view())); });
  connect(&board_->aheadPage(), &AheadPage::planWanted, this, &DeskModels::planWanted);
  connect(&board_->advicePage(), &AdvicePage::planWanted, this, &DeskModels::planWanted);
  connect(&board_->advicePage(), &AdvicePage::draftsMade, this, &DeskModels::draftsMade);
  connect(&board_->hitPage(), &HitPage::chosen, this,
          [this](const std::optional<Selected>& thing, Position where, Instant first) {
            if (thing) desk_.select(thing);
            canvas_.showPlace(where);
            if (player_.shown()) {
              player_.pause();
              player_.setMoment(first);
            }
          });
}

void DeskModels::use(const QString& program, const QString& map) {
  models_->useProgram(program);
  models_->useDistrict(map);
  if (desk_.shown()) models_->look();
}

// The frames of the forecast that holds are what the map plays.
void DeskModels::follow() {
  const auto& shown = models_->shown();
  if (!shown || shown->outcome->forecast.frames.empty()) return player_.hide();
  player_.show(shown->folder + u'/' + QString::fromStdString(shown->outcome->forecast.frames));
}

}  // namespace fengsui
