// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dutyrules.h"

#include <cmath>
#include <set>

#include "core/codec.h"
#include "core/shippedrules.h"

namespace fengsui {
namespace {

/// Reads the fields of one object; remembers the first that does not fit.
class Fields {
 public:
  Fields(const Json& object, std::string path) : object_(object), path_(std::move(path)) {
    if (!object.is_object()) fail({}, "an object is wanted", "应为对象");
  }

  template <class T>
  void take(const char* name, T& value, bool wanted = false) {
    known_.insert(name);
    const Json* at = find(name);
    if (!at) {
      if (wanted) fail(name, "it is missing", "缺少此项");
      return;
    }
    codec::Fault fault;
    if constexpr (std::same_as<T, std::optional<double>>) {
      if (at->is_number() && std::isfinite(at->get<double>()))
        value = at->get<double>();
      else
        fail(name, "a number is wanted", "应为数字");
    } else if (!codec::read(*at, value, fault)) {
      fail(std::string(name) + (fault.path.empty() ? "" : "." + fault.path), fault.message.en, fault.message.zh);
    }
  }

  void check(bool holds, const char* name, const char* en, const char* zh) {
    if (!holds) fail(name, en, zh);
  }

  /// What is right so far; a field that nobody asked for is a slip of the pen.
  [[nodiscard]] Outcome done() {
    if (object_.is_object())
      for (const auto& [name, value] : object_.items())
        if (!known_.contains(name)) fail(name, "there is no such field", "没有这个字段");
    if (fault_) return failure(*fault_);
    return {};
  }

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  [[nodiscard]] const Json* find(const char* name) const {
    if (!object_.is_object()) return nullptr;
    const auto at = object_.find(name);
    return at == object_.end() ? nullptr : &*at;
  }
  void fail(const std::string& name, std::string en, std::string zh) {
    if (fault_) return;
    fault_ = Error{ErrorCode::invalid, {std::move(en), std::move(zh)}, {}, {}};
    fault_->place.field = path_ + (path_.empty() || name.empty() ? "" : ".") + name;
  }

  const Json& object_;
  std::string path_;
  std::set<std::string> known_;
  std::optional<Error> fault_;
};

Result<Json> parsed(std::string_view text) {
  auto json = parseJson(text);
  if (json && !json->is_object())
    return failure(ErrorCode::invalid, {"a rule file is one object", "规则文件应为一个对象"});
  return json;
}

// Reads edition, source and the list "rules", each rule by its own reader.
template <class Rules, class Read>
Result<Rules> readRules(std::string_view text, Read&& readOne) {
  const auto json = parsed(text);
  if (!json) return failure(json.error());
  Rules out;
  Json list;
  Fields fields(*json, {});
  fields.take("edition", out.edition, true);
  fields.take("source", out.source);
  fields.take("rules", list, true);
  fields.check(list.is_array() && !list.empty(), "rules", "a list of rules is wanted", "应为规则列表");
  if (const auto fits = fields.done(); !fits) return failure(fits.error());
  std::set<std::string> ids;
  for (std::size_t i = 0; i < list.size(); ++i) {
    Fields of(list[i], "rules[" + std::to_string(i) + "]");
    auto& rule = out.rules.emplace_back();
    of.take("id", rule.id, true);
    of.take("zh", rule.name.zh, true);
    of.take("en", rule.name.en, true);
    of.take("source", rule.source, true);
    of.take("verified", rule.verified);
    of.take("incidentKinds", rule.incidentKinds);
    readOne(of, rule);
    of.check(ids.insert(rule.id).second, "id", "two rules carry one id", "规则编号重复");
    if (const auto fits = of.done(); !fits) return failure(fits.error());
  }
  return out;
}

}  // namespace

Result<ReportRules> readReportRules(std::string_view json) {
  return readRules<ReportRules>(json, [](Fields& of, ReportRule& rule) {
    of.take("kind", rule.kind, true);
    of.take("form", rule.form);
    of.take("withinMs", rule.withinMs);
    of.take("everyMs", rule.everyMs);
    of.take("from", rule.from);
    of.check(rule.withinMs >= 0 && rule.everyMs >= 0 && rule.withinMs + rule.everyMs > 0, "withinMs",
             "a rule says within how long or how often", "须写明时限或间隔");
  });
}

Result<LevelRules> readLevelRules(std::string_view json) {
  return readRules<LevelRules>(json, [](Fields& of, LevelRule& rule) {
    of.take("measure", rule.measure, true);
    of.take("unitZh", rule.unit.zh);
    of.take("unitEn", rule.unit.en);
    of.take("effective", rule.effective);
    std::optional<double> below;
    bool any = false;
    for (const auto& level : namesOf<IncidentLevel>) {
      auto& from = rule.from[static_cast<std::size_t>(level.value)];
      of.take(std::string(level.code).c_str(), from);
      of.check(!from || !below || *from > *below, std::string(level.code).c_str(),
               "a higher level begins at a larger number", "级别越高，起点应越大");
      if (from) below = from;
      any |= from.has_value();
    }
    of.check(any, "large", "a rule says from which number on a level holds", "须写明至少一个级别的起点");
  });
}

Result<CalloutRules> readCalloutRules(std::string_view text) {
  const auto json = parsed(text);
  if (!json) return failure(json.error());
  CalloutRules out;
  Fields fields(*json, {});
  fields.take("edition", out.edition, true);
  fields.take("source", out.source);
  fields.take("goalMs", out.goalMs, true);
  fields.take("goalPercent", out.goalPercent, true);
  fields.take("ladder", out.ladder);
  fields.check(out.goalMs > 0, "goalMs", "a time is wanted", "应为时限");
  fields.check(out.goalPercent >= 0 && out.goalPercent <= 100, "goalPercent", "0 to 100 is wanted", "应为 0–100");
  if (const auto fits = fields.done(); !fits) return failure(fits.error());
  return out;
}

const ReportRules& shippedReportRules() {
  static const ReportRules rules = readReportRules(reportsRulesText()).value();
  return rules;
}
const LevelRules& shippedLevelRules() {
  static const LevelRules rules = readLevelRules(levelsRulesText()).value();
  return rules;
}
const CalloutRules& shippedCalloutRules() {
  static const CalloutRules rules = readCalloutRules(calloutRulesText()).value();
  return rules;
}

}  // namespace fengsui
