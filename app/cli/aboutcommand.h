// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <memory>
#include <string>

#include "cli/lookup.h"
#include "cli/session.h"

namespace fengsui {

/// A command about one thing of the station: `fengsuictl order issue ORDER …`. @p written is the option that takes its
/// name; @p make turns (situation, id, options) or (id, options) into the command to be decided.
template <class Entity, class Options, class Make>
CLI::App* addAbout(CLI::App* parent, Session& session, const char* called, const Text& help, const Text& done,
                   const std::shared_ptr<Options>& o, std::string Options::*written, Make make) {
  auto* command = parent->add_subcommand(called, session.console.say(help));
  std::string placeholder(nameOf(kindOf<Entity>).code);
  std::transform(placeholder.begin(), placeholder.end(), placeholder.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
  command
      ->add_option(placeholder, (*o).*written, told(session, "its number, name, key or id", "编号、名称、编码或标识"))
      ->required();
  command->callback([o, done, written, make = std::move(make), &session] {
    session.execute(
        [&](const Situation& s) -> Result<Command> {
          const auto id = lookUp<Entity>(s, (*o).*written);
          if (!id) return failure(id.error());
          if constexpr (std::is_invocable_v<const Make&, const Situation&, Id<Entity>, const Options&>)
            return make(s, *id, *o);
          else
            return make(*id, *o);
        },
        done);
  });
  return command;
}

}  // namespace fengsui
