// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace fengsui::flood {

/// Depth and velocity along a channel at a time.
struct Reach {
  std::function<double(double)> depth;
  std::function<double(double)> velocity;
};

/// Exact solutions of the shallow-water equations, g = 9.81 m/s². Units: SI.
///
/// Source: as named; gathered in Delestre et al. (2013), SWASHES, Int. J. Numer. Meth. Fluids 72:269.
namespace analytic {

/// Dam break on dry ground; Ritter (1892).
[[nodiscard]] Reach ritter(double depth, double dam, double time);
/// Dam break on water; Stoker (1957).
[[nodiscard]] Reach stoker(double left, double right, double dam, double time);
/// Depth between the shock and the rarefaction of Stoker's dam break.
[[nodiscard]] double stokerMiddle(double left, double right);

/// The bump 0.2 - 0.05 (x - 10)² of Goutal and Maurel (1997).
[[nodiscard]] double bump(double x);
[[nodiscard]] Reach subcriticalBump(double flow, double downstream);
[[nodiscard]] Reach transcriticalBump(double flow);

/// The 1,000 m channel with Manning friction of MacDonald et al. (1997): flow 2 m²/s, n = 0.033, subcritical.
[[nodiscard]] Reach macDonald();
[[nodiscard]] double macDonaldBed(double x);

/// A plane surface that turns in a paraboloid, Thacker (1981): a = 1 m, h0 = 0.1 m, eta = 0.5 m in a square of 4 m.
struct Thacker {
  static constexpr double a = 1, h0 = 0.1, eta = 0.5, side = 4;
  [[nodiscard]] static double period();
  [[nodiscard]] static double bed(double x, double y);
  [[nodiscard]] static double depth(double x, double y, double time);
  [[nodiscard]] static double u(double time);
  [[nodiscard]] static double v(double time);
};

}  // namespace analytic
}  // namespace fengsui::flood
