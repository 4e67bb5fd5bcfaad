// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/dutyreport.h"
#include "documents/printed.h"

namespace fengsui {

/// A duty report (首报, 续报, 终报, 灾情统计) as an official document, A4: sections, figures each with whose count it
/// is, up to when and how sure, signatures, recipients with receipts. Unsigned it says that it is a draft.
///
/// Thread: any, after Typesetting. Errors: notFound without a font.
[[nodiscard]] Result<Printed> printReport(const DutyReport& report, const PrintWish& wish);

}  // namespace fengsui
