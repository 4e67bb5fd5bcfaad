// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/cellterms.h"

#include <algorithm>
#include <vector>

#include "core/entities/depot.h"
#include "core/entities/incident.h"
#include "core/entities/riskzone.h"
#include "core/entities/shelter.h"
#include "core/entities/team.h"
#include "gis/celltext.h"
#include "gis/targetfields.h"

namespace fengsui {
namespace {

// One value of a closed list with every word that offices use for it.
struct Term {
  std::string_view code;
  Text label;
  std::string_view alsoCalled;  // separated by '|', compact
};

template <class E>
std::vector<Term> termsOf(std::initializer_list<std::pair<E, std::string_view>> alsoCalled) {
  std::vector<Term> terms;
  for (const auto& name : namesOf<E>) {
    Term term{name.code, {std::string(name.en), std::string(name.zh)}, {}};
    for (const auto& [value, words] : alsoCalled)
      if (value == name.value) term.alsoCalled = words;
    terms.push_back(std::move(term));
  }
  return terms;
}

// Levels count downwards: Ⅰ is the worst.
const std::vector<Term>& incidentLevels() {
  static const auto terms = termsOf<IncidentLevel>({{IncidentLevel::ordinary, "ⅳ|iv|四|4|一般事件"},
                                                    {IncidentLevel::large, "ⅲ|iii|三|3|较大事件"},
                                                    {IncidentLevel::serious, "ⅱ|ii|二|2|重大事件"},
                                                    {IncidentLevel::especiallySerious, "ⅰ|i|一|1|特大|特别重大事件"}});
  return terms;
}

const std::vector<Term>& incidentStatuses() {
  static const auto terms =
      termsOf<IncidentStatus>({{IncidentStatus::reported, "已接报|上报|新报|待核实"},
                               {IncidentStatus::confirmed, "已核实|确认|已确认"},
                               {IncidentStatus::underway, "处置|正在处置|处理中|进行中"},
                               {IncidentStatus::controlled, "控制|受控|基本控制"},
                               {IncidentStatus::closed, "已结束|办结|已办结|处置完毕|完成|关闭|终止"},
                               {IncidentStatus::withdrawn, "已撤销|误报|谣传|取消"}});
  return terms;
}

const std::vector<Term>& teamStatuses() {
  static const auto terms = termsOf<TeamStatus>({{TeamStatus::available, "在位|在岗|备勤|可用|正常|在营|空闲|待机"},
                                                 {TeamStatus::reserved, "已预定|预留"},
                                                 {TeamStatus::enRoute, "出动|出发|赶赴途中|行进"},
                                                 {TeamStatus::onScene, "现场|已到场|处置中|出勤|任务中"},
                                                 {TeamStatus::returning, "返程|归队途中"},
                                                 {TeamStatus::unavailable, "停用|检修|休整|不在位|外出|离线|撤编"}});
  return terms;
}

const std::vector<Term>& authorities() {
  static const auto terms =
      termsOf<DispatchAuthority>({{DispatchAuthority::own, "本级|自有|区属|直属|区级|指令|可直接调度|是"},
                                  {DispatchAuthority::asked, "商请|提请|协调|协调调用|外部|驻区|社会|否|asked|ask"}});
  return terms;
}

const std::vector<Term>& tiers() {
  static const auto terms = termsOf<DepotTier>({{DepotTier::district, "区|县级|县|市级|市|区县级|一级"},
                                                {DepotTier::town, "镇|镇级|镇街|乡镇级|乡镇|街道|街道级|乡级|二级"},
                                                {DepotTier::village, "村|村社区级|社区|社区级|村(社区)级|三级"}});
  return terms;
}

const std::vector<Term>& shelterClasses() {
  static const auto terms =
      termsOf<ShelterClass>({{ShelterClass::emergency, "紧急避难场所|紧急避难|临时|应急|emergency shelter"},
                             {ShelterClass::shortTerm, "短期避难场所|短期避难|短时"},
                             {ShelterClass::longTerm, "长期避难场所|长期避难|固定|中长期"}});
  return terms;
}

const std::vector<Term>& shelterStatuses() {
  static const auto terms = termsOf<ShelterStatus>({{ShelterStatus::closed, "未开放|关闭|备用|否|停用|平时|待启用|0"},
                                                    {ShelterStatus::open, "启用|开放|已开放|启用中|是|使用中|1"}});
  return terms;
}

const std::vector<Term>& colours() {
  static const auto terms =
      termsOf<RiskColour>({{RiskColour::blue, "蓝|蓝色|低|低风险|较低|ⅳ|iv|四|4|blue"},
                           {RiskColour::yellow, "黄|黄色|一般|中|中风险|一般风险|ⅲ|iii|三|3|yellow"},
                           {RiskColour::orange, "橙|橙色|较大|较高|较大风险|ⅱ|ii|二|2|orange"},
                           {RiskColour::red, "红|红色|重大|高|高风险|极高|重大风险|ⅰ|i|一|1|red"}});
  return terms;
}

const std::vector<Term>& termsFor(Kind kind, std::string_view path) {
  static const std::vector<Term> none;
  if (kind == Kind::incident) return path == "level" ? incidentLevels() : incidentStatuses();
  if (kind == Kind::team) return path == "authority" ? authorities() : teamStatuses();
  if (kind == Kind::depot) return tiers();
  if (kind == Kind::shelter) return path == "status" ? shelterStatuses() : shelterClasses();
  if (kind == Kind::riskZone) return colours();
  return none;
}

bool isCalled(const Term& term, std::string_view word) {
  if (word == compact(term.code) || word == compact(term.label.en) || word == compact(term.label.zh)) return true;
  std::string_view rest = term.alsoCalled;
  while (!rest.empty()) {
    const auto bar = rest.find('|');
    if (rest.substr(0, bar) == word) return true;
    rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
  }
  return false;
}

// "Ⅲ级", "三级响应" and "较大(Ⅲ级)" as "ⅲ", "三" and "较大".
std::string withoutTrimmings(std::string word) {
  if (const auto bracket = word.find('('); bracket != std::string::npos && bracket > 0) word.resize(bracket);
  for (const std::string_view tail : {"级别", "级", "等级", "类", "状态", "预警", "风险区", "等"})
    if (word.size() > tail.size() && word.ends_with(tail)) {
      word.resize(word.size() - tail.size());
      break;
    }
  return word;
}

// How alike two words are, from 0 to 1: by the characters that have to change.
double likeness(std::string_view a, std::string_view b) {
  const auto left = characters(a), right = characters(b);
  std::vector<std::size_t> costs(right.size() + 1);
  for (std::size_t j = 0; j < costs.size(); ++j) costs[j] = j;
  for (std::size_t i = 0; i < left.size(); ++i) {
    std::size_t diagonal = costs[0];
    costs[0] = i + 1;
    for (std::size_t j = 0; j < right.size(); ++j) {
      const std::size_t changed = diagonal + (left[i] == right[j] ? 0 : 1);
      diagonal = costs[j + 1];
      costs[j + 1] = std::min({changed, costs[j] + 1, costs[j + 1] + 1});
    }
  }
  const std::size_t longer = std::max(left.size(), right.size());
  return longer == 0 ? 0 : 1 - static_cast<double>(costs.back()) / static_cast<double>(longer);
}

double likeness(const Term& term, std::string_view word) {
  double best = std::max({likeness(compact(term.code), word), likeness(compact(term.label.en), word),
                          likeness(compact(term.label.zh), word)});
  std::string_view rest = term.alsoCalled;
  while (!rest.empty()) {
    const auto bar = rest.find('|');
    best = std::max(best, likeness(rest.substr(0, bar), word));
    rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
  }
  return best;
}

// Roman numerals have letters of their own, which lower-casing ASCII leaves alone.
std::string lowerNumerals(std::string word) {
  static constexpr std::pair<std::string_view, std::string_view> numerals[] = {
      {"Ⅰ", "ⅰ"}, {"Ⅱ", "ⅱ"}, {"Ⅲ", "ⅲ"}, {"Ⅳ", "ⅳ"}};
  for (const auto& [upper, lower] : numerals)
    for (auto at = word.find(upper); at != std::string::npos; at = word.find(upper))
      word.replace(at, upper.size(), lower);
  return word;
}

}  // namespace

Result<std::string> termIn(Kind kind, std::string_view path, std::string_view cell) {
  const auto& terms = termsFor(kind, path);
  const std::string whole = lowerNumerals(compact(cell));
  for (const std::string& word : {whole, withoutTrimmings(whole)})
    for (const Term& term : terms)
      if (isCalled(term, word)) return std::string(term.code);
  Text known;
  for (const Term& term : terms) {
    known.en += (known.en.empty() ? "" : ", ") + term.label.en + " (" + term.label.zh + ")";
    known.zh += (known.zh.empty() ? "" : "、") + term.label.zh;
  }
  const std::string shown(trimmed(cell));
  return failure(ErrorCode::invalid,
                 {"\"" + shown + "\" is not one of the known words", "“" + shown + "”不在可选值之内"},
                 {"write one of: " + known.en, "请写其中之一：" + known.zh});
}

Text termText(Kind kind, std::string_view path, std::string_view code) {
  for (const Term& term : termsFor(kind, path))
    if (term.code == code) return term.label;
  return sameInBoth(code);
}

std::optional<Text> nearestTerm(Kind kind, std::string_view path, std::string_view cell) {
  constexpr double leastLikeness = 0.6;
  const std::string word = lowerNumerals(compact(cell));
  const Term* nearest = nullptr;
  double best = leastLikeness, second = 0;
  for (const Term& term : termsFor(kind, path)) {
    const double alike = likeness(term, word);
    if (alike < best) {
      second = std::max(second, alike);
      continue;
    }
    second = nearest ? best : second;
    best = alike;
    nearest = &term;
  }
  return nearest && best > second ? std::optional(nearest->label) : std::nullopt;
}

std::vector<Text> termTexts(Kind kind, std::string_view path) {
  std::vector<Text> texts;
  const TargetField* field = targetField(kind, path);
  if (!field || field->value != FieldValue::term) return texts;
  for (const Term& term : termsFor(kind, path)) texts.push_back(term.label);
  return texts;
}

std::string wordIn(Vocabulary vocabulary, std::string_view cell) {
  const std::string word(trimmed(cell));
  std::string code = codeFor(vocabulary, word);
  if (code != word) return code;
  const std::string wanted = compact(word);
  for (const Word& known : wordsOf(vocabulary))
    if (wanted == compact(known.code) || wanted == compact(known.en) || wanted == compact(known.zh))
      return std::string(known.code);
  // "防汛抢险类" and "山洪险村点" say the same as without their last character.
  for (const std::string_view tail : {"队伍", "队", "类", "型", "点", "事件"})
    if (wanted.size() > tail.size() && wanted.ends_with(tail)) {
      const std::string shorter = wanted.substr(0, wanted.size() - tail.size());
      if (std::string found = codeFor(vocabulary, shorter); found != shorter) return found;
    }
  return word;
}

}  // namespace fengsui
