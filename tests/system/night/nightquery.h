// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "core/deriveorders.h"

// The figures of a night by SQL over the entries of a copied station file: nothing of the product's folding, deriving
// or reading is used, only the documented tables and the JSON of the payloads.

namespace fengsui::night {

struct QueriedCallout {
  std::int64_t all = 0;
  std::array<std::int64_t, 4> reached{};  ///< by CallStage
  std::array<std::int64_t, 4> inTime{};
};

/// @p copy: a backup of a station file; it is read by SQLite alone.
class JournalQuery {
 public:
  explicit JournalQuery(const std::string& copy);
  ~JournalQuery();
  JournalQuery(const JournalQuery&) = delete;
  JournalQuery& operator=(const JournalQuery&) = delete;

  [[nodiscard]] OrderKpi orderKpi(Instant now);
  [[nodiscard]] QueriedCallout callout(const std::string& id);
  /// How often each rung was climbed, by "order/addressee/rung" and "call/rung".
  [[nodiscard]] std::map<std::string, std::int64_t> climbs();
  [[nodiscard]] std::int64_t count(const std::string& sql);

 private:
  void run(const std::string& sql);
  [[nodiscard]] std::vector<std::vector<std::string>> rows(const std::string& sql);

  void* db_ = nullptr;
};

}  // namespace fengsui::night
