// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/gazetteer.h"

#include <algorithm>
#include <array>
#include <functional>
#include <tuple>

#include "ui/search/foldedtext.h"

namespace fengsui {
namespace {

constexpr std::array<std::u32string_view, 12> kEndings{U"满族乡", U"回族乡", U"街道", U"社区", U"地区", U"镇",
                                                       U"乡",     U"村",     U"区",   U"县",   U"市",   U"庄"};

constexpr double kSamePlaceM = 3'000;

std::u32string lettersOf(std::string_view text) {
  std::u32string letters;
  for (const FoldedLetter& one : foldedLetters(text)) letters.push_back(one.letter);
  return letters;
}

std::u32string soundOf(std::string_view text) {
  return decoded(Pinyin::table().spelled(text));
}

bool saysWhere(ThingSort sort) {
  switch (sort) {
    case ThingSort::place:
    case ThingSort::mapName:
    case ThingSort::facility:
    case ThingSort::shelter:
    case ThingSort::depot:
    case ThingSort::riskZone:
      return true;
    default:
      return false;
  }
}

// Too short to be sure of among other words.
bool tooShort(std::u32string_view letters) {
  return letters.empty() || letters.size() < (isHan(letters.front()) ? 2U : 3U);
}

// The ways in which a thing is called, each with its number; f(way, letters).
template <class F>
void eachWay(const NameList& list, std::uint32_t number, F&& f) {
  const std::string_view name = list.nameOf(number);
  const std::u32string letters = lettersOf(name);
  const bool chinese = !letters.empty() && isHan(letters.front());
  f(std::uint8_t{0}, letters);
  if (const std::string other = list.thing(number).otherName; !other.empty()) f(std::uint8_t{1}, lettersOf(other));
  const std::u32string_view stem = withoutEnding(letters);
  if (!stem.empty()) f(std::uint8_t{2}, std::u32string(stem));
  if (!chinese) return;
  f(std::uint8_t{3}, soundOf(name));
  if (!stem.empty()) f(std::uint8_t{3}, soundOf(encoded(stem)));
}

std::uint64_t hashOf(std::u32string_view letters) {
  return std::hash<std::u32string_view>()(letters);
}

}  // namespace

std::u32string_view withoutEnding(std::u32string_view name) {
  for (const std::u32string_view ending : kEndings)
    if (name.size() >= ending.size() + 2 && name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  return {};
}

PlaceNames::PlaceNames(std::shared_ptr<const NameList> list) : list_(std::move(list)) {
  std::vector<bool> towns(list_->words().size());
  for (std::uint32_t i = 0; i < list_->things().size(); ++i) {
    const NameList::Thing& thing = list_->things()[i];
    if (thing.sort != ThingSort::mapName && thing.sort != ThingSort::person && thing.sort != ThingSort::post)
      towns[thing.where] = true;
    if (!saysWhere(thing.sort)) continue;
    eachWay(*list_, i, [&](std::uint8_t way, const std::u32string& letters) {
      if (!tooShort(letters)) keys_.push_back({hashOf(letters), {i, way}});
    });
  }
  std::sort(keys_.begin(), keys_.end(), [](const Key& a, const Key& b) { return a.hash < b.hash; });
  keys_.shrink_to_fit();
  for (std::size_t word = 0; word < towns.size(); ++word) {
    const std::string& town = list_->words()[word];
    if (!towns[word] || town.empty()) continue;
    const std::u32string letters = lettersOf(town);
    for (const std::u32string& way :
         {letters, std::u32string(withoutEnding(letters)), soundOf(town), soundOf(encoded(withoutEnding(letters)))})
      if (!tooShort(way)) towns_.emplace_back(way, town);
  }
}

std::vector<PlaceNames::Found> PlaceNames::named(std::u32string_view letters) const {
  std::vector<Found> found;
  if (tooShort(letters)) return found;
  const std::uint64_t hash = hashOf(letters);
  for (auto at = std::lower_bound(keys_.begin(), keys_.end(), hash,
                                  [](const Key&key, std::uint64_t wanted) { return key.hash < wanted; });
       at != keys_.end() && at->hash == hash; ++at) {
    bool same = false;
    eachWay(*list_, at->found.thing, [&](std::uint8_t way, const std::u32string& own) {
      same = same || (way == at->found.way && own == letters);
    });
    if (same) found.push_back(at->found);
  }
  return found;
}

std::string PlaceNames::townNamed(std::u32string_view letters) const {
  for (const auto& [way, town] : towns_)
    if (way == letters) return town;
  return {};
}

std::optional<KnownPlace> Gazetteer::named(std::u32string_view letters, const std::optional<Position>& near) const {
  using Key = std::tuple<std::uint8_t, bool, ThingSort, std::uint8_t, double>;
  std::optional<std::pair<Key, KnownPlace>> best;
  std::vector<Position> namesakes;
  std::uint8_t bestWay = 0xFF;
  for (const auto& places : lists) {
    if (!places) continue;
    for (const PlaceNames::Found& found : places->named(letters)) {
      const NameList::Thing& own = places->list().things()[found.thing];
      const double away = near && own.placed ? distanceM(*near, own.at) : own.placed ? 0 : 1e9;
      const Key key{found.way, !own.placed, own.sort, own.tier, away};
      if (found.way < bestWay) namesakes.clear();
      bestWay = std::min(bestWay, found.way);
      // The station and the map have the same town, each at its own middle.
      const auto same = [&](Position other) { return distanceM(other, own.at) < kSamePlaceM; };
      if (found.way == bestWay && own.placed && std::none_of(namesakes.begin(), namesakes.end(), same))
        namesakes.push_back(own.at);
      if (best && best->first <= key) continue;
      const NamedThing thing = places->list().thing(found.thing);
      best = {key, {thing.name, thing.where, thing.code, thing.sort, thing.at, 1}};
    }
  }
  if (best) {
    best->second.namesakes = std::max<std::size_t>(1, namesakes.size());
    return std::move(best->second);
  }
  for (const auto& places : lists)
    if (places)
      if (std::string town = places->townNamed(letters); !town.empty())
        return KnownPlace{town, {}, "town", ThingSort::place, std::nullopt, 1};
  return std::nullopt;
}

}  // namespace fengsui
