// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/namelist.h"

#include "ui/search/foldedtext.h"

namespace fengsui {
namespace {

constexpr std::size_t kLongestText = 0xFFFF;

}  // namespace

NameList::NameList(const std::vector<NamedThing>& things) {
  std::unordered_map<std::string, std::uint32_t> known;
  things_.reserve(things.size());
  names_.reserve(things.size());
  for (const NamedThing& thing : things) {
    const auto number = static_cast<std::uint32_t>(things_.size());
    Thing made;
    made.id = thing.id;
    made.at = thing.at.value_or(Position{});
    made.placed = thing.at.has_value();
    made.recency = thing.recency;
    made.sort = thing.sort;
    made.kind = thing.kind;
    made.tier = thing.tier;
    made.code = wordOf(thing.code, known);
    made.about = wordOf(thing.about, known);
    made.where = wordOf(thing.where, known);
    const auto keep = [&](const std::string& text, std::uint32_t& at, std::uint16_t& size) {
      at = static_cast<std::uint32_t>(text_.size());
      size = static_cast<std::uint16_t>(std::min(text.size(), kLongestText));
      text_.append(text, 0, size);
    };
    keep(thing.name, made.nameAt, made.nameSize);
    keep(thing.otherName, made.otherAt, made.otherSize);
    things_.push_back(made);
    addName(thing.name, number, false);
    if (!thing.otherName.empty() && thing.otherName != thing.name) addName(thing.otherName, number, true);
  }
  text_.shrink_to_fit();
  letters_.shrink_to_fit();
  names_.shrink_to_fit();
}

std::uint32_t NameList::wordOf(const std::string& word, std::unordered_map<std::string, std::uint32_t>& known) {
  const auto [at, fresh] = known.try_emplace(word, static_cast<std::uint32_t>(words_.size()));
  if (fresh) {
    words_.push_back(word);
    std::vector<NameLetter> letters;
    for (const FoldedLetter& one : foldedLetters(word))
      if (letters.size() < kMostLetters) letters.emplace_back(one.letter, one.startsWord);
    wordLetters_.push_back(std::move(letters));
  }
  return at->second;
}

void NameList::addName(std::string_view text, std::uint32_t thing, bool other) {
  const Pinyin& pinyin = Pinyin::table();
  Name name;
  name.thing = thing;
  name.other = other;
  name.begin = static_cast<std::uint32_t>(letters_.size());
  for (const FoldedLetter& one : foldedLetters(text)) {
    if (name.size == kMostLetters) break;
    const NameLetter letter(one.letter, one.startsWord);
    name.letters.add(letter, pinyin);
    letters_.push_back(letter);
    ++name.size;
  }
  names_.push_back(name);
}

std::string_view NameList::nameOf(std::uint32_t number) const {
  const Thing& thing = things_[number];
  return std::string_view(text_).substr(thing.nameAt, thing.nameSize);
}

NamedThing NameList::thing(std::uint32_t number) const {
  const Thing& own = things_[number];
  NamedThing thing;
  thing.sort = own.sort;
  thing.kind = own.kind;
  thing.id = own.id;
  thing.code = words_[own.code];
  thing.name = nameOf(number);
  thing.otherName = text_.substr(own.otherAt, own.otherSize);
  thing.about = words_[own.about];
  thing.where = words_[own.where];
  if (own.placed) thing.at = own.at;
  thing.tier = own.tier;
  thing.recency = own.recency;
  return thing;
}

std::span<const NameLetter> NameList::lettersOfWord(std::uint32_t word) const {
  return wordLetters_[word];
}

std::size_t NameList::bytes() const {
  std::size_t sum = text_.capacity() + letters_.capacity() * sizeof(NameLetter) + names_.capacity() * sizeof(Name) +
                    things_.capacity() * sizeof(Thing);
  for (const std::string& word : words_) sum += sizeof(word) + word.capacity();
  for (const auto& letters : wordLetters_) sum += sizeof(letters) + letters.capacity() * sizeof(NameLetter);
  return sum;
}

}  // namespace fengsui
