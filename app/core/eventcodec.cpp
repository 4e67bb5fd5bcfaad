// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eventcodec.h"

#include <array>
#include <unordered_map>

namespace fengsui {
namespace {

template <class Body>
struct TypeName {
  static std::string text() { return std::string(Body::type); }
};
template <class Entity>
struct TypeName<Registered<Entity>> {
  static std::string text() { return std::string(nameOf(kindOf<Entity>).code) + ".registered"; }
};
template <class Entity>
struct TypeName<Revised<Entity>> {
  static std::string text() { return std::string(nameOf(kindOf<Entity>).code) + ".revised"; }
};
template <class Entity>
struct TypeName<Retired<Entity>> {
  static std::string text() { return std::string(nameOf(kindOf<Entity>).code) + ".retired"; }
};

template <class Body>
constexpr int versionOf() {
  if constexpr (requires { Body::version; })
    return Body::version;
  else
    return 1;
}

struct BodyType {
  int version = 1;
  Result<EventBody> (*decode)(const Json&) = nullptr;
};

template <class Body>
Result<EventBody> decodeAs(const Json& payload) {
  return decode<Body>(payload).map([](Body&& body) { return EventBody(std::move(body)); });
}

template <class Body>
void add(std::unordered_map<std::string, BodyType>& types) {
  if constexpr (!std::same_as<Body, UnreadableEvent> && !std::same_as<Body, AbsentEvent>)
    types.emplace(TypeName<Body>::text(), BodyType{versionOf<Body>(), &decodeAs<Body>});
}

template <class... Bodies>
std::unordered_map<std::string, BodyType> allTypes(const std::variant<Bodies...>*) {
  std::unordered_map<std::string, BodyType> types;
  (add<Bodies>(types), ...);
  return types;
}

const std::unordered_map<std::string, BodyType>& bodyTypes() {
  static const auto types = allTypes(static_cast<const EventVariant*>(nullptr));
  return types;
}

// Version 1 carried the travel time; the moment of arrival had to be computed by whoever read it.
Outcome liftTeamSent1(Json& payload) {
  if (const auto eta = payload.find("etaS"); eta != payload.end()) {
    auto& assignment = payload["assignment"];
    if (!eta->is_number_integer() || !assignment.is_object() || !assignment.contains("since") ||
        !assignment["since"].is_number_integer())
      return failure(ErrorCode::invalid, {"etaS without assignment.since", "etaS 缺少 assignment.since"});
    std::int64_t etaAt = 0;
    if (__builtin_mul_overflow(eta->get<std::int64_t>(), std::int64_t{1000}, &etaAt) ||
        __builtin_add_overflow(assignment["since"].get<std::int64_t>(), etaAt, &etaAt))
      return failure(ErrorCode::invalid, {"etaS is too large", "etaS 过大"});
    assignment["etaAt"] = etaAt;
    payload.erase("etaS");
  }
  return {};
}

constexpr std::array kUpcasters{Upcaster{TeamSent::type, 1, &liftTeamSent1}};

}  // namespace

std::span<const Upcaster> upcasters() {
  return kUpcasters;
}

StoredBody encodeBody(const EventBody& body) {
  return std::visit(
      []<class Body>(const Body& what) -> StoredBody {
        if constexpr (std::same_as<Body, UnreadableEvent> || std::same_as<Body, AbsentEvent>)
          return {what.type, 0, {}};
        else
          return {TypeName<Body>::text(), versionOf<Body>(), canonical(encode(what))};
      },
      static_cast<const EventVariant&>(body));
}

EventBody decodeBody(std::string_view type, int version, std::optional<std::string_view> payload) {
  if (!payload) return AbsentEvent{std::string(type)};
  const auto unreadable = [&](std::string why) {
    return EventBody(UnreadableEvent{std::string(type), version, std::move(why)});
  };
  const auto known = bodyTypes().find(std::string(type));
  if (known == bodyTypes().end()) return unreadable("unknown type");
  if (version < 1) return unreadable("no such version");
  if (version > known->second.version) return unreadable("newer version");
  auto json = parseJson(*payload);
  if (!json) return unreadable(json.error().message.en);
  for (int lifted = version; lifted < known->second.version; ++lifted) {
    for (const Upcaster& upcaster : upcasters())
      if (upcaster.type == type && upcaster.version == lifted)
        if (const auto done = upcaster.lift(*json); !done) return unreadable(done.error().message.en);
  }
  auto body = known->second.decode(*json);
  if (!body) return unreadable(body.error().place.field + ": " + body.error().message.en);
  return std::move(*body);
}

std::string typeOf(const EventBody& body) {
  return std::visit(
      []<class Body>(const Body& what) -> std::string {
        if constexpr (std::same_as<Body, UnreadableEvent> || std::same_as<Body, AbsentEvent>)
          return what.type;
        else
          return TypeName<Body>::text();
      },
      static_cast<const EventVariant&>(body));
}

}  // namespace fengsui
