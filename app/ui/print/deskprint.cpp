// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/deskprint.h"

#include <QDesktopServices>
#include <QUrl>

#include "ui/canvas/mapcanvas.h"
#include "ui/look/tokens.h"
#include "ui/print/mapprintform.h"

namespace fengsui {

DeskPrint::DeskPrint(Desk& desk, MapCanvas& canvas, BaseMap& base, HazardPlayer& player, ModelDesk& models,
                     QWidget* window)
    : QObject(window),
      desk_(desk),
      canvas_(canvas),
      printer_(new MapPrinter(desk, canvas, base, player, models, this)),
      form_(new MapPrintForm(desk, window)) {
  connect(form_, &MapPrintForm::wanted, this, [this](const MapPrintWish& wish, bool open) {
    open_ = open;
    printer_->print(wish);
  });
  connect(form_, &InlineForm::closed, &canvas_, [this] { canvas_.setFocus(); });
  connect(printer_, &MapPrinter::failed, this, [this](const Error& error) {
    emit desk_.noticed({Notice::Tone::trouble, std::nullopt, error, false});
  });
  connect(printer_, &MapPrinter::printed, this, [this](const QString& file, int pages) {
    const std::string name = file.toStdString(), count = std::to_string(pages);
    emit desk_.noticed({Notice::Tone::done,
                        Text{"map printed to " + name + (pages > 1 ? ", " + count + " pages" : ""),
                             "地图已打印至 " + name + (pages > 1 ? "，共 " + count + " 页" : "")},
                        std::nullopt, false});
    if (std::exchange(open_, false)) QDesktopServices::openUrl(QUrl::fromLocalFile(file));
  });
}

void DeskPrint::ask() {
  if (form_->isVisible()) return form_->close();
  const QRect map(canvas_.mapTo(form_->parentWidget(), QPoint()), canvas_.size());
  form_->openAt(map, printer_->foresees());
}

bool DeskPrint::giveUp() {
  if (!form_->isVisible()) return false;
  form_->close();
  return true;
}

}  // namespace fengsui
