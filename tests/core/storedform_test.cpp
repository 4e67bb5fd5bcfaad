// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <set>

#include "core/eventcodec.h"
#include "core/packed.h"
#include "core/situation.h"
#include "support/anything.h"
#include "support/property.h"

// What is stored reads back as what it was, byte for byte, whatever it holds.

namespace fengsui {
namespace {

template <class... Bodies, class F>
void forEachBody(const std::variant<Bodies...>*, F&& f) {
  const auto one = [&]<class Body>() {
    if constexpr (!std::same_as<Body, UnreadableEvent> && !std::same_as<Body, AbsentEvent>)
      f.template operator()<Body>();
  };
  (one.template operator()<Bodies>(), ...);
}
template <class F>
void forEachBody(F&& f) {
  forEachBody(static_cast<const EventVariant*>(nullptr), f);
}

TEST(StoredForm, OfEveryEntityReadsBackAsItWas) {
  forEachKind([]<class Entity>() {
    property(std::string(nameOf(kindOf<Entity>).code), 60, 100, [] {
      const auto entity = anything::any<Entity>();
      const std::string bytes = canonical(encode(entity));
      const auto back = decode<Entity>(parseJson(bytes).value());
      RC_ASSERT(back.has_value());
      RC_ASSERT(*back == entity);
      RC_ASSERT(canonical(encode(*back)) == bytes);
      RC_ASSERT(Json::from_cbor(Json::to_cbor(encode(entity))) == encode(entity));
    });
  });
}

TEST(StoredForm, OfEveryEventReadsBackAsItWas) {
  std::set<std::string> types;
  forEachBody([&]<class Body>() {
    types.insert(typeOf(EventBody(Body{})));
    property(typeOf(EventBody(Body{})), 30, 100, [] {
      const auto body = anything::any<Body>();
      const StoredBody stored = encodeBody(body);
      const EventBody back = decodeBody(stored.type, stored.version, stored.payload);
      RC_ASSERT(std::holds_alternative<Body>(back));
      RC_ASSERT(encodeBody(back).payload == stored.payload);
      RC_ASSERT(encodeBody(back).type == stored.type);
      RC_ASSERT(encode(std::get<Body>(back)) == encode(body));
    });
  });
  EXPECT_EQ(types.size(), std::variant_size_v<EventVariant> - 2) << "two events carry one type";
}

// The bytes are for ever: a station of today is read by every later program. A change here is a new version.
TEST(StoredForm, OfATeamOnItsWayIsTheseBytes) {
  TeamSent sent;
  sent.team.uuid = Uuid::parse("01890a5d-ac96-774b-bcce-b302099a8057").value();
  sent.assignment.incident.uuid = Uuid::parse("01890a5d-ac96-774b-bcce-b302099a8058").value();
  sent.assignment.destination = Position{1166400000, 403200000};
  sent.assignment.task = "转移群众";
  sent.assignment.since = Instant{1784554800000};
  sent.assignment.etaAt = Instant{1784555880000};
  sent.from = Position{1166318000, 403162000};
  const StoredBody stored = encodeBody(sent);
  EXPECT_EQ(stored.type, "team.sent");
  EXPECT_EQ(stored.version, 2);
  EXPECT_EQ(stored.payload,
            R"({"assignment":{"destination":[1166400000,403200000],"etaAt":1784555880000,)"
            R"("incident":"01890a5d-ac96-774b-bcce-b302099a8058","since":1784554800000,"task":"转移群众"},)"
            R"("from":[1166318000,403162000],"team":"01890a5d-ac96-774b-bcce-b302099a8057"})");
}

TEST(StoredForm, NamesTheFieldThatDoesNotFit) {
  const auto fault = [](const char* json) {
    const auto team = decode<Team>(parseJson(json).value());
    EXPECT_FALSE(team) << json;
    EXPECT_FALSE(team.error().message.zh.empty());
    return team ? "" : team.error().place.field;
  };
  EXPECT_EQ(fault(R"({"name":7})"), "name");
  EXPECT_EQ(fault(R"({"strength":"many"})"), "strength");
  EXPECT_EQ(fault(R"({"strength":2.5})"), "strength");
  EXPECT_EQ(fault(R"({"strength":18446744073709551615})"), "strength");
  EXPECT_EQ(fault(R"({"status":"asleep"})"), "status");
  EXPECT_EQ(fault(R"({"home":[1,2,3]})"), "home");
  EXPECT_EQ(fault(R"({"home":[1,99999999999]})"), "home");
  EXPECT_EQ(fault(R"({"capabilities":["boat",1]})"), "capabilities.[1]");
  EXPECT_EQ(fault(R"({"contacts":[{"name":"王"},{"phones":["1",2]}]})"), "contacts.[1].phones.[1]");
  EXPECT_EQ(fault(R"({"attributes":{"颜色":1}})"), "attributes.颜色");
  EXPECT_EQ(fault(R"({"id":"01890a5d"})"), "id");
  EXPECT_EQ(fault(R"([])"), "");
}

TEST(StoredForm, IgnoresWhatALaterProgramAdded) {
  const auto team = decode<Team>(Json{{"name", "甲队"}, {"mood", "good"}});
  ASSERT_TRUE(team);
  EXPECT_EQ(team->name, "甲队");
}

// ---- events that cannot be read

std::string whyUnreadable(std::string_view type, int version, const std::string& payload) {
  const EventBody body = decodeBody(type, version, payload);
  const auto* unreadable = std::get_if<UnreadableEvent>(&body);
  EXPECT_NE(unreadable, nullptr) << payload.substr(0, 80);
  if (!unreadable) return {};
  EXPECT_EQ(typeOf(body), type);
  return unreadable->why;
}

TEST(PackedForm, RefusesAnEnumValueThatNobodyKnows) {
  const auto reads = [](std::uint64_t code, auto value) {
    packed::Writer out;
    out.number(code);
    const std::string bytes = out.take();
    packed::Reader in(bytes);
    in.get(value);
    return in.done();
  };
  EXPECT_TRUE(reads(5, TeamStatus{}));
  EXPECT_TRUE(reads(2, ShapeKind{}));
  for (const std::uint64_t code : {std::uint64_t{6}, std::uint64_t{1} << 32, ~std::uint64_t{}})
    EXPECT_FALSE(reads(code, TeamStatus{})) << code;
  EXPECT_FALSE(reads(3, ShapeKind{}));
}

TEST(DecodeBody, NeverFails) {
  EXPECT_EQ(whyUnreadable("team.teleported", 1, "{}"), "unknown type");
  EXPECT_EQ(whyUnreadable("team.sent", 3, "{}"), "newer version");
  for (const int version : {0, -1, std::numeric_limits<int>::min()})
    EXPECT_EQ(whyUnreadable("team.sent", version, "{}"), "no such version");
  for (const char* payload : {"", "{", "nonsense", "[1", "{\"team\":1e999}", "\xff\xfe", "{\"team\":\"\xff\"}", "{}}"})
    EXPECT_NE(whyUnreadable("team.arrived", 1, payload), "") << payload;
  EXPECT_NE(whyUnreadable("team.arrived", 1, R"({"team":"no id"})").find("team: "), std::string::npos);
  EXPECT_NE(whyUnreadable("team.arrived", 1, "[]"), "");
  EXPECT_NE(whyUnreadable("team.arrived", 1, "null"), "");
}

TEST(DecodeBody, BearsAnyDepth) {
  for (const std::size_t depth : {65u, 100'000u, 1'000'000u}) {
    EXPECT_NE(whyUnreadable("team.arrived", 1, std::string(depth, '[')), "");
    EXPECT_NE(whyUnreadable("team.arrived", 1, std::string(depth, '[') + std::string(depth, ']')), "");
    std::string objects;
    for (std::size_t i = 0; i < depth; ++i) objects += "{\"a\":";
    EXPECT_NE(whyUnreadable("team.arrived", 1, objects), "");
  }
}

TEST(DecodeBody, KnowsAnEventWhosePayloadIsNotHere) {
  EXPECT_TRUE(std::holds_alternative<AbsentEvent>(decodeBody("team.sent", 2, std::nullopt)));
  EXPECT_EQ(typeOf(decodeBody("team.teleported", 9, std::nullopt)), "team.teleported");
}

TEST(Upcasting, ATeamSentAsVersion1IsTheSameAsVersion2) {
  property("lift(v1) == v2", 200, 100, [] {
    TeamSent sent;
    sent.team = anything::any<Id<Team>>();
    sent.assignment = anything::any<Assignment>();
    sent.assignment.since = Instant{1784554800000 + *rc::gen::inRange(0, 1000)};
    sent.from = anything::any<std::optional<Position>>();
    const int etaS = *rc::gen::inRange(0, 90'000);
    sent.assignment.etaAt = sent.assignment.since.plusMs(etaS * 1000LL);
    const StoredBody now = encodeBody(sent);
    Json old = parseJson(now.payload).value();
    old["assignment"].erase("etaAt");
    old["etaS"] = etaS;
    const EventBody lifted = decodeBody("team.sent", 1, canonical(old));
    RC_ASSERT(encodeBody(lifted).payload == now.payload);
  });
}

TEST(Upcasting, RefusesTravelTimesThatMeanNothing) {
  for (const char* payload :
       {R"({"etaS":60})", R"({"etaS":"60","assignment":{"since":1}})", R"({"etaS":60,"assignment":{"since":"1"}})",
        R"({"etaS":60,"assignment":[]})", R"({"etaS":9223372036854775807,"assignment":{"since":1}})",
        R"({"etaS":9000000000000000,"assignment":{"since":9223372036854775807}})"})
    EXPECT_NE(whyUnreadable("team.sent", 1, payload), "") << payload;
}

TEST(Upcasting, HasALiftForEveryOlderVersion) {
  forEachBody([]<class Body>() {
    if constexpr (requires { Body::version; }) {
      for (int version = 1; version < Body::version; ++version) {
        const auto lifts = [&](const Upcaster& one) { return one.type == Body::type && one.version == version; };
        EXPECT_TRUE(std::any_of(upcasters().begin(), upcasters().end(), lifts)) << Body::type << " version " << version;
      }
    }
  });
}

}  // namespace
}  // namespace fengsui
