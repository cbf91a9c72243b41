"""The map of the presentation, and beside it the list of all districts: a small city is as large there as the largest regency."""

from __future__ import annotations

from petaucj.draw import svg
from petaucj.draw.lettering import width_of
from petaucj.draw.shapes import FINE, Outlines, outlines
from petaucj.draw.stage_frame import SLACK, SMALL, framed, swatch
from petaucj.draw.static_map import draw_static_map, fits
from petaucj.views.map import AreaMark, MapView

NAME, VALUE, FIELD, ROW, BETWEEN = 31.0, 33.0, 28.0, 52.0, 48.0
# A district that is less than this across gets a dot, so that it is seen at all.
DOT_BELOW, DOT = 26.0, 11.0
COLUMNS = 2


def map_width(height: float) -> float:
    """Return how wide the map is at a height."""
    held = outlines(FINE)
    return held.width * height / held.height


def draw_stage_map(view: MapView, height: float) -> str:
    """Return the map ``height`` high: values where there is room for them, small districts as dots; the list holds them all."""
    held, width = outlines(FINE), map_width(height)
    scale = width / held.width
    small = [mark for mark in view.marks if _across(mark, held) * scale < DOT_BELOW]
    dots = [_dot(mark, held, scale) for mark in sorted(small, key=lambda m: m.chosen)]
    return framed(width, height, [draw_static_map(view, width), *dots, *_values(view.marks, held, scale)])


def _across(mark: AreaMark, held: Outlines) -> float:
    """Return the shorter side of a district in kilometres."""
    xs, ys = zip(*(point for ring in held.areas[mark.code].rings for point in ring), strict=True)
    return min(max(xs) - min(xs), max(ys) - min(ys))


def _dot(mark: AreaMark, held: Outlines, scale: float) -> str:
    x, y = held.areas[mark.code].label
    css = "area empty" if mark.fill in ("nodata", "other") else "area"
    return f'<g class="fill-{svg.escaped(mark.fill)}"><circle cx="{x * scale:.1f}" cy="{y * scale:.1f}" r="{DOT:g}" class="{css}{" chosen" if mark.chosen else ""}"/></g>'


def _values(marks: tuple[AreaMark, ...], held: Outlines, scale: float) -> list[str]:
    """Return the values that fit on their district and on no other value, the chosen first."""
    taken: list[tuple[float, float]] = []
    parts = []
    for mark in sorted(marks, key=lambda m: (not m.chosen, -_across(m, held))):
        x, y = (side * scale for side in held.areas[mark.code].label)
        half = width_of(mark.value, SMALL, True) / 2
        if fits(mark, held, scale, SMALL) and all(abs(x - a) > 2 * half + 6 or abs(y - b) > SMALL + 4 for a, b in taken):
            taken.append((x, y))
            inside = min(max(x, half + 2), held.width * scale - half - 2)
            parts.append(svg.text(inside, y + SMALL * 0.36, mark.value, SMALL, "middle", "big halo"))
    return parts


def list_height(view: MapView) -> float:
    """Return how high the list is at its roomiest."""
    return ROW * -(-len(view.marks) // COLUMNS)


def draw_stage_list(view: MapView, width: float, height: float) -> str:
    """Return all districts in two columns: colour, name, value, letter of the denominator with its signs, and date."""
    rows = -(-len(view.marks) // COLUMNS)
    wide, row = (width - BETWEEN * (COLUMNS - 1)) / COLUMNS, min(ROW, height / max(1, rows))
    date = max((width_of(m.date, SMALL) * SLACK for m in view.marks), default=0.0)
    letter = max((width_of(_letter(m), SMALL, True) * SLACK for m in view.marks), default=0.0)
    parts = []
    for i, mark in enumerate(view.marks):
        x, y = (wide + BETWEEN) * (i // rows), row * (i % rows)
        parts += _entry(mark, x, y, row, (x + wide - date - 14 - letter - 10, x + wide - date - 14, x + wide))
    return framed(width, row * rows, parts)


def _letter(mark: AreaMark) -> str:
    return f"{mark.letter}{mark.mark}"


def _entry(mark: AreaMark, x: float, y: float, row: float, ends: tuple[float, float, float]) -> list[str]:
    base, field = y + row / 2 + 11, min(FIELD, row - 8)
    css = "big accent" if mark.chosen else ""
    parts = [swatch(mark.fill, x, y + (row - field) / 2, field, field), svg.text(x + field + 14, base, mark.name, NAME, css=css),
             svg.line(x, y + row, ends[2], y + row, "rule", 1.5)]
    if not mark.value:
        return [*parts, svg.text(ends[0], base, "–", VALUE, "end", "muted")]
    return [*parts, svg.text(ends[0], base, mark.value, VALUE, "end", "big accent" if mark.chosen else "big"),
            svg.text(ends[0] + 10, base, _letter(mark), SMALL, css="big"), svg.text(ends[2], base, mark.date, SMALL, "end", "muted")]
