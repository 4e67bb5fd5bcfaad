// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/modelcascade.h"

#include "sdk/host/cascade.h"

namespace fengsui {

CascadeWords cascadeWords(const Session& session, const Forecast& forecast, const std::string& out,
                          const std::string& district) {
  CascadeWords words;
  const bool chinese = session.console.language == Language::chinese;
  std::size_t number = 0;
  for (const CascadeStep& step : cascadeOf(forecast, modulesIn(moduleFolderHere()))) {
    if (number++ == 0)
      words.text = chinese ? "可能引发（不会自动推演）：\n" : "may lead to (nothing of it runs by itself):\n";
    words.text += "  " + step.run.title.in(session.console.language) + '\n';
    for (const Text& reason : step.run.because) words.text += "    " + reason.in(session.console.language) + '\n';
    Json one = codec::write(step.run);
    if (step.hindrance) {
      one["trouble"] = step.hindrance->sentence(session.console.language);
      words.text += "    " + step.hindrance->sentence(session.console.language) + '\n';
    } else {
      std::string command = "fengsuictl";
      if (const auto station = session.path()) command += " --station " + shellQuoted(*station);
      command += ' ' + commandOf(step.run);
      if (!district.empty()) command += " --district " + shellQuoted(district);
      command += " --out " + shellQuoted(out + "-next-" + std::to_string(number));
      one["command"] = command;
      words.text += "    " + command + '\n';
    }
    one["usable"] = !step.hindrance;
    words.json.push_back(std::move(one));
  }
  return words;
}

}  // namespace fengsui
