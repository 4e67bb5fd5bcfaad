// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/consultationform.h"

#include <QLineEdit>
#include <QRegularExpression>

#include "ui/forms/momenttext.h"
#include "ui/forms/warningform.h"
#include "ui/look/language.h"

namespace fengsui {

ConsultationForm::ConsultationForm(Desk& desk, QWidget* parent)
    : InlineForm(desk, "consultationForm", parent),
      title_(addText("consultationTitle")),
      at_(addText("consultationAt")),
      present_(addText("consultationPresent")),
      area_(addText("consultationArea")),
      peak_(addText("consultationPeak")),
      conclusions_(addText("consultationConclusions")),
      ranking_(addText("consultationRanking")),
      signed_(addText("consultationSigned")) {
  ConsultationForm::retranslate();
}

void ConsultationForm::retranslate() {
  say(title_, tr("About"));
  say(at_, tr("When"));
  at_->setPlaceholderText(tr("19:40; empty: now"));
  say(present_, tr("Who was there"));
  say(area_, tr("Where it will hit"));
  say(peak_, tr("When it will be worst"));
  say(conclusions_, tr("Conclusions"));
  conclusions_->setPlaceholderText(tr("several between semicolons"));
  say(ranking_, tr("Most endangered first"));
  ranking_->setPlaceholderText(tr("place=why, between semicolons"));
  say(signed_, tr("Who signed"));
  setHead(tr("Record of a consultation"));
  setConfirm(tr("Keep (Enter)"));
}

void ConsultationForm::openFor(const std::optional<Id<Incident>>& incident) {
  incident_ = incident;
  for (QLineEdit* field : {title_, at_, present_, area_, peak_, conclusions_, ranking_, signed_}) field->clear();
  open(incident ? qs(incident->text()) : QStringLiteral("new"));
}

void ConsultationForm::confirm() {
  static const QRegularExpression between(QStringLiteral("[;；]+"));
  const auto lines = [](const QLineEdit* field) {
    std::vector<std::string> all;
    for (const QString& part : field->text().split(between, Qt::SkipEmptyParts))
      if (const QString line = part.trimmed(); !line.isEmpty()) all.push_back(line.toStdString());
    return all;
  };
  const Instant now = systemNow();
  const auto at = momentFrom(at_->text().toStdString(), now, desk_.session().timeZone());
  if (!at) return desk_.refuse(at.error());
  Consultation made;
  made.id.uuid = Uuid::v7(now);
  made.title = title_->text().trimmed().toStdString();
  if (made.title.empty())
    return desk_.refuse({ErrorCode::invalid, {"say what the consultation was about", "请写明会商议题"}, {}, {}});
  made.incident = incident_;
  made.at = *at;
  made.present = partsOf(present_->text());
  made.area = area_->text().trimmed().toStdString();
  made.peak = peak_->text().trimmed().toStdString();
  made.conclusions = lines(conclusions_);
  for (const std::string& line : lines(ranking_)) {
    const auto equals = line.find('=');
    made.ranking.push_back({line.substr(0, equals), equals == std::string::npos ? "" : line.substr(equals + 1)});
  }
  for (const std::string& name : partsOf(signed_->text())) made.signatures.push_back({*at, name, {}});
  const std::string title = made.title;
  desk_.execute(Register<Consultation>{std::move(made)}, {"kept: " + title, "已登记：" + title}, [this] { done(); });
}

}  // namespace fengsui
