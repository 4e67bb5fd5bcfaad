// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/fields.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fengsui::protocol {

namespace {

template <class T>
struct Named {
  T value;
  const char* name;
};

constexpr std::array laneNames{Named<Lane>{Lane::view, "view"}, Named<Lane>{Lane::labels, "labels"},
                               Named<Lane>{Lane::tile, "tile"}};
constexpr std::array labelsNames{Named<Labels>{Labels::with, "with"}, Named<Labels>{Labels::without, "without"},
                                 Named<Labels>{Labels::only, "only"}};
constexpr std::array codeNames{Named<ErrorCode>{ErrorCode::refused, "refused"},
                               Named<ErrorCode>{ErrorCode::invalid, "invalid"},
                               Named<ErrorCode>{ErrorCode::notFound, "notFound"},
                               Named<ErrorCode>{ErrorCode::ambiguous, "ambiguous"},
                               Named<ErrorCode>{ErrorCode::unreadable, "unreadable"},
                               Named<ErrorCode>{ErrorCode::damaged, "damaged"},
                               Named<ErrorCode>{ErrorCode::newerFormat, "newerFormat"},
                               Named<ErrorCode>{ErrorCode::full, "full"},
                               Named<ErrorCode>{ErrorCode::busy, "busy"},
                               Named<ErrorCode>{ErrorCode::io, "io"}};

template <class Table, class T>
const char* nameIn(const Table& table, T value) {
  for (const auto& entry : table) {
    if (entry.value == value) return entry.name;
  }
  return table.front().name;
}

template <class Table>
auto valueIn(const Table& table, const std::string& name) -> std::optional<decltype(table.front().value)> {
  for (const auto& entry : table) {
    if (name == entry.name) return entry.value;
  }
  return std::nullopt;
}

// Twice the world in EPSG:3857: views may hang over its edge.
constexpr double farthestM = 1e8;

}  // namespace

const char* laneName(Lane lane) {
  return nameIn(laneNames, lane);
}
const char* labelsName(Labels labels) {
  return nameIn(labelsNames, labels);
}
const char* errorCodeName(ErrorCode code) {
  return nameIn(codeNames, code);
}

Json jsonOf(const Text& text) {
  return {{"en", text.en}, {"zh", text.zh}};
}

Json jsonOf(const Extent& extent) {
  return Json::array({extent.xMin, extent.yMin, extent.xMax, extent.yMax});
}

Json jsonOf(const Error& error) {
  Json out{{"code", errorCodeName(error.code)}, {"message", jsonOf(error.message)}};
  if (!error.remedy.empty()) out["remedy"] = jsonOf(error.remedy);
  if (!error.place.file.empty()) out["file"] = error.place.file;
  return out;
}

FieldReader::FieldReader(const Json& object, std::string path) : object_(&object), path_(std::move(path)) {
  if (!object.is_object()) wrong("", {"is not an object", "不是对象"});
}

void FieldReader::wrong(const char* name, Text why) {
  if (fault_) return;
  const std::string field = path_.empty() || *name == '\0' ? path_ + name : path_ + "." + name;
  fault_ = Error{ErrorCode::invalid,
                 {"a message of the map engine protocol is wrong: " + field + " " + why.en,
                  "地图引擎协议消息有误：" + field + " " + why.zh},
                 {},
                 {.file = {}, .line = 0, .column = 0, .field = field, .value = {}}};
}

void FieldReader::adopt(const FieldReader& inner) {
  if (!fault_) fault_ = inner.fault_;
}

bool FieldReader::has(const char* name) const {
  return object_->is_object() && object_->contains(name);
}

const Json* FieldReader::find(const char* name) {
  if (!object_->is_object()) return nullptr;
  const auto found = object_->find(name);
  if (found == object_->end()) {
    wrong(name, {"is missing", "缺失"});
    return nullptr;
  }
  return &*found;
}

std::string FieldReader::text(const char* name, std::size_t maxBytes) {
  const Json* value = find(name);
  if (!value) return {};
  if (!value->is_string()) {
    wrong(name, {"is not a text", "不是文本"});
    return {};
  }
  const auto& string = value->get_ref<const std::string&>();
  if (string.size() > maxBytes) {
    wrong(name, {"is too long", "过长"});
    return {};
  }
  return string;
}

bool FieldReader::flag(const char* name) {
  const Json* value = find(name);
  if (!value) return false;
  if (!value->is_boolean()) wrong(name, {"is not true or false", "不是布尔值"});
  return value->is_boolean() && value->get<bool>();
}

std::uint64_t FieldReader::count(const char* name) {
  const Json* value = find(name);
  if (!value) return 0;
  // A positive number written by a program that only has signed ones is fine too.
  if (value->is_number_unsigned()) return value->get<std::uint64_t>();
  if (value->is_number_integer() && value->get<std::int64_t>() >= 0) return value->get<std::uint64_t>();
  wrong(name, {"is not a whole number from 0", "不是非负整数"});
  return 0;
}

int FieldReader::integer(const char* name, int min, int max) {
  const auto value = number(name, min, max);
  if (value != std::floor(value)) wrong(name, {"is not a whole number", "不是整数"});
  return fault_ ? 0 : static_cast<int>(value);
}

double FieldReader::number(const char* name, double min, double max) {
  const Json* value = find(name);
  if (!value) return 0;
  const double read = value->is_number() ? value->get<double>() : std::nan("");
  if (!(read >= min && read <= max)) {
    const auto from = Json(min).dump();
    const auto to = Json(max).dump();
    wrong(name, {"is not a number from " + from + " to " + to, "不是 " + from + " 到 " + to + " 之间的数"});
    return 0;
  }
  return read;
}

std::vector<std::string> FieldReader::texts(const char* name) {
  const Json* value = find(name);
  std::vector<std::string> out;
  if (!value) return out;
  if (!value->is_array()) {
    wrong(name, {"is not a list", "不是列表"});
    return out;
  }
  for (const Json& item : *value) {
    if (!item.is_string()) {
      wrong(name, {"has an entry that is not a text", "中有非文本项"});
      return {};
    }
    out.push_back(item.get<std::string>());
  }
  return out;
}

std::vector<std::vector<int>> FieldReader::numberLists(const char* name, std::size_t group) {
  constexpr int kFarthest = 16'384;
  const Json* value = find(name);
  std::vector<std::vector<int>> lists;
  if (!value) return lists;
  const auto good = [&](const Json& list) {
    return list.is_array() && list.size() % group == 0 && std::all_of(list.begin(), list.end(), [](const Json& n) {
             return n.is_number_integer() && std::abs(n.get<double>()) <= kFarthest;
           });
  };
  if (!value->is_array() || !std::all_of(value->begin(), value->end(), good)) {
    wrong(name, {"is not lists of whole numbers", "不是整数列表"});
    return lists;
  }
  for (const Json& list : *value) lists.push_back(list.get<std::vector<int>>());
  return lists;
}

Text FieldReader::bilingual(const char* name) {
  const Json* value = find(name);
  if (!value) return {};
  FieldReader inner(*value, path_.empty() ? name : path_ + "." + name);
  Text out{inner.text("en"), inner.text("zh")};
  adopt(inner);
  return out;
}

Extent FieldReader::extent(const char* name) {
  const Json* value = find(name);
  if (!value) return {};
  const bool fourNumbers =
      value->is_array() && value->size() == 4 && std::all_of(value->begin(), value->end(), [](const Json& n) {
        return n.is_number() && std::abs(n.get<double>()) <= farthestM;
      });
  if (!fourNumbers) {
    wrong(name,
          {"is not [xMin, yMin, xMax, yMax] in metres of EPSG:3857", "不是 EPSG:3857 米制的 [xMin, yMin, xMax, yMax]"});
    return {};
  }
  return {(*value)[0], (*value)[1], (*value)[2], (*value)[3]};
}

Lane FieldReader::lane(const char* name) {
  const auto found = valueIn(laneNames, text(name));
  if (!found) wrong(name, {"is not view, labels or tile", "不是 view、labels 或 tile"});
  return found.value_or(Lane::view);
}

Labels FieldReader::labels(const char* name) {
  const auto found = valueIn(labelsNames, text(name));
  if (!found) wrong(name, {"is not with, without or only", "不是 with、without 或 only"});
  return found.value_or(Labels::with);
}

Error FieldReader::error(const char* name) {
  const Json* value = find(name);
  if (!value) return {};
  FieldReader inner(*value, path_.empty() ? name : path_ + "." + name);
  Error out;
  const auto code = valueIn(codeNames, inner.text("code"));
  if (!code) inner.wrong("code", {"is not known", "未知"});
  out.code = code.value_or(ErrorCode::io);
  out.message = inner.bilingual("message");
  if (inner.has("remedy")) out.remedy = inner.bilingual("remedy");
  if (inner.has("file")) out.place.file = inner.text("file");
  adopt(inner);
  return out;
}

std::vector<FieldReader> FieldReader::objects(const char* name) {
  const Json* value = find(name);
  std::vector<FieldReader> out;
  if (!value) return out;
  if (!value->is_array()) {
    wrong(name, {"is not a list", "不是列表"});
    return out;
  }
  const std::string path = path_.empty() ? name : path_ + "." + name;
  for (std::size_t i = 0; i < value->size(); ++i) {
    out.emplace_back((*value)[i], path + "[" + std::to_string(i) + "]");
    adopt(out.back());
  }
  return out;
}

}  // namespace fengsui::protocol
