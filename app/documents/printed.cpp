// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/printed.h"

#include <QFile>
#include <QSaveFile>

#include "core/derive.h"

namespace fengsui {

PrintWish wishFor(const Situation& s, Language language, Instant now) {
  return {language, zoneOf(s), s.station.mode, s.station.name, now};
}

Outcome savePrinted(const Printed& printed, const std::string& path) {
  QSaveFile file(QString::fromStdString(path));
  const auto no = [&] {
    const std::string why = file.errorString().toStdString();
    return failure(file.error() == QFile::ResourceError ? ErrorCode::full : ErrorCode::io,
                   {path + " cannot be written: " + why, "无法写入 " + path + "：" + why});
  };
  if (!file.open(QIODevice::WriteOnly)) return no();
  if (file.write(printed.bytes.data(), static_cast<qint64>(printed.bytes.size())) !=
          static_cast<qint64>(printed.bytes.size()) ||
      !file.commit())
    return no();
  return {};
}

}  // namespace fengsui
