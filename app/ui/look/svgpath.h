// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QString>
#include <optional>

namespace fengsui {

/// The outline that an SVG path's "d" describes: M L H V C Q Z, absolute and relative.
///
/// Thread: any; pure. @return nothing for anything else.
/// Source: SVG 1.1, section 8.3.
[[nodiscard]] std::optional<QPainterPath> pathFromSvg(QStringView d);

/// All paths of a picture of the own set (resources/symbols) as one; empty where there is no such picture.
[[nodiscard]] QPainterPath symbolPath(const QString& name);

}  // namespace fengsui
