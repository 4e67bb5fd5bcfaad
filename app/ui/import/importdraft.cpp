// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importdraft.h"

#include <QJsonArray>
#include <filesystem>

namespace fengsui {
namespace {

const QString kFile = QStringLiteral("file");
const QString kStamp = QStringLiteral("stamp");
const QString kLayer = QStringLiteral("layer");
const QString kCrs = QStringLiteral("crs");
const QString kEncoding = QStringLiteral("encoding");
const QString kKind = QStringLiteral("kind");
const QString kColumns = QStringLiteral("columns");
const QString kCells = QStringLiteral("cells");

QString q(const std::string& text) {
  return QString::fromStdString(text);
}

std::string s(const QJsonValue& value) {
  return value.toString().toStdString();
}

}  // namespace

QJsonObject ImportDraft::json() const {
  QJsonArray columns;
  for (const auto& [name, use] : said)
    columns.append(QJsonArray{q(name), static_cast<int>(use.role), q(use.field), use.confidence});
  QJsonArray cells;
  for (const auto& [cell, text] : edits) cells.append(QJsonArray{cell.first, q(cell.second), q(text)});
  QJsonObject out{{kFile, q(file)},
                  {kStamp, q(stamp)},
                  {kLayer, q(options.layer)},
                  {kCrs, q(options.crs)},
                  {kEncoding, q(options.encoding)},
                  {kColumns, columns},
                  {kCells, cells}};
  if (kind) out.insert(kKind, q(std::string(nameOf(*kind).code)));
  return out;
}

std::optional<ImportDraft> ImportDraft::from(const QJsonObject& json) {
  ImportDraft draft;
  draft.file = s(json.value(kFile));
  if (draft.file.empty()) return std::nullopt;
  draft.stamp = s(json.value(kStamp));
  draft.options.layer = s(json.value(kLayer));
  draft.options.crs = s(json.value(kCrs));
  draft.options.encoding = s(json.value(kEncoding));
  draft.kind = fromCode<Kind>(s(json.value(kKind)));
  for (const QJsonValue& each : json.value(kColumns).toArray()) {
    const QJsonArray column = each.toArray();
    const int role = column.at(1).toInt(-1);
    if (role < 0 || role > static_cast<int>(ColumnUse::Role::coordinates)) continue;
    draft.said[s(column.at(0))] = {static_cast<ColumnUse::Role>(role), s(column.at(2)), column.at(3).toDouble(1)};
  }
  for (const QJsonValue& each : json.value(kCells).toArray()) {
    const QJsonArray cell = each.toArray();
    draft.edits[{cell.at(0).toInt(), s(cell.at(1))}] = s(cell.at(2));
  }
  return draft;
}

Text ImportDraft::words() const {
  const std::string name = std::filesystem::path(file).filename().string();
  const auto count = edits.size();
  const std::string en = count == 0   ? ""
                         : count == 1 ? ", 1 cell mended"
                                      : ", " + std::to_string(count) + " cells mended";
  const std::string zh = count == 0 ? "" : "，已修改" + std::to_string(count) + "格";
  return {"the import of " + name + " was not finished" + en + ": I goes on with it",
          name + "尚未导入完毕" + zh + "：按 I 继续"};
}

}  // namespace fengsui
