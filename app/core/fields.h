// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "core/codec.h"

namespace fengsui {

namespace codec {

/// The key that "field.key" asks of a map; nothing where another field is meant.
[[nodiscard]] inline std::optional<std::string> keyWithin(std::string_view wanted, std::string_view name) {
  if (wanted.size() <= name.size() || !wanted.starts_with(name) || wanted[name.size()] != '.') return std::nullopt;
  return std::string(wanted.substr(name.size() + 1));
}

struct FieldGetter {
  std::string_view wanted;
  std::optional<Json> found;
  template <class V>
  void operator()(const char* name, const V& value, Shown = Shown::everywhere) {
    if (wanted == name) found = leftOut(value) ? Json() : write(value);
    if constexpr (isMap<V>) {
      if (const auto key = keyWithin(wanted, name)) {
        const auto at = value.find(*key);
        found = at == value.end() ? Json() : write(at->second);
      }
    }
  }
};

struct FieldSetter {
  std::string_view wanted;
  const Json& to;
  bool found = false;
  std::optional<Fault> fault;
  template <class V>
  void operator()(const char* name, V& value, Shown = Shown::everywhere) {
    if constexpr (isMap<V>) {
      if (const auto key = keyWithin(wanted, name)) return setEntry(value, *key);
    }
    if (wanted != name) return;
    found = true;
    V fresh{};
    Fault here;
    if (to.is_null() || read(to, fresh, here))
      value = std::move(fresh);
    else
      fault = here;
  }

 private:
  template <class Map>
  void setEntry(Map& map, const std::string& key) {
    found = true;
    if (to.is_null()) {
      map.erase(key);
      return;
    }
    typename Map::mapped_type fresh{};
    Fault here;
    if (read(to, fresh, here))
      map[key] = std::move(fresh);
    else
      fault = here;
  }
};

}  // namespace codec

/// The stored form of one field by name, or of one entry of a map by "field.key"; null where it is empty. @return
/// nothing where there is no such field.
template <class T>
[[nodiscard]] std::optional<Json> fieldOf(const T& value, std::string_view name) {
  codec::FieldGetter getter{name, std::nullopt};
  T::describe(value, getter);
  return getter.found;
}

/// Sets one field, or one entry of a map, from its stored form; null empties it. @return Error::invalid,
/// Error::notFound.
template <class T>
[[nodiscard]] Outcome setField(T& value, std::string_view name, const Json& to) {
  codec::FieldSetter setter{name, to, false, std::nullopt};
  T::describe(value, setter);
  if (setter.found && !setter.fault) return {};
  Error error{setter.found ? ErrorCode::invalid : ErrorCode::notFound,
              setter.found ? setter.fault->message : Text{"there is no such field", "没有这个字段"},
              {},
              {}};
  error.place.field = name;
  error.place.value = to.is_string() ? to.get<std::string>() : canonical(to);
  return failure(std::move(error));
}

}  // namespace fengsui
