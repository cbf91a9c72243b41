"""The gauge of a district as a plotly indicator: value, chosen target as threshold, other targets as thin ticks."""

from __future__ import annotations

from petaucj.draw.palette import THEMES, Theme, fills
from petaucj.draw.plotly_base import SMALL, axis, base_layout, words_at
from petaucj.views.gauge import GaugeTick, GaugeView

# Pixels from the top: the printed value, the chosen target, the scale, the band, one row for each other target.
HEAD, CHOSEN, SCALE, BAND, ROW, FOOT = 48, 20, 20, 40, 18, 6
EDGE = 16
# The width labels must fit in: a phone's.
NARROW = 326
LETTER = 6.7
GAP = "\u00a0"


def draw_plotly_gauge(view: GaugeView, theme: str, language: str) -> dict:
    """Return the gauge as a plotly figure (plain dict).

    The axis runs beyond 100 where the value or a target does, with the 100 % line and the part above it
    framed. Where nothing may be compared there is no target at all; without a figure the band stays empty.
    """
    colours = THEMES[theme]
    others = tuple(sorted((tick for tick in view.ticks if not tick.chosen), key=lambda tick: tick.at))
    chosen = next((tick for tick in view.ticks if tick.chosen), None)
    rows = _rows(others, view.axis)
    below = ROW * (max(rows, default=-1) + 1) + FOOT
    top = HEAD + (CHOSEN if chosen else 0) + SCALE
    layout = base_layout(theme, language, top + BAND + below) | {
        "margin": {"l": EDGE, "r": EDGE, "t": top, "b": 0},
        # One unit of y is one pixel; the band reaches from 0 up to BAND, the labels lie below 0.
        "yaxis": axis(theme, range=[-below, BAND], visible=False),
        "xaxis": axis(theme, range=[0, view.axis], side="top", tickvals=_scale(view.axis, chosen), ticks=""),
        "annotations": _words(view, chosen, top, colours), "shapes": [*_hundred(view, colours), *_thin(others, rows, colours)],
    }
    return {"data": [_indicator(view, below, colours), _labels(others, rows, view.axis, colours)], "layout": layout}


def _indicator(view: GaugeView, below: int, colours: Theme) -> dict:
    chosen = next((tick.at for tick in view.ticks if tick.chosen), None)
    colour = fills(colours).get(view.fill, colours.hatch) if view.comparable else colours.hatch
    gauge = {
        "shape": "bullet", "bgcolor": colours.plain, "bordercolor": colours.rule, "borderwidth": 1,
        "axis": {"range": [0, view.axis], "tickvals": [], "ticks": ""},
        "bar": {"color": colour, "thickness": 0.62, "line": {"color": colours.ink, "width": 1}},
    }
    if chosen is not None:
        gauge["threshold"] = {"value": chosen, "thickness": 1, "line": {"color": colours.accent, "width": 4}}
    return {"type": "indicator", "mode": "gauge", "value": view.value or 0, "gauge": gauge,
            "domain": {"x": [0, 1], "y": [round(below / (below + BAND), 4), 1]}}


def _scale(far: float, chosen: GaugeTick | None) -> list[int]:
    """Return the numbers of the scale, 100 always among them; the one the chosen target's mark would run through is left out."""
    marks = sorted({*range(0, int(far) + 1, 20 if far <= 120 else 50), 100})
    return [mark for mark in marks if chosen is None or abs(mark - chosen.at) > far * 0.04 or mark == 100]


def _words(view: GaugeView, chosen: GaugeTick | None, top: int, colours: Theme) -> list[dict]:
    """Return the printed value and, above the scale at its place, the chosen target."""
    above = {"xref": "paper", "yref": "paper", "yanchor": "bottom"}
    found = [words_at(0, 1, f"<b>{view.value_text}</b>", colours.ink, xanchor="left", yshift=top - HEAD, **above,
                      font={"color": colours.ink, "size": 34})]
    if chosen:
        right = chosen.at > view.axis / 2
        found.append(words_at(chosen.at / view.axis, 1, f"<b>▾{GAP}{chosen.label}</b>" if not right else f"<b>{chosen.label}{GAP}▾</b>",
                              colours.accent, xanchor="right" if right else "left", xshift=6 if right else -6, yshift=SCALE, **above))
    return found


def _hundred(view: GaugeView, colours: Theme) -> list[dict]:
    """Mark what lies above 100 %: the line at 100 and, beyond it, a dotted frame that the value runs into."""
    if view.axis <= 100:
        return []
    return [
        {"type": "line", "x0": 100, "x1": 100, "y0": -5, "y1": BAND, "line": {"color": colours.ink, "width": 2}},
        {"type": "rect", "x0": 100, "x1": view.axis, "y0": 0, "y1": BAND, "line": {"color": colours.accent, "width": 1.5, "dash": "dot"}},
    ]


def _thin(others: tuple[GaugeTick, ...], rows: list[int], colours: Theme) -> list[dict]:
    """Return the thin ticks across the band and down to their labels, as one path."""
    path = "".join(f"M{tick.at:g},{BAND}L{tick.at:g},{-ROW * (row + 0.6):g}" for tick, row in zip(others, rows, strict=True))
    return [{"type": "path", "path": path, "line": {"color": colours.muted, "width": 1}}] if path else []


def _labels(others: tuple[GaugeTick, ...], rows: list[int], far: float, colours: Theme) -> dict:
    """Return the labels of the other targets as one trace; without any, an empty one that still carries the scale."""
    right = [_runs_right(tick, far) for tick in others]
    return {
        "type": "scatter", "mode": "text", "hoverinfo": "skip", "cliponaxis": False, "textfont": {"color": colours.muted, "size": SMALL},
        "x": [tick.at for tick in others] or [None], "y": [-ROW * (row + 0.6) for row in rows] or [None],
        "text": [GAP + t.label if r else t.label + GAP for t, r in zip(others, right, strict=True)],
        "textposition": ["middle right" if r else "middle left" for r in right] or "middle right",
    }


def _width(tick: GaugeTick) -> float:
    return (len(tick.label) + 2) * LETTER


def _runs_right(tick: GaugeTick, far: float) -> bool:
    return tick.at / far * NARROW + _width(tick) <= NARROW


def _rows(others: tuple[GaugeTick, ...], far: float) -> list[int]:
    """Return the row of each label, so that no words lie on words and, where possible, no leader runs through words.

    Labels that run to the left are placed first, then the others from right to left: the ones whose words
    would run over a leader go below it.
    """
    places = [tick.at / far * NARROW for tick in others]
    right = [_runs_right(tick, far) for tick in others]
    spans = [(at, at + _width(t)) if r else (at - _width(t), at) for t, at, r in zip(others, places, right, strict=True)]
    rows: dict[int, int] = {}
    for i in sorted(range(len(others)), key=lambda i: (right[i], -places[i] if right[i] else places[i])):
        free = [row for row in range(len(others)) if not any(row == rows[j] and _touch(spans[i], spans[j]) for j in rows)]
        rows[i] = next((row for row in free if not any(_crossed(i, row, j, rows[j], places, spans) for j in rows)), free[0])
    return [rows[i] for i in range(len(others))]


def _touch(first: tuple[float, float], second: tuple[float, float]) -> bool:
    return first[0] < second[1] and second[0] < first[1]


def _crossed(i: int, row: int, j: int, held: int, places: list[float], spans: list[tuple[float, float]]) -> bool:
    """Whether the deeper one's leader would run through the other one's words."""
    deep, shallow = (i, j) if row > held else (j, i)
    return row != held and spans[shallow][0] < places[deep] < spans[shallow][1]
