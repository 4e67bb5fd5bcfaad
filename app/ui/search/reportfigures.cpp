// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "ui/search/foldedtext.h"
#include "ui/search/numerals.h"
#include "ui/search/reportreader.h"
#include "ui/search/reportwords.h"

namespace fengsui {
namespace {

constexpr std::array<std::u32string_view, 8> kAbout{U"约",    U"大约",   U"近",   U"大概",
                                                    U"about", U"around", U"some", U"nearly"};
constexpr std::array<std::u32string_view, 6> kAndMore{U"余", U"多", U"几", U"来", U"or so", U"+"};
constexpr std::array<std::u32string_view, 2> kRoughly{U"左右", U"上下"};

// One way of saying a count, read from a place in the line onwards.
class Reader {
 public:
  Reader(std::u32string_view text, std::size_t at) : text_(text), at_(at) {}

  /// "三人被困", "about 20 people evacuated".
  bool numberFirst() {
    about();
    if (!number()) return false;
    counted();
    return word();
  }
  /// "被困三人", "转移群众120余人", "trapped: 3".
  bool wordFirst() {
    if (!word()) return false;
    blanks();
    if (at_ < text_.size() && (text_[at_] == U':' || text_[at_] == U'：')) ++at_;
    counted();
    about();
    if (!number()) return false;
    const std::size_t end = at_;
    counted();
    // "被困3号楼": what follows the number must end the count.
    if (at_ == end && !ended()) return false;
    return true;
  }

  [[nodiscard]] std::size_t end() const { return at_; }
  [[nodiscard]] const ReportedFigure& figure() const { return figure_; }

 private:
  void blanks() {
    while (at_ < text_.size() && text_[at_] == U' ') ++at_;
  }
  bool any(std::span<const std::u32string_view> words) {
    blanks();
    const std::size_t size = longestAt(text_.substr(at_), words);
    at_ += size;
    return size > 0;
  }
  void about() { figure_.estimated = any(kAbout) || figure_.estimated; }
  bool number() {
    blanks();
    if (at_ > 0 && !wordEdge(text_, at_)) return false;
    // The end of a longer number is none: 三五人 is neither three nor five.
    if (at_ > 0 && !isLatin(text_[at_ - 1]) && numeralIn(text_.substr(at_ - 1, 1))) return false;
    const auto numeral = numeralIn(text_.substr(at_));
    if (!numeral) return false;
    figure_.count = numeral->value;
    at_ += numeral->size;
    figure_.estimated = any(kAndMore) || figure_.estimated;
    return true;
  }
  void counted() {
    while (any(countedWords())) continue;
    figure_.estimated = any(kRoughly) || figure_.estimated;
    while (any(countedWords())) continue;
  }
  bool word() {
    blanks();
    std::size_t longest = 0;
    for (const auto& [word, kind] : figureWords()) {
      if (word.size() <= longest || !text_.substr(at_).starts_with(word) || !wordEdge(text_, at_ + word.size()))
        continue;
      longest = word.size();
      figure_.kind = kind;
    }
    at_ += longest;
    return longest > 0;
  }
  [[nodiscard]] bool ended() const { return at_ >= text_.size() || (!isHan(text_[at_]) && folded(text_[at_]) == 0); }

  std::u32string_view text_;
  std::size_t at_;
  ReportedFigure figure_;
};

}  // namespace

std::vector<ReportedFigure> readFigures(MarkedLine& line) {
  std::vector<ReportedFigure> figures;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line.breaks(at) || !wordEdge(line.plain(), at)) continue;
    for (const bool numberFirst : {true, false}) {
      Reader reader(line.plain(), at);
      if (!(numberFirst ? reader.numberFirst() : reader.wordFirst())) continue;
      if (!line.free(at, reader.end() - at)) continue;
      bool twice = false;
      for (const ReportedFigure& own : figures) twice = twice || own.kind == reader.figure().kind;
      if (twice) break;  // which of the two counts is for a person to say; the words stay
      figures.push_back(reader.figure());
      line.mark(at, reader.end() - at, MarkedLine::Mark::figure);
      at = reader.end() - 1;
      break;
    }
  }
  return figures;
}

}  // namespace fengsui
