// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRect>
#include <QString>
#include <cstdint>
#include <vector>

#include "journal/sqlite.h"

namespace fengsui {

/// What an image of the cache shows: a tile or a sheet of labels, at its place on the TileGrid of its step.
struct GroundPiece {
  enum class Kind { tile, labels };
  Kind kind = Kind::tile;
  int step = 0;
  QRect pixels;

  bool operator==(const GroundPiece&) const = default;
};

[[nodiscard]] inline std::size_t qHash(const GroundPiece& piece, std::size_t seed = 0) {
  return qHashMulti(seed, static_cast<int>(piece.kind), piece.step, piece.pixels.x(), piece.pixels.y(),
                    piece.pixels.width(), piece.pixels.height());
}

/// One SQLite file of map images that were drawn before, the least recently used thrown away first.
///
/// Images are raw pixels under zstd: read four times as fast as PNG and hardly larger (FIGURES.md of the engine).
/// Several programs may have the file open. What cannot be read or written is as if it were not there.
///
/// Thread: one at a time.
class GroundFile {
 public:
  /// Makes the folder and the file where they are missing, and anew where the file is damaged or another version's.
  GroundFile(QString folder, std::int64_t limitBytes);
  ~GroundFile();
  GroundFile(const GroundFile&) = delete;
  GroundFile& operator=(const GroundFile&) = delete;

  /// Whether there is a file to work with.
  [[nodiscard]] bool usable() const { return open_; }

  /// All that is there under a key: what was drawn, how, from what.
  [[nodiscard]] std::vector<GroundPiece> pieces(const QString& key);
  /// Null where it is not there any more.
  [[nodiscard]] QImage read(const QString& key, const GroundPiece& piece);
  void write(const QString& key, const GroundPiece& piece, const QImage& image);
  /// Remembers what was read, for the order in which things are thrown away; and throws away.
  void tidy();

 private:
  [[nodiscard]] Outcome openFile();
  [[nodiscard]] Result<std::int64_t> keyId(const QString& key);
  [[nodiscard]] Outcome throwAway();
  /// Damaged: throws the file away and begins again. Anything else is left for the next attempt.
  void giveIn(const Error& error);
  void removeFile();

  QString folder_;
  std::string path_;
  std::int64_t limitBytes_;
  Sqlite db_;
  bool open_ = false;
  int made_ = 0;              ///< how often the file had to be made again
  std::int64_t written_ = 0;  ///< since the last tidy()
  std::vector<std::int64_t> readRows_;
};

}  // namespace fengsui
