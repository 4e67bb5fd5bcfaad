// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include "ui/desk/desk.h"
#include "ui/print/mapprint.h"

namespace fengsui {

class HazardPlayer;
class MapCanvas;
class ModelDesk;

/// Prints what the desk's map shows: asks for the ground, then sets the sheet and writes the file on another thread.
///
/// Thread: GUI. One print at a time. A base map that does not come is left out, and the sheet says so.
class MapPrinter : public QObject {
  Q_OBJECT

 public:
  MapPrinter(Desk& desk, MapCanvas& canvas, BaseMap& base, HazardPlayer& player, ModelDesk& models,
             QObject* parent = nullptr);
  /// Waits for the file that is being written.
  ~MapPrinter() override;

  /// Answered by printed() or failed(). Refused while another one is under way, and without a station.
  void print(const MapPrintWish& wish);
  [[nodiscard]] bool busy() const { return asked_ || setting_; }
  /// Whether there is a forecast on the map.
  [[nodiscard]] bool foresees() const;
  /// How long the base map may take. Units: milliseconds.
  void setPatience(int ms) { patience_.setInterval(ms); }

 signals:
  void printed(const QString& file, int pages);
  void failed(const fengsui::Error& error);
  void busyChanged();

 private:
  void take(quint64 request, const MapImage& image, const std::optional<Error>& trouble);
  void set();

  Desk& desk_;
  MapCanvas& canvas_;
  BaseMap& base_;
  HazardPlayer& player_;
  ModelDesk& models_;
  MapPrintMatter matter_;  ///< of the print that is under way
  quint64 request_ = 0;
  bool asked_ = false;
  bool setting_ = false;
  QTimer patience_;
  QObject receiver_;
  QThreadPool pool_;
};

}  // namespace fengsui
