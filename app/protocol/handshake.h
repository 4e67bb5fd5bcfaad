// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "protocol/messages.h"

namespace fengsui::protocol {

/// The environment variable through which the client hands its secret to the engine; a command line is public.
inline constexpr const char* tokenVariable = "FENGSUI_ENGINE_TOKEN";

/// 256 random bits as text.
[[nodiscard]] std::string newToken();

/// Whether the peer may stay: exactly our protocol, exactly our secret.
///
/// @return Error::refused with the sentence to send as Failure before the connection is closed.
[[nodiscard]] Outcome checkHello(const Hello& theirs, const std::string& ourToken);

}  // namespace fengsui::protocol
