// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "core/codec.h"

// What travels between the desk and the child that runs a hazard module (`fengsuictl model NAME --serve`): one JSON
// object a line, asks in, answers out. What is large goes by file.

namespace fengsui::protocol {

enum class ModelAskKind { describe, propose, gauges, run, stop };

}  // namespace fengsui::protocol

namespace fengsui {

template <>
inline constexpr auto namesOf<protocol::ModelAskKind> = std::to_array<EnumName<protocol::ModelAskKind>>({
    {protocol::ModelAskKind::describe, "describe", "describe", "描述"},
    {protocol::ModelAskKind::propose, "propose", "propose", "建议"},
    {protocol::ModelAskKind::gauges, "gauges", "gauges", "监测"},
    {protocol::ModelAskKind::run, "run", "run", "运行"},
    {protocol::ModelAskKind::stop, "stop", "stop", "停止"},
});

namespace protocol {

struct ModelAsk {
  std::int64_t id = 0;  ///< comes back with every answer to it
  ModelAskKind ask = ModelAskKind::describe;
  std::string around;              ///< a file of surroundings; of all but describe and stop
  Json settings = Json::object();  ///< of a run, by name
  std::string out;                 ///< the folder of its results
  std::string before;              ///< the folder of the forecast that it replaces

  bool operator==(const ModelAsk&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("ask", self.ask);
    field("around", self.around);
    field("settings", self.settings);
    field("out", self.out);
    field("before", self.before);
  }
};

enum class ModelAnswerKind { progress, done, failed };

}  // namespace protocol

template <>
inline constexpr auto namesOf<protocol::ModelAnswerKind> = std::to_array<EnumName<protocol::ModelAnswerKind>>({
    {protocol::ModelAnswerKind::progress, "progress", "progress", "进行中"},
    {protocol::ModelAnswerKind::done, "done", "done", "完成"},
    {protocol::ModelAnswerKind::failed, "failed", "failed", "失败"},
});

namespace protocol {

struct ModelAnswer {
  std::int64_t id = 0;
  ModelAnswerKind answer = ModelAnswerKind::done;
  std::int64_t permille = 0;  ///< of progress
  std::string en;             ///< what it is doing, or what went wrong
  std::string zh;
  std::string remedyEn;
  std::string remedyZh;
  std::string file;   ///< at fault
  std::string field;  ///< the setting at fault
  std::string value;
  Json result;  ///< of what is done

  bool operator==(const ModelAnswer&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("answer", self.answer);
    field("permille", self.permille);
    field("en", self.en);
    field("zh", self.zh);
    field("remedyEn", self.remedyEn);
    field("remedyZh", self.remedyZh);
    field("file", self.file);
    field("field", self.field);
    field("value", self.value);
    field("result", self.result);
  }
};

/// One line, without its end.
template <class Message>
[[nodiscard]] std::string modelLine(const Message& message) {
  return canonical(codec::write(message));
}

/// Errors: invalid for a line that is no such message.
template <class Message>
[[nodiscard]] Result<Message> modelMessage(const std::string& line) {
  const auto json = parseJson(line);
  Message out;
  codec::Fault fault;
  if (json && json->is_object() && codec::read(*json, out, fault)) return out;
  return failure(ErrorCode::invalid, {"a line that is no message of a module", "不是模块消息的一行"});
}

}  // namespace protocol
}  // namespace fengsui
