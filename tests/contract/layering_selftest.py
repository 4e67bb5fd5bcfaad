#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layering check finds each fault of a small bad tree, and nothing in a small good one."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.dont_write_bytecode = True
from layering import Check  # noqa: E402

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"


def faults(files):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return Check(root).run()


class Layering(unittest.TestCase):
    def one(self, name, text, *wanted, others=()):
        found = faults({name: text, **{other: SPDX + "#pragma once\n" for other in others}})
        self.assertEqual(len(found), 1, found)
        for word in wanted:
            self.assertIn(word, found[0])

    def test_what_is_right_passes(self):
        self.assertEqual([], faults({
            "app/core/time.h": SPDX + "#pragma once\n\n#include <string>\n",
            "app/journal/journal.cpp": SPDX + '#include <sqlite3.h>\n\n#include "core/time.h"\n',
            "app/dispatch/arrival.h": SPDX + '#pragma once\n#include "gis/roadgraph.h"\n',
            "app/ui/canvas.cpp": SPDX + '#include <QWidget>\n#include "journal/station.h"\n',
            "app/engine/render.cpp": SPDX + "#include <qgsmaprenderersequentialjob.h>\n#include <QImage>\n",
            "modules/flood/model/shallowwater.cpp": SPDX + '#include "gis/raster.h"\n#include "sdk/module.h"\n',
            "modules/flood/plugin.cpp": SPDX + "#include <QtPlugin>\n",
        }))

    def test_qt_in_a_directory_without_qt(self):
        for area in ("core", "journal", "gis", "dispatch", "plans", "exercise", "sync", "feeds", "protocol"):
            self.one(f"app/{area}/a.cpp", SPDX + "#include <QString>\n", f"app/{area}/a.cpp:2:", "free of Qt")
        self.one("app/core/a.cpp", SPDX + "#include <QtCore/qstring.h>\n", "free of Qt")
        self.one("modules/flood/model/a.cpp", SPDX + "#include <QImage>\n", "modules/flood/model/a.cpp:2:")

    def test_qgis_outside_the_engine(self):
        self.one("app/ui/a.cpp", SPDX + "\n#include <qgsmapcanvas.h>\n", "app/ui/a.cpp:3:", "app/engine only")
        self.one("app/gis/a.cpp", SPDX + '#include "qgis/qgsrectangle.h"\n', "app/engine only")

    def test_an_include_against_the_arrows(self):
        for area, other in (("core", "journal"), ("journal", "gis"), ("gis", "journal"), ("plans", "gis"),
                            ("protocol", "journal"), ("dispatch", "journal"), ("dispatch", "plans"),
                            ("sync", "gis"), ("feeds", "dispatch"), ("sdk", "journal"), ("exercise", "gis"), ("engine", "gis"),
                            ("ui", "engine"), ("ui", "desktop"), ("cli", "ui"), ("cli", "engine"),
                            ("desktop", "engine"), ("desktop", "cli"), ("journal", "ui")):
            self.one(f"app/{area}/a.cpp", SPDX + f'#include "{other}/b.h"\n', f"not {other}")

    def test_an_include_that_goes_around_by_a_relative_path(self):
        self.one("app/core/a.cpp", SPDX + '#include "../journal/b.h"\n', "not journal", others=["app/journal/b.h"])

    def test_a_module_sees_no_module_no_ui_no_sqlite(self):
        self.one("modules/flood/a.cpp", SPDX + '#include "ui/b.h"\n', "not ui")
        self.one("modules/flood/a.cpp", SPDX + '#include "journal/b.h"\n', "not journal")
        self.one("modules/flood/a.cpp", SPDX + "#include <sqlite3.h>\n", "SQLite")
        self.one("modules/flood/a.cpp", SPDX + '#include "../hazmat/b.h"\n', "not hazmat",
                 others=["modules/hazmat/b.h"])

    def test_the_file_rules(self):
        self.one("app/core/a.cpp", "int a;\n", "a.cpp:1:", "SPDX")
        self.one("app/core/a.h", SPDX + "int a;\n", "#pragma once")
        self.one("app/core/a.cpp", SPDX + "int a;\n" * 600, "a.cpp:601:", "601 lines")
        self.one("tests/core/strings.h", SPDX + "#pragma once\nclass StringUtil {};\n", "StringUtil")
        self.one("app/core/misc.cpp", SPDX, "says nothing")
        self.one("tests/core/teamutil_test.cpp", SPDX, "says nothing")
        self.one("app/core/TeamManager.cpp", SPDX, "says nothing")
        self.one("app/core/a.cpp", SPDX + "class EventHandler {\n};\n", "a.cpp:2:", "EventHandler")

    def test_six_hundred_lines_are_allowed(self):
        self.assertEqual([], faults({"app/core/a.cpp": SPDX + "int a;\n" * 599}))


if __name__ == "__main__":
    unittest.main()
