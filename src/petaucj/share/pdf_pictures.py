"""The pictures of a PDF: our own drawings in the colours of paper, and how tall each is beside its width."""

from __future__ import annotations

import re
from dataclasses import replace

from petaucj.draw.gauge import draw_gauge
from petaucj.draw.painted import painted
from petaucj.draw.palette import LIGHT, fills
from petaucj.draw.projection import draw_projection
from petaucj.draw.static_map import HATCHED, draw_static_map
from petaucj.share.qr import qr_svg
from petaucj.views.gauge import GaugeView
from petaucj.views.map import LegendEntry, MapView
from petaucj.views.plan_projection import ProjectionView

# Ink and paper of a printer; the accent and the data keep the colours of the screen.
PAPER = replace(LIGHT, ground="#ffffff", ink="#000000", muted="#4a4a48", rule="#c9c7c0", hatch_ground="#ffffff")
# Heights of the bars' place, the tallest first: the page takes the tallest it has room for; months without a fall need no height.
PLOTS = (270.0, 255.0, 240.0, 225.0, 210.0, 195.0, 180.0, 165.0, 150.0, 135.0, 120.0, 105.0)
TALL_WITHOUT_FALL = 180.0
# The half circle alone: where no target stands beside it, the room for its words is not needed.
_BARE = 'viewBox="74 40 220 140"'
MAP_WIDTH, MAP_LABEL = 520.0, 13.0
_SIZE = re.compile(r'viewBox="[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)"')

Picture = dict[str, object]


def months_pictures(view: ProjectionView) -> list[Picture]:
    """Return the months at several heights, the tallest first; none where there is nothing to draw."""
    plots = PLOTS if view.cliffs else [plot for plot in PLOTS if plot <= TALL_WITHOUT_FALL]
    return [_picture(draw_projection(view, plot), view.alt) for plot in plots] if view.columns else []


def gauge_picture(view: GaugeView) -> Picture:
    """Return the gauge."""
    drawn = draw_gauge(view)
    return _picture(drawn if view.ticks else _SIZE.sub(_BARE, drawn, count=1), view.alt)


def map_picture(view: MapView, alt: str) -> Picture:
    """Return the map with its values."""
    return _picture(draw_static_map(view, MAP_WIDTH, MAP_LABEL), alt)


def qr_picture(address: str, alt: str) -> Picture:
    """Return the code that leads back to the view."""
    return {"svg": qr_svg(address), "alt": alt, "ratio": 1.0}


def legend_rows(entries: tuple[LegendEntry, ...]) -> list[dict[str, str]]:
    """Return the legend: the colour or the sign of each line, and its words; letters are their own words."""
    colours, found = fills(PAPER), []
    for entry in entries:
        sign = entry.swatch.removeprefix("=") if entry.swatch.startswith("=") else ""
        hatched = entry.swatch in HATCHED
        colour = "" if sign or hatched or " letter-" in entry.swatch else colours.get(entry.swatch, "")
        found.append({"sign": sign, "colour": colour, "hatched": "1" if hatched else "", "label": entry.label})
    return found


def _picture(svg: str, alt: str) -> Picture:
    width, height = (float(number) for number in _SIZE.search(svg).groups())
    return {"svg": painted(svg, PAPER), "alt": alt, "ratio": height / width}
