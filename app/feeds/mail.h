// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "feeds/channel.h"

namespace fengsui {

/// How the line to a mail server is protected.
enum class MailSecurity { startTls, tls, none };

template <>
inline constexpr auto namesOf<MailSecurity> = std::to_array<EnumName<MailSecurity>>({
    {MailSecurity::startTls, "startTls", "STARTTLS, required", "STARTTLS（必须）"},
    {MailSecurity::tls, "tls", "TLS from the first byte", "TLS 直连"},
    {MailSecurity::none, "none", "not encrypted", "不加密"},
});

struct MailSettings {
  std::string host;
  int port = 587;
  MailSecurity security = MailSecurity::startTls;
  std::string from;
  std::string user;                       ///< empty: without logging in
  std::string password;                   ///< from the environment or a file of its own, never from the settings
  std::map<std::string, std::string> to;  ///< addressee's key or name → address
  std::string authority;                  ///< a file of certificates to trust instead of the system's
};

/// Submits a message to a mail server (RFC 6409). Without the encryption that was asked for nothing is sent.
///
/// That the server took it does not say that anybody read it: the attempt counts as reached, the order as delivered,
/// and only the acknowledgement says more.
class Mail : public Channel {
 public:
  explicit Mail(MailSettings settings) : settings_(std::move(settings)) {}
  [[nodiscard]] std::string name() const override { return "mail"; }
  [[nodiscard]] Carriage carry(const Parcel& parcel) override;

 private:
  MailSettings settings_;
};

/// The message as it is submitted: RFC 5322, the subject in encoded words, the text as base64.
[[nodiscard]] std::string mailOf(const Parcel& parcel, const std::string& from, const std::string& to, Instant now);

}  // namespace fengsui
