// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/planedit/plancheck.h"

#include <algorithm>

#include "plans/warnings.h"

namespace fengsui {
namespace {

bool names(const Plan& plan, const std::string& id) {
  return plan.extends == id || std::any_of(plan.include.begin(), plan.include.end(),
                                           [&](const Include& include) { return include.plan == id; });
}

// Plans that take lines from this one and would not be sound with it as it is now.
std::vector<Error> brokenBy(const Plan& plan, const PlanLibrary& library) {
  const PlanLookup as = [&](const std::string& id) { return id == plan.id ? &plan : library.written(id); };
  std::vector<Error> out;
  for (const PlanEntry& entry : library.entries()) {
    if (!entry.whole || entry.id == plan.id || !entry.own || library.written(entry.id) != &*entry.own) continue;
    if (!names(*entry.own, plan.id)) continue;
    const PlanResult whole = wholePlan(*entry.own, as);
    if (whole) continue;
    Error error = whole.error().front();
    const std::string that = entry.id + ' ' + entry.edition;
    error.message = {that + " would no longer be sound: " + error.message.en,
                     that + " 将因此不能使用：" + error.message.zh};
    out.push_back(std::move(error));
  }
  return out;
}

}  // namespace

bool isPostsFile(const std::filesystem::path& file) {
  return file.stem() == "posts";
}

CheckedPlan checkPlanText(std::string_view text, const std::string& file, const PlanLibrary& library,
                          const Situation* situation) {
  CheckedPlan checked;
  if (isPostsFile(file)) {
    if (auto posts = loadPosts(text, file); !posts) checked.errors = std::move(posts.error());
    return checked;
  }
  PlanResult own = loadPlan(text, file);
  if (!own) {
    checked.errors = std::move(own.error());
    return checked;
  }
  // It stands for itself where others lead back to it.
  PlanResult whole =
      wholePlan(*own, [&](const std::string& id) { return id == own->id ? &*own : library.written(id); });
  checked.own = std::move(*own);
  if (!whole) {
    checked.errors = std::move(whole.error());
    return checked;
  }
  checked.whole = std::move(*whole);
  if (situation)
    for (PlanWarning& warning : checkAgainst(*checked.whole, *situation))
      checked.warnings.push_back(std::move(warning.what));
  for (Error& broken : brokenBy(*checked.own, library)) checked.warnings.push_back(std::move(broken));
  return checked;
}

}  // namespace fengsui
