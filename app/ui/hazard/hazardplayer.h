// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "ui/hazard/framefeed.h"

namespace fengsui {

/// What a forecast says of one place.
struct HazardAtPlace {
  double value = 0;  ///< in the frame that is shown
  Instant at;        ///< of that frame
  /// Known once all frames have been looked through.
  struct Course {
    std::optional<Instant> first;  ///< when it reaches the first class
    double most = 0;
    std::optional<Instant> mostAt;
    Instant until;  ///< how far the forecast goes
  };
  std::optional<Course> course;
};

/// Plays the frames that a hazard model left: which of them is shown, at which moment, how fast it goes on.
///
/// While nothing was chosen it is the frame of now. The frame of a moment is the last one that is not later.
///
/// Thread: GUI. The file is read and coloured elsewhere; what is shown changes when its frame is there.
/// Errors: through failed(); what was shown before stays, but a damaged frame shows nothing.
class HazardPlayer : public QObject {
  Q_OBJECT

 public:
  explicit HazardPlayer(QObject* parent = nullptr);

  /// @p file: *.frames, which may still be growing.
  void show(const QString& file);
  void hide();
  /// The file has grown.
  void refresh() { feed_.refresh(); }

  /// Whether there are frames to be played.
  [[nodiscard]] bool shown() const { return feed_.header() && !feed_.afterMs().empty(); }
  [[nodiscard]] const QString& file() const { return path_; }
  /// @pre shown().
  [[nodiscard]] const FramesHeader& header() const { return *feed_.header(); }
  [[nodiscard]] const std::vector<std::int64_t>& afterMs() const { return feed_.afterMs(); }
  [[nodiscard]] Instant momentOf(std::size_t frame) const { return header().start.plusMs(afterMs()[frame]); }
  [[nodiscard]] Instant first() const { return momentOf(0); }
  [[nodiscard]] Instant last() const { return momentOf(afterMs().size() - 1); }

  /// Shows the frame of this moment; before the first one the first, after the last one the last.
  void setMoment(Instant moment);
  /// Goes on with the clock.
  void followNow();
  /// The desk looks at this moment of the past: nothing is shown where the forecast does not cover it.
  void lookBackTo(Instant moment);
  [[nodiscard]] bool follows() const { return mode_ == Mode::now; }

  void play();
  void pause();
  [[nodiscard]] bool playing() const { return tick_.isActive(); }
  /// How much of the forecast goes by in a second.
  void setSpeed(std::int64_t msPerSecond);
  [[nodiscard]] std::int64_t speed() const { return speed_; }
  /// So many frames on, or back; playing stops.
  void step(int frames);

  /// The frame that is to be shown; nothing where none is.
  [[nodiscard]] std::optional<std::size_t> frame() const { return wanted_; }
  /// Its moment.
  [[nodiscard]] std::optional<Instant> moment() const;
  /// What is painted: that frame, or the one before as long as it is being read. May be nullptr.
  [[nodiscard]] const std::shared_ptr<const HazardFrame>& painted() const { return painted_; }
  /// Why the frame that is to be shown cannot be.
  [[nodiscard]] const Error* trouble() const { return wanted_ ? feed_.troubleOf(*wanted_) : nullptr; }
  /// Whether all that was asked for is there.
  [[nodiscard]] bool settled() const { return feed_.settled(); }

  /// In the frame that is painted; nothing outside of the forecast.
  [[nodiscard]] std::optional<double> valueAt(Position where) const;
  [[nodiscard]] std::optional<HazardAtPlace> atPlace(Position where) const;

  [[nodiscard]] FrameFeed& feed() { return feed_; }

 signals:
  /// Another frame, more frames, playing or not, shown or hidden.
  void changed();
  void failed(const fengsui::Error& error);

 private:
  enum class Mode { now, chosen, past };

  void choose(std::optional<std::size_t> frame);
  void follow();
  void advance();
  [[nodiscard]] bool nearer(std::size_t index) const;
  void take(std::size_t index);
  [[nodiscard]] std::optional<std::size_t> frameOf(Instant moment) const;

  FrameFeed feed_;
  QString path_;
  Mode mode_ = Mode::now;
  Instant moment_;  ///< that was chosen, looked back to, or that playing has come to
  std::optional<std::size_t> wanted_;
  std::shared_ptr<const HazardFrame> painted_;
  int ahead_ = 1;
  std::int64_t speed_;
  QTimer tick_;
  QElapsedTimer since_;
  QTimer clock_;
};

}  // namespace fengsui
