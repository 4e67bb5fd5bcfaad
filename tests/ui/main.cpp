// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QApplication>
#include <QTemporaryDir>

// Windows need a QApplication; without a display they are drawn into memory. "--scale=1.5" is a screen of that density.
int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && !qEnvironmentVariableIsSet("DISPLAY"))
    qputenv("QT_QPA_PLATFORM", "offscreen");
  // What the program keeps for a person is not this person's.
  const QTemporaryDir home;
  qputenv("XDG_STATE_HOME", home.path().toUtf8());
  qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
  testing::InitGoogleTest(&argc, argv);
  for (int i = 1; i < argc; ++i)
    if (const QByteArray word(argv[i]); word.startsWith("--scale=")) qputenv("QT_SCALE_FACTOR", word.mid(8));
  QApplication application(argc, argv);
  QApplication::setApplicationVersion(QStringLiteral("test"));
  return RUN_ALL_TESTS();
}
