// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/planthings.h"

namespace fengsui {

std::vector<NamedThing> thingsOf(const PlanLibrary& library) {
  std::vector<NamedThing> things;
  for (const std::string& id : library.ids()) {
    const Plan* plan = library.written(id);
    if (!plan) continue;
    const Plan* sound = library.find(id);
    NamedThing thing;
    thing.sort = ThingSort::plan;
    thing.code = id;
    thing.name = plan->title.zh;
    thing.otherName = plan->title.en;
    thing.about = id + " 预案 plan";
    thing.where = plan->edition;
    thing.tier = sound && !sound->table && !sound->levels.empty() ? 0 : 1;
    if (!thing.name.empty()) things.push_back(std::move(thing));
  }
  return things;
}

}  // namespace fengsui
