#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every header compiles alone: with the flags of a source beside it, nothing included before it.

A header that the source named like it includes before all else has shown that in the build; only the others are
compiled here.

usage: headers.py ROOT BUILD [--jobs N]
Prints the header and the compiler's first error; exit code 1 if there was any.
"""

import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

# Flags that say what to write or that only cost time; what remains decides whether the header compiles.
DROPPED_WITH_VALUE = {"-o", "-MF", "-MT", "-MQ"}
DROPPED = {"-c", "-MD", "-MMD", "-g", "-O2", "-O3"}
INCLUDE = re.compile(r'^#include\s+["<]([^">]+)[">]', re.MULTILINE)
LAUNCHERS = {"ccache", "sccache", "distcc"}


def flags_of(command, source):
    kept = []
    words = iter(shlex.split(command))
    for word in words:
        if word in DROPPED_WITH_VALUE:
            next(words)
        elif word not in DROPPED and word != source and os.path.basename(word) not in LAUNCHERS:
            kept.append(word)
    return kept


def opens(source, header):
    """Whether the first thing that the source includes is the header."""
    first = INCLUDE.search(source.read_text(encoding="utf-8"))
    return first is not None and header.as_posix().endswith("/" + first.group(1))


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    build = pathlib.Path(sys.argv[2]).resolve()
    jobs = int(sys.argv[sys.argv.index("--jobs") + 1]) if "--jobs" in sys.argv else 2
    entries = [e for e in json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
               if pathlib.Path(e["file"]).is_relative_to(root)
               and not pathlib.Path(e["file"]).is_relative_to(build)]
    headers = [h for top in ("app", "modules") for h in sorted((root / top).rglob("*.h"))]

    def check(header):
        # Where two libraries share a folder, a header belongs to that of the source named like it.
        named = [e for e in entries if pathlib.Path(e["file"]).with_suffix(".h") == header]
        if any(opens(pathlib.Path(e["file"]), header) for e in named):
            return None
        beside = named
        for folder in (header.parent, *header.parent.parents):
            if beside or folder == root:
                break
            beside = sorted((e for e in entries if pathlib.Path(e["file"]).is_relative_to(folder)),
                            key=lambda e: e["file"])
        if not beside:
            return f"{header.relative_to(root)}: no source near it is built, so nobody knows its flags"
        ways = {}
        for entry in beside:
            ways.setdefault(tuple(flags_of(entry["command"], entry["file"])), entry["directory"])
        for flags, directory in ways.items():
            # Read as text that includes the header, so that #pragma once is not said about a main file.
            run = subprocess.run([*flags, "-fsyntax-only", "-x", "c++", "-"], input=f'#include "{header}"\n', text=True,
                                 cwd=directory, capture_output=True, check=False)
            if run.returncode == 0:
                return None
        reason = next((line for line in run.stderr.splitlines() if "error" in line), run.stderr[:300])
        return f"{header.relative_to(root)}: does not compile alone\n  {reason}"

    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        faults = [fault for fault in pool.map(check, headers) if fault]
    print("\n".join(faults) or f"{len(headers)} headers compile alone")
    return 1 if faults or not headers else 0


if __name__ == "__main__":
    sys.exit(main())
