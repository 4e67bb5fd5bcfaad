// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plans/loader.h"

namespace fengsui {

/// A post as the plans name it, before a district has put people into it.
struct NamedPost {
  std::string post;
  std::string en;
  std::string b;                ///< the title of the substitute
  std::string department;       ///< who provides the person
  std::string role;             ///< dutyOfficer, commander, dispatcher, jointDuty, town, field
  bool seat = false;            ///< a seat of the joint duty room
  std::vector<std::string> of;  ///< kinds of place: the post exists once for each of them

  static constexpr auto required = std::to_array<std::string_view>({"post", "en"});
  bool operator==(const NamedPost&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("post", self.post);
    field("en", self.en);
    field("b", self.b);
    field("department", self.department);
    field("role", self.role);
    field("seat", self.seat);
    field("of", self.of);
  }
};

/// posts.yaml: one name for one seat, everywhere.
struct PostList {
  std::string edition;
  std::string effective;
  std::string origin;
  std::vector<NamedPost> posts;

  static constexpr auto required = std::to_array<std::string_view>({"edition", "posts"});
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("edition", self.edition);
    field("effective", self.effective);
    field("source", self.origin);
    field("posts", self.posts);
  }

  [[nodiscard]] const NamedPost* find(std::string_view name) const {
    for (const NamedPost& one : posts)
      if (one.post == name) return &one;
    return nullptr;
  }
};

/// @return all that is wrong, as loadPlan does; a post that stands twice is wrong.
[[nodiscard]] tl::expected<PostList, PlanErrors> loadPosts(std::string_view bytes, const std::string& file);

}  // namespace fengsui
