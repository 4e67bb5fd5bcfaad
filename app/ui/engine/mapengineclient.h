// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/basemap.h"
#include "ui/engine/engineprocess.h"

namespace fengsui {

/// The base map drawn by the map engine from a QGIS project.
///
/// Thread: GUI. A dead or slow engine costs the map's freshness and nothing else: the last image stays.
class MapEngineClient : public BaseMap {
  Q_OBJECT

 public:
  MapEngineClient(const QString& program, QString project, QObject* parent = nullptr);

  void show(const ViewPort& view, double devicePixelRatio, const QString& style) override;
  bool paint(QPainter& painter, const ViewPort& view) override;
  [[nodiscard]] bool settled() const override;
  [[nodiscard]] State state() const override { return state_; }
  [[nodiscard]] std::optional<Error> trouble() const override { return trouble_; }
  [[nodiscard]] std::optional<QRectF> home() const override { return home_; }
  [[nodiscard]] std::vector<MapLayer> layers() const override { return layers_; }
  [[nodiscard]] QSet<QString> hidden() const override { return hidden_; }
  void setHidden(const QSet<QString>& ids) override;
  quint64 identify(QPointF map, double toleranceM) override;
  [[nodiscard]] EngineProcess& process() { return process_; }

 private:
  struct Wanted {
    ViewPort view;
    double ratio = 1;
    QString style;
  };

  void take(EngineParcel& parcel);
  void draw(const protocol::Rendered& rendered, QImage image);
  void handle(protocol::ProjectOpened& opened);
  void handle(protocol::Cancelled& cancelled);
  void handle(protocol::Identified& answer);
  void handle(protocol::Failure& failure);
  template <class Other>
  void handle(Other&) {}

  void openProject();
  void become(State state, std::optional<Error> trouble);
  void sendWanted();
  /// Which layers are not in the picture; those it does not name are.
  void noteTroubles(const std::vector<protocol::LayerError>& errors);
  [[nodiscard]] std::optional<Error> troubleOfLayers() const;

  EngineProcess process_;
  QString project_;
  State state_ = State::starting;
  std::optional<Error> trouble_;
  std::optional<QRectF> home_;
  std::vector<MapLayer> layers_;
  QSet<QString> hidden_;
  MapImage ground_;
  protocol::Generation generation_ = 0;
  protocol::Generation opening_ = 0;
  protocol::Generation rendering_ = 0;  ///< 0: nothing is under way
  std::optional<Wanted> wanted_;        ///< not sent yet
  std::optional<Wanted> last_;          ///< asked again when the engine has been replaced
  QTimer still_;
  QTimer reopen_;
};

}  // namespace fengsui
