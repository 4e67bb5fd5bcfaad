#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the layering arrows and the file rules of the source tree.

usage: layering.py [ROOT]
Prints file:line: rule for everything that breaks one; exit code 1 if there was any.
"""

import pathlib
import re
import sys

# What each directory may include; itself always. The arrows of the architecture as drawn; the map engine sees core
# because the messages of protocol are made of it.
ARROWS = {
    "core": set(),
    "journal": {"core"},
    "gis": {"core"},
    "plans": {"core"},
    "protocol": {"core"},
    "dispatch": {"core", "gis"},
    "sdk": {"core", "gis", "dispatch", "plans"},
    "exercise": {"core", "journal", "dispatch", "plans", "sdk"},
    "sync": {"core", "journal"},
    "feeds": {"core", "journal"},
    "engine": {"core", "protocol"},
    "documents": {"core", "gis", "journal", "dispatch", "plans", "exercise"},
}
LIBRARIES = set(ARROWS) - {"engine"}
ARROWS["ui"] = LIBRARIES
ARROWS["desktop"] = LIBRARIES | {"ui"}
ARROWS["cli"] = LIBRARIES
MODULE_MAY = {"core", "gis", "dispatch", "plans", "sdk"}

QT_FREE = {"core", "journal", "gis", "dispatch", "plans", "exercise", "sync", "feeds", "protocol"}
SOURCES = {".h", ".cpp", ".c", ".hpp"}
LINES_AT_MOST = 600
VAGUE = re.compile(r"(manager|helper|utils?|handler|misc)(_test)?\.\w+$")
VAGUE_TYPE = re.compile(r"^\s*(?:class|struct|enum(?:\s+class)?)\s+(\w*(?:Manager|Helper|Utils?|Handler|Misc))\b(?!\s*;)")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


class Check:
    def __init__(self, root):
        self.root = root
        self.faults = []

    def fault(self, path, line, rule):
        self.faults.append(f"{path.relative_to(self.root)}:{line}: {rule}")

    def run(self):
        for top in ("app", "modules", "tests"):
            for path in sorted((self.root / top).rglob("*")):
                # The bad tree of this checker's own test is bad on purpose.
                if path.is_file() and "badtree" not in path.relative_to(self.root).parts:
                    self.file(path, top)
        return self.faults

    def file(self, path, top):
        parts = path.relative_to(self.root).parts
        if VAGUE.search(path.name.lower()):
            self.fault(path, 1, "a name that says nothing (Manager, Helper, Util, Handler, Misc)")
        if path.suffix not in SOURCES:
            return
        lines = path.read_text(encoding="utf-8").splitlines()
        if len(lines) > LINES_AT_MOST:
            self.fault(path, LINES_AT_MOST + 1, f"a source of {len(lines)} lines is two things; {LINES_AT_MOST} at most")
        if not lines or "SPDX-License-Identifier: GPL-3.0-or-later" not in lines[0]:
            self.fault(path, 1, "the first line is the SPDX line of GPL-3.0-or-later")
        if path.suffix == ".h" and not any(line.strip() == "#pragma once" for line in lines[:5]):
            self.fault(path, 1, "a header begins with #pragma once")
        for number, line in enumerate(lines, 1):
            if named := VAGUE_TYPE.match(line):
                self.fault(path, number, f"{named.group(1)}: a name that says nothing (Manager, Helper, Util, Handler, Misc)")
            if found := INCLUDE.match(line):
                self.include(path, number, parts, top, found.group(1), found.group(2))

    def include(self, path, number, parts, top, bracket, name):
        if top == "tests":
            return
        area = parts[1]
        in_model = top == "modules" and len(parts) > 3 and parts[2] == "model"
        base = name.rsplit("/", 1)[-1]
        if name.lower().startswith(("qgs", "qgis")) or base.startswith("qgs"):
            if (top, area) != ("app", "engine"):
                self.fault(path, number, f"<{name}>: QGIS is seen in app/engine only")
            return
        if bracket == "<" and re.match(r"Q[A-Z]|Qt[A-Z]|qt|qnamespace", name):
            if in_model or (top == "app" and area in QT_FREE):
                self.fault(path, number, f"<{name}>: {'/'.join(parts[:2])} is free of Qt")
            return
        target = self.target(path, name)
        if target is None:
            if name == "sqlite3.h" and top == "modules":
                self.fault(path, number, "<sqlite3.h>: a module never sees SQLite")
            return
        where, other = target
        if (where, other) == (top, area):
            return
        if top == "modules":
            if name.startswith("sdk/host/"):
                self.fault(path, number, f"\"{name}\": a module does not see who runs it")
            elif where == "modules" or other not in MODULE_MAY:
                self.fault(path, number, f"\"{name}\": a module sees core, gis, dispatch, plans and sdk, not {other}")
        elif where == "modules":
            self.fault(path, number, f"\"{name}\": app sees modules through the sdk only")
        elif area not in ARROWS:
            self.fault(path, number, f"app/{area} is not in the layering")
        elif parts[1:3] == ("sdk", "host") and other == "protocol":
            return  # the host runs modules in children and talks to them; modules do not see it
        elif other not in ARROWS[area]:
            allowed = ", ".join(sorted(ARROWS[area])) or "nothing"
            self.fault(path, number, f"\"{name}\": {area} may include {allowed}, not {other}")

    def target(self, path, name):
        """Which part of the product an include means; None for anything outside."""
        for base in (path.parent, self.root / "app", self.root):
            file = (base / name).resolve()
            if file.is_file() and self.root.resolve() in file.parents:
                parts = file.relative_to(self.root.resolve()).parts
                if parts[0] in ("app", "modules") and len(parts) > 2:
                    return parts[0], parts[1]
        first = name.split("/")[0]
        if "/" in name and first in ARROWS:
            return "app", first
        return None


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2])
    faults = Check(root).run()
    print("\n".join(faults) or "every include follows the arrows, every file its rules")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
