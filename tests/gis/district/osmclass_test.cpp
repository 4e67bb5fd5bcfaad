// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/district/osmclass.h"

#include <gtest/gtest.h>

#include <osmium/builder/attr.hpp>
#include <osmium/memory/buffer.hpp>

namespace fengsui {
namespace {

using TagPairs = std::vector<std::pair<const char*, const char*>>;

struct Tags {
  explicit Tags(TagPairs pairs) : buffer(1024, osmium::memory::Buffer::auto_grow::yes) {
    osmium::builder::TagListBuilder builder(buffer);
    for (const auto& [key, value] : pairs) builder.add_tag(key, value);
  }
  Tags(const Tags&) = delete;
  Tags& operator=(const Tags&) = delete;
  operator const osmium::TagList&() {
    buffer.commit();
    return buffer.get<osmium::TagList>(0);
  }
  osmium::memory::Buffer buffer;
};

std::int64_t whole(const BaseClass& kind, const char* name) {
  for (const auto& [key, value] : kind.attributes) {
    if (std::string_view(key) == name) return std::get<std::int64_t>(value);
  }
  return -999;
}

TEST(OsmClass, PutsRoadsIntoClassesWithWhatARouteNeeds) {
  Tags link(TagPairs{{"highway", "motorway_link"}, {"maxspeed", "50 mph"}, {"bridge", "viaduct"}, {"ref", "G6"}});
  const auto road = roadClass(link);
  ASSERT_TRUE(road);
  EXPECT_EQ(road->name, "motorway");
  EXPECT_EQ(whole(*road, "link"), 1);
  EXPECT_EQ(whole(*road, "bridge"), 1);
  EXPECT_EQ(whole(*road, "layer"), 1);
  EXPECT_EQ(whole(*road, "oneway"), 1);
  EXPECT_EQ(whole(*road, "maxspeed_kmh"), 80);

  Tags reverse(TagPairs{{"highway", "residential"}, {"oneway", "-1"}});
  EXPECT_EQ(whole(*roadClass(reverse), "oneway"), -1);
  Tags plaza(TagPairs{{"highway", "pedestrian"}, {"area", "yes"}});
  EXPECT_FALSE(roadClass(plaza));
  Tags planned(TagPairs{{"highway", "proposed"}});
  EXPECT_FALSE(roadClass(planned));
}

TEST(OsmClass, ReadsMeasuresAsPeopleWriteThem) {
  EXPECT_NEAR(*metresOf("3.5 m"), 3.5, 1e-9);
  EXPECT_NEAR(*metresOf("12'6\""), 3.81, 0.001);
  EXPECT_FALSE(metresOf("default"));
  EXPECT_FALSE(metresOf(nullptr));
  EXPECT_FALSE(speedKmhOf("walk"));
  EXPECT_NEAR(*tonnesOf("3500 kg"), 3.5, 1e-9);
}

TEST(OsmClass, TakesTheChineseNameFromAnyOfItsKeys) {
  Tags tags(TagPairs{{"name", "Beijing"}, {"name:zh", "北京"}, {"name:en", "Beijing"}});
  const auto names = namesOnTags(tags);
  EXPECT_EQ(std::get<std::string>(names[1].second), "北京");
}

TEST(OsmClass, KnowsWaterInItsOldAndNewSpelling) {
  Tags old(TagPairs{{"waterway", "riverbank"}});
  EXPECT_EQ(areaClass(old)->name, "river");
  Tags current(TagPairs{{"natural", "water"}, {"water", "river"}});
  EXPECT_EQ(areaClass(current)->name, "river");
  EXPECT_EQ(areaClass(current)->layer, BaseLayer::waterArea);
}

TEST(OsmClass, LeavesAloneWhatIsNotOnTheMap) {
  Tags tags(TagPairs{{"highway", "traffic_signals"}, {"note", "x"}});
  EXPECT_FALSE(roadClass(tags));
  EXPECT_FALSE(lineClass(tags));
  EXPECT_FALSE(areaClass(tags));
  EXPECT_FALSE(pointClass(tags));
  EXPECT_FALSE(poiClass(tags));
}

}  // namespace
}  // namespace fengsui
