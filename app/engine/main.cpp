// SPDX-License-Identifier: GPL-3.0-or-later
#include <qgsapplication.h>

#include <QCommandLineParser>
#include <QRegularExpression>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "engine/oneshot.h"
#include "engine/runtime.h"
#include "engine/service.h"
#include "protocol/handshake.h"

namespace {

constexpr int usageError = 2;

/// The profile must be known before Qt starts, so this one option is found without Qt's parser.
std::string profileOption(int argc, char** argv) {
  for (int i = 1; i + 1 < argc; ++i) {
    if (std::string_view(argv[i]) == "--profile") return argv[i + 1];
  }
  return {};
}

/// Where Qt puts sockets without a folder: the temporary directory as the client sees it, before we take our own.
QString socketPath(const QString& name, const std::filesystem::path& temporary) {
  return name.startsWith(QLatin1Char('/')) ? name : QString::fromStdString((temporary / name.toStdString()).string());
}

std::string takeToken() {
  const char* value = std::getenv(fengsui::protocol::tokenVariable);
  std::string token = value ? value : "";
  unsetenv(fengsui::protocol::tokenVariable);
  return token;
}

bool readExtent(const QString& text, fengsui::protocol::Extent& extent) {
  if (text.isEmpty()) return true;
  const QStringList parts = text.split(',');
  bool ok[4] = {};
  if (parts.size() != 4) return false;
  extent = {parts[0].toDouble(&ok[0]), parts[1].toDouble(&ok[1]), parts[2].toDouble(&ok[2]), parts[3].toDouble(&ok[3])};
  return ok[0] && ok[1] && ok[2] && ok[3] && !extent.empty();
}

bool readSize(const QString& text, int& widthPx, int& heightPx) {
  const auto match = QRegularExpression(QStringLiteral("^(\\d{1,5})x(\\d{1,5})$")).match(text);
  widthPx = match.captured(1).toInt();
  heightPx = match.captured(2).toInt();
  return match.hasMatch() && widthPx > 0 && heightPx > 0 && widthPx <= 16384 && heightPx <= 16384;
}

int usage(const char* sentence) {
  std::cerr << "fengsui-mapengine: " << sentence << '\n';
  return usageError;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace fengsui;
  std::error_code ignored;
  const std::filesystem::path temporary = std::filesystem::temp_directory_path(ignored);
  engine::Profile profile(profileOption(argc, argv));
  engine::prepareEnvironment(profile);
  std::string token = takeToken();
  const auto application = engine::startQgis(argc, argv, profile);

  QCommandLineParser options;
  options.setApplicationDescription(QStringLiteral("Draws the district's map for the Fengsui desktop."));
  options.addHelpOption();
  const QCommandLineOption socket(QStringLiteral("socket"), QStringLiteral("Serve the client that listens there."),
                                  QStringLiteral("name"));
  const QCommandLineOption render(QStringLiteral("render"),
                                  QStringLiteral("Draw one image of a project, or of data without one: NAME.gpkg."),
                                  QStringLiteral("project"));
  const QCommandLineOption layers(QStringLiteral("layers"),
                                  QStringLiteral("Print the layers of a project or of data as JSON."),
                                  QStringLiteral("project"));
  const QCommandLineOption extent(QStringLiteral("extent"), QStringLiteral("xmin,ymin,xmax,ymax in EPSG:3857."),
                                  QStringLiteral("numbers"));
  const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("WIDTHxHEIGHT in pixels."),
                                QStringLiteral("size"), QStringLiteral("1600x1000"));
  const QCommandLineOption out(QStringLiteral("out"), QStringLiteral("Where the image goes."), QStringLiteral("file"));
  const QCommandLineOption style(QStringLiteral("theme"), QStringLiteral("day, night, print …"), QStringLiteral("name"),
                                 QStringLiteral("day"));
  const QCommandLineOption labels(QStringLiteral("labels"), QStringLiteral("with, without or only."),
                                  QStringLiteral("which"), QStringLiteral("with"));
  const QCommandLineOption ratio(QStringLiteral("ratio"), QStringLiteral("Device pixel ratio."),
                                 QStringLiteral("number"), QStringLiteral("1"));
  const QCommandLineOption profileFolder(QStringLiteral("profile"), QStringLiteral("Where QGIS keeps its settings."),
                                         QStringLiteral("folder"));
  options.addOptions({socket, render, layers, extent, size, out, style, labels, ratio, profileFolder});
  options.process(QCoreApplication::arguments());

  if (options.isSet(layers)) return engine::printLayers(options.value(layers).toStdString());
  if (options.isSet(socket)) {
    if (token.empty()) return usage("--socket needs the secret of the client in FENGSUI_ENGINE_TOKEN");
    return engine::serve(socketPath(options.value(socket), temporary), std::move(token), profile);
  }
  if (!options.isSet(render)) return usage("one of --socket, --render or --layers is needed; see --help");

  protocol::Render request;
  if (!readExtent(options.value(extent), request.extent)) return usage("--extent is not xmin,ymin,xmax,ymax");
  if (!readSize(options.value(size), request.widthPx, request.heightPx)) return usage("--size is not WIDTHxHEIGHT");
  if (!options.isSet(out)) return usage("--render needs --out FILE");
  request.style = options.value(style).toStdString();
  request.devicePixelRatio = std::clamp(options.value(ratio).toDouble(), 0.5, 8.0);
  request.labels = options.value(labels) == QLatin1String("only")      ? protocol::Labels::only
                   : options.value(labels) == QLatin1String("without") ? protocol::Labels::without
                                                                       : protocol::Labels::with;
  return engine::renderToFile(options.value(render).toStdString(), request, options.value(out).toStdString());
}
