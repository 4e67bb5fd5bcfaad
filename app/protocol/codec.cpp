// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>

#include "protocol/fields.h"
#include "protocol/messages.h"

namespace fengsui::protocol {

namespace {

constexpr int widestPx = 16384;
constexpr double anyScale = 1e12;

// ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────────

struct Writer {
  Blob blob;

  Json operator()(const Hello& m) const {
    return {{"type", "hello"},
            {"protocol", m.protocol},
            {"program", m.program},
            {"version", m.version},
            {"token", m.token}};
  }
  Json operator()(const OpenProject& m) const {
    return {{"type", "openProject"}, {"generation", m.generation}, {"path", m.path}};
  }
  Json operator()(const Render& m) const {
    return {{"type", "render"},
            {"generation", m.generation},
            {"lane", laneName(m.lane)},
            {"extent", jsonOf(m.extent)},
            {"widthPx", m.widthPx},
            {"heightPx", m.heightPx},
            {"devicePixelRatio", m.devicePixelRatio},
            {"dpi", m.dpi},
            {"style", m.style},
            {"labels", labelsName(m.labels)},
            {"layers", m.layers},
            {"hidden", m.hidden},
            {"background", m.background},
            {"deadlineMs", m.deadlineMs}};
  }
  Json operator()(const Cancel& m) const {
    return {{"type", "cancel"}, {"generation", m.generation}, {"andOlder", m.andOlder}};
  }
  Json operator()(const Identify& m) const {
    return {{"type", "identify"},         {"generation", m.generation}, {"x", m.x},          {"y", m.y},
            {"toleranceM", m.toleranceM}, {"layers", m.layers},         {"hidden", m.hidden}};
  }
  Json operator()(const Ping& m) const { return {{"type", "ping"}, {"number", m.number}}; }

  Json operator()(const ProjectOpened& m) {
    Json layers = Json::array();
    for (const Layer& layer : m.layers) {
      Json legend = Json::array();
      for (const LegendEntry& entry : layer.legend) {
        legend.push_back({{"label", entry.label}, {"offset", blob.size()}, {"length", entry.iconPng.size()}});
        std::ranges::copy(entry.iconPng, std::back_inserter(blob));
      }
      Json one{{"id", layer.id},
               {"name", layer.name},
               {"group", layer.group},
               {"kind", layer.kind},
               {"visible", layer.visible},
               {"scaleFar", layer.scaleFar},
               {"scaleNear", layer.scaleNear},
               {"legend", std::move(legend)}};
      if (layer.error) one["error"] = jsonOf(*layer.error);
      layers.push_back(std::move(one));
    }
    return {{"type", "projectOpened"},
            {"generation", m.generation},
            {"path", m.path},
            {"title", m.title},
            {"extent", jsonOf(m.extent)},
            {"styles", m.styles},
            {"layers", std::move(layers)},
            {"elapsedMs", m.elapsedMs}};
  }
  Json operator()(Rendered& m) {
    Json errors = Json::array();
    for (const LayerError& error : m.errors) {
      errors.push_back({{"layer", error.layer}, {"message", jsonOf(error.message)}});
    }
    blob = std::move(m.pixels);
    return {{"type", "rendered"},
            {"generation", m.generation},
            {"lane", laneName(m.lane)},
            {"extent", jsonOf(m.extent)},
            {"widthPx", m.widthPx},
            {"heightPx", m.heightPx},
            {"format", "argb32premultiplied"},
            {"elapsedMs", m.elapsedMs},
            {"complete", m.complete},
            {"errors", std::move(errors)},
            {"labels", m.labels}};
  }
  Json operator()(const Cancelled& m) const { return {{"type", "cancelled"}, {"generation", m.generation}}; }
  Json operator()(const Identified& m) const {
    Json features = Json::array();
    for (const Feature& feature : m.features) {
      Json attributes = Json::array();
      for (const Attribute& attribute : feature.attributes) {
        attributes.push_back({{"name", attribute.name}, {"value", attribute.value}});
      }
      features.push_back({{"layer", feature.layer}, {"title", feature.title}, {"attributes", std::move(attributes)}});
    }
    return {{"type", "identified"}, {"generation", m.generation}, {"features", std::move(features)}};
  }
  Json operator()(const Pong& m) const {
    return {{"type", "pong"}, {"number", m.number}, {"doing", m.doing}, {"sinceMs", m.sinceMs}};
  }
  Json operator()(const Failure& m) const {
    return {{"type", "failure"}, {"generation", m.generation}, {"error", jsonOf(m.error)}};
  }
};

// ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────────

Render readRender(FieldReader& in) {
  Render m{.generation = in.count("generation"),
           .lane = in.lane("lane"),
           .extent = in.extent("extent"),
           .widthPx = in.integer("widthPx", 1, widestPx),
           .heightPx = in.integer("heightPx", 1, widestPx),
           .devicePixelRatio = in.number("devicePixelRatio", 0.5, 8),
           .dpi = in.number("dpi", 24, 1200),
           .style = in.text("style", 256),
           .labels = in.labels("labels"),
           .layers = in.texts("layers"),
           .hidden = in.texts("hidden"),
           .background = in.text("background", 32),
           .deadlineMs = in.integer("deadlineMs", 1, 3'600'000)};
  if (!in.fault() && m.extent.empty()) in.wrong("extent", {"is empty", "为空"});
  if (std::size_t(m.widthPx) * std::size_t(m.heightPx) * 4 > maxBlobBytes) {
    in.wrong("widthPx", {"and heightPx make an image larger than a message may be", "和 heightPx 的图像超过消息上限"});
  }
  return m;
}

Layer readLayer(FieldReader& in, const Blob& blob) {
  Layer layer{.id = in.text("id"),
              .name = in.text("name"),
              .group = in.text("group"),
              .kind = in.text("kind", 32),
              .visible = in.flag("visible"),
              .scaleFar = in.number("scaleFar", 0, anyScale),
              .scaleNear = in.number("scaleNear", 0, anyScale),
              .legend = {},
              .error = {}};
  for (FieldReader& entry : in.objects("legend")) {
    const auto offset = entry.count("offset");
    const auto length = entry.count("length");
    if (offset > blob.size() || length > blob.size() - offset) {
      entry.wrong("length", {"reaches past the data", "超出数据范围"});
    } else {
      const auto begin = blob.begin() + static_cast<std::ptrdiff_t>(offset);
      layer.legend.push_back({entry.text("label"), Blob(begin, begin + static_cast<std::ptrdiff_t>(length))});
    }
    in.adopt(entry);
  }
  if (in.has("error")) layer.error = in.bilingual("error");
  return layer;
}

ProjectOpened readProjectOpened(FieldReader& in, const Blob& blob) {
  ProjectOpened m{.generation = in.count("generation"),
                  .path = in.text("path"),
                  .title = in.text("title"),
                  .extent = in.extent("extent"),
                  .styles = in.texts("styles"),
                  .layers = {},
                  .elapsedMs = in.integer("elapsedMs", 0, 1'000'000'000)};
  for (FieldReader& layer : in.objects("layers")) {
    m.layers.push_back(readLayer(layer, blob));
    in.adopt(layer);
  }
  return m;
}

Rendered readRendered(FieldReader& in, Blob&& blob) {
  Rendered m{.generation = in.count("generation"),
             .lane = in.lane("lane"),
             .extent = in.extent("extent"),
             .widthPx = in.integer("widthPx", 1, widestPx),
             .heightPx = in.integer("heightPx", 1, widestPx),
             .elapsedMs = in.integer("elapsedMs", 0, 1'000'000'000),
             .complete = in.flag("complete"),
             .errors = {},
             .pixels = std::move(blob),
             .labels = in.numberLists("labels", 4)};
  if (in.text("format", 64) != "argb32premultiplied") in.wrong("format", {"is not known", "未知"});
  if (std::size_t(m.widthPx) * std::size_t(m.heightPx) * 4 != m.pixels.size()) {
    in.wrong("widthPx", {"and heightPx do not fit the data", "和 heightPx 与数据不符"});
  }
  for (FieldReader& error : in.objects("errors")) {
    m.errors.push_back({error.text("layer"), error.bilingual("message")});
    in.adopt(error);
  }
  return m;
}

Identified readIdentified(FieldReader& in) {
  Identified m{.generation = in.count("generation"), .features = {}};
  for (FieldReader& feature : in.objects("features")) {
    Feature one{feature.text("layer"), feature.text("title"), {}};
    for (FieldReader& attribute : feature.objects("attributes")) {
      one.attributes.push_back({attribute.text("name"), attribute.text("value")});
      feature.adopt(attribute);
    }
    m.features.push_back(std::move(one));
    in.adopt(feature);
  }
  return m;
}

std::optional<Message> readMessage(const std::string& type, FieldReader& in, Blob&& blob) {
  constexpr int anyInt = 1'000'000'000;
  constexpr double farM = 1e8;
  if (type == "hello") {
    return Hello{in.integer("protocol", 0, anyInt), in.text("program", 256), in.text("version", 256),
                 in.text("token", 256)};
  }
  if (type == "openProject") return OpenProject{in.count("generation"), in.text("path")};
  if (type == "render") return readRender(in);
  if (type == "cancel") return Cancel{in.count("generation"), in.flag("andOlder")};
  if (type == "identify") {
    return Identify{in.count("generation"),           in.number("x", -farM, farM), in.number("y", -farM, farM),
                    in.number("toleranceM", 0, farM), in.texts("layers"),          in.texts("hidden")};
  }
  if (type == "ping") return Ping{in.count("number")};
  if (type == "projectOpened") return readProjectOpened(in, blob);
  if (type == "rendered") return readRendered(in, std::move(blob));
  if (type == "cancelled") return Cancelled{in.count("generation")};
  if (type == "identified") return readIdentified(in);
  if (type == "pong") return Pong{in.count("number"), in.text("doing", 64), in.integer("sinceMs", 0, anyInt)};
  if (type == "failure") return Failure{in.count("generation"), in.error("error")};
  return std::nullopt;
}

}  // namespace

Frame encode(Message message) {
  Writer writer;
  const Json json = std::visit(writer, message);
  // Names of layers and files come from the world; a byte that is not UTF-8 must not stop the answer.
  return {json.dump(-1, ' ', false, Json::error_handler_t::replace), std::move(writer.blob)};
}

Result<Message> decode(Frame frame) {
  const Json json = Json::parse(frame.json, nullptr, false);
  if (json.is_discarded() || !json.is_object()) {
    return failure(ErrorCode::invalid,
                   {"a message of the map engine protocol is not a JSON object", "地图引擎协议消息不是 JSON 对象"});
  }
  FieldReader in(json);
  const auto type = in.text("type", 64);
  auto message = readMessage(type, in, std::move(frame.blob));
  if (in.fault()) return failure(*in.fault());
  if (!message) {
    return failure(ErrorCode::invalid, {"the map engine protocol has no message of type \"" + type + "\"",
                                        "地图引擎协议没有类型为“" + type + "”的消息"});
  }
  return std::move(*message);
}

}  // namespace fengsui::protocol
