#!/usr/bin/env python3
"""Faults that lines get when a chart is edited, from the neutral JSON of `metrics.py`; standard library only.

usage: edited.py LAYOUT.json [...]          one JSON object a file

Beside the figures of `metrics.py`:
  close_pairs    pairs of parallel pieces of different edges less than 10 apart (and not on one another) beside each
                 other for more than 12, where the gap between the nodes around them has room for 10 between all
  closest        the least such distance, room or not; blank where there is none under 10
  port_mix       places on a node where one edge ends and another one begins, less than 1.5 apart
  jogs           pieces shorter than 16 that only shift an edge aside: the pieces before and behind lead the same way
  spurs          pieces that lead back over the piece before
  label_far      labels whose box is more than 60 from the first 60 of their own edge, of edges that leave a decision
  label_most     the largest such distance
"""
import json, math, sys
from metrics import clean, measure, segs

NEAR, LEAST, JOG, REACH = 10.0, 12.0, 16.0, 60.0


def level(a, b):
    return abs(a[1] - b[1]) < 0.5


def pieces(edges):
    """(edge, axis along, place across, from, to) of each axis-parallel piece; axis 0 runs along x"""
    for at, edge in enumerate(edges):
        for a, b in segs(edge["points"]):
            if level(a, b):
                yield at, 0, (a[1] + b[1]) / 2, min(a[0], b[0]), max(a[0], b[0])
            elif abs(a[0] - b[0]) < 0.5:
                yield at, 1, (a[0] + b[0]) / 2, min(a[1], b[1]), max(a[1], b[1])


def page(g):
    """the box around all lanes"""
    lanes = [lane for lane in g.get("lanes", []) if "x" in lane]
    if not lanes:
        return -math.inf, -math.inf, math.inf, math.inf
    return (min(lane["x"] for lane in lanes), min(lane["y"] for lane in lanes),
            max(lane["x"] + lane["w"] for lane in lanes), max(lane["y"] + lane["h"] for lane in lanes))


def gap(g, axis, across, lo, hi):
    """how far the nodes and the ends of the page leave room across, around a piece"""
    x0, y0, x1, y1 = page(g)
    below, above = (y0, y1) if axis == 0 else (x0, x1)
    for n in g["nodes"]:
        along = (n["x"], n["x"] + n["w"]) if axis == 0 else (n["y"], n["y"] + n["h"])
        side = (n["y"], n["y"] + n["h"]) if axis == 0 else (n["x"], n["x"] + n["w"])
        if min(along[1], hi) - max(along[0], lo) > 0.5:
            if side[1] <= across + 0.5:
                below = max(below, side[1])
            elif side[0] >= across - 0.5:
                above = min(above, side[0])
    return below, above


def close(g, edges):
    """the number of close pairs whose gap has room, and the least distance of all"""
    all_pieces, count, least = list(pieces(edges)), 0, math.inf
    for i, (ei, axis, at, lo, hi) in enumerate(all_pieces):
        for ej, other, beside, start, end in all_pieces[i + 1:]:
            apart = abs(at - beside)
            low, high = max(lo, start), min(hi, end)
            if ei == ej or axis != other or not 1.0 <= apart < NEAR - 0.01 or high - low <= LEAST:
                continue
            least = min(least, apart)
            below, above = gap(g, axis, (at + beside) / 2, low, high)
            inside = {round(p[2]) for p in all_pieces if p[1] == axis and below < p[2] < above
                      and min(p[4], high) - max(p[3], low) > 0.5}
            count += (above - below) >= NEAR * (len(inside) + 1)
    return count, least


def ports(edges):
    starts = [(e["source"], e["points"][0]) for e in edges]
    ends = [(e["target"], e["points"][-1]) for e in edges]
    return sum(1 for node, p in ends for other, q in starts if node == other and math.dist(p, q) < 1.5)


def turns(edges):
    jogs = spurs = 0
    for e in edges:
        parts = [(b[0] - a[0], b[1] - a[1]) for a, b in segs(e["points"])]
        for (ax, ay), (bx, by) in zip(parts, parts[1:]):
            spurs += ax * bx + ay * by < -0.5
        for (ax, ay), (bx, by), (cx, cy) in zip(parts, parts[1:], parts[2:]):
            jogs += math.hypot(bx, by) < JOG and ax * cx + ay * cy > 0 and abs(ax * cy - ay * cx) < 0.5
    return jogs, spurs


def box_to_piece(box, a, b):
    """the distance of an axis-parallel piece from a box"""
    x0, x1, y0, y1 = min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1])
    dx = max(box[0] - x1, 0, x0 - box[2])
    dy = max(box[1] - y1, 0, y0 - box[3])
    return math.hypot(dx, dy)


def label_distance(e):
    """how far a label is from where its edge begins"""
    left, best = REACH, math.inf
    box = (e["lx"], e["ly"], e["lx"] + e["lw"], e["ly"] + e["lh"])
    for a, b in segs(e["points"]):
        length = math.dist(a, b)
        end = b if length <= left else (a[0] + (b[0] - a[0]) * left / length, a[1] + (b[1] - a[1]) * left / length)
        best, left = min(best, box_to_piece(box, a, end)), left - length
        if left <= 0:
            break
    return best


def faults(g):
    edges = [dict(e, points=[tuple(p) for p in e["points"]]) for e in g["edges"] if len(e.get("points") or []) >= 2]
    merged = [dict(e, points=clean(e["points"])) for e in edges]
    decisions = {n["id"] for n in g["nodes"] if n.get("kind") == "decision"}
    far = [label_distance(e) for e in edges if e.get("lw") and e["source"] in decisions]
    pairs, least = close(g, merged)
    jogs, spurs = turns(merged)
    return {"close_pairs": pairs, "closest": round(least, 1) if least < math.inf else "", "port_mix": ports(edges),
            "jogs": jogs, "spurs": spurs, "label_far": sum(d > REACH for d in far),
            "label_most": round(max(far, default=0))}


if __name__ == "__main__":
    for name in sys.argv[1:]:
        with open(name) as file:
            layout = json.load(file)
        figures = measure(layout)
        # Sums over charts, not shares of each of them.
        edges = [clean(e["points"]) for e in layout["edges"] if len(e.get("points") or []) >= 2]
        figures["bends"] = sum(max(0, len(points) - 2) for points in edges)
        print(json.dumps({**figures, **faults(layout)}))
