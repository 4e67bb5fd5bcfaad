// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/situation.h"

#include "core/packed.h"

namespace fengsui {
namespace {

std::string keyOf(Kind kind) {
  return std::string(nameOf(kind).code);
}

}  // namespace

Json situationToJson(const Situation& s) {
  Json out{{"station", encode(s.station)}, {"events", s.eventCount}};
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

std::string packSituation(const Situation& s) {
  packed::Writer out;
  out.put(s.station);
  out.number(s.lastHlc);
  out.put(s.lastOrigin);
  out.number(s.lastSequence);
  out.number(s.eventCount);
  forEachKind([&]<class Entity>() {
    out.number(s.all<Entity>().size());
    s.all<Entity>().forEach([&](const Uuid&, const Entity& entity) { out.put(entity); });
  });
  out.number(s.undone.size());
  s.undone.forEach([&](const EventRef& ref, bool) { out.put(ref); });
  return out.take();
}

Result<Situation> unpackSituation(std::string_view bytes) {
  packed::Reader in(bytes);
  Situation s;
  in.get(s.station);
  s.lastHlc = in.number();
  in.get(s.lastOrigin);
  s.lastSequence = in.number();
  s.eventCount = in.number();
  forEachKind([&]<class Entity>() {
    const auto size = in.number();
    for (std::uint64_t i = 0; i < size && in.good(); ++i) {
      Entity entity;
      in.get(entity);
      Uuid id;
      if constexpr (std::same_as<Entity, Conflict>)
        id = entity.id;
      else
        id = entity.id.uuid;
      s.all<Entity>().set(id, std::move(entity));
    }
  });
  const auto undone = in.number();
  for (std::uint64_t i = 0; i < undone && in.good(); ++i) {
    EventRef ref;
    in.get(ref);
    s.undone.set(ref, true);
  }
  if (!in.done()) return failure(ErrorCode::damaged, {"not a situation", "不是态势数据"});
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
