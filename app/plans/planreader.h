// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <charconv>
#include <concepts>
#include <set>
#include <string>
#include <vector>

#include "core/codec.h"
#include "plans/loader.h"
#include "plans/nearest.h"
#include "plans/yamltree.h"

namespace fengsui {

/// The keys of a type that may not be left out.
template <class T>
inline std::vector<std::string_view> requiredKeys() {
  if constexpr (std::same_as<T, AnswerField>)
    return {"id", "zh"};
  else if constexpr (requires { T::required; })
    return {T::required.begin(), T::required.end()};
  else
    return {};
}

/// The names of all keys of a type, in the order of its description.
struct KeyNames {
  std::vector<std::string> names;
  template <class T>
  void operator()(const char* name, const T&) {
    names.emplace_back(name);
  }
};

template <class T>
[[nodiscard]] std::vector<std::string> keysOf() {
  const T value{};
  KeyNames keys;
  T::describe(value, keys);
  return keys.names;
}

/// Fills described types from a YAML tree, goes on after an error, and remembers where everything stood.
class PlanReader {
 public:
  PlanReader(const YamlTree& tree, SourceMap& map, PlanErrors& errors) : tree_(tree), map_(map), errors_(errors) {}

  template <class T>
  void read(const YamlNode& node, T& value);

  [[nodiscard]] bool full() const { return errors_.size() >= kPlanErrorsAtMost; }

 private:
  template <class T>
  struct Fields;

  void wrong(const YamlNode& node, Text message, Text remedy = {});
  /// "…, found X" with the node's content as the value.
  void unexpected(const YamlNode& node, const Text& wanted, Text remedy = {});

  void readText(const YamlNode& node, std::string& value);
  void readBool(const YamlNode& node, bool& value);
  void readInt(const YamlNode& node, int& value);
  void readQuantity(const YamlNode& node, Quantity& value);
  void readExpression(const YamlNode& node, Expression& value);
  void readCriteria(const YamlNode& node, Criteria& value);
  void readChaseTo(const YamlNode& node, ChaseTo& value);

  template <class T>
  void readList(const YamlNode& node, std::vector<T>& value);
  template <class T>
  void readMap(const YamlNode& node, std::map<std::string, T>& value);
  template <class T>
  void readEnum(const YamlNode& node, T& value);
  template <class T>
  void readStruct(const YamlNode& node, T& value);

  template <class F>
  void within(const std::string& step, const YamlNode& key, const YamlNode& node, F&& f) {
    const std::string before = path_;
    path_ += step;
    const YamlNode& where = node.kind == YamlKind::scalar ? node : key;
    map_.places.emplace(path_, std::pair(where.line, where.column));
    f();
    path_ = before;
  }

  const YamlTree& tree_;
  SourceMap& map_;
  PlanErrors& errors_;
  std::string path_;
  bool overFields_ = false;
};

template <class T>
struct PlanReader::Fields {
  PlanReader& reader;
  const YamlNode& map;
  std::set<std::string, std::less<>> seen;

  template <class V>
  void operator()(const char* name, V& value) {
    for (const auto& [keyAt, valueAt] : map.entries) {
      const YamlNode& key = reader.tree_.at(keyAt);
      if (key.text != name) continue;
      const YamlNode& node = reader.tree_.at(valueAt);
      seen.insert(key.text);
      reader.within((reader.path_.empty() ? "" : ".") + key.text, key, node, [&] {
        reader.overFields_ = key.text == "where";
        reader.read(node, value);
        reader.overFields_ = false;
      });
    }
  }
};

template <class T>
void PlanReader::readList(const YamlNode& node, std::vector<T>& value) {
  value.clear();
  // One text stands for a list of one.
  if constexpr (std::same_as<T, Words>) {
    if (node.kind == YamlKind::scalar || node.kind == YamlKind::map) {
      read(node, value.emplace_back());
      return;
    }
  }
  if (node.kind != YamlKind::list)
    return unexpected(node, {"a list is wanted", "应为列表"}, {"write [one, two]", "写法：[甲, 乙]"});
  for (const std::uint32_t index : node.items) {
    const YamlNode& item = tree_.at(index);
    within('[' + std::to_string(value.size()) + ']', item, item, [&] { read(item, value.emplace_back()); });
    if (full()) return;
  }
}

template <class T>
void PlanReader::readMap(const YamlNode& node, std::map<std::string, T>& value) {
  if (node.kind != YamlKind::map) return unexpected(node, {"a map is wanted", "应为映射"});
  for (const auto& [keyAt, valueAt] : node.entries) {
    const YamlNode& key = tree_.at(keyAt);
    const YamlNode& item = tree_.at(valueAt);
    within('.' + key.text, key, item, [&] { read(item, value[key.text]); });
  }
}

template <class T>
void PlanReader::readEnum(const YamlNode& node, T& value) {
  std::vector<std::string> known;
  for (const auto& name : namesOf<T>) known.emplace_back(name.code);
  if (node.kind == YamlKind::scalar)
    if (const auto found = fromCode<T>(node.text)) {
      value = *found;
      return;
    }
  const std::string close = node.kind == YamlKind::scalar ? nearest(node.text, known) : std::string();
  unexpected(node, {"one of " + listed(known) + " is wanted", "应为以下之一：" + listed(known)},
             close.empty() ? Text{} : Text{"did you mean " + close + "?", "是否应为 " + close + "？"});
}

template <class T>
void PlanReader::readStruct(const YamlNode& node, T& value) {
  if (node.kind != YamlKind::map) {
    const std::vector<std::string> keys = keysOf<T>();
    return unexpected(node, {"a map is wanted", "应为映射"},
                      {"its keys: " + listed(keys) + "; a text that begins with { needs quotes",
                       "可用的键：" + listed(keys) + "；以 { 开头的文字要加引号"});
  }
  Fields<T> fields{*this, node, {}};
  T::describe(value, fields);
  for (const auto& [keyAt, valueAt] : node.entries) {
    const YamlNode& key = tree_.at(keyAt);
    if (full()) return;
    if (fields.seen.contains(key.text)) continue;
    const std::vector<std::string> known = keysOf<T>();
    const std::string close = nearest(key.text, known);
    if (tree_.at(valueAt).kind == YamlKind::nothing) {
      wrong(key, {"\"" + key.text + "\" stands alone", "“" + key.text + "”后面没有值"},
            {"a text with a comma inside {…} needs quotes", "{…} 之内含逗号的文字要加引号"});
      continue;
    }
    wrong(key, {"unknown key \"" + key.text + "\"", "未知的键“" + key.text + "”"},
          close.empty() ? Text{"known keys: " + listed(known), "可用的键：" + listed(known)}
                        : Text{"did you mean " + close + "? known keys: " + listed(known),
                               "是否应为 " + close + "？可用的键：" + listed(known)});
  }
  for (const std::string_view key : requiredKeys<T>())
    if (!fields.seen.contains(key) && !full())
      wrong(node, {"the key \"" + std::string(key) + "\" is missing", "缺少键“" + std::string(key) + "”"});
}

template <class T>
void PlanReader::read(const YamlNode& node, T& value) {
  if (full()) return;
  if (node.kind == YamlKind::nothing)
    return wrong(node, {"nothing stands here", "此处为空"},
                 {"write a value, or leave the key out", "请填写，或删去这个键"});
  if constexpr (codec::isOptional<T>) {
    read(node, value.emplace());
  } else if constexpr (codec::isVector<T>) {
    readList(node, value);
  } else if constexpr (codec::isMap<T>) {
    readMap(node, value);
  } else if constexpr (std::same_as<T, std::string>) {
    readText(node, value);
  } else if constexpr (std::same_as<T, bool>) {
    readBool(node, value);
  } else if constexpr (std::integral<T>) {
    int whole = 0;
    readInt(node, whole);
    value = whole;
  } else if constexpr (std::same_as<T, Quantity>) {
    readQuantity(node, value);
  } else if constexpr (std::same_as<T, Expression>) {
    readExpression(node, value);
  } else if constexpr (std::same_as<T, Criteria>) {
    readCriteria(node, value);
  } else if constexpr (std::same_as<T, ChaseTo>) {
    readChaseTo(node, value);
  } else if constexpr (std::is_enum_v<T>) {
    readEnum(node, value);
  } else if constexpr (std::same_as<T, Words>) {
    if (node.kind == YamlKind::scalar)
      readText(node, value.zh);
    else
      readStruct(node, value);
  } else if constexpr (std::same_as<T, Include>) {
    if (node.kind == YamlKind::scalar)
      readText(node, value.plan);
    else
      readStruct(node, value);
  } else if constexpr (std::same_as<T, Title>) {
    if (node.kind == YamlKind::map) return readStruct(node, value);
    unexpected(node, {"a title in both languages is wanted", "标题须有中英文"},
               {"write {zh: 中文, en: English}", "写法：{zh: 中文, en: English}"});
  } else {
    readStruct(node, value);
  }
}

}  // namespace fengsui
