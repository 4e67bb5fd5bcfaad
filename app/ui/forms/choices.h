// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QSignalBlocker>

#include "core/names.h"
#include "ui/look/language.h"

namespace fengsui {

/// Fills a choice anew, as after a change of language; what was chosen stays, and nobody is told.
template <class Add>
void refill(QComboBox& choice, Add&& add) {
  const QSignalBlocker quiet(&choice);
  const int kept = choice.currentIndex();
  choice.clear();
  add();
  choice.setCurrentIndex(std::max(0, kept));
}

/// With the words of an enum, in the desk's language.
template <class E>
void fillChoice(QComboBox& choice) {
  refill(choice, [&] {
    for (const auto& name : namesOf<E>) choice.addItem(shown(textOf(name.value)), qs(name.code));
  });
}

/// With the words of a vocabulary.
inline void fillChoice(QComboBox& choice, Vocabulary vocabulary) {
  refill(choice, [&] {
    for (const Word& word : wordsOf(vocabulary)) choice.addItem(shown(textOf(vocabulary, word.code)), qs(word.code));
  });
}

/// The value that is chosen; the first one where nothing is.
template <class E>
[[nodiscard]] E chosen(const QComboBox& choice) {
  const std::string code = choice.currentData().toString().toStdString();
  for (const auto& name : namesOf<E>)
    if (name.code == code) return name.value;
  return namesOf<E>.front().value;
}

}  // namespace fengsui
