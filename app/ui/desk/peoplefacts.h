// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "ui/desk/facts.h"

namespace fengsui {

/// What the desk says about persons and posts: who, of which organisation, by which telephone, on duty or not.
/// Telephone numbers are for this station's screen; nothing of this is exported.
class PeopleFacts {
  Q_DECLARE_TR_FUNCTIONS(PeopleFacts)

 public:
  [[nodiscard]] static Facts of(const Situation& s, const Person& person, Instant now, const TimeZone& zone);
  [[nodiscard]] static Facts of(const Situation& s, const Post& post, Instant now, const TimeZone& zone);
};

/// The posts at which a person is on duty.
[[nodiscard]] std::vector<const Post*> postsHeldBy(const Situation& s, Id<Person> person);

/// What the desk says about a place: where it is, as others write it too, and what is near.
class PlaceFacts {
  Q_DECLARE_TR_FUNCTIONS(PlaceFacts)

 public:
  [[nodiscard]] static Facts of(const Situation& s, const Place& place);
};

}  // namespace fengsui
