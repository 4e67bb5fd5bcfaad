// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hazard/deskhazard.h"

#include "ui/canvas/mapcanvas.h"
#include "ui/hazard/hazardwords.h"

namespace fengsui {
namespace {

constexpr int kLeadMs = 15'000;  // "+1 h 20 min" is told anew so often

}  // namespace

DeskHazard::DeskHazard(Desk& desk, MapCanvas& canvas, QObject* parent) : QObject(parent), desk_(desk), canvas_(canvas) {
  connect(&player_, &HazardPlayer::changed, this, &DeskHazard::retell);
  connect(&player_, &HazardPlayer::failed, this, [this](const Error& error) {
    emit desk_.noticed({Notice::Tone::trouble, std::nullopt, error, false});
  });
  connect(&desk_, &Desk::liveChanged, this, &DeskHazard::followDesk);
  connect(&desk_, &Desk::shownChanged, this, [this] {
    if (!desk_.live()) followDesk();
  });
  auto* lead = new QTimer(this);
  connect(lead, &QTimer::timeout, this, [this] {
    if (player_.shown() && desk_.live()) retell();
  });
  lead->start(kLeadMs);
  canvas_.setPlaceWords([this](Position where) { return HazardWords::brief(player_, where); });
}

void DeskHazard::followDesk() {
  if (desk_.live())
    player_.followNow();
  else
    player_.lookBackTo(desk_.moment());
}

void DeskHazard::retell() {
  canvas_.setHazard(player_.shown() ? HazardWords::drawing(player_, desk_.moment(), desk_.session().timeZone())
                                    : nullptr);
}

QString DeskHazard::wordsAt(Position where) const {
  return HazardWords::place(player_, where, desk_.moment(), desk_.session().timeZone());
}

}  // namespace fengsui
