// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>

#include "feeds/mail.h"
#include "journal/station.h"

namespace fengsui {

/// Which ways out this station has: NAME.channels.json beside it.
///
///     {"file": {"folder": "/media/handover"},
///      "mail": {"host": "mail.example.gov.cn", "port": 587, "security": "startTls", "from": "duty@…", "user": "duty",
///               "passwordFile": "/etc/fengsui/mail.password", "to": {"供电公司": "dispatch@…"}}}
///
/// No password stands in it: it is in $FENGSUI_MAIL_PASSWORD, or in a file that nobody else may read.
struct ChannelSettings {
  std::optional<std::string> folder;
  std::optional<MailSettings> mail;
  std::string passwordFile;
};

/// NAME.channels.json
[[nodiscard]] std::string channelsFileOf(const StationFiles& files);

/// @return Error::invalid with the field that does not fit; a password in the file is refused.
[[nodiscard]] Result<ChannelSettings> readChannelSettings(std::string_view json);
/// Reads the file and the password that it points to. Without the file there are no channels.
[[nodiscard]] Result<ChannelSettings> loadChannelSettings(const StationFiles& files);

/// @return Error::invalid for a file that others may read too.
[[nodiscard]] Result<std::string> passwordFrom(const std::string& file);

using Channels = std::map<std::string, std::shared_ptr<Channel>, std::less<>>;
[[nodiscard]] Channels channelsFrom(const ChannelSettings& settings);

}  // namespace fengsui
