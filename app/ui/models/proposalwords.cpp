// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/proposalwords.h"

#include <QCoreApplication>

#include "ui/look/language.h"

namespace fengsui {

BoardRow proposalRow(const ScenarioProposal& proposal) {
  BoardRow row;
  row.title = shown(proposal.title);
  row.corner = QCoreApplication::translate("ProposalWords", "fill in");
  if (!proposal.because.empty()) row.line = shown(proposal.because.front());
  return row;
}

}  // namespace fengsui
