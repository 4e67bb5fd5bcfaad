// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/voice.h"

namespace fengsui {

Carriage Spoken::carry(const Parcel&) {
  if (!reached_) return failed(whom_, "无人接听");
  return brought(whom_, repeatedBack_ ? "已复诵单号、任务、时限" : "未复诵");
}

Carriage Print::carry(const Parcel& parcel) {
  if (parcel.file.empty()) return failed(parcel.toName, "没有可打印的文件");
  if (const auto handed = hand_(parcel.file); !handed) return failed(parcel.toName, handed.error().message.zh, true);
  return failed(parcel.toName, "已打印，待送达");
}

Carriage Seat::carry(const Parcel&) {
  return failed(seat_, "随席位同步送达，以对方签收为准");
}

}  // namespace fengsui
