// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/legend.h"

#include <qgslayertree.h>
#include <qgslayertreemodellegendnode.h>
#include <qgsmaplayer.h>
#include <qgsmaplayerlegend.h>
#include <qgssymbol.h>
#include <qgssymbollayerutils.h>

#include <QBuffer>
#include <QImage>
#include <algorithm>
#include <memory>

namespace fengsui::engine {

namespace {

// Enough for any real legend; a layer styled by a thousand categories must not fill the message.
constexpr std::size_t mostEntries = 48;
const QSize iconSize(64, 40);

protocol::Blob pngOf(const QImage& image) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  image.save(&buffer, "PNG");
  const auto* first = reinterpret_cast<const std::byte*>(bytes.constData());
  return {first, first + bytes.size()};
}

protocol::Blob iconOf(QgsLayerTreeModelLegendNode& node) {
  auto* symbolNode = dynamic_cast<QgsSymbolLegendNode*>(&node);
  if (!symbolNode || !symbolNode->symbol()) return {};
  const std::unique_ptr<QgsSymbol> symbol(symbolNode->symbol()->clone());
  return pngOf(symbol->asImage(iconSize));
}

}  // namespace

std::vector<protocol::LegendEntry> legendOf(QgsLayerTreeLayer& node) {
  std::vector<protocol::LegendEntry> out;
  QgsMapLayer* layer = node.layer();
  if (!layer || !layer->isValid() || !layer->legend()) return out;
  const QList<QgsLayerTreeModelLegendNode*> nodes = layer->legend()->createLayerTreeModelLegendNodes(&node);
  for (QgsLayerTreeModelLegendNode* entry : nodes) {
    if (out.size() < mostEntries && !qobject_cast<QgsImageLegendNode*>(entry)) {
      protocol::Blob icon = iconOf(*entry);
      if (!icon.empty()) out.push_back({entry->data(Qt::DisplayRole).toString().toStdString(), std::move(icon)});
    }
    delete entry;
  }
  return out;
}

}  // namespace fengsui::engine
