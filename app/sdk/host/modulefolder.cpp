// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/host/modulefolder.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonObject>
#include <QPluginLoader>
#include <algorithm>
#include <cstdlib>
#include <memory>

#include "sdk/host/guarded.h"
#include "sdk/plugin.h"

namespace fengsui {
namespace {

Text textIn(const QJsonObject& object, const char* key) {
  const QJsonObject both = object.value(QLatin1String(key)).toObject();
  return {both.value(QLatin1String("en")).toString().toStdString(),
          both.value(QLatin1String("zh")).toString().toStdString()};
}

Error trouble(const std::filesystem::path& file, Text message, Text remedy = {}) {
  Error error{ErrorCode::unreadable, std::move(message), std::move(remedy), {}};
  error.place.file = file.string();
  return error;
}

ModuleEntry entryOf(const std::filesystem::path& file) {
  ModuleEntry out;
  out.file = file;
  out.name = file.stem().string();
  out.title = sameInBoth(out.name);
  // Reads the section of the file in which the metadata stands; nothing of it runs.
  const QPluginLoader loader(QFile::decodeName(file.c_str()));
  const QJsonObject all = loader.metaData();
  if (all.value(QLatin1String("IID")).toString() != QLatin1String(FENGSUI_HAZARD_PLUGIN)) {
    out.trouble = trouble(file, {"this is not a hazard module", "不是灾害模块"});
    return out;
  }
  const QJsonObject about = all.value(QLatin1String("MetaData")).toObject();
  if (const QString name = about.value(QLatin1String("name")).toString(); !name.isEmpty())
    out.name = name.toStdString();
  if (const Text title = textIn(about, "title"); !title.empty()) out.title = title;
  out.about = textIn(about, "about");
  out.version = about.value(QLatin1String("version")).toString().toStdString();
  const int made = about.value(QLatin1String("interface")).toInt(-1);
  if (made != kModuleInterface) {
    const std::string is = std::to_string(made), wanted = std::to_string(kModuleInterface);
    out.trouble = trouble(file,
                          {"it was made for version " + is + " of the module interface, this program has " + wanted,
                           "模块按接口版本 " + is + " 编译，本程序为 " + wanted},
                          {"use the module that came with this program", "请使用随本程序发布的模块"});
  }
  return out;
}

}  // namespace

std::filesystem::path moduleFolderHere() {
  if (const char* said = std::getenv("FENGSUI_MODULES"); said && *said) return said;
  // Without an application object: the link that the kernel keeps says where the program is.
  std::error_code ignored;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
  return program.parent_path().parent_path() / "lib" / "fengsui" / "modules";
}

std::vector<ModuleEntry> modulesIn(const std::filesystem::path& folder) {
  std::vector<ModuleEntry> out;
  std::error_code fault;
  for (auto at = std::filesystem::directory_iterator(folder, fault);
       !fault && at != std::filesystem::directory_iterator(); at.increment(fault))
    if (at->path().extension() == ".so") out.push_back(entryOf(at->path()));
  std::sort(out.begin(), out.end(), [](const ModuleEntry& a, const ModuleEntry& b) {
    return std::tie(a.name, a.file) < std::tie(b.name, b.file);
  });
  for (std::size_t i = 1; i < out.size(); ++i)
    if (out[i].name == out[i - 1].name && !out[i].trouble)
      out[i].trouble = trouble(out[i].file, {"there is another module of this name: " + out[i - 1].file.string(),
                                             "已有同名模块：" + out[i - 1].file.string()});
  return out;
}

Result<const HazardModule*> loadModule(const ModuleEntry& entry) {
  if (entry.trouble) return failure(*entry.trouble);
  // Never deleted: what a module registered must not vanish under those who use it.
  auto* loader = new QPluginLoader(QFile::decodeName(entry.file.c_str()));
  loader->setLoadHints(QLibrary::ResolveAllSymbolsHint | QLibrary::PreventUnloadHint);
  const auto made = guarded([&] { return loader->instance(); });
  if (!made) return failure(trouble(entry.file, made.error().message, made.error().remedy));
  QObject* root = *made;
  if (!root) {
    const std::string words = loader->errorString().toStdString();
    return failure(trouble(entry.file, {"it cannot be loaded: " + words, "模块无法加载：" + words}));
  }
  const auto* plugin = qobject_cast<HazardPlugin*>(root);
  if (!plugin) return failure(trouble(entry.file, {"it has no hazard module in it", "其中没有灾害模块"}));
  return guarded([&] { return &plugin->module(); });
}

Result<const HazardModule*> loadModuleNamed(const std::string& name, const std::filesystem::path& folder) {
  std::string known;
  for (const ModuleEntry& entry : modulesIn(folder)) {
    if (entry.name == name) return loadModule(entry);
    known += (known.empty() ? "" : ", ") + entry.name;
  }
  return failure(ErrorCode::notFound, {"there is no module \"" + name + "\"", "没有模块“" + name + "”"},
                 known.empty() ? Text{"no modules in " + folder.string(), folder.string() + " 中没有模块"}
                               : Text{"modules: " + known, "现有模块：" + known});
}

}  // namespace fengsui
