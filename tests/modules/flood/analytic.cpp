// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/flood/analytic.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <vector>

namespace fengsui::flood::analytic {
namespace {

constexpr double g = 9.81;

// The root of f between two places where it has different signs.
double rootOf(const std::function<double(double)>& f, double low, double high) {
  const bool rising = f(high) > f(low);
  for (int i = 0; i < 200; ++i) {
    const double middle = 0.5 * (low + high);
    ((f(middle) > 0) == rising ? high : low) = middle;
  }
  return 0.5 * (low + high);
}

}  // namespace

Reach ritter(double depth, double dam, double time) {
  const double c = std::sqrt(g * depth);
  const auto state = [=](double x, bool wantsDepth) {
    const double s = (x - dam) / time;
    if (s <= -c) return wantsDepth ? depth : 0.0;
    if (s >= 2 * c) return 0.0;
    const double celerity = (2 * c - s) / 3;
    return wantsDepth ? celerity * celerity / g : 2.0 / 3 * (s + c);
  };
  return {[=](double x) { return state(x, true); }, [=](double x) { return state(x, false); }};
}

double stokerMiddle(double left, double right) {
  return rootOf(
      [=](double h) {
        return 2 * (std::sqrt(g * left) - std::sqrt(g * h)) -
               (h - right) * std::sqrt(g * (h + right) / (2 * h * right));
      },
      right, left);
}

Reach stoker(double left, double right, double dam, double time) {
  const double middle = stokerMiddle(left, right);
  const double cl = std::sqrt(g * left);
  const double cm = std::sqrt(g * middle);
  const double um = 2 * (cl - cm);
  const double shock = um * middle / (middle - right);
  const auto state = [=](double x, bool wantsDepth) {
    const double s = (x - dam) / time;
    if (s <= -cl) return wantsDepth ? left : 0.0;
    if (s <= um - cm) {
      const double c = (2 * cl - s) / 3;
      return wantsDepth ? c * c / g : 2.0 / 3 * (s + cl);
    }
    if (s <= shock) return wantsDepth ? middle : um;
    return wantsDepth ? right : 0.0;
  };
  return {[=](double x) { return state(x, true); }, [=](double x) { return state(x, false); }};
}

double bump(double x) {
  return x > 8 && x < 12 ? 0.2 - 0.05 * (x - 10) * (x - 10) : 0.0;
}

Reach subcriticalBump(double flow, double downstream) {
  const double head = flow * flow / (2 * g * downstream * downstream) + downstream;
  const double critical = std::cbrt(flow * flow / g);
  const auto depth = [=](double x) {
    return rootOf([=](double h) { return flow * flow / (2 * g * h * h) + h + bump(x) - head; }, critical, head);
  };
  return {depth, [=](double x) { return flow / depth(x); }};
}

Reach transcriticalBump(double flow) {
  const double critical = std::cbrt(flow * flow / g);
  const double head = 1.5 * critical + 0.2;
  const auto depth = [=](double x) {
    const auto excess = [=](double h) { return flow * flow / (2 * g * h * h) + h + bump(x) - head; };
    return x < 10 ? rootOf(excess, critical, head) : rootOf(excess, 1e-3, critical);
  };
  return {depth, [=](double x) { return flow / depth(x); }};
}

Reach macDonald() {
  const auto depth = [](double x) {
    return std::cbrt(4 / g) * (1 + 0.5 * std::exp(-16 * (x / 1000 - 0.5) * (x / 1000 - 0.5)));
  };
  return {depth, [=](double x) { return 2 / depth(x); }};
}

double macDonaldBed(double x) {
  // dz/dx = (q²/(g h³) - 1) h' - n² q² / h^(10/3), from the outlet upstream.
  static const auto table = [] {
    constexpr int steps = 200000;
    constexpr double dx = 1000.0 / steps;
    const Reach reach = macDonald();
    const auto slope = [&](double at) {
      const double h = reach.depth(at);
      const double dh = -32 * (at / 1000 - 0.5) / 1000 * (h - std::cbrt(4 / g));
      return (4 / (g * h * h * h) - 1) * dh - 0.033 * 0.033 * 4 / std::pow(h, 10.0 / 3);
    };
    auto z = std::make_unique<std::vector<double>>(steps + 1);
    for (int k = steps - 1; k >= 0; --k)
      (*z)[static_cast<std::size_t>(k)] = (*z)[static_cast<std::size_t>(k) + 1] - dx * slope((k + 0.5) * dx);
    return z;
  }();
  const double at = std::clamp(x / 1000, 0.0, 1.0) * static_cast<double>(table->size() - 1);
  const auto k = std::min(static_cast<std::size_t>(at), table->size() - 2);
  const double share = at - static_cast<double>(k);
  return (*table)[k] * (1 - share) + (*table)[k + 1] * share;
}

double Thacker::period() {
  return 2 * std::numbers::pi * a / std::sqrt(2 * g * h0);
}
double Thacker::bed(double x, double y) {
  const double dx = x - side / 2, dy = y - side / 2;
  return -h0 * (1 - (dx * dx + dy * dy) / (a * a));
}
double Thacker::depth(double x, double y, double time) {
  const double w = std::sqrt(2 * g * h0) / a;
  const double dx = x - side / 2, dy = y - side / 2;
  const double level = eta * h0 / (a * a) * (2 * dx * std::cos(w * time) + 2 * dy * std::sin(w * time) - eta);
  return std::max(0.0, level - bed(x, y));
}
double Thacker::u(double time) {
  const double w = std::sqrt(2 * g * h0) / a;
  return -eta * w * std::sin(w * time);
}
double Thacker::v(double time) {
  const double w = std::sqrt(2 * g * h0) / a;
  return eta * w * std::cos(w * time);
}

}  // namespace fengsui::flood::analytic
