// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/silentboard.h"

#include <QHBoxLayout>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <algorithm>

#include "ui/boards/nearestteam.h"
#include "ui/boards/paperlist.h"
#include "ui/forms/contactform.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/look/wording.h"
#include "ui/panels/actionbutton.h"
#include "ui/roads/firstthere.h"

namespace fengsui {
namespace {

constexpr int kLead = 58;
constexpr std::int64_t kAnewMs = 15'000;
const QString kPaperDraft = QStringLiteral("paperList");

}  // namespace

SilentBoard::SilentBoard(Desk& desk, QWidget* parent)
    : LiveBoard(desk, "silentBoard", parent),
      silentHead_(addHeading()),
      silent_(new BoardList(QStringLiteral("silentRows"), this)),
      proposal_(new QLabel(this)),
      note_(addButton("noteContact")),
      team_(addButton("proposedTeam")),
      order_(addButton("proposedOrder")),
      paper_(addButton("paperList")),
      paperBox_(new QWidget(this)),
      paperHelp_(new QLabel(paperBox_)),
      paperText_(new QPlainTextEdit(paperBox_)),
      paperDone_(addButton("paperDone")),
      heardHead_(addHeading()),
      heard_(new BoardList(QStringLiteral("heardRows"), this)),
      form_(new ContactForm(desk, this)) {
  proposal_->setObjectName(QStringLiteral("proposal"));
  proposal_->setWordWrap(true);
  silent_->useLead(kLead);
  heard_->useLead(kLead);
  for (BoardList* list : {silent_, heard_}) list->useKeys({Qt::Key_K, Qt::Key_M, Qt::Key_Return, Qt::Key_Enter});
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(kUnit);
  for (ActionButton* button : {note_, order_, team_}) buttons->addWidget(button, 1);
  buttons->addWidget(paper_);
  paperText_->setObjectName(QStringLiteral("paperText"));
  paperText_->setTabChangesFocus(true);
  paperText_->setFixedHeight(110);
  paperHelp_->setWordWrap(true);
  auto* paper = new QVBoxLayout(paperBox_);
  paper->setContentsMargins(0, 0, 0, 0);
  paper->setSpacing(6);
  paper->addWidget(paperHelp_);
  paper->addWidget(paperText_);
  paper->addWidget(paperDone_, 0, Qt::AlignLeft);
  paperBox_->hide();
  body()->addWidget(silentHead_);
  body()->addWidget(silent_, 3);
  body()->addWidget(proposal_);
  body()->addLayout(buttons);
  body()->addWidget(paperBox_);
  body()->addWidget(heardHead_);
  body()->addWidget(heard_, 2);
  carry(form_);

  connect(note_, &QAbstractButton::clicked, this, &SilentBoard::note);
  connect(team_, &QAbstractButton::clicked, this, &SilentBoard::openTeam);
  connect(order_, &QAbstractButton::clicked, this, &SilentBoard::draftOrder);
  connect(paper_, &QAbstractButton::clicked, this, &SilentBoard::togglePaper);
  connect(paperDone_, &QAbstractButton::clicked, this, &SilentBoard::notePaper);
  connect(paperText_, &QPlainTextEdit::textChanged, this, [this] {
    if (paperText_->toPlainText().isEmpty())
      desk_.drafts().forget(kPaperDraft);
    else
      desk_.drafts().keep(kPaperDraft, {{QStringLiteral("text"), paperText_->toPlainText()}});
  });
  const auto mark = [this](BoardList* here, BoardList* there, bool heard) {
    connect(here, &BoardList::chosen, this, [this, there, heard] {
      heardHasMark_ = heard;
      there->mark(-1);
      showProposal();
    });
    connect(here, &BoardList::keyed, this, [this](int key) {
      if (key == Qt::Key_M)
        draftOrder();
      else
        note();
    });
  };
  mark(silent_, heard_, false);
  mark(heard_, silent_, true);
}

void SilentBoard::retranslate() {
  setHead(tr("Silent places"),
          tr("A place that owes a report and gives none counts as gravely hit until it is heard of."));
  note_->setText(tr("Was heard of … (K)"));
  paper_->setText(tr("Paper list …"));
  paperHelp_->setText(tr("One line for each place, with the time when it was really heard of: 上庄村 19:40 路面过水"));
  paperDone_->setText(tr("Enter the list"));
  showProposal();
}

BoardRow SilentBoard::rowOf(const SilentPlace& place) const {
  BoardRow row = rowOf(*place.contact);
  row.corner = tr("silent for %1")
                   .arg(Wording::age(desk_.moment().ms - (place.lastAt ? *place.lastAt : place.contact->since).ms));
  row.cornerTone = BoardRow::Tone::bad;
  return row;
}

BoardRow SilentBoard::rowOf(const Contact& contact) const {
  BoardRow row;
  const TimeZone& zone = desk_.session().timeZone();
  row.lead = Wording::count(contact.peopleAtRisk);
  row.title = qs(contact.who.name);
  if (!contact.town.empty()) row.title += QStringLiteral(" · ") + qs(contact.town);
  if (contact.last) {
    const QString at = Wording::moment(contact.last->at, desk_.moment(), zone);
    row.line = contact.channel.empty() ? tr("last heard of %1").arg(at)
                                       : tr("last heard of %1 by %2").arg(at, qs(contact.channel));
    if (!contact.last->words.empty()) row.line += tr(": “%1”").arg(qs(contact.last->words));
  } else {
    row.line = tr("never heard of since it owes reports, %1").arg(Wording::moment(contact.since, desk_.moment(), zone));
  }
  return row;
}

void SilentBoard::refresh() {
  const Snapshot s = desk_.shown();
  shownAt_ = desk_.moment();
  const auto places = silentPlaces(*s, shownAt_);
  std::vector<Uuid> ids;
  for (const SilentPlace& place : places) ids.push_back(place.contact->id.uuid);
  std::int64_t people = 0;
  for (const SilentPlace& place : places) people += place.contact->peopleAtRisk;
  silentHead_->setText(tr("SILENT · %1 places, %2 people").arg(places.size()).arg(Wording::count(people)));
  silent_->setEmptyWords(
      s->contacts.empty()
          ? tr("No place owes reports yet. A response puts places on this list, and so does: fengsuictl contact owe")
          : tr("Every place that owes a report has been heard of."));
  std::vector<const Contact*> heard;
  s->contacts.forEach([&](const Uuid& id, const Contact& contact) {
    if (!contact.released && std::find(ids.begin(), ids.end(), id) == ids.end()) heard.push_back(&contact);
  });
  const auto dueAt = [](const Contact* contact) {
    return reportDueFrom(*contact).value_or(Instant{std::numeric_limits<std::int64_t>::max()});
  };
  std::sort(heard.begin(), heard.end(), [&](const Contact* a, const Contact* b) { return dueAt(a) < dueAt(b); });
  silent_->show(std::move(ids), [this, s, places](int row) { return rowOf(places[static_cast<std::size_t>(row)]); });
  std::vector<Uuid> heardIds;
  for (const Contact* contact : heard) heardIds.push_back(contact->id.uuid);
  heardHead_->setText(tr("HEARD OF · %1, who is due next first").arg(heardIds.size()));
  heard_->setEmptyWords(tr("None."));
  heard_->show(std::move(heardIds), [this, s, heard](int row) {
    const Contact& contact = *heard[static_cast<std::size_t>(row)];
    BoardRow said = rowOf(contact);
    if (const auto due = reportDueFrom(contact))
      said.corner = tr("due %1").arg(Wording::moment(*due, desk_.moment(), desk_.session().timeZone()));
    return said;
  });
  if (!silent_->marked() && !heard_->marked()) {
    silent_->mark(silent_->rows().rowCount() > 0 ? 0 : -1);
    heardHasMark_ = false;
  }
  showProposal();
}

void SilentBoard::tick() {
  // Silence comes with the clock alone.
  if (desk_.moment().ms - shownAt_.ms > kAnewMs) refresh();
}

void SilentBoard::takeFocus() {
  silent_->setFocus();
}

const Contact* SilentBoard::current() const {
  const auto id = heardHasMark_ ? heard_->marked() : silent_->marked();
  return id && desk_.shown() ? desk_.shown()->contacts.find(*id) : nullptr;
}

void SilentBoard::showProposal() {
  const Contact* contact = current();
  for (ActionButton* button : {note_, team_, order_}) button->setEnabled(contact && desk_.live());
  team_->setText(tr("Show the team"));
  order_->setText(tr("Draft an order to go there (M)"));
  if (!contact) return proposal_->setText(tr("Choose a place to see whom one could send there."));
  const auto where = whereIs(*desk_.shown(), *contact);
  if (first_) first_->setPlace(where);
  const auto one = where ? proposed(*where) : std::nullopt;
  team_->setEnabled(one.has_value());
  order_->setEnabled(one && desk_.live());
  if (!where) return proposal_->setText(tr("Where %1 lies is not known.").arg(qs(contact->who.name)));
  if (!one) return proposal_->setText(tr("No team is free."));
  const QString name = qs(one->team->name);
  proposal_->setText(one->team->authority == DispatchAuthority::own
                         ? tr("Send to %1: %2, %3").arg(qs(contact->who.name), name, one->when)
                         : tr("Ask for %2 to go to %1, %3").arg(qs(contact->who.name), name, one->when));
}

void SilentBoard::useRoads(RoadDesk& roads) {
  first_ = new FirstThere(roads, this);
  connect(first_, &FirstThere::changed, this, [this] {
    if (isVisible() && desk_.shown()) showProposal();
  });
}

std::optional<SilentBoard::Proposal> SilentBoard::proposed(Position where) const {
  const Situation& s = *desk_.shown();
  if (first_ && first_->answered() && first_->place() == where)
    if (const Candidate* one = firstFree(s, first_->candidates()))
      return Proposal{s.teams.find(one->team.uuid), shown(one->arrival->words)};
  const auto nearest = nearestTeamTo(s, where);
  if (!nearest) return std::nullopt;
  return Proposal{nearest->team, tr("%1 away in a straight line").arg(Wording::distance(nearest->straightM))};
}

void SilentBoard::note() {
  if (const Contact* contact = current()) form_->openFor(*contact);
}

void SilentBoard::openTeam() {
  const Contact* contact = current();
  const auto where = contact ? whereIs(*desk_.shown(), *contact) : std::nullopt;
  const auto one = where ? proposed(*where) : std::nullopt;
  if (one) desk_.select(Selected{Kind::team, one->team->id.uuid});
}

void SilentBoard::draftOrder() {
  const Contact* contact = current();
  const auto where = contact ? whereIs(*desk_.shown(), *contact) : std::nullopt;
  const auto one = where ? proposed(*where) : std::nullopt;
  if (!one) return;
  const Team& team = *one->team;
  DraftOrder command;
  Order& order = command.order;
  order.id.uuid = Uuid::v7(systemNow());
  Brief& brief = order.brief;
  brief.kind = team.authority == DispatchAuthority::own ? MessageKind::instruction : MessageKind::request;
  brief.title = "前往" + contact->who.name + "核实情况";
  brief.titleEn = "Go to " + contact->who.name + " and report";
  brief.task = "失联：前往" + contact->who.name + "，查明人员和道路情况，到达即报，无信号时派人折返至有信号处报告。";
  brief.taskEn = "Silent: go to " + contact->who.name +
                 ", find out how people and roads are, report on arrival; without a signal somebody goes back to where "
                 "there is one.";
  brief.owner.kind = AddresseeKind::team;
  brief.owner.subject = team.id.uuid;
  brief.owner.name = team.name;
  brief.place = contact->who.name;
  brief.location = where;
  order.response = contact->response;
  desk_.execute(std::move(command), {"order drafted: " + brief.titleEn, "已拟派单：" + brief.title});
}

void SilentBoard::togglePaper() {
  paperBox_->setVisible(!paperBox_->isVisible());
  if (!paperBox_->isVisible()) return takeFocus();
  if (paperText_->toPlainText().isEmpty())
    paperText_->setPlainText(desk_.drafts().of(kPaperDraft).value(QLatin1String("text")).toString());
  paperText_->setFocus();
}

void SilentBoard::notePaper() {
  const PaperList list =
      readPaperList(paperText_->toPlainText().toStdString(), *desk_.shown(), systemNow(), desk_.session().timeZone());
  for (const PaperLine& line : list.lines)
    desk_.executeAt(NoteContact{line.contact, {}, line.words, "送信"}, line.at,
                    {"heard of: " + line.place, "已记录联系：" + line.place});
  QStringList left;
  for (const std::string& line : list.notUnderstood) left.append(qs(line));
  paperText_->setPlainText(left.join(u'\n'));
  if (left.isEmpty()) {
    paperBox_->hide();
    return takeFocus();
  }
  desk_.refuse({ErrorCode::invalid,
                {"these lines were not entered; the others were", "以下各行未录入，其余已录入"},
                {"write a place of the list, then the time: 上庄村 19:40 words",
                 "请写点名名单中的地方和时间：上庄村 19:40 内容"},
                {}});
}

bool SilentBoard::givesUp() {
  if (LiveBoard::givesUp()) return true;
  if (!paperBox_->isVisible()) return false;
  togglePaper();
  return true;
}

}  // namespace fengsui
