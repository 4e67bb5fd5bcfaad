#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The matrix of roads_bench by pgRouting's Dijkstra, on a PostgreSQL of its own that is thrown away afterwards.
# usage: beside_pgrouting.sh FOLDER-WITH-DIMACS-FILES
set -eu
data=${1:?the folder with USA-road-t.NY.gr.gz}
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1 || true)
if [ -z "$bin" ] || ! ls /usr/share/postgresql/*/extension/pgrouting.control >/dev/null 2>&1; then
  echo "skipped: needs postgresql-15-pgrouting"
  exit 0
fi
work=$(mktemp -d)
as=""
if [ "$(id -u)" = 0 ]; then
  chown postgres "$work"
  as="setpriv --reuid=postgres --regid=postgres --clear-groups"
fi
stop() {
  $as "$bin/pg_ctl" -D "$work/db" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap stop EXIT
$as "$bin/initdb" -D "$work/db" -A trust -U postgres >/dev/null
$as "$bin/pg_ctl" -D "$work/db" -o "-k $work -c listen_addresses='' -c shared_buffers=256MB" -w start >/dev/null
psql="psql -q -h $work -U postgres -v ON_ERROR_STOP=1"
$psql -c 'create extension pgrouting cascade' -c 'create table edge(id serial primary key, source bigint, target bigint, cost float8)'
zcat "$data/USA-road-t.NY.gr.gz" | awk '$1 == "a" { print $2 "\t" $3 "\t" $4 }' |
  $psql -c '\copy edge(source, target, cost) from stdin'
$psql -c 'analyze edge' -c '\timing on' -c \
  "select count(*), round(sum(agg_cost)) from pgr_dijkstraCost('select id, source, target, cost from edge',
     array(select (i * 2609) % 264346 + 1 from generate_series(1, 100) i)::bigint[],
     array(select (i * 5171) % 264346 + 1 from generate_series(1, 50) i)::bigint[], true)"
