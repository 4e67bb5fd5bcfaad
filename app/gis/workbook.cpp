// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/workbook.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "gis/archive.h"
#include "gis/celltext.h"
#include "gis/numberformat.h"
#include "gis/xmlreader.h"

namespace fengsui {
namespace {

constexpr std::size_t maxCells = 5'000'000;
constexpr std::size_t maxColumns = 16384;
constexpr int maxRows = 1048576;

struct SheetEntry {
  std::string name;
  std::string relation;
  bool hidden = false;
};

struct Book {
  std::vector<SheetEntry> sheets;
  bool since1904 = false;
  std::map<std::string, std::string> targets;  // relation id → part
  std::string stringsPart;
  std::string stylesPart;
  std::vector<std::string> strings;
  std::vector<NumberFormat> styles;
};

int intOf(std::string_view text, int otherwise) {
  int value = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
  return status == std::errc{} && end == text.data() + text.size() ? value : otherwise;
}

struct CellAddress {
  std::size_t column = 0;
  int row = 0;
};

std::optional<CellAddress> addressOf(std::string_view text) {
  std::size_t column = 0;
  std::size_t i = 0;
  for (; i < text.size() && text[i] >= 'A' && text[i] <= 'Z' && i < 4; ++i)
    column = column * 26 + static_cast<std::size_t>(text[i] - 'A' + 1);
  const int row = intOf(text.substr(i), 0);
  if (column == 0 || column > maxColumns || row < 1 || row > maxRows) return std::nullopt;
  return CellAddress{column - 1, row};
}

std::optional<Merge> mergeOf(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto from = addressOf(text.substr(0, colon));
  const auto to = addressOf(text.substr(colon + 1));
  if (!from || !to || to->row < from->row || to->column < from->column) return std::nullopt;
  return Merge{from->row, to->row, from->column, to->column};
}

// Characters that XML cannot hold are written _x000D_.
std::string unescaped(std::string_view text) {
  std::string out;
  while (true) {
    const auto at = text.find("_x");
    if (at == std::string_view::npos || at + 7 > text.size()) break;
    unsigned code = 0;
    const auto [end, status] = std::from_chars(text.data() + at + 2, text.data() + at + 6, code, 16);
    if (status == std::errc{} && end == text.data() + at + 6 && text[at + 6] == '_' && code < 0x80) {
      out += text.substr(0, at);
      if (code == '_' || code == '\n' || code == '\t' || (code >= 0x20 && code != 0x7f)) out += static_cast<char>(code);
      text.remove_prefix(at + 7);
    } else {
      out += text.substr(0, at + 2);
      text.remove_prefix(at + 2);
    }
  }
  return out.append(text);
}

Outcome parse(const Archive& archive, const std::string& part, XmlVisitor visitor) {
  XmlReader reader(std::move(visitor));
  if (auto read = archive.read(part, [&](std::string_view piece) { return reader.take(piece); }); !read) return read;
  return reader.finish();
}

std::string partFor(std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  return "xl/" + std::string(target);
}

Outcome readIndex(const Archive& archive, Book& book) {
  XmlVisitor index;
  index.open = [&](std::string_view name, const XmlAttributes& attributes) {
    if (name == "sheet") {
      book.sheets.push_back({std::string(attributes.value("name")), std::string(attributes.value("id")),
                             !attributes.value("state").empty() && attributes.value("state") != "visible"});
    } else if (name == "workbookPr") {
      const auto flag = attributes.value("date1904");
      book.since1904 = flag == "1" || flag == "true";
    }
  };
  if (auto read = parse(archive, "xl/workbook.xml", index); !read) return read;
  XmlVisitor relations;
  relations.open = [&](std::string_view name, const XmlAttributes& attributes) {
    if (name != "Relationship") return;
    const std::string part = partFor(attributes.value("Target"));
    const auto type = attributes.value("Type");
    if (type.ends_with("/sharedStrings")) book.stringsPart = part;
    if (type.ends_with("/styles")) book.stylesPart = part;
    book.targets[std::string(attributes.value("Id"))] = part;
  };
  return parse(archive, "xl/_rels/workbook.xml.rels", relations);
}

Outcome readStrings(const Archive& archive, Book& book) {
  if (book.stringsPart.empty() || !archive.has(book.stringsPart)) return {};
  XmlVisitor visitor;
  std::string text;
  bool inText = false;
  int phonetic = 0;  // how a name is pronounced is not part of it
  visitor.open = [&](std::string_view name, const XmlAttributes&) {
    if (name == "si") text.clear();
    if (name == "rPh") ++phonetic;
    if (name == "t") inText = phonetic == 0;
  };
  visitor.text = [&](std::string_view piece) {
    if (inText) text += piece;
  };
  visitor.close = [&](std::string_view name) {
    if (name == "t") inText = false;
    if (name == "rPh") --phonetic;
    if (name == "si" && book.strings.size() < maxCells) book.strings.push_back(unescaped(text));
  };
  return parse(archive, book.stringsPart, visitor);
}

Outcome readStyles(const Archive& archive, Book& book) {
  if (book.stylesPart.empty() || !archive.has(book.stylesPart)) return {};
  std::map<int, NumberFormat> custom;
  bool inCellFormats = false;
  XmlVisitor visitor;
  visitor.open = [&](std::string_view name, const XmlAttributes& attributes) {
    if (name == "numFmt") custom[intOf(attributes.value("numFmtId"), -1)] = numberFormatOf(attributes.value("formatCode"));
    if (name == "cellXfs") inCellFormats = true;
    if (name == "xf" && inCellFormats) {
      const int id = intOf(attributes.value("numFmtId"), 0);
      const auto known = custom.find(id);
      book.styles.push_back(known != custom.end() ? known->second : builtInFormat(id));
    }
  };
  visitor.close = [&](std::string_view name) {
    if (name == "cellXfs") inCellFormats = false;
  };
  return parse(archive, book.stylesPart, visitor);
}

class SheetReader {
 public:
  SheetReader(const Book& book, std::size_t& cellsLeft) : book_(book), cellsLeft_(cellsLeft) {}

  Outcome read(const Archive& archive, const std::string& part) {
    XmlVisitor visitor;
    visitor.open = [this](std::string_view name, const XmlAttributes& attributes) { open(name, attributes); };
    visitor.text = [this](std::string_view piece) {
      if (inValue_) value_ += piece;
    };
    visitor.close = [this](std::string_view name) { close(name); };
    if (auto read = parse(archive, part, visitor); !read) return read;
    if (tooMany_)
      return failure(ErrorCode::unreadable, {"the workbook has more than five million cells", "工作簿超过五百万个单元格"},
                     {"split it into several files", "请拆成几个文件"});
    if (!faults_.empty())
      grid_.notes.push_back({"cells with an error were left empty: " + faults_, "出错的单元格按空白处理：" + faults_});
    return {};
  }

  Grid take() {
    if (!inOrder_) std::ranges::stable_sort(grid_.rows, {}, &GridRow::number);
    return std::move(grid_);
  }

 private:
  void open(std::string_view name, const XmlAttributes& attributes) {
    if (name == "row") {
      row_ = intOf(attributes.value("r"), row_ + 1);
      column_ = 0;
    } else if (name == "c") {
      if (const auto address = addressOf(attributes.value("r"))) {
        column_ = address->column;
        row_ = address->row;
      }
      type_ = attributes.value("t");
      style_ = intOf(attributes.value("s"), 0);
      value_.clear();
    } else if (name == "v" || name == "t") {
      inValue_ = phonetic_ == 0;
    } else if (name == "rPh") {
      ++phonetic_;
    } else if (name == "mergeCell") {
      if (const auto merge = mergeOf(attributes.value("ref"))) grid_.merges.push_back(*merge);
    }
  }

  void close(std::string_view name) {
    if (name == "v" || name == "t") inValue_ = false;
    if (name == "rPh") --phonetic_;
    if (name != "c") return;
    put(text());
    ++column_;
  }

  std::string text() {
    if (type_ == "s") {
      const int index = intOf(value_, -1);
      const bool known = index >= 0 && static_cast<std::size_t>(index) < book_.strings.size();
      return known ? book_.strings[static_cast<std::size_t>(index)] : std::string();
    }
    if (type_ == "inlineStr" || type_ == "str") return unescaped(value_);
    if (type_ == "b") return value_ == "1" ? "TRUE" : value_ == "0" ? "FALSE" : value_;
    if (type_ == "e") {
      if (faults_.size() < 200) faults_ += (faults_.empty() ? "" : ", ") + place() + " " + value_;
      return {};
    }
    if (type_ == "d") return value_;
    double number = 0;
    const auto [end, status] = std::from_chars(value_.data(), value_.data() + value_.size(), number);
    if (status != std::errc{} || end != value_.data() + value_.size()) return value_;
    const auto style = static_cast<std::size_t>(style_);
    return shownNumber(number, style_ >= 0 && style < book_.styles.size() ? book_.styles[style] : NumberFormat{},
                       book_.since1904);
  }

  [[nodiscard]] std::string place() const {
    std::string letters;
    for (std::size_t n = column_ + 1; n > 0; n = (n - 1) / 26)
      letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
    return letters + std::to_string(row_);
  }

  void put(std::string text) {
    if (text.empty() || column_ >= maxColumns || row_ < 1 || row_ > maxRows || tooMany_) return;
    if (grid_.rows.empty() || grid_.rows.back().number != row_) {
      if (!grid_.rows.empty() && grid_.rows.back().number > row_) inOrder_ = false;
      grid_.rows.push_back({row_, {}});
    }
    GridRow& row = grid_.rows.back();
    if (row.cells.size() <= column_) {
      const std::size_t more = column_ + 1 - row.cells.size();
      if (more > cellsLeft_) {
        tooMany_ = true;
        return;
      }
      cellsLeft_ -= more;
      row.cells.resize(column_ + 1);
    }
    row.cells[column_] = std::move(text);
  }

  const Book& book_;
  std::size_t& cellsLeft_;
  Grid grid_;
  int row_ = 0;
  std::size_t column_ = 0;
  std::string type_;
  int style_ = 0;
  std::string value_;
  std::string faults_;
  bool inValue_ = false;
  int phonetic_ = 0;
  bool tooMany_ = false;
  bool inOrder_ = true;
};

}  // namespace

Result<std::vector<Grid>> readWorkbook(std::string_view bytes) {
  if (bytes.starts_with("\xd0\xcf\x11\xe0"))
    return failure(ErrorCode::unreadable, {"the workbook is protected by a password", "工作簿有密码保护"},
                   {"save it without a password", "请取消密码后另存"});
  const auto archive = Archive::over(bytes);
  if (!archive) return failure(archive.error());
  Book book;
  for (const auto step : {readIndex, readStrings, readStyles})
    if (auto done = step(*archive, book); !done) return failure(done.error());
  std::vector<Grid> grids;
  std::size_t cellsLeft = maxCells;
  for (const SheetEntry& sheet : book.sheets) {
    const auto target = book.targets.find(sheet.relation);
    if (target == book.targets.end() || target->second.find("worksheets/") == std::string::npos) continue;
    SheetReader reader(book, cellsLeft);
    if (auto read = reader.read(*archive, target->second); !read)
      return failure(read.error().at({{}, 0, 0, sheet.name, {}}));
    Grid grid = reader.take();
    grid.name = sheet.name;
    grid.hidden = sheet.hidden;
    grids.push_back(std::move(grid));
  }
  if (grids.empty())
    return failure(ErrorCode::unreadable, {"there is no sheet in the workbook", "工作簿中没有工作表"},
                   {"save it again in the spreadsheet", "请在电子表格中重新保存"});
  return grids;
}

}  // namespace fengsui
