#!/usr/bin/env python3
"""Draws how the cost of pages grows with what is stored: curves.py FIGURES.csv PICTURE.svg

The figures have the columns page, inspel, ms, as bin/growth --all measured them. Both axes are logarithmic."""
import csv
import math
import sys
from xml.sax.saxutils import escape

WIDTH, HEIGHT, LEFT, RIGHT, TOP, FOOT = 760, 420, 60, 210, 20, 50
COLOURS = ["#1b5e8a", "#b3441e", "#2e7d4f", "#7a3e8e", "#8a6d1b", "#c2185b", "#37474f", "#00838f"]


def read(path):
    curves = {}
    with open(path, encoding="utf-8") as file:
        for row in csv.DictReader(file):
            curves.setdefault(row["page"], []).append((float(row["inspel"]), float(row["ms"])))
    return curves


def decades(values):
    return math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))


def placed(least, most, begin, end):
    return lambda value: begin + (math.log10(value) - least) / (most - least) * (end - begin)


def number(exponent):
    return f"{10 ** exponent:,}".replace(",", " ") if exponent >= 0 else f"{10.0 ** exponent:g}"


def spread(wanted):
    """Heights for labels, none on another."""
    last, heights = -math.inf, {}
    for name, height in sorted(wanted.items(), key=lambda one: one[1]):
        last = heights[name] = max(height, last + 15)
    return heights


def axes(x, y, across, up):
    lines = []
    for exponent in range(across[0], across[1] + 1):
        at = x(10 ** exponent)
        lines.append(f'<line x1="{at:.1f}" x2="{at:.1f}" y1="{TOP}" y2="{HEIGHT - FOOT}" stroke="#ddd"/>'
                     f'<text x="{at:.1f}" y="{HEIGHT - FOOT + 18}" text-anchor="middle">{number(exponent)}</text>')
    for exponent in range(up[0], up[1] + 1):
        at = y(10.0 ** exponent)
        lines.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{at:.1f}" y2="{at:.1f}" stroke="#ddd"/>'
                     f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{number(exponent)}</text>')
    middle = (LEFT + WIDTH - RIGHT) / 2
    lines.append(f'<text x="{middle}" y="{HEIGHT - 12}" text-anchor="middle">inspel stored</text>'
                 f'<text x="16" y="{HEIGHT / 2}" text-anchor="middle" transform="rotate(-90 16 {HEIGHT / 2})">'
                 "milliseconds of processor time</text>")
    return lines


def picture(curves):
    points = [point for curve in curves.values() for point in curve]
    across, up = decades([point[0] for point in points]), decades([point[1] for point in points])
    x, y = placed(*across, LEFT, WIDTH - RIGHT), placed(*up, HEIGHT - FOOT, TOP)
    lines = axes(x, y, across, up)
    labels = spread({name: y(curve[-1][1]) + 4 for name, curve in curves.items()})
    for colour, (name, curve) in zip(COLOURS, curves.items()):
        path = " ".join(f"{x(size):.1f},{y(ms):.1f}" for size, ms in curve)
        lines.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
                     f'<text x="{WIDTH - RIGHT + 8}" y="{labels[name]:.1f}" fill="{colour}">{escape(name)}</text>')
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12" role="img">',
        "<title>Cost of pages by the number of inspel stored</title>", f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        *lines, "</svg>", ""])


with open(sys.argv[2], "w", encoding="utf-8") as out:
    out.write(picture(read(sys.argv[1])))
