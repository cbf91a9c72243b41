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
# A value may stand so far from the middle of its district where something else is there.
ASIDE = tuple((dx, dy) for dy in (0.0, -12.0, 12.0, -20.0, 20.0) for dx in (0.0, 14.0, -14.0, 26.0, -26.0))
COLUMNS = 2


def map_width(height: float) -> float:
    """Return how wide the map is at a height."""
    held = outlines(FINE)
    return held.width * height / held.height


def draw_stage_map(view: MapView, height: float) -> str:
    """Return the map ``height`` high: values where there is room for them, small districts as dots; the list holds them all."""
    held, width = outlines(FINE), map_width(height)
    scale = width / held.width
    small = sorted((mark for mark in view.marks if _across(mark, held) * scale < DOT_BELOW), key=lambda m: m.chosen)
    dots = [_dot(mark, held, scale) for mark in small]
    return framed(width, height, [draw_static_map(view, width), *dots, *_values(view.marks, held, scale, [_place(mark, held, scale) for mark in small])])


def _across(mark: AreaMark, held: Outlines) -> float:
    """Return the shorter side of a district in kilometres."""
    xs, ys = zip(*(point for ring in held.areas[mark.code].rings for point in ring), strict=True)
    return min(max(xs) - min(xs), max(ys) - min(ys))


def _place(mark: AreaMark, held: Outlines, scale: float) -> tuple[float, float]:
    x, y = held.areas[mark.code].label
    return x * scale, y * scale


def _dot(mark: AreaMark, held: Outlines, scale: float) -> str:
    x, y = _place(mark, held, scale)
    css = "area empty" if mark.fill in ("nodata", "other") else "area"
    return f'<g class="fill-{svg.escaped(mark.fill)}"><circle cx="{x:.1f}" cy="{y:.1f}" r="{DOT:g}" class="{css}{" chosen" if mark.chosen else ""}"/></g>'


def _values(marks: tuple[AreaMark, ...], held: Outlines, scale: float, dots: list[tuple[float, float]]) -> list[str]:
    """Return the values with the letters of their denominators, the chosen first: only where they cover no dot and no other value."""
    taken = [(x, y, DOT + 2, DOT) for x, y in dots]
    parts = []
    for mark in sorted((m for m in marks if fits(m, held, scale, SMALL)), key=lambda m: (not m.chosen, -_across(m, held))):
        words = f"{mark.value}{mark.letter and ' ' + mark.letter}"
        half, high = width_of(words, SMALL, True) * SLACK / 2, SMALL / 2
        x0, y0 = _place(mark, held, scale)
        spots = ((min(max(x0 + dx, half + 2), held.width * scale - half - 2), y0 + dy) for dx, dy in ASIDE)
        free = next(((x, y) for x, y in spots if all(abs(x - a) > half + w + 4 or abs(y - b) > high + h + 2 for a, b, w, h in taken)), None)
        if free:
            taken.append((*free, half, high))
            parts.append(svg.text(free[0], free[1] + SMALL * 0.36, words, SMALL, "middle", "big halo"))
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
