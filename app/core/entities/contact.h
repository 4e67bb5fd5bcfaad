// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/entities/message.h"

namespace fengsui {

struct Response;

/// A place that owes a report: when it was last heard of. Its silence counts as severe (失联村).
struct Contact {
  Id<Contact> id;
  Addressee who;
  std::string town;
  std::int64_t peopleAtRisk = 0;
  std::optional<Position> location;
  std::optional<Id<Response>> response;
  Instant since;                 ///< owes reports from here
  std::int64_t everyMs = 0;      ///< how often it should be heard of
  std::optional<Step> last;      ///< the newest, by when it was said
  std::string channel;           ///< by which it came
  std::optional<Step> released;  ///< owes no more
  Stamp stamp;

  bool operator==(const Contact&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("who", self.who);
    field("town", self.town);
    field("peopleAtRisk", self.peopleAtRisk);
    field("location", self.location);
    field("response", self.response);
    field("since", self.since);
    field("everyMs", self.everyMs);
    field("last", self.last);
    field("channel", self.channel);
    field("released", self.released);
    field("stamp", self.stamp);
  }
};
template <>
inline constexpr Kind kindOf<Contact> = Kind::contact;

}  // namespace fengsui
