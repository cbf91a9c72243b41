"""The small gauge of the first screen, as SVG (ADR 002: plotly's 4.7 MB do not fit there)."""

from __future__ import annotations

from math import cos, pi, sin

from petaucj.draw import svg
from petaucj.views.gauge import GaugeTick, GaugeView

WIDTH, HEIGHT = 400, 190
CENTRE = (192.0, 152.0)
RADIUS, BAND = 94.0, 21.0


def _point(share: float, radius: float) -> tuple[float, float]:
    """Return the point at ``share`` (0 left, 1 right) of the half circle."""
    angle = pi * (1 - min(1.0, max(0.0, share)))
    return CENTRE[0] + radius * cos(angle), CENTRE[1] - radius * sin(angle)


def _arc(share: float, css: str) -> str:
    (x0, y0), (x1, y1) = _point(0, RADIUS), _point(share, RADIUS)
    return f'<path d="M{x0:.1f} {y0:.1f}A{RADIUS:g} {RADIUS:g} 0 0 1 {x1:.1f} {y1:.1f}" class="{css}" stroke-width="{BAND:g}"/>'


def _tick(tick: GaugeTick, axis: float, label_radius: float) -> list[str]:
    share = tick.at / axis
    inner, outer = RADIUS - BAND / 2 - (4 if tick.chosen else 0), label_radius - 5
    (x0, y0), (x1, y1), (x2, y2) = _point(share, inner), _point(share, outer), _point(share, label_radius)
    anchor = "end" if share < 0.42 else "start" if share > 0.58 else "middle"
    css = "target" if tick.chosen else "tick"
    return [svg.line(x0, y0, x1, y1, css, 3 if tick.chosen else 1),
            svg.text(x2, y2, tick.label, 10.5, anchor, "accent big" if tick.chosen else "muted")]


def _label_radii(ticks: tuple[GaugeTick, ...], axis: float) -> list[float]:
    """Return how far out each label stands, so that close ones do not cover one another."""
    radii: list[float] = []
    heights: list[float] = []
    for tick in ticks:
        radius = RADIUS + BAND / 2 + 9
        while any(abs(_point(tick.at / axis, radius)[1] - y) < 11.5 for y in heights) and radius < RADIUS + 52:
            radius += 3
        radii.append(radius)
        heights.append(_point(tick.at / axis, radius)[1])
    return radii


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
    for tick, radius in zip(ticks, _label_radii(ticks, view.axis), strict=True):
        parts += _tick(tick, view.axis, radius)
    parts.append(svg.text(CENTRE[0], CENTRE[1] - 12, view.value_text, 31, "middle", "big"))
    for row, words in enumerate([*svg.wrapped(view.caption, 44), *svg.wrapped(view.note, 50)][:3]):
        parts.append(svg.text(CENTRE[0], CENTRE[1] + 9 + 12.5 * row, words, 11 if row == 0 else 10, "middle", "muted"))
    return svg.picture(WIDTH, HEIGHT, parts)
