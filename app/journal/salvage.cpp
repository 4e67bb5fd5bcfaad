// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/salvage.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <tuple>

#include "core/hlc.h"
#include "journal/eventrecord.h"
#include "journal/eventrows.h"
#include "journal/fileplace.h"
#include "journal/journal.h"
#include "journal/originmark.h"
#include "journal/pagescan.h"
#include "journal/quarantine.h"
#include "journal/salvagecopy.h"
#include "journal/station.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;
using eventrows::Cell;
using eventrows::RawEvent;

/// One event on its way out.
struct Saved {
  StoredEvent event;
  bool verified = false;
};

template <class Value>
void addCandidate(std::vector<Value>& to, const Value& value) {
  if (std::ranges::find(to, value) == to.end()) to.push_back(value);
}

// Everything that was found, wherever; a number may stand for several texts, an event may have several versions. The
// chain decides between them.
struct Finds {
  std::map<std::int64_t, std::vector<Uuid>> origins;
  std::map<std::int64_t, std::vector<std::string>> words;
  std::map<std::pair<std::int64_t, std::uint64_t>, std::vector<RawEvent>> events;  // by origin and sequence
  bool clean = true;  // SQLite gave everything without complaint

  void addOrigin(std::int64_t number, std::span<const std::uint8_t> bytes) {
    Uuid id;
    if (bytes.size() != id.bytes.size()) return;
    std::ranges::copy(bytes, id.bytes.begin());
    addCandidate(origins[number], id);
  }
  // @return whether it is new.
  bool addEvent(RawEvent&& raw) {
    auto& versions = events[{raw.origin, raw.event.header.ref.sequence}];
    const auto content = [](const RawEvent& r) {
      const EventHeader& h = r.event.header;
      return std::tie(r.type, r.actor, h.hlc, h.occurred, h.command, h.undoes, r.event.version, r.event.payloadHash,
                      r.event.chain);
    };
    for (const RawEvent& known : versions)
      if (content(known) == content(raw)) return false;
    versions.push_back(std::move(raw));
    return versions.size() == 1;
  }
};

void readNames(Sqlite& db, Finds& finds) {
  // The unique indices hold the same texts once more.
  for (const char* source : {"NOT INDEXED", "INDEXED BY sqlite_autoindex_origin_1"})
    if (auto rows = db.prepare("SELECT number,uuid FROM origin " + std::string(source)))
      while (rows->step().value_or(false)) finds.addOrigin(rows->integer(0), rows->blob(1));
  for (const char* source : {"NOT INDEXED", "INDEXED BY sqlite_autoindex_word_1"})
    if (auto rows = db.prepare("SELECT number,text FROM word " + std::string(source)))
      while (rows->step().value_or(false)) addCandidate(finds.words[rows->integer(0)], std::string(rows->text(1)));
}

void readWithSqlite(Sqlite& db, Finds& finds, SalvageReport& report, const std::stop_token& stop) {
  readNames(db, finds);
  std::int64_t last = 0;
  const auto gaps = eventrows::readAll(db, [&](std::span<const Cell> cells) {
    auto raw = eventrows::rawEventFrom(cells);
    if (raw) {
      finds.clean = finds.clean && raw->event.position == last + 1;
      last = raw->event.position;
      finds.addEvent(std::move(*raw));
    } else {
      finds.clean = false;
    }
    return !stop.stop_requested();
  });
  if (!gaps) {
    finds.clean = false;
    report.notes.push_back({"SQLite cannot read the events: " + gaps.error().message.en,
                            "SQLite 无法读取记录：" + gaps.error().message.zh});
    return;
  }
  for (const eventrows::Gap& gap : *gaps) {
    finds.clean = false;
    const std::string from = std::to_string(gap.from);
    const std::string to = std::to_string(gap.to);
    report.notes.push_back({"SQLite cannot read the events at positions " + from + " to " + to,
                            "SQLite 无法读取位置 " + from + " 至 " + to + " 的记录"});
  }
}

void readPages(const std::string& copy, Finds& finds, SalvageReport& report) {
  constexpr std::size_t kOriginOrWord = 2;
  const auto pages = pagescan::readRows(copy, [&](std::int64_t rowid, std::span<const Cell> cells) {
    if (cells.empty() || !std::holds_alternative<std::monostate>(cells[0])) return;
    if (cells.size() == kOriginOrWord) {
      if (const auto* bytes = std::get_if<std::span<const std::uint8_t>>(&cells[1])) finds.addOrigin(rowid, *bytes);
      if (const auto* text = std::get_if<std::string_view>(&cells[1]))
        addCandidate(finds.words[rowid], std::string(*text));
    } else if (cells.size() == eventrows::kColumnCount) {
      std::vector<Cell> whole(cells.begin(), cells.end());
      whole[0] = rowid;
      if (auto raw = eventrows::rawEventFrom(whole))
        if (finds.addEvent(std::move(*raw))) ++report.fromPages;
    }
  });
  if (!pages) report.notes.push_back(pages.error().message);
}

// One origin's chain, with one of the ids that its number may stand for.
struct Walk {
  SalvagedOrigin result;
  std::vector<Saved> saved;
  std::uint64_t nameless = 0;
  std::size_t verified = 0;
};

Walk walk(std::int64_t number, const Uuid& origin, const Finds& finds) {
  Walk out;
  out.result.origin = origin;
  std::uint64_t last = 0;
  std::vector<Digest> before = {Digest{}};  // what may stand ahead in the chain: as stored, as it should be
  std::optional<std::size_t> doubtful;      // the last event, where it may yet be confirmed by the next
  const auto none = finds.words.end();
  for (auto at = finds.events.lower_bound({number, 0}); at != finds.events.end() && at->first.first == number; ++at) {
    const std::uint64_t sequence = at->first.second;
    if (sequence != last + 1) {
      out.result.lost.push_back({last + 1, sequence - 1});
      before.clear();
      doubtful.reset();
    }
    last = sequence;
    std::optional<StoredEvent> chosen;
    bool fits = false;
    bool confirms = false;
    Digest computed{};
    for (const RawEvent& raw : at->second) {
      const auto types = finds.words.find(raw.type);
      const auto actors = finds.words.find(raw.actor);
      if (types == none || actors == none) continue;
      for (const std::string& type : types->second)
        for (const std::string& actor : actors->second) {
          if (fits) continue;
          StoredEvent event = raw.event;
          event.header.ref.origin = origin;
          event.header.actor = actor;
          event.type = type;
          for (std::size_t i = 0; i < before.size() && !fits; ++i) {
            fits = chainAfter(before[i], event) == event.chain;
            confirms = fits && i == 1;
          }
          if (fits || !chosen) {
            if (!before.empty()) computed = chainAfter(before[0], event);
            chosen = std::move(event);
          }
        }
    }
    if (!chosen) {
      ++out.nameless;
      before = {at->second.front().event.chain};
      doubtful.reset();
      continue;
    }
    if (confirms && doubtful) {
      // Only its chain value was changed: the next event vouches for what it should be.
      out.saved[*doubtful].event.chain = before[1];
      out.saved[*doubtful].verified = true;
      ++out.verified;
    }
    doubtful.reset();
    if (!fits && !before.empty()) {
      doubtful = out.saved.size();
      before = {chosen->chain, computed};
    } else {
      before = {chosen->chain};
    }
    out.verified += fits ? 1 : 0;
    out.saved.push_back({std::move(*chosen), fits});
  }
  out.result.readable = out.saved.size();
  out.result.unverified = out.saved.size() - out.verified;
  for (const Saved& saved : out.saved) {
    if (!saved.verified || saved.event.header.ref.sequence != out.result.prefix + 1) break;
    ++out.result.prefix;
  }
  return out;
}

// Where and when an event arrived is hashed by nobody and may be damaged: an origin's events arrived in their sequence,
// times of arrival ascend, and nothing from further in the future than quarantine allows was taken in. Undamaged
// arrivals keep their order and times.
void orderArrivals(std::vector<Saved>& all) {
  std::map<Uuid, std::int64_t> last;
  for (Saved& saved : all) {  // by origin and sequence
    std::int64_t& position = last[saved.event.header.ref.origin];
    position = std::max(position, saved.event.position);
    saved.event.position = position;
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Saved& a, const Saved& b) { return a.event.position < b.event.position; });
  const auto earliest = [](const Saved& s) { return hlc::instantOf(s.event.header.hlc).plusMs(-hlc::kMaxAheadMs); };
  Instant next{std::numeric_limits<std::int64_t>::max()};
  for (auto saved = all.rbegin(); saved != all.rend(); ++saved) {
    Instant& received = saved->event.received;
    received = std::max(std::min(std::max(received, earliest(*saved)), next), earliest(*saved));
    next = received;
  }
}

std::vector<Saved> resolve(const Finds& finds, SalvageReport& report) {
  report.origins.clear();
  report.nameless = 0;
  std::vector<Saved> all;
  std::int64_t number = std::numeric_limits<std::int64_t>::min();
  for (auto at = finds.events.begin(); at != finds.events.end();
       at = finds.events.upper_bound({number, ~std::uint64_t{0}})) {
    number = at->first.first;
    std::optional<Walk> best;
    if (const auto ids = finds.origins.find(number); ids != finds.origins.end())
      for (const Uuid& id : ids->second)
        if (Walk tried = walk(number, id, finds); !best || tried.verified > best->verified) best = std::move(tried);
    if (!best) {
      for (auto lost = at; lost != finds.events.end() && lost->first.first == number; ++lost) ++report.nameless;
      continue;
    }
    report.nameless += best->nameless;
    report.origins.push_back(std::move(best->result));
    std::move(best->saved.begin(), best->saved.end(), std::back_inserter(all));
  }
  orderArrivals(all);
  report.readable = all.size();
  return all;
}

std::vector<StoredEvent> readQuarantine(Sqlite& db) {
  std::vector<StoredEvent> events;
  if (auto rows = db.prepare("SELECT record FROM quarantine NOT INDEXED"))
    while (rows->step().value_or(false)) {
      const auto json = parseJson(rows->text(0));
      auto event = json ? eventFromRecord(*json) : Result<StoredEvent>(failure(json.error()));
      if (event && (!event->payload || blake2b(*event->payload) == event->payloadHash))
        events.push_back(std::move(*event));
    }
  return events;
}

Outcome writeLines(const std::string& path, const std::vector<Saved>& saved,
                   const std::vector<StoredEvent>& quarantined) {
  std::ofstream out(path, std::ios::binary);
  for (const Saved& one : saved) {
    Json record = eventToRecord(one.event);
    if (!one.verified) record["unverified"] = true;
    out << canonical(record) << '\n';
  }
  for (const StoredEvent& event : quarantined) {
    Json record = eventToRecord(event);
    record["quarantined"] = true;
    out << canonical(record) << '\n';
  }
  if (out.flush()) return {};
  Error error{ErrorCode::io,
              {"the file cannot be written", "无法写入文件"},
              {"check the space and the rights of the folder", "请检查空间和文件夹权限"},
              {}};
  error.place.file = path;
  std::error_code ignored;
  fs::remove(path, ignored);
  return failure(std::move(error));
}

Outcome makeStation(const std::string& path, const std::vector<Saved>& saved,
                    const std::vector<StoredEvent>& quarantined, const SalvageReport& report) {
  auto journal = Journal::create(path);
  if (!journal) return failure(journal.error());
  if (auto done = journal->begin(); !done) return done;
  std::map<Uuid, std::uint64_t> prefix;
  for (const SalvagedOrigin& origin : report.origins) prefix[origin.origin] = origin.prefix;
  EventRef last;
  Instant now;
  for (const Saved& one : saved) {
    const EventRef& ref = one.event.header.ref;
    if (ref.sequence > prefix[ref.origin]) continue;
    now = std::max(now, one.event.received);
    if (const auto added = journal->appendForeign(one.event, one.event.received); !added) return failure(added.error());
    last = ref;
  }
  for (const StoredEvent& event : quarantined)
    if (const auto kept = quarantine::keep(journal->database(), event, now); !kept) return failure(kept.error());
  // What follows here is a new origin's: the old one may have gone on in what was lost.
  const DecidedEvent opened{OriginOpened{last, "salvaged from a damaged file"}, std::nullopt};
  const Instant today = std::max(now, systemNow());
  const auto stored = journal->append(std::span(&opened, 1), Uuid::v7(today), "fengsui", today, today);
  if (!stored) return failure(stored.error());
  if (auto done = journal->commit(); !done) return done;
  originmark::remember(path, stored->back().header.ref);
  return {};
}

void describe(SalvageReport& report) {
  for (const SalvagedOrigin& o : report.origins) {
    const std::string id = o.origin.text();
    for (const LostEvents& lost : o.lost) {
      const std::string from = std::to_string(lost.from);
      const std::string to = std::to_string(lost.to);
      report.notes.push_back({"origin " + id + ": events " + from + " to " + to + " are lost",
                              "来源 " + id + "：第 " + from + " 至 " + to + " 条记录已丢失"});
    }
    if (o.prefix < o.readable)
      report.notes.push_back({"origin " + id + ": verified up to event " + std::to_string(o.prefix) + "; " +
                                  std::to_string(o.unverified) + " readable events are in doubt",
                              "来源 " + id + "：可验证至第 " + std::to_string(o.prefix) + " 条；" +
                                  std::to_string(o.unverified) + " 条可读记录存疑"});
  }
  if (report.nameless > 0)
    report.notes.push_back(
        {std::to_string(report.nameless) + " events cannot be written: their origin or words are lost",
         std::to_string(report.nameless) + " 条记录无法导出：其来源或词条已丢失"});
}

// A folder that is gone afterwards.
class WorkFolder {
 public:
  explicit WorkFolder(std::string path) : path_(std::move(path)) {
    std::error_code ignored;
    fs::create_directories(path_, ignored);
  }
  ~WorkFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  [[nodiscard]] std::string operator/(const char* name) const { return path_ + '/' + name; }

 private:
  std::string path_;
};

}  // namespace

Result<SalvageReport> salvage(const std::string& path, const SalvageTargets& targets, std::stop_token stop) {
  const std::string work = targets.jsonLines + ".work";
  for (const std::string& target : {targets.jsonLines, targets.station.value_or(""), work}) {
    if (target.empty()) continue;
    if (const auto free = isFree(target); !free) return failure(free.error());
  }
  const WorkFolder folder(work);
  // Two copies: SQLite may write to the one it opens.
  const std::string forPages = folder / "pages";
  const std::string forSqlite = folder / "sqlite";
  if (const auto done = copyForSalvage(path, forPages); !done) return failure(done.error());
  for (const char* suffix : {"", "-wal"}) {
    std::error_code failed;
    if (fs::exists(forPages + suffix, failed)) fs::copy_file(forPages + suffix, forSqlite + suffix, failed);
    if (failed) return failure(ErrorCode::full, {"the copy cannot be written", "无法写入副本"});
  }

  SalvageReport report;
  Finds finds;
  std::vector<StoredEvent> quarantined;
  if (auto db = Sqlite::open(forSqlite, SqliteAccess::readWrite)) {
    readWithSqlite(*db, finds, report, stop);
    quarantined = readQuarantine(*db);
  } else {
    finds.clean = false;
  }
  std::vector<Saved> saved = resolve(finds, report);
  const bool whole =
      finds.clean && report.nameless == 0 && !saved.empty() && std::ranges::all_of(saved, &Saved::verified);
  if (!whole && !stop.stop_requested()) {
    readPages(forPages, finds, report);
    saved = resolve(finds, report);
  }
  if (stop.stop_requested()) return failure(ErrorCode::refused, {"stopped before it was done", "未完成即被停止"});
  report.quarantined = quarantined.size();
  describe(report);
  if (const auto done = writeLines(targets.jsonLines, saved, quarantined); !done) return failure(done.error());
  if (targets.station && report.verified() == 0)
    report.notes.push_back({"no event can be verified: no new station was made", "没有可验证的记录：未生成新站点"});
  if (targets.station && report.verified() > 0) {
    const std::string station = StationFiles::of(*targets.station).journal;
    if (const auto free = isFree(station); !free) return failure(free.error());
    if (const auto done = makeStation(station, saved, quarantined, report); !done) {
      std::error_code ignored;
      for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(station + suffix, ignored);
      return failure(done.error());
    }
    report.stationMade = true;
  }
  return report;
}

}  // namespace fengsui
