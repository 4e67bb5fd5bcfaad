// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/figureform.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QSpinBox>

#include "ui/forms/choices.h"
#include "ui/forms/momenttext.h"
#include "ui/look/language.h"

namespace fengsui {
namespace {

constexpr int kMostPeople = 10'000'000;

}  // namespace

FigureForm::FigureForm(Desk& desk, QWidget* parent)
    : InlineForm(desk, "figureForm", parent),
      kind_(addChoice("figureKind")),
      count_(addNumber("count", 0, kMostPeople)),
      source_(addText("source")),
      cutOff_(addText("cutOff")),
      verification_(addChoice("verification")) {
  FigureForm::retranslate();
}

void FigureForm::openFor(const Incident& incident) {
  incident_ = incident.id;
  title_ = qs(incident.title);
  // Whose count is asked for every time; those who counted here before are offered.
  QStringList sources;
  for (const Figure& figure : incident.figures)
    if (!sources.contains(qs(figure.source))) sources << qs(figure.source);
  auto* completer = new QCompleter(sources, source_);
  completer->setFilterMode(Qt::MatchContains);
  source_->setCompleter(completer);
  kind_->setCurrentIndex(kind_->findData(QStringLiteral("trapped")));
  count_->setValue(0);
  source_->setText(sources.isEmpty() ? QString() : sources.last());
  cutOff_->clear();
  verification_->setCurrentIndex(verification_->findData(QStringLiteral("pending")));
  retranslate();
  open(qs(incident.id.uuid.text()));
  count_->selectAll();
}

void FigureForm::retranslate() {
  fillChoice<FigureKind>(*kind_);
  fillChoice<Verification>(*verification_);
  say(kind_, tr("Figure"));
  say(count_, tr("People"));
  say(source_, tr("Whose count"));
  say(cutOff_, tr("As of"));
  say(verification_, tr("Verified"));
  cutOff_->setPlaceholderText(tr("now; 1405 or 2026-07-20 14:05"));
  source_->setPlaceholderText(tr("town, police, health office …"));
  setHead(tr("People at %1").arg(title_));
  setConfirm(tr("Record (Enter)"));
}

void FigureForm::confirm() {
  const auto cutOff = momentFrom(cutOff_->text().toStdString(), systemNow(), desk_.session().timeZone());
  if (!cutOff) {
    desk_.refuse(cutOff.error());
    cutOff_->setFocus();
    return;
  }
  Figure figure;
  figure.kind = chosen<FigureKind>(*kind_);
  figure.count = count_->value();
  figure.source = source_->text().trimmed().toStdString();
  figure.cutOff = *cutOff;
  figure.verification = chosen<Verification>(*verification_);
  const Text what = textOf(figure.kind);
  const std::string many = std::to_string(figure.count);
  desk_.execute(ReportFigure{incident_, figure},
                {what.en + " " + many + ", counted by " + figure.source, figure.source + "：" + what.zh + many + "人"},
                [this] { done(); });
}

}  // namespace fengsui
