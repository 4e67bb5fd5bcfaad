// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/result.h"

class QGuiApplication;

namespace fengsui {

/// What has to run before a page can be set: Qt's fonts. A program with a window has it already; one without gets it
/// for as long as this lives, needs no display for it, and pays for it only when it prints.
///
/// Thread: made on the main thread; afterwards documents may be set on any.
class Typesetting {
 public:
  Typesetting();
  ~Typesetting();
  Typesetting(const Typesetting&) = delete;
  Typesetting& operator=(const Typesetting&) = delete;

  /// @return Error::notFound where the computer has no font with Chinese characters, with the package that has one.
  [[nodiscard]] static Outcome ready();

 private:
  std::unique_ptr<QGuiApplication> started_;
};

}  // namespace fengsui
