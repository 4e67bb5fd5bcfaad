// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sdk/storedforms.h"

namespace fengsui {

/// A run that somebody might want, filled in from what is known, and why.
struct ScenarioProposal {
  std::string module;  ///< whose settings they are: another module's where one thing leads to the next
  Text title;
  std::vector<Text> because;
  Json settings = Json::object();  ///< by name; what is left out has its standard value

  bool operator==(const ScenarioProposal&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("module", self.module);
    field("title", self.title);
    field("because", self.because);
    field("settings", self.settings);
  }
};

/// A file that a run left for other programs.
struct ResultFile {
  std::string file;  ///< in the folder of the results
  Text title;
  std::string unit;

  bool operator==(const ResultFile&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("file", self.file);
    field("title", self.title);
    field("unit", self.unit);
  }
};

/// What a run came to; forecast.json in the folder of its results, written last: without it the run did not end.
struct Forecast {
  std::string module;
  std::string version;
  Instant start;  ///< the moment at which its time begins
  std::int64_t durationMs = 0;
  std::string frames;   ///< its layer over time (hazardframes.h), in the folder of the results
  std::string maximum;  ///< the same as one frame: the largest value of each cell
  std::vector<ResultFile> files;
  std::vector<Text> confidence;          ///< how far to trust it, in words
  Json summary = Json::object();         ///< the module's own figures
  Json provenance = Json::object();      ///< settings, hashes of the inputs, wall time, balances
  std::vector<ScenarioProposal> causes;  ///< what it may lead to

  bool operator==(const Forecast&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("module", self.module);
    field("version", self.version);
    field("start", self.start);
    field("durationMs", self.durationMs);
    field("frames", self.frames);
    field("maximum", self.maximum);
    field("files", self.files);
    field("confidence", self.confidence);
    field("summary", self.summary);
    field("provenance", self.provenance);
    field("causes", self.causes);
  }
};

/// Thread: any; slow (disk). Errors: io; notFound where the run did not end; unreadable.
[[nodiscard]] Outcome writeForecast(const Forecast& forecast, const std::filesystem::path& folder);
[[nodiscard]] Result<Forecast> readForecast(const std::filesystem::path& folder);

}  // namespace fengsui
