// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/check.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <set>

#include "plans/nearest.h"
#include "plans/placeholders.h"
#include "plans/subjects.h"
#include "plans/textwalk.h"

namespace fengsui {
namespace {

class Complaints {
 public:
  explicit Complaints(PlanErrors& errors) : errors_(errors) {}
  void operator()(const SourcePlace& source, std::string_view under, Text message, Text remedy = {},
                  std::string value = {}) {
    if (errors_.size() >= kPlanErrorsAtMost) return;
    Error error{ErrorCode::invalid, std::move(message), std::move(remedy), source.at(under)};
    error.place.value = std::move(value);
    errors_.push_back(std::move(error));
  }

 private:
  PlanErrors& errors_;
};

// Lower case, digits, '.', '-'; a template may have placeholders and a place name after a '/'.
bool isPlanId(std::string_view id) {
  const std::string_view head = id.substr(0, id.find('/'));
  return !head.empty() && std::all_of(head.begin(), head.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
  });
}

bool isItemId(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
           c == '_';
  });
}

void checkOwner(const Owner& owner, const PlanItem* item, const SourcePlace& source, const std::string& under,
                Complaints& complain) {
  const int named = !owner.post.empty() + !owner.organisation.empty() + !owner.team.empty();
  if (named != 1)
    return complain(source, under,
                    named == 0 ? Text{"nobody is named", "没有写明是谁"}
                               : Text{"more than one is named: an owner is sole", "写了不止一个：主责只能唯一"},
                    {"write exactly one of post, organisation and team", "post、organisation、team 只写其一"});
  if (!owner.b.empty() && owner.post.empty())
    complain(source, under + ".b", {"only a post has a substitute", "只有岗位才有B角"}, {}, owner.b);
  if (owner.count && owner.team.empty())
    complain(source, under + ".count", {"only teams are counted", "只有队伍才写数量"});
  if (owner.count && *owner.count == 0) complain(source, under + ".count", {"at least one team", "至少一支队伍"});
  if (owner.of.empty()) return;
  if (!item)
    return complain(source, under + ".of", {"a level is signed by a post of the district", "级别由区级岗位签批"},
                    {"leave of out", "请删去 of"}, owner.of);
  if (owner.of == "each" && item->each.empty())
    complain(source, under + ".of", {"the item has no each", "条目没有 each"}, {"add each: KIND", "请加 each: 类型"});
  if (!owner.team.empty() || (owner.of == "each" && owner.post.empty()))
    complain(source, under + ".of", {"only the post of a place can be meant", "只能指该地的岗位"});
  const auto columns = placeholdersIn(owner.of);
  if (columns &&
      std::any_of(columns->begin(), columns->end(), [](const auto& one) { return !one.name.starts_with("row."); }))
    complain(source, under + ".of", {"only a column can name the place here", "此处的地点只能取自表格的列"},
             {"write each, incident, a place or {row.COLUMN}", "可写 each、incident、地名或 {row.列名}"}, owner.of);
}

void checkTiming(const PlanItem& item, Complaints& complain) {
  const PlanTiming& when = item.when;
  const int starts = when.at.has_value() + !when.after.empty() + when.beforeDusk.has_value() + !when.daily.empty() +
                     when.on.has_value();
  if (starts > 1)
    complain(item.source, ".when", {"more than one beginning", "写了不止一个起点"},
             {"write one of at, after, beforeDusk, daily and on", "at、after、beforeDusk、daily、on 只写其一"});
  if (when.minutes && when.after.empty())
    complain(item.source, ".when.minutes", {"minutes goes with after", "minutes 要与 after 同用"},
             {"for minutes after T0 write at", "T0 后的分钟数请写 at"});
  if (when.every && *when.every == 0) complain(item.source, ".when.every", {"at least every minute", "间隔至少一分钟"});
  if (when.every && (when.beforeDusk || !when.daily.empty()))
    complain(item.source, ".when.every",
             {"daily and beforeDusk repeat by themselves", "daily、beforeDusk 本身就是重复的"},
             {"leave every out", "请删去 every"});
  if (!when.daily.empty() && !clockMinutes(when.daily))
    complain(item.source, ".when.daily",
             {"a time of day such as \"18:00\" is wanted", "应为一天中的时刻，如 \"18:00\""},
             {"in quotes, hours 00 to 23", "加引号，小时 00 至 23"}, when.daily);
}

void checkAnswer(const PlanItem& item, Complaints& complain) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < item.answer.size(); ++i) {
    const AnswerField& field = item.answer[i];
    const std::string under = ".answer[" + std::to_string(i) + ']';
    if (!seen.insert(field.id).second)
      complain(item.source, under + ".id", {"this id stands twice in the answer", "答复中此 id 重复"}, {}, field.id);
    const bool parts = field.type == AnswerType::counts || field.type == AnswerType::choice;
    if (parts && field.of.size() < 2)
      complain(item.source, under,
               {std::string(nameOf(field.type).code) + " needs its parts",
                std::string(nameOf(field.type).zh) + "要写明各项"},
               {"add of: [one, two]", "请加 of: [甲, 乙]"});
    if (!parts && !field.of.empty())
      complain(item.source, under + ".of", {"of goes with counts and choice", "of 只用于 counts 和 choice"});
    if (!field.unit.empty() && field.type != AnswerType::number)
      complain(item.source, under + ".unit", {"unit goes with number", "unit 只用于 number"}, {}, field.unit);
  }
}

void checkChase(const PlanItem& item, Complaints& complain) {
  std::map<ChaseFor, int> last;
  for (std::size_t i = 0; i < item.chase.size(); ++i) {
    const Chase& step = item.chase[i];
    const std::string under = ".chase[" + std::to_string(i) + ']';
    if (step.minutes == 0) complain(item.source, under + ".minutes", {"at least one minute", "至少一分钟"});
    const auto before = last.find(step.awaited);
    if (before != last.end() && step.minutes < before->second)
      complain(item.source, under + ".minutes",
               {"each step comes no earlier than the one before", "每一步不得早于上一步"},
               {"count from the issue of the order", "分钟数一律从下达算起"}, std::to_string(step.minutes));
    last[step.awaited] = step.minutes;
    if (step.to.target == ChaseTarget::b && item.owner.b.empty() && item.owner.of != "each")
      complain(item.source, under + ".to", {"the owner has no substitute", "主责没有B角"},
               {"name one in owner: b, or chase somebody else", "请在 owner 写 b，或改找别人"}, "b");
  }
}

template <class T>
void checkTexts(const T& value, const SourcePlace& source, const PlaceholderScope& scope, Complaints& complain) {
  forEachText(value, [&](const std::string& text, const std::string& path) {
    const auto found = placeholdersIn(text);
    if (!found)
      return complain(source, path, found.error().message, {"placeholders are {name}", "占位符写作 {名称}"}, text);
    for (const Placeholder& one : *found)
      if (auto fault = faultOfPlaceholder(one.name, scope))
        complain(source, path, std::move(fault->message), std::move(fault->remedy));
  });
}

void checkExpressionTexts(const ExpressionNode& node, const SourcePlace& source, const std::string& under,
                          const PlaceholderScope& scope, Complaints& complain) {
  if (node.kind == ExpressionKind::placeholder) {
    const std::string column = node.name.starts_with("row.") ? node.name.substr(4) : std::string();
    auto fault = faultOfPlaceholder(node.name, scope);
    if (!fault && column.empty())
      fault = Error{ErrorCode::invalid,
                    {"{" + node.name + "} is no number of a table", "{" + node.name + "} 不是表格里的数"},
                    {"outside quotes only {row.COLUMN} can stand", "引号之外只能写 {row.列名}"},
                    {}};
    const auto& numbers = scope.numbers;
    if (!fault && numbers && std::find(numbers->begin(), numbers->end(), column) == numbers->end())
      fault = Error{ErrorCode::invalid,
                    {"the column \"" + column + "\" is text", "“" + column + "”列是文字"},
                    {"make it number in template.table.columns, or write it in quotes",
                     "请在 template.table.columns 中写 number，或加引号"},
                    {}};
    if (fault) complain(source, under, std::move(fault->message), std::move(fault->remedy));
  }
  if (node.kind == ExpressionKind::text) {
    const auto found = placeholdersIn(node.name);
    if (!found)
      return complain(source, under, found.error().message, {"placeholders are {name}", "占位符写作 {名称}"},
                      node.name);
    for (const Placeholder& one : *found) {
      auto fault = faultOfPlaceholder(one.name, scope);
      if (!fault && !one.name.starts_with("each.") && !one.name.starts_with("row."))
        fault = Error{ErrorCode::invalid,
                      {"{" + one.name + "} cannot stand in an expression", "表达式里不能用 {" + one.name + "}"},
                      {"only {each.…} and {row.…} can", "只能用 {each.…} 和 {row.…}"},
                      {}};
      if (fault) complain(source, under, std::move(fault->message), std::move(fault->remedy));
    }
  }
  for (const ExpressionNode& part : node.parts) checkExpressionTexts(part, source, under, scope, complain);
}

void checkItem(const PlanItem& item, const PlaceholderScope& plan, Complaints& complain) {
  if (!isItemId(item.id))
    complain(item.source, ".id", {"an id has letters, digits, '.', '-' and '_'", "id 只能用字母、数字、.、-、_"}, {},
             item.id);
  checkOwner(item.owner, &item, item.source, ".owner", complain);
  for (std::size_t i = 0; i < item.with.size(); ++i)
    checkOwner(item.with[i], &item, item.source, ".with[" + std::to_string(i) + ']', complain);
  if (item.verify) {
    checkOwner(item.verify->by, &item, item.source, ".verify.by", complain);
    if (!item.verify->by.team.empty())
      complain(item.source, ".verify.by.team", {"a post or an organisation verifies", "核验方应为岗位或单位"});
  }
  if (item.where && item.each.empty())
    complain(item.source, ".where", {"where goes with each", "where 要与 each 同用"});
  if (!item.among.empty() && item.each.empty())
    complain(item.source, ".among", {"among goes with each", "among 要与 each 同用"},
             {"add each: KIND", "请加 each: 类型"});
  if (!item.each.empty() && !isSubjectKind(item.each)) {
    const std::vector<std::string> known = subjectKinds();
    const std::string close = nearest(item.each, known);
    complain(item.source, ".each", {"unknown kind of place", "未知的对象类型"},
             close.empty() ? Text{"known: " + listed(known), "可用：" + listed(known)}
                           : Text{"did you mean " + close + "? known: " + listed(known),
                                  "是否应为 " + close + "？可用：" + listed(known)},
             item.each);
  }
  checkTiming(item, complain);
  checkAnswer(item, complain);
  checkChase(item, complain);
  PlaceholderScope scope = plan;
  scope.each = !item.each.empty();
  checkTexts(item, item.source, scope, complain);
  for (const auto& [part, under] :
       {std::pair(&item.where, ".where"), {&item.condition, ".if"}, {&item.when.on, ".when.on"}})
    if (*part) checkExpressionTexts((*part)->tree(), item.source, under, scope, complain);
}

/// Finds a cycle in "after" and "needs.items": the ids along it, the first one again at the end.
std::vector<std::string> cycleFrom(const Plan& plan) {
  std::map<std::string_view, const PlanItem*> byId;
  for (const PlanItem& item : plan.items) byId.emplace(item.id, &item);
  enum class Colour { white, grey, black };
  std::map<const PlanItem*, Colour> colours;
  std::vector<std::string> path;
  const std::function<bool(const PlanItem*)> visit = [&](const PlanItem* item) {
    Colour& colour = colours[item];
    if (colour == Colour::black) return false;
    path.push_back(item->id);
    if (colour == Colour::grey) return true;
    colour = Colour::grey;
    std::vector<std::string_view> before(item->needs.items.begin(), item->needs.items.end());
    if (!item->when.after.empty()) before.push_back(item->when.after);
    for (const std::string_view id : before)
      if (const auto other = byId.find(id); other != byId.end() && visit(other->second)) return true;
    colours[item] = Colour::black;
    path.pop_back();
    return false;
  };
  for (const PlanItem& item : plan.items)
    if (visit(&item)) {
      path.erase(path.begin(), std::find(path.begin(), path.end(), path.back()));
      return path;
    }
  return {};
}

template <class List, class Name>
std::vector<std::string> namesIn(const List& list, Name name) {
  std::vector<std::string> out;
  for (const auto& one : list) out.push_back(one.*name);
  return out;
}

}  // namespace

bool isDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9})
    if (text[i] < '0' || text[i] > '9') return false;
  const std::string copy(text);
  return std::chrono::year_month_day(std::chrono::year(std::stoi(copy.substr(0, 4))),
                                     std::chrono::month(static_cast<unsigned>(std::stoi(copy.substr(5, 2)))),
                                     std::chrono::day(static_cast<unsigned>(std::stoi(copy.substr(8, 2)))))
      .ok();
}

std::optional<int> clockMinutes(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (const std::size_t i : {0, 1, 3, 4})
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
  const int hours = (text[0] - '0') * 10 + text[1] - '0';
  const int minutes = (text[3] - '0') * 10 + text[4] - '0';
  if (hours > 23 || minutes > 59) return std::nullopt;
  return hours * 60 + minutes;
}

void checkContent(const Plan& plan, PlanErrors& errors) {
  Complaints complain(errors);
  if (!isPlanId(plan.id))
    complain(plan.source, ".plan",
             {"an id has lower case letters, digits, '.' and '-'", "id 只能用小写字母、数字、.、-"}, {}, plan.id);
  if (!isDate(plan.effective))
    complain(plan.source, ".effective", {"a date such as 2026-06-01 is wanted", "应为日期，如 2026-06-01"}, {},
             plan.effective);
  if (!plan.drop.empty() && plan.extends.empty())
    complain(plan.source, ".drop", {"drop goes with extends", "drop 要与 extends 同用"});
  for (std::size_t i = 0; i < plan.levels.size(); ++i)
    checkOwner(plan.levels[i].approver, nullptr, plan.source, ".levels[" + std::to_string(i) + "].approver", complain);

  std::vector<std::string> columns, numbers;
  PlaceholderScope scope;
  if (plan.table) {
    for (const auto& [name, type] : plan.table->table.columns) {
      columns.push_back(name);
      if (type == PlanColumnType::number) numbers.push_back(name);
    }
    scope.columns = &columns;
    scope.numbers = &numbers;
    if (!plan.table->table.columns.contains(plan.table->table.key))
      complain(plan.source, ".template.table.key", {"the key is none of the columns", "key 不在 columns 之中"},
               {"columns: " + listed(columns), "列：" + listed(columns)}, plan.table->table.key);
    if (!isPlanId(plan.table->id) || plan.table->id.find('{') == std::string::npos)
      complain(plan.source, ".template.id",
               {"the id of each plan needs a placeholder of the row", "每份预案的 id 要含该行的占位符"},
               {"such as " + plan.id + "/{row." + plan.table->table.key + '}',
                "如 " + plan.id + "/{row." + plan.table->table.key + '}'},
               plan.table->id);
    checkTexts(*plan.table, {plan.source.map, "template"}, scope, complain);
  }
  for (std::size_t i = 0; i < plan.levels.size(); ++i)
    if (plan.levels[i].when)
      for (const Expression& line : plan.levels[i].when->lines)
        checkExpressionTexts(line.tree(), plan.source, ".levels[" + std::to_string(i) + "].when", scope, complain);
  for (const PlanItem& item : plan.items) checkItem(item, scope, complain);
  for (std::size_t i = 0; i < plan.end.size(); ++i)
    checkTexts(plan.end[i], {plan.source.map, "end[" + std::to_string(i) + ']'}, scope, complain);
}

void checkReferences(const Plan& plan, PlanErrors& errors) {
  Complaints complain(errors);
  const auto twice = [&](const std::vector<std::string>& names, const char* list, const char* key) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < names.size(); ++i)
      if (!seen.insert(names[i]).second)
        complain(plan.source, '.' + std::string(list) + '[' + std::to_string(i) + "]." + key,
                 {"this name stands twice", "名称重复"}, {}, names[i]);
  };
  const std::vector<std::string> levels = namesIn(plan.levels, &Level::level);
  const std::vector<std::string> phases = namesIn(plan.phases, &Phase::id);
  const std::vector<std::string> items = namesIn(plan.items, &PlanItem::id);
  twice(levels, "levels", "level");
  twice(phases, "phases", "id");

  const auto known = [&](const PlanItem& item, const std::string& under, const std::string& name,
                         const std::vector<std::string>& among, const Text& what) {
    if (std::find(among.begin(), among.end(), name) != among.end()) return true;
    const std::string close = nearest(name, among);
    complain(item.source, under, {"there is no such " + what.en, "没有这个" + what.zh},
             among.empty()   ? Text{"the plan has none", "预案没有写"}
             : close.empty() ? Text{"known: " + listed(among), "可用：" + listed(among)}
                             : Text{"did you mean " + close + "? known: " + listed(among),
                                    "是否应为 " + close + "？可用：" + listed(among)},
             name);
    return false;
  };
  std::map<std::string, const PlanItem*> seen;
  bool sound = true;
  for (const PlanItem& item : plan.items) {
    if (const auto [at, fresh] = seen.emplace(item.id, &item); !fresh) {
      const ErrorPlace first = at->second->source.at(".id");
      complain(item.source, ".id",
               {"this id stands twice; first in line " + std::to_string(first.line),
                "id 重复，第一次在第 " + std::to_string(first.line) + " 行"},
               {}, item.id);
    }
    known(item, ".phase", item.phase, phases, {"phase", "阶段"});
    for (std::size_t i = 0; i < item.levels.size(); ++i)
      known(item, ".levels[" + std::to_string(i) + ']', item.levels[i], levels, {"level", "级别"});
    if (!item.when.after.empty()) sound &= known(item, ".when.after", item.when.after, items, {"item", "条目"});
    for (std::size_t i = 0; i < item.needs.items.size(); ++i)
      sound &= known(item, ".needs.items[" + std::to_string(i) + ']', item.needs.items[i], items, {"item", "条目"});
  }
  if (!sound) return;
  if (const std::vector<std::string> cycle = cycleFrom(plan); !cycle.empty()) {
    std::string shown;
    for (const std::string& id : cycle) shown += (shown.empty() ? "" : " → ") + id;
    const PlanItem* item = plan.item(cycle.front());
    complain(item ? item->source : plan.source, item && !item->when.after.empty() ? ".when.after" : ".needs.items",
             {"items wait for each other: " + shown, "条目互相等待：" + shown},
             {"one of them has to come first", "必须有一条在先"});
  }
}

}  // namespace fengsui
