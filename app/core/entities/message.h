// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/entities/kind.h"
#include "core/time.h"

namespace fengsui {

/// The kinds of message between offices (文种). They differ in who may be addressed and in what comes back.
enum class MessageKind { instruction, appeal, request, notification, approval };

template <>
inline constexpr auto namesOf<MessageKind> = std::to_array<EnumName<MessageKind>>({
    {MessageKind::instruction, "instruction", "instruction", "指令"},
    {MessageKind::appeal, "appeal", "appeal", "提请"},
    {MessageKind::request, "request", "request", "商请"},
    {MessageKind::notification, "notification", "notification", "通报"},
    {MessageKind::approval, "approval", "request for approval", "请示"},
});

/// What one field of an answer holds.
enum class AnswerType { text, number, counts, choice, time, photo, position, signature };

template <>
inline constexpr auto namesOf<AnswerType> = std::to_array<EnumName<AnswerType>>({
    {AnswerType::text, "text", "text", "文字"},
    {AnswerType::number, "number", "number", "数字"},
    {AnswerType::counts, "counts", "counts", "分项计数"},
    {AnswerType::choice, "choice", "choice", "选项"},
    {AnswerType::time, "time", "time", "时刻"},
    {AnswerType::photo, "photo", "photo", "照片"},
    {AnswerType::position, "position", "position", "坐标"},
    {AnswerType::signature, "signature", "signature", "签字"},
});

/// One field of the answer that an order expects.
struct AnswerField {
  std::string id;
  std::string zh;
  std::string en;
  AnswerType type = AnswerType::text;
  std::string unit;             ///< of a number
  std::vector<std::string> of;  ///< the parts of counts, the words of a choice

  bool operator==(const AnswerField&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("zh", self.zh);
    field("en", self.en);
    field("type", self.type);
    field("unit", self.unit);
    field("of", self.of);
  }
};

}  // namespace fengsui
