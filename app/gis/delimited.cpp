// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/delimited.h"

#include <algorithm>
#include <array>
#include <map>

#include "gis/celltext.h"

namespace fengsui {
namespace {

constexpr std::size_t maxCells = 5'000'000;

struct Records {
  std::vector<std::vector<std::string>> rows;
  int unclosedIn = 0;  // 1-based row; 0: none
  bool tooMany = false;
};

// Excel writes ="0123" where a number has to stay text.
std::string cellOf(std::string_view raw) {
  raw = trimmed(raw);
  if (raw.size() >= 3 && raw.starts_with("=\"") && raw.ends_with('"')) raw = raw.substr(2, raw.size() - 3);
  return std::string(raw);
}

class RecordReader {
 public:
  RecordReader(std::string_view text, std::string_view separator) : text_(text), separator_(separator) {}

  Records read(std::size_t maxRows) {
    Records out;
    std::size_t cells = 0;
    while (at_ < text_.size() && out.rows.size() < maxRows) {
      std::vector<std::string> row;
      bool more = true;
      while (more) {
        row.push_back(cell());
        if (unclosed_) {
          out.unclosedIn = static_cast<int>(out.rows.size()) + 1;
          return out;
        }
        more = text_.substr(at_).starts_with(separator_);
        if (more) at_ += separator_.size();
      }
      skipLineEnd();
      cells += row.size();
      out.rows.push_back(std::move(row));
      if (cells > maxCells) {
        out.tooMany = true;
        return out;
      }
    }
    return out;
  }

 private:
  std::string cell() {
    std::size_t start = at_;
    while (start < text_.size() && (text_[start] == ' ' || (text_[start] == '\t' && separator_ != "\t"))) ++start;
    if (start < text_.size() && text_[start] == '"') return quoted(start + 1);
    return cellOf(plain());
  }

  std::string_view plain() {
    const std::size_t start = at_;
    while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r' &&
           !(text_[at_] == separator_[0] && text_.substr(at_).starts_with(separator_)))
      ++at_;
    return text_.substr(start, at_ - start);
  }

  std::string quoted(std::size_t at) {
    std::string value;
    while (true) {
      const std::size_t mark = text_.find('"', at);
      if (mark == std::string_view::npos) {
        unclosed_ = true;
        return value;
      }
      value += text_.substr(at, mark - at);
      if (text_.substr(mark + 1).starts_with('"')) {
        value += '"';
        at = mark + 2;
        continue;
      }
      at_ = mark + 1;
      value += plain();  // what follows the closing mark by mistake is kept
      return cellOf(value);
    }
  }

  void skipLineEnd() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
  }

  std::string_view text_;
  std::string_view separator_;
  std::size_t at_ = 0;
  bool unclosed_ = false;
};

constexpr std::array<std::string_view, 6> separators{",", "\t", ";", "|", "，", "；"};

// The separator that gives most rows the same number of cells, counted with the cells it yields.
std::string_view separatorOf(std::string_view text) {
  std::string_view best = ",";
  std::size_t bestScore = 0;
  for (const auto separator : separators) {
    std::map<std::size_t, std::size_t> rowsByWidth;
    for (const auto& row : RecordReader(text, separator).read(200).rows) ++rowsByWidth[row.size()];
    std::size_t score = 0;
    for (const auto& [width, rows] : rowsByWidth)
      if (width > 1) score = std::max(score, rows * (width - 1));
    if (score > bestScore) bestScore = score, best = separator;
  }
  return best;
}

}  // namespace

Result<Grid> readDelimited(std::string_view utf8) {
  std::string_view separator;
  int firstRow = 1;
  if (utf8.starts_with("sep=") && utf8.size() > 5 && (utf8[5] == '\r' || utf8[5] == '\n')) {
    separator = utf8.substr(4, 1);
    utf8.remove_prefix(std::min(utf8.size(), utf8.find('\n') == std::string_view::npos ? 6 : utf8.find('\n') + 1));
    // A spreadsheet that knows the line does not show it.
  } else {
    separator = separatorOf(utf8);
  }
  Records records = RecordReader(utf8, separator).read(maxCells);
  if (records.unclosedIn > 0)
    return failure(Error{ErrorCode::unreadable,
                         {"the quotation mark that opens in row " + std::to_string(records.unclosedIn) + " is never closed",
                          "第 " + std::to_string(records.unclosedIn) + " 行的引号没有闭合"},
                         {"close it, or save the table as .xlsx", "请补上引号，或另存为 .xlsx"},
                         {{}, records.unclosedIn, 0, {}, {}}});
  if (records.tooMany)
    return failure(ErrorCode::unreadable, {"the table has more than five million cells", "表格超过五百万个单元格"},
                   {"split it into several files", "请拆成几个文件"});
  Grid grid;
  for (auto& row : records.rows) grid.rows.push_back({firstRow++, std::move(row)});
  return grid;
}

}  // namespace fengsui
