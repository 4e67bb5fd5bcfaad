// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QSignalBlocker>

#include "core/names.h"
#include "ui/look/language.h"

namespace fengsui {

/// Fills a choice with the words of an enum, in the desk's language; what was chosen stays.
template <class E>
void fillChoice(QComboBox& choice) {
  const QSignalBlocker quiet(&choice);
  const int kept = choice.currentIndex();
  choice.clear();
  for (const auto& name : namesOf<E>) choice.addItem(shown(textOf(name.value)), qs(name.code));
  choice.setCurrentIndex(std::max(0, kept));
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
