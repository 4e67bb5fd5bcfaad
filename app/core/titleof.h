// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/entities/kind.h"

namespace fengsui {

/// What a thing is called in a list or a sentence, whatever its kind names it by.
template <class Entity>
[[nodiscard]] const std::string& titleOf(const Entity& entity) {
  if constexpr (requires { entity.brief.title; })
    return entity.brief.title;
  else if constexpr (requires { entity.name; })  // a person has a title too, and is not called by it
    return entity.name;
  else if constexpr (requires { entity.title; })
    return entity.title;
  else if constexpr (requires { entity.who.name; })
    return entity.who.name;
  else if constexpr (requires { entity.words; })
    return entity.words;
  else if constexpr (requires { entity.detail; })
    return entity.detail;
  else
    return entity.kind;
}

}  // namespace fengsui
