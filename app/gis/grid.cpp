// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/grid.h"

#include <algorithm>
#include <map>
#include <set>

#include "gis/celltext.h"
#include "gis/header.h"

namespace fengsui {
namespace {

enum class LineKind { row, blank, onlySerial, section, total, footnote, repeatedHeader };

bool isTotalWord(std::string_view cell) {
  const std::string word = compact(cell);
  for (const auto total : {"合计", "总计", "小计", "共计", "累计", "总和", "total", "totals", "subtotal", "sum", "grandtotal"})
    if (word == total) return true;
  return startsWithAny(word, {"合计:", "总计:", "小计:", "共计:", "合计(", "总计(", "小计(", "共计("});
}

bool isFootnoteWord(std::string_view cell) {
  return startsWithAny(compact(cell),
                       {"注:", "注1", "注一", "注意:", "备注:", "说明:", "填表说明", "填报说明", "填表人", "填报人", "制表",
                        "审核", "负责人:", "单位负责人", "分管领导", "联系人:", "联系电话:", "填报单位", "填报时间", "填报日期",
                        "填表单位", "填表日期", "统计时间", "统计口径", "数据来源", "资料来源", "截至", "note:",
                        "notes:", "source:"});
}

bool isSectionWord(std::string_view cell) {
  static constexpr std::string_view digits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  std::string word = compact(cell);
  if (word.starts_with("(")) word.erase(0, 1);
  bool numbered = false;
  for (bool again = true; again;) {
    again = false;
    for (const auto digit : digits)
      if (word.starts_with(digit)) word.erase(0, digit.size()), numbered = again = true;
  }
  return numbered && startsWithAny(word, {"、", ".", ")"});
}

bool isSerialName(std::string_view name) {
  const std::string word = compact(name);
  for (const auto serial : {"序号", "序", "项次", "行号", "no", "no.", "s/n", "#", "№"})
    if (word == serial) return true;
  return false;
}

// What a sheet becomes: the rows with where each line that is not one went.
class Reader {
 public:
  explicit Reader(const Grid& grid) : grid_(trimmedCopy(grid)), header_(findHeader(grid_)) {}

  Result<Table> read() {
    nameColumns();
    noteTitles();
    for (std::size_t row = header_.rowsBelow; row < grid_.rows.size(); ++row) take(row);
    noteBlankRows();
    for (const Text& note : grid_.notes) table_.notes.push_back(note);
    noteLeftOut();
    if (table_.rows.empty()) {
      return failure(ErrorCode::invalid, {"there is a header but no row under it", "只有表头，没有数据行"},
                     {"check that the right sheet was saved", "请检查保存的是否是正确的工作表"});
    }
    dropEmptyColumns();
    return std::move(table_);
  }

 private:
  static Grid trimmedCopy(const Grid& grid) {
    Grid copy = grid;
    for (GridRow& row : copy.rows)
      for (std::string& cell : row.cells) cell = std::string(trimmed(cell));
    std::ranges::sort(copy.merges, {}, &Merge::firstRow);
    return copy;
  }

  [[nodiscard]] std::string cell(const GridRow& row, std::size_t column) const {
    return column < row.cells.size() ? row.cells[column] : std::string();
  }

  void note(std::string en, std::string zh) { table_.notes.push_back({std::move(en), std::move(zh)}); }

  void nameColumns() {
    table_.layer = grid_.name;
    std::map<std::string, int> seen;
    std::string repeated;
    for (std::size_t column = 0; column < header_.names.size(); ++column) {
      std::string name = header_.names[column];
      if (name.empty()) name = columnLetters(column);
      if (const int times = ++seen[name]; times > 1) {
        repeated += (repeated.empty() ? "" : ", ") + name;
        name += " (" + std::to_string(times) + ")";
        ++seen[name];
      }
      table_.columns.push_back({name, isSerialName(name) ? ColumnRole::serial : ColumnRole::data});
    }
    if (!repeated.empty())
      note("several columns are called " + repeated + "; the later ones are numbered",
           "有重名的列：" + repeated + "；后面的列已加编号");
    if (!header_.found)
      note("no header was found; the columns are called by their letters", "没有找到表头，列以字母命名");
  }

  void noteTitles() {
    std::vector<int> rows;
    std::string words;
    for (std::size_t row = 0; row < header_.firstRow; ++row) {
      bool filled = false;
      for (const auto& text : grid_.rows[row].cells) {
        if (text.empty()) continue;
        filled = true;
        words += (words.empty() ? "" : " ") + headingOf(text);
      }
      if (filled) rows.push_back(grid_.rows[row].number);
    }
    if (!rows.empty())
      note("above the header, not rows: " + rowList(rows) + ": " + words, "表头之上的标题行：" + rowList(rows) + "：" + words);
  }

  [[nodiscard]] LineKind kindOf(const GridRow& row) const {
    std::size_t filled = 0;
    std::size_t labelled = 0;
    std::size_t first = 0;
    bool repeats = header_.found;
    for (std::size_t column = 0; column < table_.columns.size(); ++column) {
      const std::string text = cell(row, column);
      if (headingOf(text) != lastHeading(column)) repeats = false;
      if (text.empty()) continue;
      if (filled++ == 0) first = column;
      if (isLabelled(text)) ++labelled;
    }
    if (filled == 0) return LineKind::blank;
    if (repeats) return LineKind::repeatedHeader;
    const std::string lead = cell(row, first);
    if (isTotalWord(lead) && first < 4) return LineKind::total;
    const bool short_ = filled * 2 <= std::max<std::size_t>(2, table_.columns.size());
    if (short_ && (isFootnoteWord(lead) || (filled > 1 && labelled == filled))) return LineKind::footnote;
    if (filled > 1 || table_.columns.size() < 3) return LineKind::row;
    if (isSectionWord(lead)) return LineKind::section;
    if (mergedAcross(row.number, first)) return footnoteSeen_ ? LineKind::footnote : LineKind::section;
    if (footnoteSeen_) return LineKind::footnote;
    if (table_.columns[first].role == ColumnRole::serial) return numberIn(lead) ? LineKind::onlySerial : LineKind::section;
    return LineKind::row;
  }

  [[nodiscard]] std::string lastHeading(std::size_t column) const {
    return header_.rowsBelow == 0 ? std::string()
                                  : headingOf(cell(grid_.rows[header_.rowsBelow - 1], column));
  }

  [[nodiscard]] bool mergedAcross(int row, std::size_t column) const {
    return std::any_of(grid_.merges.begin(), grid_.merges.end(), [&](const Merge& merge) {
      return merge.firstRow == row && merge.firstColumn == column &&
             (merge.lastColumn - merge.firstColumn + 1) * 2 >= table_.columns.size();
    });
  }

  void take(std::size_t index) {
    GridRow& row = grid_.rows[index];
    fillFromAbove(row);
    const LineKind kind = kindOf(row);
    if (kind != LineKind::row) {
      if (kind == LineKind::footnote) footnoteSeen_ = true;
      if (kind != LineKind::blank) lastFilled_ = row.number;
      leftOut_[kind].push_back(row.number);
      if (kind == LineKind::footnote || kind == LineKind::section)
        for (const auto& text : row.cells)
          if (!text.empty()) words_[kind] += (words_[kind].empty() ? "" : " ") + headingOf(text);
      return;
    }
    lastFilled_ = row.number;
    footnoteSeen_ = false;
    Row out;
    out.number = row.number;
    for (std::size_t column = 0; column < table_.columns.size(); ++column) out.cells.push_back(cell(row, column));
    table_.rows.push_back(std::move(out));
  }

  // A cell merged downwards stands for each of its rows: the town over its villages.
  void fillFromAbove(GridRow& row) {
    const bool alone = std::all_of(row.cells.begin(), row.cells.end(), [](const auto& text) { return text.empty(); });
    std::erase_if(open_, [&](const Merge& merge) { return merge.lastRow < row.number; });
    for (; nextMerge_ < grid_.merges.size() && grid_.merges[nextMerge_].firstRow <= row.number; ++nextMerge_)
      if (grid_.merges[nextMerge_].lastRow > grid_.merges[nextMerge_].firstRow) open_.push_back(grid_.merges[nextMerge_]);
    for (const Merge& merge : open_) {
      if (row.number == merge.firstRow) {
        if (merge.firstColumn < row.cells.size()) downward_[merge.firstColumn] = row.cells[merge.firstColumn];
        continue;
      }
      if (alone) continue;
      if (row.cells.size() <= merge.firstColumn) row.cells.resize(merge.firstColumn + 1);
      if (!row.cells[merge.firstColumn].empty() || downward_[merge.firstColumn].empty()) continue;
      row.cells[merge.firstColumn] = downward_[merge.firstColumn];
      filledDown_.insert(merge.firstColumn);
    }
  }

  void noteBlankRows() {
    std::vector<int> blank;
    int expected = header_.rowsBelow == 0 ? 1 : grid_.rows[header_.rowsBelow - 1].number + 1;
    std::set<int> empty(leftOut_[LineKind::blank].begin(), leftOut_[LineKind::blank].end());
    for (std::size_t row = header_.rowsBelow; row < grid_.rows.size(); ++row) {
      const int number = grid_.rows[row].number;
      if (number > lastFilled_) break;
      // A stray cell far below leaves a gap; counting it would only be noise.
      for (; expected < number && number - expected < 10000; ++expected) blank.push_back(expected);
      if (empty.contains(number)) blank.push_back(number);
      expected = number + 1;
    }
    leftOut_[LineKind::blank] = blank;
  }

  void noteLeftOut() {
    const auto tell = [&](LineKind kind, const char* en, const char* zh) {
      const auto& rows = leftOut_[kind];
      if (rows.empty()) return;
      const std::string count = std::to_string(rows.size());
      const std::string words = words_[kind].empty() ? "" : ": " + words_[kind];
      note(count + " " + en + " left out: row " + rowList(rows) + words,
           "略过" + count + "个" + zh + "：第 " + rowList(rows) + " 行" + words);
    };
    tell(LineKind::blank, "blank row(s)", "空行");
    tell(LineKind::onlySerial, "row(s) with a serial number only", "只有序号的行");
    tell(LineKind::section, "section heading(s)", "分节标题");
    tell(LineKind::total, "total row(s)", "合计行");
    tell(LineKind::footnote, "footnote line(s)", "注释行");
    tell(LineKind::repeatedHeader, "repeated header row(s)", "重复的表头行");
    if (filledDown_.empty()) return;
    std::string names;
    for (const std::size_t column : filledDown_)
      if (column < table_.columns.size()) names += (names.empty() ? "" : ", ") + table_.columns[column].name;
    if (!names.empty())
      note("cells merged over several rows are repeated in each: " + names, "跨行合并的单元格已填入各行：" + names);
  }

  // A column without a heading and without content is only formatting.
  void dropEmptyColumns() {
    for (std::size_t column = table_.columns.size(); column-- > 0;) {
      if (header_.found && !header_.names[column].empty()) continue;
      const bool used = std::any_of(table_.rows.begin(), table_.rows.end(),
                                    [&](const Row& row) { return !row.cells[column].empty(); });
      if (used) continue;
      const auto at = static_cast<std::ptrdiff_t>(column);
      table_.columns.erase(table_.columns.begin() + at);
      for (Row& row : table_.rows) row.cells.erase(row.cells.begin() + at);
    }
  }

  Grid grid_;
  Header header_;
  Table table_;
  std::map<LineKind, std::vector<int>> leftOut_;
  std::map<LineKind, std::string> words_;
  std::size_t nextMerge_ = 0;
  std::vector<Merge> open_;  // merged downwards over the row at hand
  std::map<std::size_t, std::string> downward_;
  std::set<std::size_t> filledDown_;
  bool footnoteSeen_ = false;
  int lastFilled_ = 0;
};

bool hasContent(const Grid& grid) {
  for (const GridRow& row : grid.rows)
    for (const auto& cell : row.cells)
      if (!trimmed(cell).empty()) return true;
  return false;
}

std::size_t contentOf(const Table& table) {
  std::size_t cells = 0;
  for (const Row& row : table.rows)
    cells += static_cast<std::size_t>(
        std::count_if(row.cells.begin(), row.cells.end(), [](const auto& cell) { return !cell.empty(); }));
  return cells;
}

std::string namesOf(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

}  // namespace

Result<Table> tableOf(const Grid& grid) {
  if (!hasContent(grid))
    return failure(ErrorCode::invalid, {"there is nothing in the table", "表格是空的"},
                   {"check that the right file was saved", "请检查保存的是否是正确的文件"});
  return Reader(grid).read();
}

Result<Table> tableOf(const std::vector<Grid>& sheets, const std::string& chosen) {
  std::vector<std::string> all;
  for (const Grid& sheet : sheets) all.push_back(sheet.name);
  const auto withOthers = [&](Table table) {
    for (const auto& name : all)
      if (name != table.layer) table.otherLayers.push_back(name);
    return table;
  };
  if (!chosen.empty()) {
    for (const Grid& sheet : sheets) {
      if (trimmed(sheet.name) != trimmed(chosen)) continue;
      return tableOf(sheet).map(withOthers);
    }
    return failure(ErrorCode::notFound, {"there is no sheet \"" + chosen + "\"", "没有工作表“" + chosen + "”"},
                   {"the sheets are: " + namesOf(all), "工作表有：" + namesOf(all)});
  }
  std::optional<Table> best;
  std::optional<Error> firstFault;
  std::size_t bestContent = 0;
  for (const Grid& sheet : sheets) {
    if (sheet.hidden) continue;
    auto table = tableOf(sheet);
    if (!table) {
      if (!firstFault || hasContent(sheet)) firstFault = table.error();
      continue;
    }
    if (const std::size_t content = contentOf(*table); content > bestContent || !best) {
      bestContent = content;
      best = std::move(*table);
    }
  }
  if (!best) {
    if (firstFault) return failure(*firstFault);
    return failure(ErrorCode::invalid, {"there is no visible sheet", "没有可见的工作表"},
                   {"name the sheet: " + namesOf(all), "请指明工作表：" + namesOf(all)});
  }
  Table table = withOthers(std::move(*best));
  if (!table.otherLayers.empty())
    table.notes.push_back({"read sheet " + table.layer + "; not read: " + namesOf(table.otherLayers),
                           "读取了工作表“" + table.layer + "”；未读：" + namesOf(table.otherLayers)});
  return table;
}

}  // namespace fengsui
