// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/search/reportline.h"

namespace fengsui {

/// The letters of a line while it is read: who has understood which of them.
class MarkedLine {
 public:
  enum class Mark : std::uint8_t { none, verb, source, figure, place, kind, level };

  explicit MarkedLine(std::string_view utf8);

  [[nodiscard]] std::u32string_view letters() const { return letters_; }
  /// Lower case, narrow letters; as long as letters().
  [[nodiscard]] std::u32string_view plain() const { return plain_; }
  [[nodiscard]] std::size_t size() const { return letters_.size(); }

  void mark(std::size_t begin, std::size_t size, Mark mark);
  [[nodiscard]] bool free(std::size_t begin, std::size_t size) const;
  [[nodiscard]] Mark marked(std::size_t at) const { return marks_[at]; }
  [[nodiscard]] bool breaks(std::size_t at) const;  ///< a blank or a punctuation mark, or beyond the end
  [[nodiscard]] std::string text(std::size_t begin, std::size_t size) const;

  struct Run {
    std::size_t begin = 0;
    std::size_t size = 0;
  };
  /// What lies between breaks and marks. @p blanks: whether a blank breaks too.
  [[nodiscard]] std::vector<Run> freeRuns(bool blanks) const;
  /// The parts between punctuation marks, marked or not.
  [[nodiscard]] std::vector<Run> clauses() const;

 private:
  std::u32string letters_;
  std::u32string plain_;
  std::vector<Mark> marks_;
};

/// Counts of people: "三人被困", "失联2人", "5死3伤", "about 20 evacuated". Marks what it understood.
[[nodiscard]] std::vector<ReportedFigure> readFigures(MarkedLine& line);

}  // namespace fengsui
