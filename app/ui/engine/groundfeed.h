// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>
#include <QTimer>

#include "ui/engine/engineprocess.h"
#include "ui/ground/groundplan.h"
#include "ui/ground/groundstore.h"

namespace fengsui {

/// How the ground is to look. Pictures of two looks are never mixed.
struct GroundLook {
  QString style;
  double ratio = 1;
  QStringList hidden;  ///< sorted ids of layers that are left out
  QStringList broken;  ///< sorted ids of layers that could not be opened: they are missing in every picture

  bool operator==(const GroundLook&) const = default;
};

/// Brings the ground of the view together: from memory, from disk, and from the engine what is nowhere yet; then, while
/// nothing moves, what lies around.
///
/// Thread: GUI; the disk has its own.
class GroundFeed : public QObject {
  Q_OBJECT

 public:
  /// @p project: what the pictures are made from; @p folder: where they are kept.
  GroundFeed(EngineProcess& engine, QString project, const QString& folder, QObject* parent = nullptr);

  void setLook(const GroundLook& look);
  /// Names of the map that would lie under these parts of it are left out.
  void setOccupied(const std::vector<QRectF>& extents) { pictures_.setOccupied(extents); }
  void show(const ViewPort& view);
  bool paint(QPainter& painter, const ViewPort& view);
  [[nodiscard]] bool complete() const { return pictures_.complete(view_); }

  /// Whether nothing is left to do for this view and its surroundings.
  [[nodiscard]] bool idle() const;

  /// The engine has the project open now and may be asked.
  void begin();
  /// Nobody will answer what was asked.
  void pause();
  /// @return false where the answer is none of ours, or about a look that is gone.
  bool take(const protocol::Rendered& rendered, const QImage& image);
  bool drop(protocol::Generation generation);

 signals:
  void changed();

 private:
  struct Asked {
    bool view = false;
    GroundPiece piece;  ///< for the view its step and pixels
  };

  void changeKey(bool otherStyle);
  void advance();
  void advanceView();
  void advanceLabels(const GroundPiece& sheet);
  void ask(const Asked& asked);
  void loaded(const QString& key, const GroundPiece& piece, const QImage& image);
  void place(const GroundPiece& piece, const QImage& image);
  [[nodiscard]] QString keyText() const;
  [[nodiscard]] const Asked* asked(bool view, GroundPiece::Kind kind) const;
  [[nodiscard]] GroundStock stock() const;

  EngineProcess& engine_;
  QString project_;
  GroundStore store_;
  QString digest_;  ///< empty until the project has been looked at
  GroundLook look_;
  ViewPort view_;
  QString key_;
  bool listed_ = false;  ///< whether it is known what the disk has under the key
  bool open_ = false;
  GroundPictures pictures_;
  QSet<GroundPiece> onDisk_;
  QSet<GroundPiece> loading_;
  QHash<protocol::Generation, Asked> asked_;
  QSet<GroundPiece> makeshift_;  ///< tiles without a layer that was silent: drawn again after a while
  QTimer still_;
  QTimer again_;
};

}  // namespace fengsui
