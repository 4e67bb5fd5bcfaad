// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/entities/kind.h"
#include "core/geo.h"
#include "core/uuid.h"
#include "ui/search/match.h"

namespace fengsui {

/// What a thing with a name is; where two fit equally well, the earlier comes first.
enum class ThingSort : std::uint8_t {
  incident,
  team,
  order,  ///< and responses: found by number, shown on a board
  plan,   ///< a contingency plan as a file
  action,
  shelter,
  depot,
  riskZone,
  facility,
  closure,  ///< of a road
  person,
  post,
  place,    ///< of the station
  mapName,  ///< of the base map
};

/// Something that can be looked up by its name.
struct NamedThing {
  ThingSort sort = ThingSort::mapName;
  Kind kind = Kind::place;  ///< of the entity that it is, or that a person is named with
  Uuid id;                  ///< of that entity; none for actions and names of the base map
  std::string code;  ///< its own kind: a word of the vocabulary, a class of the base map; the name of an action or plan
  std::string name;  ///< as it is shown
  std::string otherName;  ///< found by this too
  std::string about;      ///< more words by which it is found, shared by many: what it is, in both languages
  std::string where;      ///< the town it belongs to, or what it is near
  std::optional<Position> at;
  std::uint8_t tier = 0;     ///< lower is more important within the sort: open before closed, town before road
  std::int64_t recency = 0;  ///< greater is newer; any scale within the sort
};

/// Names prepared for looking up. Immutable.
///
/// Thread: any. 100,000 names take some 30 ms to prepare and 14 MB.
class NameList {
 public:
  explicit NameList(const std::vector<NamedThing>& things);

  struct Name {
    LetterSet letters;
    std::uint32_t thing = 0;
    std::uint32_t begin = 0;
    std::uint16_t size = 0;
    bool other = false;  ///< NamedThing::otherName
  };
  struct Thing {
    Uuid id;
    Position at;
    std::int64_t recency = 0;
    std::uint32_t nameAt = 0;
    std::uint32_t otherAt = 0;
    std::uint16_t nameSize = 0;
    std::uint16_t otherSize = 0;
    std::uint32_t code = 0;
    std::uint32_t about = 0;
    std::uint32_t where = 0;
    ThingSort sort = ThingSort::mapName;
    Kind kind = Kind::place;
    std::uint8_t tier = 0;
    bool placed = false;
  };

  [[nodiscard]] const std::vector<Name>& names() const { return names_; }
  [[nodiscard]] const std::vector<Thing>& things() const { return things_; }
  [[nodiscard]] std::span<const NameLetter> lettersOf(const Name& name) const {
    return {letters_.data() + name.begin, name.size};
  }
  [[nodiscard]] NamedThing thing(std::uint32_t number) const;
  [[nodiscard]] std::string_view nameOf(std::uint32_t number) const;

  /// The words that things share; Thing::code, about and where are numbers of them.
  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }
  [[nodiscard]] std::span<const NameLetter> lettersOfWord(std::uint32_t word) const;

  /// What the list holds in memory.
  [[nodiscard]] std::size_t bytes() const;

 private:
  [[nodiscard]] std::uint32_t wordOf(const std::string& word, std::unordered_map<std::string, std::uint32_t>& known);
  void addName(std::string_view name, std::uint32_t thing, bool other);

  std::string text_;
  std::vector<NameLetter> letters_;
  std::vector<Name> names_;
  std::vector<Thing> things_;
  std::vector<std::string> words_;
  std::vector<std::vector<NameLetter>> wordLetters_;
};

}  // namespace fengsui
