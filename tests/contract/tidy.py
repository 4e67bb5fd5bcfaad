#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the allow-list of .clang-tidy over the product's sources; two at a time.

usage: tidy.py ROOT BUILD [PART …]      PART is a folder such as app/core; all of app and modules without it
"""

import concurrent.futures
import json
import pathlib
import shutil
import subprocess
import sys


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    build = pathlib.Path(sys.argv[2]).resolve()
    parts = [root / part for part in sys.argv[3:] or ("app", "modules")]
    tool = shutil.which("clang-tidy-14")
    if not tool:
        print("clang-tidy-14 is missing; it is in packaging/debian-packages.txt")
        return 1
    known = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    sources = sorted({e["file"] for e in known if any(pathlib.Path(e["file"]).is_relative_to(p) for p in parts)})

    def check(source):
        run = subprocess.run([tool, "--quiet", "-p", str(build), "--extra-arg=-Wno-everything", source],
                             capture_output=True, text=True, check=False)
        return [line for line in run.stdout.splitlines() if "warning:" in line or "error:" in line] or (
            [f"{source}: clang-tidy failed: {run.stderr[-300:]}"] if run.returncode else [])

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        findings = sorted({line for lines in pool.map(check, sources) for line in lines})
    print("\n".join(findings) or f"{len(sources)} sources without a finding")
    return 1 if findings or not sources else 0


if __name__ == "__main__":
    sys.exit(main())
