// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/mapproject.h"

#include <qgscoordinatetransform.h>
#include <qgsexpressioncontextutils.h>
#include <qgslayertree.h>
#include <qgsmaplayerstylemanager.h>
#include <qgsmapthemecollection.h>
#include <qgsnullsymbolrenderer.h>
#include <qgsproject.h>
#include <qgsprojectviewsettings.h>
#include <qgsreferencedgeometry.h>
#include <qgsvectorlayer.h>

#include <QColor>
#include <QElapsedTimer>
#include <QFileInfo>

#include "engine/layerstate.h"
#include "engine/legend.h"
#include "engine/quietproject.h"
#include "engine/sourceproject.h"

namespace fengsui::engine {

namespace {

constexpr double seamPx = 48;
constexpr double surroundingsM = 1'000;

QgsCoordinateReferenceSystem canvasCrs() {
  return QgsCoordinateReferenceSystem(QStringLiteral("EPSG:3857"));
}

protocol::Extent extentOf(const QgsRectangle& rectangle) {
  return {rectangle.xMinimum(), rectangle.yMinimum(), rectangle.xMaximum(), rectangle.yMaximum()};
}

bool contains(const std::vector<std::string>& ids, const QgsMapLayer& layer) {
  return std::find(ids.begin(), ids.end(), layer.id().toStdString()) != ids.end();
}

QString themed(const QString& style) {
  return QStringLiteral("/background/") + style;
}

std::string groupOf(QgsLayerTreeLayer& node) {
  QgsLayerTreeNode* parent = node.parent();
  return parent && parent->parent() ? parent->name().toStdString() : std::string();
}

const char* kindOf(const QgsMapLayer& layer) {
  switch (layer.type()) {
    case QgsMapLayerType::VectorLayer:
      return "vector";
    case QgsMapLayerType::RasterLayer:
      return "raster";
    default:
      return "other";
  }
}

}  // namespace

MapProject::MapProject() : project_(std::make_unique<QgsProject>()) {}
MapProject::~MapProject() = default;

namespace {

std::optional<Error> missing(const std::string& path) {
  if (QFileInfo::exists(QString::fromStdString(path))) return std::nullopt;
  return Error{ErrorCode::notFound,
               {"the map project " + path + " does not exist", "地图工程 " + path + " 不存在"},
               {"build the district first: fengsuictl district build", "请先生成辖区底图：fengsuictl district build"},
               {}};
}

Error unreadable(const std::string& path, const QgsProject& project) {
  const std::string said = project.error().toStdString();
  return {ErrorCode::unreadable,
          {"the map project " + path + " cannot be read: " + said, "地图工程 " + path + " 无法读取：" + said},
          {},
          {}};
}

}  // namespace

Result<std::unique_ptr<MapProject>> MapProject::open(const std::string& path) {
  if (auto error = missing(path)) return failure(*error);
  const QString file = QString::fromStdString(path);
  std::unique_ptr<MapProject> opened(new MapProject);
  if (!isProjectFile(file)) {
    if (const auto filled = fillFromSource(*opened->project_, file); !filled) return failure(filled.error());
  } else {
    // The original style XML and the layouts are only needed for editing and for print.
    const auto flags = QgsProject::ReadFlag::FlagDontLoadLayouts | QgsProject::ReadFlag::FlagDontStoreOriginalStyles;
    if (!opened->project_->read(file, flags)) return failure(unreadable(path, *opened->project_));
  }
  opened->noteFiles();
  return opened;
}

Result<std::unique_ptr<MapProject>> MapProject::openQuietly(const std::string& path, const QSet<QString>& awake) {
  const QString file = QString::fromStdString(path);
  auto parts = isProjectFile(file) ? partsOf(file) : std::nullopt;
  if (!parts) return open(path);
  QuietProject quiet = quietened(parts->text, awake);
  if (quiet.asleep.isEmpty()) return open(path);
  parts->text = std::move(quiet.text);
  std::unique_ptr<MapProject> opened(new MapProject);
  if (!readAs(*opened->project_, QFileInfo(file).absoluteFilePath(), *parts))
    return failure(unreadable(path, *opened->project_));
  opened->asleep_ = std::move(quiet.asleep);
  opened->noteFiles();
  return opened;
}

std::optional<Text> MapProject::troubleWith(const QgsMapLayer& layer) const {
  if (!asleep_.contains(layer.id()) || silent_.contains(layer.id())) return troubleOf(layer);
  const std::string name = layer.name().toStdString();
  return Text{"the map server of layer " + name + " is being asked", "正在等待图层“" + name + "”的地图服务响应"};
}

void MapProject::noteFiles() {
  for (QgsMapLayer* layer : project_->mapLayers()) {
    if (layer->isValid()) files_.refresh(*layer);
  }
}

QString MapProject::knownStyle(const std::string& asked) const {
  const QString style = QString::fromStdString(asked);
  return project_->mapThemeCollection()->hasMapTheme(style) ? style : QStringLiteral("day");
}

void MapProject::wear(const QString& style) {
  if (style == worn_) return;
  QgsMapThemeCollection* themes = project_->mapThemeCollection();
  if (!themes->hasMapTheme(style)) return;  // a project without themes is drawn as it was saved
  for (const auto& record : themes->mapThemeState(style).layerRecords()) {
    QgsMapLayer* layer = record.layer();
    if (!layer || !layer->isValid() || !record.usingCurrentStyle) continue;
    layer->styleManager()->setCurrentStyle(record.currentStyle);
  }
  worn_ = style;
  labelOnly_.clear();
}

QList<QgsMapLayer*> MapProject::layersOf(const std::vector<std::string>& ids, const std::vector<std::string>& hidden,
                                         const QString& style) const {
  QList<QgsMapLayer*> chosen;
  QgsMapThemeCollection* themes = project_->mapThemeCollection();
  const bool byTheme = ids.empty() && themes->hasMapTheme(style);
  const QStringList shown = byTheme ? themes->mapThemeVisibleLayerIds(style) : QStringList();
  for (QgsMapLayer* layer : project_->layerTreeRoot()->layerOrder()) {
    bool wanted = false;
    if (contains(hidden, *layer)) {
      continue;
    } else if (!ids.empty()) {
      wanted = contains(ids, *layer);
    } else if (byTheme) {
      wanted = shown.contains(layer->id());
    } else {
      const QgsLayerTreeLayer* node = project_->layerTreeRoot()->findLayer(layer->id());
      wanted = node && node->isVisible();
    }
    if (wanted) chosen.append(layer);
  }
  return chosen;
}

QList<QgsMapLayer*> MapProject::labelLayers(const QList<QgsMapLayer*>& layers) {
  QList<QgsMapLayer*> out;
  for (QgsMapLayer* layer : layers) {
    auto* vector = qobject_cast<QgsVectorLayer*>(layer);
    if (!vector || !vector->labelsEnabled()) continue;
    auto known = std::find_if(labelOnly_.begin(), labelOnly_.end(), [&](const auto& copy) {
      return copy->customProperty(QStringLiteral("of")) == layer->id();
    });
    if (known == labelOnly_.end()) {
      std::unique_ptr<QgsVectorLayer> copy(vector->clone());
      copy->setRenderer(new QgsNullSymbolRenderer());
      copy->setCustomProperty(QStringLiteral("of"), layer->id());
      labelOnly_.push_back(std::move(copy));
      known = std::prev(labelOnly_.end());
    }
    out.append(known->get());
  }
  return out;
}

QgsMapSettings MapProject::settingsFor(const protocol::Render& request) {
  const QString style = knownStyle(request.style);
  wear(style);

  QList<QgsMapLayer*> layers;
  for (QgsMapLayer* layer : layersOf(request.layers, request.hidden, style)) {
    if (!layer->isValid()) continue;
    files_.refresh(*layer);
    layers.append(layer);
  }
  if (request.labels == protocol::Labels::only) layers = labelLayers(layers);

  QgsMapSettings settings;
  settings.setDestinationCrs(canvasCrs());
  settings.setTransformContext(project_->transformContext());
  settings.setEllipsoid(project_->ellipsoid());
  settings.setPathResolver(project_->pathResolver());
  settings.setLabelingEngineSettings(project_->labelingEngineSettings());
  settings.setLayers(layers);
  settings.setOutputSize(QSize(request.widthPx, request.heightPx));
  // Device pixels with a higher density are the same picture as logical pixels with a ratio, without its rounding.
  settings.setOutputDpi(request.dpi * request.devicePixelRatio);
  settings.setExtent(QgsRectangle(request.extent.xMin, request.extent.yMin, request.extent.xMax, request.extent.yMax));
  // Symbols that stand beyond the edge reach into the image; without them they would be cut off at the seams of tiles.
  if (request.lane == protocol::Lane::tile) settings.setExtentBuffer(seamPx * settings.mapUnitsPerPixel());
  settings.setOutputImageFormat(QImage::Format_ARGB32_Premultiplied);
  settings.setFlag(Qgis::MapSettingsFlag::DrawLabeling, request.labels != protocol::Labels::without);
  settings.setFlag(Qgis::MapSettingsFlag::RenderMapTile, request.lane == protocol::Lane::tile);
  settings.setFlag(Qgis::MapSettingsFlag::Antialiasing);
  settings.setFlag(Qgis::MapSettingsFlag::UseAdvancedEffects);
  settings.setFlag(Qgis::MapSettingsFlag::UseRenderingOptimization);
  settings.setFlag(Qgis::MapSettingsFlag::RenderPartialOutput, request.lane == protocol::Lane::view);

  QColor ground(QString::fromStdString(request.background));
  if (request.background.empty()) {
    ground = QColor(project_->readEntry(QStringLiteral("fengsui"), themed(style)));
    if (!ground.isValid()) ground = project_->backgroundColor();
  }
  const bool clear = request.labels == protocol::Labels::only || request.background == "transparent";
  settings.setBackgroundColor(clear ? QColor(Qt::transparent) : ground);

  QgsExpressionContext context = project_->createExpressionContext();
  context << QgsExpressionContextUtils::mapSettingsScope(settings);
  settings.setExpressionContext(context);
  return settings;
}

std::vector<protocol::LayerError> MapProject::troublesIn(const protocol::Render& request) const {
  std::vector<protocol::LayerError> out;
  for (const QgsMapLayer* layer : layersOf(request.layers, request.hidden, knownStyle(request.style))) {
    if (auto trouble = troubleWith(*layer)) out.push_back({layer->id().toStdString(), std::move(*trouble)});
  }
  for (const std::string& id : request.layers) {
    if (!project_->mapLayer(QString::fromStdString(id))) {
      out.push_back({id, {"the map project has no layer " + id, "地图工程中没有图层 " + id}});
    }
  }
  return out;
}

std::vector<std::string> MapProject::remoteLayersIn(const protocol::Render& request) const {
  std::vector<std::string> out;
  for (const QgsMapLayer* layer : layersOf(request.layers, request.hidden, knownStyle(request.style))) {
    if (layer->isValid() && isRemote(*layer)) out.push_back(layer->id().toStdString());
  }
  return out;
}

protocol::Extent MapProject::firstView() const {
  const QgsReferencedRectangle preset = project_->viewSettings()->presetFullExtent();
  QgsRectangle all;
  all.setMinimal();
  const auto add = [&](const QgsRectangle& extent, const QgsCoordinateReferenceSystem& crs) {
    QgsCoordinateTransform toCanvas(crs, canvasCrs(), project_->transformContext());
    toCanvas.setBallparkTransformsAreAppropriate(true);
    try {
      all.combineExtentWith(toCanvas.transformBoundingBox(extent));
    } catch (const QgsCsException&) {
      // A layer whose extent has no place on the map does not decide what the first view shows.
    }
  };
  if (!preset.isEmpty()) {
    add(preset, preset.crs());
  } else {
    // Borders first: roads and rivers of a neighbour reach far out of the district.
    const QgsMapLayer* boundary = project_->mapLayer(QStringLiteral("basemap_boundary"));
    if (boundary && boundary->isValid() && !boundary->extent().isEmpty()) {
      add(boundary->extent(), boundary->crs());
    } else {
      for (const QgsMapLayer* layer : project_->mapLayers()) {
        if (layer->isValid() && !isRemote(*layer) && !layer->extent().isNull()) add(layer->extent(), layer->crs());
      }
    }
  }
  if (all.xMinimum() > all.xMaximum()) return {};
  // One point, or several in a row, have no area; they are shown with their surroundings.
  if (all.isEmpty()) all.grow(surroundingsM);
  return extentOf(all);
}

protocol::ProjectOpened MapProject::describe() {
  protocol::ProjectOpened out;
  out.path = project_->fileName().toStdString();
  out.title = project_->title().toStdString();
  out.extent = firstView();
  for (const QString& theme : project_->mapThemeCollection()->mapThemes()) out.styles.push_back(theme.toStdString());
  for (QgsMapLayer* layer : project_->layerTreeRoot()->layerOrder()) {
    QgsLayerTreeLayer* node = project_->layerTreeRoot()->findLayer(layer->id());
    if (!node) continue;
    const bool byScale = layer->hasScaleBasedVisibility();
    out.layers.push_back({.id = layer->id().toStdString(),
                          .name = node->name().toStdString(),
                          .group = groupOf(*node),
                          .kind = kindOf(*layer),
                          .visible = node->isVisible(),
                          .scaleFar = byScale ? layer->minimumScale() : 0,
                          .scaleNear = byScale ? layer->maximumScale() : 0,
                          .legend = legendOf(*node),
                          .error = troubleWith(*layer)});
  }
  return out;
}

}  // namespace fengsui::engine
