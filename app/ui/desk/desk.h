// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <optional>
#include <vector>

#include "ui/desk/seat.h"
#include "ui/session/drafts.h"
#include "ui/session/stationsession.h"

namespace fengsui {

/// One thing of a situation.
struct Selected {
  Kind kind = Kind::incident;
  Uuid id;

  bool operator==(const Selected&) const = default;
};

/// What the pointer does on the map.
enum class Tool { look, report, closeRoad };

/// Something the desk tells the operator: what was done, or why it was not.
struct Notice {
  enum class Tone { done, refused, trouble };
  Tone tone = Tone::done;
  std::optional<Text> done;    ///< what was done
  std::optional<Error> error;  ///< why it was not
  bool undoable = false;
};

/// What the panels share: the situation that is shown (now, or looking back), what is selected, the tool in hand, and
/// the operator's own commands with their undo. Panels know the desk and not each other.
///
/// Thread: GUI.
class Desk : public QObject {
  Q_OBJECT

 public:
  Desk(StationSession& session, Seat seat, QObject* parent = nullptr);

  [[nodiscard]] StationSession& session() const { return session_; }

  // ---- what is shown
  /// Live, or of the moment looked back to. Empty before a station is open.
  [[nodiscard]] const Snapshot& shown() const { return past_ ? past_ : session_.situation(); }
  [[nodiscard]] bool live() const { return !moment_; }
  /// The moment that the desk shows or is about to show.
  [[nodiscard]] Instant moment() const { return moment_.value_or(systemNow()); }
  void lookBackTo(Instant moment);
  void goLive();

  // ---- what is selected
  [[nodiscard]] const std::optional<Selected>& selected() const { return selected_; }
  void select(const std::optional<Selected>& selected);
  /// All that is selected; one thing, or several of which none is selected().
  [[nodiscard]] const std::vector<Selected>& allSelected() const { return all_; }
  void selectAll(std::vector<Selected> things);
  /// Takes a thing into the selection, or out of it.
  void toggle(const Selected& thing);
  template <class Entity>
  [[nodiscard]] const Entity* selectedAs() const {
    return selected_ && shown() && selected_->kind == kindOf<Entity> ? shown()->all<Entity>().find(selected_->id)
                                                                     : nullptr;
  }

  /// What is half typed.
  [[nodiscard]] Drafts& drafts() { return drafts_; }

  // ---- who sits here
  [[nodiscard]] const Seat& seat() const { return seat_; }
  /// Every entry from now on is recorded as theirs.
  void takeSeat(Seat seat);

  // ---- the tool in hand
  [[nodiscard]] Tool tool() const { return tool_; }
  void take(Tool tool);

  // ---- commands; refused while the desk looks back
  /// @p done says in words what the command does, for the notice and the undo.
  /// @p then: called when it is recorded; not where it was refused.
  /// @p refused: called where it was refused, after the operator was told.
  void execute(Command command, Text done, std::function<void()> then = {}, std::function<void()> refused = {});
  /// The same for what happened earlier: the entry says when it was, and that it became known only now.
  void executeAt(Command command, Instant occurred, Text done, std::function<void()> then = {});
  void report(Incident incident, std::function<void()> then = {});
  /// @p etaAt: when it is reckoned to be there.
  void send(const Team& team, const Incident& incident, const std::optional<Instant>& etaAt = std::nullopt);
  void ask(const Team& team, const Incident& incident);
  void undoLast();
  /// Takes back one entry that is wrong, whoever made it; undone like any command. @p done says what was taken back.
  void takeBack(const EventRef& entry, Text done, std::function<void()> then = {});
  /// Says why something that was typed cannot be done.
  void refuse(const Error& why);
  /// Says how to get a station where the program was started without one.
  void tellNoStation();
  /// What undoLast would take back; nothing where there is nothing.
  [[nodiscard]] std::optional<Text> undoable() const;

 signals:
  void shownChanged();
  void liveChanged();
  void selectionChanged();
  void toolChanged();
  void seatChanged();
  void noticed(const fengsui::Notice& notice);
  void undoableChanged();

 private:
  struct Done {
    EventRef ref;
    Text what;
  };

  [[nodiscard]] Author author() const { return {seat_.actor(), std::nullopt}; }
  [[nodiscard]] bool mayAct();
  [[nodiscard]] StationSession::Reply recorded(Text done, std::function<void()> then,
                                               std::function<void()> refused = {});

  StationSession& session_;
  Seat seat_;
  Snapshot past_;
  std::optional<Instant> moment_;
  std::optional<Selected> selected_;
  std::vector<Selected> all_;
  Tool tool_ = Tool::look;
  std::vector<Done> done_;
  Drafts drafts_;
};

}  // namespace fengsui
