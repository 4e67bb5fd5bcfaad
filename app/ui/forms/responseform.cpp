// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/responseform.h"

#include <QComboBox>
#include <QLineEdit>

#include "ui/look/language.h"

namespace fengsui {

ResponseForm::ResponseForm(Desk& desk, PlanShelf& shelf, QWidget* parent)
    : InlineForm(desk, "responseForm", parent),
      shelf_(shelf),
      to_(addChoice("responseLevel")),
      incident_(addChoice("responseIncident")),
      condition_(addChoice("responseCondition")),
      area_(addText("responseArea")),
      role_(addText("responseRole")),
      signer_(addText("responseSigner")),
      document_(addText("responseDocument")),
      words_(addText("responseWords")) {
  connect(to_, &QComboBox::currentIndexChanged, this, &ResponseForm::showSigner);
  ResponseForm::retranslate();
}

QString ResponseForm::signerOf(const std::string& approver) const {
  // The post, and who is on duty in it.
  const Snapshot& s = desk_.shown();
  if (!s || approver.empty()) return qs(desk_.seat().actor());
  QString name = qs(approver);
  s->posts.forEach([&](const Uuid&, const Post& post) {
    if (post.name != approver || !post.onDuty) return;
    if (const Person* person = s->find(post.onDuty->person)) name = qs(approver) + QChar(u' ') + qs(person->name);
  });
  return name;
}

void ResponseForm::openFor(const PlanShelf::Stands& level, Way way) {
  way_ = way;
  level_ = level;
  response_ = level.made;
  begin(qs(level.plan + '|' + level.made.level));
}

void ResponseForm::openFor(const Response& response, Way way) {
  way_ = way;
  response_ = response;
  begin(qs(response.id.uuid.text()));
}

void ResponseForm::begin(const QString& subject) {
  const bool planned = way_ == Way::propose || way_ == Way::activate || way_ == Way::decline;
  ask(to_, way_ == Way::change);
  ask(incident_, planned);
  ask(condition_, way_ == Way::condition);
  ask(area_, planned);
  ask(role_, way_ == Way::arrival);
  ask(signer_, way_ != Way::propose && way_ != Way::condition);
  ask(document_, way_ == Way::activate || way_ == Way::change);
  ask(words_, way_ == Way::decline || way_ == Way::end || way_ == Way::condition);
  fillLevels();
  fillIncidents();
  fillConditions();
  area_->setText(desk_.shown() ? qs(desk_.shown()->station.district) : QString());
  role_->clear();
  document_->clear();
  words_->clear();
  signer_->setText(way_ == Way::arrival   ? QString()
                   : way_ == Way::decline ? qs(desk_.seat().actor())
                                          : signerOf(response_.approver));
  retranslate();
  showSigner();
  open(subject + u'|' + QString::number(static_cast<int>(way_)));
  QWidget* first = way_ == Way::change      ? static_cast<QWidget*>(to_)
                   : way_ == Way::arrival   ? role_
                   : way_ == Way::condition ? static_cast<QWidget*>(condition_)
                   : way_ == Way::activate  ? document_
                   : way_ == Way::propose   ? area_
                                            : words_;
  first->setFocus();
}

void ResponseForm::fillLevels() {
  const QSignalBlocker quiet(to_);
  to_->clear();
  for (const PlanShelf::Stands& one : shelf_.found().levels)
    if (one.plan == response_.plan && one.made.level != response_.level)
      to_->addItem(shown(one.level) + QStringLiteral(" · ") + inSentence(textOf(one.holds)), qs(one.made.level));
}

void ResponseForm::fillIncidents() {
  const QSignalBlocker quiet(incident_);
  incident_->clear();
  incident_->addItem(tr("none in particular"), QString());
  if (!desk_.shown()) return;
  desk_.shown()->incidents.forEach([&](const Uuid& id, const Incident& incident) {
    if (incident.open()) incident_->addItem(qs(incident.title), qs(id.text()));
  });
  if (const Incident* selected = desk_.selectedAs<Incident>())
    incident_->setCurrentIndex(std::max(0, incident_->findData(qs(selected->id.uuid.text()))));
}

void ResponseForm::fillConditions() {
  const QSignalBlocker quiet(condition_);
  condition_->clear();
  for (const EndCondition& one : response_.endConditions)
    if (!one.met) condition_->addItem(shown(Text{one.en.empty() ? one.zh : one.en, one.zh}), qs(one.zh));
}

void ResponseForm::showSigner() {
  if (way_ != Way::change) return;
  for (const PlanShelf::Stands& one : shelf_.found().levels)
    if (one.plan == response_.plan && one.made.level == to_->currentData().toString().toStdString())
      signer_->setText(signerOf(one.made.approver));
}

void ResponseForm::retranslate() {
  say(to_, tr("New level"));
  say(incident_, tr("Incident"));
  say(condition_, tr("Condition"));
  say(area_, tr("Area"));
  say(role_, tr("Post"));
  say(signer_, way_ == Way::arrival   ? tr("Name")
               : way_ == Way::decline ? tr("Decided by")
               : way_ == Way::end     ? tr("Approved by")
                                      : tr("Signed by"));
  say(document_, tr("Document number"));
  say(words_, way_ == Way::condition ? tr("Says who, and how") : tr("Because"));
  const QString level = way_ == Way::change ? to_->currentText() : qs(response_.level);
  setHead(qs(response_.title) + QStringLiteral(" · ") + qs(response_.level));
  switch (way_) {
    case Way::propose:
      return setConfirm(tr("Propose %1 (Enter)").arg(level));
    case Way::activate:
      return setConfirm(tr("Signed: activate %1 with its checklist (Enter)").arg(level));
    case Way::decline:
      return setConfirm(tr("Record that %1 is not activated (Enter)").arg(level));
    case Way::change:
      return setConfirm(tr("Change the level (Enter)"));
    case Way::end:
      return setConfirm(tr("Approved: end the response (Enter)"));
    case Way::arrival:
      return setConfirm(tr("Has arrived now (Enter)"));
    case Way::condition:
      return setConfirm(tr("This condition holds (Enter)"));
  }
}

void ResponseForm::confirm() {
  const auto text = [](const QLineEdit* edit) { return edit->text().trimmed().toStdString(); };
  ResponseWish wish{level_.plan,     response_.level, text(area_), std::nullopt,
                    text(document_), text(signer_),   text(words_)};
  if (const auto incident = Uuid::parse(incident_->currentData().toString().toStdString()))
    wish.incident = Id<Incident>{*incident};
  const std::string& level = response_.level;
  const std::string& title = response_.title;
  const auto close = [this] { done(); };
  switch (way_) {
    case Way::propose:
      return shelf_.execute(
          [wish](const Responding& r) -> Result<Command> {
            auto made = r.propose(wish);
            return made ? Result<Command>(Command(std::move(*made))) : failure(made.error());
          },
          {"proposed " + title + " " + level, "已提出启动" + title + level}, close);
    case Way::activate:
      return shelf_.execute(
          [wish](const Responding& r) -> Result<Command> {
            auto made = r.activate(wish);
            return made ? Result<Command>(Command(std::move(*made))) : failure(made.error());
          },
          {"activated " + title + " " + level, "已启动" + title + level},
          [this] {
            done();
            emit begun();
          });
    case Way::decline:
      return shelf_.execute(
          [wish](const Responding& r) -> Result<Command> {
            auto made = r.decline(wish);
            return made ? Result<Command>(Command(std::move(*made))) : failure(made.error());
          },
          {"recorded that " + title + " " + level + " is not activated", "已记录不启动" + title + level}, close);
    case Way::change: {
      wish.level = to_->currentData().toString().toStdString();
      if (wish.level.empty())
        return desk_.refuse(
            {ErrorCode::invalid, {"this response has no other level in its plan", "该响应的预案没有其他级别"}, {}, {}});
      return shelf_.execute(
          [wish, id = response_.id](const Responding& r) -> Result<Command> {
            auto made = r.change(id, wish);
            return made ? Result<Command>(Command(std::move(*made))) : failure(made.error());
          },
          {title + ": " + level + " → " + wish.level, title + "：" + level + " → " + wish.level}, close);
    }
    case Way::end:
      return desk_.execute(EndResponse{response_.id, wish.signedBy, wish.reason}, {"ended " + title, "已终止" + title},
                           close);
    case Way::arrival:
      return desk_.execute(
          NoteArrival{response_.id, text(role_), text(signer_)},
          {"arrived: " + text(role_) + " " + text(signer_), "已到：" + text(role_) + " " + text(signer_)}, close);
    case Way::condition:
      return desk_.execute(
          MeetEndCondition{response_.id, condition_->currentData().toString().toStdString(), text(words_)},
          {"the condition holds", "终止条件已落实"}, close);
  }
}

}  // namespace fengsui
