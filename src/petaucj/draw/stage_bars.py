"""The bars of the presentation: few and thick, each with its name above and its number behind it; many stand in two columns."""

from __future__ import annotations

from petaucj.draw import svg
from petaucj.draw.lettering import broken, width_of
from petaucj.draw.stage_frame import LABEL, SLACK, SMALL, framed
from petaucj.views.bars import BarItem, BarsView

HEADING, NAME, NUMBER = 48.0, 38.0, 46.0
# A thick bar with its name above needs this much; lower rows have the name beside them.
TALL, TALLEST, LOW, BETWEEN = 108.0, 190.0, 38.0, 60.0


def draw_stage_bars(view: BarsView, width: float, height: float, heading: str) -> str:
    """Return the bars ``width`` by ``height``, all on one scale from zero; ``heading`` is the quiet line above, "" for none.

    What is only planned is an outline. Bars beyond the room of two columns are left out (the view's own words hold them).
    """
    told = [svg.text(0, 30, _one_line(heading, LABEL, width), LABEL, css="muted")] if heading else []
    top = HEADING if heading else 0.0
    room = height - top
    if len(view.items) * TALL <= room:
        return framed(width, height, told + _tall(view.items, width, top, min(TALLEST, room / max(1, len(view.items)))))
    return framed(width, height, told + _low(view.items, width, top, room))


def height_of(view: BarsView, heading: bool) -> float:
    """Return the height at which the bars stand comfortably."""
    return (HEADING if heading else 0.0) + len(view.items) * TALLEST


def _one_line(words: str, size: float, width: float, bold: bool = False) -> str:
    lines = broken(words.replace("**", ""), size, width, bold, most=1)
    return "".join(piece for piece, _ in lines[0]) if lines else ""


def _per_unit(items: tuple[BarItem, ...], room: float, size: float) -> float:
    """Return the pixels of one unit, so that every bar and the number behind it fit."""
    return min((max(40.0, room - width_of(i.text, size, True) * SLACK - 24) / i.value for i in items if i.value > 0), default=0.0)


def _bar(item: BarItem, x: float, y: float, length: float, thick: float) -> str:
    css = "bar-hollow" if item.hollow else "bar"
    inset = 3.0 if item.hollow else 0.0
    return (f'<g class="fill-{svg.escaped(item.fill)}"><rect x="{x + inset:.1f}" y="{y + inset:.1f}" width="{max(4.0, length - 2 * inset):.1f}" '
            f'height="{thick - 2 * inset:.1f}" class="{css}"/></g>')


def _tall(items: tuple[BarItem, ...], width: float, top: float, row: float) -> list[str]:
    unit, thick, parts = _per_unit(items, width, NUMBER), row - NAME - 36, []
    for i, item in enumerate(items):
        y, length = top + row * i, item.value * unit
        css = "big accent" if item.chosen else "big"
        parts += [svg.text(0, y + NAME, _one_line(item.label, NAME, width, item.chosen), NAME, css=css if item.chosen else ""),
                  _bar(item, 0, y + NAME + 16, length, thick),
                  svg.text(max(4.0, length) + 18, y + NAME + 16 + thick / 2 + NUMBER * 0.36, item.text, NUMBER, css=css)]
    return parts


def _low(items: tuple[BarItem, ...], width: float, top: float, room: float) -> list[str]:
    columns = 1 if len(items) * LOW <= room else 2
    held = items[:columns * int(room // LOW)]
    rows = -(-len(held) // columns)
    wide, row, parts = (width - BETWEEN * (columns - 1)) / columns, min(64.0, room / max(1, rows)), []
    name = min(wide * 0.5, max(width_of(i.label, SMALL, True) * SLACK for i in held) + 20)
    unit = _per_unit(held, wide - name, SMALL)
    for i, item in enumerate(held):
        x, y, thick = (wide + BETWEEN) * (i // rows), top + row * (i % rows), row * 0.62
        css, length = "big accent" if item.chosen else "big", item.value * unit
        parts += [svg.text(x, y + row / 2 + 10, _one_line(item.label, SMALL, name - 12, item.chosen), SMALL, css=css if item.chosen else ""),
                  _bar(item, x + name, y + (row - thick) / 2, length, thick),
                  svg.text(x + name + max(4.0, length) + 12, y + row / 2 + 10, item.text, SMALL, css=css)]
    return parts
