"""The gauge of the presentation, laid flat: as wide as the screen, the chosen target loud, every other target named."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from petaucj.draw import svg
from petaucj.draw.lettering import broken, width_of
from petaucj.draw.stage_frame import SLACK, SMALL, framed
from petaucj.views.gauge import GaugeTick, GaugeView

AXIS, CHOSEN, OTHER, VALUE, ROW, NOTE, FOOT = 40.0, 40.0, SMALL, 44.0, 40.0, 40.0, 20.0
THINNEST, THICKEST = 56.0, 110.0
MOST_NAMED, MOST_ROWS = 8, 4
# A word keeps so far from the line that leads to it, and from its neighbours.
ASIDE, APART = 12.0, 18.0


class _Flag(NamedTuple):
    """The name of a target below the bar: where its line stands, from where to where its words reach, and on which row."""

    tick: GaugeTick
    x: float
    left: float
    right: float
    row: int

    @property
    def to_left(self) -> bool:
        return self.right < self.x


def draw_stage_gauge(view: GaugeView, width: float, height: float, caption: str) -> str:
    """Return the gauge ``width`` wide and at most ``height`` high; ``caption`` is the quiet line below it, "" for none.

    The bar grows with the room there is. Targets whose names find no room stay as thin marks.
    """
    told = ["".join(w for w, _ in line) for line in broken(caption, SMALL, width, most=1)]
    rows = max(1, min(MOST_ROWS, int((height - AXIS - THINNEST - FOOT - NOTE * len(told)) // ROW)))
    flags = _flags(view, width, rows)
    used = max((flag.row + 1 for flag in flags), default=0)
    thick = max(THINNEST, min(THICKEST, height - AXIS - FOOT - ROW * used - NOTE * len(told)))
    foot = AXIS + thick + FOOT + ROW * used
    parts = [*_bar(view, width, thick), *(_mark(tick, tick.at / view.axis * width, thick) for tick in sorted(view.ticks, key=lambda t: t.chosen)),
             *(piece for flag in flags for piece in _words(flag, thick))]
    parts += [svg.text(0, foot + 30, words, SMALL, css="muted") for words in told]
    return framed(width, foot + NOTE * len(told), parts)


def _bar(view: GaugeView, width: float, thick: float) -> list[str]:
    hundred = 100 / view.axis * width
    parts = [svg.text(0, AXIS - 12, "0", SMALL, css="muted"), svg.text(hundred, AXIS - 12, "100", SMALL, "end", "muted"),
             f'<rect x="0" y="{AXIS:g}" width="{width:g}" height="{thick:.1f}" class="groove"/>']
    if view.value is None:
        return [*parts, f'<rect x="0" y="{AXIS:g}" width="{width:g}" height="{thick:.1f}" fill="url(#arsir)"/>']
    length, base = view.value / view.axis * width, AXIS + thick / 2 + VALUE * 0.36
    bar = f'<rect x="0" y="{AXIS:g}" width="{max(3.0, length):.1f}" height="{thick:.1f}" class="bar"/>'
    inside = length > width_of(view.value_text, VALUE, True) * SLACK + 40
    words = svg.text(length - 18 if inside else length + 18, base, view.value_text, VALUE, "end" if inside else "start", "bar-text" if inside else "big")
    if view.axis > 100:
        parts.append(svg.line(hundred, AXIS - 8, hundred, AXIS + thick, "tick", 4))
    return [*parts, f'<g class="fill-{svg.escaped(view.fill)}">{bar}{words}</g>']


def _mark(tick: GaugeTick, x: float, thick: float) -> str:
    if tick.chosen:
        return svg.line(x, AXIS - 14, x, AXIS + thick + 14, "target", 10)
    return svg.line(x, AXIS, x, AXIS + thick + 14, "tick", 3)


def _words(flag: _Flag, thick: float) -> list[str]:
    base, chosen = AXIS + thick + FOOT + ROW * flag.row + 32, flag.tick.chosen
    at, anchor = (flag.right, "end") if flag.to_left else (flag.left, "start")
    return [svg.line(flag.x, AXIS + thick + 12, flag.x, base + 2, "target" if chosen else "lead", 4 if chosen else 2),
            svg.text(at, base, flag.tick.label, CHOSEN if chosen else OTHER, anchor, "accent big" if chosen else "muted")]


def _flags(view: GaugeView, width: float, rows: int) -> tuple[_Flag, ...]:
    """Return the names below the bar on the fewest rows; the others nearest to the chosen target keep theirs first."""
    chosen = next((t.at for t in view.ticks if t.chosen), 0.0)
    named = sorted(view.ticks, key=lambda t: (not t.chosen, abs(t.at - chosen)))[:MOST_NAMED]
    while named:
        held = [flags for sides in product((True, False), repeat=len(named)) if (flags := _placed(tuple(zip(named, sides, strict=True)), view.axis, width, rows))]
        if held:
            return min(held, key=lambda flags: (max(f.row for f in flags), sum(f.row for f in flags)))
        named = named[:-1]
    return ()


def _placed(sided: tuple[tuple[GaugeTick, bool], ...], axis: float, width: float, rows: int) -> tuple[_Flag, ...]:
    """Return the flags with their sides (True: words left of the line), outer lines on the upper rows; empty where they do not fit."""
    placed: list[_Flag] = []
    outward = sorted(sided, key=lambda pair: (pair[1], pair[0].at if pair[1] else -pair[0].at))
    for tick, to_left in outward:
        x, wide = tick.at / axis * width, width_of(tick.label, CHOSEN if tick.chosen else OTHER, tick.chosen) * SLACK
        left, right = (x - ASIDE - wide, x - ASIDE) if to_left else (x + ASIDE, x + ASIDE + wide)
        if left < 0 or right > width:
            return ()
        row = next((r for r in range(rows) if not any(f.row == r and left < f.right + APART and right > f.left - APART for f in placed)), rows)
        if row == rows:
            return ()
        placed.append(_Flag(tick, x, left, right, row))
    crossed = any(f.row < g.row and f.left - 6 < g.x < f.right + 6 for f in placed for g in placed)
    return () if crossed else tuple(placed)
