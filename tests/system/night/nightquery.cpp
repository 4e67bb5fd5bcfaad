// SPDX-License-Identifier: GPL-3.0-or-later
#include "nightquery.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

namespace fengsui::night {
namespace {

// One row for each copy of an order that somebody answers for, with what was said of it. Moments are milliseconds.
constexpr const char* kTables = R"sql(
CREATE TEMP TABLE said AS
  SELECT w.text AS type, e.payload AS p,
         json_extract(e.payload, '$.order') AS oid, json_extract(e.payload, '$.to') AS who,
         json_extract(e.payload, '$.step.at') AS at
  FROM event e JOIN word w ON w.number = e.type;
CREATE INDEX temp.said_of ON said(oid, who, type);
CREATE TEMP TABLE issued AS
  SELECT oid, at, json_extract(p, '$.dueBy') AS due, json_extract(p, '$.brief') AS brief,
         json_extract(p, '$.brief.kind') AS kind,
         coalesce(json_extract(p, '$.brief.verifier'), '') <> '' AS verified
  FROM said WHERE type = 'order.issued';
CREATE TEMP TABLE ended AS SELECT oid FROM said WHERE type IN ('order.recalled', 'order.replaced');
CREATE TEMP TABLE addressee AS
  SELECT i.oid, i.at AS issuedAt, a.value AS to_
  FROM issued i, json_each(coalesce(json_extract(i.brief, '$.each'),
                                    json_array(json(json_extract(i.brief, '$.owner'))))) a;
CREATE TEMP TABLE copy AS
  SELECT oid, issuedAt, k AS who,
    (SELECT max(at) FROM said s WHERE s.oid = c.oid AND s.who = k AND type = 'order.askedAgain') AS again,
    (SELECT min(at) FROM said s WHERE s.oid = c.oid AND s.who = k
       AND type IN ('order.acknowledged', 'order.refused', 'order.started', 'order.done')) AS answered,
    (SELECT max(at) FROM said s WHERE s.oid = c.oid AND s.who = k AND type = 'order.acknowledged') AS ack,
    (SELECT max(at) FROM said s WHERE s.oid = c.oid AND s.who = k AND type = 'order.refused') AS ref,
    (SELECT min(at) FROM said s WHERE s.oid = c.oid AND s.who = k AND type = 'order.started') AS started,
    (SELECT max(at) FROM said s WHERE s.oid = c.oid AND s.who = k AND type = 'order.done') AS done,
    (SELECT max(at) FROM said s WHERE s.oid = c.oid AND s.who = k AND type = 'order.sentBack') AS back,
    (SELECT max(at) FROM said s WHERE s.oid = c.oid AND s.who = k AND type = 'order.verified') AS seen
  FROM (SELECT oid, issuedAt,
               json_extract(to_, '$.kind') || ':' ||
                 CASE WHEN json_extract(to_, '$.subject') = '00000000-0000-0000-0000-000000000000'
                      THEN json_extract(to_, '$.name') ELSE json_extract(to_, '$.subject') END AS k
        FROM addressee) c;
-- done and not sent back since; refused and not come round since; without an answer since it was asked.
CREATE TEMP TABLE stood AS
  SELECT *, max(issuedAt, coalesce(again, 0)) AS asked,
    done IS NOT NULL AND NOT coalesce(back > done, 0) AS isDone,
    done IS NOT NULL AND NOT coalesce(back > done, 0) AND seen IS NOT NULL AND NOT coalesce(back > seen, 0) AS isSeen,
    ref IS NOT NULL AND ref > coalesce(ack, 0) AND ref >= coalesce(started, 0) AND done IS NULL AS isRefused,
    coalesce(ack, started, back, done) IS NOT NULL AS isAcknowledged,
    (answered IS NULL OR answered < max(issuedAt, coalesce(again, 0))) AND done IS NULL AS silent
  FROM copy;
CREATE TEMP TABLE open AS
  SELECT i.oid, i.due, i.brief FROM issued i
  WHERE i.oid NOT IN (SELECT oid FROM ended) AND EXISTS (
    SELECT 1 FROM stood c WHERE c.oid = i.oid AND (c.isRefused OR NOT
      CASE WHEN i.kind = 'notification' THEN c.isAcknowledged WHEN i.kind = 'approval' OR NOT i.verified THEN c.isDone
           ELSE c.isSeen END));
CREATE TEMP TABLE rung AS
  SELECT c.oid, c.who, r.key AS number, c.asked + json_extract(r.value, '$.afterMs') AS due,
    coalesce(json_extract(r.value, '$.forAnswer'), 0) AS forAnswer,
    EXISTS (SELECT 1 FROM said s WHERE s.type = 'order.escalated' AND s.oid = c.oid AND s.who = c.who
            AND json_extract(s.p, '$.escalation.rung') = r.key
            AND json_extract(s.p, '$.escalation.step.at') >= c.asked) AS climbed
  FROM stood c JOIN open o USING (oid), json_each(json_extract(o.brief, '$.ladder')) r
  WHERE NOT c.isDone AND NOT c.isRefused AND (c.silent OR coalesce(json_extract(r.value, '$.forAnswer'), 0));
)sql";

}  // namespace

JournalQuery::JournalQuery(const std::string& copy) {
  sqlite3* db = nullptr;
  EXPECT_EQ(sqlite3_open_v2(copy.c_str(), &db, SQLITE_OPEN_READWRITE, nullptr), SQLITE_OK);
  db_ = db;
  run(kTables);
}

JournalQuery::~JournalQuery() {
  sqlite3_close(static_cast<sqlite3*>(db_));
}

void JournalQuery::run(const std::string& sql) {
  char* fault = nullptr;
  EXPECT_EQ(sqlite3_exec(static_cast<sqlite3*>(db_), sql.c_str(), nullptr, nullptr, &fault), SQLITE_OK) << fault;
  sqlite3_free(fault);
}

std::vector<std::vector<std::string>> JournalQuery::rows(const std::string& sql) {
  std::vector<std::vector<std::string>> all;
  sqlite3_stmt* statement = nullptr;
  auto* db = static_cast<sqlite3*>(db_);
  EXPECT_EQ(sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr), SQLITE_OK) << sqlite3_errmsg(db) << "\n"
                                                                                     << sql;
  while (sqlite3_step(statement) == SQLITE_ROW) {
    std::vector<std::string>& row = all.emplace_back();
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
      row.emplace_back(text ? text : "");
    }
  }
  sqlite3_finalize(statement);
  return all;
}

std::int64_t JournalQuery::count(const std::string& sql) {
  const auto found = rows(sql);
  return found.empty() || found[0][0].empty() ? 0 : std::stoll(found[0][0]);
}

OrderKpi JournalQuery::orderKpi(Instant moment) {
  const std::string now = std::to_string(moment.ms);
  OrderKpi kpi;
  kpi.open = count("SELECT count(*) FROM open");
  kpi.drafts = count("SELECT count(*) FROM said WHERE type = 'order.drafted'") -
               count("SELECT count(*) FROM said WHERE type = 'order.issued'") -
               count("SELECT count(*) FROM said WHERE type = 'order.discarded'");
  kpi.unanswered = count("SELECT count(*) FROM stood JOIN open USING (oid) WHERE silent");
  kpi.refused = count("SELECT count(DISTINCT oid) FROM stood JOIN open USING (oid) WHERE isRefused");
  kpi.late = count("SELECT count(*) FROM open o WHERE (o.due < " + now +
                   " AND (EXISTS (SELECT 1 FROM stood c WHERE c.oid = o.oid AND (c.isRefused OR NOT c.isDone))))"
                   " OR EXISTS (SELECT 1 FROM rung r WHERE r.oid = o.oid AND r.due < " +
                   now + ")");
  const std::int64_t answered = count("SELECT count(*) FROM stood WHERE answered IS NOT NULL");
  if (answered > 0)
    kpi.medianAnswerMs = count(
        "SELECT answered - issuedAt AS took FROM stood WHERE answered IS NOT NULL ORDER BY took LIMIT 1 "
        "OFFSET " +
        std::to_string(answered / 2));
  // The next rung of a copy is its earliest that nobody climbed; one that has passed is no longer next.
  const auto next = rows("SELECT min(at) FROM (SELECT due AS at FROM open WHERE due > " + now +
                         " UNION ALL SELECT at FROM (SELECT min(due) AS at FROM rung WHERE NOT climbed "
                         "GROUP BY oid, who) WHERE at > " +
                         now + ")");
  if (!next.empty() && !next[0][0].empty()) kpi.next = Instant{std::stoll(next[0][0])};
  return kpi;
}

QueriedCallout JournalQuery::callout(const std::string& id) {
  QueriedCallout result;
  const std::string mine =
      "(SELECT json_extract(c.value, '$.id') FROM said s, json_each(json_extract(s.p, '$.calls')) c "
      "WHERE s.type = 'callout.extended' AND json_extract(s.p, '$.callout') = '" +
      id + "')";
  result.all = count("SELECT count(*) FROM " + mine);
  const std::int64_t goal = count(
      "SELECT json_extract(p, '$.callout.signedAt') + json_extract(p, '$.callout.goalMs') FROM said "
      "WHERE type = 'callout.started' AND json_extract(p, '$.callout.id') = '" +
      id + "'");
  const char* stages[] = {"'waiting','delivered','woken','responded'", "'delivered','woken','responded'",
                          "'woken','responded'", "'responded'"};
  result.reached[0] = result.inTime[0] = result.all;
  for (std::size_t i = 1; i < 4; ++i) {
    const std::string tries = " FROM said WHERE type = 'callout.tried' AND json_extract(p, '$.call') IN " + mine +
                              " AND json_extract(p, '$.reached') IN (" + stages[i] + ")";
    result.reached[i] = count("SELECT count(DISTINCT json_extract(p, '$.call'))" + tries);
    result.inTime[i] = count("SELECT count(DISTINCT json_extract(p, '$.call'))" + tries +
                             " AND json_extract(p, '$.attempt.at') <= " + std::to_string(goal));
  }
  return result;
}

std::map<std::string, std::int64_t> JournalQuery::climbs() {
  std::map<std::string, std::int64_t> all;
  for (const auto& row :
       rows("SELECT oid || '/' || who || '/' || json_extract(p, '$.escalation.rung'), count(*) FROM said "
            "WHERE type = 'order.escalated' GROUP BY 1 UNION ALL "
            "SELECT json_extract(p, '$.call') || '/' || json_extract(p, '$.escalation.rung'), count(*) "
            "FROM said WHERE type = 'callout.escalated' GROUP BY 1"))
    all[row[0]] = std::stoll(row[1]);
  return all;
}

}  // namespace fengsui::night
