// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <map>
#include <memory>
#include <optional>

#include "ui/hazard/framecolours.h"
#include "ui/hazard/hazardframe.h"
#include "ui/session/latestjob.h"

namespace fengsui {

/// Frames of one file, read and coloured ahead of whoever looks at them: first the frame that is wanted, then those
/// that come next, then all of them once for what each place goes through.
///
/// Thread: GUI; the file is only ever touched by one other thread. Keeps as many frames as the limit of memory allows,
/// but always the one that is wanted.
class FrameFeed : public QObject {
  Q_OBJECT

 public:
  explicit FrameFeed(QObject* parent = nullptr);

  void open(const QString& file);
  void close();
  /// Looks whether the file has more frames by now.
  void refresh();
  /// @p ahead: +1 or -1, where the next ones will be looked for.
  void want(std::size_t frame, int ahead);
  /// Bytes; frames beyond are forgotten, the farthest first.
  void setMemoryLimit(std::size_t bytes);

  /// Nothing before the file is open.
  [[nodiscard]] const std::optional<FramesHeader>& header() const { return header_; }
  [[nodiscard]] const std::vector<std::int64_t>& afterMs() const { return afterMs_; }
  /// nullptr while it is not there.
  [[nodiscard]] std::shared_ptr<const HazardFrame> frame(std::size_t index) const;
  /// Why a frame cannot be shown.
  [[nodiscard]] const Error* troubleOf(std::size_t index) const;
  /// As far as it has been looked through; may be nullptr.
  [[nodiscard]] const std::shared_ptr<const HazardCourse>& course() const { return course_; }
  [[nodiscard]] std::uint32_t firstCount() const { return colours_ ? colours_->firstCount() : 0; }
  /// Whether the file is open, or cannot be, and the wanted frame is there.
  [[nodiscard]] bool settled() const;
  [[nodiscard]] std::size_t kept() const { return frames_.size(); }

 signals:
  /// There are frames to be asked for, or more than before.
  void grown();
  /// A frame is there, or has turned out not to be readable.
  void frameReady(std::size_t index);
  void courseKnown();
  /// The file, or a frame of it, cannot be read.
  void failed(const fengsui::Error& error);

 private:
  using Done = std::function<void()>;
  using Work = LatestJob<Done>::Work;

  [[nodiscard]] Work nextWork();
  [[nodiscard]] Work openWork();
  [[nodiscard]] Work refreshWork();
  [[nodiscard]] Work readWork(std::size_t index);
  [[nodiscard]] Work courseWork();
  [[nodiscard]] bool missing(std::size_t index) const;
  [[nodiscard]] std::size_t room() const;
  void forget();

  std::optional<QString> toOpen_;
  bool toRefresh_ = false;
  quint64 generation_ = 0;                ///< of the file; what was read from another one is dropped
  std::shared_ptr<FramesFile> file_;      ///< used by the one job that runs
  std::shared_ptr<HazardCourse> walked_;  ///< the same
  std::optional<FramesHeader> header_;
  std::vector<std::int64_t> afterMs_;
  std::shared_ptr<const FrameColours> colours_;
  std::map<std::size_t, std::shared_ptr<const HazardFrame>> frames_;
  std::map<std::size_t, Error> troubles_;
  std::shared_ptr<const HazardCourse> course_;
  std::size_t looked_ = 0;  ///< how many frames the course has seen
  std::size_t wanted_ = 0;
  int ahead_ = 1;
  std::size_t limit_;
  LatestJob<Done> job_;
};

}  // namespace fengsui
