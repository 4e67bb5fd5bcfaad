// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/loader.h"

#include <fstream>
#include <iterator>
#include <system_error>
#include <tuple>

#include "plans/check.h"
#include "plans/planreader.h"
#include "plans/posts.h"

namespace fengsui {
namespace {

// Cut at a whole character.
std::string shortened(const std::string& text) {
  if (text.size() <= 60) return text;
  std::size_t end = 60;
  while (end > 0 && (text[end] & 0xc0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

Text contentOf(const YamlNode& node) {
  switch (node.kind) {
    case YamlKind::nothing:
      return {"nothing", "空"};
    case YamlKind::scalar:
      break;
    case YamlKind::list:
      return {"a list", "列表"};
    case YamlKind::map:
      return {"a map", "映射"};
  }
  return {'"' + shortened(node.text) + '"', "“" + shortened(node.text) + "”"};
}

}  // namespace

void PlanReader::wrong(const YamlNode& node, Text message, Text remedy) {
  if (full()) return;
  Error error{ErrorCode::invalid, std::move(message), std::move(remedy), {}};
  error.place.file = map_.file;
  error.place.line = node.line;
  error.place.column = node.column;
  error.place.field = path_;
  // What is missing has no place; its key has.
  if (const auto key = map_.places.find(path_); node.kind == YamlKind::nothing && key != map_.places.end())
    std::tie(error.place.line, error.place.column) = key->second;
  errors_.push_back(std::move(error));
}

void PlanReader::unexpected(const YamlNode& node, const Text& wanted, Text remedy) {
  const Text found = contentOf(node);
  wrong(node, {wanted.en + ", found " + found.en, wanted.zh + "，实为" + found.zh}, std::move(remedy));
}

void PlanReader::readText(const YamlNode& node, std::string& value) {
  if (node.kind != YamlKind::scalar)
    return unexpected(node, {"a text is wanted", "应为文字"},
                      {"a text that begins with { or [ needs quotes", "以 { 或 [ 开头的文字要加引号"});
  if (node.text.empty())
    return wrong(node, {"nothing stands here", "此处为空"},
                 {"write a value, or leave the key out", "请填写，或删去这个键"});
  value = node.text;
}

void PlanReader::readBool(const YamlNode& node, bool& value) {
  if (node.kind == YamlKind::scalar && (node.text == "true" || node.text == "false"))
    value = node.text == "true";
  else
    unexpected(node, {"true or false is wanted", "应为 true 或 false"});
}

void PlanReader::readInt(const YamlNode& node, int& value) {
  const char* end = node.text.data() + node.text.size();
  int number = 0;
  const auto [stop, fault] = std::from_chars(node.text.data(), end, number);
  if (node.kind == YamlKind::scalar && fault == std::errc() && stop == end && number >= 0 && number <= 1'000'000)
    value = number;
  else
    unexpected(node, {"a whole number from 0 to 1,000,000 is wanted", "应为 0 到 1000000 的整数"});
}

void PlanReader::readQuantity(const YamlNode& node, Quantity& value) {
  if (node.kind == YamlKind::scalar)
    if (const auto amount = Quantity::parse(node.text); amount && *amount > Quantity{}) {
      value = *amount;
      return;
    }
  unexpected(node, {"an amount such as 4 or 2.5 is wanted", "应为数量（如 4、2.5）"});
}

void PlanReader::readExpression(const YamlNode& node, Expression& value) {
  if (node.kind != YamlKind::scalar)
    return unexpected(node, {"an expression is wanted", "应为表达式"},
                      {"an expression with a comma inside {…} needs quotes", "{…} 之内含逗号的表达式要加引号"});
  auto parsed = Expression::parse(node.text, overFields_);
  if (parsed) {
    value = std::move(*parsed);
    return;
  }
  wrong(node, parsed.error().message, parsed.error().remedy);
  errors_.back().place.value = shortened(node.text);
}

void PlanReader::readCriteria(const YamlNode& node, Criteria& value) {
  if (node.kind == YamlKind::scalar) {
    value.match = CriteriaMatch::one;
    return readExpression(node, value.lines.emplace_back());
  }
  if (node.kind == YamlKind::map && node.entries.size() == 1) {
    const auto [keyAt, valueAt] = node.entries.front();
    const YamlNode& key = tree_.at(keyAt);
    if (key.text == "any" || key.text == "all") {
      value.match = key.text == "any" ? CriteriaMatch::any : CriteriaMatch::all;
      const YamlNode& list = tree_.at(valueAt);
      within('.' + key.text, key, list, [&] {
        readList(list, value.lines);
        if (list.kind == YamlKind::list && list.items.empty())
          wrong(list, {"the list is empty", "列表是空的"},
                {"write the criteria, or leave when out", "请写条件，或删去 when"});
      });
      return;
    }
  }
  unexpected(node, {"one expression, or any: or all: with a list of them, is wanted",
                    "应为一个表达式，或 any:、all: 加表达式列表"});
}

void PlanReader::readChaseTo(const YamlNode& node, ChaseTo& value) {
  if (node.kind == YamlKind::map) {
    value.target = ChaseTarget::named;
    readStruct(node, value);
    if (value.post.empty() == value.organisation.empty())
      wrong(node, {"either a post or an organisation is wanted", "应为岗位或单位，二者选一"});
    return;
  }
  const auto target = node.kind == YamlKind::scalar ? fromCode<ChaseTarget>(node.text) : std::nullopt;
  if (target && *target != ChaseTarget::named)
    value.target = *target;
  else
    unexpected(node, {"b, town, door, {post: NAME} or {organisation: NAME} is wanted",
                      "应为 b、town、door、{post: 岗位} 或 {organisation: 单位}"});
}

PlanResult loadPlan(std::string_view bytes, const std::string& file) {
  const auto tree = readYaml(bytes, file);
  if (!tree) return tl::unexpected(PlanErrors{tree.error()});
  PlanErrors errors;
  auto map = std::make_shared<SourceMap>();
  map->file = file;
  Plan plan;
  PlanReader reader(*tree, *map, errors);
  const YamlNode& root = tree->at(tree->root);
  map->places.emplace("", std::pair(root.line, root.column));
  reader.read(root, plan);
  plan.source = {map, ""};
  for (std::size_t i = 0; i < plan.items.size(); ++i) plan.items[i].source = {map, "items[" + std::to_string(i) + ']'};
  if (errors.empty()) {
    checkContent(plan, errors);
    if (plan.whole()) checkReferences(plan, errors);
  }
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return plan;
}

tl::expected<PostList, PlanErrors> loadPosts(std::string_view bytes, const std::string& file) {
  const auto tree = readYaml(bytes, file);
  if (!tree) return tl::unexpected(PlanErrors{tree.error()});
  PlanErrors errors;
  auto map = std::make_shared<SourceMap>();
  map->file = file;
  PostList list;
  PlanReader reader(*tree, *map, errors);
  reader.read(tree->at(tree->root), list);
  const SourcePlace source{map, ""};
  for (std::size_t i = 0; i < list.posts.size() && errors.size() < kPlanErrorsAtMost; ++i) {
    if (list.find(list.posts[i].post) == &list.posts[i]) continue;
    Error error{ErrorCode::invalid,
                {"this post stands twice", "岗位重复"},
                {},
                source.at(".posts[" + std::to_string(i) + "].post")};
    error.place.value = list.posts[i].post;
    errors.push_back(std::move(error));
  }
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return list;
}

PlanResult readPlanFile(const std::filesystem::path& file) {
  const auto unreadable = [&](Text message) {
    Error error{ErrorCode::unreadable, std::move(message), {}, {}};
    error.place.file = file.string();
    return tl::unexpected(PlanErrors{std::move(error)});
  };
  std::error_code fault;
  if (std::filesystem::is_directory(file, fault)) return unreadable({"this is a folder", "这是一个文件夹"});
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return unreadable({"the file cannot be opened", "无法打开文件"});
  // One byte past the limit is enough to know that the file is too large.
  std::string bytes(kPlanFileBytesAtMost + 1, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (stream.bad()) return unreadable({"the file cannot be read", "无法读取文件"});
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return loadPlan(bytes, file.string());
}

}  // namespace fengsui
