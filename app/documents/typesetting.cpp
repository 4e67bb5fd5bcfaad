// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/typesetting.h"

#include <langinfo.h>

#include <QFontDatabase>
#include <QGuiApplication>
#include <clocale>

#include "documents/type.h"

namespace fengsui {

Typesetting::Typesetting() {
  if (QCoreApplication::instance()) return;
  qputenv("QT_QPA_PLATFORM", "offscreen");
  // Qt complains on stderr about a locale without UTF-8, and then takes the one that is set here.
  std::setlocale(LC_ALL, "");
  if (QByteArray(nl_langinfo(CODESET)) != "UTF-8") qputenv("LC_ALL", "C.UTF-8");
  // What Qt says about a desktop that there is none of is nothing to whoever prints.
  const auto before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
  static int count = 1;
  static char name[] = "fengsuictl";
  static char* arguments[] = {name, nullptr};
  started_ = std::make_unique<QGuiApplication>(count, arguments);
  qInstallMessageHandler(before);
  // Numbers are read and written with a point, whatever the locale of the user.
  std::setlocale(LC_NUMERIC, "C");
}

Typesetting::~Typesetting() = default;

QString typeFamily() {
  static const QString family = [] {
    const QStringList known = QFontDatabase::families();
    for (const QString& wish : {QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC")})
      if (known.contains(wish)) return wish;
    const QStringList any = QFontDatabase::families(QFontDatabase::SimplifiedChinese);
    return any.isEmpty() ? QString() : any.front();
  }();
  return family;
}

Outcome Typesetting::ready() {
  if (!QCoreApplication::instance())
    return failure(ErrorCode::refused,
                   {"printing was not prepared: no fonts are loaded", "打印环境未准备：未加载字体"});
  if (typeFamily().isEmpty())
    return failure(ErrorCode::notFound, {"this computer has no font with Chinese characters", "本机没有中文字体"},
                   {"install the package fonts-noto-cjk", "请安装软件包 fonts-noto-cjk"});
  return {};
}

}  // namespace fengsui
