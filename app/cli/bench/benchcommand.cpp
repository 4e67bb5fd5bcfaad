// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <thread>

#include "cli/bench/bigstation.h"
#include "cli/session.h"
#include "core/hlc.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double msSince(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double quantile(std::vector<double> values, double q) {
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1, static_cast<std::size_t>(q * static_cast<double>(values.size())))];
}

// Resident memory of this process and its peak, MB.
double memoryMb(const char* field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(field)) return std::atof(line.c_str() + std::string(field).size() + 1) / 1024;
  return 0;
}

struct Figures {
  Console& console;
  Json json = Json::object();
  void add(const std::string& name, double value, const std::string& unit, const std::string& limit) {
    json[name] = {{"value", value}, {"unit", unit}, {"limit", limit}};
    if (console.json) return;
    char text[64];
    std::snprintf(text, sizeof text, "%10.3f", value);
    console.line(text + (" " + unit + std::string(unit.size() < 9 ? 9 - unit.size() : 1, ' ')) + name +
                 (limit.empty() ? "" : "   [" + limit + "]"));
  }
};

// One durable command against one bare SQLite commit of the same bytes, turn about, so that both meet the same disk.
Outcome appends(const fs::path& folder, Figures& out, int turns) {
  auto station = Station::create((folder / "append").string(), {"基准站", Mode::exercise, "Asia/Shanghai", "示范区"});
  if (!station) return failure(station.error());
  Incident incident;
  incident.id.uuid = Uuid::v7(systemNow());
  incident.title = "基准";
  if (const auto done = (*station)->execute(ReportIncident{incident}, {"bench", {}}); !done)
    return failure(done.error());
  auto bare = Sqlite::open((folder / "bare.sqlite").string(), SqliteAccess::create);
  if (!bare) return failure(bare.error());
  if (const auto done = bare->run(
          "PRAGMA page_size=4096;PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA wal_autocheckpoint=2000;"
          "CREATE TABLE event(position INTEGER PRIMARY KEY, bytes BLOB)");
      !done)
    return done;
  auto insert = bare->prepare("INSERT INTO event(bytes) VALUES(?)");
  if (!insert) return failure(insert.error());
  std::vector<double> ours, floor;
  for (int i = 0; i < turns; ++i) {
    auto start = Clock::now();
    if (const auto done = (*station)->execute(
            Revise<Incident>{incident.id, {{"note", "第" + std::to_string(i) + "次续报"}}}, {"bench", {}});
        !done)
      return failure(done.error());
    ours.push_back(msSince(start));
    const std::string bytes(280, 'x');
    start = Clock::now();
    if (const auto done = bare->run("BEGIN IMMEDIATE"); !done) return done;
    insert->bind(1, std::string_view(bytes));
    if (const auto done = insert->run(); !done) return done;
    if (const auto done = bare->run("COMMIT"); !done) return done;
    floor.push_back(msSince(start));
  }
  const double a = quantile(ours, 0.5), b = quantile(floor, 0.5);
  out.add("durable append, median", a, "ms", "");
  out.add("bare SQLite commit of the same bytes, median", b, "ms", "floor");
  out.add("durable append ÷ floor", a / b, "x", "≤ 1.3, or");
  out.add("durable append − floor", a - b, "ms", "≤ 0.1");
  out.add("durable append, p99", quantile(ours, 0.99), "ms", "");
  return {};
}

// A second program that looks every 100 ms, as the desktop does: how soon it has folded a write.
Outcome notices(const fs::path& folder, Figures& out, int turns) {
  const std::string path = (folder / "append").string();
  int toParent[2];
  if (pipe(toParent) != 0) return failure(ErrorCode::io, {"no pipe", "无法建立管道"});
  const pid_t child = fork();
  if (child == 0) {
    close(toParent[0]);
    auto station = Station::open(path, true);
    if (!station) _exit(1);
    char byte = 'r';
    if (write(toParent[1], &byte, 1) != 1) _exit(1);
    for (int seen = 0; seen < turns;) {
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
      if (!(*station)->changedByOthers()) continue;
      const auto fresh = (*station)->refresh();
      if (!fresh || !*fresh) continue;
      if (write(toParent[1], &byte, 1) != 1) _exit(1);
      ++seen;
    }
    _exit(0);
  }
  close(toParent[1]);
  auto station = Station::open(path);
  std::vector<double> delays;
  char byte = 0;
  bool good = station.has_value() && read(toParent[0], &byte, 1) == 1;
  for (int i = 0; good && i < turns; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(37 * (i % 4)));
    Incident incident;
    incident.id.uuid = Uuid::v7(systemNow());
    incident.title = "另一程序" + std::to_string(i);
    const auto start = Clock::now();
    good = (*station)->execute(ReportIncident{incident}, {"bench", {}}).has_value() && read(toParent[0], &byte, 1) == 1;
    delays.push_back(msSince(start));
  }
  close(toParent[0]);
  int status = 0;
  waitpid(child, &status, 0);
  if (!good) return failure(ErrorCode::io, {"the second program did not answer", "第二程序无响应"});
  out.add("second program notices a write, max", quantile(delays, 1), "ms", "≤ 200");
  return {};
}

Outcome bigStation(const fs::path& folder, Figures& out, std::int64_t events) {
  const std::string path = (folder / "big").string();
  const auto made = bench::makeBigStation(path, events, [&](std::int64_t so) {
    if (!out.console.json && so % 50000 < 5000) std::cerr << '\r' << so << " / " << events << std::flush;
  });
  if (!out.console.json) std::cerr << "\r\033[K";
  if (!made) return failure(made.error());
  out.add("events made", static_cast<double>(made->events), "", "");
  out.add("batch append", static_cast<double>(made->events) / made->appendSeconds, "events/s", "≥ 50,000");
  {
    // The first time: fold everything and leave snapshots.
    const auto start = Clock::now();
    auto station = Station::open(path);
    if (!station) return failure(station.error());
    (*station)->settle();
    out.add("first open, folding all and writing snapshots", msSince(start) / 1000, "s", "");
  }
  if (Sqlite db = Sqlite::open(path + ".fengsui", SqliteAccess::readWrite).value(); true)
    if (const auto done = db.run("PRAGMA wal_checkpoint(TRUNCATE)"); !done) return done;
  std::error_code ignored;
  out.add("file", static_cast<double>(fs::file_size(path + ".fengsui", ignored)) / 1e6, "MB", "≤ 450");
  double cache = 0;
  for (const auto& file : fs::recursive_directory_iterator(path + ".cache", ignored))
    if (file.is_regular_file()) cache += static_cast<double>(file.file_size()) / 1e6;
  out.add("snapshots", cache, "MB", "");
  return {};
}

// In a process of its own, so that memory is that of a station and not of making one.
Outcome useBigStation(const std::string& path, Figures& out) {
  auto start = Clock::now();
  auto station = Station::open(path);
  if (!station) return failure(station.error());
  out.add("open", msSince(start) / 1000, "s", "≤ 1");
  const Instant first = (*station)->situation().station.createdAt;
  const Instant last = hlc::instantOf((*station)->situation().lastHlc);
  std::mt19937_64 random(7);
  std::vector<double> looks;
  for (int i = 0; i < 60; ++i) {
    const Instant moment{first.ms +
                         static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(last.ms - first.ms))};
    start = Clock::now();
    const auto then = (*station)->at(moment);
    if (!then) return failure(then.error());
    looks.push_back(msSince(start));
  }
  out.add("situation at any moment, median", quantile(looks, 0.5), "ms", "");
  out.add("situation at any moment, max of 60", quantile(looks, 1), "ms", "≤ 200");
  out.add("memory, resident", memoryMb("VmRSS:"), "MB", "≤ 600");
  out.add("memory, peak", memoryMb("VmHWM:"), "MB", "≤ 600");
  return {};
}

}  // namespace

void addBenchCommand(CLI::App& app, Session& session) {
  struct Options {
    std::string folder, use;
    std::int64_t events = 1'000'000;
    int turns = 400;
  };
  auto o = std::make_shared<Options>();
  auto* command = app.add_subcommand(
      "bench", told(session, "measure this computer: each figure with its floor or limit", "性能测量"));
  command->add_option("--folder", o->folder, told(session, "where to work; the disk that is measured", "工作目录"));
  command->add_option("--events", o->events, told(session, "size of the large station", "大站点记录数"))
      ->capture_default_str();
  command->add_option("--turns", o->turns, told(session, "turns of the small measurements", "小项次数"))
      ->capture_default_str();
  command->add_option("--use", o->use)->group("");  // the second half, on a station that was made before
  command->callback([o, &session] {
    Figures figures{session.console};
    Outcome done;
    if (!o->use.empty()) {
      done = useBigStation(o->use, figures);
    } else {
      const fs::path folder = (o->folder.empty() ? fs::temp_directory_path() : fs::path(o->folder)) /
                              ("fengsui-bench-" + std::to_string(getpid()));
      fs::create_directories(folder);
      done = appends(folder, figures, o->turns);
      if (done) done = notices(folder, figures, 40);
      if (done && o->events > 0) done = bigStation(folder, figures, o->events);
      if (done && o->events > 0) {
        const std::string big = (folder / "big").string();
        std::cout.flush();
        if (const pid_t child = fork(); child == 0) {
          std::string self = fs::read_symlink("/proc/self/exe").string();
          execl(self.c_str(), self.c_str(), "bench", "--use", big.c_str(), session.console.json ? "--json" : nullptr,
                static_cast<char*>(nullptr));
          _exit(127);
        } else {
          int status = 0;
          waitpid(child, &status, 0);
          if (status != 0) done = failure(ErrorCode::io, {"the large station could not be used", "大站点测量失败"});
        }
      }
      std::error_code ignored;
      fs::remove_all(folder, ignored);
    }
    if (!done) return session.console.refuse(done.error());
    if (session.console.json) session.console.line(canonical(figures.json));
  });
}

}  // namespace fengsui
