// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/geo.h"
#include "gis/coordinates.h"

class OGRSpatialReference;

namespace fengsui {

/// A coordinate system as a person names it.
struct NamedCrs {
  std::string name;  ///< "EPSG:4549", "gcj02", "bd09"
  int epsg = 4326;
  Datum datum = Datum::wgs84;
};

/// @p text: "EPSG:n", "n", "gcj02", "bd09", "wgs84". Error::invalid with these forms.
[[nodiscard]] Result<NamedCrs> crsNamed(const std::string& text);

/// The way from one coordinate system to WGS 84.
///
/// Units: those of the system; x is east or longitude. Thread: one at a time.
class Projection {
 public:
  /// Error::notFound for a number that the EPSG registry does not have.
  [[nodiscard]] static Result<Projection> from(const NamedCrs& crs);
  /// From what a file says; null is an Error::invalid that asks for the system.
  [[nodiscard]] static Result<Projection> from(const OGRSpatialReference* found);
  Projection(Projection&&) noexcept;
  Projection& operator=(Projection&&) noexcept;
  ~Projection();

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] bool inDegrees() const { return inDegrees_; }
  /// What has to be said about it: an old datum is known to some tens of metres only.
  [[nodiscard]] const std::optional<Text>& caveat() const { return caveat_; }

  [[nodiscard]] std::optional<LonLat> toWgs84(double x, double y) const;
  /// Whether the place lies where the system is meant to be used; true where nothing is known.
  [[nodiscard]] bool coversArea(LonLat) const;

 private:
  Projection();
  struct Transformation;
  std::unique_ptr<Transformation> transformation_;
  std::string name_;
  Datum datum_ = Datum::wgs84;
  bool inDegrees_ = true;
  std::optional<Text> caveat_;
};

}  // namespace fengsui
