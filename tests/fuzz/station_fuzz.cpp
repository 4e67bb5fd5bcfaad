// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a station file: verified, opened, written to and salvaged.
#include <random>

#include "fuzz/fuzzing.h"
#include "journal/salvage.h"
#include "journal/station.h"
#include "journal/verify.h"
#include "support/bytes.h"
#include "support/tempfolder.h"

using namespace fengsui;

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t maxSize);
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t maxSize,
                                               unsigned seed);

namespace {

const std::filesystem::path& folder() {
  static const TempFolder made = TempFolder::inMemory();
  return made.path();
}

void clear() {
  for (const auto& entry : std::filesystem::directory_iterator(folder())) std::filesystem::remove_all(entry);
}

// What stands in a row is changed through SQLite, so that pages and indices stay whole and our own reading is met.
std::string withRowsChanged(const std::string& bytes, std::mt19937& random) {
  const std::string path = folder() / "mutated";
  writeBytes(path, bytes);
  const auto one = [&]<std::size_t N>(const char* const(&of)[N]) { return std::string(of[random() % N]); };
  {
    auto db = Sqlite::open(path, SqliteAccess::readWrite);
    if (!db || !db->run("PRAGMA journal_mode=OFF;PRAGMA ignore_check_constraints=ON")) return bytes;
    const std::string where = " WHERE rowid=" + std::to_string(1 + random() % 40);
    const std::string value = one({"NULL", "0", "-1", "1", "9223372036854775807", "-9223372036854775808", "1e300",
                                   "zeroblob(16)", "zeroblob(32)", "zeroblob(24)", "''", "x''", "'{}'", "'[[[['",
                                   "randomblob(32)", "x'ff'", "'NaN'", "(SELECT payload FROM event LIMIT 1)"});
    const std::string column = one({"position", "origin", "sequence", "hlc", "occurred", "received", "type", "version",
                                    "actor", "command", "undoes", "payload", "payload_hash", "chain"});
    const std::string sql = [&]() -> std::string {
      switch (random() % 9) {
        case 0:
          return "DELETE FROM event" + where;
        case 1:
          return "UPDATE origin SET uuid=" + value;
        case 2:
          return "UPDATE word SET text=" + value + where;
        case 3:
          return "UPDATE fengsui SET value=" + value + " WHERE key=" + one({"'format'", "'origin'"});
        case 4:
          return "UPDATE quarantine SET " + one({"origin", "sequence", "hlc", "received", "record"}) + "=" + value;
        case 5:
          return "INSERT OR REPLACE INTO late VALUES(" + std::to_string(random() % 40) + "," + value + ")";
        case 6:
          return "DELETE FROM " + one({"word", "origin", "late", "fengsui", "quarantine"}) + " WHERE random()%2";
        default:
          return "UPDATE event SET " + column + "=" + value + where;
      }
    }();
    (void)db->run(sql);
  }
  std::string changed = bytesOfFile(path);
  clear();
  return changed;
}

}  // namespace

std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t maxSize, unsigned seed) {
  std::mt19937 random(seed);
  if (random() % 2) return LLVMFuzzerMutate(data, size, maxSize);
  const std::string changed = withRowsChanged(std::string(fuzz::textOf(data, size)), random);
  if (changed.size() > maxSize) return LLVMFuzzerMutate(data, size, maxSize);
  std::copy(changed.begin(), changed.end(), data);
  return changed.size();
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string path = folder() / "a.fengsui";
  writeBytes(path, std::string(fuzz::textOf(data, size)));

  const auto report = verifyStation(path);
  const bool sound = report && report->sound();
  {
    const auto reader = Station::open(path, true);
    fuzz::require(reader || !sound, "a sound station opens");
    if (reader) (void)hashOf((*reader)->situation());
  }
  const SalvageTargets targets{folder() / "saved.jsonl", folder() / "saved.fengsui"};
  const auto saved = salvage(path, targets);
  if (saved && saved->stationMade) {
    const auto again = verifyStation(*targets.station);
    fuzz::require(again && again->sound(), "a salvaged station is sound");
    fuzz::require(!sound || saved->verified() == report->events, "everything is saved of a sound station");
  }
  {
    const auto writer = Station::open(path);
    if (writer) {
      Incident incident;
      incident.id.uuid.bytes[0] = 9;
      incident.title = "山洪";
      (void)(*writer)->execute(ReportIncident{incident}, {"值班长", std::nullopt});
    }
  }
  clear();
  return 0;
}
