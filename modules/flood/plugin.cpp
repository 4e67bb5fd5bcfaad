// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "flood/model/floodmodule.h"
#include "sdk/plugin.h"

namespace fengsui {

class FloodPlugin final : public QObject, public HazardPlugin {
  Q_OBJECT
  Q_INTERFACES(fengsui::HazardPlugin)
  Q_PLUGIN_METADATA(IID FENGSUI_HAZARD_PLUGIN FILE "metadata.json")

 public:
  [[nodiscard]] const HazardModule& module() const override { return floodModule(); }
};

}  // namespace fengsui

#include "plugin.moc"
