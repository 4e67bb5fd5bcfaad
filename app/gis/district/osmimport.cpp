// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/district/osmimport.h"

#include <algorithm>
#include <osmium/area/assembler_legacy.hpp>
#include <osmium/area/multipolygon_manager_legacy.hpp>
#include <osmium/handler.hpp>
#include <osmium/handler/node_locations_for_ways.hpp>
#include <osmium/index/map/flex_mem.hpp>
#include <osmium/io/any_input.hpp>
#include <osmium/relations/manager_util.hpp>
#include <osmium/visitor.hpp>
#include <unordered_map>

#include "gis/district/osmclass.h"
#include "gis/district/osmgeometry.h"

namespace fengsui {

namespace {

using LocationIndex = osmium::index::map::FlexMem<osmium::unsigned_object_id_type, osmium::Location>;
using Locations = osmium::handler::NodeLocationsForWays<LocationIndex>;
using Assembler = osmium::area::AssemblerLegacy;
// The kind that also understands relations whose tags are on their outer ways: old extracts are full of them.
using Areas = osmium::area::MultipolygonManagerLegacy<Assembler>;

struct Stopped {};

DistrictBox boxOf(const osmium::Box& box) {
  if (!box.valid()) return {};
  return {box.bottom_left().lon(), box.bottom_left().lat(), box.top_right().lon(), box.top_right().lat()};
}

/// Which ways are borders, of what, and whose borders the file has.
class Borders : public osmium::handler::Handler {
 public:
  void relation(const osmium::Relation& relation) {
    const auto kind = adminClass(relation.tags());
    if (!kind) return;
    const char* name = relation.tags().get_value_by_key("name");
    Area area{name ? name : "", 0, 0, {}};
    for (const auto& member : relation.members()) {
      if (member.type() != osmium::item_type::way) continue;
      ++area.ways;
      Way& way = ways_.try_emplace(member.ref(), Way{levelOf(*kind), {}}).first->second;
      // A district border that is also a national one is national.
      way.level = std::min(way.level, levelOf(*kind));
      way.areas.push_back(areas_.size());
    }
    areas_.push_back(std::move(area));
  }

  /// Notes the way as present. @return the level of the border, nothing for a way that is none.
  [[nodiscard]] std::optional<int> levelOf(const osmium::Way& way) {
    if (const auto found = ways_.find(way.id()); found != ways_.end()) {
      for (const std::size_t index : found->second.areas) {
        ++areas_[index].present;
        for (const auto& node : way.nodes()) {
          if (node.location().valid()) areas_[index].box.extend(node.location());
        }
      }
      return found->second.level;
    }
    const auto own = adminClass(way.tags());
    return own ? std::optional(levelOf(*own)) : std::nullopt;
  }

  /// The largest area whose border is (nearly) all in the file: what the file is an extract of. An extract often
  /// lacks a border way or two, so its own area may not close.
  void nameDistrict(OsmSummary& out) const {
    constexpr double nearly = 0.8;
    double largest = 0;
    for (const Area& area : areas_) {
      if (!area.box.valid() || area.present < nearly * area.ways) continue;
      const double size = area.box.size();
      if (size <= largest) continue;
      largest = size;
      out.areaName = area.name;
      out.areaBox = boxOf(area.box);
    }
  }

  static int levelOf(const BaseClass& kind) {
    for (const auto& [name, value] : kind.attributes) {
      if (std::string_view(name) == "admin_level") return static_cast<int>(std::get<std::int64_t>(value));
    }
    return 0;
  }

 private:
  struct Way {
    int level;
    std::vector<std::size_t> areas;
  };
  struct Area {
    std::string name;
    int ways;
    int present;
    osmium::Box box;
  };
  std::unordered_map<osmium::object_id_type, Way> ways_;
  std::vector<Area> areas_;
};

class Writer : public osmium::handler::Handler {
 public:
  Writer(BaseMapFile& out, Borders& borders) : out_(out), borders_(borders) {}

  void node(const osmium::Node& node) {
    note(node);
    if (node.tags().empty() || !node.location().valid()) return;
    for (const auto& kind : {pointClass(node.tags()), poiClass(node.tags())}) {
      if (kind) add(*kind, node, [&] { return pointOf(node); });
    }
  }

  void way(const osmium::Way& way) {
    note(way);
    const auto line = [&] { return lineOf(way); };
    if (const auto level = borders_.levelOf(way)) {
      BaseClass border{BaseLayer::boundary, adminName(*level), {{"admin_level", std::int64_t{*level}}}};
      addNameless(border, way, line);
    }
    if (way.tags().empty()) return;
    for (const auto& kind : {roadClass(way.tags()), lineClass(way.tags())}) {
      if (kind) add(*kind, way, line);
    }
  }

  void area(const osmium::Area& area) {
    const auto& tags = area.tags();
    const auto polygon = [&] { return polygonsOf(area); };
    if (const auto kind = areaClass(tags)) add(*kind, area, polygon);
    if (const auto kind = adminClass(tags)) add(*kind, area, polygon);
    for (const auto& kind : {pointClass(tags), poiClass(tags)}) {
      if (kind) add(*kind, area, [&] { return inside(*polygonsOf(area)); });
    }
  }

  [[nodiscard]] OsmSummary summary() const {
    OsmSummary out;
    borders_.nameDistrict(out);
    if (newest_.valid()) out.editionUtc = newest_.to_iso();
    return out;
  }

 private:
  static std::unique_ptr<OGRGeometry> inside(const OGRGeometry& area) {
    auto point = std::make_unique<OGRPoint>();
    if (area.IsEmpty()) return nullptr;
    if (area.toMultiPolygon()->Centroid(point.get()) != OGRERR_NONE) return nullptr;
    return point;
  }

  template <class Object, class Geometry>
  void add(const BaseClass& kind, const Object& object, Geometry geometry) {
    BaseClass withNames = kind;
    for (auto& name : namesOnTags(object.tags())) withNames.attributes.push_back(std::move(name));
    addNameless(withNames, object, geometry);
  }

  template <class Object, class Geometry>
  void addNameless(BaseClass& kind, const Object& object, Geometry geometry) {
    BaseAttributes& attributes = kind.attributes;
    attributes.emplace_back("class", kind.name);
    attributes.emplace_back("osm_id", std::int64_t{idOf(object)});
    out_.add(kind.layer, geometry(), attributes);
  }

  static osmium::object_id_type idOf(const osmium::OSMObject& object) { return object.id(); }
  static osmium::object_id_type idOf(const osmium::Area& area) { return area.orig_id(); }

  void note(const osmium::OSMObject& object) {
    if (object.timestamp() > newest_) newest_ = object.timestamp();
  }

  BaseMapFile& out_;
  Borders& borders_;
  osmium::Timestamp newest_;
};

/// The box of all nodes; relations of a neighbour may reach outside, their nodes do not come with an extract.
class DataBox : public osmium::handler::Handler {
 public:
  void node(const osmium::Node& node) {
    if (node.location().valid()) box_.extend(node.location());
  }
  [[nodiscard]] DistrictBox box() const { return boxOf(box_); }

 private:
  osmium::Box box_;
};

Error unreadable(const std::filesystem::path& file, const std::string& said) {
  Error error{ErrorCode::unreadable,
              {"the OpenStreetMap file cannot be read: " + said, "OpenStreetMap 文件无法读取：" + said},
              {"give a .osm.pbf, .osm or .osm.bz2 extract", "请提供 .osm.pbf、.osm 或 .osm.bz2 数据"},
              {}};
  error.place.file = file.string();
  return error;
}

template <class Step>
void readWith(const std::filesystem::path& file, const BaseMapProgress& progress, const Text& name, double from,
              double to, const std::stop_token& stop, Step step) {
  osmium::io::Reader reader(file.string());
  const double size = std::max<double>(1, static_cast<double>(reader.file_size()));
  while (osmium::memory::Buffer buffer = reader.read()) {
    if (stop.stop_requested()) throw Stopped{};
    step(buffer);
    progress(from + (to - from) * std::min(1.0, static_cast<double>(reader.offset()) / size), name);
  }
  reader.close();
}

}  // namespace

Result<OsmSummary> importOsm(const std::filesystem::path& file, BaseMapFile& out, const BaseMapProgress& progress,
                             const std::stop_token& stop) {
  std::error_code unread;
  if (!std::filesystem::is_regular_file(file, unread)) {
    Error error{ErrorCode::notFound, {"the OpenStreetMap file does not exist", "OpenStreetMap 文件不存在"}, {}, {}};
    error.place.file = file.string();
    return failure(error);
  }
  try {
    Assembler::config_type config;
    config.ignore_invalid_locations = true;
    Areas areas(config);
    Borders borders;
    readWith(file, progress, {"reading relations", "读取关系"}, 0, 0.1, stop,
             [&](osmium::memory::Buffer& buffer) { osmium::apply(buffer, areas, borders); });
    areas.prepare_for_lookup();

    LocationIndex index;
    Locations locations(index);
    locations.ignore_errors();
    DataBox box;
    Writer writer(out, borders);
    auto& assembled = areas.handler([&](osmium::memory::Buffer&& buffer) { osmium::apply(buffer, writer); });
    readWith(file, progress, {"reading map objects", "读取地图要素"}, 0.1, 1, stop,
             [&](osmium::memory::Buffer& buffer) { osmium::apply(buffer, locations, box, writer, assembled); });

    OsmSummary summary = writer.summary();
    summary.dataBox = box.box();
    summary.brokenAreas = static_cast<long>(areas.stats().invalid_locations + areas.stats().open_rings);
    return summary;
  } catch (const Stopped&) {
    return failure(ErrorCode::refused, {"stopped", "已停止"});
  } catch (const std::exception& error) {
    // libosmium reports broken input, a full memory and a missing decoder alike by exceptions.
    return failure(unreadable(file, error.what()));
  }
}

}  // namespace fengsui
