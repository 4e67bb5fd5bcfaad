// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result.h"

#include <ostream>

namespace fengsui {

std::string Error::sentence(Language language) const {
  std::string out;
  if (!place.file.empty()) {
    out += place.file;
    if (place.line > 0) out += ':' + std::to_string(place.line);
    if (place.column > 0) out += ':' + std::to_string(place.column);
    out += ": ";
  } else if (place.line > 0) {
    out += (language == Language::chinese ? "第 " : "row ") + std::to_string(place.line) +
           (language == Language::chinese ? " 行：" : ": ");
  }
  if (!place.field.empty()) {
    out += place.field;
    if (!place.value.empty()) out += " \"" + place.value + '"';
    out += ": ";
  }
  out += message.in(language);
  if (!remedy.in(language).empty()) out += "\n  " + remedy.in(language);
  return out;
}

Error Error::at(ErrorPlace where) const {
  Error moved = *this;
  moved.place = std::move(where);
  return moved;
}

std::ostream& operator<<(std::ostream& out, const Error& error) {
  return out << error.sentence(Language::english);
}

}  // namespace fengsui
