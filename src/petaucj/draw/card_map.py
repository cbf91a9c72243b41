"""The map on a card: values on the districts that have room for them, the others in a list, the legend as it is on the page."""

from __future__ import annotations

from petaucj.draw import svg
from petaucj.draw.card import Sheet
from petaucj.draw.lettering import width_of
from petaucj.draw.shapes import FINE, outlines
from petaucj.draw.static_map import HATCHED, draw_static_map, fits
from petaucj.views.map import AreaMark, LegendEntry, MapView

SIGN, TEXTURED = "=", " letter-"


def lay_map(sheet: Sheet, view: MapView, box: tuple[float, float, float, float], label: float) -> tuple[AreaMark, ...]:
    """Draw the map into ``box`` (left, top, width, height); return the marks with a value that found no room on it."""
    held = outlines(FINE)
    scale = min(box[2] / held.width, box[3] / held.height)
    sheet.place(draw_static_map(view, held.width * scale, label), *box)
    return tuple(mark for mark in view.marks if mark.value and not fits(mark, held, scale, label))


def lay_small(sheet: Sheet, marks: tuple[AreaMark, ...], x: float, y: float, width: float, size: float) -> float:
    """List districts too small for their value: name, value, basis, sign and date; return where the list ends."""
    step = size * 1.42
    for i, mark in enumerate(marks):
        at = y + step * (i + 1) - size * 0.4
        value = " ".join(filter(None, (mark.value, mark.letter, mark.mark)))
        sheet.parts += [_swatch(mark.fill, x, at - size * 0.72, size), svg.text(x + size * 1.7, at, mark.name, size, css="big" if mark.chosen else ""),
                        svg.text(x + width, at, value, size, "end", "big")]
        if width_of(f"{mark.name}{mark.date}{value}", size) + size * 5 < width:
            sheet.parts.append(svg.text(x + width - width_of(value, size, True) - size * 0.7, at, mark.date, size, "end", "muted"))
    return y + step * len(marks)


def lay_legend(sheet: Sheet, legend: tuple[LegendEntry, ...], x: float, y: float, width: float, size: float) -> float:
    """Write the legend in the fewest rows its width allows; return where it ends."""
    entries = [entry for entry in legend if not entry.label.endswith("(0)")]
    if not entries:
        return y
    for rows in range(1, len(entries) + 1):
        columns = [entries[i:i + rows] for i in range(0, len(entries), rows)]
        wide = [max(width_of(entry.label, size) for entry in column) + size * 3 for column in columns]
        if sum(wide) - size <= width:
            break
    step = size * 1.42
    for i, column in enumerate(columns):
        for j, entry in enumerate(column):
            left, at = x + sum(wide[:i]), y + step * (j + 1) - size * 0.4
            sheet.parts += [_sign(entry.swatch, left, at, size), svg.text(left + size * 1.7, at, entry.label, size)]
    return y + step * rows


def _sign(swatch: str, x: float, at: float, size: float) -> str:
    """Return the swatch of an entry; a letter explains itself, a sign is written."""
    if TEXTURED in swatch:
        return ""
    if swatch.startswith(SIGN):
        return svg.text(x + size * 0.6, at, swatch.removeprefix(SIGN), size, "middle", "big")
    return _swatch(swatch, x, at - size * 0.72, size)


def _swatch(fill: str, x: float, y: float, size: float) -> str:
    box = f'x="{x:.1f}" y="{y:.1f}" width="{size * 1.2:.1f}" height="{size * 0.8:.1f}"'
    if fill in HATCHED:
        return f'<rect {box} class="area empty"/><rect {box} fill="url(#arsir)"/>'
    return f'<g class="fill-{fill}"><rect {box} class="bar"/></g>'
