// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>

#include "sdk/setting.h"

namespace fengsui {

/// A model as a program: settings in, files and a summary out.
///
/// Thread: run blocks its thread until it is done or stopped. Errors: one sentence with the setting at fault.
struct ModelProgram {
  std::string_view name;
  Text title;
  std::span<const Setting> settings;
  using Progress = std::function<void(double share)>;
  Result<Json> (*run)(const SettingValues& values, const std::filesystem::path& out, const std::stop_token& stop,
                      const Progress& progress) = nullptr;
};

/// Flood control: shallow water over terrain; built by modules/flood.
[[nodiscard]] const ModelProgram& floodProgram();

}  // namespace fengsui
