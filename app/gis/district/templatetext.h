// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace fengsui {

/// resources/map/district.qgs, byte for byte.
extern const unsigned char mapTemplateBytes[];
extern const unsigned long mapTemplateSize;

}  // namespace fengsui
