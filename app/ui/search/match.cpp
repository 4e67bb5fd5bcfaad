// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/match.h"

#include <algorithm>
#include <array>
#include <bit>

#include "ui/search/foldedtext.h"

namespace fengsui {
namespace {

// How many letters of the syllable the term goes on with.
std::size_t common(std::string_view syllable, std::u32string_view term) {
  const std::size_t most = std::min(syllable.size(), term.size());
  std::size_t n = 0;
  while (n < most && static_cast<char32_t>(syllable[n]) == term[n]) ++n;
  return n;
}

bool doubleInitial(std::string_view syllable) {
  return syllable.size() > 1 && syllable[1] == 'h' && (syllable[0] == 'z' || syllable[0] == 'c' || syllable[0] == 's');
}

enum class Way { whole, initials, gaps };

// The search for one way through a name: whole syllables and characters one after the other, with initials for some of
// them, or with letters of the name left out.
class Run {
 public:
  Run(std::u32string_view term, std::span<const NameLetter> name, const Pinyin& pinyin)
      : term_(term), name_(name), pinyin_(pinyin) {}

  bool from(std::size_t start, Way way) {
    way_ = way;
    letters_ = 0;
    std::fill_n(dead_.begin(), name_.size() + 1, 0);
    return go(start, 0);
  }
  [[nodiscard]] std::uint64_t letters() const { return letters_; }
  /// Whether the way used the whole name.
  [[nodiscard]] bool whole() const { return whole_; }

 private:
  bool take(std::size_t at, std::size_t next, std::size_t done) {
    if (!go(next, done)) return false;
    letters_ |= 1ULL << at;
    return true;
  }

  bool go(std::size_t at, std::size_t done) {
    if (done == term_.size()) {
      whole_ = at == name_.size();
      return true;
    }
    if (at >= name_.size() || (dead_[at] >> done & 1U)) return false;
    if (here(at, done)) return true;
    if (way_ == Way::gaps && done > 0 && go(at + 1, done)) return true;
    dead_[at] |= 1ULL << done;
    return false;
  }

  bool here(std::size_t at, std::size_t done) {
    const NameLetter own = name_[at];
    const std::u32string_view rest = term_.substr(done);
    if (own.letter() == rest.front()) {
      if (take(at, at + 1, done + 1)) return true;
      // The first letter of a word stands for the word.
      if (way_ != Way::whole && own.startsWord() && !isHan(own.letter())) {
        std::size_t next = at + 1;
        while (next < name_.size() && !name_[next].startsWord()) ++next;
        if (next > at + 1 && take(at, next, done + 1)) return true;
      }
    }
    for (const Pinyin::Syllable number : pinyin_.readings(own.letter())) {
      const std::string_view syllable = pinyin_.text(number);
      const std::size_t same = common(syllable, rest);
      if (same == 0) continue;
      if (same == syllable.size() && take(at, at + 1, done + same)) return true;
      if (same == rest.size()) {  // typed so far
        letters_ |= 1ULL << at;
        whole_ = same == syllable.size() && at + 1 == name_.size();
        return true;
      }
      if (way_ == Way::whole) continue;
      if (same >= 2 && doubleInitial(syllable) && take(at, at + 1, done + 2)) return true;
      if (take(at, at + 1, done + 1)) return true;
    }
    return false;
  }

  std::u32string_view term_;
  std::span<const NameLetter> name_;
  const Pinyin& pinyin_;
  Way way_ = Way::whole;
  bool whole_ = false;
  std::uint64_t letters_ = 0;
  std::array<std::uint64_t, kMostLetters + 1> dead_{};
};

// Whether a term can begin here.
bool standsFor(NameLetter own, char32_t first, const Pinyin& pinyin) {
  if (own.letter() == first) return true;
  const auto readings = pinyin.readings(own.letter());
  return std::any_of(readings.begin(), readings.end(), [&](Pinyin::Syllable number) {
    return static_cast<char32_t>(pinyin.text(number).front()) == first;
  });
}

// Letters strewn over a long name are no likeness.
bool dense(std::uint64_t letters) {
  const int first = std::countr_zero(letters);
  const int last = 63 - std::countl_zero(letters);
  return std::popcount(letters) * 3 >= last - first + 1;
}

std::optional<Match> insideAWord(std::u32string_view term, std::span<const NameLetter> name) {
  if (term.size() < 3 || name.size() < term.size() || !isLatin(term.front())) return std::nullopt;
  for (std::size_t at = 1; at + term.size() <= name.size(); ++at) {
    std::size_t same = 0;
    while (same < term.size() && name[at + same].letter() == term[same]) ++same;
    if (same == term.size()) return Match{MatchRank::inside, ((1ULL << same) - 1) << at};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Match> matchOf(std::u32string_view term, std::span<const NameLetter> name, const Pinyin& pinyin) {
  Run run(term, name, pinyin);
  const auto anywhere = [&](Way way, MatchRank atStart, MatchRank later) -> std::optional<Match> {
    for (std::size_t at = 0; at < name.size(); ++at) {
      if (!name[at].startsWord() || !standsFor(name[at], term.front(), pinyin)) continue;
      if (!run.from(at, way) || (way == Way::gaps && !dense(run.letters()))) continue;
      const bool exact = at == 0 && way == Way::whole && run.whole();
      return Match{exact ? MatchRank::exact : at == 0 ? atStart : later, run.letters()};
    }
    return std::nullopt;
  };
  if (auto found = anywhere(Way::whole, MatchRank::prefix, MatchRank::wordStart)) return found;
  if (term.size() < 2) return std::nullopt;
  if (auto found = anywhere(Way::initials, MatchRank::initials, MatchRank::innerInitials)) return found;
  if (auto found = insideAWord(term, name)) return found;
  return anywhere(Way::gaps, MatchRank::subsequence, MatchRank::subsequence);
}

std::uint64_t letterBit(char32_t letter) {
  if (isLatin(letter)) return 1ULL << (letter - U'a');
  if (isDigit(letter)) return 1ULL << (26 + letter - U'0');
  return 1ULL << (36 + letter * 0x9E3779B1U % 28U);
}

std::uint64_t neededBy(std::u32string_view term) {
  std::uint64_t needed = 0;
  for (const char32_t letter : term) needed |= letterBit(letter);
  return needed;
}

void LetterSet::add(NameLetter letter, const Pinyin& pinyin) {
  any |= letterBit(letter.letter());
  if (letter.startsWord()) initial |= letterBit(letter.letter());
  for (const Pinyin::Syllable number : pinyin.readings(letter.letter())) {
    const std::string_view syllable = pinyin.text(number);
    initial |= letterBit(static_cast<unsigned char>(syllable.front()));
    for (const char one : syllable) any |= letterBit(static_cast<unsigned char>(one));
  }
}

}  // namespace fengsui
