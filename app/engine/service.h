// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>

namespace fengsui::engine {

class Profile;

/// Serves one client until it is gone. Does not return when the client goes: the process ends at once then, since
/// a layer that waits for a silent server must not hold it.
int serve(const QString& socketName, std::string token, Profile& profile);

}  // namespace fengsui::engine
