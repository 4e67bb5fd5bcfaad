// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/verify.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "core/hlc.h"
#include "journal/eventrecord.h"
#include "journal/eventrows.h"
#include "journal/journal.h"
#include "journal/schema.h"

namespace fengsui {
namespace {

constexpr std::size_t kListed = 20;  // of faults and unreadable events; the rest is counted by nobody
constexpr std::uint64_t kProgressEvery = 4096;

Text named(const EventRef& ref, std::int64_t position, const Text& what) {
  const std::string origin = ref.origin.text();
  const std::string sequence = std::to_string(ref.sequence);
  const std::string at = std::to_string(position);
  return {"event " + sequence + " of origin " + origin + " (position " + at + "): " + what.en,
          "来源 " + origin + " 的第 " + sequence + " 条记录（位置 " + at + "）：" + what.zh};
}

class Verifier {
 public:
  Verifier(Sqlite& db, std::stop_token stop, const VerifyProgress& progress)
      : db_(db), stop_(std::move(stop)), progress_(progress) {}

  VerifyReport run() {
    db_.setInterrupt([this] { return stop_.stop_requested(); });
    // One state of the file, whatever others write meanwhile.
    if (const auto begun = db_.run("PRAGMA cell_size_check=ON;BEGIN"); !begun) fault(begun.error().message);
    schema();
    facts();
    events();
    late();
    quarantine();
    structure();
    (void)db_.run("ROLLBACK");
    report_.cancelled = stop_.stop_requested();
    for (auto& [origin, chain] : chains_) report_.origins.push_back({origin, chain.events, std::move(chain.firstBad)});
    return std::move(report_);
  }

 private:
  struct Chain {
    std::uint64_t events = 0;
    std::uint64_t sequence = 0;
    Digest value{};
    std::optional<Digest> wouldBe;  // the value that fits the last event, where that is not the stored one
    std::optional<BadEvent> firstBad;
  };

  void fault(Text text) {
    if (stop_.stop_requested()) return;
    if (report_.faults.size() < kListed) report_.faults.push_back(std::move(text));
  }
  void fault(std::string en, std::string zh) { fault(Text{std::move(en), std::move(zh)}); }

  void bad(Chain& chain, const EventRef& ref, std::int64_t position, const Text& what) {
    if (!chain.firstBad) chain.firstBad = BadEvent{ref, position, named(ref, position, what)};
  }

  void schema() {
    const auto listed = [](Sqlite& db) -> Result<std::set<std::string>> {
      auto statement = db.prepare("SELECT type,name,tbl_name,sql FROM sqlite_schema");
      if (!statement) return failure(statement.error());
      std::set<std::string> lines;
      for (;;) {
        const auto row = statement->step();
        if (!row) return failure(row.error());
        if (!*row) return lines;
        std::string line;
        for (int i = 0; i < 4; ++i) line.append(statement->text(i)) += '\n';
        lines.insert(std::move(line));
      }
    };
    auto model = Sqlite::open(":memory:", SqliteAccess::create);
    if (!model || !model->run(kJournalSchema)) return;
    const auto own = listed(*model);
    const auto here = listed(db_);
    if (!here)
      fault(here.error().message);
    else if (own && *own != *here)
      fault("the tables of the file are not those of its format", "文件的数据表与其格式不符");
  }

  void facts() {
    dictionary_ = eventrows::readDictionary(db_);
    auto statement = db_.prepare("SELECT key,value FROM fengsui NOT INDEXED");
    if (!statement) return fault(statement.error().message);
    std::map<std::string, std::string> facts;
    for (;;) {
      const auto row = statement->step();
      if (!row) return fault(row.error().message);
      if (!*row) break;
      facts[std::string(statement->text(0))] = std::string(statement->text(1));
    }
    own_ = Uuid::parse(facts["origin"]);
    const bool known =
        own_ && std::ranges::any_of(dictionary_.origins, [&](const auto& o) { return o.second == *own_; });
    if (facts["format"] != std::to_string(kJournalFormat) || facts.size() != 2 || !own_)
      fault("what the file says about itself does not fit its format", "文件的自述信息与其格式不符");
    else if (!known && db_.integer("SELECT 1 FROM event LIMIT 1").value_or(std::nullopt))
      fault("the origin under which this file is written has no events in it", "本文件的写入来源在文件中没有任何记录");
  }

  void events() {
    const auto total = db_.integer("SELECT max(position) FROM event").value_or(std::nullopt).value_or(0);
    const auto gaps = eventrows::readAll(db_, [&](std::span<const eventrows::Cell> cells) {
      event(cells);
      if (progress_ && report_.events % kProgressEvery == 0)
        progress_(report_.events, static_cast<std::uint64_t>(total));
      return !stop_.stop_requested();
    });
    if (!gaps) return fault(gaps.error().message);
    if (stop_.stop_requested()) return;
    for (const eventrows::Gap& gap : *gaps) unreadable(gap);
    if (progress_) progress_(report_.events, static_cast<std::uint64_t>(total));
  }

  void event(std::span<const eventrows::Cell> cells) {
    ++report_.events;
    const auto* position = std::get_if<std::int64_t>(&cells[0]);
    const std::int64_t at = position ? *position : 0;
    auto read = eventrows::eventFrom(cells, dictionary_);
    if (!read) {
      unreadableRow(cells, at, read.error().message);
      lastPosition_ = at;
      return;
    }
    const StoredEvent& e = *read;
    const EventRef& ref = e.header.ref;
    Chain& chain = chains_[ref.origin];
    ++chain.events;
    report_.withoutPayload += e.payload ? 0 : 1;
    if (at != lastPosition_ + 1)
      bad(chain, ref, at,
          {"the positions before it are missing (the last one was " + std::to_string(lastPosition_) + ")",
           "其前面的位置缺失（上一位置为 " + std::to_string(lastPosition_) + "）"});
    if (ref.sequence != chain.sequence + 1)
      bad(chain, ref, at,
          {"it should be event " + std::to_string(chain.sequence + 1) +
               ": what comes before it is missing or out of order",
           "应为第 " + std::to_string(chain.sequence + 1) + " 条：其前序记录缺失或次序有误"});
    const Digest fits = chainAfter(chain.value, e);
    if (fits != e.chain) {
      // Where this one fits what its predecessor's value would be, it is that value which was changed.
      const bool predecessor = chain.wouldBe && chainAfter(*chain.wouldBe, e) == e.chain;
      if (!predecessor)
        bad(chain, ref, at,
            {"its content, header or chain value is not what was recorded: the chain does not fit",
             "其内容、记录头或链值与当初所记不符：链校验失败"});
    }
    chain.wouldBe = fits == e.chain ? std::optional<Digest>() : fits;
    chain.value = e.chain;
    chain.sequence = ref.sequence;

    if (e.received < lastReceived_)
      bad(chain, ref, at, {"it was received before the one ahead of it", "其接收时间早于前一条记录"});
    if (hlc::instantOf(e.header.hlc).ms > e.received.ms + kClockSlackMs)
      bad(chain, ref, at, {"its clock is far ahead of the moment at which it was received", "其时钟远早于接收时刻"});
    if (e.header.hlc <= lastHlc_) late_[at] = e.header.hlc;
    lastHlc_ = std::max(lastHlc_, e.header.hlc);
    lastReceived_ = e.received;
    lastPosition_ = at;
  }

  // A row that does not make an event may still say whose it is.
  void unreadableRow(std::span<const eventrows::Cell> cells, std::int64_t at, const Text& what) {
    const auto* number = cells.size() > 2 ? std::get_if<std::int64_t>(&cells[1]) : nullptr;
    const auto* sequence = cells.size() > 2 ? std::get_if<std::int64_t>(&cells[2]) : nullptr;
    const auto origin = number ? dictionary_.origins.find(*number) : dictionary_.origins.end();
    if (origin != dictionary_.origins.end() && sequence && *sequence > 0) {
      Chain& chain = chains_[origin->second];
      bad(chain, {origin->second, static_cast<std::uint64_t>(*sequence)}, at, what);
      ++chain.events;
      if (static_cast<std::uint64_t>(*sequence) == chain.sequence + 1) ++chain.sequence;
      return;
    }
    addUnreadable({std::nullopt,
                   at,
                   {"the event at position " + std::to_string(at) + " cannot be read: " + what.en,
                    "位置 " + std::to_string(at) + " 的记录无法读取：" + what.zh}});
  }

  void addUnreadable(BadEvent event) {
    if (report_.unreadable.size() < kListed) report_.unreadable.push_back(std::move(event));
  }

  // The index still knows what stood on a page that cannot be read.
  void unreadable(const eventrows::Gap& gap) {
    const std::string from = std::to_string(gap.from);
    const std::string to = std::to_string(gap.to);
    BadEvent lost{std::nullopt,
                  gap.from,
                  {"the events at positions " + from + " to " + to + " cannot be read: the page is damaged",
                   "位置 " + from + " 至 " + to + " 的记录无法读取：页面已损坏"}};
    auto statement = db_.prepare("SELECT origin,sequence FROM event INDEXED BY event_source WHERE position=" + from);
    if (statement && statement->step().value_or(false))
      if (const auto origin = dictionary_.origins.find(statement->integer(0)); origin != dictionary_.origins.end()) {
        lost.ref = EventRef{origin->second, static_cast<std::uint64_t>(statement->integer(1))};
        Chain& chain = chains_[origin->second];
        // The gap came before what was found missing behind it.
        if (!chain.firstBad || chain.firstBad->position > gap.from)
          chain.firstBad =
              BadEvent{lost.ref, gap.from,
                       named(*lost.ref, gap.from, {"it cannot be read: the page is damaged", "无法读取：页面已损坏"})};
      }
    addUnreadable(std::move(lost));
  }

  void late() {
    auto statement = db_.prepare("SELECT position,hlc FROM late ORDER BY position");
    if (!statement) return fault(statement.error().message);
    std::map<std::int64_t, std::uint64_t> listed;
    for (;;) {
      const auto row = statement->step();
      if (!row) return fault(row.error().message);
      if (!*row) break;
      listed[statement->integer(0)] = static_cast<std::uint64_t>(statement->integer(1));
    }
    if (!stop_.stop_requested() && listed != late_)
      fault("the list of late arrivals does not fit the events", "迟到记录表与记录不符");
  }

  void quarantine() {
    auto statement = db_.prepare("SELECT origin,sequence,hlc,record FROM quarantine NOT INDEXED");
    if (!statement) return fault(statement.error().message);
    for (;;) {
      const auto row = statement->step();
      if (!row) return fault(row.error().message);
      if (!*row) return;
      ++report_.quarantined;
      const auto json = parseJson(statement->text(3));
      const auto event = json ? eventFromRecord(*json) : Result<StoredEvent>(failure(json.error()));
      const bool fits = event && (!event->payload || blake2b(*event->payload) == event->payloadHash) &&
                        canonical(eventToRecord(*event)) == statement->text(3) &&
                        std::ranges::equal(statement->blob(0), event->header.ref.origin.bytes) &&
                        event->header.ref.sequence == static_cast<std::uint64_t>(statement->integer(1)) &&
                        event->header.hlc == static_cast<std::uint64_t>(statement->integer(2));
      if (!fits) fault("an event in quarantine is damaged", "一条隔离中的记录已损坏");
    }
  }

  void structure() {
    if (stop_.stop_requested()) return;
    // Not quick_check: that one does not compare the indices with the rows.
    auto statement = db_.prepare("PRAGMA integrity_check(" + std::to_string(kListed) + ")");
    if (!statement) return fault(statement.error().message);
    for (;;) {
      const auto row = statement->step();
      if (!row) return fault(row.error().message);
      if (!*row) return;
      if (statement->text(0) != "ok") {
        const std::string what(statement->text(0));
        fault("SQLite finds: " + what, "SQLite 检出：" + what);
      }
    }
  }

  // An event further ahead than that would have been quarantined; the counter of the clock adds a little.
  static constexpr std::int64_t kClockSlackMs = hlc::kMaxAheadMs + 60'000;

  Sqlite& db_;
  std::stop_token stop_;
  const VerifyProgress& progress_;
  VerifyReport report_;
  eventrows::Dictionary dictionary_;
  std::optional<Uuid> own_;
  std::map<Uuid, Chain> chains_;
  std::map<std::int64_t, std::uint64_t> late_;
  std::int64_t lastPosition_ = 0;
  std::uint64_t lastHlc_ = 0;
  Instant lastReceived_;
};

}  // namespace

bool VerifyReport::sound() const {
  return !cancelled && faults.empty() && unreadable.empty() &&
         std::ranges::none_of(origins, [](const VerifiedOrigin& origin) { return origin.firstBad.has_value(); });
}

Result<VerifyReport> verifyStation(const std::string& path, std::stop_token stop, const VerifyProgress& progress) {
  {
    // Says what a station is that this program cannot read at all; a damaged one is looked at all the same.
    const auto journal = Journal::open(path, true);
    if (!journal && journal.error().code != ErrorCode::damaged) return failure(journal.error());
  }
  auto db = Sqlite::open(path, SqliteAccess::readOnly);
  if (!db) return failure(db.error());
  return Verifier(*db, std::move(stop), progress).run();
}

}  // namespace fengsui
