"""The still map as a place to choose from: each district a link within the page, small cities with a dot that can be seen and hit."""

from __future__ import annotations

from collections.abc import Collection
from xml.etree import ElementTree

from petaucj.draw.shapes import COARSE, Outline, outlines
from petaucj.draw.shelf import parsed
from petaucj.draw.static_map import HATCHED, draw_static_map
from petaucj.views.map import MapView

# A district smaller than this on the picture, across and down, gets a dot; the place around it that can be hit is as wide as its neighbours allow.
SMALL, DOT, HIT = 16.0, 4.6, 7.6
# How wide a letter of a label is, in its size.
LETTER = 0.56


def draw_linked_map(view: MapView, width: float, label: float = 0.0, links: Collection[str] | None = None) -> str:
    """Return the map ``width`` units wide, a link ``#<code>`` on each district of ``links`` (None: all); the others are only seen, the chosen one with its dot.

    ``label`` is the size of the values on the districts, 0 for none.
    """
    held = outlines(COARSE)
    scale = width / held.width
    root = parsed(draw_static_map(view, width, label, COARSE, linked=True))
    marks = {mark.code: mark for mark in view.marks}
    groups = {group.get("data-code"): group for group in root if group.get("data-code")}
    for code, group in groups.items():
        _open(group, code, links is None or code in links)
    for code, group in groups.items():
        if _small(held.areas[code], scale) and (group.tag == "a" or marks[code].chosen):
            _dot(group, held.areas[code], scale, marks[code].fill)
            # On top of its neighbours, below the labels.
            root.remove(group)
            root.insert(len(groups), group)
    _clear_labels(root)
    return ElementTree.tostring(root, encoding="unicode")


def _open(group: ElementTree.Element, code: str, linked: bool) -> None:
    """Make a district a link, or take from it what a link would need."""
    group.attrib.pop("role")
    if linked:
        group.tag, group.attrib["href"], group.attrib["class"] = "a", f"#{code}", "place"
        return
    del group.attrib["data-code"], group.attrib["aria-label"]


def _small(outline: Outline, scale: float) -> bool:
    sides = [max(values) - min(values) for ring in outline.rings for values in zip(*ring, strict=True)]
    return max(sides) * scale < SMALL


def _dot(group: ElementTree.Element, outline: Outline, scale: float, fill: str) -> None:
    place = {"cx": f"{outline.label[0] * scale:.1f}", "cy": f"{outline.label[1] * scale:.1f}"}
    coloured = group if fill in HATCHED else ElementTree.SubElement(group, "g", {"class": f"fill-{fill}"})
    ElementTree.SubElement(coloured, "circle", place | {"r": f"{DOT:g}", "class": "dot"})
    if group.tag == "a":
        ElementTree.SubElement(group, "circle", place | {"r": f"{HIT:g}", "class": "hit"})


def _clear_labels(root: ElementTree.Element) -> None:
    """Move a label that covers a city's dot beside it."""
    dots = [(float(dot.get("cx")), float(dot.get("cy"))) for dot in root.iter("circle") if dot.get("class") == "dot"]
    for label in root.findall("text"):
        x, y, size = (float(label.get(name)) for name in ("x", "y", "font-size"))
        half = LETTER * size * len(label.text or "") / 2 + DOT
        for left, top in dots:
            if abs(y - size * 0.35 - top) < size / 2 + DOT and abs(x - left) < half:
                x = left + half if x >= left else left - half
        label.set("x", f"{x:.1f}")
