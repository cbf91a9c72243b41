"""The map of an indicator as one still SVG: all districts, their values, no script, no tiles.

Colours are classes of the project's style sheet, so that the same picture stands on light and dark ground.
"""

from __future__ import annotations

from math import sqrt

from petaucj.draw import svg
from petaucj.draw.shapes import FINE, Outline, Outlines, outlines, path_of
from petaucj.views.map import AreaMark, MapView

HATCHED = ("nodata", "other")
# A label needs this many pixels of its district across and down; smaller ones get a dot and stand in the list beside the map.
NARROW = 1.55
PATTERNS = ('<pattern id="arsir" width="{0:g}" height="{0:g}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            '<path d="M0 0V{0:g}" class="hatch-line"/></pattern>')


def draw_static_map(view: MapView, width: float, label: float = 0.0, tolerance: float = FINE, linked: bool = False) -> str:
    """Return the map ``width`` units wide.

    Parameters
    ----------
    label : size of the values written on the districts, 0 for none; a district too small for its value keeps it out.
    linked : whether each district carries its code and sentence (``data-code``, ``aria-label``) for a script to use.
    """
    held = outlines(tolerance)
    scale = width / held.width
    parts = [f"<defs>{PATTERNS.format(max(5.0, width / 110))}</defs>"]
    parts += [_area(mark, held.areas[mark.code], scale, linked) for mark in sorted(view.marks, key=lambda m: m.chosen)]
    if label:
        parts += [_label(mark, held.areas[mark.code], scale, label) for mark in view.marks if fits(mark, held, scale, label)]
    return svg.picture(width, held.height * scale, parts)


def _area(mark: AreaMark, outline: Outline, scale: float, linked: bool) -> str:
    path, chosen = path_of(outline, scale), " chosen" if mark.chosen else ""
    spoken = svg.escaped(mark.spoken)
    told = f' data-code="{mark.code}" role="img" aria-label="{spoken}"' if linked else ""
    if mark.fill in HATCHED:
        body = f'<path d="{path}" fill-rule="evenodd" class="area empty{chosen}"/><path d="{path}" fill-rule="evenodd" fill="url(#arsir)" class="over"/>'
    else:
        body = f'<g class="fill-{mark.fill}"><path d="{path}" fill-rule="evenodd" class="area{chosen}"/></g>'
    return f"<g{told}><title>{spoken}</title>{body}</g>"


def fits(mark: AreaMark, held: Outlines, scale: float, label: float) -> bool:
    """Whether a district has room for its value at this size."""
    if not mark.value:
        return False
    xs, ys = zip(*max(held.areas[mark.code].rings, key=_extent), strict=True)
    room = min(max(xs) - min(xs), max(ys) - min(ys)) * scale
    return room > label * NARROW


def _extent(ring: tuple[tuple[float, float], ...]) -> float:
    xs, ys = zip(*ring, strict=True)
    return sqrt((max(xs) - min(xs)) * (max(ys) - min(ys)))


def _label(mark: AreaMark, outline: Outline, scale: float, size: float) -> str:
    x, y = outline.label
    words = f"{mark.value}{mark.letter and ' ' + mark.letter}"
    return svg.text(x * scale, y * scale + size * 0.35, words, size, "middle", "big halo")
