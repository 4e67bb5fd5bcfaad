// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/decideform.h"

#include <QComboBox>
#include <QLineEdit>
#include <QScrollArea>

#include "ui/desk/figurefacts.h"
#include "ui/forms/choices.h"
#include "ui/look/language.h"
#include "ui/look/wording.h"
#include "ui/panels/factsheet.h"

namespace fengsui {
namespace {

constexpr int kHistoryHeight = 168;

QString keyOf(const Figure& figure) {
  return qs(nameOf(figure.kind).code) + u'|' + qs(figure.source);
}

}  // namespace

DecideForm::DecideForm(Desk& desk, QWidget* parent)
    : InlineForm(desk, "decideForm", parent),
      figure_(addChoice("whoseFigure")),
      what_(addChoice("ruling")),
      reason_(addText("decideReason")),
      scroll_(new QScrollArea(this)),
      sheet_(new FactSheet) {
  sheet_->setObjectName(QStringLiteral("figureHistory"));
  scroll_->setWidget(sheet_);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFixedHeight(kHistoryHeight);
  addUnder(scroll_);
  connect(figure_, &QComboBox::currentIndexChanged, this, &DecideForm::showChosen);
  connect(what_, &QComboBox::currentIndexChanged, this, &DecideForm::showChosen);
  connect(&desk_, &Desk::shownChanged, this, [this] {
    if (!isVisible()) return;
    fillFigures();
    readHistory();
  });
  DecideForm::retranslate();
}

const Incident* DecideForm::incident() const {
  return desk_.shown() ? desk_.shown()->find(incident_) : nullptr;
}

std::optional<Figure> DecideForm::chosenFigure() const {
  const QString key = figure_->currentData().toString();
  if (const Incident* here = incident())
    for (const Figure& figure : here->figures)
      if (keyOf(figure) == key) return figure;
  return std::nullopt;
}

bool DecideForm::takingBack() const {
  return what_->currentData().toString() == QLatin1String("wrong");
}

void DecideForm::openFor(const Incident& incident) {
  incident_ = incident.id;
  history_.reset();
  confirmWhenRead_ = false;
  reason_->clear();
  what_->setCurrentIndex(0);
  retranslate();
  // What is not decided yet is asked first.
  int first = 0;
  for (int i = figure_->count() - 1; i >= 0; --i) {
    const QString kind = figure_->itemData(i).toString().section(u'|', 0, 0);
    int same = 0;
    bool decided = false;
    for (const Figure& figure : incident.figures)
      if (qs(nameOf(figure.kind).code) == kind) {
        ++same;
        decided = decided || figure.decided;
      }
    if (same > 1 && !decided) first = i;
  }
  figure_->setCurrentIndex(first);
  open(qs(incident.id.uuid.text()));
  readHistory();
  showChosen();
}

void DecideForm::fillFigures() {
  const QSignalBlocker quiet(figure_);
  const QString kept = figure_->currentData().toString();
  figure_->clear();
  if (const Incident* here = incident())
    for (const Figure& figure : here->figures) figure_->addItem(FigureFacts::one(figure), keyOf(figure));
  figure_->setCurrentIndex(std::max(0, figure_->findData(kept)));
  showChosen();
}

void DecideForm::readHistory() {
  const auto about = incident_;
  desk_.session().eventsOf(
      about.uuid,
      {std::string(FigureReported::type), std::string(FigureWithdrawn::type), std::string(FigureDecided::type)}, this,
      [this, about](const Result<std::vector<Event>>& found) {
        if (about != incident_ || !isVisible()) return;
        if (!found) {
          desk_.refuse(found.error());
          return;
        }
        history_ = *found;
        showChosen();
        if (std::exchange(confirmWhenRead_, false)) confirm();
      });
}

void DecideForm::showChosen() {
  const auto figure = chosenFigure();
  reason_->setEnabled(!takingBack());
  if (!figure) {
    sheet_->show({});
    setConfirm(tr("No figure has been recorded yet"));
    return;
  }
  const Instant now = desk_.moment();
  sheet_->show(history_ ? FigureFacts::history(*history_, figure->kind, now, desk_.session().timeZone())
                        : std::vector<Facts::Line>{});
  const QString count = Wording::count(figure->count);
  const QString what = inSentence(textOf(figure->kind));
  if (!takingBack()) {
    setConfirm(tr("%1 holds: %2 %3 (Enter)").arg(qs(figure->source), what, count));
    return;
  }
  const Event* entry = history_ ? entryOf(*history_, *figure) : nullptr;
  const auto& before = entry ? std::get<FigureReported>(entry->body).replaces : std::nullopt;
  setConfirm(before ? tr("Take back %1 of %2: %3 stands again (Enter)")
                          .arg(count, qs(figure->source), Wording::count(before->count))
                    : tr("Take back %1 %2 of %3 (Enter)").arg(what, count, qs(figure->source)));
}

void DecideForm::retranslate() {
  refill(*what_, [&] {
    what_->addItem(tr("this count holds"), QStringLiteral("holds"));
    what_->addItem(tr("this count was wrong: take it back"), QStringLiteral("wrong"));
  });
  say(figure_, tr("Count"));
  say(what_, tr("Ruling"));
  say(reason_, tr("Because"));
  reason_->setPlaceholderText(tr("checked on the spot, list of names …"));
  const Incident* here = incident();
  setHead(tr("Whose count holds at %1").arg(here ? qs(here->title) : QString()));
  fillFigures();
}

void DecideForm::confirm() {
  const auto figure = chosenFigure();
  if (!figure) return;
  const Text what = textOf(figure->kind);
  const std::string many = std::to_string(figure->count);
  if (!takingBack()) {
    desk_.execute(DecideFigure{incident_, figure->kind, figure->source, reason_->text().trimmed().toStdString()},
                  {what.en + " " + many + ": the count of " + figure->source + " holds",
                   what.zh + many + "人：以" + figure->source + "为准"},
                  [this] { done(); });
    return;
  }
  if (!history_) {
    confirmWhenRead_ = true;
    return;
  }
  const Event* entry = entryOf(*history_, *figure);
  if (!entry) {
    desk_.refuse({ErrorCode::notFound,
                  {"this count came with a table and has no entry of its own", "该数字随表格导入，没有单独的记录"},
                  {"record the right count in its place", "请直接录入正确的数字"},
                  {}});
    return;
  }
  desk_.takeBack(entry->header.ref,
                 {"taken back: " + what.en + " " + many + " of " + figure->source,
                  "已撤回：" + figure->source + "报" + what.zh + many + "人"},
                 [this] { done(); });
}

}  // namespace fengsui
