// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/station.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "core/derive.h"
#include "core/eventcodec.h"
#include "core/hlc.h"
#include "journal/fileplace.h"
#include "journal/originmark.h"
#include "journal/quarantine.h"

namespace fengsui {
namespace {

constexpr std::uint64_t kRungEvery = 512;
constexpr std::size_t kRungs = 24;
constexpr std::uint64_t kEndOfTime = static_cast<std::uint64_t>(Journal::kToTheEnd);

// Undoes what a transaction has written unless it got as far as committing.
class Transaction {
 public:
  explicit Transaction(Journal& journal) : journal_(journal) {}
  ~Transaction() {
    if (open_) journal_.rollback();
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  [[nodiscard]] Outcome begin() {
    auto done = journal_.begin();
    open_ = done.has_value();
    return done;
  }
  [[nodiscard]] Outcome commit() {
    open_ = false;
    return journal_.commit();
  }

 private:
  Journal& journal_;
  bool open_ = false;
};

}  // namespace

StationFiles StationFiles::of(const std::string& path) {
  constexpr std::string_view ending = ".fengsui";
  const std::string stem = path.ends_with(ending) ? path.substr(0, path.size() - ending.size()) : path;
  return {stem + ".fengsui", stem + ".gpkg", stem + ".files", stem + ".cache", stem + ".series"};
}

Event eventOf(const StoredEvent& stored) {
  return {stored.header, decodeBody(stored.type, stored.version,
                                    stored.payload ? std::optional<std::string_view>(*stored.payload) : std::nullopt)};
}

Station::Station(StationFiles files, Journal journal)
    : files_(std::move(files)), journal_(std::move(journal)), snapshots_(files_.cache + "/snapshots") {}

Station::~Station() = default;

Result<std::unique_ptr<Station>> Station::create(const std::string& path, const NewStation& facts, Instant now) {
  if (const auto zone = TimeZone::named(facts.timeZone); !zone) return failure(zone.error());
  if (facts.name.empty()) return failure(ErrorCode::invalid, {"a station needs a name", "站点须有名称"});
  StationFiles files = StationFiles::of(path);
  std::error_code ignored;
  if (const auto folder = std::filesystem::path(files.journal).parent_path(); !folder.empty())
    std::filesystem::create_directories(folder, ignored);
  auto journal = Journal::create(files.journal);
  if (!journal) return failure(journal.error());
  std::unique_ptr<Station> station(new Station(std::move(files), std::move(*journal)));
  const DecidedEvent first{StationCreated{Uuid::v7(now), facts.name, facts.mode, facts.timeZone, facts.district},
                           std::nullopt};
  Transaction transaction(station->journal_);
  if (const auto done = transaction.begin(); !done) return failure(done.error());
  auto stored = station->journal_.append(std::span(&first, 1), Uuid::v7(now), "fengsui", now, now);
  if (!stored) return failure(stored.error());
  if (const auto done = transaction.commit(); !done) return failure(done.error());
  originmark::remember(station->files_.journal, stored->back().header.ref);
  if (const auto done = station->foldEvents(std::move(*stored)); !done) return failure(done.error());
  return station;
}

Result<std::unique_ptr<Station>> Station::open(const std::string& path, bool readOnly) {
  StationFiles files = StationFiles::of(path);
  const auto there = isThere(files.journal);
  if (!there) return failure(there.error());
  if (!*there) {
    Error error{ErrorCode::notFound,
                {"there is no such station", "没有这个站点文件"},
                {"make one with: fengsuictl station new NAME", "可用 fengsuictl station new NAME 新建"},
                {}};
    error.place.file = files.journal;
    return failure(std::move(error));
  }
  auto journal = Journal::open(files.journal, readOnly);
  if (!journal) return failure(journal.error());
  std::unique_ptr<Station> station(new Station(std::move(files), std::move(*journal)));
  if (const auto done = station->load(); !done) return failure(done.error());
  return station;
}

TimeZone Station::timeZone() const {
  return zoneOf(situation());
}

// ---- folding

Outcome Station::load() {
  const auto version = journal_.dataVersion();
  if (!version) return failure(version.error());
  dataVersion_ = *version;
  const auto last = journal_.lastPosition();
  if (!last) return failure(last.error());
  if (auto known = snapshots_.newestUpTo(kEndOfTime, *last, journal_)) now_ = std::move(*known);
  return foldForward(now_, kEndOfTime, *last, true);
}

Outcome Station::foldForward(KnownSituation& base, std::uint64_t lastHlc, std::int64_t arrivedBy, bool keep) {
  base.position = arrivedBy;
  return journal_.readInOrder(OrderPoint::of(base.situation), lastHlc, arrivedBy, [&](StoredEvent&& event) {
    fold(base.situation, eventOf(event));
    if (keep && base.situation.eventCount % kSnapshotEvery == 0) keepSnapshot(base);
    return true;
  });
}

void Station::keepSnapshot(const KnownSituation& known) {
  if (auto heads = journal_.headsAt(OrderPoint::of(known.situation), known.position))
    snapshots_.keep({known, std::move(*heads)});
}

void Station::rememberRung() {
  rungs_.push_back(now_);
  if (rungs_.size() > kRungs) rungs_.erase(rungs_.begin());
}

KnownSituation Station::baseBefore(const OrderPoint& point, std::int64_t arrivedBy) {
  std::optional<KnownSituation> best;
  for (const KnownSituation& rung : rungs_)
    if (OrderPoint::of(rung.situation) < point && rung.position <= arrivedBy) best = rung;
  if (point.hlc > 0)
    if (!best || best->situation.eventCount + kSnapshotEvery < now_.situation.eventCount)
      if (auto stored = snapshots_.newestUpTo(point.hlc - 1, arrivedBy, journal_))
        if (!best || OrderPoint::of(stored->situation) > OrderPoint::of(best->situation)) best = std::move(stored);
  return best.value_or(KnownSituation{});
}

Outcome Station::foldEvents(std::vector<StoredEvent> arrivals) {
  if (arrivals.empty()) return {};
  std::int64_t position = now_.position;
  for (const StoredEvent& event : arrivals) position = std::max(position, event.position);
  std::sort(arrivals.begin(), arrivals.end(), [](const StoredEvent& a, const StoredEvent& b) {
    return OrderPoint::of(a.header) < OrderPoint::of(b.header);
  });
  const OrderPoint first = OrderPoint::of(arrivals.front().header);
  const auto before = now_.situation.eventCount;
  if (first < OrderPoint::of(now_.situation)) {
    // Late: everything after it is folded again.
    std::erase_if(rungs_, [&](const KnownSituation& rung) { return OrderPoint::of(rung.situation) > first; });
    KnownSituation again = baseBefore(first, position);
    if (const auto done = foldForward(again, kEndOfTime, position, false); !done) return done;
    now_ = std::move(again);
  } else {
    for (const StoredEvent& event : arrivals) fold(now_.situation, eventOf(event));
    now_.position = position;
  }
  const auto after = now_.situation.eventCount;
  if (before / kRungEvery != after / kRungEvery) rememberRung();
  if (before / kSnapshotEvery != after / kSnapshotEvery) keepSnapshot(now_);
  return {};
}

Outcome Station::foldNewArrivals() {
  std::vector<StoredEvent> arrivals;
  const auto read = journal_.readArrivals(now_.position, [&](StoredEvent&& event) {
    arrivals.push_back(std::move(event));
    return true;
  });
  if (!read) return read;
  return foldEvents(std::move(arrivals));
}

bool Station::changedByOthers() {
  const auto version = journal_.dataVersion();
  return version && *version != dataVersion_;
}

Result<bool> Station::refresh() {
  const auto version = journal_.dataVersion();
  if (!version) return failure(version.error());
  const auto before = now_.position;
  if (const auto done = foldNewArrivals(); !done) return failure(done.error());
  dataVersion_ = *version;
  return now_.position != before;
}

Result<Situation> Station::at(Instant moment, Knowledge knowledge) {
  if (const auto fresh = refresh(); !fresh) return failure(fresh.error());
  const auto last =
      knowledge == Knowledge::truth ? Result<std::int64_t>(now_.position) : journal_.lastPositionAt(moment);
  if (!last) return failure(last.error());
  const auto lastHlc = knowledge == Knowledge::truth ? hlc::lastOf(moment) : kEndOfTime;
  if (now_.situation.lastHlc <= lastHlc && *last == now_.position) return now_.situation;
  KnownSituation base = baseBefore({lastHlc, {}, 0}, *last);
  if (const auto done = foldForward(base, lastHlc, *last, knowledge == Knowledge::truth); !done)
    return failure(done.error());
  return std::move(base.situation);
}

// ---- writing

// A file that this installation has not been writing, or that is behind what it wrote, is a copy or a restored backup:
// going on under its origin would fork the chain.
Result<std::optional<Uuid>> Station::ownOrigin() {
  const auto heads = journal_.heads();
  if (!heads) return failure(heads.error());
  std::optional<Uuid> own;
  for (const auto& [origin, sequence] : *heads)
    if ((!own || origin == journal_.origin()) && originmark::mayContinue(files_.journal, {origin, sequence}))
      own = origin;
  return own;
}

Uuid Station::origin() {
  if (originClaimed_) return journal_.origin();
  // Of a copy it is asked anew: another program of this seat may have written first, and then its origin is ours.
  if (foundOrigin_.isNil())
    if (const auto own = ownOrigin()) foundOrigin_ = own->value_or(Uuid{});
  return foundOrigin_;
}

// Within a transaction, before anything is decided.
Result<std::vector<DecidedEvent>> Station::claimOrigin() {
  if (originClaimed_) return std::vector<DecidedEvent>{};
  const auto own = ownOrigin();
  if (!own) return failure(own.error());
  if (*own) {
    journal_.useOrigin(**own);
    return std::vector<DecidedEvent>{};
  }
  const auto after = journal_.mintOrigin();
  if (!after) return failure(after.error());
  return std::vector<DecidedEvent>{
      {OriginOpened{*after, "copied, restored or moved to another computer"}, std::nullopt}};
}

Result<Receipt> Station::write(const Author& author, const Decide& decideNow) {
  if (journal_.readOnly())
    return failure(ErrorCode::refused, {"the station is open for reading only", "站点以只读方式打开"});
  Transaction transaction(journal_);
  if (const auto done = transaction.begin(); !done) return failure(done.error());
  if (const auto done = foldNewArrivals(); !done) return failure(done.error());
  auto events = claimOrigin();
  if (!events) return failure(events.error());
  const Instant now = clock_();
  const DecisionContext context{now, author.occurred.value_or(now), author.actor, journal_.origin()};
  auto decided = decideNow(now_.situation, context);
  if (!decided) return failure(decided.error());
  Receipt receipt{Uuid::v7(now), {}, false};
  if (decided->empty()) return receipt;
  receipt.undoable =
      std::all_of(decided->begin(), decided->end(), [](const DecidedEvent& event) { return canBeUndone(event.body); });
  const std::size_t opening = events->size();
  std::move(decided->begin(), decided->end(), std::back_inserter(*events));
  auto stored = journal_.append(*events, receipt.command, author.actor, context.occurred, now);
  if (!stored) return failure(stored.error());
  if (const auto done = transaction.commit(); !done) return failure(done.error());
  originClaimed_ = true;
  for (std::size_t i = opening; i < stored->size(); ++i) receipt.events.push_back((*stored)[i].header.ref);
  originmark::remember(files_.journal, receipt.events.back());
  if (const auto done = foldEvents(std::move(*stored)); !done) return failure(done.error());
  return receipt;
}

Result<Receipt> Station::execute(const Command& command, const Author& author) {
  return write(author, [&](const Situation& situation, const DecisionContext& context) {
    return decide(situation, command, context);
  });
}

Result<Receipt> Station::undo(const EventRef& ref, const Author& author) {
  const auto named = journal_.find(ref);
  if (!named) return failure(named.error());
  if (!*named) return failure(ErrorCode::notFound, {"there is no such entry", "没有这条记录"});
  // What one command did is taken back as a whole.
  auto whole = journal_.commandOf(**named);
  if (!whole) return failure(whole.error());
  std::vector<Event> events;
  events.reserve(whole->size());
  for (auto event = whole->rbegin(); event != whole->rend(); ++event) events.push_back(eventOf(*event));
  return write(author,
               [&](const Situation& situation, const DecisionContext& context) -> Result<std::vector<DecidedEvent>> {
                 Situation after = situation;
                 std::vector<DecidedEvent> all;
                 for (const Event& event : events) {
                   if (std::holds_alternative<OriginOpened>(event.body)) continue;
                   auto back = decide(after, Undo{event}, context);
                   if (!back) return back;
                   for (DecidedEvent& compensation : *back) {
                     EventHeader header = event.header;
                     header.undoes = compensation.undoes;
                     fold(after, {header, compensation.body});
                     all.push_back(std::move(compensation));
                   }
                 }
                 return all;
               });
}

Result<Station::Received> Station::receive(std::vector<StoredEvent> events) {
  if (journal_.readOnly())
    return failure(ErrorCode::refused, {"the station is open for reading only", "站点以只读方式打开"});
  Transaction transaction(journal_);
  if (const auto done = transaction.begin(); !done) return failure(done.error());
  const Instant now = clock_();
  auto due = quarantine::release(journal_.database(), now);
  if (!due) return failure(due.error());
  std::set<EventRef> held;
  for (StoredEvent& event : *due) {
    held.insert(event.header.ref);
    events.push_back(std::move(event));
  }
  std::sort(events.begin(), events.end(),
            [](const StoredEvent& a, const StoredEvent& b) { return a.header.ref < b.header.ref; });
  const auto latest = hlc::lastOf(now.plusMs(hlc::kMaxAheadMs));
  Received received;
  for (StoredEvent& event : events) {
    if (event.header.hlc > latest) {
      const auto kept = quarantine::keep(journal_.database(), event, now);
      if (kept)
        ++(*kept ? received.quarantined : received.known);
      else if (kept.error().code == ErrorCode::damaged)
        received.damaged.push_back(kept.error());
      else
        return failure(kept.error());
      continue;
    }
    const auto added = journal_.appendForeign(event, now);
    if (added) {
      ++(*added ? received.added : received.known);
    } else if (added.error().code == ErrorCode::invalid && held.contains(event.header.ref)) {
      if (const auto kept = quarantine::keep(journal_.database(), event, now); !kept) return failure(kept.error());
    } else if (added.error().code == ErrorCode::invalid) {
      received.early.push_back(std::move(event));
    } else if (added.error().code == ErrorCode::damaged) {
      received.damaged.push_back(added.error());
    } else {
      return failure(added.error());
    }
  }
  if (const auto done = transaction.commit(); !done) return failure(done.error());
  if (const auto done = foldNewArrivals(); !done) return failure(done.error());
  return received;
}

}  // namespace fengsui
