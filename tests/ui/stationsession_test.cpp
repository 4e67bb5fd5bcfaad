// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/stationsession.h"

#include <gtest/gtest.h>

#include "ui/opendesk.h"

namespace fengsui {
namespace {

class Session : public testing::Test {
 protected:
  Session() {
    { auto station = newStation(folder / "a"); }
    session.open(QString::fromStdString(folder / "a"));
    EXPECT_TRUE(waitUntil([&] { return session.situation() != nullptr; }));
  }
  TempFolder folder;
  StationSession session;
};

TEST_F(Session, KnowsWhatACommandDidBeforeItsReply) {
  const Incident incident = incidentTitled("北沟村山洪");
  bool known = false;
  bool replied = false;
  session.execute(ReportIncident{incident}, {"值班长", std::nullopt}, &session, [&](const Result<Receipt>& receipt) {
    ASSERT_TRUE(receipt) << receipt.error();
    known = session.situation()->find(incident.id) != nullptr;
    replied = true;
  });
  EXPECT_FALSE(replied) << "nothing is done on the calling thread";
  ASSERT_TRUE(waitUntil([&] { return replied; }));
  EXPECT_TRUE(known);
}

TEST_F(Session, RepliesWithTheRuleThatForbidsIt) {
  std::optional<Error> error;
  session.execute(TeamArrives{{Uuid::v7(systemNow())}}, {"值班长", std::nullopt}, &session,
                  [&](const Result<Receipt>& receipt) { error = receipt.error(); });
  ASSERT_TRUE(waitUntil([&] { return error.has_value(); }));
  EXPECT_FALSE(error->message.zh.empty());
}

TEST_F(Session, DropsTheReplyOfSomebodyWhoIsGoneAndDoesTheCommand) {
  const Incident incident = incidentTitled("北沟村山洪");
  auto context = std::make_unique<QObject>();
  bool replied = false;
  session.execute(ReportIncident{incident}, {"值班长", std::nullopt}, context.get(),
                  [&](const Result<Receipt>&) { replied = true; });
  context.reset();
  ASSERT_TRUE(waitUntil([&] { return session.situation()->find(incident.id) != nullptr; }));
  QTest::qWait(50);
  EXPECT_FALSE(replied);
}

TEST_F(Session, SeesWhatAnotherProgramWrites) {
  auto commandLine = Station::open(folder / "a").value();
  const Team team = teamNamed("怀北镇救援队");
  QElapsedTimer clock;
  does(*commandLine, Register<Team>{team});
  clock.start();
  ASSERT_TRUE(waitUntil([&] { return session.situation()->find(team.id) != nullptr; }));
  EXPECT_LT(clock.elapsed(), 2'000);
}

TEST_F(Session, AnswersTheLastOfManyLooksBack) {
  const Incident incident = incidentTitled("北沟村山洪");
  const Instant before = systemNow();
  QTest::qWait(5);
  session.execute(ReportIncident{incident}, {"值班长", std::nullopt}, &session, [](const Result<Receipt>&) {});
  ASSERT_TRUE(waitUntil([&] { return session.situation()->find(incident.id) != nullptr; }));
  std::vector<quint64> answered;
  Snapshot last;
  QObject::connect(&session, &StationSession::lookedBack, &session,
                   [&](quint64 generation, Instant, const Snapshot& then) {
                     answered.push_back(generation);
                     last = then;
                   });
  quint64 newest = 0;
  for (int i = 0; i < 200; ++i) newest = session.lookBack(systemNow(), Knowledge::truth);
  newest = session.lookBack(before, Knowledge::truth);
  ASSERT_TRUE(waitUntil([&] { return !answered.empty() && answered.back() == newest; }));
  EXPECT_EQ(answered.size(), 1u) << "stale answers were delivered";
  EXPECT_EQ(last->find(incident.id), nullptr);
}

TEST_F(Session, TellsOnceHoweverManyEventsArrive) {
  auto commandLine = Station::open(folder / "a").value();
  QSignalSpy changes(&session, &StationSession::situationChanged);
  for (int i = 0; i < 200; ++i) does(*commandLine, Register<Team>{teamNamed("队" + std::to_string(i))});
  ASSERT_TRUE(waitUntil([&] { return session.situation()->teams.size() == 200; }));
  EXPECT_LT(changes.count(), 50);
}

TEST_F(Session, KeepsACommandThatWasGivenRightBeforeTheEnd) {
  const Incident incident = incidentTitled("最后一条");
  {
    StationSession other;
    other.open(QString::fromStdString(folder / "a"));
    ASSERT_TRUE(waitUntil([&] { return other.situation() != nullptr; }));
    bool done = false;
    other.execute(ReportIncident{incident}, {"值班长", std::nullopt}, &other,
                  [&](const Result<Receipt>&) { done = true; });
    ASSERT_TRUE(waitUntil([&] { return done; }));
  }
  EXPECT_NE(Station::open(folder / "a").value()->situation().find(incident.id), nullptr);
}

TEST(StationSession, AnswersThatNoStationIsOpen) {
  StationSession session;
  std::vector<Error> answers;
  const auto reply = [&](const Result<Receipt>& receipt) {
    ASSERT_FALSE(receipt);
    answers.push_back(receipt.error());
  };
  session.execute(ReportIncident{incidentTitled("北沟村山洪")}, {"值班长", std::nullopt}, &session, reply);
  session.undo({Uuid::v7(systemNow()), 1}, {"值班长", std::nullopt}, &session, reply);
  session.eventsOf(Uuid::v7(systemNow()), {}, &session, [&](const auto& found) {
    ASSERT_FALSE(found);
    answers.push_back(found.error());
  });
  ASSERT_TRUE(waitUntil([&] { return answers.size() == 3; }));
  for (const Error& answer : answers) EXPECT_EQ(answer.message.en, "no station is open");
}

TEST_F(Session, FindsWhatWasRecordedAboutAThing) {
  const Incident flood = incidentTitled("北沟村山洪");
  const Incident fire = incidentTitled("茶坞山火");
  auto commandLine = Station::open(folder / "a").value();
  does(*commandLine, ReportIncident{flood});
  does(*commandLine, ReportIncident{fire});
  for (int count = 1; count <= 3; ++count) {
    does(*commandLine, ReportFigure{flood.id, {FigureKind::trapped, count, "公安", {}, Verification::pending, false}});
    does(*commandLine, ReportFigure{fire.id, {FigureKind::trapped, 40, "公安", {}, Verification::pending, false}});
  }
  // More than is read at once, so that a search takes several turns.
  Import<Team> teams;
  for (int i = 0; i < 2'100; ++i)
    teams.rows.push_back({Uuid::v7(systemNow()), i, {{"name", "队" + std::to_string(i)}}});
  does(*commandLine, teams);
  does(*commandLine, ReportFigure{flood.id, {FigureKind::trapped, 4, "公安", {}, Verification::pending, false}});
  std::optional<std::vector<Event>> found;
  session.eventsOf(flood.id.uuid, {std::string(FigureReported::type)}, &session,
                   [&](const Result<std::vector<Event>>& events) {
                     ASSERT_TRUE(events) << events.error();
                     found = *events;
                   });
  ASSERT_TRUE(waitUntil([&] { return found.has_value(); }));
  std::vector<std::int64_t> counts;
  for (const Event& event : *found) counts.push_back(std::get<FigureReported>(event.body).figure.count);
  EXPECT_EQ(counts, (std::vector<std::int64_t>{1, 2, 3, 4}));
}

TEST(StationSession, SaysWhyAStationCannotBeOpened) {
  const TempFolder folder;
  StationSession session;
  std::optional<Error> error;
  QObject::connect(&session, &StationSession::openFailed, &session, [&](const Error& why) { error = why; });
  session.open(QString::fromStdString(folder / "nowhere"));
  ASSERT_TRUE(waitUntil([&] { return error.has_value(); }));
  EXPECT_EQ(error->code, ErrorCode::notFound);
}

}  // namespace
}  // namespace fengsui
