// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/gpkgrows.h"

#include <algorithm>
#include <optional>
#include <set>
#include <span>

namespace fengsui::gpkgrows {
namespace {

using geopackage::Table;
using published::Difference;
using published::Row;
using published::Value;

bool spatial(const Table& table) {
  return !table.geometryType.empty();
}

void bind(Statement& statement, int index, const Value& value) {
  std::visit(
      [&]<class T>(const T& v) {
        if constexpr (std::same_as<T, std::monostate>)
          statement.bindNull(index);
        else if constexpr (std::same_as<T, std::string>)
          statement.bind(index, std::string_view(v));
        else if constexpr (std::same_as<T, geopackage::Bytes>)
          statement.bindBlob(index, v);
        else
          statement.bind(index, v);
      },
      value);
}

bool equal(const Statement& statement, int column, const Value& value) {
  return std::visit(
      [&]<class T>(const T& v) {
        if constexpr (std::same_as<T, std::monostate>)
          return statement.isNull(column);
        else if (statement.isNull(column))
          return false;
        else if constexpr (std::same_as<T, std::int64_t>)
          return statement.integer(column) == v;
        else if constexpr (std::same_as<T, double>)
          return statement.real(column) == v;
        else if constexpr (std::same_as<T, std::string>)
          return statement.text(column) == v;
        else
          return std::ranges::equal(statement.blob(column), v);
      },
      value);
}

std::string columnList(const Table& table, std::string_view between, std::string_view after) {
  std::string out = spatial(table) ? "geom" + std::string(after) : std::string();
  for (const auto& column : table.columns)
    out += (out.empty() ? "" : std::string(between)) + '"' + column.name + '"' + std::string(after);
  return out;
}

// The statements that write one table.
class TableWriter {
 public:
  [[nodiscard]] static Result<TableWriter> of(Sqlite& db, const Table& table) {
    TableWriter writer(db);
    const std::size_t count = table.columns.size() + (spatial(table) ? 1 : 0);
    std::string marks;
    for (std::size_t i = 0; i < count; ++i) marks += i ? ",?" : "?";
    const std::pair<Statement*, std::string> all[] = {
        {&writer.update_, "UPDATE " + table.name + " SET " + columnList(table, ",", "=?") + " WHERE id=?"},
        {&writer.insert_, "INSERT INTO " + table.name + '(' + columnList(table, ",", "") + ") VALUES(" + marks + ')'},
        {&writer.remove_, "DELETE FROM " + table.name + " WHERE id=?"}};
    for (const auto& [statement, sql] : all) {
      auto prepared = db.prepare(sql);
      if (!prepared) return failure(prepared.error());
      *statement = std::move(*prepared);
    }
    return writer;
  }

  [[nodiscard]] Outcome write(const Row& row) {
    const int id = bindAll(update_, row);
    update_.bind(id, std::string_view(row.id));
    if (auto done = update_.run(); !done) return done;
    if (db_->changes() > 0) return {};
    bindAll(insert_, row);
    return insert_.run();
  }
  [[nodiscard]] Outcome remove(const Row& row) { return remove_.bind(1, std::string_view(row.id)).run(); }

 private:
  explicit TableWriter(Sqlite& db) : db_(&db) {}
  static int bindAll(Statement& statement, const Row& row) {
    int index = 1;
    for (const Value& value : row.values) bind(statement, index++, value);
    return index;
  }

  Sqlite* db_;
  Statement update_, insert_, remove_;
};

Outcome damaged(std::string en, std::string zh) {
  return failure(Error{ErrorCode::damaged, {std::move(en), std::move(zh)}, {}, {}});
}

Result<std::string> word(Sqlite& db, const std::string& sql) {
  auto statement = db.prepare(sql);
  if (!statement) return failure(statement.error());
  const auto row = statement->step();
  if (!row) return failure(row.error());
  return *row ? std::string(statement->text(0)) : std::string();
}

}  // namespace

Outcome checkStructure(Sqlite& db) {
  const auto whole = word(db, "PRAGMA integrity_check(1)");
  if (!whole) return failure(whole.error());
  if (*whole != "ok") return damaged("it was damaged (" + *whole + ")", "文件已损坏（" + *whole + "）");
  for (const Table& table : published::tables()) {
    if (!spatial(table)) continue;
    const std::string rtree = "rtree_" + table.name + "_geom";
    const auto tree = word(db, "SELECT rtreecheck('" + rtree + "')");
    if (!tree) return failure(tree.error());
    const auto astray = db.integer("SELECT (SELECT count(*) FROM " + rtree + ")-(SELECT count(geom) FROM " +
                                   table.name + ")+(SELECT count(*) FROM " + table.name + " JOIN " + rtree +
                                   " r ON r.id=fid WHERE ST_MinX(geom)<minx OR ST_MaxX(geom)>maxx OR"
                                   " ST_MinY(geom)<miny OR ST_MaxY(geom)>maxy)");
    if (!astray) return failure(astray.error());
    if (*tree != "ok" || astray->value_or(0) != 0)
      return damaged("the spatial index of " + table.name + " did not fit its rows",
                     table.name + " 的空间索引与数据不符");
  }
  return {};
}

Result<Difference> compare(Sqlite& db, std::vector<Row> wanted) {
  Difference out;
  auto row = wanted.begin();
  const auto& tables = published::tables();
  for (std::size_t index = 0; index < tables.size(); ++index) {
    const Table& table = tables[index];
    if (index == published::publicationTable()) {
      // One row, written anew with every publication; what else stands there is not ours.
      auto statement = db.prepare("SELECT id FROM " + table.name);
      if (!statement) return failure(statement.error());
      for (;;) {
        const auto more = statement->step();
        if (!more) return failure(more.error());
        if (!*more) break;
        out.remove.push_back({index, std::string(statement->text(0)), {}});
      }
      continue;
    }
    auto statement = db.prepare("SELECT id," + columnList(table, ",", "") + " FROM " + table.name + " ORDER BY id");
    if (!statement) return failure(statement.error());
    for (;;) {
      const auto more = statement->step();
      if (!more) return failure(more.error());
      if (!*more) break;
      const std::string_view id = statement->text(0);
      for (; row != wanted.end() && row->table == index && row->id < id; ++row) out.write.push_back(std::move(*row));
      if (row == wanted.end() || row->table != index || row->id != id) {
        out.remove.push_back({index, std::string(id), {}});
        continue;
      }
      bool same = true;
      for (std::size_t i = 0; same && i < row->values.size(); ++i)
        same = equal(*statement, static_cast<int>(i) + 1, row->values[i]);
      if (!same) out.write.push_back(std::move(*row));
      ++row;
    }
    for (; row != wanted.end() && row->table == index; ++row) out.write.push_back(std::move(*row));
  }
  return out;
}

Outcome write(Sqlite& db, const Difference& difference, const Row& publication) {
  const auto& tables = published::tables();
  std::vector<std::optional<TableWriter>> writers(tables.size());
  const auto writer = [&](std::size_t index) -> Result<TableWriter*> {
    if (!writers[index]) {
      auto made = TableWriter::of(db, tables[index]);
      if (!made) return failure(made.error());
      writers[index] = std::move(*made);
    }
    return &*writers[index];
  };
  std::set<std::size_t> changed;
  for (const auto& [rows, removing] : {std::pair(&difference.remove, true), std::pair(&difference.write, false)})
    for (const Row& row : *rows) {
      const auto table = writer(row.table);
      if (!table) return failure(table.error());
      if (auto done = removing ? (*table)->remove(row) : (*table)->write(row); !done) return done;
      changed.insert(row.table);
    }
  const auto about = writer(publication.table);
  if (!about) return failure(about.error());
  if (auto done = (*about)->write(publication); !done) return done;
  changed.insert(publication.table);

  // The row's last value is the moment of this publication.
  const std::string at = std::get<std::string>(publication.values.back());
  for (const std::size_t index : changed) {
    const std::string& name = tables[index].name;
    const std::string rtree = " FROM rtree_" + name + "_geom)";
    std::string sql = "UPDATE gpkg_contents SET last_change='" + at + '\'';
    if (spatial(tables[index]))
      sql += ",min_x=(SELECT min(minx)" + rtree + ",min_y=(SELECT min(miny)" + rtree + ",max_x=(SELECT max(maxx)" +
             rtree + ",max_y=(SELECT max(maxy)" + rtree;
    if (auto done = db.run(sql + " WHERE table_name='" + name + '\''); !done) return done;
  }
  return {};
}

}  // namespace fengsui::gpkgrows
