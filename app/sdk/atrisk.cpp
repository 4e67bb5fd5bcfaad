// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/atrisk.h"

#include <algorithm>
#include <map>

#include "sdk/lifelines.h"

namespace fengsui {
namespace {

void join(Text& out, const Text& more, const char* en, const char* zh) {
  if (more.en.empty()) return;
  out.en += (out.en.empty() ? "" : en) + more.en;
  out.zh += (out.zh.empty() ? "" : zh) + more.zh;
}

}  // namespace

AtRisk atRiskIn(const Exposure& exposure) {
  AtRisk out;
  std::map<std::string, std::int64_t> groups;
  for (const Hit& hit : exposure.hits) {
    out.vulnerable += hit.vulnerable;
    if (hit.what != "shelter") out.beds += hit.beds;  // of a shelter those are places for others
    if (const LifelineGroup* group = lifelineGroupOf(hit.what)) ++groups[group->code];
    if (hit.what != "depot") continue;
    ++out.depots;
    for (const StockLine& line : hit.stock) {
      const auto same = std::find_if(out.stock.begin(), out.stock.end(), [&](const StockLine& one) {
        return one.item == line.item && one.unit == line.unit;
      });
      if (same == out.stock.end())
        out.stock.push_back(line);
      else
        same->quantity = same->quantity + line.quantity;
    }
  }
  std::stable_sort(out.stock.begin(), out.stock.end(),
                   [](const StockLine& a, const StockLine& b) { return b.quantity < a.quantity; });
  for (const LifelineGroup& group : lifelines())
    if (const auto at = groups.find(group.code); at != groups.end()) out.lifelines.emplace_back(group.code, at->second);
  return out;
}

Text stockWords(const std::vector<StockLine>& stock, std::size_t most) {
  Text out;
  for (std::size_t i = 0; i < std::min(most, stock.size()); ++i) {
    const std::string one = stock[i].item + ' ' + stock[i].quantity.text() + ' ' + stock[i].unit;
    join(out, {one, one}, ", ", "、");
  }
  if (stock.size() > most) {
    out.en += " and " + std::to_string(stock.size() - most) + " kinds more";
    out.zh += " 等 " + std::to_string(stock.size()) + " 种";
  }
  return out;
}

Text atRiskWords(const AtRisk& risk, std::size_t kindsAtMost) {
  Text out;
  if (risk.vulnerable > 0) {
    const std::string n = std::to_string(risk.vulnerable);
    join(out, {n + " vulnerable people", "重点照护人员 " + n + " 人"}, ", ", "，");
  }
  if (risk.beds > 0) {
    const std::string n = std::to_string(risk.beds);
    join(out, {n + " beds of hospitals and nursing homes", "医院、养老机构床位 " + n + " 张"}, ", ", "，");
  }
  Text groups;
  for (const auto& [code, count] : risk.lifelines)
    for (const LifelineGroup& group : lifelines())
      if (group.code == code)
        join(groups, {group.words.en + ' ' + std::to_string(count), group.words.zh + ' ' + std::to_string(count)}, ", ",
             "、");
  if (!groups.en.empty()) join(out, {"lifelines: " + groups.en, "生命线设施：" + groups.zh}, "; ", "；");
  if (risk.depots > 0) {
    const Text what = stockWords(risk.stock, kindsAtMost);
    const std::string n = std::to_string(risk.depots);
    join(out,
         {"supplies in " + n + (risk.depots == 1 ? " depot" : " depots") + (what.en.empty() ? "" : ": ") + what.en,
          "受威胁物资（" + n + " 个库点）" + (what.zh.empty() ? "" : "：") + what.zh},
         "; ", "；");
  }
  return out;
}

}  // namespace fengsui
