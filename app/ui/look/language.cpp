// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace fengsui {
namespace {

Language spoken = Language::english;

}  // namespace

DeskLanguage::DeskLanguage(QObject* parent) : QObject(parent) {}

Language DeskLanguage::current() {
  return spoken;
}

Language DeskLanguage::fromCode(const QString& code) {
  return code.startsWith(QLatin1String("zh"), Qt::CaseInsensitive) ? Language::chinese : Language::english;
}

QString DeskLanguage::code(Language language) {
  return language == Language::chinese ? QStringLiteral("zh") : QStringLiteral("en");
}

void DeskLanguage::use(Language language) {
  // The old translators leave first: each installation and removal tells every widget to say its words anew.
  spoken = language;
  QCoreApplication::removeTranslator(&own_);
  QCoreApplication::removeTranslator(&qt_);
  const bool chinese = language == Language::chinese;
  QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English));
  if (chinese) {
    if (qt_.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
      QCoreApplication::installTranslator(&qt_);
    if (own_.load(QStringLiteral(":/i18n/fengsui_zh_CN.qm"))) QCoreApplication::installTranslator(&own_);
  }
  emit changed(language);
}

QString inSentence(const Text& text) {
  return qs(text.in(spoken));
}

QString shown(const Text& text) {
  QString word = inSentence(text);
  if (!word.isEmpty()) word[0] = word[0].toUpper();
  return word;
}

QString shown(const Error& error) {
  QString sentence = shown(error.message);
  const bool chinese = spoken == Language::chinese;
  const auto closed = [&](QString& part) {
    if (!part.isEmpty() && !part.endsWith(QChar(u'。')) && !part.endsWith(u'.'))
      part += chinese ? QChar(u'。') : QChar(u'.');
  };
  closed(sentence);
  QString remedy = shown(error.remedy);
  if (!remedy.isEmpty()) {
    closed(remedy);
    sentence += chinese ? remedy : QChar(u' ') + remedy;
  }
  return sentence;
}

}  // namespace fengsui
