// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/planshelf.h"

#include <algorithm>

#include "journal/sensorreadings.h"

namespace fengsui {
namespace {

Uuid newId() {
  return Uuid::v7(systemNow());
}

Observations observed(const Situation& s, const StationFiles& files, const std::vector<Observation>& said,
                      Instant now) {
  Observations seen = observationsFrom(s, observedAt(s, files, now), now);
  // What is reckoned from now on counts as said by now.
  for (Observation one : said) {
    one.at = std::min(one.at, now);
    seen.readings.push_back(std::move(one));
  }
  return seen;
}

std::shared_ptr<const PlanLibrary> readLibrary(const StationFiles& files) {
  return std::make_shared<const PlanLibrary>(plansHere(files.journal));
}

}  // namespace

PlanShelf::PlanShelf(Desk& desk, QObject* parent)
    : QObject(parent),
      desk_(desk),
      job_(
          [this]() -> LatestJob<Found>::Work {
            const Snapshot situation = desk_.shown();
            if (!situation) return {};
            const bool again = std::exchange(readAgain_, false) || !found_.library;
            // What is reckoned is for now, and says nothing of the past.
            return [situation, files = desk_.session().files(), now = desk_.moment(),
                    said = desk_.live() ? said() : std::vector<Observation>(),
                    library = again ? nullptr : found_.library] {
              return look(library ? library : readLibrary(files), files, *situation, said, now);
            };
          },
          [this](Found found) {
            found_ = std::move(found);
            emit changed();
          }) {
  pool_.setMaxThreadCount(1);
}

void PlanShelf::want(bool again) {
  readAgain_ = readAgain_ || again;
  job_.want();
}

PlanShelf::Found PlanShelf::look(const std::shared_ptr<const PlanLibrary>& library, const StationFiles& files,
                                 const Situation& situation, const std::vector<Observation>& said, Instant now) {
  Found found;
  found.library = library;
  const Responding responding(*library, situation, observed(situation, files, said, now), now, &newId);
  for (const std::string& id : library->ids()) {
    const Plan* plan = library->find(id);
    if (!plan || plan->table) continue;
    for (Response& made : responding.levelsOf(*plan)) {
      const Level* level = plan->level(made.level);
      found.levels.push_back({plan->id,
                              plan->edition,
                              {plan->title.en, plan->title.zh},
                              {level && !level->en.empty() ? level->en : made.level, made.level},
                              holds(*plan, made),
                              std::move(made)});
    }
  }
  for (const PlanEntry& entry : library->entries())
    if (!entry.errors.empty())
      found.broken.push_back({entry.file.filename().string(), entry.errors.front(), entry.errors.size() - 1});
  return found;
}

void PlanShelf::execute(Make make, Text done, std::function<void()> then) {
  const Snapshot situation = desk_.shown();
  if (!situation) return;
  ++making_;
  pool_.start([this, make = std::move(make), done = std::move(done), then = std::move(then), situation,
               files = desk_.session().files(), also = said(), library = found_.library] {
    const auto plans = library ? library : readLibrary(files);
    const Instant now = systemNow();
    auto command = std::make_shared<Result<Command>>(
        make(Responding(*plans, *situation, observed(*situation, files, also, now), now, &newId)));
    QMetaObject::invokeMethod(&receiver_, [this, command, done, then] {
      --making_;
      if (!*command) return desk_.refuse(command->error());
      desk_.execute(std::move(**command), done, then);
    });
  });
}

}  // namespace fengsui
