#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the desk's map beside QGIS's own canvas, on the same project and the same views, and prints the ratios.

usage: bench.py BUILD-FOLDER DATA-FOLDER
Exit code 1 where a target is missed, 77 where there is no data. The two take turns and the better run of each counts:
whatever else the computer does slows both.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

TURNS = 2


def figures(command, environment):
    out = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=900,
                         check=True, text=True).stdout
    return {name: float(value) for name, value in (line.split() for line in out.splitlines())}


def better(runs):
    return {name: min(run[name] for run in runs if name in run) for name in runs[0]}


def main():
    build, data = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
    andorra = data / "andorra"
    if not (andorra / "andorra.osm.pbf").exists():
        print("skipped: no ../shared/data")
        return 77
    with tempfile.TemporaryDirectory() as scratch:
        project = pathlib.Path(scratch) / "district"
        subprocess.run([build / "bin/fengsuictl", "district", "build", "--osm", andorra / "andorra.osm.pbf", "--dem",
                        andorra / "N42E001.hgt", "--out", project], check=True, stderr=subprocess.DEVNULL,
                       stdout=subprocess.DEVNULL)
        environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
        ours, theirs = [], []
        for turn in range(TURNS):
            theirs.append(figures([build / "tests/canvas_bench", project / "district.qgs"], environment))
            ours.append(figures([build / "tests/ground_bench", project / "district.qgs",
                                 build / "bin/fengsui-mapengine", pathlib.Path(scratch) / f"cache{turn}"], environment))
    all_ours, all_theirs = better(ours), better(theirs)
    for name, value in (all_theirs | all_ours).items():
        print(f"{name:>12} {value:9.1f} {'MB' if name.endswith('Mb') else 'ms'}")
    pan = all_theirs["qgisPan"] / all_ours["pan"]
    cold = sum(all_ours[f"cold{n}"] for n in (0, 2, 4, 6, 8)) / sum(all_theirs[f"qgisCold{n}"] for n in (0, 2, 4, 6, 8))
    checks = [
        (f"a step of the hand, from cache: {pan:.0f} × faster than QGIS (at least 20)", pan >= 20),
        (f"a view never drawn before: {cold:.2f} × QGIS's time (at most 1.2)", cold <= 1.2),
        (f"first map {all_ours['firstMap'] / 1000:.1f} s after the start (at most 3)", all_ours["firstMap"] <= 3000),
        (f"client and engine together {all_ours['clientMb'] + all_ours['engineMb']:.0f} MB (at most 700)",
         all_ours["clientMb"] + all_ours["engineMb"] <= 700),
    ]
    for sentence, held in checks:
        print(("   " if held else "NO ") + sentence)
    return 0 if all(held for _, held in checks) else 1


if __name__ == "__main__":
    sys.exit(main())
