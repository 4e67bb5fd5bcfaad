// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a plan file: read to a plan that is written and read back the same, or refused with a place.
#include "fuzz/fuzzing.h"
#include "plans/instantiate.h"
#include "plans/loader.h"
#include "plans/planwriter.h"
#include "plans/postcard.h"
#include "plans/warnings.h"

using namespace fengsui;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const PlanResult plan = loadPlan(fuzz::textOf(data, size), "fuzz.yaml");
  if (!plan) {
    fuzz::require(!plan.error().empty(), "what is refused says why");
    fuzz::require(plan.error().size() <= kPlanErrorsAtMost, "errors are bounded");
    for (const Error& error : plan.error()) {
      fuzz::require(!error.message.en.empty() && !error.message.zh.empty(), "an error speaks both languages");
      (void)error.sentence(Language::chinese);
    }
    return 0;
  }
  const PlanResult again = loadPlan(planYaml(*plan), "again.yaml");
  fuzz::require(again && *again == *plan, "a plan that is written reads back the same");
  const Situation nothing;
  (void)checkAgainst(*plan, nothing);
  const SituationFacts facts(nothing, {}, {});
  const std::string level = plan->levels.empty() ? std::string() : plan->levels.front().level;
  if (const auto list = checklistFor(*plan, level, nothing, facts, {}))
    fuzz::require(list->size() <= plan->items.size(), "a checklist has the items of its plan");
  for (const std::string& post : postsOf(*plan)) fuzz::require(cardFor(*plan, post).has_value(), "a post has its card");
  return 0;
}
