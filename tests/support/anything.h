// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <rapidcheck.h>

#include "core/events.h"

// Random values of every type that describes its fields: entities, events, whatever comes to be described later.

namespace fengsui::anything {

template <class T>
T any();

inline std::string anyText() {
  return *rc::gen::element<std::string>("", "", "北沟村", "a \"quoted\" name", "多行\n文字\t", "\\ / \u0001", "🔥烽燧",
                                        "0");
}

struct Fill {
  template <class T>
  void operator()(const char*, T& value, Shown = Shown::everywhere) {
    value = any<T>();
  }
};

/// What a field of an entity may hold in stored form.
inline Json anyJson() {
  switch (*rc::gen::inRange(0, 7)) {
    case 0:
      return Json();
    case 1:
      return anyText();
    case 2:
      return *rc::gen::arbitrary<std::int64_t>();
    case 3:
      return *rc::gen::arbitrary<bool>();
    case 4:
      return Json::array({1166318000, 403162000});
    case 5:
      return Json{{"甲", anyText()}, {"b", 1}};
    default:
      return Json::array({Json{{"role", "A"}, {"phones", {"010-1234"}}}});
  }
}

inline Shape anyShape() {
  Shape shape;
  shape.kind = *rc::gen::element(ShapeKind::point, ShapeKind::line, ShapeKind::area);
  if (shape.kind == ShapeKind::point) shape.points = any<std::vector<Position>>();
  if (shape.kind == ShapeKind::line) shape.lines = any<std::vector<Line>>();
  if (shape.kind == ShapeKind::area) shape.areas = any<std::vector<Polygon>>();
  return shape;
}

template <class T>
T any() {
  if constexpr (codec::isOptional<T>) {
    return *rc::gen::arbitrary<bool>() ? T(any<typename T::value_type>()) : T();
  } else if constexpr (codec::isVector<T>) {
    T list(static_cast<std::size_t>(*rc::gen::inRange(0, 3)));
    for (auto& item : list) item = any<typename T::value_type>();
    return list;
  } else if constexpr (codec::isMap<T>) {
    T map;
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i) map[anyText()] = any<typename T::mapped_type>();
    return map;
  } else if constexpr (codec::isId<T>) {
    return T{any<Uuid>()};
  } else if constexpr (std::same_as<T, Uuid>) {
    return Uuid{*rc::gen::arbitrary<std::array<std::uint8_t, 16>>()};
  } else if constexpr (std::same_as<T, Instant>) {
    return Instant{any<std::int64_t>()};
  } else if constexpr (std::same_as<T, Quantity>) {
    return Quantity{any<std::int64_t>()};
  } else if constexpr (std::same_as<T, Position>) {
    return Position{*rc::gen::arbitrary<std::int32_t>(), *rc::gen::arbitrary<std::int32_t>()};
  } else if constexpr (std::same_as<T, Shape>) {
    return anyShape();
  } else if constexpr (std::same_as<T, Json>) {
    return anyJson();
  } else if constexpr (std::same_as<T, std::string>) {
    return anyText();
  } else if constexpr (std::is_enum_v<T>) {
    return namesOf<T>[*rc::gen::inRange<std::size_t>(0, std::size(namesOf<T>))].value;
  } else if constexpr (std::is_arithmetic_v<T>) {
    return *rc::gen::arbitrary<T>();
  } else {
    T value{};
    Fill fill;
    T::describe(value, fill);
    return value;
  }
}

}  // namespace fengsui::anything
