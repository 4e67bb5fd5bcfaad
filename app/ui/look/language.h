// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

#include "core/result.h"
#include "core/text.h"

namespace fengsui {

/// The language of the desk; it can change while the desk is in use, and every widget then says its words anew
/// (QEvent::LanguageChange).
///
/// Thread: GUI.
class DeskLanguage : public QObject {
  Q_OBJECT

 public:
  explicit DeskLanguage(QObject* parent = nullptr);

  [[nodiscard]] static Language current();
  void use(Language language);

  /// "zh", "en", "zh_CN" …; anything else gives English.
  [[nodiscard]] static Language fromCode(const QString& code);
  [[nodiscard]] static QString code(Language language);

 signals:
  void changed(fengsui::Language language);

 private:
  QTranslator own_;
  QTranslator qt_;
};

/// A text of the core in the desk's language, with a capital first letter where the language has them.
[[nodiscard]] QString shown(const Text& text);
/// The same without the capital, for the middle of a sentence.
[[nodiscard]] QString inSentence(const Text& text);
[[nodiscard]] QString shown(const Error& error);
[[nodiscard]] inline QString qs(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace fengsui
