// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/overlayscene.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "core/derive.h"
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
    scene = OverlayScene::of(station->situation(), systemNow());
  }
  // What is hit at a place at this scale.
  [[nodiscard]] std::vector<Selected> hits(QPointF map, double metresPerPixel) const {
    const ViewPort view(map, metresPerPixel, {800, 600});
    return SymbolLayout::of(*scene, view).hits(*scene, view, view.toScreen(map));
  }
  TempFolder folder;
  std::unique_ptr<Station> station;
  District district;
  std::shared_ptr<const OverlayScene> scene;
};

TEST_F(Scene, FindsTheIncidentBeforeTheZoneItLiesIn) {
  const auto found = hits(at(5.2, 8.8), 20);
  ASSERT_GE(found.size(), 2u);
  EXPECT_EQ(found.front(), (Selected{Kind::incident, district.flood.id.uuid}));
  EXPECT_EQ(found.back().kind, Kind::riskZone);
}

TEST_F(Scene, FindsAZoneByItsInsideAndARiverByItsLine) {
  const auto inside = hits(at(-6.6, 4.2), 20);
  ASSERT_EQ(inside.size(), 1u);
  EXPECT_EQ(station->situation().riskZones.find(inside[0].id)->name, "红螺林区");
  const auto river = hits(at(2.3, -3.7), 20);
  ASSERT_EQ(river.size(), 1u);
  EXPECT_EQ(station->situation().riskZones.find(river[0].id)->name, "怀河城区段");
}

TEST_F(Scene, FadesATeamThatHasNotBeenHeardOfForLong) {
  does(*station, SendTeam{district.nearest.id, district.flood.id, "", std::nullopt, std::nullopt});
  const auto staleAfter = [&](std::int64_t ms) {
    const auto later = OverlayScene::of(station->situation(), systemNow().plusMs(ms));
    return later->pointOf({Kind::team, district.nearest.id.uuid})->symbol.stale;
  };
  EXPECT_FALSE(staleAfter(0));
  EXPECT_FALSE(staleAfter(kStaleAfterMs / 2));
  EXPECT_TRUE(staleAfter(2 * kStaleAfterMs));
  does(*station, TeamArrives{district.nearest.id});
  EXPECT_FALSE(staleAfter(2 * kStaleAfterMs)) << "it stands where it was sent";
}

TEST_F(Scene, LetsATeamStepAsideFromTheIncidentItHasReached) {
  const ViewPort view(at(5.2, 8.8), 20, {800, 600});
  does(*station, SendTeam{district.nearest.id, district.flood.id, "", std::nullopt, std::nullopt});
  does(*station, TeamArrives{district.nearest.id});
  scene = OverlayScene::of(station->situation(), systemNow());
  const auto layout = SymbolLayout::of(*scene, view);
  QPointF shift;
  for (const auto& placed : layout.placed())
    if (scene->points()[placed.point].ref == Selected{Kind::team, district.nearest.id.uuid}) shift = placed.shift;
  EXPECT_GT(std::hypot(shift.x(), shift.y()), 15) << "beside the incident, not under it";
}

TEST_F(Scene, CountsWhatHasNoRoomAndReachesAllOfIt) {
  const ViewPort far(at(0, 0), 2'000, {800, 600});
  const auto layout = SymbolLayout::of(*scene, far);
  std::size_t counted = 0;
  for (const auto& placed : layout.placed()) counted += 1 + placed.underCount;
  EXPECT_EQ(counted, scene->points().size()) << "nothing is lost";
  EXPECT_LT(layout.placed().size(), scene->points().size());
  std::set<std::pair<Kind, Uuid>> reached;
  for (const auto& placed : layout.placed()) {
    const auto& point = scene->points()[placed.point];
    for (const Selected& hit : layout.hits(*scene, far, far.toScreen(point.at) + placed.shift))
      reached.emplace(hit.kind, hit.id);
  }
  for (const auto& point : scene->points()) EXPECT_TRUE(reached.contains({point.ref.kind, point.ref.id}));
}

TEST_F(Scene, NeverHidesAnIncidentUnderSomethingElse) {
  for (const double metresPerPixel : {5.0, 50.0, 500.0}) {
    const ViewPort view(at(0, 0), metresPerPixel, {1600, 1200});
    const auto layout = SymbolLayout::of(*scene, view);
    const auto kindOfPoint = [&](std::uint32_t index) { return scene->points()[index].ref.kind; };
    for (const auto& placed : layout.placed()) {
      if (kindOfPoint(placed.point) == Kind::incident) continue;
      for (std::uint32_t i = 0; i < placed.underCount; ++i)
        EXPECT_NE(kindOfPoint(layout.under()[placed.firstUnder + i]), Kind::incident);
    }
  }
}

TEST(SymbolLayout, CountsSingleOnesThatAreCloseTogetherUnderOneOfThem) {
  // Four shelters in a row, each with a depot at the same place: the first two close together, then two alone.
  constexpr double kMetresPerPixel = 10;
  Situation situation;
  const QPointF middle = at(0, 0);
  for (const double eastPx : {0.0, 36.0, 200.0, 300.0}) {
    const auto where = positionAt(middle + QPointF(eastPx * kMetresPerPixel, 0));
    Shelter shelter;
    shelter.id.uuid = Uuid::v7(systemNow());
    shelter.location = where;
    situation.shelters.set(shelter.id.uuid, shelter);
    Depot depot;
    depot.id.uuid = Uuid::v7(systemNow());
    depot.location = where;
    situation.depots.set(depot.id.uuid, depot);
  }
  const auto scene = OverlayScene::of(situation, systemNow());
  const ViewPort view(middle, kMetresPerPixel, {1000, 600});
  const auto layout = SymbolLayout::of(*scene, view);
  std::map<int, std::uint32_t> counts;  // by pixels from the middle
  for (const auto& placed : layout.placed())
    counts[static_cast<int>(std::lround((scene->points()[placed.point].at - middle).x() / kMetresPerPixel))] =
        placed.underCount;
  EXPECT_EQ(counts[0] + counts[36], 2u);
  EXPECT_EQ(counts[0] * counts[36], 0u) << "one badge, not two";
  EXPECT_EQ(counts[200], 1u);
  EXPECT_EQ(counts[300], 1u);
  // What is counted is reached where it is counted.
  EXPECT_EQ(layout.hits(*scene, view, view.toScreen(middle + QPointF(counts[0] ? 0 : 360, 0))).size(), 3u);
}

TEST(SymbolLayout, DrawsManyThingsThatOnlyStandThereAsDotsFromFarOff) {
  Situation situation;
  for (int i = 0; i < 100; ++i) {
    Shelter shelter;
    shelter.id.uuid = Uuid::v7(systemNow());
    shelter.location = inDistrict(i % 10, i / 10);
    situation.shelters.set(shelter.id.uuid, shelter);
  }
  Incident incident;
  incident.id.uuid = Uuid::v7(systemNow());
  incident.location = inDistrict(4, 4);
  situation.incidents.set(incident.id.uuid, incident);
  const auto scene = OverlayScene::of(situation, systemNow());
  const auto farOnes = [&](double metresPerPixel) {
    const auto layout = SymbolLayout::of(*scene, ViewPort(at(5, 5), metresPerPixel, {2000, 2000}));
    std::size_t far = 0;
    std::size_t all = 0;
    for (const auto& placed : layout.placed()) {
      far += placed.far;
      all += 1 + placed.underCount;
      EXPECT_FALSE(placed.far && scene->points()[placed.point].ref.kind == Kind::incident);
    }
    EXPECT_EQ(all, scene->points().size()) << "nothing is lost";
    return far;
  };
  EXPECT_EQ(farOnes(10), 0u);
  EXPECT_GT(farOnes(60), 50u);
}

TEST_F(Scene, KnowsEverythingByItsIdAndWhereItsSymbolStands) {
  const ViewPort view(at(0, 0), 40, {1600, 1200});
  const auto layout = SymbolLayout::of(*scene, view);
  for (const auto& point : scene->points()) {
    const auto* found = scene->pointOf(point.ref);
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->ref, point.ref);
  }
  for (const auto& area : scene->areas()) EXPECT_EQ(scene->areaOf(area.ref)->name, area.name);
  for (const auto& placed : layout.placed()) EXPECT_EQ(layout.shiftOf(placed.point), placed.shift);
  EXPECT_EQ(scene->pointOf({Kind::team, Uuid::v7(systemNow())}), nullptr);
  EXPECT_EQ(scene->areaOf({Kind::incident, scene->areas().front().ref.id}), nullptr);
}

TEST_F(Scene, FindsNothingWhereNothingIs) {
  EXPECT_TRUE(hits(at(14, -14), 20).empty());
}

TEST_F(Scene, ShowsATeamThatIsOutWithItsStatus) {
  const auto* team = scene->pointOf({Kind::team, district.away.id.uuid});
  ASSERT_NE(team, nullptr);
  EXPECT_EQ(team->symbol.state, static_cast<int>(TeamStatus::onScene));
  does(*station, SendTeam{district.nearest.id, district.flood.id, "", std::nullopt, std::nullopt});
  const auto after = OverlayScene::of(station->situation(), systemNow());
  EXPECT_EQ(after->ways().size(), 1u);
  EXPECT_GE(after->pointOf({Kind::team, district.nearest.id.uuid})->symbol.heading, 0);
}

TEST_F(Scene, DashesWhatIsEstimatedAndNothingElse) {
  const auto estimated = [&](Selected what) {
    return OverlayScene::of(station->situation(), systemNow())->pointOf(what)->symbol.estimated;
  };
  const Selected team{Kind::team, district.nearest.id.uuid};
  const Selected flood{Kind::incident, district.flood.id.uuid};
  EXPECT_FALSE(estimated(team)) << "at its base";
  does(*station, SendTeam{district.nearest.id, district.flood.id, "", std::nullopt, std::nullopt});
  EXPECT_TRUE(estimated(team)) << "out, and nobody has said where";
  does(*station, ReportPosition{district.nearest.id, {inDistrict(4, 7), systemNow(), "radio"}});
  EXPECT_FALSE(estimated(team));
  EXPECT_FALSE(estimated(flood));
  does(*station,
       ReportFigure{district.flood.id, {FigureKind::affected, 200, "镇政府", {}, Verification::estimated, false}});
  EXPECT_TRUE(estimated(flood));
}

TEST(AnExercise, PutsAHatchedRingAroundEverythingOnTheMap) {
  const TempFolder folder;
  auto station = Station::create(folder / "a", {"演练站", Mode::exercise, "Asia/Shanghai", ""}).value();
  (void)fillDistrict(*station);
  const auto scene = OverlayScene::of(station->situation(), systemNow());
  ASSERT_FALSE(scene->points().empty());
  for (const auto& point : scene->points()) EXPECT_TRUE(point.symbol.exercise);
  Symbol real = scene->points().front().symbol;
  real.exercise = false;
  const auto painted = [](const Symbol& symbol) {
    QImage image(48, 48, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter p(&image);
    p.translate(24, 24);
    paintSymbol(p, symbol, tokensOf(Theme::dark));
    return image;
  };
  EXPECT_NE(painted(real), painted(scene->points().front().symbol));
  EXPECT_GT(widthOf(scene->points().front().symbol), widthOf(real)) << "names stay clear of the ring";
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
  const auto crowd = OverlayScene::of(many, systemNow());
  const ViewPort view = ViewPort::fitting(crowd->bounds(), {1200, 900}, 20);
  OverlayPainter painter;
  const auto paint = [&] {
    return painter.paint(*crowd, SymbolLayout::of(*crowd, view), nullptr, view, 1, tokensOf(Theme::dark));
  };
  (void)paint();
  const Instant before = systemNow();
  const MapImage image = paint().image;
  const auto took = systemNow().ms - before.ms;
  EXPECT_EQ(image.image.size(), QSize(1200, 900));
  // Generous: the image is made off the GUI thread, and this computer may be busy.
  EXPECT_LT(took, 1'500) << "ms for 10,000 teams";
}

}  // namespace
}  // namespace fengsui
