// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ogrsf_frmts.h>

#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "core/result.h"
#include "gis/district/schema.h"

namespace fengsui {

/// A value of a row; an empty text or a missing entry is NULL.
using BaseValue = std::variant<std::string, std::int64_t, double>;
using BaseAttributes = std::vector<std::pair<const char*, BaseValue>>;

/// base.gpkg while it is being written.
///
/// Thread: one at a time. Errors: the first failure of a write is kept and returned by close().
class BaseMapFile {
 public:
  [[nodiscard]] static Result<BaseMapFile> create(const std::filesystem::path& file);

  /// Takes lines and polygons as they are or as collections. Ignores an empty geometry.
  void add(BaseLayer layer, std::unique_ptr<OGRGeometry> geometry, const BaseAttributes& attributes);
  [[nodiscard]] long rows(BaseLayer layer) const { return rows_[static_cast<std::size_t>(layer)]; }
  [[nodiscard]] Outcome close();

 private:
  explicit BaseMapFile(std::filesystem::path file) : file_(std::move(file)) {}

  struct Closer {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
  };
  std::filesystem::path file_;
  std::unique_ptr<GDALDataset, Closer> dataset_;
  std::vector<OGRLayer*> layers_;
  std::vector<long> rows_;
  std::string firstFailure_;
};

/// GDAL says on standard error what it returns anyway: silences it while this lives, in this thread.
class QuietGdal {
 public:
  QuietGdal();
  ~QuietGdal();
  QuietGdal(const QuietGdal&) = delete;
  QuietGdal& operator=(const QuietGdal&) = delete;
  [[nodiscard]] static std::string lastMessage();
};

}  // namespace fengsui
