// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fstream>
#include <string>
#include <vector>

// QGIS projects of a few lines, enough for the engine to open and draw.

namespace fengsui {

/// A layer that cannot be drawn at once, or at all. QGIS takes a layer of so few words only
/// as a raster and with an id of 18 characters or more.
struct ProjectLayer {
  std::string id, name, provider, source;
};

inline std::string projectText(const std::vector<ProjectLayer>& layers = {}) {
  std::string maplayers;
  std::string tree;
  for (const auto& [id, name, provider, source] : layers) {
    maplayers += "<maplayer type=\"raster\"><id>" + id + "</id><datasource>" + source + "</datasource><layername>" +
                 name + "</layername><provider>" + provider + "</provider></maplayer>";
    tree += "<layer-tree-layer id=\"" + id + "\" name=\"" + name + "\" checked=\"Qt::Checked\" providerKey=\"" +
            provider + "\"/>";
  }
  return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22.0\" projectname=\"test\">"
         "<title>test</title><projectlayers>" +
         maplayers + "</projectlayers><layer-tree-group>" + tree + "</layer-tree-group></qgis>\n";
}

/// The source of a WMS layer, as it stands in a project.
inline std::string wmsSource(const std::string& url) {
  return "crs=EPSG:3857&amp;format=image/png&amp;layers=a&amp;styles=&amp;url=" + url;
}

inline void writeProject(const std::string& path, const std::vector<ProjectLayer>& layers = {}) {
  std::ofstream(path) << projectText(layers);
}

}  // namespace fengsui
