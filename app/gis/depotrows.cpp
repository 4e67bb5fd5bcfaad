// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/depotrows.h"

#include <array>
#include <map>
#include <set>
#include <string>

namespace fengsui {
namespace {

std::string textIn(const Json& fields, const std::string& name) { return fields.value(name, std::string()); }

// Several rows of one depot, one per item, as one row.
class Fold {
 public:
  void add(RowFields row) {
    const auto [at, isNew] = indexOf_.emplace(identityOf(row.fields), depots_.size());
    if (!isNew) {
      merge(depots_[at->second], row);
      return;
    }
    linesFrom_.emplace_back();
    depots_.push_back(std::move(row));
    rememberLines(depots_.size() - 1, depots_.back());
  }
  std::vector<RowFields> take() { return std::move(depots_); }

 private:
  using LineName = std::pair<std::string, std::string>;
  using Identity = std::array<std::string, 3>;

  // Every village has an "emergency store": only name and town together, or a code, tell them apart.
  static Identity identityOf(const Json& fields) {
    return {textIn(fields, "key"), textIn(fields, "name"), textIn(fields, "town")};
  }

  static LineName nameOfLine(const Json& line) { return {textIn(line, "item"), textIn(line, "unit")}; }

  void rememberLines(std::size_t depot, const RowFields& row) {
    if (!row.fields.contains("stocks")) return;
    for (const Json& line : row.fields["stocks"]) linesFrom_[depot].emplace(nameOfLine(line), row.row);
  }

  void merge(RowFields& depot, RowFields& row) {
    const auto at = static_cast<std::size_t>(&depot - depots_.data());
    for (const auto& [field, value] : row.fields.items()) {
      if (field == "stocks") {
        Json& lines = depot.fields["stocks"];
        if (lines.is_null()) lines = Json::array();
        for (const Json& line : value) {
          const auto [before, isNew] = linesFrom_[at].emplace(nameOfLine(line), row.row);
          if (isNew) {
            lines.push_back(line);
          } else {
            row.errors.push_back(twice(line, row.row, before->second));
          }
        }
      } else if (field == "attributes") {
        mergeAttributes(depot.fields["attributes"], value);
      } else if (!depot.fields.contains(field)) {
        depot.fields[field] = value;
      } else if (depot.fields[field] != value) {
        row.errors.push_back({ErrorCode::invalid,
                              {"this differs from row " + std::to_string(depot.row) + " of the same depot",
                               "与同一物资库的第 " + std::to_string(depot.row) + " 行不一致"},
                              {"make the rows of one depot agree", "请使同一物资库各行一致"},
                              {{}, row.row, 0, field, value.is_string() ? value.get<std::string>() : canonical(value)}});
      }
    }
    depot.errors.insert(depot.errors.end(), row.errors.begin(), row.errors.end());
    depot.warnings.insert(depot.warnings.end(), row.warnings.begin(), row.warnings.end());
  }

  static Error twice(const Json& line, int row, int before) {
    return {ErrorCode::invalid,
            {"the item stands in row " + std::to_string(before) + " of the same depot already",
             "同一物资库第 " + std::to_string(before) + " 行已有该物资"},
            {"add the numbers up", "请合并数量"},
            {{}, row, 0, "stocks.item", textIn(line, "item")}};
  }

  // What is said differently for each item is kept side by side.
  static void mergeAttributes(Json& into, const Json& from) {
    if (into.is_null()) into = Json::object();
    for (const auto& [name, value] : from.items()) {
      if (!into.contains(name)) {
        into[name] = value;
        continue;
      }
      const auto text = into[name].get<std::string>();
      const auto more = value.get<std::string>();
      if (("；" + text + "；").find("；" + more + "；") == std::string::npos) into[name] = text + "；" + more;
    }
  }

  std::map<Identity, std::size_t> indexOf_;
  std::vector<RowFields> depots_;
  std::vector<std::map<LineName, int>> linesFrom_;
};

bool codesCountItems(const std::vector<RowFields>& rows) {
  std::set<std::string> codes;
  std::map<std::string, std::set<std::string>> codesOfName;
  for (const RowFields& row : rows) {
    const std::string code = textIn(row.fields, "key");
    if (code.empty()) continue;
    if (!codes.insert(code).second) return false;
    codesOfName[textIn(row.fields, "name") + '\n' + textIn(row.fields, "town")].insert(code);
  }
  for (const auto& [name, own] : codesOfName)
    if (own.size() > 1) return true;
  return false;
}

}  // namespace

std::vector<RowFields> foldDepots(std::vector<RowFields> rows, std::vector<Text>& notes) {
  if (codesCountItems(rows)) {
    for (RowFields& row : rows) row.fields.erase("key");
    notes.push_back({"the codes are different in every row: they count items, and are not the depots' codes",
                     "每行编码各不相同，应为物资编号，不作为物资库编码"});
  }
  Fold fold;
  for (RowFields& row : rows) fold.add(std::move(row));
  return fold.take();
}

}  // namespace fengsui
