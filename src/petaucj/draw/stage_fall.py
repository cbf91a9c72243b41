"""The fall in the presentation's picture of the months: a heavy arrow from before to after, and its words where the sky is free."""

from __future__ import annotations

from itertools import pairwise

from petaucj.draw import svg
from petaucj.draw.lettering import width_of
from petaucj.draw.stage_frame import SLACK
from petaucj.draw.stage_months_frame import MonthsFrame
from petaucj.views.plan_projection import CliffView, ProjectionView

# Month and size of the largest fall, from the loudest that may fit to the quietest.
SIZES = ((52.0, 84.0), (46.0, 68.0), (40.0, 54.0), (34.0, 44.0), (28.0, 32.0))
QUIET = SIZES[-1:]
AWAY, CLEAR, ARROW = 30.0, 12.0, 12.0
Box = tuple[float, float, float, float]


def draw_fall(view: ProjectionView, frame: MonthsFrame) -> list[str]:
    """Return an arrow for every fall, and words for those that find room: the largest first and loudest."""
    totals = [sum(column) for column in zip(*(layer.people for layer in view.layers), strict=True)]
    arrows = [_arrow(frame, after, totals[before], totals[after]) for before, after in pairwise(range(view.columns)) if totals[after] < totals[before]]
    taken, parts = _busy(view, frame, totals), []
    for i, cliff in enumerate(sorted(view.cliffs, key=lambda c: -c.people)):
        place = _place(cliff, frame, taken, SIZES if i == 0 else QUIET)
        if place:
            (x, y, right, bottom), (month, size) = place
            taken.append((x, y, right, bottom))
            parts += [svg.text(x, y + month, cliff.lines[0], month, css="accent big halo"),
                      svg.text(x, y + month + size * 1.02, cliff.lines[1], size, css="accent big halo")]
    return [*arrows, *parts]


def _arrow(frame: MonthsFrame, column: int, before: int, after: int) -> str:
    x, top, bottom = frame.x(column), frame.y(before), frame.y(after)
    head = min(30.0, (bottom - top) * 0.6)
    return (f'{svg.line(x - frame.step, top, x + frame.step, top, "target", 4)}{svg.line(x, top, x, bottom - head, "target", ARROW)}'
            f'<path d="M{x:.1f} {bottom:.1f}l-{head * 0.8:.1f} -{head:.1f}h{head * 1.6:.1f}z" class="fall"/>')


def _busy(view: ProjectionView, frame: MonthsFrame, totals: list[int]) -> list[Box]:
    """Return what words may not cover: the months, the record above them, the goal with its words, the arrows."""
    found = [(frame.x(i) - 2 * CLEAR, frame.y(max(total, held)) - CLEAR, frame.x(i + 1) + 2 * CLEAR, frame.bottom)
             for i, (total, held) in enumerate(zip(totals, view.recorded, strict=True))]
    found += [(frame.x(after) - AWAY, frame.y(totals[before]) - CLEAR, frame.x(after) + AWAY - 2, frame.bottom)
              for before, after in pairwise(range(view.columns)) if totals[after] < totals[before]]
    if view.required is not None:
        y, wide = frame.y(view.required), width_of(view.required_label, frame.REQUIRED, True) * SLACK
        found += [(frame.left, y - 8, frame.right, y + 8), (frame.right - wide - 20, y - 14 - frame.REQUIRED, frame.right, y)]
    return found


def _place(cliff: CliffView, frame: MonthsFrame, taken: list[Box], sizes: tuple[tuple[float, float], ...]) -> tuple[Box, tuple[float, float]] | None:
    """Return the free box nearest to the fall, in the loudest size that has one."""
    x0 = frame.x(cliff.column)
    for month, size in sizes:
        wide = max(width_of(cliff.lines[0], month, True), width_of(cliff.lines[1], size, True)) * SLACK
        high = month + size * 1.3
        starts = [s for s in (x0 + AWAY + frame.step * k / 2 for k in range(16)) if s + wide <= frame.right]
        starts += [max(frame.left, x0 - AWAY - wide), max(frame.left, frame.right - wide)]
        tops = range(int(frame.bottom - high), int(frame.top) - 25, -6)
        for x in starts:
            for y in tops:
                box = (x, float(y), x + wide, y + high)
                if not any(box[0] < c and box[2] > a and box[1] < d and box[3] > b for a, b, c, d in taken):
                    return box, (month, size)
    return None
