// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/seatform.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>

#include "ui/forms/choices.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"

namespace fengsui {
namespace {

constexpr int kWidth = 320;
constexpr int kLongestName = 60;

}  // namespace

SeatForm::SeatForm(Desk& desk, QWidget* window)
    : InlineForm(desk, "seatForm", window), name_(addText("seatName")), post_(addChoice("seatPost")) {
  setFixedWidth(kWidth);
  name_->setMaxLength(kLongestName);
  post_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  connect(name_, &QLineEdit::textChanged, this, &SeatForm::showConsequence);
  connect(post_, &QComboBox::currentIndexChanged, this, &SeatForm::showConsequence);
  SeatForm::retranslate();
}

// The posts of the station, and the one held now also where the station does not know it.
void SeatForm::fillPosts() {
  QStringList posts;
  if (const Snapshot& s = desk_.session().situation())
    s->posts.forEach([&](const Uuid&, const Post& post) { posts << qs(post.name); });
  posts.sort();
  const QString held = qs(desk_.seat().post);
  if (!held.isEmpty() && !posts.contains(held)) posts.prepend(held);
  refill(*post_, [&] {
    post_->addItem(tr("no post"), QString());
    for (const QString& post : posts) post_->addItem(post, post);
  });
}

void SeatForm::openAt(int right, int top) {
  QStringList names;
  if (const Snapshot& s = desk_.session().situation())
    s->persons.forEach([&](const Uuid&, const Person& person) { names << qs(person.name); });
  names.sort();
  auto* completer = new QCompleter(names, name_);
  completer->setFilterMode(Qt::MatchContains);
  name_->setCompleter(completer);
  fillPosts();
  name_->setText(qs(desk_.seat().name));
  post_->setCurrentIndex(std::max(0, post_->findData(qs(desk_.seat().post))));
  showConsequence();
  adjustSize();
  move(std::max(kUnit, right - width()), top);
  open(QStringLiteral("seat"));
  name_->selectAll();
}

Seat SeatForm::typed() const {
  return {name_->text().simplified().toStdString(), post_->currentData().toString().toStdString()};
}

void SeatForm::showConsequence() {
  const std::string actor = typed().actor();
  setConfirm(actor.empty() ? tr("Say a name or a post") : tr("Record as “%1” (Enter)").arg(qs(actor)));
}

void SeatForm::retranslate() {
  say(name_, tr("Name"));
  say(post_, tr("Post"));
  setHead(tr("Who sits here? Every entry of this desk says so."));
  fillPosts();
  showConsequence();
}

void SeatForm::confirm() {
  const Seat seat = typed();
  if (seat.actor().empty()) {
    name_->setFocus();
    return;
  }
  desk_.takeSeat(seat);
  done();
}

}  // namespace fengsui
