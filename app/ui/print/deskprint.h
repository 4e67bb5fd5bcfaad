// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/mapprinter.h"

namespace fengsui {

class MapPrintForm;

/// Printing at the desk, joined: the form that asks, the printer, and what the operator is told.
///
/// Thread: GUI.
class DeskPrint : public QObject {
  Q_OBJECT

 public:
  DeskPrint(Desk& desk, MapCanvas& canvas, BaseMap& base, HazardPlayer& player, ModelDesk& models, QWidget* window);

  [[nodiscard]] MapPrinter& printer() { return *printer_; }
  [[nodiscard]] bool busy() const { return printer_->busy(); }
  /// Opens the form, or closes it.
  void ask();
  /// Closes the form. @return whether it was open.
  bool giveUp();

 private:
  Desk& desk_;
  MapCanvas& canvas_;
  MapPrinter* printer_;
  MapPrintForm* form_;
  bool open_ = false;  ///< what is printed is opened in the program for PDF files
};

}  // namespace fengsui
