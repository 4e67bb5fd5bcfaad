// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/searchable.h"

#include <QHash>
#include <QRawFont>
#include <vector>

#include "documents/type.h"

namespace fengsui {
namespace {

constexpr char16_t kFirstRadical = 0x2E80, kLastRadical = 0x2FDF;
constexpr char16_t kFirstCharacter = 0x4E00, kLastCharacter = 0x9FFF;

QList<quint32> glyphsOf(const QRawFont& font, char16_t from, char16_t to) {
  QString all;
  for (char32_t c = from; c <= to; ++c) all += QChar(static_cast<char16_t>(c));
  return font.glyphIndexesForString(all);
}

/// The character that is drawn like a radical, asked of the font itself: no list of ours can be out of date.
const QHash<QByteArray, QByteArray>& charactersOfRadicals() {
  static const QHash<QByteArray, QByteArray> found = [] {
    QHash<QByteArray, QByteArray> out;
    const QRawFont font = QRawFont::fromFont(typeFace(10));
    const QList<quint32> radicals = glyphsOf(font, kFirstRadical, kLastRadical);
    const QList<quint32> characters = glyphsOf(font, kFirstCharacter, kLastCharacter);
    QHash<quint32, int> characterOf;
    for (qsizetype i = characters.size() - 1; i >= 0; --i)
      if (characters[i] != 0) characterOf[characters[i]] = static_cast<int>(kFirstCharacter + i);
    const auto named = [](int code) { return '<' + QByteArray::number(code, 16).toUpper() + '>'; };
    for (qsizetype i = 0; i < radicals.size(); ++i)
      if (const int character = characterOf.value(radicals[i]); radicals[i] != 0 && character != 0)
        out[named(static_cast<int>(kFirstRadical + i))] = named(character);
    return out;
  }();
  return found;
}

}  // namespace

void makeSearchable(QByteArray& pdf) {
  const auto& characters = charactersOfRadicals();
  for (qsizetype at = pdf.indexOf("begincmap"); at >= 0; at = pdf.indexOf("begincmap", at)) {
    const qsizetype end = pdf.indexOf("endcmap", at);
    if (end < 0) return;
    for (at = pdf.indexOf("<2", at); at >= 0 && at < end; at = pdf.indexOf("<2", at + 1))
      if (const auto found = characters.constFind(pdf.mid(at, 6)); found != characters.constEnd())
        pdf.replace(at, 6, *found);
    at = end;
  }
}

}  // namespace fengsui
