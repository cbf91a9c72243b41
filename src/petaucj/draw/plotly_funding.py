"""Who pays in a district: one horizontal bar a statement; bars are never stacked across statements."""

from __future__ import annotations

from petaucj.draw.palette import THEMES, fills
from petaucj.draw.plotly_base import SIZE, axis, base_layout, safe
from petaucj.views.daerah_funding import FundingView

BAR, FRAME = 42, 32


def draw_plotly_funding(view: FundingView, theme: str, language: str) -> dict:
    """Return the bars as a plotly figure (plain dict), in the order of the table; planned ones are hollow."""
    colours = THEMES[theme]
    named = fills(colours)
    bars = view.bars
    largest = max((bar.people for bar in bars), default=1)
    places = list(range(len(bars)))
    layout = base_layout(theme, language, FRAME + BAR * len(bars))
    layout |= {
        "margin": {"l": 4, "r": 4, "t": 2, "b": 24}, "bargap": 0.6,
        # Labels stand above their bar, so a long name needs no margin on a phone.
        "yaxis": axis(theme, range=[len(bars) - 0.6, -0.75], visible=False),
        "xaxis": axis(theme, range=[0, largest * 1.02 or 1], showgrid=True, tickformat=",d", nticks=5, showline=True),
        "annotations": [{"x": 0, "y": i - 0.22, "xanchor": "left", "yanchor": "bottom", "showarrow": False, "align": "left",
                         "text": f"{safe(bar.label)} · <b>{safe(bar.text)}</b>", "font": {"size": SIZE, "color": colours.ink}} for i, bar in enumerate(bars)],
    }
    trace = {
        "type": "bar", "orientation": "h", "x": [bar.people for bar in bars], "y": places,
        "hovertext": [safe(bar.hover) for bar in bars], "hoverinfo": "text",
        "marker": {"color": ["rgba(0,0,0,0)" if bar.planned else named.get(bar.fill, colours.muted) for bar in bars],
                   "line": {"width": 1.5, "color": [named.get(bar.fill, colours.muted) for bar in bars]}},
    }
    return {"data": [trace], "layout": layout}
