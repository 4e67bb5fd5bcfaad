// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/reportline.h"

#include <algorithm>
#include <array>

#include "ui/search/foldedtext.h"
#include "ui/search/reportreader.h"
#include "ui/search/reportwords.h"

namespace fengsui {
namespace {

using Mark = MarkedLine::Mark;

constexpr std::size_t kLongestPlace = 24;      // letters of a Chinese name, and of a Latin one in words
constexpr std::size_t kMostWordsOfAPlace = 5;  // of a Latin name
constexpr std::size_t kSureName = 3;           // Chinese characters that are no chance inside other words
constexpr std::size_t kLongestSource = 12;

constexpr std::array<std::u32string_view, 6> kVerbs{U"报告", U"接报", U"上报", U"报警", U"报", U"report"};
constexpr std::array<std::u32string_view, 7> kSourceEndings{U"来电", U"电话", U"报告", U"反映",
                                                            U"上报", U"报称", U"报警"};
constexpr std::array<std::u32string_view, 4> kSourceBeginnings{U"reported by ", U"called by ", U"caller ", U"by "};
constexpr std::array<std::u32string_view, 6> kTownEndings{U"镇", U"乡", U"街道", U"地区", U"村", U"社区"};

/// Reads one line; each step takes what it understands and leaves the rest to the next.
class LineReader {
 public:
  LineReader(std::string_view text, const Gazetteer& places, const std::optional<Position>& near)
      : line_(text), places_(places), near_(near) {}

  ReportLine read() {
    for (const char32_t letter : line_.letters()) report_.chinese = report_.chinese || isHan(letter);
    verb();
    telephones();
    sources();
    report_.figures = readFigures(line_);
    knownPlaces(kSureName);
    kind();
    level();
    knownPlaces(2);
    if (report_.locality.empty() && report_.address.empty()) likelyTown();
    finish();
    return std::move(report_);
  }

 private:
  void verb() {
    std::size_t begin = 0;
    while (begin < line_.size() && line_.breaks(begin)) ++begin;
    const std::u32string_view text = line_.plain().substr(begin);
    const std::size_t size = longestAt(text, kVerbs);
    if (size == 0) return;
    const std::size_t end = begin + size;
    // 报国寺 is a place, 报火情 is a report.
    if (!line_.breaks(end)) {
      if (placeAt(begin, kSureName).first > 0) return;
      const auto& words = kindWords();
      if (std::none_of(words.begin(), words.end(), [&](const KindWord& word) {
            return text.substr(size).find(word.word) != std::u32string_view::npos;
          }))
        return;
    }
    report_.asked = true;
    line_.mark(begin, size, Mark::verb);
    begin_ = end;
  }

  void source(std::size_t begin, std::size_t size) {
    if (!report_.source.empty()) report_.source += ' ';
    report_.source += line_.text(begin, size);
    line_.mark(begin, size, Mark::source);
  }

  void telephones() {
    for (std::size_t at = begin_; at < line_.size();) {
      std::size_t end = at;
      std::size_t digits = 0;
      while (end < line_.size() &&
             (isDigit(line_.plain()[end]) || (digits > 0 && line_.plain()[end] == U'-' && end + 1 < line_.size() &&
                                              isDigit(line_.plain()[end + 1])))) {
        digits += line_.plain()[end] != U'-';
        ++end;
      }
      if (digits >= 7 && line_.free(at, end - at)) source(at, end - at);
      at = std::max(end, at + 1);
    }
  }

  void sources() {
    for (const MarkedLine::Run& run : line_.freeRuns(true)) {
      const std::u32string_view text = line_.plain().substr(run.begin, run.size);
      const bool ends = std::any_of(kSourceEndings.begin(), kSourceEndings.end(), [&](std::u32string_view ending) {
        return text.size() > ending.size() && text.ends_with(ending);
      });
      if (ends && run.size <= kLongestSource) source(run.begin, run.size);
    }
    for (const MarkedLine::Run& clause : line_.clauses()) {
      for (std::size_t at = clause.begin; at < clause.begin + clause.size; ++at) {
        if (!wordEdge(line_.plain(), at) || longestAt(line_.plain().substr(at), kSourceBeginnings) == 0) continue;
        const std::size_t size = clause.begin + clause.size - at;
        if (line_.free(at, size)) source(at, size);
        break;
      }
    }
  }

  // The longest place that begins here: how many letters it takes, and what it is.
  std::pair<std::size_t, std::optional<KnownPlace>> placeAt(std::size_t at, std::size_t least) {
    const std::u32string_view plain = line_.plain();
    const bool han = isHan(plain[at]);
    std::u32string name;
    std::vector<std::pair<std::size_t, std::u32string>> tries;
    std::size_t words = 1;
    for (std::size_t end = at; end < line_.size() && name.size() < kLongestPlace && line_.free(end, 1); ++end) {
      const char32_t letter = folded(plain[end]);
      if (letter == 0) {
        // A Latin name goes on over a blank, a Chinese one does not.
        if (han || plain[end] != U' ' || ++words > kMostWordsOfAPlace) break;
        continue;
      }
      name.push_back(letter);
      if (wordEdge(plain, end + 1)) tries.emplace_back(end + 1 - at, name);
    }
    for (auto one = tries.rbegin(); one != tries.rend(); ++one) {
      const bool whole = (at == 0 || line_.breaks(at - 1)) && line_.breaks(at + one->first);
      if (han && one->second.size() < least && !whole) continue;
      if (isAWord(one->second)) continue;
      if (auto place = places_.named(one->second, near_)) return {one->first, std::move(place)};
    }
    return {0, std::nullopt};
  }

  // 加油站 is a name on many a map, and "fire" may be one; in a report they are words.
  static bool isAWord(const std::u32string& name) {
    const std::string text = encoded(name);
    for (const Vocabulary vocabulary : {Vocabulary::facilityKind, Vocabulary::riskZoneKind, Vocabulary::placeKind})
      for (const Word& word : wordsOf(vocabulary))
        if (text == word.zh || text == word.en) return true;
    const auto& kinds = kindWords();
    return std::any_of(kinds.begin(), kinds.end(), [&](const KindWord& word) { return word.word == name; });
  }

  static bool isTown(const KnownPlace& place) {
    return place.code == "town" || place.code == "street" || place.code == "district" ||
           ((place.sort == ThingSort::place || place.sort == ThingSort::mapName) && place.code == "city");
  }

  void take(const KnownPlace& place) {
    const bool town = isTown(place);
    if (town && !report_.locality.empty()) return;
    // The place within the town says more exactly where it is, whichever was named first.
    if (place.at && (!report_.at || !town)) {
      report_.at = place.at;
      report_.namesakes = place.namesakes;
    }
    (town ? report_.locality : report_.address) = place.name;
    if (!town && report_.locality.empty() && !place.town.empty()) localityOfAddress_ = place.town;
  }

  void knownPlaces(std::size_t least) {
    for (std::size_t at = begin_; at < line_.size(); ++at) {
      if (!line_.free(at, 1) || line_.breaks(at) || !wordEdge(line_.plain(), at)) continue;
      if (!report_.locality.empty() && !report_.address.empty()) return;
      const auto [size, place] = placeAt(at, least);
      if (size == 0) continue;
      // A second place of the same rank is not understood; it stays in the title.
      if (isTown(*place) ? !report_.locality.empty() : !report_.address.empty()) continue;
      take(*place);
      line_.mark(at, size, Mark::place);
      at += size - 1;
    }
  }

  void kind() {
    for (const KindWord& word : kindWords()) {
      for (std::size_t at = line_.plain().find(word.word, begin_); at != std::u32string_view::npos;
           at = line_.plain().find(word.word, at + 1)) {
        const std::size_t end = at + word.word.size();
        if (!line_.free(at, word.word.size()) || !wordEdge(line_.plain(), at) || !wordEdge(line_.plain(), end))
          continue;
        report_.kind = kindBeside(word, line_.plain());
        report_.kindWords = line_.text(at, word.word.size());
        line_.mark(at, word.word.size(), Mark::kind);
        kindBegin_ = at;
        kindEnd_ = end;
        return;
      }
    }
  }

  // Beside the kind or alone between breaks: 重大 in 重大危险源 is no level.
  void level() {
    const auto blanksBack = [&](std::size_t at) {
      while (at > 0 && line_.plain()[at - 1] == U' ') --at;
      return at;
    };
    for (const auto& [word, level] : levelWords()) {
      for (std::size_t at = line_.plain().find(word, begin_); at != std::u32string_view::npos;
           at = line_.plain().find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if (!line_.free(at, word.size()) || !wordEdge(line_.plain(), at) || !wordEdge(line_.plain(), end)) continue;
        const bool beside = !report_.kind.empty() && (blanksBack(kindBegin_) == end || kindEnd_ == blanksBack(at));
        const bool latin = isLatin(word.front());
        const bool alone = !latin && (at == 0 || line_.breaks(at - 1) || !line_.free(at - 1, 1)) && line_.breaks(end);
        if (!beside && !alone) continue;
        report_.level = level;
        line_.mark(at, word.size(), Mark::level);
        return;
      }
    }
  }

  // A town that no list has is a town all the same: its name says so. Where it lies is not known.
  void likelyTown() {
    for (const MarkedLine::Run& run : line_.freeRuns(true)) {
      const std::u32string_view text = line_.plain().substr(run.begin, run.size);
      for (std::size_t size = std::min<std::size_t>(text.size(), 8); size >= 3; --size) {
        const std::u32string_view name = text.substr(0, size);
        if (!std::all_of(name.begin(), name.end(), isHan)) continue;
        if (std::none_of(kTownEndings.begin(), kTownEndings.end(),
                         [&](std::u32string_view ending) { return name.ends_with(ending); }))
          continue;
        report_.locality = line_.text(run.begin, size);
        line_.mark(run.begin, size, Mark::place);
        return;
      }
    }
  }

  void finish() {
    if (report_.locality.empty()) report_.locality = localityOfAddress_;
    std::size_t lineBegin = begin_;
    while (lineBegin < line_.size() && line_.breaks(lineBegin)) ++lineBegin;
    report_.line = line_.text(lineBegin, line_.size() - lineBegin);
    const auto runs = line_.freeRuns(false);
    for (const MarkedLine::Run& run : runs) {
      if (!report_.rest.empty()) report_.rest += report_.chinese ? "，" : ", ";
      report_.rest += line_.text(run.begin, run.size);
    }
    if (!runs.empty() && runs.back().begin + runs.back().size == line_.size()) {
      // Of several words only the last is being typed.
      std::size_t begin = runs.back().begin;
      for (std::size_t at = begin; at < line_.size(); ++at)
        if (line_.breaks(at)) begin = at + 1;
      // 怀北zhe is one word, though 怀北 alone is a place too.
      if (begin == runs.back().begin)
        while (begin > begin_ && line_.marked(begin - 1) == Mark::place) --begin;
      if (begin < line_.size()) report_.unfinished = line_.text(0, begin).size();
    }
    const std::string where = report_.address.empty()                         ? report_.locality
                              : report_.chinese && localityOfAddress_.empty() ? report_.locality + report_.address
                                                                              : report_.address;
    std::string& title = report_.title;
    title = report_.chinese || where.empty() || report_.kindWords.empty() ? where + report_.kindWords
                                                                          : where + ", " + report_.kindWords;
    if (report_.kind.empty() && !where.empty() && report_.rest.empty() && report_.figures.empty() && !report_.level)
      return;
    if (!report_.rest.empty()) title += (title.empty() ? "" : report_.chinese ? "，" : ", ") + report_.rest;
  }

  MarkedLine line_;
  const Gazetteer& places_;
  std::optional<Position> near_;
  ReportLine report_;
  std::string localityOfAddress_;
  std::size_t begin_ = 0;  ///< after the verb
  std::size_t kindBegin_ = 0;
  std::size_t kindEnd_ = 0;
};

}  // namespace

MarkedLine::MarkedLine(std::string_view utf8) : letters_(decoded(utf8)), marks_(letters_.size()) {
  for (const char32_t letter : letters_) {
    const char32_t plain = folded(letter);
    plain_.push_back(plain != 0 ? plain : letter == U'\u3000' || letter == U'\t' ? U' ' : letter);
  }
}

void MarkedLine::mark(std::size_t begin, std::size_t size, Mark mark) {
  std::fill_n(marks_.begin() + static_cast<std::ptrdiff_t>(begin), size, mark);
}

bool MarkedLine::free(std::size_t begin, std::size_t size) const {
  if (begin + size > marks_.size()) return false;
  return std::all_of(marks_.begin() + static_cast<std::ptrdiff_t>(begin),
                     marks_.begin() + static_cast<std::ptrdiff_t>(begin + size),
                     [](Mark mark) { return mark == Mark::none; });
}

bool MarkedLine::breaks(std::size_t at) const {
  return at >= plain_.size() || plain_[at] == U' ' ||
         std::u32string_view(U",.;:!?，。；：！？、/").find(plain_[at]) != std::u32string_view::npos;
}

std::string MarkedLine::text(std::size_t begin, std::size_t size) const {
  return encoded(std::u32string_view(letters_).substr(begin, size));
}

std::vector<MarkedLine::Run> MarkedLine::freeRuns(bool blanks) const {
  std::vector<Run> runs;
  std::optional<std::size_t> begin;
  for (std::size_t at = 0; at <= size(); ++at) {
    const bool ends = at == size() || marks_[at] != Mark::none || (breaks(at) && (blanks || plain_[at] != U' '));
    if (!ends && !begin && plain_[at] != U' ') begin = at;
    if (!ends || !begin) continue;
    std::size_t end = at;
    while (plain_[end - 1] == U' ') --end;
    runs.push_back({*begin, end - *begin});
    begin.reset();
  }
  return runs;
}

std::vector<MarkedLine::Run> MarkedLine::clauses() const {
  std::vector<Run> runs;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= size(); ++at) {
    if (at < size() && (!breaks(at) || plain_[at] == U' ')) continue;
    if (at > begin) runs.push_back({begin, at - begin});
    begin = at + 1;
  }
  return runs;
}

ReportLine readReport(std::string_view text, const Gazetteer& places, const std::optional<Position>& near) {
  return LineReader(text, places, near).read();
}

Incident incidentOf(const ReportLine& line, Id<Incident> id, Instant now) {
  Incident incident;
  incident.id = id;
  incident.kind = line.kind;
  incident.title = line.title;
  incident.level = line.level;
  incident.locality = line.locality;
  incident.address = line.address;
  incident.location = line.at;
  incident.source = line.source;
  incident.note = line.line;
  // A count needs somebody whose count it is. Who that was stands in the source, which is not published; figures are.
  const std::string whose = line.chinese ? "报告人" : "caller";
  for (const ReportedFigure& figure : line.figures)
    incident.figures.push_back({figure.kind, figure.count, whose, now,
                                figure.estimated ? Verification::estimated : Verification::pending, false});
  return incident;
}

}  // namespace fengsui
