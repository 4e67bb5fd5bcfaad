// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a file of hazard frames, as a folder of results from elsewhere brings it.
#include "fuzz/fuzzing.h"
#include "fuzz/things.h"
#include "sdk/exposure.h"
#include "support/bytes.h"
#include "support/tempfolder.h"

using namespace fengsui;

namespace {

constexpr std::size_t kCellsAtMost = 1 << 20;  // larger ones only take their time

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const TempFolder folder = TempFolder::inMemory();
  const std::string file = folder / "a.frames", again = folder / "b.frames";
  writeBytes(file, std::string(fuzz::textOf(data, size)));
  auto frames = FramesFile::open(file);
  if (!frames) {
    fuzz::require(!frames.error().message.zh.empty() && frames.error().place.file == file,
                  "a refusal has its sentences and its file");
    return 0;
  }
  fuzz::require(!frames->refresh().value_or(true), "a file that does not grow has no more frames");
  fuzz::require(frames->header().grid.cells() > 0, "a layer has cells");
  auto writer = FramesWriter::create(again, frames->header());
  fuzz::require(writer.has_value(), "a header that was read can be written");
  if (frames->header().grid.cells() > kCellsAtMost) return 0;
  for (std::size_t i = 0; i < frames->afterMs().size(); ++i)
    if (const auto counts = frames->read(i))
      fuzz::require(writer->append(frames->afterMs()[i], *counts).has_value(), "a frame that was read can be written");
  const auto back = FramesFile::open(again);
  fuzz::require(back && back->header() == frames->header(), "a header that was read comes back as it went out");
  const auto exposure = exposureOf(*frames, &*back, fuzz::thingsAround(), fuzz::depthRules());
  if (exposure) (void)codec::write(*exposure);
  return 0;
}
