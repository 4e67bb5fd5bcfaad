// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/kindguess.h"

#include <array>
#include <string>

#include "gis/celltext.h"
#include "gis/columns.h"

namespace fengsui {
namespace {

constexpr std::array<Kind, 10> kinds{Kind::team,     Kind::shelter, Kind::depot,  Kind::riskZone, Kind::facility,
                                     Kind::incident, Kind::place,   Kind::person, Kind::post,     Kind::household};

// Words that tell a kind, the surest first; Latin ones in lower case. A word of two kinds belongs to neither.
std::string_view wordsFor(Kind kind) {
  switch (kind) {
    case Kind::team:
      return "救援队|队伍|抢险队|消防站|救援力量|应急力量|team|brigade";
    case Kind::depot:
      return "物资|仓库|储备库|库房|depot|stock|warehouse|supplies";
    case Kind::shelter:
      return "避难|安置点|安置场所|庇护|shelter";
    case Kind::riskZone:
      return "风险|隐患|险村|险户|易涝|积水点|下凹桥|泥石流沟|risk|hazard|zone";
    case Kind::facility:
      return "设施|学校|医院|养老|敬老院|幼儿园|加油站|变电站|危化企业|facility|facilities|school|hospital";
    case Kind::incident:
      return "事件|警情|险情记录|灾情|接报|incident";
    case Kind::place:
      return "地名|行政村|村庄|社区名|村名|place|village|gazetteer";
    case Kind::person:
      return "通讯录|人员|花名册|值班人员|person|people|staff|contacts list";
    case Kind::post:
      return "岗位|值班岗|post list|posts";
    case Kind::household:
      return "转移台账|避险转移|转移人员|户主|household|evacuation ledger";
    default:
      return {};
  }
}

bool saysWordOf(Kind kind, std::string_view text) {
  const std::string plain = compact(text);
  std::string_view rest = wordsFor(kind);
  while (!rest.empty()) {
    const auto bar = rest.find('|');
    if (plain.find(compact(rest.substr(0, bar))) != std::string::npos) return true;
    rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
  }
  return false;
}

// How well the headings fit: each column that finds a field of its own counts by how sure it is.
double fitOf(Kind kind, const Table& table) {
  const Mapping mapping = proposeMapping(kind, table.columns);
  double sum = 0;
  for (const FieldColumn& pair : mapping.fields) sum += pair.confidence;
  const auto columns = static_cast<double>(mapping.fields.size() + mapping.unmapped.size());
  return columns == 0 ? 0 : sum / columns;
}

double scoreOf(Kind kind, const Table& table, std::string_view fileName) {
  double score = 2 * fitOf(kind, table);
  if (saysWordOf(kind, fileName)) score += 1.2;
  if (saysWordOf(kind, table.layer)) score += 1.2;
  double inHeadings = 0;
  for (const Column& column : table.columns)
    if (saysWordOf(kind, column.name)) inHeadings += inHeadings == 0 ? 0.8 : 0.1;
  return score + std::min(1.2, inHeadings);
}

}  // namespace

std::span<const Kind> importedKinds() {
  return kinds;
}

std::optional<Kind> guessedKind(const Table& table, std::string_view fileName) {
  constexpr double leastLead = 0.35;
  double best = 0, second = 0;
  std::optional<Kind> found;
  for (const Kind kind : kinds) {
    const double score = scoreOf(kind, table, fileName);
    if (score > best) {
      second = best;
      best = score;
      found = kind;
    } else {
      second = std::max(second, score);
    }
  }
  return best - second >= leastLead ? found : std::nullopt;
}

}  // namespace fengsui
