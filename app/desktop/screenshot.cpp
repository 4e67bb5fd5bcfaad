// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/screenshot.h"

#include <QAbstractButton>
#include <QAction>
#include <QCoreApplication>
#include <QPixmap>
#include <QTabBar>
#include <cstdio>

#include "ui/hazard/hazardplayer.h"
#include "ui/models/modeldesk.h"
#include "ui/print/deskprint.h"
#include "ui/search/thingsof.h"

namespace fengsui {
namespace {

constexpr int kLookMs = 100;
constexpr int kLongestMs = 30'000;
constexpr int kStill = 4;
constexpr QLatin1String kSelect("select=");
constexpr QLatin1String kClick("click=");
constexpr QLatin1String kTab("tab=");  // NAME/NUMBER
constexpr QLatin1String kFrames("showFrames=");
constexpr QLatin1String kForecast("openForecast=");  // the folder of a run that ended
constexpr QLatin1String kPrint("print=");            // FILE[;a3][;portrait][;grey][;series][;maximum]
constexpr QLatin1String kAfter("framesAfter=");      // minutes from now

}  // namespace

Screenshot::Screenshot(DeskWindow& window, QString file, QStringList actions, QObject* parent)
    : QObject(parent), window_(window), file_(std::move(file)), actions_(std::move(actions)) {
  connect(&timer_, &QTimer::timeout, this, &Screenshot::look);
  since_.start();
  timer_.start(kLookMs);
}

void Screenshot::selectNamed(const std::string& name) {
  for (const NamedThing& thing : thingsOf(*window_.desk().shown()))
    if (thing.name == name) return window_.desk().select(Selected{thing.kind, thing.id});
  std::fprintf(stderr, "--do: nothing is called \"%s\"\n", name.c_str());
}

void Screenshot::click(const QString& name) {
  if (auto* button = window_.findChild<QAbstractButton*>(name)) return button->click();
  std::fprintf(stderr, "--do: there is no button \"%s\"\n", qPrintable(name));
}

void Screenshot::openTab(const QString& name) {
  if (auto* tabs = window_.findChild<QTabBar*>(name.section(u'/', 0, 0)))
    return tabs->setCurrentIndex(name.section(u'/', 1).toInt());
  std::fprintf(stderr, "--do: there are no tabs \"%s\"\n", qPrintable(name));
}

void Screenshot::print(const QString& what) {
  QStringList parts = what.split(u';');
  MapPrintWish wish;
  wish.file = parts.takeFirst();
  wish.a3 = parts.contains(QStringLiteral("a3"));
  wish.landscape = !parts.contains(QStringLiteral("portrait"));
  wish.grey = parts.contains(QStringLiteral("grey"));
  if (parts.contains(QStringLiteral("series"))) wish.what = MapPrintWish::What::series;
  if (parts.contains(QStringLiteral("maximum"))) wish.what = MapPrintWish::What::maximum;
  connect(&window_.print().printer(), &MapPrinter::failed, this,
          [](const Error& error) { std::fprintf(stderr, "--do print: %s\n", error.message.en.c_str()); });
  window_.print().printer().print(wish);
}

void Screenshot::look() {
  still_ = window_.settled() ? still_ + 1 : 0;
  if (still_ < kStill && since_.elapsed() < kLongestMs) return;
  if (!actions_.isEmpty()) {
    const QString name = actions_.takeFirst();
    if (name.startsWith(kSelect))
      selectNamed(name.mid(kSelect.size()).toStdString());
    else if (name.startsWith(kClick))
      click(name.mid(kClick.size()));
    else if (name.startsWith(kTab))
      openTab(name.mid(kTab.size()));
    else if (name.startsWith(kPrint))
      print(name.mid(kPrint.size()));
    else if (name.startsWith(kForecast))
      window_.models().open(name.mid(kForecast.size()));
    else if (name.startsWith(kFrames))
      window_.hazard().show(name.mid(kFrames.size()));
    else if (name.startsWith(kAfter))
      window_.hazard().setMoment(systemNow().plusMs(name.mid(kAfter.size()).toInt() * 60'000LL));
    else if (auto* action = window_.findChild<QAction*>(name))
      action->trigger();
    else
      std::fprintf(stderr, "--do: there is no action \"%s\"\n", qPrintable(name));
    still_ = 0;
    return;
  }
  timer_.stop();
  const bool saved = window_.grab().save(file_);
  if (!saved) std::fprintf(stderr, "%s: the picture cannot be written\n", qPrintable(file_));
  QCoreApplication::exit(saved ? 0 : 1);
}

}  // namespace fengsui
