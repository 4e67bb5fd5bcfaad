// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/entities/message.h"

namespace fengsui {

struct Incident;
struct Response;

/// One place in the ranking that a consultation made.
struct RankedPlace {
  std::string name;
  std::string why;

  bool operator==(const RankedPlace&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("name", self.name);
    field("why", self.why);
  }
};

/// A consultation (会商): who met, what they concluded. Later decisions point to it.
struct Consultation {
  Id<Consultation> id;
  std::string title;
  std::optional<Id<Response>> response;
  std::optional<Id<Incident>> incident;
  Instant at;
  std::vector<std::string> present;
  std::string area;                      ///< 落区
  std::string peak;                      ///< when it will be worst, in words
  std::vector<std::string> conclusions;  ///< the lines of the minutes
  std::vector<RankedPlace> ranking;      ///< the most endangered first
  std::vector<Step> signatures;
  Stamp stamp;

  bool operator==(const Consultation&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("title", self.title);
    field("response", self.response);
    field("incident", self.incident);
    field("at", self.at);
    field("present", self.present);
    field("area", self.area);
    field("peak", self.peak);
    field("conclusions", self.conclusions);
    field("ranking", self.ranking);
    field("signatures", self.signatures);
    field("stamp", self.stamp);
  }
};
template <>
inline constexpr Kind kindOf<Consultation> = Kind::consultation;

}  // namespace fengsui
