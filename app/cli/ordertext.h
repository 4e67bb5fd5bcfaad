// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/situation.h"

// What people write on the command line about orders, read against a situation.

namespace fengsui {

/// "post:镇长", "team:怀北救援队", "person:…", "place:北沟村", "organisation:供电公司"; without a kind, the post, team
/// or place of that name, else an organisation. "镇长/副镇长" names the substitute too.
[[nodiscard]] Result<Addressee> addresseeFrom(const Situation& s, const std::string& written);

/// "2=B,4=town,30=值班长!": minutes and whom; "!" waits for the answer, not for the acknowledgement.
[[nodiscard]] Result<std::vector<Rung>> ladderFrom(const std::string& written);

/// "moved=应转:86,已转:79" or "number=D-17".
[[nodiscard]] Result<AnswerValue> answerFrom(const std::string& written);

/// "moved:ledger:应转,已转", "depth:number:cm", "photo:photo".
[[nodiscard]] Result<AnswerField> fieldFrom(const std::string& written);

}  // namespace fengsui
