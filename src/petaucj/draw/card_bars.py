"""Bars and the gauge on a card: large letters, every number written at its mark."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.draw import svg
from petaucj.draw.card import Sheet
from petaucj.draw.lettering import width_of
from petaucj.views.bars import BarItem, BarsView
from petaucj.views.gauge import GaugeTick, GaugeView

# A row lower than this has no room for a name above its bar: then the name stands beside it.
LOW_ROW = 76.0
# Parts of the gauge in sizes of its letters: above the scale, the scale, a row of labels, and how small those letters are.
ABOVE, THICK, ROW, SMALL = 1.8, 2.3, 1.3, 0.92
HOLLOW = ' fill-opacity="0.3" stroke-width="2" stroke-dasharray="7 5"'


def lay_bars(sheet: Sheet, view: BarsView, top: float, bottom: float, size: float) -> None:
    """Draw the bars between ``top`` and ``bottom``, letters at most ``size``; hollow ones are only planned."""
    pitch = min(size * 4.6, (bottom - top) / max(1, len(view.items)))
    letters = min(size, pitch * (0.34 if pitch >= LOW_ROW else 0.62))
    names = 0.0 if pitch >= LOW_ROW else max(width_of(i.label, letters, i.chosen) for i in view.items) + letters
    room = [(sheet.inner - names - letters - width_of(i.text, letters, True), i.value) for i in view.items]
    scale = min((free / value for free, value in room if value > 0), default=0.0)
    top += max(0.0, (bottom - top - pitch * len(view.items)) / 3)
    for i, item in enumerate(view.items):
        _bar(sheet, item, top + pitch * i, pitch, letters, names, max(2.0, item.value * scale))
    axis = sheet.margin + names
    sheet.parts.append(svg.line(axis, top, axis, top + pitch * len(view.items), "tick", 1.5))


def _bar(sheet: Sheet, item: BarItem, y: float, pitch: float, letters: float, names: float, long: float) -> None:
    left, bold = sheet.margin + names, "big" if item.chosen else ""
    above = not names
    thick, at = (pitch * 0.44, y + letters * 1.36) if above else (pitch * 0.68, y + pitch * 0.16)
    sheet.parts.append(svg.text(sheet.margin + (14 if above else 0), y + letters if above else at + thick / 2 + letters * 0.35, item.label, letters, css=bold))
    kind, more = ("bar tick", HOLLOW) if item.hollow else ("bar", "")
    box = f'x="{left:.1f}" y="{at:.1f}" width="{long:.1f}" height="{thick:.1f}"'
    sheet.parts.append(f'<g class="fill-{item.fill}"><rect {box} class="{kind}"{more}/></g>')
    sheet.parts.append(svg.text(left + long + letters * 0.45, at + thick / 2 + letters * 0.35, item.text, letters, css="big"))


def lay_gauge(sheet: Sheet, view: GaugeView, top: float, bottom: float, size: float) -> None:
    """Draw the value on a straight scale from 0, the chosen target above it and the others of the same basis below."""
    ticks = sorted(view.ticks, key=lambda t: -t.at)
    chosen, others = [t for t in ticks if t.chosen], [t for t in ticks if not t.chosen]
    size, spots, high = _fitting(sheet, others, view.axis, bottom - top, size)
    thick, y = size * THICK, max(top, top + (bottom - top - high) / 2) + size * ABOVE
    sheet.parts.append(f'<rect x="{sheet.margin:.1f}" y="{y:.1f}" width="{sheet.inner:.1f}" height="{thick:.1f}" style="fill:var(--rule)"/>')
    if view.value is not None:
        long = sheet.inner * min(1.0, view.value / view.axis)
        sheet.parts.append(f'<g class="fill-{view.fill}"><rect x="{sheet.margin:.1f}" y="{y:.1f}" width="{long:.1f}" height="{thick:.1f}" class="bar"/></g>')
        _value(sheet, view, y + thick / 2, long, size * 1.25)
    for spot in spots:
        at = y + thick + size * (1.3 + ROW * spot.row)
        sheet.parts += [svg.line(spot.x, y, spot.x, at + size * 0.1, "tick", 2), svg.text(spot.start, at, spot.tick.label, size * SMALL, "start", "muted")]
    for tick in chosen:
        x, wide = _across(sheet, tick.at / view.axis), width_of(tick.label, size, True)
        start = min(max(sheet.margin, x - wide / 2), sheet.right - wide)
        sheet.parts += [svg.line(x, y - size * 0.4, x, y + thick, "target", 6), svg.text(start, y - size * 0.7, tick.label, size, "start", "accent big")]
    if not ticks:
        _ends(sheet, view, y + thick + size, size * SMALL)
    elif view.axis > 100:
        x = _across(sheet, 100 / view.axis)
        sheet.parts += [svg.line(x, y - size * 0.35, x, y, "tick", 3), svg.text(x - size * 0.2, y - size * 0.15, "100", size * SMALL, "end", "muted")]


@dataclass(frozen=True)
class _Spot:
    """Where a target below the scale is written: its place, the start of its label, its row."""

    tick: GaugeTick
    x: float
    start: float
    end: float
    row: int


def _across(sheet: Sheet, share: float) -> float:
    return sheet.margin + sheet.inner * share


def _fitting(sheet: Sheet, ticks: list[GaugeTick], axis: float, room: float, size: float) -> tuple[float, list[_Spot], float]:
    """Return the largest size of letters at which the gauge fits into ``room``, with its labels and its height."""
    for share in (1.0, 0.9, 0.8, 0.7, 0.6):
        spots = _spots(sheet, ticks, axis, size * share)
        rows = max((spot.row for spot in spots), default=0) + 1
        high = size * share * (ABOVE + THICK + 0.7 + ROW * rows)
        if high <= room:
            break
    return size * share, spots, high


def _spots(sheet: Sheet, ticks: list[GaugeTick], axis: float, size: float) -> list[_Spot]:
    """Return the labels from right to left, each right of its own line, in the first row where it meets neither a label nor a line."""
    found: list[_Spot] = []
    for tick in ticks:
        x, wide, gap = _across(sheet, tick.at / axis), width_of(tick.label, size * SMALL), size * 0.35
        start = x + gap if x + gap + wide <= sheet.right else x - gap - wide
        end = start + wide
        row = next(r for r in range(len(found) + 1) if all(end + gap < (min(s.start, s.x) if s.row == r else s.x) for s in found if s.row >= r))
        found.append(_Spot(tick, x, start, end, row))
    return found


def _value(sheet: Sheet, view: GaugeView, middle: float, long: float, size: float) -> None:
    """Write the value into its bar where there is room; else it stands among the numbers above."""
    if width_of(view.value_text, size, True) + size < long:
        sheet.parts.append(f'<g class="fill-{view.fill}">{svg.text(sheet.margin + long - size / 2, middle + size * 0.36, view.value_text, size, "end", "bar-text")}</g>')


def _ends(sheet: Sheet, view: GaugeView, y: float, size: float) -> None:
    """Write the ends of the scale where no target is comparable."""
    share = min(1.0, 100.0 / view.axis)
    sheet.parts += [svg.text(sheet.margin, y, "0", size, "start", "muted"), svg.text(_across(sheet, share), y, "100", size, "end", "muted"),
                    svg.line(_across(sheet, share), y - size * 1.4, _across(sheet, share), y - size * 0.9, "tick", 2)]
