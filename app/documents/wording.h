// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <string>

#include "documents/printed.h"
#include "documents/type.h"

namespace fengsui {

/// The words of a document in its language. Inside of app/documents only.
class PaperWording {
 public:
  explicit PaperWording(const PrintWish& wish) : wish_(wish) {}

  [[nodiscard]] bool chinese() const { return wish_.language == Language::chinese; }
  [[nodiscard]] QString operator()(const char* en, const char* zh) const {
    return QString::fromUtf8(chinese() ? zh : en);
  }
  [[nodiscard]] QString operator()(const Text& text) const { return printable(text.in(wish_.language)); }
  /// The English words where there are any and English is asked for.
  [[nodiscard]] QString either(const std::string& zh, const std::string& en) const {
    return printable(chinese() || en.empty() ? zh : en);
  }
  /// "2026-07-20 21:40"
  [[nodiscard]] QString moment(Instant at) const { return QString::fromStdString(wish_.zone.local(at)).left(16); }
  [[nodiscard]] QString moment(const std::optional<Instant>& at) const { return at ? moment(*at) : dash(); }
  [[nodiscard]] QString clock(Instant at) const { return QString::fromStdString(wish_.zone.clock(at)); }
  /// "25 min", "3 h", "1 h 30 min"
  [[nodiscard]] QString span(std::int64_t ms) const;
  [[nodiscard]] static QString dash() { return QStringLiteral("—"); }
  /// What stands where somebody has still to write it.
  [[nodiscard]] QString notGiven() const { return (*this)("(not given)", "（未填）"); }
  /// "a, b" or "a、b"
  [[nodiscard]] QString listed(const QStringList& parts) const {
    return parts.join(chinese() ? QStringLiteral("、") : QStringLiteral(", "));
  }
  [[nodiscard]] QString withLabel(const QString& label, const QString& words) const {
    return label + (chinese() ? QStringLiteral("：") : QStringLiteral(": ")) + words;
  }
  [[nodiscard]] QString bracketed(const QString& words) const {
    return chinese() ? QStringLiteral("（") + words + QStringLiteral("）")
                     : QStringLiteral(" (") + words + QStringLiteral(")");
  }
  [[nodiscard]] const PrintWish& wish() const { return wish_; }

 private:
  PrintWish wish_;
};

}  // namespace fengsui
