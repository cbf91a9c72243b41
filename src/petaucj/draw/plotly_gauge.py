"""The gauge of a district as a plotly indicator: value, chosen target as threshold, other targets as thin ticks."""

from __future__ import annotations

from petaucj.draw.palette import THEMES, Theme, fills
from petaucj.draw.plotly_base import base_layout, words_at
from petaucj.views.gauge import GaugeTick, GaugeView

# Pixels from the top: the printed value, the scale, the band, then one row for each label of a target.
HEAD, SCALE, BAND, ROW, FOOT = 56, 20, 40, 18, 8
EDGE = 10
# The width labels must fit in: a phone's.
NARROW = 330
LETTER = 6.7


def _rows(ticks: tuple[GaugeTick, ...], axis: float) -> list[int]:
    """Return the row of each label, so that no words lie on words and no leader runs through words, even on a phone.

    Labels run away from the middle line of the band, so the outer ticks are placed first and the ones
    whose words run over them go below.
    """
    places = [tick.at / axis * NARROW for tick in ticks]
    spans = [(at - len(t.label) * LETTER - 10, at) if at > NARROW / 2 else (at, at + len(t.label) * LETTER + 10)
             for t, at in zip(ticks, places, strict=True)]
    order = sorted(range(len(ticks)), key=lambda i: (places[i] <= NARROW / 2, -places[i] if places[i] <= NARROW / 2 else places[i]))
    rows: dict[int, int] = {}
    for i in order:
        rows[i] = next((row for row in range(len(ticks)) if not any(_clash(i, row, j, rows[j], places, spans) for j in rows)), len(ticks))
    return [rows[i] for i in range(len(ticks))]


def _clash(i: int, row: int, j: int, held: int, places: list[float], spans: list[tuple[float, float]]) -> bool:
    """Whether label ``i`` in ``row`` would touch label ``j`` in row ``held``, or one's leader the other's words."""
    if row == held:
        return spans[i][0] < spans[j][1] and spans[j][0] < spans[i][1]
    deep, shallow = (i, j) if row > held else (j, i)
    return spans[shallow][0] < places[deep] < spans[shallow][1]


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
    depth = -(ROW * row + 14) / BAND
    colour = colours.accent if tick.chosen else colours.muted
    text = f"<b>{tick.label}</b>" if tick.chosen else tick.label
    words = words_at(at, -(ROW * row + 4) / BAND, text, colour, xref="paper", yref="paper", yanchor="top",
                     xanchor="right" if left else "left", xshift=-3 if left else 3)
    leader = {"type": "line", "x0": at, "x1": at, "y0": depth, "y1": 0 if tick.chosen else 1, "xref": "paper", "yref": "paper",
              "line": {"color": colour, "width": 2 if tick.chosen else 1}}
    return words, leader
