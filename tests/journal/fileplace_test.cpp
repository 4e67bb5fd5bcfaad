// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/fileplace.h"

#include <gtest/gtest.h>

#include "journal/salvage.h"
#include "journal/station.h"
#include "support/bytes.h"
#include "support/station.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

TEST(FilePlace, SaysWhatIsThereAndWhatIsFree) {
  const TempFolder folder;
  writeBytes(folder / "taken", "x");

  EXPECT_TRUE(isThere(folder / "taken").value());
  EXPECT_FALSE(isThere(folder / "free").value());
  EXPECT_TRUE(isFree(folder / "free"));
  const auto taken = isFree(folder / "taken");
  ASSERT_FALSE(taken);
  EXPECT_EQ(taken.error().code, ErrorCode::refused);
}

// The file system answers neither yes nor no to such a name, which std::filesystem throws unless asked not to.
TEST(FilePlace, ANameThatTheDiskCannotHoldIsRefusedWithASentenceEverywhere) {
  const TempFolder folder;
  const std::string endless = folder / std::string(300, 'n');
  const auto station = newStation(folder / "a");
  const auto says = [](const Error& error) { return error.message.en; };

  const auto opened = Station::open(endless);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::io);
  EXPECT_NE(says(opened.error()).find("too long"), std::string::npos) << says(opened.error());
  EXPECT_FALSE(Journal::create(endless));
  EXPECT_FALSE(station->journal().backupTo(endless));
  EXPECT_FALSE(salvage(folder / "a.fengsui", {endless, std::nullopt}));
  EXPECT_FALSE(salvage(folder / "a.fengsui", {folder / "saved.jsonl", endless}));
}

}  // namespace
}  // namespace fengsui
