"""The months of a plan as SVG: people stacked by who pays, the record as a line, the need, and where cover falls."""

from __future__ import annotations

from itertools import pairwise

from petaucj.draw import svg
from petaucj.views.plan_projection import CliffView, ProjectionView

WIDTH, NARROWEST = 720.0, 640
LEFT, RIGHT, PLOT = 56.0, 8.0, 190.0
LETTER, BAND, MOST_BANDS = 6.3, 30.0, 3
# Where a month is narrower than this its initial would not fit; then only the years are named.
ROOM_FOR_INITIAL = 12.5
MUTED_BASE = ' style="fill:var(--hatch)"'


class _Frame:
    """Where things stand: columns across, people upward; ``top`` is below legend and cliff labels, ``plot`` the height of the bars' place."""

    def __init__(self, view: ProjectionView, top: float, plot: float, width: float) -> None:
        self.step, self.width = (width - LEFT - RIGHT) / max(1, view.columns), width
        self.bottom, self.per_person = top + plot, plot / view.scale[-1][0]

    def x(self, column: float) -> float:
        return LEFT + self.step * column

    def y(self, people: float) -> float:
        return self.bottom - people * self.per_person

    @property
    def gap(self) -> float:
        return min(2.0, self.step * 0.18)


def draw_projection(view: ProjectionView, plot: float = PLOT, width: float = WIDTH) -> str:
    """Return the picture ``width`` units wide, its bars at most ``plot`` high; empty text where there is nothing to draw (the view says why).

    Letters keep their size, so a narrow picture that is enlarged can be read from afar.
    """
    if not view.columns:
        return ""
    legend, legend_bottom = _legend(view, width)
    placed, bands = _placed(view.cliffs, (width - LEFT - RIGHT) / view.columns, width)
    frame = _Frame(view, legend_bottom + 8 + BAND * bands, plot, width)
    foot, height = _foot(view, frame)
    parts = ['<defs><pattern id="perkiraan" width="6" height="6" patternUnits="userSpaceOnUse">'
             '<path d="M0 6L6 0M-1 1L1 -1M5 7L7 5" class="pattern-line"/></pattern></defs>',
             *legend, *_grid(view, frame), *_bars(view, frame), *_falls(view, placed, frame, legend_bottom + 8), *_required(view, frame), *foot]
    return svg.picture(width, height, parts, NARROWEST)


def _legend(view: ProjectionView, room: float) -> tuple[list[str], float]:
    parts, x, y = [], 0.0, 2.0
    for swatch, name in view.legend:
        width = LETTER * len(name) + 42
        if x and x + width > room:
            x, y = 0.0, y + 19
        parts += [_swatch(swatch, x, y), svg.text(x + 25, y + 10, name, 12)]
        x += width
    return parts, y + 16


def _swatch(kind: str, x: float, y: float) -> str:
    box = f'x="{x:.1f}" y="{y:.1f}" width="19" height="12"'
    if kind in ("recorded", "required"):
        return svg.line(x, y + 6, x + 19, y + 6, "tick" if kind == "recorded" else "target", 1.6)
    if kind == "forecast":
        return f'<rect {box}{MUTED_BASE}/><rect {box} fill="url(#perkiraan)"/>'
    if kind == "back":
        return f'<rect {box}{MUTED_BASE} fill-opacity="0.5"/>'
    return f'<g class="fill-{kind}"><rect {box} class="bar"/></g>' if kind else f"<rect {box}{MUTED_BASE}/>"


def _grid(view: ProjectionView, frame: _Frame) -> list[str]:
    parts = []
    for value, label in view.scale:
        parts += [svg.line(LEFT, frame.y(value), frame.width - RIGHT, frame.y(value), "rule" if value else "tick"),
                  svg.text(LEFT - 7, frame.y(value) + 4, label, 11.5, "end", "muted")]
    return parts


def _column_boxes(frame: _Frame, low: list[int], row: tuple[int, ...], columns: range) -> str:
    """Return one path of all boxes of a layer: short, however many months there are."""
    width = frame.step - frame.gap
    return "".join(f"M{frame.x(i) + frame.gap / 2:.1f} {frame.y(low[i]):.1f}h{width:.1f}V{frame.y(low[i] + row[i]):.1f}h-{width:.1f}z"
                   for i in columns if row[i])


def _bars(view: ProjectionView, frame: _Frame) -> list[str]:
    """Return the stacked months: paler where computed back, hatched where they lie ahead; then the record as a stepped line."""
    back, ahead = range(view.record_column), range(view.columns if view.forecast_column is None else view.forecast_column, view.columns)
    low, parts = [0] * view.columns, []
    for layer in view.layers:
        style = f' class="bar fill-{layer.fill}"' if layer.fill else MUTED_BASE
        pale = _column_boxes(frame, low, layer.people, back)
        full = _column_boxes(frame, low, layer.people, range(view.record_column, view.columns))
        parts += [f'<path d="{path}"{style}{more}/>' for path, more in ((pale, ' fill-opacity="0.5"'), (full, "")) if path]
        low = [under + here for under, here in zip(low, layer.people, strict=True)]
    hatched = _column_boxes(frame, [0] * view.columns, tuple(low), ahead)
    parts += [f'<path d="{hatched}" fill="url(#perkiraan)"/>'] if hatched else []
    steps = "".join(f"{'M' if not i else 'L'}{frame.x(i):.1f} {frame.y(people):.1f}H{frame.x(i + 1):.1f}" for i, people in enumerate(view.recorded))
    return [*parts, f'<path d="{steps}" fill="none" class="tick" stroke-width="1.6"/>'] if view.recorded != tuple(low) else parts


def _required(view: ProjectionView, frame: _Frame) -> list[str]:
    if view.required is None:
        return []
    y = frame.y(view.required)
    return [svg.line(LEFT, y, frame.width - RIGHT, y, "target", 1.8), svg.text(frame.width - RIGHT - 2, y - 6, view.required_label, 12.5, "end", "accent big halo")]


def _placed(cliffs: tuple[CliffView, ...], step: float, room: float) -> tuple[list[tuple[CliffView, float, str, int]], int]:
    """Return the cliffs that get a label, the largest first, each with its place, anchor and band; and how many bands there are."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(MOST_BANDS)]
    found = []
    for cliff in sorted(cliffs, key=lambda c: -c.people):
        x, width = LEFT + step * cliff.column, LETTER * max(map(len, cliff.lines)) + 8
        anchor, left = ("start", x) if x + width < room else ("end", x - width)
        for band in range(MOST_BANDS):
            if all(left + width < a or left > b for a, b in taken[band]):
                taken[band].append((left, left + width))
                found.append((cliff, x, anchor, band))
                break
    return found, max((band + 1 for *_, band in found), default=0)


def _falls(view: ProjectionView, placed: list[tuple[CliffView, float, str, int]], frame: _Frame, top: float) -> list[str]:
    totals = [sum(column) for column in zip(*(layer.people for layer in view.layers), strict=True)]
    parts, named = [], {cliff.column: top + BAND * band for cliff, _, _, band in placed}
    for before, after in pairwise(range(view.columns)):
        if totals[after] < totals[before]:
            x = frame.x(after)
            parts.append(svg.line(x, named.get(after, frame.y(totals[before]) - 5), x, frame.y(totals[after]), "end", 1.8))
    for cliff, x, anchor, band in placed:
        at = x + 5 if anchor == "start" else x - 5
        parts += [svg.text(at, top + BAND * band + 11 + 13.5 * i, words, 12.5, anchor, "accent halo" + (" big" if not i else ""))
                  for i, words in enumerate(cliff.lines)]
    return parts


def _foot(view: ProjectionView, frame: _Frame) -> tuple[list[str], float]:
    """Return months, years and marks below the axis, and where the picture ends."""
    parts, y = [], frame.bottom
    if frame.step >= ROOM_FOR_INITIAL:
        parts += [svg.text(frame.x(i + 0.5), y + 14, initial, 11.5, "middle") for i, initial in enumerate(view.initials)]
        y += 15
    for (column, year), after in zip(view.years, [*(frame.x(next_one) for next_one, _ in view.years[1:]), frame.width], strict=True):
        parts.append(svg.line(frame.x(column), frame.bottom, frame.x(column), y + 14, "tick"))
        if frame.x(column) + 32 < after:
            parts.append(svg.text(frame.x(column) + 4, y + 14, year, 11.5, "start", "muted"))
    return _marks(view, frame, parts, y + 18)


def _marks(view: ProjectionView, frame: _Frame, parts: list[str], y: float) -> tuple[list[str], float]:
    """Add what the months below the axis mean, on as many rows as their words need."""
    taken: list[list[tuple[float, float]]] = []
    spots = [frame.x(mark.column + 0.5) for mark in view.marks]
    for mark, x, after in zip(view.marks, spots, [*spots[1:], frame.width], strict=True):
        width = LETTER * len(mark.label) + 14
        anchor, left = ("end", x + 4 - width) if x + width > after and x > width else ("start", x - 4)
        row = next((i for i, held in enumerate(taken) if all(left + width < a or left > b for a, b in held)), len(taken))
        taken += [[]] if row == len(taken) else []
        taken[row].append((left, left + width))
        stem = svg.line(x, y + 7, x, y + 16 * row + 14, "tick")
        parts += [f'<path d="M{x:.1f} {y + 1:.1f}l-3.5 6h7z" style="fill:var(--ink)"/>', stem,
                  svg.text(x + (5 if anchor == "start" else -5), y + 16 * row + 13, mark.label, 11.5, anchor)]
    return parts, y + 16 * max(1, len(taken)) + 2
