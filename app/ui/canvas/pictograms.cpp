// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/pictograms.h"

#include <map>
#include <string_view>

#include "ui/look/svgpath.h"

namespace fengsui {
namespace {

using Pictures = std::map<std::string_view, const char*>;

const Pictures& incidentPictures() {
  static const Pictures pictures{
      {"flood", "waves"},    {"waterlogging", "waves"}, {"flashFlood", "waves"},    {"geological", "slope"},
      {"fire", "flame"},     {"forestFire", "flame"},   {"structureFire", "flame"}, {"earthquake", "shock"},
      {"hazmat", "flask"},   {"explosion", "burst"},    {"gasLeak", "flask"},       {"collapse", "brokenHouse"},
      {"traffic", "car"},    {"lostPerson", "person"},  {"powerCut", "bolt"},       {"waterCut", "drop"},
      {"snow", "snowflake"}, {"wind", "wind"},          {"publicHealth", "cross"},  {"publicSecurity", "shield"},
  };
  return pictures;
}

const Pictures& teamPictures() {
  static const Pictures pictures{
      {"comprehensive", "people"}, {"fireRescue", "flame"}, {"forestFire", "tree"},    {"flood", "waves"},
      {"mountain", "peak"},        {"medical", "cross"},    {"engineering", "digger"}, {"hazmat", "flask"},
      {"power", "bolt"},           {"gas", "flask"},        {"communication", "mast"}, {"police", "shield"},
      {"logistics", "box"},        {"town", "flag"},        {"village", "house"},
  };
  return pictures;
}

const Pictures& placePictures() {
  static const Pictures pictures{
      {"hospital", "cross"},   {"nursingHome", "house"},   {"school", "book"},       {"fireStation", "flame"},
      {"police", "shield"},    {"waterworks", "drop"},     {"powerStation", "bolt"}, {"gasStation", "flask"},
      {"fuelStation", "drop"}, {"chemicalWorks", "flask"}, {"reservoir", "dam"},     {"pumpingStation", "waves"},
      {"waterSource", "drop"}, {"government", "flag"},     {"village", "house"},     {"geological", "slope"},
      {"underpass", "bridge"}, {"ponding", "waves"},       {"forest", "tree"},       {"hazardousSite", "flask"},
      {"river", "waves"},      {"scenic", "peak"},         {"road", "car"},          {"building", "brokenHouse"},
  };
  return pictures;
}

const char* found(const Pictures& pictures, const std::string& code, const char* otherwise) {
  const auto at = pictures.find(code);
  return at == pictures.end() ? otherwise : at->second;
}

}  // namespace

const char* pictureNameOf(Kind kind, const std::string& code) {
  switch (kind) {
    case Kind::incident:
      return found(incidentPictures(), code, "exclamation");
    case Kind::team:
      return found(teamPictures(), code, "people");
    case Kind::depot:
      return "box";
    case Kind::shelter:
      return "person";
    default:
      return found(placePictures(), code, "dot");
  }
}

const QPainterPath& pictogramOf(Kind kind, const std::string& code) {
  // Read once, before threads that paint come to look.
  static const auto pictures = [] {
    std::map<std::string_view, QPainterPath> read;
    const auto add = [&](const char* name) { read.try_emplace(name, symbolPath(QLatin1String(name))); };
    for (const Pictures* kinds : {&incidentPictures(), &teamPictures(), &placePictures()})
      for (const auto& [word, name] : *kinds) add(name);
    for (const char* name : {"exclamation", "people", "box", "person", "dot"}) add(name);
    return read;
  }();
  return pictures.at(pictureNameOf(kind, code));
}

}  // namespace fengsui
