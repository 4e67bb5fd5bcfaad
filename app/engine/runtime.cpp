// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime.h"

#include <qgsapplication.h>
#include <qgsnetworkaccessmanager.h>
#include <qgssettings.h>

#include <QString>
#include <cstdlib>

namespace fengsui::engine {

namespace {

// A map server that has not said anything for this long is left out of the picture.
constexpr int networkTimeoutMs = 5'000;

}  // namespace

Profile::Profile(std::filesystem::path given) : folder_(std::move(given)) {
  std::error_code ignored;
  if (folder_.empty()) {
    folder_ = std::filesystem::temp_directory_path(ignored);
    std::string pattern = (folder_ / "fengsui-mapengine-XXXXXX").string();
    temporary_ = mkdtemp(pattern.data()) != nullptr;
    if (temporary_) folder_ = pattern;
  }
  std::filesystem::create_directories(folder_ / "cache", ignored);
  folder_ = std::filesystem::absolute(folder_, ignored);
}

void Profile::remove() noexcept {
  if (!temporary_) return;
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void prepareEnvironment(const Profile& profile) {
  const std::string folder = profile.folder().string();
  // Nothing is ever shown, and without a display every other platform plug-in aborts.
  setenv("QT_QPA_PLATFORM", "offscreen", 1);
  // Plug-ins of the client's Qt do not fit ours.
  unsetenv("QT_PLUGIN_PATH");
  unsetenv("QT_QPA_PLATFORMTHEME");
  unsetenv("QT_STYLE_OVERRIDE");
  for (const char* variable : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "QGIS_AUTH_DB_DIR_PATH", "QGIS_CUSTOM_CONFIG_PATH"}) {
    setenv(variable, folder.c_str(), 1);
  }
  setenv("XDG_RUNTIME_DIR", folder.c_str(), 0);
  // The font cache is worth keeping between starts; everything else that would go to a cache is small.
  setenv("XDG_CACHE_HOME", (profile.folder() / "cache").string().c_str(), 1);
  setenv("GDAL_PAM_ENABLED", "NO", 0);
}

std::unique_ptr<QgsApplication> startQgis(int& argc, char** argv, const Profile& profile) {
  const QString folder = QString::fromStdString(profile.folder().string());
  auto application = std::make_unique<QgsApplication>(argc, argv, false, folder, QStringLiteral("mapengine"));
  QgsApplication::setPrefixPath(QStringLiteral(FENGSUI_QGIS_PREFIX), true);
  QgsSettings().setValue(QStringLiteral("/qgis/networkAndProxy/networkTimeout"), networkTimeoutMs);
  QgsApplication::initQgis();
  QgsNetworkAccessManager::setTimeout(networkTimeoutMs);
  return application;
}

}  // namespace fengsui::engine
