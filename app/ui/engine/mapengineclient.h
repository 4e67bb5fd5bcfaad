// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/basemap.h"
#include "ui/engine/engineprocess.h"
#include "ui/engine/groundfeed.h"

namespace fengsui {

/// The base map drawn by the map engine from a QGIS project.
///
/// Thread: GUI. A dead or slow engine costs the map's freshness and nothing else: what was drawn before stays, and is
/// there at the next start.
class MapEngineClient : public BaseMap {
  Q_OBJECT

 public:
  /// @p cacheFolder: where images are kept; made when needed.
  MapEngineClient(const QString& program, QString project, const QString& cacheFolder, EnginePatience patience = {},
                  QObject* parent = nullptr);

  void show(const ViewPort& view, double devicePixelRatio, const QString& style) override;
  bool paint(QPainter& painter, const ViewPort& view) override { return ground_.paint(painter, view); }
  void setOccupied(const std::vector<QRectF>& extents) override { ground_.setOccupied(extents); }
  [[nodiscard]] bool settled() const override { return state_ == State::ready && ground_.complete(); }
  [[nodiscard]] State state() const override { return state_; }
  [[nodiscard]] std::optional<Error> trouble() const override { return trouble_; }
  [[nodiscard]] std::optional<Instant> silentSince() const override { return process_.silentSince(); }
  [[nodiscard]] std::optional<QRectF> home() const override { return home_; }
  [[nodiscard]] std::vector<MapLayer> layers() const override { return layers_; }
  [[nodiscard]] QSet<QString> hidden() const override { return hidden_; }
  void setHidden(const QSet<QString>& ids) override;
  quint64 identify(QPointF map, double toleranceM) override;
  quint64 draw(const Picture& wish) override;
  /// Whether the view is painted as it should be, by an engine or from disk.
  [[nodiscard]] bool complete() const { return ground_.complete(); }
  /// Whether the surroundings of the view are there as well.
  [[nodiscard]] bool idle() const { return ground_.idle(); }
  [[nodiscard]] EngineProcess& process() { return process_; }

 private:
  void take(EngineParcel& parcel);
  void drawn(const protocol::Rendered& rendered, const QImage& image);
  void handle(protocol::ProjectOpened& opened);
  void handle(protocol::Cancelled& cancelled);
  void handle(protocol::Identified& answer);
  void handle(protocol::Failure& failure);
  template <class Other>
  void handle(Other&) {}

  struct Drawing {
    quint64 request = 0;
    Picture wish;
    int again = 0;  ///< times that it was given up for another look of the map
  };
  void ask(const Drawing& drawing);
  /// @return false where the answer is not to draw().
  bool drawnForPaper(const protocol::Rendered& rendered, const QImage& image);
  bool failedForPaper(protocol::Generation generation, const Error& why);

  void openProject();
  void become(State state, std::optional<Error> trouble);
  void updateLook();
  /// Which layers are not in the picture; those it does not name are.
  void noteTroubles(const std::vector<protocol::LayerError>& errors);
  [[nodiscard]] std::optional<Error> troubleOfLayers() const;

  EngineProcess process_;
  QString project_;
  GroundFeed ground_;
  State state_ = State::starting;
  std::optional<Error> trouble_;
  std::optional<QRectF> home_;
  std::vector<MapLayer> layers_;
  QSet<QString> hidden_;
  QStringList broken_;  ///< layers that could not be opened
  QString style_;
  double ratio_ = 1;
  QHash<protocol::Generation, Drawing> drawings_;
  protocol::Generation opening_ = 0;
  protocol::Generation opened_ = 0;
  QTimer reopen_;
};

}  // namespace fengsui
