"""Ranges around one number, as SVG: one row an assumption, a line from low to high, the plan's own number as a rule through all."""

from __future__ import annotations

from petaucj.draw import svg
from petaucj.views.plan_spans import SpanMark, SpansView

WIDTH, NARROWEST = 720.0, 640
LEFT, RIGHT, TOP, ROW = 190.0, 24.0, 30.0, 34.0
# So far from the rule a text does not touch it.
CLEAR = 8.0


def draw_spans(view: SpansView) -> str:
    """Return the picture; empty text where no assumption moves the need."""
    low, high = (end(marks) for end, marks in ((min, [m.low for m in view.marks] or [0]), (max, [m.high for m in view.marks] or [0])))
    if low == high:
        return ""
    bottom = TOP + ROW * len(view.marks)

    def x(people: int) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (people - low) / (high - low)

    centre = x(view.centre)
    anchor = "end" if centre > (LEFT + WIDTH) / 2 else "start"
    parts = [svg.line(centre, 18, centre, bottom, "target", 1.6), svg.text(centre, 12, view.legend, 11.5, anchor, "accent big")]
    for i, mark in enumerate(view.marks):
        parts += _row(mark, x(mark.low), x(mark.high), TOP + ROW * i + 12, centre)
    return svg.picture(WIDTH, bottom + 4, parts, NARROWEST)


def _row(mark: SpanMark, first: float, last: float, y: float, centre: float) -> list[str]:
    ends = "".join(f'<circle cx="{at:.1f}" cy="{y:.1f}" r="4.5" class="bar"/>' for at in dict.fromkeys((first, last)))
    anchor, at = ("end", last) if (first + last) / 2 > (LEFT + WIDTH) / 2 else ("start", first)
    if abs(at - centre) < CLEAR:
        at = centre + (CLEAR if anchor == "start" else -CLEAR)
    return [svg.text(0, y + 4, mark.name, 12.5), svg.line(first, y, last, y, "track", 4), f'<g class="fill-c4">{ends}</g>',
            svg.text(at, y + 17, mark.text, 11, anchor, "muted halo")]
