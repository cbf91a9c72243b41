"""The small gauge of the first screen, as SVG (ADR 002: plotly's 4.7 MB do not fit there)."""

from __future__ import annotations

from math import cos, pi, sin

from petaucj.draw import svg
from petaucj.views.gauge import GaugeTick, GaugeView

WIDTH, HEIGHT = 400, 194
CENTRE = (184.0, 148.0)
RADIUS, BAND = 94.0, 21.0
LABEL_RADIUS, LABEL_STEP = 116.0, 12.0
# The first line of words is as far below the feet of the arc as its letters need.
BELOW, LEADING = 16.0, 12.5


def _point(share: float, radius: float) -> tuple[float, float]:
    """Return the point at ``share`` (0 left, 1 right) of the half circle."""
    angle = pi * (1 - min(1.0, max(0.0, share)))
    return CENTRE[0] + radius * cos(angle), CENTRE[1] - radius * sin(angle)


def _arc(share: float, css: str) -> str:
    (x0, y0), (x1, y1) = _point(0, RADIUS), _point(share, RADIUS)
    return f'<path d="M{x0:.1f} {y0:.1f}A{RADIUS:g} {RADIUS:g} 0 0 1 {x1:.1f} {y1:.1f}" class="{css}" stroke-width="{BAND:g}"/>'


def _tick(tick: GaugeTick, axis: float, y: float) -> list[str]:
    """Return a tick across the band, a leader to its label, and the label at height ``y``."""
    share = tick.at / axis
    (x0, y0), (x1, y1) = _point(share, RADIUS - BAND / 2 - (4 if tick.chosen else 0)), _point(share, RADIUS + BAND / 2 + 3)
    x2 = _point(share, LABEL_RADIUS)[0]
    left = share <= 0.5
    css, words = ("target", "accent big") if tick.chosen else ("tick", "muted")
    return [svg.line(x0, y0, x1, y1, css, 3 if tick.chosen else 1), svg.line(x1, y1, x2, y - 3, "lead", 1),
            svg.text(x2 - 3 if left else x2 + 3, y, tick.label, 10.5, "end" if left else "start", words)]


def _label_heights(ticks: tuple[GaugeTick, ...], axis: float) -> list[float]:
    """Return the height of each label: beside its tick, or pushed up so that no label covers another."""
    heights = {}
    for side in (True, False):
        above = CENTRE[1] + LABEL_STEP
        for tick in sorted((t for t in ticks if (t.at / axis <= 0.5) is side), key=lambda t: abs(t.at / axis - 0.5), reverse=True):
            above = heights[tick] = min(_point(tick.at / axis, LABEL_RADIUS)[1] + 3, above - LABEL_STEP)
    return [heights[tick] for tick in ticks]


def draw_gauge(view: GaugeView) -> str:
    """Return the gauge: track, value, the chosen target in the accent, other targets as thin ticks."""
    parts = [_arc(1.0, "track")]
    if view.value is not None:
        parts.append(f'<g class="fill-{view.fill}">{_arc(view.value / view.axis, "value")}</g>')
    if view.axis > 100:
        parts.append(svg.line(*_point(100 / view.axis, RADIUS - BAND / 2), *_point(100 / view.axis, RADIUS + BAND / 2 + 4), "tick", 1.5))
        x, y = _point(100 / view.axis, RADIUS + BAND / 2 + 8)
        parts.append(svg.text(x, y, "100", 10.5, "start", "muted"))
    ticks = tuple(sorted(view.ticks, key=lambda t: t.at))
    for tick, y in zip(ticks, _label_heights(ticks, view.axis), strict=True):
        parts += _tick(tick, view.axis, y)
    parts.append(svg.text(CENTRE[0], CENTRE[1] - 12, view.value_text, 31, "middle", "big"))
    for row, words in enumerate([*svg.wrapped(view.caption, 44), *svg.wrapped(view.note, 50)][:3]):
        parts.append(svg.text(CENTRE[0], CENTRE[1] + BELOW + LEADING * row, words, 11 if row == 0 else 10, "middle", "muted"))
    return svg.picture(WIDTH, HEIGHT, parts)
