// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/search.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "ui/search/foldedtext.h"

namespace fengsui {
namespace {

constexpr std::size_t kMostTerms = 6;
constexpr std::size_t kLookAtStopEvery = 4096;

struct Term {
  std::u32string letters;
  std::uint64_t needed = 0;
  std::uint64_t initial = 0;
};

std::vector<Term> termsOf(std::string_view text) {
  std::vector<Term> terms;
  // Words are what blanks part; within them punctuation does not count.
  while (!text.empty() && terms.size() < kMostTerms) {
    const auto blank = std::min(text.find_first_of(" \t"), text.size());
    Term term;
    for (const FoldedLetter& one : foldedLetters(text.substr(0, blank)))
      if (term.letters.size() < kMostLetters - 1) term.letters.push_back(one.letter);
    text.remove_prefix(std::min(blank + 1, text.size()));
    if (term.letters.empty()) continue;
    term.needed = neededBy(term.letters);
    term.initial = letterBit(term.letters.front());
    terms.push_back(std::move(term));
  }
  return terms;
}

// What the shared words of a list say to each term: whether the term begins a word of them.
using WordFits = std::vector<std::vector<bool>>;

WordFits wordFits(const NameList& list, const std::vector<Term>& terms) {
  WordFits fits;
  const Pinyin& pinyin = Pinyin::table();
  for (const Term& term : terms) {
    std::vector<bool> fit(list.words().size());
    for (std::uint32_t word = 0; word < fit.size(); ++word) {
      const auto letters = list.lettersOfWord(word);
      if (letters.empty()) continue;
      const auto match = matchOf(term.letters, letters, pinyin);
      fit[word] = match && match->rank <= (term.letters.size() > 2 ? MatchRank::innerInitials : MatchRank::wordStart);
    }
    fits.push_back(std::move(fit));
  }
  return fits;
}

struct Candidate {
  MatchRank worst = MatchRank::exact;
  unsigned sum = 0;
  ThingSort sort = ThingSort::mapName;
  std::uint8_t tier = 0;
  std::int64_t older = 0;
  double away = 0;
  std::uint16_t size = 0;
  std::uint32_t list = 0;
  std::uint32_t name = 0;
  std::uint64_t letters = 0;

  [[nodiscard]] auto key() const { return std::tuple(worst, sum, sort, tier, older, away, size, list, name); }
  bool operator<(const Candidate& other) const { return key() < other.key(); }
};

// Nearness for sorting: equal angles count equally far, which is right enough within a district.
class Nearness {
 public:
  explicit Nearness(const std::optional<Position>& centre) : centre_(centre) {
    if (centre_) shrink_ = std::cos(centre_->latDeg() * M_PI / 180);
  }
  [[nodiscard]] double to(const NameList::Thing& thing) const {
    if (!centre_) return 0;
    if (!thing.placed) return 1e18;
    const double east = (static_cast<double>(thing.at.lonE7) - centre_->lonE7) * shrink_;
    const double north = static_cast<double>(thing.at.latE7) - centre_->latE7;
    return east * east + north * north;
  }

 private:
  std::optional<Position> centre_;
  double shrink_ = 1;
};

std::optional<Candidate> fitOf(const NameList& list, const NameList::Name& name, const std::vector<Term>& terms,
                               const WordFits& words, const Pinyin& pinyin) {
  const NameList::Thing& thing = list.things()[name.thing];
  Candidate fit;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const Term& term = terms[i];
    std::optional<Match> match;
    if ((name.letters.any & term.needed) == term.needed) match = matchOf(term.letters, list.lettersOf(name), pinyin);
    if (!match || match->rank > MatchRank::about) {
      if (words[i][thing.about] || words[i][thing.where]) match = Match{MatchRank::about, 0};
    }
    if (!match) return std::nullopt;
    // Only the one word that is the whole name is the name.
    if (terms.size() > 1 && match->rank == MatchRank::exact) match->rank = MatchRank::prefix;
    fit.worst = std::max(fit.worst, match->rank);
    fit.sum += static_cast<unsigned>(match->rank);
    fit.letters |= match->letters;
  }
  fit.sort = thing.sort;
  fit.tier = thing.tier;
  fit.older = -thing.recency;
  fit.size = name.size;
  return fit;
}

std::vector<MatchedRange> rangesOf(std::string_view name, std::uint64_t letters) {
  std::vector<MatchedRange> ranges;
  const auto folded = foldedLetters(name);
  for (std::size_t i = 0; i < folded.size() && i < kMostLetters; ++i) {
    if (!(letters >> i & 1U)) continue;
    if (!ranges.empty() && ranges.back().at + ranges.back().size == folded[i].at)
      ranges.back().size += folded[i].size;
    else
      ranges.push_back({folded[i].at, folded[i].size});
  }
  return ranges;
}

// Keeps the best so many, without sorting those that are not among them.
class Best {
 public:
  explicit Best(std::size_t most) : most_(most) {}
  void offer(const Candidate& candidate) {
    if (heap_.size() == most_) {
      if (!(candidate < heap_.front())) return;
      std::pop_heap(heap_.begin(), heap_.end());
      heap_.pop_back();
    }
    heap_.push_back(candidate);
    std::push_heap(heap_.begin(), heap_.end());
  }
  [[nodiscard]] std::vector<Candidate> sorted() && {
    std::sort_heap(heap_.begin(), heap_.end());
    return std::move(heap_);
  }

 private:
  std::size_t most_;
  std::vector<Candidate> heap_;
};

}  // namespace

std::vector<SearchHit> search(std::span<const std::shared_ptr<const NameList>> lists, const SearchQuestion& question,
                              const std::stop_token& stop) {
  const auto terms = termsOf(question.text);
  if (terms.empty() || question.atMost == 0) return {};
  const Pinyin& pinyin = Pinyin::table();
  const Nearness nearness(question.centre);
  // A thing found by two of its names stands twice among the best until the end.
  Best best(question.atMost * 2);
  for (std::uint32_t l = 0; l < lists.size(); ++l) {
    if (!lists[l]) continue;
    const NameList& list = *lists[l];
    const WordFits words = wordFits(list, terms);
    for (std::uint32_t n = 0; n < list.names().size(); ++n) {
      if (n % kLookAtStopEvery == 0 && stop.stop_requested()) return {};
      auto fit = fitOf(list, list.names()[n], terms, words, pinyin);
      if (!fit) continue;
      fit->list = l;
      fit->name = n;
      fit->away = nearness.to(list.things()[list.names()[n].thing]);
      best.offer(*fit);
    }
  }
  std::vector<SearchHit> hits;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> seen;
  for (const Candidate& candidate : std::move(best).sorted()) {
    const NameList& list = *lists[candidate.list];
    const NameList::Name& name = list.names()[candidate.name];
    const std::pair thing(candidate.list, name.thing);
    if (hits.size() == question.atMost || std::find(seen.begin(), seen.end(), thing) != seen.end()) continue;
    seen.push_back(thing);
    SearchHit hit{list.thing(name.thing), candidate.worst, {}, name.other};
    if (!name.other) hit.matched = rangesOf(hit.thing.name, candidate.letters);
    hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace fengsui
