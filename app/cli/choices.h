// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/names.h"
#include "core/result.h"

namespace fengsui {

/// "ordinary (一般), large (较大) …": what may be written for a closed list.
template <class E>
[[nodiscard]] std::string choicesOf(Language language) {
  std::string out;
  for (const auto& name : namesOf<E>) {
    if (!out.empty()) out += ", ";
    out += language == Language::chinese ? std::string(name.zh)
                                         : std::string(name.code) + " (" + std::string(name.zh) + ")";
  }
  return out;
}

[[nodiscard]] inline std::string choicesOf(Vocabulary vocabulary, Language language) {
  std::string out;
  for (const Word& word : wordsOf(vocabulary)) {
    if (!out.empty()) out += ", ";
    out += language == Language::chinese ? std::string(word.zh)
                                         : std::string(word.code) + " (" + std::string(word.zh) + ")";
  }
  return out;
}

/// The value for its code, its English or its Chinese name. @return Error::invalid with the choices.
template <class E>
[[nodiscard]] Result<E> choose(const std::string& written) {
  for (const auto& name : namesOf<E>)
    if (written == name.code || written == name.en || written == name.zh) return name.value;
  return failure(ErrorCode::invalid, {"\"" + written + "\" is not one of the choices", "“" + written + "”不在可选范围"},
                 {"choose from: " + choicesOf<E>(Language::english), "可选：" + choicesOf<E>(Language::chinese)});
}

/// The word's code. A word that the list does not have is refused here, where a person types it; a table may bring it.
[[nodiscard]] inline Result<std::string> choose(Vocabulary vocabulary, const std::string& written) {
  const std::string code = codeFor(vocabulary, written);
  for (const Word& word : wordsOf(vocabulary))
    if (word.code == code) return code;
  return failure(ErrorCode::invalid, {"\"" + written + "\" is not one of the choices", "“" + written + "”不在可选范围"},
                 {"choose from: " + choicesOf(vocabulary, Language::english),
                  "可选：" + choicesOf(vocabulary, Language::chinese)});
}

}  // namespace fengsui
