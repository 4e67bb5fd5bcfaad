// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "feeds/channel.h"

namespace fengsui {

/// A folder that another system or a runner with a stick takes files from.
///
/// For each parcel STEM.txt (UTF-8, as it is read) and STEM.json (the same for programs, with the BLAKE2b-256 of the
/// text as `textDigest`), each complete when it appears under its name. An answer is a file STEM.reply.json beside
/// them: see Reply.
/// Errors: an attempt that failed names the folder's fault; nothing half written stays under a final name.
class FileDrop : public Channel {
 public:
  explicit FileDrop(std::string folder) : folder_(std::move(folder)) {}
  [[nodiscard]] std::string name() const override { return "file"; }
  [[nodiscard]] Carriage carry(const Parcel& parcel) override;

  /// The name without ending under which a parcel is dropped: of number, addressee and kind.
  [[nodiscard]] static std::string stemOf(const Parcel& parcel);

 private:
  std::string folder_;
};

/// An answer that somebody put beside a dropped order.
///
/// The file is an object: `order` (the number), `to` (addressee's key or name), `reply` ("acknowledged", "refused",
/// "started", "done"), `by`, `at` (ISO 8601), `words`, `repeatedBack`, `answer` (a list as in events), `textDigest` (of
/// the text that is answered).
struct Reply {
  std::string file;
  Instant at;
  Command command;
};
struct Replies {
  std::vector<Reply> read;
  std::vector<Error> wrong;  ///< each with its file and what would be right; the file stays where it is
};

/// The replies in a folder that say something new, the oldest first. A reply that is already in the situation is put
/// away silently.
[[nodiscard]] Result<Replies> readReplies(const std::string& folder, const Situation& s, const TimeZone& zone);
/// Puts a reply away once it is in the journal, so that it is not read again.
[[nodiscard]] Outcome putAway(const std::string& file);

}  // namespace fengsui
