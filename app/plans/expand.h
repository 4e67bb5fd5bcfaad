// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/codec.h"
#include "plans/plan.h"

namespace fengsui {

/// A table as rows of text, from whatever file it was read.
struct PlanRow {
  int number = 0;  ///< 1-based, as the spreadsheet shows it
  std::vector<std::string> cells;
};

struct PlanRows {
  std::string file;
  std::vector<std::string> columns;
  std::vector<PlanRow> rows;  ///< each has one cell per column
};

/// What an earlier expansion gave each plan: kept beside the table, so that only what changed gets a new edition. A
/// plan whose row is gone keeps its line; should the row come back changed, its edition goes on counting.
struct RowEdition {
  std::string edition;
  int revision = 1;
  std::string digest;  ///< of the row's cells that the template names

  bool operator==(const RowEdition&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("edition", self.edition);
    field("revision", self.revision);
    field("digest", self.digest);
  }
};

struct ExpansionRecord {
  std::string plan;  ///< the template
  std::map<std::string, RowEdition> plans;

  bool operator==(const ExpansionRecord&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("template", self.plan);
    field("plans", self.plans);
  }
};

struct Expansion {
  std::vector<Plan> plans;                        ///< of the rows without errors, in the order of the table
  std::vector<Error> errors;                      ///< with the row
  ExpansionRecord record;                         ///< to be kept for the next time
  std::vector<std::string> added, changed, gone;  ///< plan ids
  std::size_t unchanged = 0;
};

/// One plan for each row of a table. A row with an error gives no plan and keeps its edition; a missing column or a
/// plan without a template gives none at all.
///
/// Thread: any; pure. Includes of the template have to be put in before.
[[nodiscard]] Expansion expand(const Plan& templatePlan, const PlanRows& table, const ExpansionRecord& before = {});

}  // namespace fengsui
