// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "plans/library.h"

namespace fengsui {

/// From which edition a text was begun; empty ones where it is a new plan.
struct PlanOrigin {
  std::filesystem::path file;
  std::string id;
  std::string edition;
};

/// Under which edition the text of a sound plan is saved: its own where that is free; the next one where it is that
/// from which the text was begun.
///
/// Thread: any; pure.
/// Errors: refused where another file has this edition already.
[[nodiscard]] Result<std::string> editionToSave(const Plan& plan, const PlanOrigin& origin, const PlanLibrary& library);

struct SavedPlan {
  std::filesystem::path file;
  std::string id;
  std::string edition;
  std::string text;  ///< as it was written, with its edition
};

/// Saves the text of a plan as an edition of its own in NAME.plans of the station: a new file, and no other is touched.
/// Only a file of that folder that could not be read at all is mended in its place; what it held is kept beside it as
/// FILE.before.
///
/// Thread: any; slow (disk). What is confirmed is on the disk.
/// Errors: refused where the text has errors, where nothing has changed, where the edition is there already; io.
[[nodiscard]] Result<SavedPlan> savePlan(const std::string& text, const PlanOrigin& origin,
                                         const std::filesystem::path& station);

}  // namespace fengsui
