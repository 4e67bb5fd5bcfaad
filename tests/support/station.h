// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include "journal/station.h"

// Small makers for tests: a station, its things, and the commands about them.

namespace fengsui {

inline std::unique_ptr<Station> newStation(const std::string& path, Mode mode = Mode::real) {
  auto station = Station::create(path, {"示范区指挥中心", mode, "Asia/Shanghai", "示范区"});
  EXPECT_TRUE(station) << station.error();
  return std::move(*station);
}

inline Team teamNamed(const std::string& name) {
  Team team;
  team.id.uuid = Uuid::v7(systemNow());
  team.name = name;
  team.kind = "comprehensive";
  team.home = Position{1166318000, 403162000};
  return team;
}

inline Incident incidentTitled(const std::string& title) {
  Incident incident;
  incident.id.uuid = Uuid::v7(systemNow());
  incident.title = title;
  incident.kind = "flood";
  incident.location = Position{1166400000, 403200000};
  return incident;
}

/// Executes and expects it to be done.
inline Receipt does(Station& station, const Command& command, const std::string& actor = "值班长") {
  auto receipt = station.execute(command, {actor, std::nullopt});
  EXPECT_TRUE(receipt) << receipt.error();
  return receipt.value_or(Receipt{});
}

/// Executes and expects to be refused. @return the English sentence.
inline std::string refuses(Station& station, const Command& command) {
  const auto receipt = station.execute(command, {"值班长", std::nullopt});
  EXPECT_FALSE(receipt) << "it was done";
  return receipt ? "" : receipt.error().message.en;
}

}  // namespace fengsui
