// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>

#include "ui/canvas/overlaypainter.h"
#include "ui/session/latestjob.h"

namespace fengsui {

/// The live objects as one image, made off the GUI thread and kept while the map moves, until the next one is there.
///
/// Thread: GUI. One job at a time; what is asked meanwhile is answered by the next.
class OverlayLayer : public QObject {
  Q_OBJECT

 public:
  explicit OverlayLayer(QObject* parent = nullptr);

  /// @p now: the moment by which ages are told.
  void setSituation(const Snapshot& situation, Instant now);
  void setView(const ViewPort& view, double devicePixelRatio);
  void setTokens(const Tokens& tokens);
  /// What is drawn about roads; may be nullptr.
  void setRoads(std::shared_ptr<const RoadDrawing> roads);
  [[nodiscard]] const std::shared_ptr<const RoadDrawing>& roads() const { return roads_; }

  [[nodiscard]] const MapImage& image() const { return image_; }
  /// Which parts of the map the image covers.
  [[nodiscard]] const std::vector<QRectF>& occupied() const { return occupied_; }
  /// How the symbols of the image are laid out.
  [[nodiscard]] const SymbolLayout& layout() const { return layout_; }
  [[nodiscard]] const std::shared_ptr<const OverlayScene>& scene() const { return scene_; }
  /// Whether the image shows all that was asked for.
  [[nodiscard]] bool current() const { return job_.idle() && scene_; }

 signals:
  void sceneChanged();
  void imageChanged();

 private:
  struct Answer {
    std::shared_ptr<const OverlayScene> scene;
    bool sceneIsNew = false;
    SymbolLayout layout;
    PaintedScene painted;
  };

  [[nodiscard]] LatestJob<Answer>::Work work();
  void take(Answer answer);

  std::shared_ptr<OverlayPainter> painter_;  ///< used by the one job that runs
  Snapshot situation_;
  Instant now_;
  bool situationChanged_ = false;
  std::shared_ptr<const OverlayScene> scene_;
  std::shared_ptr<const RoadDrawing> roads_;
  ViewPort view_;
  double ratio_ = 1;
  Tokens tokens_;
  SymbolLayout layout_;
  MapImage image_;
  std::vector<QRectF> occupied_;
  LatestJob<Answer> job_;
};

}  // namespace fengsui
