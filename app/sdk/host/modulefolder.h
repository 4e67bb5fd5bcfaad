// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sdk/hazardmodule.h"

namespace fengsui {

/// A shared library in the folder of modules, as far as can be known without running any of its code.
struct ModuleEntry {
  std::filesystem::path file;
  std::string name;  ///< the code; that of the file where it does not say
  Text title;
  Text about;
  std::string version;
  std::optional<Error> trouble;  ///< why it cannot be used
};

/// Where the modules of this program are: lib/fengsui/modules beside its bin, or $FENGSUI_MODULES.
[[nodiscard]] std::filesystem::path moduleFolderHere();

/// What is there, by name. A library that is no module, or one for another version of the interface, is listed with
/// its trouble; so is the second of the same name.
///
/// Thread: any; slow (disk).
[[nodiscard]] std::vector<ModuleEntry> modulesIn(const std::filesystem::path& folder);

/// Loads it for ever, with all its symbols resolved. To be done in a child: what a module does wrong ends the process.
///
/// Errors: the trouble of the entry; unreadable with what the loader says: a missing symbol, no plug-in.
[[nodiscard]] Result<const HazardModule*> loadModule(const ModuleEntry& entry);

/// The module of that name. Errors: notFound with those that are there; as loadModule.
[[nodiscard]] Result<const HazardModule*> loadModuleNamed(const std::string& name, const std::filesystem::path& folder);

}  // namespace fengsui
