// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace fengsui {

/// An icon of the own set (resources/icons, 24 px grid, drawn in currentColor) in the colours given.
[[nodiscard]] QIcon iconNamed(const QString& name, const QColor& colour, const QColor& disabled, const QColor& checked);

}  // namespace fengsui
