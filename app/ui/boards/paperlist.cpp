// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/paperlist.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include "ui/forms/momenttext.h"

namespace fengsui {

PaperList readPaperList(const std::string& text, const Situation& s, Instant now, const TimeZone& zone) {
  static const QRegularExpression between(QStringLiteral("[\\s,，、;；]+"));
  PaperList list;
  for (const QString& written : QString::fromStdString(text).split(u'\n')) {
    const QString line = written.trimmed();
    if (line.isEmpty()) continue;
    QStringList parts = line.split(between, Qt::SkipEmptyParts);
    const std::string place = parts.takeFirst().toStdString();
    const Contact* found = nullptr;
    s.contacts.forEach([&](const Uuid&, const Contact& contact) {
      if (!contact.released && contact.who.name == place) found = &contact;
    });
    const auto at = parts.isEmpty() ? Result<Instant>(failure(ErrorCode::invalid, {}))
                                    : momentFrom(parts.takeFirst().toStdString(), now, zone);
    if (!found || !at || *at > now)
      list.notUnderstood.push_back(line.toStdString());
    else
      list.lines.push_back({found->id, place, *at, parts.join(u' ').toStdString()});
  }
  return list;
}

}  // namespace fengsui
