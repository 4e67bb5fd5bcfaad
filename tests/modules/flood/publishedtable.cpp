// SPDX-License-Identifier: GPL-3.0-or-later
// Prints the table of modules/flood/VERIFICATION.md of what the command line makes of the published cases.
#include <algorithm>
#include <cstdio>
#include <functional>
#include <string>

#include "modules/flood/published.h"

using namespace fengsui::flood;
using published::Apart;
using published::Choice;

namespace {

void print(const std::string& name, const std::function<Apart(const Choice&)>& run, std::vector<int> cells) {
  struct Way {
    const char* name;
    Choice choice;
  };
  Choice first, second, single;
  first.order = 1;
  single.single = true;
  for (const Way& way : {Way{"1, double", first}, Way{"2, double", second}, Way{"2, float", single}}) {
    std::string sizes, means, most, flow, through;
    double mass = 0, seconds = 0;
    for (const int n : cells) {
      Choice choice = way.choice;
      choice.cells = n;
      const Apart apart = run(choice);
      const auto add = [&](std::string& to, double value, const char* form) {
        char text[32];
        std::snprintf(text, sizeof text, form, value);
        to += (to.empty() ? "" : " / ") + std::string(text);
      };
      sizes += (sizes.empty() ? "" : " / ") + std::to_string(n);
      add(means, apart.mean * 1000, "%.3g");
      add(most, apart.largest * 1000, "%.2g");
      add(flow, apart.flow, "%.1e");
      add(through, apart.throughout, "%.1e");
      mass = std::max(mass, apart.massError);
      seconds += apart.seconds;
    }
    std::printf("| %s | %s | %s | %s | %s | %s | %s | %.0e | %.1f |\n", name.c_str(), sizes.c_str(), way.name,
                means.c_str(), most.c_str(), flow.c_str(), through.c_str(), mass, seconds);
    std::fflush(stdout);
  }
}

void printSheets() {
  for (const int order : {1, 2})
    for (const bool single : {false, true}) {
      double most = 0, sum = 0, seconds = 0;
      published::Sheet worst{};
      const auto all = published::sheets();
      for (const auto& sheet : all) {
        Choice choice;
        choice.cells = 80;
        choice.order = order;
        choice.single = single;
        const Apart apart = published::normalDepth(sheet, choice);
        const double share = apart.mean / sheet.depth;
        sum += share / static_cast<double>(all.size());
        seconds += apart.seconds;
        if (share > most) {
          most = share;
          worst = sheet;
        }
      }
      std::printf("normal depth, order %d, %s: mean %.3f %%, most %.3f %% (S %g n %g q %g), %.1f s\n", order,
                  single ? "float" : "double", 100 * sum, 100 * most, worst.slope, worst.n, worst.flow, seconds);
      std::fflush(stdout);
    }
}

}  // namespace

int main() {
  if (published::folder().empty()) {
    std::puts("the published tables are not here");
    return 1;
  }
  std::puts(
      "| case | cells | order | mean, mm | largest, mm | flow | through | mass | s "
      "|\n|---|---|---|---|---|---|---|---|---|");
  print("Ritter", published::ritter, {100, 200, 400});
  print("Stoker", published::stoker, {100, 200, 400});
  print("bump, subcritical", published::subcriticalBump, {50, 100, 200});
  print("bump, critical crest", published::transcriticalBump, {50, 100, 200});
  for (const char* east : {"depth:0.7484", "open", "fall"})
    print(std::string("MacDonald, east ") + east,
          [&](const Choice& choice) { return published::macDonald(choice, east); }, {200});
  for (const double periods : {0.25, 0.5, 1.0, 3.0}) {
    char name[40];
    std::snprintf(name, sizeof name, "Thacker, %g periods", periods);
    print(name, [&](const Choice& choice) { return published::thacker(choice, periods); }, {80, 160});
  }
  printSheets();
  for (const bool onHills : {false, true})
    for (const double cell : {20.0, 10.0})
      for (const bool together : {false, true}) {
        Choice choice;
        choice.together = together;
        const auto out = published::vCatchment(cell, onHills, choice);
        std::printf(
            "V catchment, %g m, %s, %s: %.4f m3/s ± %.4f of %.2f; rained %.1f of %.1f m3; balance %.0e; %.1f s\n", cell,
            onHills ? "rain on the hills" : "rain on all", together ? "together" : "local", out.outflow, out.wavers,
            out.expected, out.rained, out.expectedRain, out.massError, out.seconds);
        std::fflush(stdout);
      }
}
