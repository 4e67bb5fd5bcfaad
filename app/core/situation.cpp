// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/situation.h"

namespace fengsui {
namespace {

struct Position0 {  // where the fold stands
  std::uint64_t hlc = 0;
  Uuid origin;
  std::uint64_t sequence = 0;
  std::uint64_t events = 0;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("hlc", self.hlc);
    field("origin", self.origin);
    field("sequence", self.sequence);
    field("events", self.events);
  }
};

std::string keyOf(Kind kind) { return std::string(nameOf(kind).code); }

}  // namespace

Json situationToJson(const Situation& s) {
  Json out = Json::object();
  out["station"] = encode(s.station);
  out["at"] = encode(Position0{s.lastHlc, s.lastOrigin, s.lastSequence, s.eventCount});
  forEachKind([&]<class Entity>() {
    Json list = Json::array();
    s.all<Entity>().forEach([&](const Uuid&, const Entity& entity) { list.push_back(encode(entity)); });
    out[keyOf(kindOf<Entity>)] = std::move(list);
  });
  Json undone = Json::array();
  s.undone.forEach([&](const EventRef& ref, bool) { undone.push_back(encode(ref)); });
  out["undone"] = std::move(undone);
  return out;
}

Result<Situation> situationFromJson(const Json& json) {
  Situation s;
  const auto section = [&](const std::string& name) -> const Json& {
    static const Json none;
    const auto at = json.find(name);
    return at == json.end() ? none : *at;
  };
  if (!json.is_object()) return failure(ErrorCode::damaged, {"not a situation", "不是态势数据"});
  auto station = decode<StationFacts>(section("station"));
  if (!station) return failure(station.error());
  s.station = std::move(*station);
  const auto at = decode<Position0>(section("at"));
  if (!at) return failure(at.error());
  s.lastHlc = at->hlc;
  s.lastOrigin = at->origin;
  s.lastSequence = at->sequence;
  s.eventCount = at->events;
  std::optional<Error> error;
  forEachKind([&]<class Entity>() {
    for (const Json& item : section(keyOf(kindOf<Entity>))) {
      auto entity = decode<Entity>(item);
      if (!entity) {
        error = entity.error();
        return;
      }
      Uuid id;
      if constexpr (std::same_as<Entity, Conflict>)
        id = entity->id;
      else
        id = entity->id.uuid;
      s.all<Entity>().set(id, std::move(*entity));
    }
  });
  for (const Json& item : section("undone")) {
    auto ref = decode<EventRef>(item);
    if (!ref) return failure(ref.error());
    s.undone.set(*ref, true);
  }
  if (error) return failure(*error);
  return s;
}

Digest hashOf(const Situation& s) {
  // The hash of the hashes: nothing larger than one entity is ever in memory as text.
  std::string digests;
  const auto add = [&](const std::string& bytes) {
    const Digest digest = blake2b(bytes);
    digests.append(reinterpret_cast<const char*>(digest.data()), digest.size());
  };
  add(canonical(encode(s.station)));
  forEachKind([&]<class Entity>() {
    add(keyOf(kindOf<Entity>));
    s.all<Entity>().forEach([&](const Uuid&, const Entity& entity) { add(canonical(encode(entity))); });
  });
  s.undone.forEach([&](const EventRef& ref, bool) { add(canonical(encode(ref))); });
  return blake2b(digests);
}

}  // namespace fengsui
