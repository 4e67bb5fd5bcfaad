// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/orderform.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStringListModel>
#include <algorithm>

#include "core/addressees.h"
#include "core/deriveorders.h"
#include "core/roles.h"
#include "ui/boards/orderwords.h"
#include "ui/forms/choices.h"
#include "ui/forms/wordsedit.h"
#include "ui/look/language.h"

namespace fengsui {
namespace {

constexpr int kLongestMinutes = 7 * 24 * 60;

QStringList namesIn(const QString& text) {
  static const QRegularExpression between(QStringLiteral("[,，、;；\n]"));
  QStringList names;
  for (const QString& name : text.split(between))
    if (!name.trimmed().isEmpty()) names << name.trimmed();
  return names;
}

QString addresseeNames(const Brief& brief) {
  QStringList names;
  for (const Addressee& one : brief.each) names << qs(one.name);
  if (names.isEmpty() && !brief.owner.name.empty()) names << qs(brief.owner.name);
  return names.join(QStringLiteral("、"));
}

std::string trimmed(const QLineEdit* edit) {
  return edit->text().trimmed().toStdString();
}

bool asks(const Brief& brief, SafetyCheck check) {
  return std::find(brief.checks.begin(), brief.checks.end(), check) != brief.checks.end();
}

}  // namespace

OrderForm::OrderForm(Desk& desk, QWidget* parent)
    : InlineForm(desk, "orderForm", parent),
      kind_(addChoice("orderKind")),
      to_(addText("orderTo")),
      task_(addWords("orderTask")),
      place_(addText("orderPlace")),
      due_(addNumber("orderDue", 0, kLongestMinutes)),
      expects_(addText("orderExpects")),
      officer_(addText("safetyOfficer")),
      margin_(addNumber("safetyMargin", -1, kLongestMinutes)),
      lookout_(addText("safetyLookout")),
      wayOut_(addText("safetyWayOut")),
      safeZone_(addText("safetyZone")),
      signal_(addText("safetySignal")),
      override_(addText("orderOverride")),
      signer_(addText("orderSigner")) {
  auto* completer = new QCompleter(new QStringListModel(this), this);
  completer->setFilterMode(Qt::MatchContains);
  completer->setCaseSensitivity(Qt::CaseInsensitive);
  to_->setCompleter(completer);
  connect(to_, &QLineEdit::textChanged, this, &OrderForm::showConsequence);
  connect(signer_, &QLineEdit::textChanged, this, &OrderForm::showConsequence);
  OrderForm::retranslate();
}

void OrderForm::openFor(Order about) {
  about_ = std::move(about);
  about_.id.uuid = Uuid::v7(systemNow());
  draft_ = false;
  fill();
  open(about_.item       ? qs(about_.item->uuid.text())
       : about_.incident ? qs(about_.incident->uuid.text())
                         : QStringLiteral("order"));
  (about_.brief.owner.name.empty() ? static_cast<QWidget*>(to_) : task_)->setFocus();
}

void OrderForm::openDraft(const Order& draft) {
  about_ = draft;
  draft_ = true;
  fill();
  open(qs(draft.id.uuid.text()));
  if (task_->nextBlank()) {
    task_->setFocus();
    return;
  }
  for (QWidget* field : {static_cast<QWidget*>(officer_), static_cast<QWidget*>(lookout_)})
    if (isAsked(field)) return field->setFocus();
  signer_->setFocus();
}

void OrderForm::fill() {
  const Brief& b = about_.brief;
  retranslate();
  kind_->setCurrentIndex(kind_->findData(qs(nameOf(b.kind).code)));
  to_->setText(addresseeNames(b));
  task_->setPlainText(qs(b.task));
  place_->setText(qs(b.place));
  due_->setValue(static_cast<int>(b.dueMinutes.value_or(0)));
  expects_->clear();
  const SafetyFacts& f = about_.safetyFacts;
  officer_->setText(qs(f.officer));
  margin_->setValue(static_cast<int>(f.marginMinutes.value_or(-1)));
  lookout_->setText(qs(f.lookout));
  wayOut_->setText(qs(f.wayOut));
  safeZone_->setText(qs(f.safeZone));
  signal_->setText(qs(f.signal));
  override_->clear();
  signer_->setText(qs(desk_.seat().actor()));
  ask(expects_, b.expects.empty());
  ask(officer_, asks(b, SafetyCheck::officer));
  ask(margin_, asks(b, SafetyCheck::margin));
  for (QLineEdit* point : {lookout_, wayOut_, safeZone_, signal_}) ask(point, asks(b, SafetyCheck::fourPoints));
  ask(override_, false);
  fillNames();
  showConsequence();
}

void OrderForm::fillNames() {
  QStringList names;
  if (const Snapshot& s = desk_.shown()) {
    s->posts.forEach([&](const Uuid&, const Post& post) { names << qs(post.name); });
    s->teams.forEach([&](const Uuid&, const Team& team) { names << qs(team.name); });
    s->places.forEach([&](const Uuid&, const Place& place) { names << qs(place.name); });
  }
  names.removeDuplicates();
  static_cast<QStringListModel*>(to_->completer()->model())->setStringList(names);
}

void OrderForm::showConsequence() {
  const QStringList names = namesIn(to_->text());
  const QString whom = names.isEmpty() ? tr("…")
                       : names.size() < 3
                           ? OrderWords::list(names)
                           : tr("%1 and %n more", nullptr, static_cast<int>(names.size()) - 1).arg(names.front());
  setConfirm(signer_->text().trimmed().isEmpty() ? tr("Keep as a draft to %1 (Enter)").arg(whom)
                                                 : tr("Sign and issue to %1 (Enter)").arg(whom));
}

void OrderForm::retranslate() {
  fillChoice<MessageKind>(*kind_);
  say(kind_, tr("Kind"));
  say(to_, tr("To"));
  say(task_, tr("Task"));
  say(place_, tr("Place"));
  say(due_, tr("Time limit"));
  say(expects_, tr("Comes back"));
  say(officer_, tr("Safety officer"));
  say(margin_, tr("Minutes to the front"));
  say(lookout_, tr("Lookout"));
  say(wayOut_, tr("Way out"));
  say(safeZone_, tr("Safe zone"));
  say(signal_, tr("Signal to leave"));
  say(override_, tr("Goes all the same"));
  say(signer_, tr("Signed by"));
  to_->setPlaceholderText(tr("post, team, place or organisation; several make a copy for each"));
  expects_->setPlaceholderText(tr("number of people, photo …"));
  override_->setPlaceholderText(tr("the reason, for which you answer"));
  signer_->setPlaceholderText(tr("nobody: stays a draft"));
  due_->setSuffix(tr(" min"));
  due_->setSpecialValueText(tr("none"));
  margin_->setSpecialValueText(tr("not known"));
  const QString title = OrderWords::title(about_.brief);
  setHead(title.isEmpty() ? tr("New order") : title);
  showConsequence();
}

SafetyFacts OrderForm::facts() const {
  SafetyFacts facts = about_.safetyFacts;
  facts.officer = trimmed(officer_);
  if (margin_->value() >= 0) facts.marginMinutes = margin_->value();
  facts.lookout = trimmed(lookout_);
  facts.wayOut = trimmed(wayOut_);
  facts.safeZone = trimmed(safeZone_);
  facts.signal = trimmed(signal_);
  return facts;
}

Result<Order> OrderForm::order() const {
  Order order = about_;
  Brief& b = order.brief;
  b.kind = chosen<MessageKind>(*kind_);
  if (to_->text() != addresseeNames(b)) {
    b.each.clear();
    for (const QString& name : namesIn(to_->text())) {
      const auto to = addresseeNamed(*desk_.shown(), name.toStdString());
      if (!to) return failure(to.error());
      b.each.push_back(*to);
    }
    b.owner = b.each.empty() ? Addressee{} : b.each.front();
    if (b.each.size() == 1) b.each.clear();
  }
  if (const std::string task = task_->toPlainText().trimmed().toStdString(); task != b.task) {
    b.task = task;
    b.taskEn.clear();
  }
  b.place = trimmed(place_);
  b.dueMinutes = due_->value() > 0 ? std::optional<std::int64_t>(due_->value()) : std::nullopt;
  if (b.expects.empty())
    for (const QString& name : namesIn(expects_->text())) {
      AnswerField field;
      field.id = field.zh = field.en = name.toStdString();
      b.expects.push_back(std::move(field));
    }
  order.safetyFacts = facts();
  return order;
}

bool OrderForm::mayOverride() const {
  const DecisionContext here{systemNow(), systemNow(), desk_.seat().actor(), {}};
  return deciderules::mayOnly(*desk_.shown(), here, {Role::commander, Role::dutyOfficer}, {}).has_value();
}

// What stopped it was said; where somebody may let it go all the same, his reason is asked for.
void OrderForm::refused() {
  if (!isVisible()) return;
  const ChecklistItem* item = about_.item ? desk_.shown()->find(*about_.item) : nullptr;
  const bool checks = !unmetChecks(about_.brief, facts()).empty();
  const bool needs = item && !item->needs.empty();
  ask(override_, (checks && mayOverride()) || (!checks && needs));
}

void OrderForm::confirm() {
  if (!desk_.shown()) return;
  auto made = order();
  if (!made) return desk_.refuse(made.error());
  const std::string signer = trimmed(signer_);
  const std::string reason = isAsked(override_) ? trimmed(override_) : std::string();
  const Id<Order> id = made->id;
  const std::string& whom = made->brief.owner.name;
  const Text issued{"issued to " + whom + ": " + made->brief.title, "已签发给" + whom + "：" + made->brief.title};
  const auto done = [this](Id<Order> order) {
    return [this, order] {
      this->done();
      emit written(order);
    };
  };
  const auto stopped = [this] { refused(); };
  if (!draft_) {
    desk_.execute(DraftOrder{std::move(*made), signer, reason},
                  signer.empty() ? Text{"drafted for " + whom, "已拟单：" + whom} : issued, done(id), stopped);
    return;
  }
  Order asDrafted = *made;
  asDrafted.safetyFacts = about_.safetyFacts;
  if (asDrafted == about_) {
    if (signer.empty()) return this->done();
    desk_.execute(IssueOrder{id, signer, facts(), reason}, issued, done(id), stopped);
    return;
  }
  // A draft that reads otherwise is another order.
  made->id.uuid = Uuid::v7(systemNow());
  const Id<Order> fresh = made->id;
  desk_.execute(DraftOrder{std::move(*made), signer, reason, id},
                signer.empty() ? Text{"drafted for " + whom, "已拟单：" + whom} : issued, done(fresh), stopped);
}

}  // namespace fengsui
