// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QString>
#include <functional>

#include "documents/flow.h"
#include "documents/printed.h"

namespace fengsui {

/// What stands around the body of every page.
struct Furniture {
  QString left;   ///< which document: said again on each page, so that loose pages find each other
  QString right;  ///< whose
  QString foot;   ///< when printed
  QString mark;   ///< "草稿 DRAFT": on a striped band; empty for what is in force
  bool exercise = false;
  bool chinese = true;
  bool bare = false;  ///< a cover: the bands, and nothing else
};

struct Paper {
  QPageSize::PageSizeId size = QPageSize::A4;
  bool landscape = false;
  double sideMm = 12;

  [[nodiscard]] QSizeF page() const;
  /// Where the text of a page stands: the same with and without bands, so that an exercise breaks as the real thing.
  [[nodiscard]] QRectF body() const;
};

/// A PDF in the making: one flow after the other, each with pages counted from 1.
class Sheets {
 public:
  Sheets(const QString& title, const PrintWish& wish);
  /// @p before: pages of the same document that stand before it.
  void add(const Paper& paper, Flow& flow, const Furniture& furniture, int before = 0);
  /// A page that is drawn as a whole, the first of a document: @p draw gets the body of the paper, in the units of a
  /// page. @p after: pages of the document that follow.
  void add(const Paper& paper, const std::function<void(QPainter&, const QRectF&)>& draw, const Furniture& furniture,
           int after = 0);
  [[nodiscard]] Result<Printed> finish();

 private:
  void startPage(const Paper& paper);

  QByteArray bytes_;
  QBuffer buffer_;
  QPdfWriter writer_;
  QPainter painter_;
  int pages_ = 0;
};

/// The furniture of a document of that station, without its mark.
[[nodiscard]] Furniture furnitureFor(const PrintWish& wish, const QString& left);

}  // namespace fengsui
