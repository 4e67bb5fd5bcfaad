// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as an expression: read to a tree that prints and reads back the same, or refused with a column inside it.
#include "fuzz/fuzzing.h"
#include "plans/expressionwords.h"
#include "plans/situationfacts.h"

using namespace fengsui;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::textOf(data, size);
  static const SituationFacts kNothing(Situation{}, {}, {});
  for (const bool overFields : {false, true}) {
    const auto expression = Expression::parse(text, overFields);
    if (!expression) {
      const int column = expression.error().place.column;
      fuzz::require(column >= 1 && static_cast<std::size_t>(column) <= size + 1, "a column lies inside the text");
      continue;
    }
    const std::string printed = print(expression->tree());
    // Numbers may be printed longer than they were written.
    if (printed.size() <= 2000) {
      const auto again = Expression::parse(printed, overFields);
      fuzz::require(again && *again == *expression, "a printed expression reads back the same");
    }
    (void)evaluate(*expression, kNothing);
    const Text words = wordsOf(*expression);
    fuzz::require(!words.en.empty() && !words.zh.empty(), "a condition has words in both languages");
  }
  return 0;
}
