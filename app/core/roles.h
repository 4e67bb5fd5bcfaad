// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <span>
#include <string_view>

#include "core/decide.h"

namespace fengsui {

/// The roles of the posts that an actor holds: the post's name itself, who is on duty there, its A and B. An actor may
/// be written "post name", "person" or "person（post）".
[[nodiscard]] std::set<Role> rolesOf(const Situation& s, std::string_view actor);

/// The posts that an actor holds.
[[nodiscard]] std::vector<const Post*> postsOf(const Situation& s, std::string_view actor);

namespace deciderules {

/// The rule that something is for certain roles only. It binds once the station has a post with one of them: a station
/// without posts is run by whoever sits there.
/// @return Error::refused that names who may.
[[nodiscard]] Outcome mayOnly(const Situation& s, const DecisionContext& x, std::initializer_list<Role> roles,
                              const Text& what);

}  // namespace deciderules
}  // namespace fengsui
