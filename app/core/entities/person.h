// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/entities/kind.h"
#include "core/time.h"
#include "core/uuid.h"

namespace fengsui {

/// Free columns that a district brought along; kept through import and export.
using Attributes = std::map<std::string, std::string>;

/// Somebody who can be named in an order or called at night.
struct Person {
  Id<Person> id;
  std::string key;  ///< how the source file names the row; re-import finds it again by this
  std::string name;
  std::string organisation;
  std::string title;
  std::vector<std::string> phones;  ///< in the order in which to try them
  Attributes attributes;
  Stamp stamp;

  bool operator==(const Person&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("key", self.key);
    field("name", self.name);
    field("organisation", self.organisation);
    field("title", self.title);
    field("phones", self.phones, Shown::restricted);
    field("attributes", self.attributes);
    field("stamp", self.stamp);
  }
};
template <>
inline constexpr Kind kindOf<Person> = Kind::person;

/// Somebody responsible for a place or a post: the A person, and B who stands in.
struct Responsible {
  std::string role;  ///< "A" or "B" (A角, B角)
  std::string name;
  std::string title;
  std::vector<std::string> phones;

  bool operator==(const Responsible&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("role", self.role);
    field("name", self.name);
    field("title", self.title);
    field("phones", self.phones, Shown::restricted);
  }
};

/// Who holds a post, and since when.
struct Duty {
  Id<Person> person;
  Instant since;

  bool operator==(const Duty&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("person", self.person);
    field("since", self.since);
  }
};

/// What a post may do. A rule binds once the station has a post with the role that it asks for.
enum class Role { dutyOfficer, commander, dispatcher, jointDuty, town, field, director, observer };

template <>
inline constexpr auto namesOf<Role> = std::to_array<EnumName<Role>>({
    {Role::dutyOfficer, "dutyOfficer", "duty officer", "值班长"},
    {Role::commander, "commander", "commander", "指挥员"},
    {Role::dispatcher, "dispatcher", "dispatcher", "调度员"},
    {Role::jointDuty, "jointDuty", "joint-duty seat", "联合值守席"},
    {Role::town, "town", "town", "镇街"},
    {Role::field, "field", "field", "现场"},
    {Role::director, "director", "exercise director", "导调"},
    {Role::observer, "observer", "observer", "观摩"},
});

/// A seat with a duty, whoever sits in it.
struct Post {
  Id<Post> id;
  std::string key;
  std::string name;
  std::string organisation;
  std::optional<Role> role;
  std::vector<Responsible> holders;  ///< A and B
  std::optional<Duty> onDuty;
  Attributes attributes;
  Stamp stamp;

  bool operator==(const Post&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("key", self.key);
    field("name", self.name);
    field("organisation", self.organisation);
    field("role", self.role);
    field("holders", self.holders, Shown::restricted);
    field("onDuty", self.onDuty);
    field("attributes", self.attributes);
    field("stamp", self.stamp);
  }
};
template <>
inline constexpr Kind kindOf<Post> = Kind::post;

}  // namespace fengsui
