// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

#include "journal/station.h"

namespace fengsui {

/// What the journal of a station has of one type of event, as another program reads it.
template <class Body>
std::vector<Event> eventsOf(const std::string& path) {
  std::vector<Event> found;
  auto station = Station::open(path, true);
  EXPECT_TRUE(station) << station.error();
  if (!station) return found;
  EXPECT_TRUE((*station)->journal().readArrivals(0, [&](StoredEvent&& stored) {
    Event event = eventOf(stored);
    if (std::holds_alternative<Body>(event.body)) found.push_back(std::move(event));
    return true;
  }));
  return found;
}

}  // namespace fengsui
