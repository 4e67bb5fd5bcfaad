// SPDX-License-Identifier: GPL-3.0-or-later
// Prints the tables of modules/flood/VERIFICATION.md: relative L1 errors of the depth with the grid, and the order
// between.
#include <cmath>
#include <cstdio>
#include <functional>

#include "modules/flood/cases.h"

using namespace fengsui::flood;

int main() {
  struct Row {
    const char* name;
    int coarsest;
    std::function<Deviation(int, const Numerics&)> run;
  };
  const Row rows[] = {
      {"Dam break, dry (Ritter)", 50, [](int n, const Numerics& m) { return ritterCase<double>(n, m); }},
      {"Dam break, wet (Stoker)", 50, [](int n, const Numerics& m) { return stokerCase<double>(n, m); }},
      {"Thacker, planar, one period", 40, [](int n, const Numerics& m) { return thackerCase<double>(n, m, 1); }},
      {"Bump, subcritical", 50, [](int n, const Numerics& m) { return subcriticalCase<double>(n, m); }},
      {"Bump, transcritical", 50, [](int n, const Numerics& m) { return transcriticalCase<double>(n, m); }},
      {"MacDonald, 1,000 m", 50, [](int n, const Numerics& m) { return macDonaldCase<double>(n, m); }},
  };
  for (const int order : {1, 2}) {
    std::printf(
        "\nOrder %d\n\n| case | cells | L1 | cells | L1 | cells | L1 | observed order | L1 of the discharge, finest "
        "|\n|---|---|---|---|---|---|---|---|---|\n",
        order);
    for (const Row& row : rows) {
      Numerics numerics;
      numerics.order = order;
      numerics.threads = 1;
      std::printf("| %s ", row.name);
      double first = 0;
      Deviation last;
      for (int k = 0; k < 3; ++k) {
        const int cells = row.coarsest << k;
        last = row.run(cells, numerics);
        if (k == 0) first = last.depth;
        std::printf("| %d | %.2e ", cells, last.depth);
      }
      std::printf("| %.2f | %.1e |\n", std::log2(first / last.depth) / 2, last.velocity);
      std::fflush(stdout);
    }
  }
}
