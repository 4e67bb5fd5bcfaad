// SPDX-License-Identifier: GPL-3.0-or-later
// fengsui-maptemplate DISTRICT-FOLDER OUT.qgs: authors the map template over a district's base.gpkg and hillshade.tif.
// A tool of the developers; the result is resources/map/district.qgs.
#include <qgsapplication.h>
#include <qgslabelingenginesettings.h>
#include <qgslayertree.h>
#include <qgslayertreemodel.h>
#include <qgsmaplayerstylemanager.h>
#include <qgsmapthemecollection.h>
#include <qgsproject.h>
#include <qgsprojectviewsettings.h>
#include <qgsrasterlayer.h>
#include <qgsreferencedgeometry.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QDomDocument>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <iostream>

#include "engine/runtime.h"
#include "engine/template/cartography.h"

namespace {

using namespace fengsui::engine;

struct TemplateLayer {
  const char* table;
  const char* name;
};

// The topmost first.
constexpr TemplateLayer layers[] = {
    {"place", "地名 Places"},
    {"poi", "兴趣点 Points of interest"},
    {"peak", "山峰 Peaks"},
    {"power_line", "电力线 Power lines"},
    {"road", "道路 Roads"},
    {"railway", "铁路与索道 Railways and cableways"},
    {"boundary", "界线 Borders"},
    {"admin_area", "行政区 Administrative areas"},
    {"building", "建筑 Buildings"},
    {"water_barrier", "坝堰堤 Dams, weirs, dykes"},
    {"water_line", "河流 Watercourses"},
    {"water_area", "水面 Water areas"},
    {"contour", "等高线 Contours"},
    {"hillshade", "晕渲 Hillshade"},
    {"landuse", "土地利用 Land use"},
};

QgsMapLayer* makeLayer(const QDir& folder, const TemplateLayer& wanted) {
  const QString name = QString::fromUtf8(wanted.name);
  if (QLatin1String(wanted.table) == QLatin1String("hillshade")) {
    return new QgsRasterLayer(folder.filePath(QStringLiteral("hillshade.tif")), name);
  }
  const QString source = folder.filePath(QStringLiteral("base.gpkg")) + QStringLiteral("|layername=") + QLatin1String(wanted.table);
  return new QgsVectorLayer(source, name, QStringLiteral("ogr"));
}

void dressAll(QgsMapLayer& layer, const QString& table) {
  auto* styles = layer.styleManager();
  for (const Palette& palette : palettes) {
    const QString style = QLatin1String(palette.style);
    if (&palette == &palettes.front()) {
      styles->renameStyle(styles->currentStyle(), style);
    } else {
      styles->addStyleFromLayer(style);
      styles->setCurrentStyle(style);
    }
    if (auto* raster = qobject_cast<QgsRasterLayer*>(&layer)) {
      dressRelief(*raster, palette);
    } else {
      auto* vector = qobject_cast<QgsVectorLayer*>(&layer);
      dress(*vector, table, palette);
      vector->setDisplayExpression(QStringLiteral("coalesce(\"name\", \"class\")"));
    }
  }
  styles->setCurrentStyle(QLatin1String(palettes.front().style));
}

void rememberThemes(QgsProject& project) {
  QgsLayerTreeModel model(project.layerTreeRoot());
  for (const Palette& palette : palettes) {
    const QString style = QLatin1String(palette.style);
    for (QgsMapLayer* layer : project.mapLayers()) layer->styleManager()->setCurrentStyle(style);
    project.mapThemeCollection()->insert(
        style, QgsMapThemeCollection::createThemeFromCurrentState(project.layerTreeRoot(), &model));
    project.writeEntry(QStringLiteral("fengsui"), QStringLiteral("/background/") + style, QLatin1String(palette.ground));
  }
  for (QgsMapLayer* layer : project.mapLayers()) layer->styleManager()->setCurrentStyle(QLatin1String(palettes.front().style));
}

/// What QGIS writes about forms and editing is as long as the cartography and says nothing here.
void dropForms(QDomElement& layer) {
  for (const char* name : {"fieldConfiguration", "aliases", "defaults", "constraints", "constraintExpressions",
                           "expressionfields", "attributeactions", "attributetableconfig", "conditionalstyles", "editform",
                           "editforminit", "editforminitcodesource", "editforminitfilepath", "editforminitcode",
                           "featformsuppress", "editorlayout", "editable", "labelOnTop", "reuseLastValue",
                           "dataDefinedFieldProperties", "widgets", "mapTip", "storedExpressions", "referencedLayers",
                           "extent", "wgs84extent", "resourceMetadata", "elevation"}) {
    const QDomNodeList found = layer.elementsByTagName(QLatin1String(name));
    for (int i = found.count(); i-- > 0;) found.at(i).parentNode().removeChild(found.at(i));
  }
}

/// Everything that differs from run to run or from person to person, and what only repeats a default.
QString tidied(QString text, const QMap<QString, QString>& ids) {
  for (auto id = ids.begin(); id != ids.end(); ++id) text.replace(id.key(), id.value());
  const auto drop = [&text](const char* pattern) {
    text.remove(QRegularExpression(QString::fromUtf8(pattern), QRegularExpression::DotMatchesEverythingOption));
  };
  drop(" (saveUser|saveUserFull|saveDateTime)=\"[^\"]*\"");
  drop("<author>[^<]*</author>");
  drop("<creation>[^<]*</creation>");
  drop("\\s*<callout .*?</callout>");
  drop("\\s*<data_defined_properties>.*?</data_defined_properties>");
  drop("\\s*<dd_properties>.*?</dd_properties>");
  drop("\\s*<prop [^>]*/>");  // the same as the Option elements before them
  drop("\\s*<individual-layer-settings>.*?</individual-layer-settings>");
  text.replace(QRegularExpression(QStringLiteral("\n +")), QStringLiteral("\n"));

  const QRegularExpression uuid(QStringLiteral("[0-9a-f]{8}([-_])[0-9a-f]{4}[-_][0-9a-f]{4}[-_][0-9a-f]{4}[-_][0-9a-f]{12}"));
  QMap<QString, QString> numbered;
  for (auto match = uuid.match(text); match.hasMatch(); match = uuid.match(text, match.capturedEnd())) {
    const QString found = match.captured();
    if (numbered.contains(found)) continue;
    const QString dash = match.captured(1);
    numbered.insert(found, QStringLiteral("00000000%1 0000%1 0000%1 0000%1 %2").arg(dash).arg(numbered.size() + 1, 12, 10, QLatin1Char('0')).remove(QLatin1Char(' ')));
  }
  for (auto id = numbered.begin(); id != numbered.end(); ++id) text.replace(id.key(), id.value());
  return text;
}

bool tidy(const QString& from, const QString& to, const QMap<QString, QString>& ids) {
  QFile in(from);
  if (!in.open(QIODevice::ReadOnly)) return false;
  QFile out(to);
  return out.open(QIODevice::WriteOnly) && out.write(tidied(QString::fromUtf8(in.readAll()), ids).toUtf8()) > 0;
}

}  // namespace

int main(int argc, char** argv) {
  Profile profile({});
  prepareEnvironment(profile);
  qSetGlobalQHashSeed(0);  // attributes of the XML in the same order every time
  const auto application = startQgis(argc, argv, profile);
  if (argc != 3) {
    std::cerr << "fengsui-maptemplate DISTRICT-FOLDER OUT.qgs\n";
    return 2;
  }
  const QDir folder(QString::fromLocal8Bit(argv[1]));
  QgsProject project;
  QgsProject::setInstance(&project);
  project.setTitle(QStringLiteral("@district-title@"));
  project.setCrs(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:3857")));
  project.setEllipsoid(QStringLiteral("EPSG:7030"));
  project.setFilePathStorage(Qgis::FilePathType::Relative);
  project.setBackgroundColor(QColor(palettes.front().ground));
  QgsSettings().setValue(QStringLiteral("/projects/anonymize_saved_projects"), true);

  QMap<QString, QString> ids;
  for (const TemplateLayer& wanted : layers) {
    QgsMapLayer* layer = makeLayer(folder, wanted);
    if (!layer->isValid()) {
      std::cerr << wanted.table << " is missing in " << argv[1] << '\n';
      return 1;
    }
    dressAll(*layer, QLatin1String(wanted.table));
    // The same names in every edition of the template. QGIS replaces ids of ten letters and fewer, hence the prefix.
    ids.insert(layer->id(), QStringLiteral("basemap_") + QLatin1String(wanted.table));
    project.addMapLayer(layer, false);
    QgsLayerTreeGroup* root = project.layerTreeRoot();
    root->addLayer(layer);
  }
  // Groups would reorder what is drawn (land use lies under the relief, buildings over it), so the tree stays flat.
  rememberThemes(project);

  // Filled in when the template is installed.
  project.viewSettings()->setPresetFullExtent(
      QgsReferencedRectangle(QgsRectangle(-1.25, -1.75, 1.25, 1.75), QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326"))));

  QgsLabelingEngineSettings labeling = project.labelingEngineSettings();
  labeling.setFlag(QgsLabelingEngineSettings::UsePartialCandidates, false);
  labeling.setPlacementVersion(QgsLabelingEngineSettings::PlacementEngineVersion2);
  project.setLabelingEngineSettings(labeling);
  QgsProjectMetadata metadata;
  metadata.setTitle(project.title());
  project.setMetadata(metadata);
  QObject::connect(&project, &QgsProject::writeMapLayer,
                   [](QgsMapLayer*, QDomElement& element, QDomDocument&) { dropForms(element); });

  const QString scratch = folder.filePath(QStringLiteral("template-in-work.qgs"));
  const bool written = project.write(scratch) && tidy(scratch, QString::fromLocal8Bit(argv[2]), ids);
  QFile::remove(scratch);
  if (!written) std::cerr << "the template cannot be written: " << project.error().toStdString() << '\n';
  return written ? 0 : 1;
}
