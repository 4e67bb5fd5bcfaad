// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/calloutform.h"

#include <QComboBox>
#include <QLineEdit>

#include "core/dutyrules.h"
#include "gis/calllist.h"
#include "ui/forms/choices.h"
#include "ui/forms/momenttext.h"
#include "ui/forms/warningform.h"

namespace fengsui {
namespace {

const QString kZones = QStringLiteral("zones");
const QString kPosts = QStringLiteral("posts");
const QString kPersons = QStringLiteral("persons");
const QString kTable = QStringLiteral("table");

QString joined(const std::vector<std::string>& parts) {
  QStringList list;
  for (const std::string& part : parts) list.append(qs(part));
  return list.join(u'、');
}

}  // namespace

CalloutForm::CalloutForm(Desk& desk, QWidget* parent)
    : InlineForm(desk, "calloutForm", parent),
      about_(addChoice("calloutAbout")),
      title_(addText("calloutTitle")),
      words_(addText("calloutWords")),
      who_(addChoice("calloutWho")),
      towns_(addText("calloutTowns")),
      office_(addText("calloutOffice")),
      table_(addText("calloutTable")),
      signedAt_(addText("calloutSignedAt")) {
  connect(about_, &QComboBox::currentIndexChanged, this, [this] { follow(); });
  connect(who_, &QComboBox::currentIndexChanged, this, [this] {
    const QString who = who_->currentData().toString();
    ask(towns_, who == kZones);
    ask(office_, who == kPosts || who == kPersons);
    ask(table_, who == kTable);
  });
  CalloutForm::retranslate();
}

void CalloutForm::retranslate() {
  refill(*who_, [this] {
    who_->addItem(tr("responsible persons of risk zones"), kZones);
    who_->addItem(tr("who is on duty at the posts"), kPosts);
    who_->addItem(tr("registered persons"), kPersons);
    who_->addItem(tr("the persons of a table"), kTable);
  });
  say(about_, tr("Passes on"));
  say(title_, tr("Title"));
  say(words_, tr("Words to read"));
  say(who_, tr("To whom"));
  say(towns_, tr("Towns"));
  towns_->setPlaceholderText(tr("empty: the whole district"));
  say(office_, tr("Office"));
  office_->setPlaceholderText(tr("empty: all"));
  say(table_, tr("Table"));
  table_->setPlaceholderText(tr("path of the XLSX or CSV file"));
  say(signedAt_, tr("Signed at"));
  signedAt_->setPlaceholderText(tr("the clock counts from here; empty: of the warning, or now"));
  const CalloutRules& rules = shippedCalloutRules();
  setHead(
      tr("Start a call-out: %1 % within %2 min of the signature").arg(rules.goalPercent).arg(rules.goalMs / 60'000));
  setConfirm(tr("Start calling (Enter)"));
}

void CalloutForm::fillAbout() {
  const Situation& s = *desk_.shown();
  const QSignalBlocker quiet(about_);
  about_->clear();
  s.warnings.forEach([&](const Uuid& id, const Warning& warning) {
    if (warning.status == WarningStatus::inForce)
      about_->addItem(qs(warning.kind) + u' ' + shown(textOf(warning.colour)), qs("w" + id.text()));
  });
  s.responses.forEach([&](const Uuid& id, const Response& response) {
    if (!response.endedAt) about_->addItem(qs(response.title), qs("r" + id.text()));
  });
  about_->addItem(tr("neither a warning nor a response"), QString());
}

void CalloutForm::openFor(const std::optional<Id<Warning>>& warning) {
  if (!desk_.shown()) return;
  fillAbout();
  about_->setCurrentIndex(warning ? std::max(0, about_->findData(qs("w" + warning->text()))) : 0);
  who_->setCurrentIndex(0);
  for (QLineEdit* field : {office_, table_, signedAt_}) field->clear();
  follow();
  ask(towns_, true);
  ask(office_, false);
  ask(table_, false);
  open(about_->currentData().toString());
}

void CalloutForm::follow() {
  const Situation& s = *desk_.shown();
  const std::string code = about_->currentData().toString().toStdString();
  const auto id = code.empty() ? std::nullopt : Uuid::parse(code.substr(1));
  title_->clear();
  words_->clear();
  towns_->clear();
  if (!id) return;
  if (const Warning* warning = s.warnings.find(*id)) {
    title_->setText(qs(warning->kind + std::string(textOf(warning->colour).zh) + "预警叫应"));
    words_->setText(qs(warning->text));
    towns_->setText(joined(warning->towns));
  } else if (const Response* response = s.responses.find(*id)) {
    title_->setText(qs(response->title + "叫应"));
    towns_->setText(qs(response->area));
  }
}

void CalloutForm::confirm() {
  if (!desk_.shown()) return;
  const Situation& s = *desk_.shown();
  const QString who = who_->currentData().toString();
  if (who == kZones) return start(callsOfZones(s, partsOf(towns_->text())));
  if (who == kPosts) return start(callsOfPosts(s, office_->text().trimmed().toStdString()));
  if (who == kPersons) return start(callsOfPersons(s, office_->text().trimmed().toStdString()));
  // The disk is read elsewhere.
  pool_.start([this, file = table_->text().trimmed().toStdString()] {
    auto calls = callsInTable(file);
    QMetaObject::invokeMethod(&receiver_, [this, calls = std::move(calls)] {
      if (calls)
        start(*calls);
      else
        desk_.refuse(calls.error());
    });
  });
}

void CalloutForm::start(std::vector<Call> calls) {
  if (calls.empty())
    return desk_.refuse({ErrorCode::notFound,
                         {"there is nobody to be called", "没有可叫应的人员"},
                         {"choose other towns, or another list", "请更换镇街或名单来源"},
                         {}});
  StartCallout command;
  Callout& callout = command.callout;
  const Instant now = systemNow();
  callout.id.uuid = Uuid::v7(now);
  callout.title = title_->text().trimmed().toStdString();
  callout.text = words_->text().trimmed().toStdString();
  const CalloutRules& rules = shippedCalloutRules();
  callout.goalMs = rules.goalMs;
  callout.goalPercent = rules.goalPercent;
  callout.ladder = rules.ladder;
  const std::string code = about_->currentData().toString().toStdString();
  if (const auto id = code.empty() ? std::nullopt : Uuid::parse(code.substr(1))) {
    if (code.front() == 'w') callout.warning = Id<Warning>{*id};
    if (code.front() == 'r') callout.response = Id<Response>{*id};
  }
  if (!signedAt_->text().trimmed().isEmpty()) {
    const auto at = momentFrom(signedAt_->text().toStdString(), now, desk_.session().timeZone());
    if (!at) return desk_.refuse(at.error());
    callout.signedAt = *at;
  }
  const std::string many = std::to_string(calls.size());
  command.calls = std::move(calls);
  const Uuid id = callout.id.uuid;
  desk_.execute(std::move(command), {"calling " + many + " persons", "已发起叫应，共" + many + "人"}, [this, id] {
    done();
    emit started(id);
  });
}

}  // namespace fengsui
