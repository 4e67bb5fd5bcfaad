// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "plans/loader.h"
#include "plans/posts.h"

namespace fengsui {

/// Finds the newest edition of a plan as it was written; null where there is none.
using PlanLookup = std::function<const Plan*(const std::string& id)>;

/// Puts in what a plan includes and extends. Items of an included plan get the prefix "ID/" of the plan that defines
/// them, and come in once, however often they are included.
///
/// Thread: any; pure.
/// Errors: what is named and not there, cycles, and everything that checkReferences finds in the whole.
[[nodiscard]] PlanResult wholePlan(const Plan& plan, const PlanLookup& lookUp);

/// One file of a library. A broken file is a state, with its errors.
struct PlanEntry {
  std::filesystem::path file;
  std::string id;  ///< empty: the file could not be read so far
  std::string edition;
  std::optional<Plan> own;    ///< as it was written
  std::optional<Plan> whole;  ///< with what it includes and extends; none while there are errors
  PlanErrors errors;
};

/// All plans of some folders, in all their editions. Immutable: read again to see a change.
///
/// Thread: reading is slow (disk); a library that was read can be shared between threads.
class PlanLibrary {
 public:
  /// Reads *.yaml and *.yml of the folders and everything below; a folder that does not exist holds nothing. Of the
  /// same edition of the same plan the later folder wins nothing: the second one is an error.
  ///
  /// @param today "2026-06-01": an edition that is effective only later is in force where there is no other. Empty:
  ///   dates in the future count like others.
  [[nodiscard]] static PlanLibrary read(const std::vector<std::filesystem::path>& folders, std::string today = {});
  /// The same from what was read already: file and bytes.
  [[nodiscard]] static PlanLibrary of(const std::vector<std::pair<std::filesystem::path, std::string>>& files,
                                      std::string today = {});

  [[nodiscard]] const std::vector<PlanEntry>& entries() const { return entries_; }
  /// The edition in force: the newest by effective date, then edition; broken ones are passed over. Null where there is
  /// none.
  [[nodiscard]] const Plan* find(const std::string& id) const;
  /// That edition. Null where there is none.
  [[nodiscard]] const Plan* find(const std::string& id, const std::string& edition) const;
  /// All sound editions: that in force, those before it, and last those that are not effective yet.
  [[nodiscard]] std::vector<const Plan*> editions(const std::string& id) const;
  [[nodiscard]] std::vector<std::string> ids() const;
  /// The edition in force as it was written, whether or not what it includes is sound. Null where there is none.
  [[nodiscard]] const Plan* written(const std::string& id) const;
  /// The posts that the plans name (posts.yaml of the folders).
  [[nodiscard]] const PostList& posts() const { return posts_; }

 private:
  void add(std::filesystem::path file, PlanResult plan);
  void addPosts(const std::filesystem::path& file, const std::string& bytes);
  void finish();
  [[nodiscard]] bool before(const Plan& one, const Plan& other) const;

  std::vector<PlanEntry> entries_;
  PostList posts_;
  std::string today_;
};

/// Whether an edition is newer: by effective date, then by edition, in which numbers count as numbers ("2026-10" is
/// newer than "2026-9").
[[nodiscard]] bool newerEdition(const Plan& plan, const Plan& than);

/// The station's own plans: NAME.plans beside NAME.fengsui, whether it is there or not.
[[nodiscard]] std::filesystem::path ownPlanFolder(const std::filesystem::path& station);

/// Where plans are looked for: those of the product (installed, or of the source tree), those of its modules, and the
/// station's own in NAME.plans beside NAME.fengsui. Folders that do not exist are left out.
[[nodiscard]] std::vector<std::filesystem::path> planFolders(const std::filesystem::path& productRoot,
                                                             const std::filesystem::path& station = {});

/// The same for the program that runs: the product is the folder that it was installed or built in.
[[nodiscard]] std::vector<std::filesystem::path> planFoldersHere(const std::filesystem::path& station = {});

/// What is there, as it is in force by the date of this computer.
[[nodiscard]] PlanLibrary plansHere(const std::filesystem::path& station = {});

}  // namespace fengsui
