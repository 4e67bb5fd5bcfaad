// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/table.h"

#include <fstream>

#include "gis/celltext.h"
#include "gis/delimited.h"
#include "gis/places.h"
#include "gis/projection.h"
#include "gis/textencoding.h"
#include "gis/vectorfile.h"
#include "gis/workbook.h"

namespace fengsui {
namespace {

constexpr std::uintmax_t largestInMemory = std::uintmax_t{512} << 20;

enum class FileKind { workbook, otherWorkbook, text, webPage, vector };

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  for (const auto one : words)
    if (word == one) return true;
  return false;
}

// What the first bytes say counts more than the ending: much text is called .xls.
FileKind kindOf(std::string_view head, const std::string& ending) {
  const bool zip = head.starts_with("PK");
  const bool compound = head.starts_with("\xd0\xcf\x11\xe0");
  if (zip && isOneOf(ending, {".xlsx", ".xlsm", ".xls", ".csv", ".et"})) return FileKind::workbook;
  if (ending == ".ods") return FileKind::otherWorkbook;
  if (compound) return isOneOf(ending, {".xlsx", ".xlsm"}) ? FileKind::workbook : FileKind::otherWorkbook;
  if (isOneOf(ending, {".xlsx", ".xlsm"})) return FileKind::workbook;
  if (isOneOf(ending, {".csv", ".tsv", ".txt", ".tab", ".xls", ".et"})) {
    const std::string start = compact(head.substr(0, 400));
    if (startsWithAny(start, {"<html", "<!doctypehtml", "<table", "<?xml"})) return FileKind::webPage;
    return FileKind::text;
  }
  return FileKind::vector;
}

Result<std::string> bytesOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in.is_open() || in.bad())
    return failure(ErrorCode::io, {"the file cannot be opened", "无法打开文件"},
                   {"check that you may read it and that no other program locks it", "请检查读取权限，或是否被其他程序占用"});
  return bytes;
}

Result<Table> readText(std::string_view bytes, const ReadOptions& options) {
  auto text = decodeText(bytes, options.encoding);
  if (!text) return failure(text.error());
  const auto grid = readDelimited(text->utf8);
  if (!grid) return failure(grid.error());
  auto table = tableOf(*grid);
  if (!table) return table;
  table->encoding = text->encoding;
  if (text->note) table->notes.insert(table->notes.begin(), *text->note);
  return table;
}

Result<Table> readSheets(const Result<std::vector<Grid>>& sheets, const std::string& chosen) {
  if (!sheets) return failure(sheets.error());
  auto table = tableOf(*sheets, chosen);
  if (table) table->encoding = "UTF-8";
  return table;
}

Result<Table> readByKind(const std::filesystem::path& file, const ReadOptions& options) {
  std::string head(512, '\0');
  std::ifstream in(file, std::ios::binary);
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  const FileKind kind = kindOf(head, compact(file.extension().string()));
  switch (kind) {
    case FileKind::vector: return readVectorFile(file, options);
    case FileKind::otherWorkbook: return readSheets(readOtherWorkbook(file), options.layer);
    case FileKind::webPage:
      return failure(ErrorCode::unreadable, {"this is a web page with the ending of a table", "这是改了扩展名的网页"},
                     {"open it in the spreadsheet and save it as .xlsx", "请用电子表格打开后另存为 .xlsx"});
    case FileKind::workbook:
    case FileKind::text: break;
  }
  const auto bytes = bytesOf(file);
  if (!bytes) return failure(bytes.error());
  return kind == FileKind::workbook ? readSheets(readWorkbook(*bytes), options.layer) : readText(*bytes, options);
}

}  // namespace

std::optional<std::size_t> Table::columnNamed(std::string_view name) const {
  for (std::size_t column = 0; column < columns.size(); ++column)
    if (columns[column].name == name) return column;
  return std::nullopt;
}

Result<Table> readTable(const std::filesystem::path& file, const ReadOptions& options) {
  const auto inFile = [&](Error error) {
    error.place.file = file.filename().string();
    return error;
  };
  std::error_code status;
  if (!std::filesystem::exists(file, status))
    return failure(Error{ErrorCode::notFound, {"there is no such file", "没有这个文件"}, {}, {file.string(), 0, 0, {}, {}}});
  const bool folder = std::filesystem::is_directory(file, status);
  if (!folder && !std::filesystem::is_regular_file(file, status))
    return failure(Error{ErrorCode::unreadable, {"this is not a file", "这不是文件"}, {}, {file.string(), 0, 0, {}, {}}});
  if (!folder) {
    const auto size = std::filesystem::file_size(file, status);
    if (size == 0) return failure(inFile({ErrorCode::invalid, {"the file is empty", "文件是空的"}, {}, {}}));
    const auto ending = compact(file.extension().string());
    if (size > largestInMemory && isOneOf(ending, {".csv", ".txt", ".tsv", ".xlsx", ".xls"}))
      return failure(inFile({ErrorCode::unreadable, {"the table is larger than 512 MB", "表格超过 512 MB"},
                             {"split it into several files", "请拆成几个文件"}, {}}));
  }
  if (!options.crs.empty())
    if (const auto named = crsNamed(options.crs); !named) return failure(inFile(named.error()));
  auto table = folder ? readVectorFile(file, options) : readByKind(file, options);
  if (table) table = withPlaces(std::move(*table), options.crs);
  if (!table) return failure(inFile(table.error()));
  return table;
}

}  // namespace fengsui
