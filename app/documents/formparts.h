// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>

#include "core/entities/message.h"
#include "documents/flow.h"
#include "documents/wording.h"

// Pieces that several forms share. Inside of app/documents only.

namespace fengsui {

/// "E 116.63180°  N 40.31620°"
[[nodiscard]] QString coordinatesText(Position where);
/// Room to write an answer by hand: a line, boxes to tick, a blank for each part.
[[nodiscard]] QString blankFor(const AnswerField& field, const PaperWording& say);
/// "B" → "B角": whom a rung of a ladder means.
[[nodiscard]] QString whomText(const std::string& whom, const PaperWording& say);
/// Lines of text with a QR code of @p code on their right.
void addMarkBeside(Flow& flow, const std::vector<std::pair<QString, Style>>& left, const std::string& code);

}  // namespace fengsui
