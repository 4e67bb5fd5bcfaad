// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "modules/conformance/subject.h"

// What every hazard module has to keep. Each check gives a line for each thing that is not so; none where all is well.

namespace fengsui::conformance {

using Complaints = std::vector<std::string>;

/// Every setting has a standard that it accepts, help in both languages, and comes back from JSON as it went in.
[[nodiscard]] Complaints ofSettings(const Subject& subject);
/// From the wish to stop to the return: at most 200 ms, an error, and no forecast left.
[[nodiscard]] Complaints ofCancellation(const Subject& subject);
/// The same request gives the same bytes, on one thread and on two.
[[nodiscard]] Complaints ofDeterminism(const Subject& subject);
/// Two runs at the same time give what each gives alone.
[[nodiscard]] Complaints ofTwoRunsAtOnce(const Subject& subject);
/// Nothing is written but in the folder of the results: not beside the inputs, the caller, in TMPDIR or HOME.
[[nodiscard]] Complaints ofPlacesWritten(const Subject& subject);
/// A folder that cannot be made, and one with no room in it, are a sentence.
[[nodiscard]] Complaints ofResultsFolder(const Subject& subject);
/// Each kind of bad input does what conformance.json says of it: it is refused in words, or computed with a caveat.
[[nodiscard]] Complaints ofBadInputs(const Subject& subject);
/// Without a situation there is nothing to propose, to warn of and to hit, and no error.
[[nodiscard]] Complaints ofAnEmptySituation(const Subject& subject);

/// A forecast as it lies in its folder: each file with its bytes; what may differ between equal runs is taken out.
[[nodiscard]] std::map<std::string, std::string> leftIn(const std::filesystem::path& folder, const Subject& subject);

}  // namespace fengsui::conformance
