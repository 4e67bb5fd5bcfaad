// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/host/cascade.h"

#include <algorithm>

namespace fengsui {
namespace {

std::optional<Error> hindranceOf(const std::string& module, const std::vector<ModuleEntry>& modules) {
  for (const ModuleEntry& entry : modules)
    if (entry.name == module) return entry.trouble;
  return Error{ErrorCode::notFound,
               {"the module " + module + ", which would compute this, is not installed",
                "负责此项推演的模块 " + module + " 未安装"},
               {},
               {}};
}

}  // namespace

std::vector<CascadeStep> cascadeOf(const Forecast& forecast, const std::vector<ModuleEntry>& modules) {
  std::vector<CascadeStep> out;
  for (const ScenarioProposal& cause : forecast.causes) {
    // The same run for another reason is the same run.
    const auto known = std::find_if(out.begin(), out.end(), [&](const CascadeStep& step) {
      return step.run.module == cause.module && step.run.settings == cause.settings;
    });
    if (known == out.end()) {
      out.push_back({cause, hindranceOf(cause.module, modules)});
      continue;
    }
    for (const Text& reason : cause.because)
      if (std::find(known->run.because.begin(), known->run.because.end(), reason) == known->run.because.end())
        known->run.because.push_back(reason);
  }
  return out;
}

std::string shellQuoted(const std::string& word) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=.,:/@%";
  if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string commandOf(const ScenarioProposal& proposal) {
  std::string out = "model " + shellQuoted(proposal.module);
  if (!proposal.settings.is_object()) return out;
  for (const auto& [name, value] : proposal.settings.items())
    out += " --set " + shellQuoted(name + "=" + (value.is_string() ? value.get<std::string>() : value.dump()));
  return out;
}

}  // namespace fengsui
