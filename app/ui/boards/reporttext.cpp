// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/reporttext.h"

#include <QJsonObject>
#include <QLabel>
#include <QPointer>
#include <QVBoxLayout>

#include "ui/look/language.h"
#include "ui/look/tokens.h"

namespace fengsui {
namespace {

/// As high as its words are.
class GrowingText : public QPlainTextEdit {
 public:
  explicit GrowingText(QWidget* parent) : QPlainTextEdit(parent) {
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QPlainTextEdit::textChanged, this, [this] { fit(); });
  }

 protected:
  void resizeEvent(QResizeEvent* event) override {
    QPlainTextEdit::resizeEvent(event);
    fit();
  }

 private:
  void fit() {
    // A plain text is measured in lines.
    const int lines = std::max(1, static_cast<int>(document()->size().height()));
    const int height =
        lines * fontMetrics().lineSpacing() + static_cast<int>(2 * document()->documentMargin()) + 2 * frameWidth() + 2;
    if (height != this->height()) setFixedHeight(height);
  }
};

}  // namespace

ReportText::ReportText(Drafts& drafts, QWidget* parent)
    : QWidget(parent), drafts_(drafts), lines_(new QVBoxLayout(this)) {
  setObjectName(QStringLiteral("reportText"));
  lines_->setContentsMargins(0, 0, kUnit, 0);
  lines_->setSpacing(4);
  lines_->addStretch(1);
}

QString ReportText::draftName() const {
  return QStringLiteral("report ") + qs(report_.text());
}

void ReportText::clear() {
  for (const Section& section : sections_) {
    section.label->deleteLater();
    section.text->deleteLater();
    section.label->hide();
    section.text->hide();
  }
  sections_.clear();
  report_ = {};
}

void ReportText::show(const DutyReport& report, bool editable) {
  const bool same = report.id == report_ && report.sections.size() == sections_.size();
  if (!same) {
    clear();
    report_ = report.id;
    for (const ReportSection& section : report.sections) {
      auto* label = new QLabel(qs(section.heading), this);
      label->setFont(typeOf(TypeSize::small, QFont::DemiBold));
      label->setForegroundRole(QPalette::PlaceholderText);
      auto* text = new GrowingText(this);
      text->setObjectName(QStringLiteral("section%1").arg(sections_.size()));
      label->setBuddy(text);
      connect(text, &QPlainTextEdit::textChanged, this, &ReportText::keep);
      lines_->insertWidget(lines_->count() - 1, label);
      lines_->insertWidget(lines_->count() - 1, text);
      sections_.push_back({qs(section.heading), label, text, {}});
    }
  }
  const QJsonObject draft = drafts_.of(draftName());
  filling_ = true;
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    Section& section = sections_[i];
    const QString recorded = qs(report.sections[i].text);
    const bool untouched = section.text->toPlainText() == section.recorded;
    section.recorded = recorded;
    QString words = untouched ? recorded : section.text->toPlainText();
    if (!same && draft.contains(section.heading)) words = draft.value(section.heading).toString();
    if (section.text->toPlainText() != words) section.text->setPlainText(words);
    section.text->setReadOnly(!editable);
  }
  filling_ = false;
}

bool ReportText::changed() const {
  for (const Section& section : sections_)
    if (section.text->toPlainText() != section.recorded) return true;
  return false;
}

std::vector<ReportSection> ReportText::sections() const {
  std::vector<ReportSection> all;
  for (const Section& section : sections_)
    all.push_back({section.heading.toStdString(), section.text->toPlainText().toStdString()});
  return all;
}

void ReportText::forget() {
  drafts_.forget(draftName());
}

void ReportText::keep() {
  if (filling_) return;
  QJsonObject draft;
  for (const Section& section : sections_)
    if (section.text->toPlainText() != section.recorded) draft.insert(section.heading, section.text->toPlainText());
  if (draft.isEmpty())
    forget();
  else
    drafts_.keep(draftName(), draft);
  emit typed();
}

}  // namespace fengsui
