// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/warningform.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>

#include "ui/forms/choices.h"
#include "ui/forms/momenttext.h"

namespace fengsui {

std::vector<std::string> partsOf(const QString& list) {
  static const QRegularExpression between(QStringLiteral("[、，,;；]+"));
  std::vector<std::string> parts;
  for (const QString& part : list.split(between, Qt::SkipEmptyParts))
    if (const QString name = part.trimmed(); !name.isEmpty()) parts.push_back(name.toStdString());
  return parts;
}

WarningForm::WarningForm(Desk& desk, QWidget* parent)
    : InlineForm(desk, "warningForm", parent),
      kind_(addText("warningKind")),
      colour_(addChoice("warningColour")),
      issuer_(addText("warningIssuer")),
      number_(addText("warningNumber")),
      signer_(addText("warningSigner")),
      signedAt_(addText("warningSignedAt")),
      until_(addText("warningUntil")),
      towns_(addText("warningTowns")),
      words_(addText("warningWords")) {
  WarningForm::retranslate();
}

void WarningForm::retranslate() {
  fillChoice<WarningColour>(*colour_);
  say(kind_, tr("Kind"));
  kind_->setPlaceholderText(tr("the bureau's word: rainstorm, flash flood …"));
  say(colour_, tr("Colour"));
  say(issuer_, tr("Issued by"));
  say(number_, tr("Number"));
  say(signer_, tr("Signed by"));
  say(signedAt_, tr("Signed at"));
  signedAt_->setPlaceholderText(tr("14:05; empty: now"));
  say(until_, tr("Until"));
  until_->setPlaceholderText(tr("20:00; empty: until it is lifted"));
  say(towns_, tr("Towns"));
  towns_->setPlaceholderText(tr("empty: the whole district"));
  say(words_, tr("Its words"));
  setHead(tr("A warning was issued"));
  setConfirm(tr("Record (Enter)"));
}

void WarningForm::openNew() {
  colour_->setCurrentIndex(0);
  for (QLineEdit* field : {kind_, issuer_, number_, signer_, signedAt_, until_, towns_, words_}) field->clear();
  open(QStringLiteral("new"));
}

void WarningForm::confirm() {
  IssueWarning command;
  Warning& warning = command.warning;
  const TimeZone& zone = desk_.session().timeZone();
  const Instant now = systemNow();
  warning.id.uuid = Uuid::v7(now);
  warning.kind = kind_->text().trimmed().toStdString();
  warning.colour = chosen<WarningColour>(*colour_);
  warning.issuer = issuer_->text().trimmed().toStdString();
  warning.number = number_->text().trimmed().toStdString();
  warning.signedBy = signer_->text().trimmed().toStdString();
  warning.towns = partsOf(towns_->text());
  warning.text = words_->text().trimmed().toStdString();
  const auto signedAt = momentFrom(signedAt_->text().toStdString(), now, zone);
  if (!signedAt) return desk_.refuse(signedAt.error());
  warning.signedAt = *signedAt;
  if (const std::string written = until_->text().trimmed().toStdString(); !written.empty()) {
    const auto until = momentFrom(written, now, zone);
    if (!until) return desk_.refuse(until.error());
    // "06:00" is read as the last one; a warning ends at the next.
    constexpr std::int64_t kDayMs = 24 * 3600 * 1000;
    warning.until = until->ms <= now.ms && written.size() <= 5 ? until->plusMs(kDayMs) : *until;
  }
  const std::string name = warning.kind;
  desk_.execute(std::move(command), {"warning recorded: " + name, "预警已登记：" + name}, [this] { done(); });
}

}  // namespace fengsui
