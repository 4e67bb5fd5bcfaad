// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/expand.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>

#include "core/digest.h"
#include "plans/nearest.h"
#include "plans/placeholders.h"
#include "plans/textwalk.h"

namespace fengsui {
namespace {

bool isNumber(std::string_view text) {
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  return fault == std::errc() && end == text.data() + text.size() && std::abs(value) <= 1e12;
}

void thresholdsOf(const ExpressionNode& node, std::set<std::string>& columns) {
  if (node.kind == ExpressionKind::placeholder && node.name.starts_with("row.")) columns.insert(node.name.substr(4));
  for (const ExpressionNode& part : node.parts) thresholdsOf(part, columns);
}

class RowPlans {
 public:
  RowPlans(const Plan& plan, const PlanRows& table, const ExpansionRecord& before)
      : plan_(plan), table_(table), before_(before) {}

  Expansion run() {
    out_.record = before_;
    out_.record.plan = plan_.id;
    if (!plan_.table) {
      wrong(0, {}, {}, {plan_.id + " has no template", plan_.id + " 没有 template"},
            {"a template names the table's columns", "template 写明表格的列"});
      return std::move(out_);
    }
    if (!plan_.whole()) {
      wrong(0, {}, {}, {"what " + plan_.id + " includes is not put in", plan_.id + " 的引用尚未并入"});
      return std::move(out_);
    }
    if (!findColumns()) return std::move(out_);
    forEachExpression(plan_, [this](const Expression& one) { thresholdsOf(one.tree(), thresholds_); });
    for (const PlanRow& row : table_.rows) addRow(row);
    for (const auto& [id, edition] : before_.plans)
      if (!seen_.contains(id) && !faulty_) out_.gone.push_back(id);
    return std::move(out_);
  }

 private:
  void wrong(int row, std::string column, std::string value, Text message, Text remedy = {}) {
    Error error{ErrorCode::invalid, std::move(message), std::move(remedy), {}};
    error.place = {table_.file, row, 0, std::move(column), std::move(value)};
    out_.errors.push_back(std::move(error));
  }

  bool findColumns() {
    bool good = true;
    for (const auto& [name, type] : plan_.table->table.columns) {
      const auto at = std::find(table_.columns.begin(), table_.columns.end(), name);
      if (at != table_.columns.end()) {
        columns_[name] = static_cast<std::size_t>(at - table_.columns.begin());
        continue;
      }
      good = false;
      const std::string close = nearest(name, table_.columns);
      wrong(0, name, {}, {"the table has no such column", "表格没有这一列"},
            close.empty() ? Text{"its columns: " + listed(table_.columns), "表格的列：" + listed(table_.columns)}
                          : Text{"did you mean " + close + "? its columns: " + listed(table_.columns),
                                 "是否应为 " + close + "？表格的列：" + listed(table_.columns)});
    }
    return good;
  }

  [[nodiscard]] std::string cell(const PlanRow& row, const std::string& column) const {
    const auto at = columns_.find(column);
    if (at == columns_.end() || at->second >= row.cells.size()) return {};
    const std::string& text = row.cells[at->second];
    const auto from = text.find_first_not_of(" \t\r\n");
    if (from == std::string::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
  }

  bool sound(const PlanRow& row) {
    const std::string& key = plan_.table->table.key;
    if (cell(row, key).empty()) {
      wrong(row.number, key, {}, {"the key is empty", "关键列为空"}, {"every row needs its name", "每行都要填名称"});
      return false;
    }
    bool good = true;
    for (const auto& [name, type] : plan_.table->table.columns) {
      const std::string value = cell(row, name);
      if (type == PlanColumnType::number && !value.empty() && !isNumber(value)) {
        wrong(row.number, name, value, {"a number is wanted", "应为数字"},
              {"digits only, such as 213", "只写数字，如 213"});
        good = false;
      }
      if (value.empty() && thresholds_.contains(name)) {
        wrong(row.number, name, {}, {"the plan compares with this number", "预案要与这个数比较"},
              {"an empty threshold is none: write it", "阈值不能为空，请填写"});
        good = false;
      }
      if (value.find_first_of("{}") != std::string::npos) {
        wrong(row.number, name, value, {"a cell may not hold { or }", "单元格不能含 { 或 }"});
        good = false;
      }
    }
    return good;
  }

  void addRow(const PlanRow& row) {
    if (!sound(row)) {
      faulty_ = true;
      return;
    }
    // An empty cell is a blank to fill in on the printed card.
    const auto value = [&](const std::string& name) -> std::optional<std::string> {
      if (!name.starts_with("row.")) return std::nullopt;
      const std::string text = cell(row, name.substr(4));
      return text.empty() ? "____" : text;
    };
    const std::string id = filled(plan_.table->id, value);
    if (const auto [first, fresh] = seen_.emplace(id, row.number); !fresh) {
      wrong(row.number, plan_.table->table.key, cell(row, plan_.table->table.key),
            {"this name stands in row " + std::to_string(first->second) + " already",
             "与第 " + std::to_string(first->second) + " 行重名"},
            {"two places need two names", "两处地点要有两个名称"});
      return;
    }
    Plan plan = plan_;
    plan.table.reset();
    plan.id = id;
    plan.title = plan_.table->title;
    const auto fill = [&](std::string& text, const std::string&) {
      if (text.find("{row.") != std::string::npos) text = filled(text, value);
    };
    forEachText(plan, fill);
    forEachExpression(plan, [&](Expression& expression) { fillExpression(expression, fill); });
    plan.edition = editionOf(id, row);
    out_.plans.push_back(std::move(plan));
  }

  template <class Fill>
  static void fillExpression(Expression& expression, const Fill& fill) {
    if (expression.text().find("{row.") == std::string::npos) return;
    ExpressionNode tree = expression.tree();
    fillNode(tree, fill);
    expression = Expression::ofTree(std::move(tree));
  }
  template <class Fill>
  static void fillNode(ExpressionNode& node, const Fill& fill) {
    if (node.kind == ExpressionKind::placeholder) {
      std::string cell = '{' + node.name + '}';
      fill(cell, {});
      std::from_chars(cell.data(), cell.data() + cell.size(), node.number);
      node.kind = ExpressionKind::number;
      node.name.clear();
      return;
    }
    if (node.kind == ExpressionKind::text && node.name.find("{row.") != std::string::npos) {
      fill(node.name, {});
      // Quotes have no way to stand inside both kinds of quotes.
      std::erase_if(node.name, [](char c) { return c == '\''; });
    }
    for (ExpressionNode& part : node.parts) fillNode(part, fill);
  }

  std::string editionOf(const std::string& id, const PlanRow& row) {
    std::string content;
    for (const auto& [name, at] : columns_) content += name + '\x1f' + cell(row, name) + '\x1e';
    RowEdition now{plan_.edition, 1, hex(blake2b(content))};
    const auto known = before_.plans.find(id);
    if (known == before_.plans.end()) {
      out_.added.push_back(id);
    } else if (known->second.edition != plan_.edition) {
      out_.changed.push_back(id);
    } else {
      now.revision = known->second.revision;
      if (known->second.digest == now.digest) {
        ++out_.unchanged;
      } else {
        ++now.revision;
        out_.changed.push_back(id);
      }
    }
    const std::string edition = now.revision == 1 ? now.edition : now.edition + '.' + std::to_string(now.revision);
    out_.record.plans[id] = std::move(now);
    return edition;
  }

  const Plan& plan_;
  const PlanRows& table_;
  const ExpansionRecord& before_;
  std::map<std::string, std::size_t> columns_;
  std::map<std::string, int> seen_;
  std::set<std::string> thresholds_;  ///< columns that an expression compares with
  bool faulty_ = false;               ///< a row with an error may be one of those that seem gone
  Expansion out_;
};

}  // namespace

Expansion expand(const Plan& templatePlan, const PlanRows& table, const ExpansionRecord& before) {
  return RowPlans(templatePlan, table, before).run();
}

}  // namespace fengsui
