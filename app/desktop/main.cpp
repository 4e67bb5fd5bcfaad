// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QLocale>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <cstdio>
#include <memory>
#include <optional>

#include "desktop/screenshot.h"
#include "desktop/timing.h"
#include "ui/desk/deskwindow.h"
#include "ui/desk/remembered.h"
#include "ui/engine/mapengineclient.h"
#include "ui/search/palette.h"

namespace {

using namespace fengsui;

std::optional<QSize> sizeFrom(const QString& text) {
  const QStringList parts = text.split(u'x');
  if (parts.size() != 2) return std::nullopt;
  const QSize size(parts[0].toInt(), parts[1].toInt());
  return size.width() >= 640 && size.height() >= 480 ? std::optional(size) : std::nullopt;
}

Language languageFrom(const QCommandLineParser& options, const QSettings& remembered) {
  if (options.isSet(QStringLiteral("lang"))) return DeskLanguage::fromCode(options.value(QStringLiteral("lang")));
  return DeskLanguage::fromCode(remembered.value(QStringLiteral("language"), QLocale::system().name()).toString());
}

Theme themeFrom(const QCommandLineParser& options, const QSettings& remembered) {
  const QString word = options.isSet(QStringLiteral("theme")) ? options.value(QStringLiteral("theme"))
                                                              : remembered.value(QStringLiteral("theme")).toString();
  return word == QLatin1String("light") ? Theme::light : Theme::dark;
}

/// The map that was asked for, else the one beside the station; empty where there is none.
QString mapFor(const QCommandLineParser& options, const QStringList& stations) {
  if (options.isSet(QStringLiteral("map"))) return QFileInfo(options.value(QStringLiteral("map"))).absoluteFilePath();
  if (stations.isEmpty()) return {};
  const QString journal = QString::fromStdString(StationFiles::of(stations.first().toStdString()).journal);
  const QFileInfo station(journal);
  const QFileInfo map(station.absolutePath() + u'/' + station.completeBaseName() + QStringLiteral(".map/district.qgs"));
  return map.exists() ? map.absoluteFilePath() : QString();
}

/// Where map images are kept: with the station, so that they go when it goes.
QString imageFolder(const QStringList& stations) {
  if (stations.isEmpty())
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/tiles");
  const QFileInfo cache(QString::fromStdString(StationFiles::of(stations.first().toStdString()).cache));
  return cache.absoluteFilePath() + QStringLiteral("/tiles");
}

std::unique_ptr<BaseMap> baseMapFrom(const QString& project, const QStringList& stations) {
  if (project.isEmpty()) return std::make_unique<PlainGround>();
  return std::make_unique<MapEngineClient>(QApplication::applicationDirPath() + QStringLiteral("/fengsui-mapengine"),
                                           project, imageFolder(stations));
}

/// Who sits here is kept for each user of the computer; --as holds for once.
void rememberSeat(Desk& desk, const QCommandLineParser& options, QSettings& remembered) {
  const QString name = QStringLiteral("seat/name");
  const QString post = QStringLiteral("seat/post");
  if (options.isSet(QStringLiteral("as")))
    desk.takeSeat({options.value(QStringLiteral("as")).simplified().toStdString(), {}});
  else if (remembered.contains(name))
    desk.takeSeat({remembered.value(name).toString().toStdString(), remembered.value(post).toString().toStdString()});
  QObject::connect(&desk, &Desk::seatChanged, &desk, [&desk, &remembered, name, post] {
    remembered.setValue(name, QString::fromStdString(desk.seat().name));
    remembered.setValue(post, QString::fromStdString(desk.seat().post));
  });
}

/// Which panel is open is kept for each size of screen: a wall and a laptop are not arranged alike.
void rememberPanel(DeskWindow& window, QSettings& remembered) {
  const QSize screen = window.screen() ? window.screen()->size() : window.size();
  const QString key = QStringLiteral("panel/%1x%2").arg(screen.width()).arg(screen.height());
  if (remembered.contains(key)) window.openPanel(remembered.value(key).toString());
  QObject::connect(&window, &DeskWindow::panelChanged,
                   [&window, &remembered, key] { remembered.setValue(key, window.panel()); });
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QApplication::setApplicationName(QStringLiteral("fengsui"));
  QApplication::setOrganizationName(QStringLiteral("fengsui"));
  QApplication::setApplicationVersion(QStringLiteral(FENGSUI_VERSION));

  QCommandLineParser options;
  options.setApplicationDescription(QStringLiteral("The operator's desk of a station."));
  options.addHelpOption();
  options.addVersionOption();
  options.addPositionalArgument(QStringLiteral("station"), QStringLiteral("The station: NAME.fengsui"),
                                QStringLiteral("[STATION]"));
  options.addOptions({
      {QStringLiteral("map"), QStringLiteral("The QGIS project of the base map; NAME.map/district.qgs otherwise."),
       QStringLiteral("PATH")},
      {QStringLiteral("lang"), QStringLiteral("zh or en."), QStringLiteral("LANGUAGE")},
      {{QStringLiteral("as"), QStringLiteral("by")},
       QStringLiteral("Who sits here: the name under which entries are recorded, as with fengsuictl --by."),
       QStringLiteral("NAME")},
      {QStringLiteral("theme"), QStringLiteral("dark or light."), QStringLiteral("THEME")},
      {QStringLiteral("screenshot"), QStringLiteral("Save what the window shows and exit."), QStringLiteral("FILE")},
      {QStringLiteral("do"),
       QStringLiteral("Actions to trigger before the screenshot: report,panelTeams,select=NAME …"),
       QStringLiteral("NAMES")},
      {QStringLiteral("search"), QStringLiteral("Open the search with this text in it."), QStringLiteral("TEXT")},
      {QStringLiteral("timing"), QStringLiteral("Say how long the start took and what memory was needed.")},
      {QStringLiteral("size"), QStringLiteral("The size of the window: WIDTHxHEIGHT."), QStringLiteral("SIZE")},
  });
  options.process(application);

  QSettings remembered;
  DeskLanguage language;
  language.use(languageFrom(options, remembered));
  QObject::connect(&language, &DeskLanguage::changed,
                   [&](Language now) { remembered.setValue(QStringLiteral("language"), DeskLanguage::code(now)); });

  const QStringList stations = options.positionalArguments();
  StationSession session;
  const QString project = mapFor(options, stations);
  const auto base = baseMapFrom(project, stations);
  rememberHiddenLayers(*base, remembered, stations.value(0));
  DeskWindow window(session, *base, language, themeFrom(options, remembered));
  QObject::connect(&window, &DeskWindow::themeChanged, [&](Theme now) {
    remembered.setValue(QStringLiteral("theme"),
                        now == Theme::light ? QStringLiteral("light") : QStringLiteral("dark"));
  });

  const auto size = sizeFrom(options.value(QStringLiteral("size")));
  if (options.isSet(QStringLiteral("size")) && !size) {
    std::fprintf(stderr, "--size: write WIDTHxHEIGHT, at least 640x480\n");
    return 2;
  }
  window.resize(size.value_or(QSize(1600, 900)));
  rememberPanel(window, remembered);
  rememberSeat(window.desk(), options, remembered);
  std::optional<Timing> timing;
  if (options.isSet(QStringLiteral("timing"))) timing.emplace(window, *base);
  std::optional<Screenshot> screenshot;
  if (options.isSet(QStringLiteral("screenshot"))) {
    screenshot.emplace(window, options.value(QStringLiteral("screenshot")),
                       options.value(QStringLiteral("do")).split(u',', Qt::SkipEmptyParts));
    window.show();
  } else if (size) {
    window.show();
  } else {
    window.showMaximized();
  }
  if (!project.isEmpty()) {
    const QString ground = QFileInfo(project).absolutePath() + QStringLiteral("/base.gpkg");
    window.useNamesOf(ground);
    window.useRoadsOf(ground);
  }
  window.useModels(QApplication::applicationDirPath() + QStringLiteral("/fengsuictl"),
                   project.isEmpty() ? QString() : QFileInfo(project).absolutePath());
  if (options.isSet(QStringLiteral("search"))) {
    auto* palette = window.findChild<Palette*>();
    QObject::connect(&session, &StationSession::opened, palette,
                     [palette, text = options.value(QStringLiteral("search"))] { palette->open(text); });
  }
  if (!stations.isEmpty())
    session.open(stations.first());
  else
    window.desk().tellNoStation();
  return QApplication::exec();
}
