// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/dutyform.h"

#include <QComboBox>
#include <algorithm>
#include <tuple>

#include "ui/desk/peoplefacts.h"
#include "ui/forms/choices.h"
#include "ui/look/language.h"

namespace fengsui {
namespace {

Uuid idOf(const QComboBox* choice) {
  return Uuid::parse(choice->currentData().toString().toStdString()).value_or(Uuid{});
}

QString key(const auto& entity) {
  return qs(entity.id.text());
}

}  // namespace

DutyForm::DutyForm(Desk& desk, QWidget* parent)
    : InlineForm(desk, "dutyForm", parent), post_(addChoice("dutyPost")), person_(addChoice("dutyPerson")) {
  for (QComboBox* choice : {post_, person_}) {
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(8);
  }
  connect(post_, &QComboBox::currentIndexChanged, this, &DutyForm::showConsequence);
  connect(person_, &QComboBox::currentIndexChanged, this, &DutyForm::showConsequence);
  DutyForm::retranslate();
}

const Post* DutyForm::post() const {
  return desk_.shown() ? desk_.shown()->posts.find(idOf(post_)) : nullptr;
}

const Person* DutyForm::person() const {
  return desk_.shown() ? desk_.shown()->persons.find(idOf(person_)) : nullptr;
}

// Those where nobody is come first.
void DutyForm::fillPosts(const Situation& s) {
  std::vector<const Post*> posts;
  s.posts.forEach([&](const Uuid&, const Post& each) { posts.push_back(&each); });
  std::sort(posts.begin(), posts.end(), [](const Post* a, const Post* b) {
    return std::tuple(a->onDuty.has_value(), a->name) < std::tuple(b->onDuty.has_value(), b->name);
  });
  refill(*post_, [&] {
    for (const Post* each : posts) post_->addItem(qs(each->name), key(*each));
  });
  post_->setCurrentIndex(0);
}

// Those who are named for the post come first, then whoever is not on duty elsewhere.
void DutyForm::fillPersons(const Situation& s) {
  const Post* about = post();
  std::vector<std::tuple<int, std::string, const Person*>> persons;
  s.persons.forEach([&](const Uuid&, const Person& each) {
    if (about && about->onDuty && about->onDuty->person == each.id) return;
    const bool named = about && std::any_of(about->holders.begin(), about->holders.end(),
                                            [&](const Responsible& holder) { return holder.name == each.name; });
    persons.emplace_back(named ? 0 : postsHeldBy(s, each.id).empty() ? 1 : 2, each.name, &each);
  });
  std::sort(persons.begin(), persons.end());
  refill(*person_, [&] {
    for (const auto& [rank, name, each] : persons)
      person_->addItem(each->title.empty() ? qs(name) : qs(name) + QStringLiteral(" · ") + qs(each->title), key(*each));
  });
  person_->setCurrentIndex(0);
}

void DutyForm::openFor(const Post& about) {
  refill(*post_, [&] { post_->addItem(qs(about.name), key(about)); });
  if (desk_.shown()) fillPersons(*desk_.shown());
  ask(post_, false);
  ask(person_, true);
  retranslate();
  open(qs(about.id.text()));
  person_->setFocus();
}

void DutyForm::openFor(const Person& about) {
  refill(*person_, [&] { person_->addItem(qs(about.name), key(about)); });
  if (desk_.shown()) fillPosts(*desk_.shown());
  ask(post_, true);
  ask(person_, false);
  retranslate();
  open(qs(about.id.text()));
  post_->setFocus();
}

void DutyForm::showConsequence() {
  const Post* at = post();
  const Person* who = person();
  if (!at) return setConfirm(tr("No post is registered"));
  if (!who) return setConfirm(tr("No person is registered who could take it"));
  const Person* before = at->onDuty ? desk_.shown()->find(at->onDuty->person) : nullptr;
  setConfirm(before ? tr("%1 takes over from %2 (Enter)").arg(qs(who->name), qs(before->name))
                    : tr("%1 is on duty from now (Enter)").arg(qs(who->name)));
}

void DutyForm::retranslate() {
  say(post_, tr("Post"));
  say(person_, tr("Person"));
  const Post* at = post();
  const Person* who = person();
  setHead(isAsked(person_) ? tr("Who takes the duty of %1").arg(at ? qs(at->name) : QString())
                           : tr("Which duty %1 takes").arg(who ? qs(who->name) : QString()));
  showConsequence();
}

void DutyForm::confirm() {
  const Post* at = post();
  const Person* who = person();
  if (!at || !who) return;
  desk_.execute(TakeDuty{at->id, who->id}, {who->name + " is on duty: " + at->name, who->name + "已到岗：" + at->name},
                [this] { done(); });
}

}  // namespace fengsui
