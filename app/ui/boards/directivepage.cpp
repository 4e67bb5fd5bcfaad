// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/directivepage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/forms/askform.h"
#include "ui/forms/consultationform.h"
#include "ui/forms/instructionform.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/look/wording.h"
#include "ui/panels/actionbutton.h"

namespace fengsui {
namespace {

constexpr std::int64_t kShownMs = 2 * 60 * 1000;

QString listed(const std::vector<std::string>& words) {
  QStringList all;
  for (const std::string& word : words) all.append(qs(word));
  return all.join(u'、');
}

}  // namespace

DirectivePage::DirectivePage(Desk& desk, AskForm& ask, InstructionForm& form, ConsultationForm& consultation,
                             QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      ask_(ask),
      form_(form),
      consultation_(consultation),
      head_(new QLabel(this)),
      show_(new ActionButton(ActionButton::Weight::side, this)),
      add_(new ActionButton(ActionButton::Weight::side, this)),
      answer_(new ActionButton(ActionButton::Weight::side, this)),
      decide_(new ActionButton(ActionButton::Weight::side, this)),
      directives_(new BoardList(QStringLiteral("directiveRows"), this)),
      consultationHead_(new QLabel(this)),
      addConsultation_(new ActionButton(ActionButton::Weight::side, this)),
      consultations_(new BoardList(QStringLiteral("consultationRows"), this)) {
  show_->setObjectName(QStringLiteral("showDirectives"));
  head_->setObjectName(QStringLiteral("directiveCount"));
  for (QLabel* label : {head_, consultationHead_}) {
    label->setFont(typeOf(TypeSize::small, QFont::DemiBold));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setWordWrap(true);
  }
  directives_->wrapWords();
  consultations_->wrapWords();
  auto* row = new QHBoxLayout;
  row->setSpacing(6);
  row->addWidget(head_, 1);
  for (ActionButton* button : {show_, add_, answer_, decide_}) row->addWidget(button);
  auto* second = new QHBoxLayout;
  second->addWidget(consultationHead_, 1);
  second->addWidget(addConsultation_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kUnit);
  layout->addLayout(row);
  layout->addWidget(directives_, 1);
  layout->addLayout(second);
  layout->addWidget(consultations_, 1);
  connect(show_, &QAbstractButton::clicked, this, [this] { showRestricted(!shownSince_); });
  connect(add_, &QAbstractButton::clicked, this, [this] { form_.openFor(incident()); });
  connect(answer_, &QAbstractButton::clicked, this, &DirectivePage::answer);
  connect(decide_, &QAbstractButton::clicked, this, &DirectivePage::decide);
  connect(addConsultation_, &QAbstractButton::clicked, this, [this] { consultation_.openFor(incident()); });
  connect(directives_, &BoardList::chosen, this, &DirectivePage::refresh);
}

void DirectivePage::retranslate() {
  show_->setText(shownSince_ ? tr("Hide the words") : tr("Show the words (restricted)"));
  add_->setText(tr("Keep one …"));
  answer_->setText(tr("Answer …"));
  decide_->setText(tr("Which holds …"));
  addConsultation_->setText(tr("Record one …"));
}

void DirectivePage::showRestricted(bool wanted) {
  if (wanted == shownSince_.has_value()) return;
  shownSince_ = wanted ? std::optional(systemNow()) : std::nullopt;
  retranslate();
  if (desk_.shown()) refresh();
}

void DirectivePage::hideEvent(QHideEvent* event) {
  showRestricted(false);
  QWidget::hideEvent(event);
}

void DirectivePage::tick() {
  if (shownSince_ && systemNow().ms - shownSince_->ms > kShownMs) showRestricted(false);
}

std::optional<Id<Incident>> DirectivePage::incident() const {
  const Incident* selected = desk_.selectedAs<Incident>();
  return selected ? std::optional(selected->id) : std::nullopt;
}

BoardRow DirectivePage::rowOf(const Directive& one) const {
  BoardRow row;
  const TimeZone& zone = desk_.session().timeZone();
  const Instant now = desk_.moment();
  row.title = tr("“%1”").arg(qs(one.words));
  row.corner = tr("%1 · %2 · %3").arg(qs(one.from), inSentence(textOf(one.form)), Wording::moment(one.at, now, zone));
  QStringList parts;
  if (!one.lead.empty()) parts.append(tr("acts: %1").arg(qs(one.lead)));
  if (!one.supporting.empty()) parts.append(tr("helps: %1").arg(listed(one.supporting)));
  if (!one.supervisor.empty()) parts.append(tr("sees to it: %1").arg(qs(one.supervisor)));
  if (one.dueBy && !one.answered) parts.append(tr("answer by %1").arg(Wording::moment(*one.dueBy, now, zone)));
  if (one.answered)
    parts.append(tr("answered %1: “%2”").arg(Wording::moment(one.answered->at, now, zone), qs(one.answered->words)));
  const Directive* other = nullptr;
  desk_.shown()->directives.forEach([&](const Uuid&, const Directive& each) {
    if ((one.contradicts && each.id == *one.contradicts) || each.contradicts == one.id) other = &each;
  });
  if (other && one.decidedHow.empty() && other->decidedHow.empty()) {
    parts.append(tr("CONTRADICTS what %1 said").arg(qs(other->from)));
    row.lineTone = BoardRow::Tone::bad;
  } else if (other) {
    parts.append(tr("decided: %1").arg(qs(one.decidedHow.empty() ? other->decidedHow : one.decidedHow)));
  }
  if (one.dueBy && !one.answered && *one.dueBy <= now) row.lineTone = BoardRow::Tone::bad;
  row.line = parts.join(QStringLiteral(" · "));
  return row;
}

BoardRow DirectivePage::rowOf(const Consultation& one) const {
  BoardRow row;
  row.title = qs(one.title);
  row.corner = Wording::moment(one.at, desk_.moment(), desk_.session().timeZone());
  QStringList parts;
  if (!one.present.empty()) parts.append(tr("there: %1").arg(listed(one.present)));
  if (!one.area.empty()) parts.append(tr("where: %1").arg(qs(one.area)));
  if (!one.peak.empty()) parts.append(tr("worst: %1").arg(qs(one.peak)));
  for (std::size_t i = 0; i < one.conclusions.size(); ++i)
    parts.append(QStringLiteral("%1. %2").arg(i + 1).arg(qs(one.conclusions[i])));
  QStringList places;
  for (const RankedPlace& place : one.ranking)
    places.append(place.why.empty() ? qs(place.name) : tr("%1 (%2)").arg(qs(place.name), qs(place.why)));
  if (!places.empty()) parts.append(tr("most endangered: %1").arg(places.join(u'、')));
  if (!one.signatures.empty()) {
    QStringList names;
    for (const Step& step : one.signatures) names.append(qs(step.by));
    parts.append(tr("signed: %1").arg(names.join(u'、')));
  }
  row.line = parts.join(u'\n');
  return row;
}

void DirectivePage::refresh() {
  const Snapshot s = desk_.shown();
  std::vector<const Directive*> list;
  int unanswered = 0;
  int contradictions = 0;
  s->directives.forEach([&](const Uuid&, const Directive& one) {
    list.push_back(&one);
    unanswered += !one.answered;
    contradictions += one.contradicts && one.decidedHow.empty();
  });
  std::sort(list.begin(), list.end(), [](const Directive* a, const Directive* b) { return a->at > b->at; });
  QString head = tr("INSTRUCTIONS · %n", nullptr, static_cast<int>(list.size()));
  if (unanswered) head += QStringLiteral(" · ") + tr("%n not answered", nullptr, unanswered);
  if (contradictions) head += QStringLiteral(" · ") + tr("contradictions: %1").arg(contradictions);
  head_->setText(head);
  if (!shownSince_) list.clear();
  directives_->setEmptyWords(s->directives.empty() ? tr("No instruction was kept.")
                             : shownSince_
                                 ? QString()
                                 : tr("The words are restricted. Show them where nobody looks over your shoulder; they "
                                      "hide by themselves after two minutes and when this page is left."));
  std::vector<Uuid> ids;
  for (const Directive* one : list) ids.push_back(one->id.uuid);
  directives_->show(std::move(ids), [this, s, list](int row) { return rowOf(*list[static_cast<std::size_t>(row)]); });
  const Directive* marked = current();
  show_->setEnabled(!s->directives.empty());
  add_->setEnabled(desk_.live());
  answer_->setEnabled(marked && desk_.live() && !marked->answered);
  bool contradicted = marked && marked->contradicts;
  if (marked)
    s->directives.forEach([&](const Uuid&, const Directive& each) { contradicted |= each.contradicts == marked->id; });
  decide_->setEnabled(contradicted && desk_.live());

  std::vector<const Consultation*> met;
  s->consultations.forEach([&](const Uuid&, const Consultation& one) { met.push_back(&one); });
  std::sort(met.begin(), met.end(), [](const Consultation* a, const Consultation* b) { return a->at > b->at; });
  consultationHead_->setText(tr("CONSULTATIONS · %n", nullptr, static_cast<int>(met.size())));
  consultations_->setEmptyWords(tr("No consultation was recorded."));
  std::vector<Uuid> metIds;
  for (const Consultation* one : met) metIds.push_back(one->id.uuid);
  consultations_->show(std::move(metIds),
                       [this, s, met](int row) { return rowOf(*met[static_cast<std::size_t>(row)]); });
  addConsultation_->setEnabled(desk_.live());
}

const Directive* DirectivePage::current() const {
  const auto id = directives_->marked();
  return id && desk_.shown() ? desk_.shown()->directives.find(*id) : nullptr;
}

void DirectivePage::answer() {
  const Directive* one = current();
  if (!one) return;
  ask_.ask({qs("answer " + one->id.text()),
            tr("Answer to %1").arg(qs(one->from)),
            tr("What came of it"),
            tr("Record (Enter)"),
            {},
            [this, id = one->id](const std::string& words, std::function<void()> done) {
              desk_.execute(AnswerDirective{id, words}, {"instruction answered", "批示已回报"}, std::move(done));
            }});
}

void DirectivePage::decide() {
  const Directive* one = current();
  if (!one) return;
  ask_.ask({qs("decide " + one->id.text()),
            tr("Two instructions do not go together"),
            tr("Which holds, and who said so"),
            tr("Record (Enter)"),
            {},
            [this, id = one->id](const std::string& words, std::function<void()> done) {
              desk_.execute(Revise<Directive>{id, {{"decidedHow", words}}}, {"decided", "已明确"}, std::move(done));
            }});
}

}  // namespace fengsui
