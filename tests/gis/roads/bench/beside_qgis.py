#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The matrix of roads_bench by the network analysis of QGIS: one Dijkstra for each of ten origins, taken times ten.

usage: beside_qgis.py FOLDER-WITH-DIMACS-FILES
"""
import gzip
import pathlib
import sys
import time

try:
    from qgis.analysis import QgsGraph, QgsGraphAnalyzer
    from qgis.core import QgsPointXY
except ImportError:
    print("skipped: needs python3-qgis")
    sys.exit(0)

folder = pathlib.Path(sys.argv[1])
graph = QgsGraph()
with gzip.open(folder / "USA-road-d.NY.co.gz", "rt") as lines:
    for line in lines:
        if line.startswith("v "):
            _, _, x, y = line.split()
            graph.addVertex(QgsPointXY(int(x) * 1e-6, int(y) * 1e-6))
with gzip.open(folder / "USA-road-t.NY.gr.gz", "rt") as lines:
    for line in lines:
        if line.startswith("a "):
            _, a, b, ms = line.split()
            graph.addEdge(int(a) - 1, int(b) - 1, [int(ms)])
begin = time.monotonic()
origins = [(i * 2609) % 264346 for i in range(1, 11)]
for origin in origins:
    QgsGraphAnalyzer.dijkstra(graph, origin, 0)
print(f"{graph.vertexCount()} nodes: 100 origins take {(time.monotonic() - begin) * 10 * 1000:.0f} ms")
