// SPDX-License-Identifier: GPL-3.0-or-later
#include <deque>
#include <fstream>
#include <iostream>
#include <thread>

#include "cli/session.h"
#include "core/eventcodec.h"
#include "journal/eventrecord.h"
#include "journal/salvage.h"
#include "journal/verify.h"

namespace fengsui {
namespace {

std::string refText(const EventRef& ref) {
  return ref.origin.text() + ":" + std::to_string(ref.sequence);
}

Result<EventRef> refFrom(const std::string& text) {
  const auto colon = text.find(':');
  const auto origin = colon == std::string::npos ? std::nullopt : Uuid::parse(text.substr(0, colon));
  if (origin) {
    char* end = nullptr;
    const auto sequence = std::strtoull(text.c_str() + colon + 1, &end, 10);
    if (*end == '\0' && sequence > 0) return EventRef{*origin, sequence};
  }
  return failure(ErrorCode::invalid, {"\"" + text + "\" is no entry", "“" + text + "”不是记录编号"},
                 {"write ORIGIN:NUMBER as journal tail shows it", "请写 journal tail 所示的 来源:序号"});
}

void printEvent(const Session& session, const TimeZone& zone, const StoredEvent& event) {
  if (session.console.json) {
    session.console.line(canonical(eventToRecord(event)));
    return;
  }
  constexpr std::size_t most = 160;
  std::string payload = event.payload.value_or("-");
  if (payload.size() > most) {
    std::size_t cut = most;
    while (cut > 0 && (static_cast<unsigned char>(payload[cut]) & 0xc0) == 0x80) --cut;
    payload = payload.substr(0, cut) + "…";
  }
  session.console.line(zone.local(event.header.occurred) + "  " + event.type + "  " + event.header.actor + "  " +
                       refText(event.header.ref) + "\n    " + payload);
}

struct TailOptions {
  std::size_t count = 20;
  bool follow = false;
};

void tail(Session& session, const TailOptions& o) {
  auto station = session.open(true);
  if (!station) return session.console.refuse(station.error());
  Journal& journal = (*station)->journal();
  const TimeZone zone = (*station)->timeZone();
  const auto last = journal.lastPosition();
  if (!last) return session.console.refuse(last.error());
  std::int64_t position = std::max<std::int64_t>(0, *last - static_cast<std::int64_t>(o.count));
  const auto printNew = [&] {
    return journal.readArrivals(position, [&](StoredEvent&& event) {
      printEvent(session, zone, event);
      position = event.position;
      return true;
    });
  };
  for (;;) {
    if (const auto done = printNew(); !done) return session.console.refuse(done.error());
    if (!o.follow) return;
    std::cout.flush();
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
}

void stat(Session& session) {
  auto station = session.open(true);
  if (!station) return session.console.refuse(station.error());
  Journal& journal = (*station)->journal();
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> types;  // count, bytes
  Instant first, last;
  const auto done = journal.readArrivals(0, [&](StoredEvent&& event) {
    auto& [count, bytes] = types[event.type];
    ++count;
    bytes += static_cast<std::int64_t>(event.payload ? event.payload->size() : 0);
    if (event.position == 1) first = event.received;
    last = event.received;
    return true;
  });
  if (!done) return session.console.refuse(done.error());
  const auto heads = journal.heads();
  if (!heads) return session.console.refuse(heads.error());
  Json json{{"types", Json::object()}, {"origins", Json::array()}};
  TextTable table({session.console.say({"entry", "记录类型"}), session.console.say({"count", "条数"}),
                   session.console.say({"bytes", "字节"})});
  for (const auto& [type, numbers] : types) {
    json["types"][type] = {{"count", numbers.first}, {"bytes", numbers.second}};
    table.add({type, std::to_string(numbers.first), std::to_string(numbers.second)});
  }
  std::string origins;
  for (const auto& [origin, sequence] : *heads) {
    json["origins"].push_back({{"origin", origin.text()}, {"entries", sequence}});
    origins += session.console.say({"origin ", "来源 "}) + origin.text() + ": " + std::to_string(sequence) + "\n";
  }
  const TimeZone zone = (*station)->timeZone();
  json["first"] = first.ms;
  json["last"] = last.ms;
  if (session.console.json) return session.console.line(canonical(json));
  std::cout << table.text() << origins << zone.local(first) << " – " << zone.local(last) << '\n';
}

// Works on a file too damaged to be opened as a station.
void verify(Session& session) {
  const Console& console = session.console;
  const auto path = session.path();
  if (!path) return session.console.refuse(path.error());
  const auto report = verifyStation(*path, {}, [&](std::uint64_t done, std::uint64_t of) {
    if (!console.json) std::cerr << "\r\033[K" << done << " / " << of << std::flush;
  });
  if (!console.json) std::cerr << "\r\033[K";
  if (!report) return session.console.refuse(report.error());
  std::vector<std::string> findings;
  for (const VerifiedOrigin& origin : report->origins)
    if (origin.firstBad) findings.push_back(console.say(origin.firstBad->sentence));
  for (const BadEvent& bad : report->unreadable) findings.push_back(console.say(bad.sentence));
  for (const Text& fault : report->faults) findings.push_back(console.say(fault));
  std::string text;
  for (const std::string& finding : findings) text += finding + "\n";
  if (!report->sound()) session.console.exitCode = 1;
  const std::string count = std::to_string(report->events);
  console.report(report->sound() ? Text{count + " entries, every chain intact", count + " 条记录，链完整"}
                                 : Text{text + count + " entries read", text + "已读 " + count + " 条记录"},
                 Json{{"entries", report->events}, {"sound", report->sound()}, {"findings", findings}});
}

struct SalvageOptions {
  std::string from, out, into;
};

void salvageInto(Session& session, const SalvageOptions& o) {
  SalvageTargets targets{o.out, std::nullopt};
  if (!o.into.empty()) targets.station = o.into;
  const auto report = salvage(StationFiles::of(o.from).journal, targets);
  if (!report) return session.console.refuse(report.error());
  std::vector<std::string> notes;
  std::string text;
  for (const Text& note : report->notes) {
    notes.push_back(session.console.say(note));
    text += "\n  " + notes.back();
  }
  const std::string readable = std::to_string(report->readable), verified = std::to_string(report->verified());
  session.console.report({readable + " entries readable, " + verified + " of them verified" + text,
                          "可读 " + readable + " 条，其中 " + verified + " 条链完整" + text},
                         Json{{"readable", report->readable}, {"verified", report->verified()}, {"notes", notes}});
}

}  // namespace

void addJournalCommands(CLI::App& app, Session& session) {
  auto* journal = app.add_subcommand(
      "journal", told(session, "the journal itself: verify, salvage, watch", "日志：校验、抢救、查看"));
  journal->require_subcommand(1);
  journal->add_subcommand("verify", told(session, "is every entry what was recorded?", "逐条校验链与内容"))
      ->callback([&session] { verify(session); });
  journal->add_subcommand("stat", told(session, "what lies in it", "统计"))->callback([&session] { stat(session); });

  auto tailing = std::make_shared<TailOptions>();
  auto* tailCommand = journal->add_subcommand("tail", told(session, "the last entries", "最近记录"));
  tailCommand->add_option("-n", tailing->count, told(session, "how many", "条数"))->capture_default_str();
  tailCommand->add_flag("-f,--follow", tailing->follow, told(session, "go on as they come", "持续显示"));
  tailCommand->callback([tailing, &session] { tail(session, *tailing); });

  auto salvaging = std::make_shared<SalvageOptions>();
  auto* salvaged = journal->add_subcommand(
      "salvage", told(session, "save what is readable of a damaged station", "抢救损坏站点的可读内容"));
  salvaged->add_option("STATION", salvaging->from, told(session, "the damaged file", "损坏的站点文件"))->required();
  salvaged->add_option("--out", salvaging->out, told(session, "entries as JSON Lines", "输出 JSON Lines 文件"))
      ->required();
  salvaged->add_option("--into", salvaging->into,
                       told(session, "a new station with what still chains", "写入新站点（仅链完整的记录）"));
  salvaged->callback([salvaging, &session] { salvageInto(session, *salvaging); });

  struct UndoOptions {
    std::string ref;
  };
  auto undoing = std::make_shared<UndoOptions>();
  auto* undo = app.add_subcommand(
      "undo", told(session, "take back an entry by one that says so; the last one where none is named",
                   "撤销一条记录（以新的记录撤销；不指定则为最近一条）"));
  undo->add_option("ENTRY", undoing->ref, told(session, "ORIGIN:NUMBER", "来源:序号"));
  undo->callback([undoing, &session] {
    auto station = session.open();
    if (!station) return session.console.refuse(station.error());
    const auto by = session.author(**station);
    if (!by) return session.console.refuse(by.error());
    EventRef ref{(*station)->situation().lastOrigin, (*station)->situation().lastSequence};
    if (!undoing->ref.empty()) {
      const auto named = refFrom(undoing->ref);
      if (!named) return session.console.refuse(named.error());
      ref = *named;
    }
    const auto receipt = (*station)->undo(ref, *by);
    if (!receipt) return session.console.refuse(receipt.error());
    session.console.report({"taken back: " + refText(ref), "已撤销：" + refText(ref)}, Json{{"undone", refText(ref)}});
    publish(session, **station);
  });

  struct ResolveOptions {
    std::string conflict, resolution;
  };
  auto resolving = std::make_shared<ResolveOptions>();
  auto* conflict =
      app.add_subcommand("conflict", told(session, "what two seats recorded and cannot both be right", "矛盾处理"));
  conflict->require_subcommand(1);
  auto* resolve = conflict->add_subcommand("resolve", told(session, "say what holds", "写明以何为准"));
  resolve
      ->add_option("CONFLICT", resolving->conflict,
                   told(session, "its id, from show conflict", "标识（见 show conflict）"))
      ->required();
  resolve->add_option("WHAT", resolving->resolution, told(session, "what holds", "以何为准"))->required();
  resolve->callback([resolving, &session] {
    session.execute(
        [&](const Situation&) -> Result<Command> {
          const auto id = Uuid::parse(resolving->conflict);
          if (!id) return failure(ErrorCode::invalid, {"not an id", "不是标识"});
          return Command(ResolveConflict{*id, resolving->resolution});
        },
        {"resolved", "已处理"});
  });
}

}  // namespace fengsui
