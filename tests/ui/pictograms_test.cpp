// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/pictograms.h"

#include <gtest/gtest.h>

#include "core/names.h"
#include "ui/look/svgpath.h"

namespace fengsui {
namespace {

TEST(SvgPath, ReadsAbsoluteAndRelativeLinesAndCurves) {
  const auto square = pathFromSvg(u"M1 2h4v4H1Z");
  ASSERT_TRUE(square);
  EXPECT_EQ(square->boundingRect(), QRectF(1, 2, 4, 4));
  const auto same = pathFromSvg(u"m1,2 4,0 0,4-4,0z");
  ASSERT_TRUE(same);
  EXPECT_EQ(same->boundingRect(), QRectF(1, 2, 4, 4));
  EXPECT_TRUE(pathFromSvg(u"M0 0C1 1 2 1 3 0Q4-1 5 0")->boundingRect().contains(QPointF(4.9, 0)));
}

TEST(SvgPath, RefusesWhatItDoesNotRead) {
  for (const QStringView bad : {u"1 2 3", u"M1", u"M1 2 A1 1 0 0 0 3 3", u"M1 2C1 2 3", u"M--1 2"})
    EXPECT_FALSE(pathFromSvg(bad)) << bad.toUtf8().constData();
}

TEST(Pictograms, HaveAPictureForEveryKindThatFitsItsSymbol) {
  const auto check = [](Kind kind, const std::string& code) {
    const QPainterPath& path = pictogramOf(kind, code);
    EXPECT_FALSE(path.isEmpty()) << code;
    EXPECT_TRUE(QRectF(-11, -11, 22, 22).contains(path.boundingRect())) << code;
  };
  for (const Word& word : wordsOf(Vocabulary::incidentKind)) check(Kind::incident, std::string(word.code));
  for (const Word& word : wordsOf(Vocabulary::teamKind)) check(Kind::team, std::string(word.code));
  for (const Word& word : wordsOf(Vocabulary::facilityKind)) check(Kind::facility, std::string(word.code));
  for (const Word& word : wordsOf(Vocabulary::riskZoneKind)) check(Kind::riskZone, std::string(word.code));
  check(Kind::depot, "");
  check(Kind::shelter, "");
  check(Kind::incident, "nobody knows");
}

}  // namespace
}  // namespace fengsui
