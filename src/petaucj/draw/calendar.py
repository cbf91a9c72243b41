"""The month calendar of paid cover, as SVG."""

from __future__ import annotations

from petaucj.draw import svg
from petaucj.views.calendar import CalendarBar, CalendarEnd, CalendarView

WIDTH = 540
LEFT, STEP, TOP, ROW = 128.0, 18.4, 30.0, 23.0
NARROWEST = 470


def _x(column: float) -> float:
    return LEFT + STEP * column


def _bar(bar: CalendarBar, y: float) -> str:
    width = STEP * (bar.last - bar.first + 1)
    dashed = ' fill-opacity="0.35" stroke="currentColor" stroke-dasharray="3 2"' if bar.planned else ""
    inside = len(bar.label) * 6.6 < width - 4
    label = (svg.text(_x(bar.first) + 5, y + 12.5, bar.label, 11, "start", "bar-text") if inside
             else svg.text(_x(bar.first) - 4, y + 12.5, bar.label, 11, "end", "big"))
    return f'<g class="fill-{bar.fill}"><rect x="{_x(bar.first):.1f}" y="{y:.1f}" width="{width:.1f}" height="16" class="bar"{dashed}/>{label}</g>'


def _name(name: str, y: float) -> list[str]:
    """Return the name of a fund, in two smaller lines where one would run into the months."""
    lines = svg.wrapped(name, 20)
    if len(lines) == 1:
        return [svg.text(0, y + 12.5, name, 11.5)]
    return [svg.text(0, y + 7 + 10.5 * i, words, 10) for i, words in enumerate(lines[:2])]


def _head(view: CalendarView) -> list[str]:
    parts = [svg.text(_x(i) + STEP / 2, TOP - 6, initial, 10, "middle", "" if i < 12 else "muted") for i, initial in enumerate(view.months)]
    parts += [svg.text(_x(column) + 4, TOP - 18, label, 10, "start", "muted") for column, label in view.years]
    return [*parts, svg.line(LEFT, TOP - 1, _x(len(view.months)), TOP - 1, "rule")]


def _end(end: CalendarEnd, height: float) -> list[str]:
    x = _x(end.column + 1)
    room_right = WIDTH - x > 200
    anchor, at = ("start", x + 5) if room_right else ("end", x - 5)
    lines = [svg.text(at, height - 32 + 12 * i, words, 10.5, anchor, "accent" + (" big" if i == 0 else "")) for i, words in enumerate(end.lines)]
    return [svg.line(x, TOP - 1, x, height - 40, "end", 1.5), *lines]


def draw_calendar(view: CalendarView) -> str:
    """Return the calendar: one row a funding source, bars where the cover is dated, words where it is not."""
    rows_bottom = TOP + ROW * max(1, len(view.rows))
    height = rows_bottom + (50 if view.ends else 6)
    head, parts = _head(view), []
    for i, row in enumerate(view.rows):
        y = TOP + ROW * i + 3
        parts += _name(row.name, y)
        parts += [_bar(bar, y) for bar in row.bars]
        if row.text and not row.bars:
            parts.append(svg.text(LEFT + 4, y + 12.5, row.text, 10.5, "start", "muted halo"))
    ends = [piece for end in view.ends[-1:] for piece in _end(end, height)]
    ends += [svg.line(_x(end.column + 1), TOP - 1, _x(end.column + 1), rows_bottom, "end", 1.5) for end in view.ends[:-1]]
    return svg.picture(WIDTH, height, [*head, *ends, *parts], NARROWEST)
