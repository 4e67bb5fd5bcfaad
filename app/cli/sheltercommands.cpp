// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/lookup.h"
#include "cli/session.h"

namespace fengsui {

void addShelterCommands(CLI::App& app, Session& session) {
  auto* shelter =
      app.add_subcommand("shelter", told(session, "open shelters, check people in", "避难场所启用与人员登记"));
  shelter->require_subcommand(1);
  struct Options {
    std::string shelter, where;
    std::int64_t persons = 0;
  };
  using Make = Command (*)(const Options&, Id<Shelter>);
  const auto add = [&](const char* name, const std::string& help, const Text& done, bool counted,
                       const char* whereOption, Make make) {
    auto o = std::make_shared<Options>();
    auto* command = shelter->add_subcommand(name, help);
    command->add_option("SHELTER", o->shelter, told(session, "name, key or id", "名称、编码或标识"))->required();
    if (counted) command->add_option("PERSONS", o->persons, told(session, "how many", "人数"))->required();
    if (whereOption) command->add_option(whereOption, o->where, told(session, "which village or group", "来源或去向"));
    command->callback([o, done, make, &session] {
      session.execute(
          [&](const Situation& s) -> Result<Command> {
            const auto id = lookUp<Shelter>(s, o->shelter);
            if (!id) return failure(id.error());
            return make(*o, *id);
          },
          done);
    });
  };
  add("open", told(session, "it takes people in", "启用"), {"open", "已启用"}, false, nullptr,
      [](const Options&, Id<Shelter> id) { return Command(OpenShelter{id}); });
  add("close", told(session, "it is empty and closed", "关闭"), {"closed", "已关闭"}, false, nullptr,
      [](const Options&, Id<Shelter> id) { return Command(CloseShelter{id}); });
  add("checkin", told(session, "people came in", "登记入住"), {"checked in", "已登记"}, true, "--from",
      [](const Options& o, Id<Shelter> id) {
        return Command(CheckIn{id, o.persons, o.where});
      });
  add("checkout", told(session, "people left", "登记离开"), {"checked out", "已登记"}, true, "--to",
      [](const Options& o, Id<Shelter> id) {
        return Command(CheckOut{id, o.persons, o.where});
      });
}

}  // namespace fengsui
