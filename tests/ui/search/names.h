// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <random>

#include "ui/search/search.h"

// Lists of names for the search: a few that a person can read, and as many as a city has.

namespace fengsui {

inline NamedThing mapNamed(const std::string& name, const std::string& code = "village") {
  NamedThing thing;
  thing.name = name;
  thing.code = code;
  return thing;
}

inline std::shared_ptr<const NameList> listOf(std::initializer_list<NamedThing> things) {
  return std::make_shared<const NameList>(std::vector<NamedThing>(things));
}

inline std::shared_ptr<const NameList> listNamed(std::initializer_list<const char*> names) {
  std::vector<NamedThing> things;
  for (const char* name : names) things.push_back(mapNamed(name));
  return std::make_shared<const NameList>(things);
}

inline std::vector<SearchHit> find(const std::shared_ptr<const NameList>& list, const std::string& text) {
  return search(std::span(&list, 1), {text, std::nullopt, 50});
}

inline std::vector<std::string> namesFound(const std::shared_ptr<const NameList>& list, const std::string& text) {
  std::vector<std::string> names;
  for (const SearchHit& hit : find(list, text)) names.push_back(hit.thing.name);
  return names;
}

/// Fictional names made of the parts that names around Beijing are made of; one in five in Latin letters.
inline std::vector<NamedThing> manyNames(std::size_t count, unsigned seed = 1) {
  static const std::vector<std::string> first{"大", "小", "上", "下", "东", "西", "南", "北", "前", "后", "新", "老"};
  static const std::vector<std::string> middle{"王", "李", "张", "石", "柳", "榆", "桥", "梓", "怀", "雁", "栖", "汤",
                                               "河", "山", "庄", "庙", "口", "沟", "泉", "岭", "峪", "营", "堡", "渤",
                                               "海", "琉", "璃", "喇", "叭", "长", "哨", "九", "渡", "宝", "红", "螺",
                                               "金", "银", "龙", "凤", "马", "牛", "高", "台", "杨", "宋", "郭", "梁"};
  static const std::vector<std::string> last{"村",     "镇",     "庄",   "路",     "街",   "桥",
                                             "小区",   "水库",   "医院", "卫生院", "小学", "中学",
                                             "加油站", "养老院", "北路", "南街",   "胡同", "大街"};
  static const std::vector<std::string> latin{"Carrer", "de",   "la",   "Vall", "Nova", "Sant",  "Font", "Riu",
                                              "Coll",   "Mont", "Bosc", "Prat", "Pont", "Serra", "Casa", "Plaça"};
  std::mt19937 random(seed);
  const auto of = [&](const auto& words) { return words[random() % words.size()]; };
  std::vector<NamedThing> things;
  for (std::size_t i = 0; i < count; ++i) {
    std::string name;
    if (i % 5 == 4) {
      const std::size_t words = 2 + random() % 3;
      for (std::size_t w = 0; w < words; ++w) name += (w ? " " : "") + of(latin);
    } else {
      if (random() % 2) name += of(first);
      const std::size_t letters = 1 + random() % 3;
      for (std::size_t l = 0; l < letters; ++l) name += of(middle);
      name += of(last);
    }
    NamedThing thing = mapNamed(name);
    thing.where = of(middle) + of(middle) + "镇";
    thing.at = Position::ofDegrees(116.3 + 0.6 * (random() % 10000) / 1e4, 40.2 + 0.8 * (random() % 10000) / 1e4);
    things.push_back(std::move(thing));
  }
  return things;
}

}  // namespace fengsui
