// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/result.h"
#include "protocol/frame.h"

namespace fengsui::protocol {

/// Both ends must have exactly this number: they are installed together, so a difference means a broken installation.
inline constexpr int protocolVersion = 3;

/// The order of a request. The client counts up; every answer carries the number of what it answers. 0 = none.
using Generation = std::uint64_t;

/// A rectangle of the map. Units: metres of EPSG:3857.
struct Extent {
  double xMin = 0;
  double yMin = 0;
  double xMax = 0;
  double yMax = 0;

  bool operator==(const Extent&) const = default;
  [[nodiscard]] bool empty() const { return !(xMax > xMin && yMax > yMin); }
};

/// The first message in both directions. The engine speaks first.
struct Hello {
  int protocol = protocolVersion;
  std::string program;  ///< "fengsui", "fengsui-mapengine"
  std::string version;
  std::string token;  ///< the secret that the client gave to the engine it started

  bool operator==(const Hello&) const = default;
};

// ── client → engine ──────────────────────────────────────────────────────────────────────────────────────────────

struct OpenProject {
  Generation generation = 0;
  std::string path;  ///< .qgs or .qgz, or data that QGIS reads (NAME.gpkg), which is drawn with plain symbols

  bool operator==(const OpenProject&) const = default;
};

/// What an image is for. It decides which request gives way.
enum class Lane {
  view,    ///< the exact view on screen: the newest generation wins, and it goes before tiles
  labels,  ///< the labels of the view alone: the newest generation wins
  tile,    ///< one metatile: they queue, first come first served, until cancelled
};

enum class Labels { with, without, only };

/// One image of the project.
struct Render {
  Generation generation = 0;
  Lane lane = Lane::view;
  Extent extent;    ///< widened to the shape of the image where it differs
  int widthPx = 0;  ///< device pixels, 1 … 16384
  int heightPx = 0;
  double devicePixelRatio = 1;  ///< makes symbols and type larger, not the image
  double dpi = 96;              ///< of one logical pixel
  std::string style =
      "day";  ///< a map theme of the project; "day" where it has no such theme, as saved where it has none
  Labels labels = Labels::with;
  std::vector<std::string> layers;  ///< ids; empty: those that the style shows
  std::vector<std::string> hidden;  ///< ids of layers that are left out
  std::string background;           ///< "#rrggbb", "transparent" or empty: that of the style
  int deadlineMs = 10'000;          ///< then what there is is sent, with the silent layers named

  bool operator==(const Render&) const = default;
};

struct Cancel {
  Generation generation = 0;
  bool andOlder = false;

  bool operator==(const Cancel&) const = default;
};

/// What lies at a point of the map.
struct Identify {
  Generation generation = 0;
  double x = 0;  ///< EPSG:3857
  double y = 0;
  double toleranceM = 0;
  std::vector<std::string> layers;  ///< ids; empty: all that are visible
  std::vector<std::string> hidden;  ///< ids of layers that are left out

  bool operator==(const Identify&) const = default;
};

struct Ping {
  std::uint64_t number = 0;

  bool operator==(const Ping&) const = default;
};

// ── engine → client ──────────────────────────────────────────────────────────────────────────────────────────────

struct LegendEntry {
  std::string label;
  Blob iconPng;

  bool operator==(const LegendEntry&) const = default;
};

struct Layer {
  std::string id;
  std::string name;
  std::string group;  ///< empty at the top
  std::string kind;   ///< "vector", "raster", "other"
  bool visible = true;
  /// Scale denominators between which it is drawn: largest ("from far") and smallest ("from near"); 0 = no limit.
  double scaleFar = 0;
  double scaleNear = 0;
  std::vector<LegendEntry> legend;
  std::optional<Text> error;  ///< why it cannot be drawn; the project works without it

  bool operator==(const Layer&) const = default;
};

struct ProjectOpened {
  Generation generation = 0;
  std::string path;
  std::string title;
  Extent extent;                    ///< what a first view should show; empty when no layer could be read
  std::vector<std::string> styles;  ///< what may be asked for as Render::style
  std::vector<Layer> layers;        ///< the topmost first
  int elapsedMs = 0;

  bool operator==(const ProjectOpened&) const = default;
};

struct LayerError {
  std::string layer;
  Text message;

  bool operator==(const LayerError&) const = default;
};

/// The image: ARGB32 premultiplied, four bytes B G R A per pixel, rows from the top without padding.
struct Rendered {
  Generation generation = 0;
  Lane lane = Lane::view;
  Extent extent;  ///< what the image shows, to its edges
  int widthPx = 0;
  int heightPx = 0;
  int elapsedMs = 0;
  bool complete = true;  ///< false: the deadline passed, see errors
  std::vector<LayerError> errors;
  Blob pixels;
  /// Of Lane::labels: where each name lies, as x, y, width, height in pixels of the image, for each of its parts.
  std::vector<std::vector<int>> labels;

  bool operator==(const Rendered&) const = default;
};

/// The request was given up: cancelled, or overtaken by a newer one of its lane.
struct Cancelled {
  Generation generation = 0;

  bool operator==(const Cancelled&) const = default;
};

struct Attribute {
  std::string name;
  std::string value;

  bool operator==(const Attribute&) const = default;
};

struct Feature {
  std::string layer;
  std::string title;
  std::vector<Attribute> attributes;

  bool operator==(const Feature&) const = default;
};

struct Identified {
  Generation generation = 0;
  std::vector<Feature> features;  ///< the topmost layer first

  bool operator==(const Identified&) const = default;
};

struct Pong {
  std::uint64_t number = 0;
  std::string doing;  ///< "idle", "opening", "rendering"
  int sinceMs = 0;    ///< for how long

  bool operator==(const Pong&) const = default;
};

// ── both ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/// The answer to a request that could not be met; generation 0: about the connection, which then ends.
struct Failure {
  Generation generation = 0;
  Error error;

  bool operator==(const Failure&) const = default;
};

using Message = std::variant<Hello, OpenProject, Render, Cancel, Identify, Ping, ProjectOpened, Rendered, Cancelled,
                             Identified, Pong, Failure>;

/// Pixels and icons are moved into the blob, not copied.
[[nodiscard]] Frame encode(Message message);

/// @return Error::invalid with the field at fault. Every number that is used as a size, a scale or an extent is checked
/// here.
[[nodiscard]] Result<Message> decode(Frame frame);

}  // namespace fengsui::protocol
