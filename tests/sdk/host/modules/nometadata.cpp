// SPDX-License-Identifier: GPL-3.0-or-later
// A shared library like any other.

extern "C" int nothingOfAHazard() {
  return 7;
}
