// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/desk.h"

namespace fengsui {

Desk::Desk(StationSession& session, Seat seat, QObject* parent)
    : QObject(parent), session_(session), seat_(std::move(seat)) {
  connect(&session_, &StationSession::opened, this,
          [this] { drafts_.use(QString::fromStdString(session_.situation()->station.id.text())); });
  connect(&session_, &StationSession::situationChanged, this, [this] {
    if (live()) emit shownChanged();
  });
  connect(&session_, &StationSession::lookedBack, this, [this](quint64, Instant, const Snapshot& situation) {
    past_ = situation;
    emit shownChanged();
  });
  connect(&session_, &StationSession::lookBackFailed, this, [this](quint64, const Error& error) {
    emit noticed({Notice::Tone::trouble, std::nullopt, error, false});
    goLive();
  });
}

void Desk::lookBackTo(Instant moment) {
  const bool wasLive = live();
  if (wasLive) past_ = session_.situation();  // shown until the answer is there
  moment_ = moment;
  session_.lookBack(moment, Knowledge::truth);
  if (!wasLive) return;
  take(Tool::look);
  emit liveChanged();
}

void Desk::goLive() {
  if (live()) return;
  session_.forgetLookBack();
  moment_.reset();
  past_.reset();
  emit liveChanged();
  emit shownChanged();
}

void Desk::select(const std::optional<Selected>& selected) {
  selectAll(selected ? std::vector{*selected} : std::vector<Selected>{});
}

void Desk::selectAll(std::vector<Selected> things) {
  if (things == all_) return;
  all_ = std::move(things);
  selected_ = all_.size() == 1 ? std::optional(all_.front()) : std::nullopt;
  emit selectionChanged();
}

void Desk::toggle(const Selected& thing) {
  auto things = all_;
  if (std::erase(things, thing) == 0) things.push_back(thing);
  selectAll(std::move(things));
}

void Desk::take(Tool tool) {
  if (tool != Tool::look && !mayAct()) tool = Tool::look;
  if (tool == tool_) return;
  tool_ = tool;
  emit toolChanged();
}

void Desk::takeSeat(Seat seat) {
  if (seat == seat_) return;
  seat_ = std::move(seat);
  emit seatChanged();
}

bool Desk::mayAct() {
  if (live() && session_.situation()) return true;
  if (session_.situation()) {
    emit noticed({Notice::Tone::refused, std::nullopt,
                  Error{ErrorCode::refused,
                        {"the desk is looking at the past", "当前显示的是历史态势"},
                        {"press Now to act", "请先返回当前"},
                        {}},
                  false});
  }
  return false;
}

void Desk::execute(Command command, Text done, std::function<void()> then, std::function<void()> refused) {
  if (!mayAct()) return;
  session_.execute(std::move(command), author(), this, recorded(std::move(done), std::move(then), std::move(refused)));
}

void Desk::executeAt(Command command, Instant occurred, Text done, std::function<void()> then) {
  if (!mayAct()) return;
  Author who = author();
  who.occurred = occurred;
  session_.execute(std::move(command), std::move(who), this, recorded(std::move(done), std::move(then)));
}

void Desk::takeBack(const EventRef& entry, Text done, std::function<void()> then) {
  if (!mayAct()) return;
  session_.undo(entry, author(), this, recorded(std::move(done), std::move(then)));
}

StationSession::Reply Desk::recorded(Text done, std::function<void()> then, std::function<void()> refused) {
  return [this, done = std::move(done), then = std::move(then),
          refused = std::move(refused)](const Result<Receipt>& receipt) {
    if (!receipt) {
      refuse(receipt.error());
      if (refused) refused();
      return;
    }
    if (then) then();
    if (!receipt->events.empty()) done_.push_back({receipt->events.front(), done});
    emit undoableChanged();
    emit noticed({Notice::Tone::done, done, std::nullopt, receipt->undoable});
  };
}

void Desk::report(Incident incident, std::function<void()> then) {
  const Selected reported{Kind::incident, incident.id.uuid};
  Text done{"reported: " + incident.title, "已接报：" + incident.title};
  execute(ReportIncident{std::move(incident)}, std::move(done), std::move(then));
  select(reported);
}

void Desk::send(const Team& team, const Incident& incident, const std::optional<Instant>& etaAt) {
  execute(SendTeam{team.id, incident.id, {}, std::nullopt, etaAt},
          {"sent " + team.name + " to " + incident.title, "已派" + team.name + "前往" + incident.title});
}

void Desk::ask(const Team& team, const Incident& incident) {
  execute(AskTeam{team.id, incident.id, {}},
          {"asked for " + team.name + " for " + incident.title, "已为" + incident.title + "商请" + team.name});
}

void Desk::refuse(const Error& why) {
  emit noticed({Notice::Tone::refused, std::nullopt, why, false});
}

void Desk::tellNoStation() {
  emit noticed({Notice::Tone::trouble, std::nullopt, noStation(), false});
}

std::optional<Text> Desk::undoable() const {
  if (done_.empty()) return std::nullopt;
  return done_.back().what;
}

void Desk::undoLast() {
  if (done_.empty() || !mayAct()) return;
  // Taken off at once, so that pressing twice takes back two commands and not one twice.
  const Done last = done_.back();
  done_.pop_back();
  emit undoableChanged();
  session_.undo(last.ref, author(), this, [this, last](const Result<Receipt>& receipt) {
    if (!receipt) {
      done_.push_back(last);
      emit undoableChanged();
      emit noticed({Notice::Tone::refused, std::nullopt, receipt.error(), false});
      return;
    }
    emit noticed(
        {Notice::Tone::done, Text{"taken back: " + last.what.en, "已撤回：" + last.what.zh}, std::nullopt, false});
  });
}

}  // namespace fengsui
