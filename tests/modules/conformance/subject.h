// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "sdk/modelrun.h"
#include "support/tempfolder.h"

namespace fengsui::conformance {

/// A module with the inputs that modules/NAME/conformance.json names (modules/README.md says what stands in it), made
/// in a folder of their own.
class Subject {
 public:
  Subject(const HazardModule& module, Json about);

  [[nodiscard]] const HazardModule& module() const { return module_; }
  [[nodiscard]] const Json& about() const { return about_; }
  [[nodiscard]] std::filesystem::path inputs() const { return folder_.path() / "inputs"; }
  [[nodiscard]] std::filesystem::path place(const std::string& name) const { return folder_.path() / name; }

  /// The settings of the tiny scenario, with some of them said otherwise.
  [[nodiscard]] Json scenario(const Json& otherwise = Json::object()) const;
  [[nodiscard]] Result<RunRequest> request(const std::filesystem::path& out, const Json& otherwise = Json::object(),
                                           bool emptySituation = false) const;
  /// Makes the request and runs it with all that follows: exposure, advice, files.
  [[nodiscard]] Result<ModelOutcome> run(const std::filesystem::path& out, const Json& otherwise = Json::object(),
                                         bool emptySituation = false) const;

 private:
  void makeRaster(const std::string& name, const Json& about) const;
  [[nodiscard]] Surroundings around(bool emptySituation) const;

  const HazardModule& module_;
  Json about_;
  TempFolder folder_;
};

}  // namespace fengsui::conformance
