// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/yamltree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <sstream>

namespace fengsui {
namespace {

struct Refused {
  Error error;
};

Error wrongAt(const std::string& file, int line, int column, Text message, Text remedy = {},
              ErrorCode code = ErrorCode::invalid) {
  Error error{code, std::move(message), std::move(remedy), {}};
  error.place.file = file;
  error.place.line = line;
  error.place.column = column;
  return error;
}

std::size_t sequenceLength(std::string_view bytes, std::size_t i) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(bytes[k]); };
  const auto trails = [&](std::size_t from, std::size_t count) {
    if (from + count > bytes.size()) return false;
    for (std::size_t k = from; k < from + count; ++k)
      if ((byte(k) & 0xc0) != 0x80) return false;
    return true;
  };
  const unsigned char first = byte(i);
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return trails(i + 1, 1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    if (!trails(i + 1, 2)) return 0;
    if ((first == 0xe0 && byte(i + 1) < 0xa0) || (first == 0xed && byte(i + 1) > 0x9f)) return 0;
    return 3;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    if (!trails(i + 1, 3)) return 0;
    if ((first == 0xf0 && byte(i + 1) < 0x90) || (first == 0xf4 && byte(i + 1) > 0x8f)) return 0;
    return 4;
  }
  return 0;
}

bool looksLikeGb(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    if (first < 0x80) continue;
    if (first < 0x81 || first == 0xff || ++i == bytes.size()) return false;
    const auto second = static_cast<unsigned char>(bytes[i]);
    if (second < 0x30 || second == 0x7f || second == 0xff) return false;
  }
  return true;
}

/// What is wrong with the bytes before YAML is asked.
std::optional<Error> badText(std::string_view bytes, const std::string& file) {
  int line = 1;
  int column = 0;
  bool indent = true;
  bool sawTab = false;
  for (std::size_t i = 0; i < bytes.size();) {
    const char c = bytes[i];
    ++column;
    if (c == '\0' || (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t'))
      return wrongAt(file, line, column, {"a control character is no text", "含有控制字符，不是文本"},
                     {"save the file as plain UTF-8 text", "请另存为 UTF-8 纯文本"}, ErrorCode::unreadable);
    const std::size_t length = sequenceLength(bytes, i);
    if (length == 0) {
      const bool gb = looksLikeGb(bytes);
      return wrongAt(file, line, column,
                     gb ? Text{"the text is not UTF-8; it looks like GBK", "文本不是 UTF-8，疑为 GBK 编码"}
                        : Text{"the text is not UTF-8", "文本不是 UTF-8 编码"},
                     {"convert it: iconv -f GB18030 -t UTF-8 FILE, or save it as UTF-8",
                      "请转换：iconv -f GB18030 -t UTF-8 文件，或另存为 UTF-8"},
                     ErrorCode::unreadable);
    }
    if (c == '\n') {
      ++line;
      column = 0;
      indent = true;
      sawTab = false;
    } else if (indent && c == '\t') {
      sawTab = true;
    } else if (indent && c != ' ' && c != '\r') {
      if (sawTab && c != '#')
        return wrongAt(file, line, 1, {"the line is indented with a tab", "行首用了制表符缩进"},
                       {"indent with spaces", "请用空格缩进"});
      indent = false;
    }
    i += length;
  }
  return std::nullopt;
}

Text inChinese(const std::string& message) {
  struct Known {
    std::string_view english, says, chinese;
  };
  static constexpr Known kKnown[] = {
      {"illegal map value",
       "a key and its value cannot stand here; is the indentation right, is a text with ': ' in "
       "quotes?",
       "此处不能出现“键: 值”；请检查缩进，含“: ”的文字要加引号"},
      {"end of map not found", "the map does not end as it began; is the indentation right?",
       "映射没有正常结束；请检查缩进"},
      {"end of map flow not found", "'}' is missing; a text with a comma or brackets inside {…} needs quotes",
       "缺少“}”；{…} 之内含逗号、括号的文字要加引号"},
      {"end of sequence not found", "the list does not end as it began; is the indentation right?",
       "列表没有正常结束；请检查缩进"},
      {"end of sequence flow not found", "']' is missing", "缺少“]”"},
      {"illegal block entry", "a list entry cannot stand here", "此处不能出现列表项"},
      {"illegal character in scalar", "the quotes do not end", "引号没有结束"},
      {"illegal EOF in scalar", "the quotes do not end", "引号没有结束"},
      {"illegal map key", "a key cannot stand here", "此处不能出现键"},
      {"illegal flow end", "a closing bracket without an opening one", "右括号没有对应的左括号"},
      {"the referenced anchor is not defined", "the alias names nothing", "别名没有对应的锚"},
  };
  for (const Known& known : kKnown)
    if (message.starts_with(known.english))
      return {"not YAML: " + std::string(known.says), "不是合规 YAML：" + std::string(known.chinese)};
  return {"not YAML from here on: " + message, "不是合规 YAML（" + message + "）"};
}

class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view text, const std::string& file) : file_(file) {
    std::size_t start = 0;
    for (std::size_t i = 0; i <= text.size(); ++i)
      if (i == text.size() || text[i] == '\n') {
        lines_.push_back(text.substr(start, i - start));
        start = i + 1;
      }
  }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    add(make(YamlKind::nothing, mark), anchor, mark);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto known = anchors_.find(anchor);
    if (known == anchors_.end()) refuse(mark, {"the alias stands inside what it names", "别名出现在它所指的内容之内"});
    if (holdsAlias_[known->second])
      refuse(mark, {"an alias may not name something that holds an alias itself", "别名所指的内容不能再含别名"},
             {"write it out", "请直接写出"});
    expanded_ += sizes_[known->second];
    if (expanded_ > kYamlNodesAtMost) tooMany(mark);
    for (Open& open : open_) open.alias = true;
    attach(known->second, mark, sizes_[known->second]);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    YamlNode node = make(YamlKind::scalar, mark);
    if (tag != "?" && tag != "!")
      refuse(mark, {"tags such as " + tag + " are not understood", "不支持标签 " + tag}, {"leave it out", "请删去"});
    node.text = value;
    node.quoted = tag == "!";
    add(std::move(node), anchor, mark);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    begin(YamlKind::list, mark, anchor);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    begin(YamlKind::map, mark, anchor);
  }
  void OnMapEnd() override { end(); }

  [[nodiscard]] YamlTree take() {
    tree_.root = root_;
    return std::move(tree_);
  }
  [[nodiscard]] bool empty() const { return tree_.nodes.empty(); }

  // yaml-cpp counts bytes; people count characters.
  [[nodiscard]] std::pair<int, int> placeOf(const YAML::Mark& mark) const {
    // Without a place: the text ended too early.
    if (mark.line < 0)
      return {static_cast<int>(lines_.size() > 1 && lines_.back().empty() ? lines_.size() - 1 : lines_.size()), 1};
    const auto line = static_cast<std::size_t>(mark.line);
    int column = 1;
    if (line < lines_.size()) {
      const std::string_view before = lines_[line].substr(0, static_cast<std::size_t>(std::max(0, mark.column)));
      column +=
          static_cast<int>(std::count_if(before.begin(), before.end(), [](char b) { return (b & 0xc0) != 0x80; }));
    }
    return {mark.line + 1, column};
  }

 private:
  struct Open {
    std::uint32_t index;
    YAML::anchor_t anchor;
    std::optional<std::uint32_t> key;  // of a map: read, its value not yet
    std::map<std::string, int> seen;   // keys of a map and their lines
    std::size_t size = 1;
    bool alias = false;
  };

  [[noreturn]] void refuse(const YAML::Mark& mark, Text message, Text remedy = {}) const {
    const auto [line, column] = placeOf(mark);
    throw Refused{wrongAt(file_, line, column, std::move(message), std::move(remedy))};
  }
  [[noreturn]] void tooMany(const YAML::Mark& mark) const {
    refuse(mark, {"more than 200,000 values: no plan is that large", "内容超过 20 万项，不可能是预案"});
  }

  [[nodiscard]] YamlNode make(YamlKind kind, const YAML::Mark& mark) const {
    YamlNode node;
    node.kind = kind;
    std::tie(node.line, node.column) = placeOf(mark);
    return node;
  }

  std::uint32_t store(YamlNode node, const YAML::Mark& mark) {
    if (++expanded_ > kYamlNodesAtMost) tooMany(mark);
    tree_.nodes.push_back(std::move(node));
    sizes_.push_back(1);
    holdsAlias_.push_back(false);
    return static_cast<std::uint32_t>(tree_.nodes.size() - 1);
  }

  void add(YamlNode node, YAML::anchor_t anchor, const YAML::Mark& mark) {
    const std::uint32_t index = store(std::move(node), mark);
    if (anchor) anchors_[anchor] = index;
    attach(index, mark, 1);
  }

  void attach(std::uint32_t index, const YAML::Mark& mark, std::size_t size) {
    if (open_.empty()) {
      root_ = index;
      return;
    }
    Open& open = open_.back();
    open.size += size;
    YamlNode& parent = tree_.nodes[open.index];
    if (parent.kind == YamlKind::list) {
      parent.items.push_back(index);
      return;
    }
    if (open.key) {
      parent.entries.emplace_back(*open.key, index);
      open.key.reset();
      return;
    }
    const YamlNode& key = tree_.nodes[index];
    if (key.kind != YamlKind::scalar)
      refuse(mark, {"a key has to be a word", "键必须是文字"},
             {"a text that begins with { or [ needs quotes", "以 { 或 [ 开头的文字要加引号"});
    const auto [at, fresh] = open.seen.emplace(key.text, key.line);
    if (!fresh)
      refuse(mark, {"the key \"" + key.text + "\" stands twice; first in line " + std::to_string(at->second),
                    "键“" + key.text + "”重复，第一次在第 " + std::to_string(at->second) + " 行"});
    open.key = index;
  }

  void begin(YamlKind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (static_cast<int>(open_.size()) >= kYamlDepthAtMost)
      refuse(mark, {"nested more than 40 levels deep", "嵌套超过 40 层"});
    const std::uint32_t index = store(make(kind, mark), mark);
    open_.push_back({index, anchor, std::nullopt, {}, 1, false});
    marks_.push_back(mark);
  }

  void end() {
    const Open done = std::move(open_.back());
    const YAML::Mark mark = marks_.back();
    open_.pop_back();
    marks_.pop_back();
    sizes_[done.index] = done.size;
    holdsAlias_[done.index] = done.alias;
    if (done.anchor) anchors_[done.anchor] = done.index;
    attach(done.index, mark, done.size);
  }

  const std::string& file_;
  std::vector<std::string_view> lines_;
  YamlTree tree_;
  std::uint32_t root_ = 0;
  std::vector<Open> open_;
  std::vector<YAML::Mark> marks_;
  std::map<YAML::anchor_t, std::uint32_t> anchors_;
  std::vector<std::size_t> sizes_;
  std::vector<bool> holdsAlias_;
  std::size_t expanded_ = 0;
};

}  // namespace

Result<YamlTree> readYaml(std::string_view bytes, const std::string& file) {
  if (bytes.size() > kPlanFileBytesAtMost)
    return failure(wrongAt(
        file, 0, 0, {"the file is larger than 2,000,000 bytes: no plan is", "文件超过 2000000 字节，不可能是预案"}));
  if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"))
    return failure(wrongAt(file, 1, 1, {"the text is UTF-16, not UTF-8", "文本是 UTF-16，不是 UTF-8"},
                           {"save it as UTF-8", "请另存为 UTF-8"}, ErrorCode::unreadable));
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  if (auto bad = badText(bytes, file)) return failure(std::move(*bad));

  TreeBuilder builder(bytes, file);
  try {
    std::istringstream stream{std::string(bytes)};
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder) || builder.empty())
      return failure(wrongAt(file, 1, 1, {"the file is empty", "文件是空的"}));
    YamlTree tree = builder.take();
    if (parser)
      return failure(wrongAt(file, 1, 1, {"the file holds more than one document", "文件里有不止一份文档"},
                             {"one plan a file, without a second '---'", "一个文件一份预案，不要第二个“---”"}));
    return tree;
  } catch (const Refused& refused) {
    return failure(refused.error);
  } catch (const YAML::Exception& error) {
    const auto [line, column] = builder.placeOf(error.mark);
    return failure(wrongAt(file, line, column, inChinese(error.msg)));
  }
}

}  // namespace fengsui
