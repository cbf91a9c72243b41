"""What every plotly picture shares: a minimal layout as a plain dict, so that little travels to the browser."""

from __future__ import annotations

import json
from functools import lru_cache
from html import escape

from plotly.graph_objects import Figure

from petaucj.draw.palette import THEMES

# Comma for decimals and dot for thousands in Indonesian, the other way round in English; plotly knows no locale here.
SEPARATORS = {"id": ",.", "en": ".,"}
FONT = "'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
NEVER_CHANGES = "petaucj"
# Pixels; plotly does not follow the page, so they are what a projector needs and a phone can hold.
SIZE, SMALL = 13, 12


def base_layout(theme: str, language: str, height: int) -> dict:
    """Return the layout of a picture: transparent ground, our ink and font, the reader's separators.

    Parameters
    ----------
    theme : "light" or "dark".
    language : "id" or "en".
    height : pixels.

    The template is empty (it would add 3 KB to every picture), and ``uirevision`` never changes, so a
    rerun moves nothing the visitor has moved. Dragging is off: on a phone it would catch the scroll.
    """
    colours = THEMES[theme]
    return {
        "template": {}, "height": height, "separators": SEPARATORS[language], "uirevision": NEVER_CHANGES, "dragmode": False,
        "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)", "showlegend": False, "hovermode": "closest",
        "margin": {"l": 4, "r": 4, "t": 4, "b": 4}, "font": {"family": FONT, "size": SIZE, "color": colours.ink},
        "hoverlabel": {"bgcolor": colours.ground, "bordercolor": colours.rule, "align": "left",
                       "font": {"family": FONT, "size": SIZE, "color": colours.ink}},
    }


def axis(theme: str, **more: object) -> dict:
    """Return a quiet axis: no zero line, thin rules, fixed range; ``more`` replaces or adds."""
    colours = THEMES[theme]
    plain = {"showgrid": False, "zeroline": False, "fixedrange": True, "linecolor": colours.rule, "gridcolor": colours.rule,
             "tickcolor": colours.rule, "tickfont": {"color": colours.muted, "size": SMALL}}
    return plain | more


def words_at(x: object, y: object, text: str, colour: str, **more: object) -> dict:
    """Return an annotation without an arrow; ``text`` must come from our own catalogue or from numbers."""
    plain = {"x": x, "y": y, "text": text, "showarrow": False, "font": {"color": colour, "size": SMALL}}
    return plain | more


def safe(text: str) -> str:
    """Return words from the data so that plotly shows them as they are: it reads tags in labels and hovers."""
    return escape(text, quote=False)


def checked(figure: dict) -> Figure:
    """Return a figure (plain dict) as plotly's own object, checked against its schema once for all visitors.

    Checking again on every rerun would cost a fourth of the page's time. Whoever shows the figure copies it.
    """
    return _checked(json.dumps(figure))


@lru_cache(maxsize=512)
def _checked(text: str) -> Figure:
    return Figure(json.loads(text))
