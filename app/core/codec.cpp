// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec.h"

namespace fengsui {
namespace codec {

// A shape is an object with the one key that says what it is: {"points":[…]}, {"lines":[[…]]}, {"areas":[[[…]]]}.
Json writeShape(const Shape& shape) {
  switch (shape.kind) {
    case ShapeKind::point:
      return Json{{"points", write(shape.points)}};
    case ShapeKind::line:
      return Json{{"lines", write(shape.lines)}};
    case ShapeKind::area:
      return Json{{"areas", write(shape.areas)}};
  }
  return {};
}

bool readShape(const Json& in, Shape& shape, Fault& fault) {
  if (!in.is_object() || in.size() != 1) return wrong(fault, "a shape is wanted", "应为几何图形");
  shape = {};
  const std::string& kind = in.begin().key();
  if (kind == "points") {
    shape.kind = ShapeKind::point;
    return read(*in.begin(), shape.points, fault);
  }
  if (kind == "lines") {
    shape.kind = ShapeKind::line;
    return read(*in.begin(), shape.lines, fault);
  }
  if (kind == "areas") {
    shape.kind = ShapeKind::area;
    return read(*in.begin(), shape.areas, fault);
  }
  return wrong(fault, "points, lines or areas are wanted", "应为 points、lines 或 areas");
}

}  // namespace codec

std::string canonical(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Json> parseJson(std::string_view text) {
  constexpr int maxDepth = 64;
  bool tooDeep = false;
  const auto watch = [&](int depth, Json::parse_event_t, Json&) {
    if (depth > maxDepth) tooDeep = true;
    return !tooDeep;
  };
  try {
    // The callback parser is slower; only what could be deep pays for it.
    Json json = std::count_if(text.begin(), text.end(), [](char c) { return c == '[' || c == '{'; }) > maxDepth
                    ? Json::parse(text, watch)
                    : Json::parse(text);
    if (tooDeep) return failure(ErrorCode::invalid, {"the JSON is nested too deeply", "JSON 嵌套过深"});
    return json;
  } catch (const Json::out_of_range&) {
    return failure(ErrorCode::invalid, {"a number in the JSON is too large", "JSON 中的数值过大"});
  } catch (const Json::parse_error& error) {
    return failure(ErrorCode::invalid, {"not JSON: it stops making sense at byte " + std::to_string(error.byte),
                                        "不是 JSON：第 " + std::to_string(error.byte) + " 字节起无法理解"});
  }
}

}  // namespace fengsui
