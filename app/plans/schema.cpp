// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/schema.h"

#include <charconv>

#include "plans/plan.h"
#include "plans/planreader.h"
#include "plans/subjects.h"

namespace fengsui {
namespace {

using Ordered = nlohmann::ordered_json;

template <class T>
Ordered schemaOf();

struct FieldSchemas {
  Ordered& properties;
  template <class V>
  void operator()(const char* name, const V&) {
    properties[name] = schemaOf<V>();
  }
};

template <class T>
Ordered structSchema() {
  Ordered out{{"type", "object"}, {"additionalProperties", false}, {"properties", Ordered::object()}};
  const T value{};
  FieldSchemas fields{out["properties"]};
  T::describe(value, fields);
  Ordered required = Ordered::array();
  for (const std::string_view key : requiredKeys<T>()) required.push_back(key);
  if (!required.empty()) out["required"] = required;
  return out;
}

// YAML writes an edition such as 2026 as a number; it is a text all the same.
Ordered textSchema() {
  return {{"type", Ordered::array({"string", "number"})}, {"minLength", 1}};
}

template <class T>
Ordered enumSchema() {
  Ordered out{{"enum", Ordered::array()}};
  for (const auto& name : namesOf<T>) out["enum"].push_back(name.code);
  return out;
}

Ordered listOf(Ordered items) {
  return {{"type", "array"}, {"items", std::move(items)}};
}

template <class T>
Ordered schemaOf() {
  if constexpr (codec::isOptional<T>) {
    return schemaOf<typename T::value_type>();
  } else if constexpr (std::same_as<T, std::vector<Words>>) {
    return {{"oneOf", Ordered::array({listOf(schemaOf<Words>()), textSchema(), structSchema<Words>()})}};
  } else if constexpr (codec::isVector<T>) {
    return listOf(schemaOf<typename T::value_type>());
  } else if constexpr (codec::isMap<T>) {
    return {{"type", "object"}, {"additionalProperties", schemaOf<typename T::mapped_type>()}};
  } else if constexpr (std::same_as<T, std::string>) {
    return textSchema();
  } else if constexpr (std::same_as<T, bool>) {
    return {{"type", "boolean"}};
  } else if constexpr (std::integral<T>) {
    return {{"type", "integer"}, {"minimum", 0}, {"maximum", 1'000'000}};
  } else if constexpr (std::same_as<T, Quantity>) {
    return {{"type", "number"}, {"exclusiveMinimum", 0}};
  } else if constexpr (std::same_as<T, Expression>) {
    return {{"type", "string"}, {"minLength", 1}, {"maxLength", 2000}};
  } else if constexpr (std::same_as<T, Criteria>) {
    Ordered out{{"oneOf", Ordered::array({schemaOf<Expression>()})}};
    for (const char* match : {"any", "all"}) {
      Ordered list = listOf(schemaOf<Expression>());
      list["minItems"] = 1;
      out["oneOf"].push_back(Ordered{{"type", "object"},
                                     {"additionalProperties", false},
                                     {"required", Ordered::array({match})},
                                     {"properties", Ordered{{match, list}}}});
    }
    return out;
  } else if constexpr (std::same_as<T, ChaseTo>) {
    Ordered named = structSchema<ChaseTo>();
    named["minProperties"] = 1;
    named["maxProperties"] = 1;
    return {{"oneOf", Ordered::array({Ordered{{"enum", Ordered::array({"b", "town", "door"})}}, named})}};
  } else if constexpr (std::is_enum_v<T>) {
    return enumSchema<T>();
  } else if constexpr (std::same_as<T, Words> || std::same_as<T, Include>) {
    return {{"oneOf", Ordered::array({textSchema(), structSchema<T>()})}};
  } else {
    return structSchema<T>();
  }
}

nlohmann::json valueOf(const YamlTree& tree, std::uint32_t index) {
  const YamlNode& node = tree.at(index);
  switch (node.kind) {
    case YamlKind::nothing:
      return nullptr;
    case YamlKind::list: {
      nlohmann::json out = nlohmann::json::array();
      for (const std::uint32_t item : node.items) out.push_back(valueOf(tree, item));
      return out;
    }
    case YamlKind::map: {
      nlohmann::json out = nlohmann::json::object();
      for (const auto& [key, value] : node.entries) out[tree.at(key).text] = valueOf(tree, value);
      return out;
    }
    case YamlKind::scalar:
      break;
  }
  if (node.quoted) return node.text;
  if (node.text == "true" || node.text == "false") return node.text == "true";
  const char* end = node.text.data() + node.text.size();
  std::int64_t whole = 0;
  if (const auto [stop, fault] = std::from_chars(node.text.data(), end, whole); fault == std::errc() && stop == end)
    return whole;
  double number = 0;
  if (const auto [stop, fault] = std::from_chars(node.text.data(), end, number); fault == std::errc() && stop == end)
    return number;
  return node.text;
}

}  // namespace

nlohmann::ordered_json planSchema() {
  Ordered out{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", "Fengsui contingency plan"}};
  const Ordered plan = structSchema<Plan>();
  for (const auto& [key, value] : plan.items()) out[key] = value;
  Ordered kinds = Ordered::array();
  for (const std::string& kind : subjectKinds()) kinds.push_back(kind);
  out["properties"]["items"]["items"]["properties"]["each"] = Ordered{{"enum", kinds}};
  out["properties"]["plan"]["pattern"] = "^[a-z0-9.-]+(/.*)?$";
  out["properties"]["effective"]["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
  return out;
}

nlohmann::json jsonOf(const YamlTree& tree) {
  return valueOf(tree, tree.root);
}

}  // namespace fengsui
