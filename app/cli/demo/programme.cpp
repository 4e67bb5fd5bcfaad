// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demo/programme.h"

#include <algorithm>

namespace fengsui::demo {

void Programme::at(double minute, std::string actor, Due due) {
  lines_.push_back({minute, std::move(actor), std::move(due)});
  sorted_ = false;
}

void Programme::playUntil(Instant until) {
  if (!sorted_) {
    std::stable_sort(lines_.begin() + static_cast<std::ptrdiff_t>(next_), lines_.end(),
                     [](const Line& a, const Line& b) { return a.minute < b.minute; });
    sorted_ = true;
  }
  for (; next_ < lines_.size() && moment(lines_[next_].minute) <= until && result_; ++next_) {
    const Line& line = lines_[next_];
    setClock_(moment(line.minute));
    const auto commands = line.due();
    if (!commands) {
      result_ = failure(commands.error());
      return;
    }
    for (const Command& command : *commands)
      if (result_)
        if (const auto done = station_.execute(command, {line.actor, std::nullopt}); !done)
          result_ = failure(done.error());
  }
}

}  // namespace fengsui::demo
