// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fstream>

#include "feeds/parcel.h"
#include "support/station.h"
#include "support/tempfolder.h"

namespace fengsui {

inline std::string textOfFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A station with one signed order that has a telephone number in it.
struct SignedOrder {
  TempFolder folder;
  std::unique_ptr<Station> station = newStation(folder / "night");
  Order order;

  SignedOrder() {
    order.id.uuid = Uuid::v7(systemNow());
    order.brief.title = "断电";
    order.brief.task = "四处下凹桥区断电，联系人13812345678";
    order.brief.owner = {AddresseeKind::organisation, {}, "供电公司", "副经理"};
    order.brief.contact = "李主任 010-69641234";
    order.brief.dueMinutes = 30;
    does(*station, DraftOrder{order, "值班长", {}});
  }
  [[nodiscard]] Parcel parcel() const {
    auto made = parcelOfOrder(station->situation(), order.id, "", station->timeZone());
    EXPECT_TRUE(made) << made.error();
    return *made;
  }
  [[nodiscard]] const OrderCopy& copy() const { return station->situation().find(order.id)->copies.front(); }
};

}  // namespace fengsui
