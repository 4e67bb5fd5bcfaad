// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/sqlite.h"

#include <gtest/gtest.h>

namespace fengsui {
namespace {

TEST(Sqlite, AFailedRunLeavesNothingBoundForTheNextOne) {
  auto db = Sqlite::open(":memory:", SqliteAccess::create).value();
  ASSERT_TRUE(db.run("CREATE TABLE t(a INTEGER UNIQUE, b)"));
  auto insert = db.prepare("INSERT INTO t VALUES(?,?)").value();
  ASSERT_TRUE(insert.bind(1, std::int64_t{1}).run());
  EXPECT_FALSE(insert.bind(1, std::int64_t{1}).bind(2, std::int64_t{7}).run());
  ASSERT_TRUE(insert.bind(1, std::int64_t{2}).run());
  EXPECT_EQ(db.integer("SELECT count(b) FROM t").value(), 0);
}

}  // namespace
}  // namespace fengsui
