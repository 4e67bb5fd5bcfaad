// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace fengsui {

/// The tables of a NAME.fengsui file, format 1. What each column means: FORMAT.md.
inline constexpr const char* kJournalSchema = R"sql(
CREATE TABLE fengsui(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE origin(number INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE CHECK(length(uuid) = 16));
CREATE TABLE word(number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE event(
  position INTEGER PRIMARY KEY,
  origin INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  hlc INTEGER NOT NULL,
  occurred INTEGER NOT NULL,
  received INTEGER NOT NULL,
  type INTEGER NOT NULL,
  version INTEGER NOT NULL,
  actor INTEGER NOT NULL,
  command BLOB NOT NULL,
  undoes BLOB,
  payload TEXT,
  payload_hash BLOB,
  chain BLOB NOT NULL);
CREATE UNIQUE INDEX event_source ON event(origin, sequence);
CREATE INDEX event_order ON event(hlc);
CREATE TABLE late(position INTEGER PRIMARY KEY, hlc INTEGER NOT NULL);
CREATE TABLE quarantine(
  origin BLOB NOT NULL, sequence INTEGER NOT NULL, hlc INTEGER NOT NULL, received INTEGER NOT NULL,
  record TEXT NOT NULL, PRIMARY KEY(origin, sequence)) WITHOUT ROWID;
)sql";

}  // namespace fengsui
