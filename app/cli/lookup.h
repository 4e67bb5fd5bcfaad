// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/situation.h"
#include "core/titleof.h"

namespace fengsui {

/// The thing that somebody means by a key, a name, an id or the start of one, or a part of a name that only it has.
/// @return Error::notFound, or Error::ambiguous with those it could be.
template <class Entity>
[[nodiscard]] Result<Id<Entity>> lookUp(const Situation& s, const std::string& written) {
  const auto nameOfOne = [](const Entity& entity) -> const std::string& { return titleOf(entity); };
  const auto townOf = [](const Entity& entity) -> std::string {
    if constexpr (requires { entity.town; })
      return entity.town;
    else if constexpr (requires { entity.locality; })
      return entity.locality;
    else
      return {};
  };
  std::vector<const Entity*> exact;
  std::vector<const Entity*> parts;
  s.all<Entity>().forEach([&](const Uuid& id, const Entity& entity) {
    bool same = nameOfOne(entity) == written || id.text() == written;
    if constexpr (requires { entity.key; }) same = same || (!entity.key.empty() && entity.key == written);
    if constexpr (std::same_as<Entity, Order>) same = same || (!entity.number.empty() && entity.number == written);
    if constexpr (std::same_as<Entity, ChecklistItem>) same = same || entity.line == written;
    if (same)
      exact.push_back(&entity);
    else if (!written.empty() &&
             (nameOfOne(entity).find(written) != std::string::npos ||
              (written.size() >= 6 && (id.text().starts_with(written) || id.text().ends_with(written)))))
      parts.push_back(&entity);
  });
  const auto& found = exact.empty() ? parts : exact;
  if (found.size() == 1) return found.front()->id;
  const auto& kind = nameOf(kindOf<Entity>);
  Error error{found.empty() ? ErrorCode::notFound : ErrorCode::ambiguous, {}, {}, {}};
  if (found.empty()) {
    error.message = {"this station has no " + std::string(kind.en) + " called \"" + written + "\"",
                     "本站没有名为“" + written + "”的" + std::string(kind.zh)};
    error.remedy = {"see what there is with: fengsuictl show " + std::string(kind.code),
                    "可用 fengsuictl show " + std::string(kind.code) + " 查看"};
    return failure(std::move(error));
  }
  std::string list;
  for (std::size_t i = 0; i < found.size() && i < 8; ++i) {
    list += (i == 0 ? "" : ", ") + nameOfOne(*found[i]);
    if (const std::string town = townOf(*found[i]); !town.empty()) list += " (" + town + ")";
    if (!exact.empty()) list += " " + found[i]->id.text();
  }
  error.message = {"\"" + written + "\" could be several: " + list, "“" + written + "”不唯一：" + list};
  error.remedy = {"write the whole name, the key or the id", "请写全名、编码或标识"};
  return failure(std::move(error));
}

}  // namespace fengsui
