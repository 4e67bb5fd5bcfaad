// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/beside.h"

#include <gtest/gtest.h>

namespace fengsui {
namespace {

constexpr QRect kRoom(8, 8, 800, 600);
constexpr QSize kCard(200, 150);

bool inside(QPoint corner) {
  return kRoom.contains(QRect(corner, kCard));
}

TEST(ACardBesideThePointer, LiesAtItsRightAndBelowWhereThereIsRoom) {
  EXPECT_EQ(besidePointer({100, 100}, kCard, kRoom, 12, Beside::below), QPoint(112, 112));
  EXPECT_EQ(besidePointer({100, 100}, kCard, kRoom, 20, Beside::level), QPoint(120, 50));
}

TEST(ACardBesideThePointer, ChangesSidesAtTheEdges) {
  EXPECT_EQ(besidePointer({790, 590}, kCard, kRoom, 12, Beside::below), QPoint(578, 428));
  EXPECT_EQ(besidePointer({790, 300}, kCard, kRoom, 20, Beside::level), QPoint(570, 250));
}

TEST(ACardBesideThePointer, NeverLeavesTheRoom) {
  for (const Beside how : {Beside::below, Beside::level})
    for (int x = -50; x < 900; x += 25)
      for (int y = -50; y < 700; y += 25)
        EXPECT_TRUE(inside(besidePointer({x, y}, kCard, kRoom, 12, how))) << x << ' ' << y;
  const QSize tooLarge(2000, 2000);
  EXPECT_EQ(besidePointer({400, 300}, tooLarge, kRoom, 12, Beside::below), kRoom.topLeft()) << "its beginning is seen";
}

}  // namespace
}  // namespace fengsui
