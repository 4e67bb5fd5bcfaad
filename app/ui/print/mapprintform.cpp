// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/mapprintform.h"

#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QStandardPaths>

#include "ui/forms/choices.h"
#include "ui/look/tokens.h"

namespace fengsui {
namespace {

constexpr int kWidth = 420;

QString usualFile(const Desk& desk) {
  QString moment = qs(desk.session().timeZone().local(systemNow())).left(16);
  moment.replace(u' ', u'-').remove(u':');
  return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/map-") + moment +
         QStringLiteral(".pdf");
}

}  // namespace

MapPrintForm::MapPrintForm(Desk& desk, QWidget* window)
    : InlineForm(desk, "mapPrintForm", window),
      what_(addChoice("printWhat")),
      paper_(addChoice("printPaper")),
      colours_(addChoice("printColours")),
      then_(addChoice("printThen")),
      file_(addText("printFile")) {
  setFixedWidth(kWidth);
  MapPrintForm::retranslate();
}

void MapPrintForm::openAt(const QRect& map, bool foresees) {
  ask(what_, foresees);
  if (!foresees) what_->setCurrentIndex(0);
  file_->setText(usualFile(desk_));
  adjustSize();
  move(map.center().x() - width() / 2, map.top() + 4 * kUnit);
  open(QStringLiteral("print"));
}

void MapPrintForm::retranslate() {
  refill(*what_, [this] {
    what_->addItem(tr("the map with the moment that it shows"), QStringLiteral("moment"));
    what_->addItem(tr("the greatest value at each place, and who is hit when"), QStringLiteral("maximum"));
    what_->addItem(tr("the forecast in six small maps, and who is hit when"), QStringLiteral("series"));
  });
  refill(*paper_, [this] {
    paper_->addItem(tr("A4 landscape"), QStringLiteral("A4-landscape"));
    paper_->addItem(tr("A4 portrait"), QStringLiteral("A4-portrait"));
    paper_->addItem(tr("A3 landscape"), QStringLiteral("A3-landscape"));
    paper_->addItem(tr("A3 portrait"), QStringLiteral("A3-portrait"));
  });
  refill(*colours_, [this] {
    colours_->addItem(tr("in colour"), QStringLiteral("colour"));
    colours_->addItem(tr("in greys with hatching, for copiers and fax"), QStringLiteral("grey"));
  });
  refill(*then_, [this] {
    then_->addItem(tr("open it, to send it to a printer"), QStringLiteral("open"));
    then_->addItem(tr("nothing"), QStringLiteral("keep"));
  });
  say(what_, tr("Print"));
  say(paper_, tr("Paper"));
  say(colours_, tr("Colours"));
  say(file_, tr("PDF file"));
  say(then_, tr("Then"));
  setHead(tr("Print the map"));
  setConfirm(tr("Print (Enter)"));
}

void MapPrintForm::confirm() {
  MapPrintWish wish;
  const QString what = what_->currentData().toString(), paper = paper_->currentData().toString();
  if (what == QLatin1String("series")) wish.what = MapPrintWish::What::series;
  if (what == QLatin1String("maximum")) wish.what = MapPrintWish::What::maximum;
  wish.a3 = paper.startsWith(QLatin1String("A3"));
  wish.landscape = paper.endsWith(QLatin1String("landscape"));
  wish.grey = colours_->currentData().toString() == QLatin1String("grey");
  wish.file = file_->text().trimmed();
  if (wish.file.isEmpty()) {
    desk_.refuse({ErrorCode::invalid, {"say which file the map is printed to", "请填写打印到的文件"}, {}, {}});
    return file_->setFocus();
  }
  if (!wish.file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) wish.file += QStringLiteral(".pdf");
  wish.file = QDir::home().absoluteFilePath(wish.file);
  const bool open = then_->currentData().toString() == QLatin1String("open");
  done();
  emit wanted(wish, open);
}

}  // namespace fengsui
