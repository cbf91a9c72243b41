"""The trend of a district: a series a basis, broken where the basis changes, target steps as thin lines."""

from __future__ import annotations

from petaucj.draw.palette import THEMES, Theme
from petaucj.draw.plotly_base import SIZE, axis, base_layout, safe, words_at
from petaucj.views.daerah_trend import TrendPoint, TrendSeries, TrendStep, TrendView

HEIGHT = 310
SYMBOLS = {"A": "circle", "B": "diamond", "C": "square", "?": "x-thin"}


def series_colour(letter: str, colours: Theme) -> str:
    """Return the colour of a basis; the symbol says the same without colour."""
    named = {"A": colours.coverage[5], "B": colours.coverage[3], "C": colours.funds["civil_servants"]}
    return named.get(letter, colours.muted)


def draw_plotly_trend(view: TrendView, theme: str, language: str) -> dict:
    """Return the trend as a plotly figure (plain dict): lines, markers with their printed value, spans, target steps."""
    colours = THEMES[theme]
    layout = base_layout(theme, language, HEIGHT)
    years = list(range(view.first, view.last + 2))
    step = 1 if len(years) <= 8 else 2
    layout |= {
        "margin": {"l": 46, "r": 8, "t": 28, "b": 24}, "showlegend": True,
        "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "font": {"size": SIZE, "color": colours.ink},
                   "itemclick": False, "itemdoubleclick": False, "bgcolor": "rgba(0,0,0,0)"},
        "xaxis": axis(theme, range=[view.first - 0.35, view.last + 1.35], tickvals=years[::step], ticktext=[str(y) for y in years[::step]],
                      ticks="outside", showline=True),
        "yaxis": axis(theme, range=[0, max(view.top, 10)], showgrid=True, nticks=6, ticksuffix="\u00a0%" if language == "id" else "%"),
    }
    layout["annotations"] = [_step_label(s, colours) for s in view.steps if s.label]
    layout["shapes"] = [*_hundred(view, colours), *(_break(x, colours) for x in view.breaks)]
    return {"data": [*_lines(view, colours), *(_markers(s, view, colours) for s in view.series), *_step_traces(view.steps, colours)],
            "layout": layout}


def _lines(view: TrendView, colours: Theme) -> list[dict]:
    """Return the lines of each basis; a gap (None) stands between two runs, so they are never joined to one another."""
    return [
        {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "showlegend": False, "connectgaps": False,
         "x": [x for run in series.runs for x in (*(round(series.points[i].x, 3) for i in run), None)],
         "y": [y for run in series.runs for y in (*(series.points[i].y for i in run), None)],
         "line": {"color": series_colour(series.letter, colours), "width": 2}}
        for series in view.series if series.runs
    ]


def _markers(series: TrendSeries, view: TrendView, colours: Theme) -> dict:
    colour, points = series_colour(series.letter, colours), series.points
    symbols = [SYMBOLS[series.letter] + ("-open" if p.disputed and series.letter != "?" else "") for p in points]
    trace = {
        "type": "scatter", "mode": "markers+text", "name": series.name, "x": [round(p.x, 3) for p in points], "y": [p.y for p in points],
        "text": [p.text for p in points], "textposition": _places(series, view), "textfont": {"color": colours.ink, "size": SIZE},
        "hovertext": [safe(p.hover) for p in points], "hoverinfo": "text", "cliponaxis": False,
        "marker": {"symbol": symbols, "size": 10, "color": colour, "line": {"width": 2, "color": colour}},
    }
    if any(p.low < p.high for p in points):
        trace["error_x"] = {"type": "data", "symmetric": False, "array": [round(p.high - p.x, 3) for p in points],
                            "arrayminus": [round(p.x - p.low, 3) for p in points], "color": colour, "thickness": 1.5, "width": 4}
    return trace


def _places(series: TrendSeries, view: TrendView) -> list[str]:
    """Return where each printed value stands: above its mark, or below where another mark is just above or beside it."""
    others = [p for s in view.series for p in s.points]
    return ["bottom center" if any(_crowds(o, p, view) for o in others) else "top center" for p in series.points]


def _crowds(other: TrendPoint, point: TrendPoint, view: TrendView) -> bool:
    if other is point:
        return False
    near = abs(other.x - point.x) < 0.1 * (view.last + 1.7 - view.first)
    return near and 0 <= other.y - point.y < 0.16 * max(view.top, 10) and (other.y, other.x) > (point.y, point.x)


def _step_traces(steps: tuple[TrendStep, ...], colours: Theme) -> list[dict]:
    """Return the targets over their years, one trace a basis; the chosen one in the accent."""
    found = []
    for letter, chosen in dict.fromkeys((s.letter, s.chosen) for s in steps):
        mine = [s for s in steps if (s.letter, s.chosen) == (letter, chosen)]
        found.append({
            "type": "scatter", "mode": "lines", "showlegend": False, "hoverinfo": "text", "connectgaps": False,
            "x": [x for s in mine for x in (s.year, s.year + 1, None)], "y": [y for s in mine for y in (s.y, s.y, None)],
            "hovertext": [words for s in mine for words in (safe(s.hover), safe(s.hover), "")],
            "line": {"color": colours.accent if chosen else series_colour(letter, colours), "width": 2.5 if chosen else 1}})
    return found


def _step_label(step: TrendStep, colours: Theme) -> dict:
    return words_at(step.year + 1, step.y, safe(step.label), colours.accent, xanchor="right", yanchor="top")


def _break(x: float, colours: Theme) -> dict:
    """Mark where the basis changes: what stands left and right of it cannot be compared."""
    return {"type": "line", "x0": round(x, 3), "x1": round(x, 3), "yref": "paper", "y0": 0, "y1": 1, "layer": "below",
            "line": {"color": colours.muted, "width": 1, "dash": "dot"}}


def _hundred(view: TrendView, colours: Theme) -> list[dict]:
    if view.top < 100:
        return []
    return [{"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": 100, "y1": 100, "line": {"color": colours.ink, "width": 1, "dash": "dot"}}]
