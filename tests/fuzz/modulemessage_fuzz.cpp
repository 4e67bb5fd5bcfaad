// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as lines between the desk and the child that runs a module, either way.
#include "fuzz/fuzzing.h"
#include "protocol/modulemessages.h"

using namespace fengsui;

namespace {

template <class Message>
void readLine(const std::string& line) {
  const auto message = protocol::modelMessage<Message>(line);
  if (!message) return;
  const std::string out = protocol::modelLine(*message);
  fuzz::require(out.find('\n') == std::string::npos, "a message is one line");
  const auto back = protocol::modelMessage<Message>(out);
  fuzz::require(back && *back == *message, "a message that was read comes back as it went out");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const auto line : fuzz::partsOf(fuzz::textOf(data, size), '\n')) {
    readLine<protocol::ModelAsk>(std::string(line));
    readLine<protocol::ModelAnswer>(std::string(line));
  }
  return 0;
}
