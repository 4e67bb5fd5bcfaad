// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/district/basemapfile.h"

#include <cpl_error.h>
#include <ogr_spatialref.h>

#include "gis/district/basemap.h"

namespace fengsui {

namespace {

OGRwkbGeometryType wkbOf(BaseGeometry geometry) {
  switch (geometry) {
    case BaseGeometry::point:
      return wkbPoint;
    case BaseGeometry::line:
      return wkbLineString;
    case BaseGeometry::area:
      return wkbMultiPolygon;
  }
  return wkbUnknown;
}

OGRFieldType fieldTypeOf(BaseFieldType type) {
  switch (type) {
    case BaseFieldType::text:
      return OFTString;
    case BaseFieldType::integer:
      return OFTInteger;
    case BaseFieldType::wide:
      return OFTInteger64;
    case BaseFieldType::real:
      return OFTReal;
  }
  return OFTString;
}

Error cannotWrite(const std::filesystem::path& file, const std::string& said) {
  Error error{ErrorCode::io,
              {"the base map cannot be written: " + said, "底图文件无法写入：" + said},
              {},
              {}};
  error.place.file = file.string();
  return error;
}

}  // namespace

QuietGdal::QuietGdal() {
  GDALAllRegister();
  CPLPushErrorHandler(CPLQuietErrorHandler);
  CPLErrorReset();
}
QuietGdal::~QuietGdal() { CPLPopErrorHandler(); }
std::string QuietGdal::lastMessage() { return CPLGetLastErrorMsg(); }

Result<BaseMapFile> BaseMapFile::create(const std::filesystem::path& file) {
  const QuietGdal quiet;
  BaseMapFile out(file);
  GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
  if (!driver) return failure(cannotWrite(file, "GDAL has no GeoPackage driver"));
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
  out.dataset_.reset(driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  if (!out.dataset_) return failure(cannotWrite(file, QuietGdal::lastMessage()));

  OGRSpatialReference wgs84;
  wgs84.importFromEPSG(4326);
  wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  for (const BaseTable& table : baseTables()) {
    CPLStringList options;
    options.SetNameValue("GEOMETRY_NAME", "geom");
    options.SetNameValue("DESCRIPTION", table.description);
    OGRLayer* layer = out.dataset_->CreateLayer(table.name, &wgs84, wkbOf(table.geometry), options.List());
    if (!layer) return failure(cannotWrite(file, QuietGdal::lastMessage()));
    for (const auto fields : {commonFields(), table.ownFields}) {
      for (const BaseField& field : fields) {
        OGRFieldDefn definition(field.name, fieldTypeOf(field.type));
        if (layer->CreateField(&definition) != OGRERR_NONE) return failure(cannotWrite(file, QuietGdal::lastMessage()));
      }
    }
    out.layers_.push_back(layer);
    out.rows_.push_back(0);
  }
  out.dataset_->StartTransaction();
  return out;
}

void BaseMapFile::add(BaseLayer layer, std::unique_ptr<OGRGeometry> geometry, const BaseAttributes& attributes) {
  if (!geometry || geometry->IsEmpty() || !firstFailure_.empty()) return;
  const auto index = static_cast<std::size_t>(layer);
  OGRLayer& table = *layers_[index];
  const BaseGeometry wanted = tableOf(layer).geometry;
  if (wanted == BaseGeometry::area && wkbFlatten(geometry->getGeometryType()) == wkbPolygon) {
    geometry.reset(OGRGeometryFactory::forceToMultiPolygon(geometry.release()));
  }
  const auto feature =
      std::unique_ptr<OGRFeature, void (*)(OGRFeature*)>(OGRFeature::CreateFeature(table.GetLayerDefn()),
                                                         OGRFeature::DestroyFeature);
  for (const auto& [name, value] : attributes) {
    if (const auto* text = std::get_if<std::string>(&value)) {
      if (!text->empty()) feature->SetField(name, text->c_str());
    } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
      feature->SetField(name, static_cast<GIntBig>(*whole));
    } else {
      feature->SetField(name, std::get<double>(value));
    }
  }
  feature->SetGeometryDirectly(geometry.release());
  const QuietGdal quiet;
  if (table.CreateFeature(feature.get()) != OGRERR_NONE) {
    firstFailure_ = QuietGdal::lastMessage();
  } else {
    ++rows_[index];
  }
}

Outcome BaseMapFile::close() {
  const QuietGdal quiet;
  if (firstFailure_.empty() && dataset_->CommitTransaction() != OGRERR_NONE) firstFailure_ = QuietGdal::lastMessage();
  dataset_.reset();
  if (firstFailure_.empty()) firstFailure_ = CPLGetLastErrorType() >= CE_Failure ? QuietGdal::lastMessage() : "";
  if (!firstFailure_.empty()) return failure(cannotWrite(file_, firstFailure_));
  return {};
}

Outcome createEmptyBaseMap(const std::filesystem::path& file) {
  auto created = BaseMapFile::create(file);
  if (!created) return failure(created.error());
  return created->close();
}

}  // namespace fengsui
