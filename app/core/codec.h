// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "core/entities/kind.h"
#include "core/geo.h"
#include "core/quantity.h"
#include "core/result.h"
#include "core/time.h"
#include "core/uuid.h"

namespace fengsui {

using Json = nlohmann::json;

/// Types that name their fields once, in `describe(self, field)`: stored form, import, export and publication
/// are all derived from it.
///
/// Stored form: an object with the field names; enums as their code, ids as text, moments as UTC milliseconds,
/// positions as [lonE7, latE7], quantities as thousandths. Empty optionals, texts and lists are left out; what is left
/// out reads as the default. Keys are sorted, so equal values have equal bytes.
/// Errors: Error::invalid with the path of the field that does not fit.
template <class T>
concept Described = requires(T& value, int& field) {
  &T::template describe<T, int>;
};

namespace codec {

struct Fault {
  std::string path;
  Text message;
};

template <class T>
Json write(const T& value);
template <class T>
bool read(const Json& in, T& value, Fault& fault);

template <class T>
inline constexpr bool isOptional = false;
template <class T>
inline constexpr bool isOptional<std::optional<T>> = true;
template <class T>
inline constexpr bool isVector = false;
template <class T>
inline constexpr bool isVector<std::vector<T>> = true;
template <class T>
inline constexpr bool isId = false;
template <class T>
inline constexpr bool isId<Id<T>> = true;
template <class T>
inline constexpr bool isMap = false;
template <class T>
inline constexpr bool isMap<std::map<std::string, T>> = true;

template <class T>
[[nodiscard]] bool leftOut(const T& value) {
  if constexpr (isOptional<T>)
    return !value.has_value();
  else if constexpr (isVector<T> || isMap<T> || std::same_as<T, std::string>)
    return value.empty();
  else
    return false;
}

[[nodiscard]] Json writeShape(const Shape& shape);
[[nodiscard]] bool readShape(const Json& in, Shape& shape, Fault& fault);

struct Writer {
  Json& out;
  template <class T>
  void operator()(const char* name, const T& value, Shown = Shown::everywhere) {
    if (!leftOut(value)) out[name] = write(value);
  }
};

struct Reader {
  const Json& in;
  Fault& fault;
  bool good = true;
  template <class T>
  void operator()(const char* name, T& value, Shown = Shown::everywhere) {
    if (!good) return;
    const auto at = in.find(name);
    if (at == in.end()) return;
    if (!read(*at, value, fault)) {
      fault.path = fault.path.empty() ? name : std::string(name) + '.' + fault.path;
      good = false;
    }
  }
};

inline bool wrong(Fault& fault, std::string en, std::string zh) {
  fault.message = {std::move(en), std::move(zh)};
  return false;
}

template <class T>
Json write(const T& value) {
  if constexpr (isOptional<T>) {
    return value ? write(*value) : Json();
  } else if constexpr (isVector<T>) {
    Json out = Json::array();
    for (const auto& item : value) out.push_back(write(item));
    return out;
  } else if constexpr (isMap<T>) {
    Json out = Json::object();
    for (const auto& [name, item] : value) out[name] = write(item);
    return out;
  } else if constexpr (isId<T>) {
    return value.uuid.text();
  } else if constexpr (std::same_as<T, Uuid>) {
    return value.text();
  } else if constexpr (std::same_as<T, Instant>) {
    return value.ms;
  } else if constexpr (std::same_as<T, Quantity>) {
    return value.milli;
  } else if constexpr (std::same_as<T, Position>) {
    return Json::array({value.lonE7, value.latE7});
  } else if constexpr (std::same_as<T, Shape>) {
    return writeShape(value);
  } else if constexpr (std::is_enum_v<T>) {
    return nameOf(value).code;
  } else if constexpr (std::same_as<T, Json> || std::same_as<T, std::string> || std::is_arithmetic_v<T>) {
    return value;
  } else {
    Json out = Json::object();
    Writer writer{out};
    T::describe(value, writer);
    return out;
  }
}

template <class T>
bool read(const Json& in, T& value, Fault& fault) {
  if constexpr (isOptional<T>) {
    if (in.is_null()) {
      value.reset();
      return true;
    }
    return read(in, value.emplace(), fault);
  } else if constexpr (isVector<T>) {
    if (!in.is_array()) return wrong(fault, "a list is wanted", "应为列表");
    value.clear();
    for (const auto& item : in) {
      if (!read(item, value.emplace_back(), fault)) {
        fault.path = '[' + std::to_string(value.size() - 1) + "]" + (fault.path.empty() ? "" : '.' + fault.path);
        return false;
      }
    }
    return true;
  } else if constexpr (isMap<T>) {
    if (!in.is_object()) return wrong(fault, "an object is wanted", "应为对象");
    value.clear();
    for (const auto& [name, item] : in.items()) {
      if (!read(item, value[name], fault)) {
        fault.path = name + (fault.path.empty() ? "" : '.' + fault.path);
        return false;
      }
    }
    return true;
  } else if constexpr (isId<T>) {
    return read(in, value.uuid, fault);
  } else if constexpr (std::same_as<T, Uuid>) {
    if (in.is_string())
      if (const auto uuid = Uuid::parse(in.get_ref<const std::string&>())) {
        value = *uuid;
        return true;
      }
    return wrong(fault, "an id is wanted", "应为标识号");
  } else if constexpr (std::same_as<T, Instant>) {
    return read(in, value.ms, fault);
  } else if constexpr (std::same_as<T, Quantity>) {
    return read(in, value.milli, fault);
  } else if constexpr (std::same_as<T, Position>) {
    if (!in.is_array() || in.size() != 2)
      return wrong(fault, "[lon, lat] in 1e-7 degree is wanted", "应为 [经度, 纬度]（1e-7 度）");
    return read(in[0], value.lonE7, fault) && read(in[1], value.latE7, fault);
  } else if constexpr (std::same_as<T, Shape>) {
    return readShape(in, value, fault);
  } else if constexpr (std::is_enum_v<T>) {
    if (in.is_string())
      if (const auto known = fromCode<T>(in.get_ref<const std::string&>())) {
        value = *known;
        return true;
      }
    return wrong(fault, in.dump(-1, ' ', false, Json::error_handler_t::replace) + " is not one of the known values",
                 in.dump(-1, ' ', false, Json::error_handler_t::replace) + " 不在可选值之内");
  } else if constexpr (std::same_as<T, Json>) {
    value = in;
    return true;
  } else if constexpr (std::same_as<T, bool>) {
    if (!in.is_boolean()) return wrong(fault, "true or false is wanted", "应为 true 或 false");
    value = in.get<bool>();
    return true;
  } else if constexpr (std::is_integral_v<T>) {
    if (!in.is_number_integer()) return wrong(fault, "a whole number is wanted", "应为整数");
    if (in.is_number_unsigned()) {
      const auto number = in.get<std::uint64_t>();
      if (!std::in_range<T>(number)) return wrong(fault, "the number is too large", "数值过大");
      value = static_cast<T>(number);
    } else {
      const auto number = in.get<std::int64_t>();
      if (!std::in_range<T>(number)) return wrong(fault, "the number is out of range", "数值超出范围");
      value = static_cast<T>(number);
    }
    return true;
  } else if constexpr (std::same_as<T, std::string>) {
    if (!in.is_string()) return wrong(fault, "a text is wanted", "应为文本");
    value = in.get<std::string>();
    return true;
  } else {
    if (!in.is_object()) return wrong(fault, "an object is wanted", "应为对象");
    Reader reader{in, fault};
    T::describe(value, reader);
    return reader.good;
  }
}

}  // namespace codec

template <class T>
[[nodiscard]] Json encode(const T& value) {
  return codec::write(value);
}

template <class T>
[[nodiscard]] Result<T> decode(const Json& in) {
  T value{};
  codec::Fault fault;
  if (codec::read(in, value, fault)) return value;
  Error error{ErrorCode::invalid, std::move(fault.message), {}, {}};
  error.place.field = std::move(fault.path);
  return tl::unexpected<Error>(std::move(error));
}

/// The bytes that are stored and hashed: no spaces, sorted keys, UTF-8; what is not UTF-8 is replaced.
[[nodiscard]] std::string canonical(const Json& json);

/// Parses UTF-8 JSON of at most 64 levels. @return Error::invalid with the byte at which it stops making sense.
[[nodiscard]] Result<Json> parseJson(std::string_view text);

}  // namespace fengsui
