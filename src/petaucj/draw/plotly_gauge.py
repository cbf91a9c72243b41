"""The gauge of a district as a plotly indicator: value, chosen target as threshold, other targets as thin ticks."""

from __future__ import annotations

from petaucj.draw.palette import THEMES, Theme, fills
from petaucj.draw.plotly_base import base_layout, words_at
from petaucj.views.gauge import GaugeTick, GaugeView

# Pixels from the top: the printed value, the scale, the band, then one row for each label of a target.
HEAD, SCALE, BAND, ROW, FOOT = 58, 20, 38, 17, 8
EDGE = 10
# The width labels must fit in: a phone's.
NARROW = 330
LETTER = 6.3


def _rows(ticks: tuple[GaugeTick, ...], axis: float) -> list[int]:
    """Return the row of each label, so that words lie beside one another even on a phone."""
    taken: list[list[tuple[float, float]]] = []
    rows = []
    for tick in ticks:
        at, width = tick.at / axis * NARROW, len(tick.label) * LETTER + 10
        span = (at - width, at) if at > NARROW / 2 else (at, at + width)
        # A leader must not run through the words of a row above it either.
        row = next((i for i, held in enumerate(taken) if all(span[1] < low or span[0] > high for low, high in held)), len(taken))
        taken += [[] for _ in range(row + 1 - len(taken))]
        taken[row].append(span)
        rows.append(row)
    return rows


def draw_plotly_gauge(view: GaugeView, theme: str, language: str) -> dict:
    """Return the gauge as a plotly figure (plain dict).

    The axis runs beyond 100 where the value or a target does, with the 100 % line and the part above it
    marked. Where nothing may be compared there is no target at all; without a figure the band stays empty.
    """
    colours = THEMES[theme]
    ticks = tuple(sorted(view.ticks, key=lambda tick: tick.at))
    rows = _rows(ticks, view.axis)
    height = HEAD + SCALE + BAND + ROW * (max(rows, default=-1) + 1) + FOOT
    layout = base_layout(theme, language, height)
    layout["margin"] = {"l": EDGE, "r": EDGE, "t": HEAD + SCALE, "b": height - HEAD - SCALE - BAND}
    layout["annotations"] = [*_head(view, colours), *_scale(view, colours)]
    layout["shapes"] = _hundred(view, colours)
    for tick, row in zip(ticks, rows, strict=True):
        annotation, leader = _label(tick, row, view.axis, colours)
        layout["annotations"].append(annotation)
        layout["shapes"].append(leader)
    return {"data": [_indicator(view, colours)], "layout": layout}


def _indicator(view: GaugeView, colours: Theme) -> dict:
    chosen = next((tick.at for tick in view.ticks if tick.chosen), None)
    colour = fills(colours).get(view.fill, colours.hatch) if view.comparable else colours.hatch
    gauge = {
        "shape": "bullet", "bgcolor": colours.plain, "bordercolor": colours.rule, "borderwidth": 1,
        "axis": {"range": [0, view.axis], "tickvals": [], "ticks": ""},
        "bar": {"color": colour, "thickness": 0.62, "line": {"color": colours.ink, "width": 1}},
    }
    if chosen is not None:
        gauge["threshold"] = {"value": chosen, "thickness": 1, "line": {"color": colours.accent, "width": 4}}
    return {"type": "indicator", "mode": "gauge", "value": view.value or 0, "gauge": gauge}


def _head(view: GaugeView, colours: Theme) -> list[dict]:
    above = {"xref": "paper", "yref": "paper", "yanchor": "bottom", "xanchor": "left", "yshift": SCALE}
    value = words_at(0, 1, f"<b>{view.value_text}</b>", colours.ink, **above)
    value["font"] = {"color": colours.ink, "size": 34}
    return [value]


def _scale(view: GaugeView, colours: Theme) -> list[dict]:
    step = 20 if view.axis <= 120 else 50
    marks = range(0, int(view.axis) + 1, step)
    marks = [*marks, *([100] if 100 not in marks and view.axis >= 100 else [])]
    return [words_at(mark / view.axis, 1, str(mark), colours.ink if mark == 100 and view.axis > 100 else colours.muted,
                     xref="paper", yref="paper", yanchor="bottom", xanchor="center") for mark in marks]


def _hundred(view: GaugeView, colours: Theme) -> list[dict]:
    """Mark what lies above 100 %: the line at 100 and, beyond it, a dashed frame that the value runs into."""
    if view.axis <= 100:
        return []
    at = 100 / view.axis
    paper = {"xref": "paper", "yref": "paper"}
    return [
        {"type": "line", "x0": at, "x1": at, "y0": -0.12, "y1": 1.12, "line": {"color": colours.ink, "width": 2}, **paper},
        {"type": "rect", "x0": at, "x1": 1, "y0": 0, "y1": 1, "line": {"color": colours.accent, "width": 1.5, "dash": "dot"}, **paper},
    ]


def _label(tick: GaugeTick, row: int, axis: float, colours: Theme) -> tuple[dict, dict]:
    at, left = tick.at / axis, tick.at / axis > 0.5
    depth = -(ROW * row + 13) / BAND
    colour = colours.accent if tick.chosen else colours.muted
    text = f"<b>{tick.label}</b>" if tick.chosen else tick.label
    words = words_at(at, -(ROW * row + 4) / BAND, text, colour, xref="paper", yref="paper", yanchor="top",
                     xanchor="right" if left else "left", xshift=-3 if left else 3)
    leader = {"type": "line", "x0": at, "x1": at, "y0": depth, "y1": 0 if tick.chosen else 1, "xref": "paper", "yref": "paper",
              "line": {"color": colour, "width": 2 if tick.chosen else 1}}
    return words, leader
