// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtPlugin>

#include "sdk/hazardmodule.h"

namespace fengsui {

/// The version of everything in app/sdk that a module sees: one that was built for another is not loaded.
inline constexpr int kModuleInterface = 2;

/// What the shared library of a module gives: `class FloodPlugin : public QObject, public HazardPlugin` with
/// Q_PLUGIN_METADATA(IID FENGSUI_HAZARD_PLUGIN FILE "metadata.json").
class HazardPlugin {
 public:
  HazardPlugin() = default;
  HazardPlugin(const HazardPlugin&) = delete;
  HazardPlugin& operator=(const HazardPlugin&) = delete;
  virtual ~HazardPlugin() = default;
  /// Lives as long as the program.
  [[nodiscard]] virtual const HazardModule& module() const = 0;
};

}  // namespace fengsui

#define FENGSUI_HAZARD_PLUGIN "org.fengsui.HazardPlugin"
Q_DECLARE_INTERFACE(fengsui::HazardPlugin, FENGSUI_HAZARD_PLUGIN)
