// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/overlayscene.h"

#include <gtest/gtest.h>

#include "support/tempfolder.h"
#include "ui/canvas/overlaypainter.h"
#include "ui/district.h"

namespace fengsui {
namespace {

QPointF at(double eastKm, double northKm) {
  return mercatorOf(inDistrict(eastKm, northKm));
}

class Scene : public testing::Test {
 protected:
  Scene() : station(newStation(folder / "a")), district(fillDistrict(*station)) {
    scene = OverlayScene::of(station->situation());
  }
  TempFolder folder;
  std::unique_ptr<Station> station;
  District district;
  std::shared_ptr<const OverlayScene> scene;
};

TEST_F(Scene, FindsTheIncidentBeforeTheZoneItLiesIn) {
  const auto found = scene->hits(at(5.2, 8.8), 20);
  ASSERT_GE(found.size(), 2u);
  EXPECT_EQ(found.front(), (Selected{Kind::incident, district.flood.id.uuid}));
  EXPECT_EQ(found.back().kind, Kind::riskZone);
}

TEST_F(Scene, FindsAZoneByItsInsideAndARiverByItsLine) {
  const auto inside = scene->hits(at(-6.6, 4.2), 20);
  ASSERT_EQ(inside.size(), 1u);
  EXPECT_EQ(station->situation().riskZones.find(inside[0].id)->name, "红螺林区");
  const auto river = scene->hits(at(2.3, -3.7), 20);
  ASSERT_EQ(river.size(), 1u);
  EXPECT_EQ(station->situation().riskZones.find(river[0].id)->name, "怀河城区段");
}

TEST_F(Scene, FindsNothingWhereNothingIs) {
  EXPECT_TRUE(scene->hits(at(14, -14), 20).empty());
}

TEST_F(Scene, ShowsATeamThatIsOutWithItsStatus) {
  const auto* team = scene->pointOf({Kind::team, district.away.id.uuid});
  ASSERT_NE(team, nullptr);
  EXPECT_EQ(team->symbol.state, static_cast<int>(TeamStatus::onScene));
  does(*station, SendTeam{district.nearest.id, district.flood.id, "", std::nullopt, std::nullopt});
  const auto after = OverlayScene::of(station->situation());
  EXPECT_EQ(after->ways().size(), 1u);
  EXPECT_GE(after->pointOf({Kind::team, district.nearest.id.uuid})->symbol.heading, 0);
}

TEST_F(Scene, PaintsEveryStatusDifferently) {
  const Tokens tokens = tokensOf(Theme::dark);
  std::vector<QImage> images;
  for (const auto& name : namesOf<TeamStatus>) {
    Team team = teamNamed("甲队");
    team.status = name.value;
    QImage image(48, 48, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.translate(24, 24);
    // Without colour too: the shape alone must tell them apart.
    paintSymbol(painter, symbolOf(team), tokens);
    painter.end();
    image = image.convertToFormat(QImage::Format_Grayscale8);
    // Without a heading, returning looks like available; the tick is what tells them apart.
    for (const QImage& other : images) EXPECT_TRUE(image != other || name.value == TeamStatus::returning) << name.code;
    images.push_back(image);
  }
}

TEST_F(Scene, TenThousandTeamsArePaintedFastEnoughToFollowTheHand) {
  Situation many = station->situation();
  for (int i = 0; i < 10'000; ++i) {
    Team team = teamNamed("队" + std::to_string(i));
    team.home = inDistrict((i % 100) * 0.2 - 10, (i / 100) * 0.2 - 10);
    many.teams.set(team.id.uuid, team);
  }
  const auto crowd = OverlayScene::of(many);
  const ViewPort view = ViewPort::fitting(crowd->bounds(), {1200, 900}, 20);
  OverlayPainter painter;
  (void)painter.paint(*crowd, view, 1, tokensOf(Theme::dark));
  const Instant before = systemNow();
  const MapImage image = painter.paint(*crowd, view, 1, tokensOf(Theme::dark));
  const auto took = systemNow().ms - before.ms;
  EXPECT_EQ(image.image.size(), QSize(1200, 900));
  // Generous: the image is made off the GUI thread, and this computer may be busy.
  EXPECT_LT(took, 1'500) << "ms for 10,000 teams";
}

}  // namespace
}  // namespace fengsui
