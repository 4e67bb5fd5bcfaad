// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/deriveorders.h"
#include "journal/station.h"

// One whole night of a district without a person: everything through public commands, under a clock of its own.

namespace fengsui::night {

/// 2026-07-20 18:00 +08.
inline constexpr Instant kDusk{1784541600000};
inline constexpr std::int64_t kMinute = 60'000;
inline std::atomic<std::int64_t> clockMs{kDusk.ms};
inline Instant clockNow() {
  return {clockMs.load()};
}

/// A command that was given, or nothing where only the clock went on.
struct Said {
  Instant at;
  std::string actor;
  std::optional<Command> command;
};

/// The states that something was in at any moment of the night.
struct Seen {
  std::set<OrderStage> orderStages;
  std::set<OrderStatus> orderStatuses;
  std::set<ItemState> itemStates;
  std::set<CallStage> callStages;
  std::set<MessageKind> messageKinds;
  std::set<AddresseeKind> addresseeKinds;
  std::set<std::string> addressees;
  std::set<std::string> alarmKinds;
};

class Night {
 public:
  Night(const std::string& path, int persons);

  std::function<void(const Receipt&)> confirmed;  ///< after each command, before the next
  std::function<void()> halfHour;                 ///< at every half hour
  Seen seen;
  std::vector<Said> said;  ///< what was given since the night began

  /// From the warning to the return home.
  void passes();

  [[nodiscard]] Station& station() { return *station_; }
  [[nodiscard]] const Situation& now() const { return station_->situation(); }
  [[nodiscard]] Id<Callout> callout() const { return callout_; }
  [[nodiscard]] Id<Response> response() const { return response_; }
  [[nodiscard]] Id<Incident> incident() const { return incident_; }
  [[nodiscard]] const Order& order(int number) const { return *now().find(orders_[static_cast<std::size_t>(number)]); }
  /// Closes the station and opens it again.
  void restarts();

 private:
  using Act = std::function<void()>;

  Receipt does(const Command& command, const std::string& actor = "值班长");
  std::string refuses(const Command& command, const std::string& actor = "值班长");
  void at(int minute, Act act) { plan_.emplace(minute, std::move(act)); }
  void until(int minute);
  void look();
  void note(const Receipt& receipt, const std::string& actor, const Command& command);

  // The acts, in the order of the night; each plans its scenes.
  void prepares();
  void warns();
  void callersRing(int minute);
  void consultsAndActivates();
  void raises();
  void issuesOrders();
  void answersOrders();
  void movesTheVillage();
  void reports();
  void handsOver();
  void ends();

  void report(ReportKind kind, ReportForm form);
  [[nodiscard]] ChecklistItem line(const std::string& name, const std::string& title, int dueMinute) const;
  [[nodiscard]] Order orderFor(int number) const;
  void issues(int number, int minute);

  std::string path_;
  int persons_;
  std::unique_ptr<Station> station_;
  std::vector<std::unique_ptr<Station>> callers_;
  std::mutex mutex_;
  int minute_ = 0;
  std::multimap<int, Act> plan_;

  Id<Warning> warning_;
  Id<Callout> callout_;
  std::vector<Id<Call>> calls_;
  Id<Response> response_;
  Id<Incident> incident_;
  Id<Shelter> shelter_;
  Id<Consultation> consultation_;
  Id<Directive> directive_;
  Id<Contact> contact_;
  std::vector<Id<Team>> teams_;
  std::vector<Id<Person>> people_;
  std::map<std::string, Id<Post>> posts_;
  std::vector<Id<Household>> households_;
  std::map<std::string, Id<ChecklistItem>> lines_;
  std::vector<Addressee> cast_;
  std::vector<Id<Order>> orders_;
  Situation dusk_;  ///< as it was when the first order went out
};

}  // namespace fengsui::night
