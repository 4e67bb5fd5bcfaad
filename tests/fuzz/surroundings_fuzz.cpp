// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as what a module is told of its surroundings, behind the mark that fits them.
#include "core/digest.h"
#include "fuzz/fuzzing.h"
#include "sdk/surroundings.h"
#include "support/bytes.h"
#include "support/tempfolder.h"

using namespace fengsui;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const TempFolder folder = TempFolder::inMemory();
  const std::string file = folder / "around", body(fuzz::textOf(data, size));
  writeBytes(file, "fengsui surroundings 1 " + hex(blake2b(body)) + '\n' + body);
  const auto around = readSurroundings(file);
  if (!around) {
    fuzz::require(!around.error().message.zh.empty(), "a refusal has its sentences");
    return 0;
  }
  (void)around->observations();
  fuzz::require(writeSurroundings(*around, file).has_value(), "what was read can be written");
  const std::string once = bytesOfFile(file);
  const auto again = readSurroundings(file);
  fuzz::require(again && writeSurroundings(*again, file) && bytesOfFile(file) == once,
                "what was read is the same again");
  return 0;
}
