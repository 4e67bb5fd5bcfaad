// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/dimacs.h"

#include <zlib.h>

#include <cstdio>
#include <string>
#include <unordered_map>

namespace fengsui {
namespace {

template <class Take>
void eachLine(const std::filesystem::path& file, Take&& take) {
  gzFile in = gzopen(file.c_str(), "rb");
  if (!in) return;
  char line[256];
  while (gzgets(in, line, sizeof line)) take(line);
  gzclose(in);
}

struct ArcLine {
  std::uint32_t from, to, weight;
};
std::vector<ArcLine> arcsOf(const std::filesystem::path& file) {
  std::vector<ArcLine> out;
  eachLine(file, [&](const char* line) {
    ArcLine arc{};
    if (std::sscanf(line, "a %u %u %u", &arc.from, &arc.to, &arc.weight) == 3) out.push_back(arc);
  });
  return out;
}

}  // namespace

DimacsNetwork readDimacs(const std::filesystem::path& folder, const std::string& name) {
  DimacsNetwork out;
  if (!std::filesystem::exists(folder / ("USA-road-t." + name + ".gr.gz"))) return out;
  RoadGraphBuilder builder;
  eachLine(folder / ("USA-road-d." + name + ".co.gz"), [&](const char* line) {
    unsigned id = 0;
    int x = 0, y = 0;
    if (std::sscanf(line, "v %u %d %d", &id, &x, &y) == 3) builder.addNode({x * 10, y * 10});
  });
  const auto lengths = arcsOf(folder / ("USA-road-d." + name + ".gr.gz"));
  const auto times = arcsOf(folder / ("USA-road-t." + name + ".gr.gz"));
  // Every road is there as two arcs, one after the other.
  for (std::size_t i = 0; i + 1 < lengths.size() && i + 1 < times.size(); i += 2) {
    const auto& there = times[i];
    const auto& back = times[i + 1];
    if (there.from != back.to || there.to != back.from || lengths[i].from != there.from || lengths[i].to != there.to)
      return {};
    builder.addEdge(there.from - 1, there.to - 1, lengths[i].weight * 0.1, {});
    out.arcMs.push_back(there.weight);
    out.arcMs.push_back(back.weight);
  }
  out.graph = std::move(builder).build();
  return out;
}

}  // namespace fengsui
