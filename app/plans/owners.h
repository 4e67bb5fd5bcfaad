// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/situation.h"
#include "plans/instantiate.h"

namespace fengsui {

/// Finds the posts, organisations and teams of a station by the names that plans use. Made once for a checklist.
///
/// Thread: any; refers to the situation, which has to outlive it.
class OwnerDirectory {
 public:
  explicit OwnerDirectory(const Situation& situation);

  /// @p each: the place for `of: each`; @p incident: the one for `of: incident`, and where the teams are wanted.
  [[nodiscard]] ResolvedOwner resolve(const Owner& owner, const Subject* each, const Incident* incident) const;
  /// The town or street in which an incident lies: by its locality or address, by the place or risk zone that these
  /// name, else that of the nearest known place within kNearM. @return empty where none of them says.
  [[nodiscard]] std::string townOf(const Incident& incident) const;
  static constexpr double kNearM = 5000;
  [[nodiscard]] const Post* post(const std::string& name) const;
  /// The post of a place: "镇长" whose organisation is the place or its town, or "示范镇镇长".
  [[nodiscard]] const Post* postOf(const std::string& name, const Subject& each) const;
  [[nodiscard]] bool knowsOrganisation(const std::string& name) const;
  [[nodiscard]] std::vector<TeamChoice> teamsWith(const std::string& capability, std::optional<Position> near) const;
  [[nodiscard]] std::string holderOf(const Post& post) const;

  [[nodiscard]] std::vector<std::string> postNames() const;
  [[nodiscard]] const std::vector<std::string>& organisations() const { return organisations_; }
  [[nodiscard]] const std::vector<std::string>& capabilities() const { return capabilities_; }

 private:
  const Situation& situation_;
  std::multimap<std::string, const Post*, std::less<>> posts_;
  std::map<std::string, const std::vector<Responsible>*, std::less<>> responsible_;
  std::map<std::string, std::string, std::less<>> townOf_;  ///< place → its town
  std::vector<std::string> towns_;                          ///< the longest name first
  std::vector<std::string> organisations_;
  std::vector<std::string> capabilities_;
  std::map<std::string, std::vector<const Team*>, std::less<>> teams_;
};

}  // namespace fengsui
