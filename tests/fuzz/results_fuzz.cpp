// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the files that a run leaves: forecast, exposure, readings and advice, a line each.
#include "fuzz/fuzzing.h"
#include "fuzz/things.h"
#include "sdk/acceptance.h"
#include "sdk/modelrun.h"
#include "support/bytes.h"
#include "support/tempfolder.h"

using namespace fengsui;

namespace {

constexpr const char* kFiles[] = {"forecast.json", "exposure.json", "says.json", "advice.json"};

// What boards and lists ask of it.
void show(const ModelOutcome& outcome) {
  static const TimeZone zone = TimeZone::named("Asia/Shanghai").value_or(TimeZone::utc());
  const Exposure& exposure = outcome.exposure;
  for (const Hit& hit : exposure.hits) {
    fuzz::require(!hit.stages.empty(), "what is hit is in a stage");
    (void)zone.clock(exposure.start.plusMs(hit.stages.front().firstMs));
    (void)zone.local(exposure.start.plusMs(hit.stages.back().lastMs));
    (void)reasonOf(hit, exposure, fuzz::depthRules(), zone);
    (void)hit.where.text();
    if (hit.shape) (void)anchorOf(*hit.shape);
  }
  (void)zone.iso(outcome.forecast.start.plusMs(outcome.forecast.durationMs));
  (void)differenceBetween(exposure, {}, fuzz::depthRules(), zone);
  (void)differenceBetween(exposure, exposure, fuzz::depthRules(), zone);
}

void take(const Advice& advice) {
  static const Situation situation;
  const auto newId = [] { return Uuid{}; };
  const auto orders = acceptedOrders(advice, situation, newId);
  fuzz::require(orders.drafts.size() + orders.known == advice.orders.size(), "no order is lost");
  (void)acceptedClosures(advice, situation, newId, Instant{1'784'500'000'000});
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const TempFolder folder = TempFolder::inMemory();
  const auto lines = fuzz::partsOf(fuzz::textOf(data, size), '\n');
  for (std::size_t i = 0; i < std::size(kFiles); ++i)
    writeBytes(folder / kFiles[i], std::string(i < lines.size() ? lines[i] : "{}"));
  if (const auto forecast = readForecast(folder.path())) {
    fuzz::require(writeForecast(*forecast, folder.path()).has_value(), "a forecast that was read can be written");
    const auto back = readForecast(folder.path());
    fuzz::require(back && *back == *forecast, "a forecast that was read comes back as it went out");
  }
  const auto outcome = readOutcome(folder.path());
  if (!outcome) {
    fuzz::require(!outcome.error().message.zh.empty() && !outcome.error().place.file.empty(),
                  "a refusal has its sentences and its file");
    return 0;
  }
  show(*outcome);
  take(outcome->advice);
  return 0;
}
