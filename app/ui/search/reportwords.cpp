// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/reportwords.h"

#include <algorithm>
#include <array>

#include "ui/search/foldedtext.h"

namespace fengsui {
namespace {

struct OwnWord {
  std::u32string_view word;
  std::string_view code;
  bool vague = false;
};

// What callers say that no list of kinds has.
constexpr OwnWord kOwnWords[] = {
    {U"着火", "fire", true},
    {U"起火", "fire", true},
    {U"失火", "fire", true},
    {U"冒烟", "fire", true},
    {U"火警", "fire", true},
    {U"火情", "fire", true},
    {U"火灾", "fire", true},
    {U"涨水", "flood"},
    {U"漫堤", "flood"},
    {U"决口", "flood"},
    {U"溃坝", "flood"},
    {U"发大水", "flood"},
    {U"被淹", "waterlogging"},
    {U"进水", "waterlogging"},
    {U"倒灌", "waterlogging"},
    {U"滑坡", "geological"},
    {U"落石", "geological"},
    {U"山体滑坡", "geological"},
    {U"塌陷", "collapse"},
    {U"倒塌", "collapse"},
    {U"垮塌", "collapse"},
    {U"燃气泄漏", "gasLeak"},
    {U"煤气泄漏", "gasLeak"},
    {U"天然气泄漏", "gasLeak"},
    {U"撞车", "traffic"},
    {U"追尾", "traffic"},
    {U"翻车", "traffic"},
    {U"驴友走失", "lostPerson"},
    {U"驴友失联", "lostPerson"},
    {U"驴友", "lostPerson"},
    {U"老人走失", "lostPerson"},
    {U"fire", "fire", true},
    {U"wildfire", "forestFire"},
    {U"bushfire", "forestFire"},
    {U"bush fire", "forestFire"},
    {U"grass fire", "forestFire"},
    {U"house fire", "structureFire"},
    {U"warehouse fire", "structureFire"},
    {U"factory fire", "structureFire"},
    {U"apartment fire", "structureFire"},
    {U"smoke", "fire", true},
    {U"flooding", "flood"},
    {U"floods", "flood"},
    {U"river flood", "flood"},
    {U"flash floods", "flashFlood"},
    {U"ponding", "waterlogging"},
    {U"flooded road", "waterlogging"},
    {U"landslide", "geological"},
    {U"mudslide", "geological"},
    {U"rockfall", "geological"},
    {U"debris flow", "geological"},
    {U"quake", "earthquake"},
    {U"chemical spill", "hazmat"},
    {U"chemical leak", "hazmat"},
    {U"spill", "hazmat"},
    {U"leak", "hazmat"},
    {U"gas leak", "gasLeak"},
    {U"blast", "explosion"},
    {U"crash", "traffic"},
    {U"car crash", "traffic"},
    {U"car accident", "traffic"},
    {U"road accident", "traffic"},
    {U"pile-up", "traffic"},
    {U"lost hikers", "lostPerson"},
    {U"hikers", "lostPerson"},
    {U"lost hiker", "lostPerson"},
    {U"missing hikers", "lostPerson"},
    {U"power outage", "powerCut"},
    {U"outage", "powerCut"},
    {U"blackout", "powerCut"},
    {U"no water", "waterCut"},
    {U"snow", "snow"},
    {U"ice", "snow"},
    {U"storm", "wind"},
    {U"strong wind", "wind"},
    {U"collapse", "collapse"},
    {U"collapsed building", "collapse"},
};

constexpr ReportWord<FigureKind> kFigureWords[] = {
    {U"死亡", FigureKind::dead},
    {U"遇难", FigureKind::dead},
    {U"身亡", FigureKind::dead},
    {U"死", FigureKind::dead},
    {U"失踪", FigureKind::missing},
    {U"下落不明", FigureKind::missing},
    {U"失联", FigureKind::outOfContact},
    {U"失去联系", FigureKind::outOfContact},
    {U"联系不上", FigureKind::outOfContact},
    {U"受伤", FigureKind::injured},
    {U"轻伤", FigureKind::injured},
    {U"重伤", FigureKind::injured},
    {U"伤", FigureKind::injured},
    {U"被困", FigureKind::trapped},
    {U"受困", FigureKind::trapped},
    {U"困住", FigureKind::trapped},
    {U"受灾", FigureKind::affected},
    {U"受影响", FigureKind::affected},
    {U"紧急避险转移", FigureKind::evacuated},
    {U"避险转移", FigureKind::evacuated},
    {U"紧急转移", FigureKind::evacuated},
    {U"已转移", FigureKind::evacuated},
    {U"转移", FigureKind::evacuated},
    {U"撤离", FigureKind::evacuated},
    {U"疏散", FigureKind::evacuated},
    {U"转移安置", FigureKind::resettled},
    {U"安置", FigureKind::resettled},
    {U"dead", FigureKind::dead},
    {U"killed", FigureKind::dead},
    {U"deaths", FigureKind::dead},
    {U"missing", FigureKind::missing},
    {U"out of contact", FigureKind::outOfContact},
    {U"unreachable", FigureKind::outOfContact},
    {U"injured", FigureKind::injured},
    {U"hurt", FigureKind::injured},
    {U"wounded", FigureKind::injured},
    {U"trapped", FigureKind::trapped},
    {U"stranded", FigureKind::trapped},
    {U"stuck", FigureKind::trapped},
    {U"affected", FigureKind::affected},
    {U"evacuated", FigureKind::evacuated},
    {U"moved out of danger", FigureKind::evacuated},
    {U"resettled", FigureKind::resettled},
};

constexpr ReportWord<IncidentLevel> kLevelWords[] = {
    {U"特别重大", IncidentLevel::especiallySerious},
    {U"特大", IncidentLevel::especiallySerious},
    {U"重大", IncidentLevel::serious},
    {U"较大", IncidentLevel::large},
    {U"一般", IncidentLevel::ordinary},
    {U"especially serious", IncidentLevel::especiallySerious},
    {U"serious", IncidentLevel::serious},
    {U"large", IncidentLevel::large},
    {U"ordinary", IncidentLevel::ordinary},
};

constexpr std::array<std::u32string_view, 48> kCounted{
    U"名",        U"个",       U"位",     U"人",      U"口人",   U"名群众",    U"群众",    U"名村民",
    U"村民",      U"名驴友",   U"个驴友", U"名游客",  U"游客",   U"名儿童",    U"儿童",    U"名老人",
    U"老人",      U"名工人",   U"工人",   U"名学生",  U"学生",   U"人员",      U"名人员",  U"名登山者",
    U"个人",      U"名司机",   U"people", U"persons", U"person", U"men",       U"man",     U"women",
    U"woman",     U"children", U"child",  U"hikers",  U"hiker",  U"villagers", U"workers", U"tourists",
    U"residents", U"drivers",  U"pupils", U"are",     U"is",     U"were",      U"still",   U"reported"};

// Whole words: 房山 is a district and 石景山 no mountain.
constexpr std::u32string_view kOfBuildings[] = {
    U"民房",     U"房屋",      U"平房",    U"楼房", U"厂房",   U"住宅",      U"居民楼", U"大楼", U"号楼", U"楼里",
    U"宿舍",     U"仓库",      U"车间",    U"工厂", U"化工厂", U"商店",      U"饭店",   U"酒店", U"宾馆", U"居民",
    U"商铺",     U"加油站",    U"学校",    U"医院", U"养老院", U"小区",      U"商场",   U"屋里", U"院内", U"house",
    U"building", U"warehouse", U"factory", U"flat", U"shop",   U"apartment", U"hotel",  U"roof"};
constexpr std::u32string_view kOfForests[] = {
    U"山上", U"山林", U"山坡", U"后山", U"山头", U"山里", U"山沟", U"荒山",   U"林子",     U"草坡", U"林地",
    U"林区", U"林场", U"树林", U"北坡", U"南坡", U"荒草", U"草地", U"forest", U"mountain", U"hill", U"grass"};

bool hasOneOf(std::u32string_view line, std::span<const std::u32string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::u32string_view word) { return line.find(word) != std::u32string_view::npos; });
}

}  // namespace

const std::vector<KindWord>& kindWords() {
  static const auto made = [] {
    std::vector<KindWord> words;
    for (const OwnWord& own : kOwnWords) words.push_back({std::u32string(own.word), std::string(own.code), own.vague});
    const auto add = [&](std::string_view text, std::string_view code) {
      std::u32string word = decoded(text);
      const bool known = std::any_of(words.begin(), words.end(), [&](const KindWord& own) { return own.word == word; });
      if (!word.empty() && !known) words.push_back({std::move(word), std::string(code), false});
    };
    for (const Word& word : wordsOf(Vocabulary::incidentKind)) {
      if (word.code == "other") continue;  // a word of every sentence
      add(word.en, word.code);
      add(word.zh, word.code);
      for (std::string_view rest = word.alsoCalled; !rest.empty();) {
        const auto bar = std::min(rest.find('|'), rest.size());
        add(rest.substr(0, bar), word.code);
        rest.remove_prefix(std::min(bar + 1, rest.size()));
      }
    }
    std::stable_sort(words.begin(), words.end(),
                     [](const KindWord& a, const KindWord& b) { return a.word.size() > b.word.size(); });
    return words;
  }();
  return made;
}

std::string kindBeside(const KindWord& word, std::u32string_view line) {
  if (!word.vague) return word.code;
  if (hasOneOf(line, kOfBuildings)) return "structureFire";
  return hasOneOf(line, kOfForests) ? "forestFire" : word.code;
}

std::span<const ReportWord<FigureKind>> figureWords() {
  return kFigureWords;
}
std::span<const ReportWord<IncidentLevel>> levelWords() {
  return kLevelWords;
}
std::span<const std::u32string_view> countedWords() {
  return kCounted;
}

bool wordEdge(std::u32string_view text, std::size_t at) {
  return at == 0 || at >= text.size() || !isLatin(text[at - 1]) || !isLatin(text[at]);
}

std::size_t longestAt(std::u32string_view text, std::span<const std::u32string_view> words) {
  std::size_t longest = 0;
  for (const std::u32string_view word : words)
    if (word.size() > longest && text.starts_with(word) && wordEdge(text, word.size())) longest = word.size();
  return longest;
}

}  // namespace fengsui
