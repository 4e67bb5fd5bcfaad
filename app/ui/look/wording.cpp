// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/wording.h"

#include <QLocale>
#include <cmath>
#include <cstdlib>

namespace fengsui {

QString Wording::distance(double metres) {
  if (metres < 995) return tr("%1 m").arg(std::lround(metres / 10) * 10);
  if (metres < 9950) return tr("%1 km").arg(metres / 1000, 0, 'f', 1);
  return tr("%1 km").arg(std::lround(metres / 1000));
}

QString Wording::roundDistance(double metres) {
  return metres < 1000 ? tr("%1 m").arg(metres) : tr("%1 km").arg(metres / 1000);
}

QString Wording::age(std::int64_t ms) {
  const std::int64_t seconds = std::max<std::int64_t>(0, ms / 1000);
  if (seconds < 60) return tr("%1 s").arg(seconds);
  const std::int64_t minutes = seconds / 60;
  if (minutes < 60) return tr("%1 min").arg(minutes);
  const std::int64_t hours = minutes / 60;
  if (hours < 48) return minutes % 60 ? tr("%1 h %2 min").arg(hours).arg(minutes % 60) : tr("%1 h").arg(hours);
  return tr("%1 d").arg(hours / 24);
}

QString Wording::ago(std::int64_t ms) {
  return ms < 10'000 ? tr("just now") : tr("%1 ago").arg(age(ms));
}

QString Wording::moment(Instant at, Instant now, const TimeZone& zone) {
  const std::string there = zone.local(at);
  const std::string here = zone.local(now);
  const bool sameDay = there.compare(0, 10, here, 0, 10) == 0;
  const bool sameYear = there.compare(0, 4, here, 0, 4) == 0;
  const std::string clock = there.substr(11, 5);
  if (sameDay) return QString::fromStdString(clock);
  return QString::fromStdString((sameYear ? there.substr(5, 5) : there.substr(0, 10)) + " " + clock);
}

QString Wording::clockWithSeconds(Instant at, const TimeZone& zone) {
  return QString::fromStdString(zone.local(at).substr(11, 8));
}

QString Wording::date(Instant at, const TimeZone& zone) {
  return QString::fromStdString(zone.local(at).substr(0, 10));
}

QString Wording::offset(Instant at, const TimeZone& zone) {
  const std::int64_t minutes = zone.offsetMsAt(at) / 60'000;
  const QChar sign = minutes < 0 ? u'−' : u'+';
  const auto hours = std::llabs(minutes) / 60;
  const auto rest = std::llabs(minutes) % 60;
  QString text = sign + QStringLiteral("%1").arg(hours, 2, 10, QChar(u'0'));
  if (rest) text += QStringLiteral(":%1").arg(rest, 2, 10, QChar(u'0'));
  return text;
}

QString Wording::position(Position where) {
  return QStringLiteral("%1° %2  %3° %4")
      .arg(std::abs(where.lonDeg()), 0, 'f', 5)
      .arg(QChar(where.lonE7 < 0 ? u'W' : u'E'))
      .arg(std::abs(where.latDeg()), 0, 'f', 5)
      .arg(QChar(where.latE7 < 0 ? u'S' : u'N'));
}

QString Wording::count(std::int64_t number) {
  return QLocale(QLocale::English).toString(static_cast<qlonglong>(number));
}

}  // namespace fengsui
