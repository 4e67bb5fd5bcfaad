// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/search/namelist.h"

namespace fengsui {

/// A place that a name stands for.
struct KnownPlace {
  std::string name;  ///< as it is written on the map
  std::string town;  ///< that it belongs to, where that is known
  std::string code;  ///< its kind
  ThingSort sort = ThingSort::mapName;
  std::optional<Position> at;
  std::size_t namesakes = 1;  ///< how many places bear the name
};

/// The names that can say where something is, to be found by the whole name: in characters, without "镇" or "村", in
/// pinyin or in the other name. Immutable.
///
/// Thread: any. 16 bytes for each name and way.
class PlaceNames {
 public:
  explicit PlaceNames(std::shared_ptr<const NameList> list);

  struct Found {
    std::uint32_t thing = 0;
    std::uint8_t way = 0;  ///< 0 by its name, 1 by another name, 2 without the ending, 3 as it sounds
  };
  /// @param letters folded, without blanks.
  [[nodiscard]] std::vector<Found> named(std::u32string_view letters) const;
  /// Whether @p letters are a town that things of the list belong to. @return its name, empty where not.
  [[nodiscard]] std::string townNamed(std::u32string_view letters) const;
  [[nodiscard]] const NameList& list() const { return *list_; }
  /// What it holds in memory besides the list.
  [[nodiscard]] std::size_t bytes() const { return keys_.capacity() * sizeof(Key); }

 private:
  struct Key {
    std::uint64_t hash = 0;
    Found found;
  };
  std::shared_ptr<const NameList> list_;
  std::vector<Key> keys_;
  std::vector<std::pair<std::u32string, std::string>> towns_;
};

/// All lists that can say where something is, the station's own first.
struct Gazetteer {
  std::vector<std::shared_ptr<const PlaceNames>> lists;

  /// The place of that name; of several the best known, then the nearest to @p near.
  [[nodiscard]] std::optional<KnownPlace> named(std::u32string_view letters, const std::optional<Position>& near) const;
};

/// A Chinese name without its administrative ending, where enough is left; else empty.
[[nodiscard]] std::u32string_view withoutEnding(std::u32string_view name);

}  // namespace fengsui
