#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source is as clang-format-14 and .clang-format would write it.

usage: format.py ROOT
"""

import pathlib
import shutil
import subprocess
import sys


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    tool = shutil.which("clang-format-14")
    if not tool:
        print("clang-format-14 is missing; it is in packaging/debian-packages.txt")
        return 1
    sources = [str(path) for top in ("app", "modules", "tests") for path in sorted((root / top).rglob("*"))
               if path.suffix in (".h", ".cpp")]
    bad = []
    for path in sources:
        run = subprocess.run([tool, "--dry-run", "--Werror", "--ferror-limit=1", path], capture_output=True, text=True,
                             check=False)
        if run.returncode:
            bad.append(run.stderr.splitlines()[0] if run.stderr else path)
    print("\n".join(bad) or f"{len(sources)} sources are formatted")
    if bad:
        print(f"{len(bad)} of {len(sources)}; mend with: clang-format-14 -i FILE …")
    return 1 if bad or not sources else 0


if __name__ == "__main__":
    sys.exit(main())
