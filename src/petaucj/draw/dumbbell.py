"""Dumbbells of target and actual, as SVG (light enough for a room that shows nineteen of them)."""

from __future__ import annotations

from petaucj.draw import svg
from petaucj.views.banding_target import Dumbbell, DumbbellView

WIDTH = 430
LEFT, RIGHT = 208.0, 380.0
TOP, ROW = 46.0, 37.0


def _x(value: float, axis: float) -> float:
    return LEFT + (RIGHT - LEFT) * value / axis


def _diamond(x: float, y: float, size: float) -> str:
    return f'<path d="M{x:.1f} {y - size:.1f}L{x + size:.1f} {y:.1f}L{x:.1f} {y + size:.1f}L{x - size:.1f} {y:.1f}Z" class="bar"/>'


def _dot(x: float, y: float) -> str:
    return f'<g class="fill-c4"><circle cx="{x:.1f}" cy="{y:.1f}" r="5.5" class="bar"/></g>'


def _aim(x: float, y: float) -> str:
    return f'<g style="--fill:var(--accent)">{_diamond(x, y, 6.5)}</g>'


def _row(mark: Dumbbell, axis: float, y: float) -> list[str]:
    actual, target = _x(mark.actual, axis), _x(mark.target, axis)
    low, high = (mark.actual_text, mark.target_text) if mark.actual <= mark.target else (mark.target_text, mark.actual_text)
    first, last = sorted((actual, target))
    return [
        svg.text(0, y - 2, mark.name, 12.5, css="big" if mark.chosen else ""),
        svg.text(0, y + 11.5, mark.gap_text, 10.5, css="accent" if mark.short else "muted"),
        svg.line(first, y, last, y, "track", 4), _dot(actual, y), _aim(target, y),
        svg.text(first - 10, y + 4, low, 11, "end"), svg.text(last + 10, y + 4, high, 11),
    ]


def _head(view: DumbbellView, bottom: float) -> list[str]:
    parts = [_dot(LEFT + 6, 10), svg.text(LEFT + 16, 14, view.legend[0], 11), _aim(LEFT + 90, 10), svg.text(LEFT + 101, 14, view.legend[1], 11)]
    for value in (0, 50, 100):
        x = _x(value, view.axis)
        parts += [svg.line(x, TOP - 14, x, bottom, "rule"), svg.text(x, TOP - 18, f"{value}", 10, "middle", "muted")]
    return parts


def draw_dumbbells(view: DumbbellView) -> str:
    """Return one row a district: a dot for the actual value, a diamond for the target; the axis goes beyond 100 where needed."""
    bottom = TOP + ROW * len(view.marks)
    parts = _head(view, bottom)
    for i, mark in enumerate(view.marks):
        parts += _row(mark, view.axis, TOP + ROW * i + 14)
    return svg.picture(WIDTH, bottom + 4, parts)
