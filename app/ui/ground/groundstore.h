// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>
#include <memory>
#include <vector>

#include "ui/ground/groundfile.h"

namespace fengsui {

/// What a project's pictures depend on: its own text, and which files of data it names, how large and from when.
///
/// Thread: any; reads the project and asks the file system about the rest.
[[nodiscard]] QString projectDigest(const QString& project);

/// The map images on disk, read and written in a thread of its own.
///
/// Thread: GUI. Every question is answered by a signal, in the order in which they were asked. There are no errors:
/// what cannot be read is not there.
class GroundStore : public QObject {
  Q_OBJECT

 public:
  /// @p folder may not exist yet; the file in it stays within about @p limitBytes.
  GroundStore(const QString& folder, std::int64_t limitBytes, QObject* parent = nullptr);
  /// Waits for what is being written, some ten milliseconds for each image.
  ~GroundStore() override;

  void look(const QString& project);
  void list(const QString& key);
  void read(const QString& key, const GroundPiece& piece);
  void write(const QString& key, const GroundPiece& piece, const QImage& image);

 signals:
  void looked(const QString& digest);
  void listed(const QString& key, const std::vector<fengsui::GroundPiece>& pieces);
  /// A null image where it is not there any more.
  void loaded(const QString& key, const fengsui::GroundPiece& piece, const QImage& image);

 private:
  template <class Work>
  void run(Work work);

  QThread thread_;
  QObject* worker_;
  std::unique_ptr<GroundFile> file_;  ///< made, used and ended in the thread
};

}  // namespace fengsui
