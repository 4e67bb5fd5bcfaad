// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "core/codec.h"

namespace fengsui {

namespace codec {

struct FieldGetter {
  std::string_view wanted;
  std::optional<Json> found;
  template <class V>
  void operator()(const char* name, const V& value, Shown = Shown::everywhere) {
    if (wanted == name) found = leftOut(value) ? Json() : write(value);
  }
};

struct FieldSetter {
  std::string_view wanted;
  const Json& to;
  bool found = false;
  std::optional<Fault> fault;
  template <class V>
  void operator()(const char* name, V& value, Shown = Shown::everywhere) {
    if (wanted != name) return;
    found = true;
    V fresh{};
    Fault here;
    if (to.is_null() || read(to, fresh, here))
      value = std::move(fresh);
    else
      fault = here;
  }
};

}  // namespace codec

/// The stored form of one field by name; null where it is empty. @return nothing where there is no such field.
template <class T>
[[nodiscard]] std::optional<Json> fieldOf(const T& value, std::string_view name) {
  codec::FieldGetter getter{name, std::nullopt};
  T::describe(value, getter);
  return getter.found;
}

/// Sets one field from its stored form; null empties it. @return Error::invalid, Error::notFound.
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
