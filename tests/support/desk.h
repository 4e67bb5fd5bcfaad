// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <vector>

#include "core/decide.h"
#include "core/eventcodec.h"
#include "core/fold.h"
#include "support/story.h"

namespace fengsui {

/// A situation on which commands are decided and folded, without a file: what a station is when nothing can go wrong.
class Desk {
 public:
  explicit Desk(std::uint8_t origin = 1) { origin_.bytes[15] = origin; }
  /// With the small district of the random stories.
  [[nodiscard]] static Desk ofTheStories() {
    Desk desk;
    for (const Command& command : story::opening()) desk.does(command);
    return desk;
  }

  [[nodiscard]] const Situation& situation() const { return situation_; }
  template <class Entity>
  [[nodiscard]] const Entity& the(int number) const {
    const Entity* found = situation_.find(story::the<Entity>(number));
    EXPECT_NE(found, nullptr);
    static const Entity none;
    return found ? *found : none;
  }

  /// Executes, and expects that it is done. @return what happened.
  std::vector<Event> does(const Command& command) {
    auto decided = tries(command);
    EXPECT_TRUE(decided) << decided.error();
    return decided.value_or(std::vector<Event>{});
  }

  /// Executes where that is allowed.
  Result<std::vector<Event>> tries(const Command& command) {
    now_ = now_.plusMs(1000);
    const auto decided = decide(situation_, command, {now_, occurred_.value_or(now_), actor_, origin_});
    if (!decided) return failure(decided.error());
    std::vector<Event> events;
    for (const DecidedEvent& what : *decided) {
      const StoredBody stored = encodeBody(what.body);
      events.push_back({{{origin_, ++sequence_},
                         static_cast<std::uint64_t>(now_.ms) << 16 | sequence_,
                         occurred_.value_or(now_),
                         actor_,
                         Uuid{},
                         what.undoes},
                        decodeBody(stored.type, stored.version, stored.payload)});
      learns(events.back());
    }
    return events;
  }

  /// Who speaks from now on.
  Desk& as(std::string actor) {
    actor_ = std::move(actor);
    return *this;
  }
  /// The seat that decides from now on.
  Desk& at(std::uint8_t origin) {
    origin_.bytes[15] = origin;
    return *this;
  }
  /// When it happened what is entered from now on; nothing: just now.
  void happened(std::optional<Instant> at) { occurred_ = at; }
  void passes(std::int64_t ms) { now_ = now_.plusMs(ms); }
  [[nodiscard]] Instant now() const { return now_; }

  /// Folds an event of another desk.
  void learns(const Event& event) { fold(situation_, event); }

  /// Executes, and expects a refusal that says why in both languages. @return the English sentence.
  std::string refuses(const Command& command) {
    const auto decided = decide(situation_, command, {now_, occurred_.value_or(now_), actor_, origin_});
    EXPECT_FALSE(decided) << "it was done";
    if (decided) return {};
    EXPECT_FALSE(decided.error().message.en.empty());
    EXPECT_FALSE(decided.error().message.zh.empty());
    EXPECT_EQ(decided.error().remedy.en.empty(), decided.error().remedy.zh.empty());
    return decided.error().message.en;
  }

 private:
  Situation situation_;
  Uuid origin_;
  std::uint64_t sequence_ = 0;
  Instant now_{1784554800000};
  std::optional<Instant> occurred_;
  std::string actor_ = "值班长";
};

/// The situation without what undoing leaves behind: stamps and the list of what was undone.
inline Json withoutTraces(const Situation& situation) {
  Json json = situationToJson(situation);
  json.erase("undone");
  json.erase("events");
  for (auto& list : json)
    if (list.is_array())
      for (Json& entity : list) entity.erase("stamp");
  return json;
}

}  // namespace fengsui
