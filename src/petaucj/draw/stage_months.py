"""The months of the presentation: people stacked by who pays, the goal as a line, and the fall as the loudest thing."""

from __future__ import annotations

from itertools import pairwise

from petaucj.draw import svg
from petaucj.draw.lettering import width_of
from petaucj.draw.stage_fall import draw_fall
from petaucj.draw.stage_frame import LABEL, SLACK, SMALL, framed, swatch
from petaucj.draw.stage_months_frame import MonthsFrame
from petaucj.views.plan_projection import ProjectionView

LEGEND_ROW, FOOT_ROW, KEY = 44.0, 40.0, 34.0
# Below the axis: letters of the months, years, and the first row of words.
LETTERS, YEARS, WORDS = 36.0, 42.0, 72.0
# The goal carries its own words in the picture.
TOLD_IN_PLACE = ("required",)


def draw_stage_months(view: ProjectionView, width: float, height: float) -> str:
    """Return the picture ``width`` by ``height``; empty text where there is nothing to draw (the view says why)."""
    if not view.columns:
        return ""
    legend, top = _legend(view, width)
    left = max(width_of(label, SMALL) for _, label in view.scale) * SLACK + 14
    marks, rows = _marks(view, left, width)
    letters = LETTERS if (width - left) / view.columns >= SMALL * 1.05 else 0.0
    frame = MonthsFrame(view, left, width, top + 24, height - letters - YEARS - WORDS - FOOT_ROW * (rows - 1), letters)
    return framed(width, height, [*legend, *_grid(view, frame), *_bars(view, frame), *_required(view, frame), *draw_fall(view, frame), *_foot(view, frame),
                                  *_mark_words(marks, frame)])


def _legend(view: ProjectionView, width: float) -> tuple[list[str], float]:
    parts, x, y = [], 0.0, 0.0
    for kind, name in view.legend:
        if kind in TOLD_IN_PLACE:
            continue
        wide = KEY + 12 + width_of(name, SMALL) * SLACK
        if x and x + wide > width:
            x, y = 0.0, y + LEGEND_ROW
        parts += [_key(kind, x, y + 6), svg.text(x + KEY + 12, y + 29, name, SMALL)]
        x += wide + 36
    return parts, y + LEGEND_ROW if parts else 0.0


def _key(kind: str, x: float, y: float) -> str:
    box = f'x="{x:.1f}" y="{y:.1f}" width="{KEY:g}" height="26"'
    if kind == "recorded":
        return svg.line(x, y + 13, x + KEY, y + 13, "recorded", 5)
    if kind == "forecast":
        return f'<rect {box} class="base"/><rect {box} fill="url(#panggung-perkiraan)"/>'
    if kind == "back":
        return f'<rect {box} class="base back"/>'
    return swatch(kind, x, y, KEY, 26) if kind else f'<rect {box} class="base"/>'


def _grid(view: ProjectionView, frame: MonthsFrame) -> list[str]:
    parts = []
    for value, label in (step for step in view.scale if frame.y(step[0]) >= frame.top):
        parts += [svg.line(frame.left, frame.y(value), frame.right, frame.y(value), "rule" if value else "tick", 2),
                  svg.text(frame.left - 12, frame.y(value) + 10, label, SMALL, "end", "muted")]
    return parts


def _boxes(frame: MonthsFrame, low: list[int], row: tuple[int, ...], columns: range) -> str:
    """Return one path of all boxes of a layer."""
    gap = min(6.0, frame.step * 0.16)
    return "".join(f"M{frame.x(i) + gap / 2:.1f} {frame.y(low[i]):.1f}h{frame.step - gap:.1f}V{frame.y(low[i] + row[i]):.1f}h-{frame.step - gap:.1f}z"
                   for i in columns if row[i])


def _bars(view: ProjectionView, frame: MonthsFrame) -> list[str]:
    """Return the stacked months, paler where computed back, hatched where they lie ahead; then the record as a stepped line."""
    ahead = range(view.columns if view.forecast_column is None else view.forecast_column, view.columns)
    low, parts = [0] * view.columns, []
    for layer in view.layers:
        css = f"bar fill-{svg.escaped(layer.fill)}" if layer.fill else "base"
        for path, more in ((_boxes(frame, low, layer.people, range(view.record_column)), " back"),
                           (_boxes(frame, low, layer.people, range(view.record_column, view.columns)), "")):
            parts += [f'<path d="{path}" class="{css}{more}"/>'] if path else []
        low = [under + here for under, here in zip(low, layer.people, strict=True)]
    parts.append(f'<path d="{_boxes(frame, [0] * view.columns, tuple(low), ahead)}" fill="url(#panggung-perkiraan)"/>')
    return [*parts, *_recorded(view, frame, low)]


def _recorded(view: ProjectionView, frame: MonthsFrame, totals: list[int]) -> list[str]:
    """Return where the record stands above those protected, as steps."""
    pieces = "".join(f"M{frame.x(i):.1f} {frame.y(held):.1f}H{frame.x(i + 1):.1f}" for i, held in enumerate(view.recorded) if held != totals[i])
    rises = "".join(f"M{frame.x(j):.1f} {frame.y(view.recorded[i]):.1f}V{frame.y(view.recorded[j]):.1f}" for i, j in pairwise(range(view.columns))
                    if view.recorded[i] != view.recorded[j] and view.recorded[i] != totals[i])
    return [f'<path d="{pieces}{rises}" class="recorded" stroke-width="4"/>'] if pieces else []


def _required(view: ProjectionView, frame: MonthsFrame) -> list[str]:
    if view.required is None:
        return []
    y = frame.y(view.required)
    return [svg.line(frame.left, y, frame.right, y, "target", 6), svg.text(frame.right, y - 14, view.required_label, frame.REQUIRED, "end", "accent big halo")]


def _foot(view: ProjectionView, frame: MonthsFrame) -> list[str]:
    """Return the months, where there is room for their letters, and the years below them."""
    parts, base = [], frame.bottom + frame.letters
    if frame.letters:
        parts += [svg.text(frame.x(i + 0.5), frame.bottom + 34, initial, SMALL, "middle") for i, initial in enumerate(view.initials)]
    ends = [*(frame.x(column) for column, _ in view.years[1:]), frame.right]
    for (column, year), end in zip(view.years, ends, strict=True):
        parts.append(svg.line(frame.x(column), frame.bottom, frame.x(column), base + 34, "tick", 2))
        if end - frame.x(column) > width_of(year, SMALL) * SLACK + 18:
            parts.append(svg.text(frame.x(column) + 10, base + 34, year, SMALL, css="muted"))
    return parts


def _marks(view: ProjectionView, left: float, width: float) -> tuple[list[tuple[float, float, str, int, str]], int]:
    """Return the marks as (month's x, words' x, words, row, anchor), and how many rows their words need."""
    step, taken, found = (width - left) / view.columns, [], []
    for mark in view.marks:
        x, wide = left + step * (mark.column + 0.5), width_of(mark.label, LABEL) * SLACK
        start = min(max(0.0, x - wide / 2), width - wide)
        row = next((i for i, end in enumerate(taken) if start > end + 28), len(taken))
        taken = [*taken[:row], start + wide, *taken[row + 1:]]
        found.append((x, start, mark.label, row, "start"))
    return found, len(taken)


def _mark_words(marks: list[tuple[float, float, str, int, str]], frame: MonthsFrame) -> list[str]:
    parts, base = [], frame.bottom + frame.letters + YEARS
    for x, start, words, row, anchor in marks:
        parts += [f'<path d="M{x:.1f} {base + 2:.1f}l-10 16h20z" class="ink"/>', svg.text(start, base + 58 + FOOT_ROW * row, words, LABEL, anchor, "halo")]
    return parts
