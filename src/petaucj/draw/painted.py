"""Our pictures with every colour written out: for files that know nothing of style sheets (SVG files, PDF, PNG).

On the page a picture is coloured by classes and CSS variables; here each class becomes attributes of one theme.
"""

from __future__ import annotations

import re
from copy import deepcopy
from xml.etree import ElementTree

from petaucj.draw.fonts import FAMILIES
from petaucj.draw.palette import Theme, fills, ink_on

SVG = "http://www.w3.org/2000/svg"
_QUIET = ("ground", "ink", "muted", "rule", "accent", "sea", "neighbour", "plain", "hatch", "hatch_ground")
# Letters with a halo stand on a broad copy of themselves: a PDF draws the edge of a letter over it, whatever the paint order says.
_HALO = {"stroke-width": "5", "stroke-linejoin": "round", "aria-hidden": "true"}
# What XML cannot hold; a name may bring it along.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_VARIABLE = re.compile(r"var\(--([a-z0-9-]+)(?:,[^)]*)?\)")
# What each class means, as attributes; the same rules as in petaucj.css. {fill} and {fill-ink} are those of the group around it.
_RULES: dict[str, dict[str, str]] = {
    "muted": {"fill": "{muted}"}, "accent": {"fill": "{accent}"}, "big": {"font-weight": "700"},
    "halo": {},
    "track": {"stroke": "{rule}", "fill": "none"}, "value": {"stroke": "{fill}", "fill": "none"}, "bar": {"fill": "{fill}"},
    "bar-text": {"fill": "{fill-ink}", "font-weight": "700"}, "tick": {"stroke": "{muted}"}, "lead": {"stroke": "{muted}"},
    "target": {"stroke": "{accent}"}, "rule": {"stroke": "{rule}"}, "end": {"stroke": "{accent}", "stroke-dasharray": "3 3"},
    "hatch-line": {"stroke": "{hatch}", "stroke-width": "1.4"}, "pattern-line": {"stroke": "{ground}", "stroke-width": "1.6", "opacity": "0.75"},
    "pattern-dot": {"fill": "{ground}", "opacity": "0.8"}, "area": {"fill": "{fill}", "stroke": "{ground}", "stroke-width": "1"},
    "empty": {"fill": "{hatch-ground}", "stroke": "{hatch}"}, "chosen": {"stroke": "{ink}", "stroke-width": "3"}, "over": {},
}


def painted(picture: str, theme: Theme, ground: bool = False) -> str:
    """Return an SVG of ours as a whole file with the colours of ``theme``; ``ground`` lays its paper below.

    Raises ValueError for a class this module does not know: a picture must not lose its colours unseen.
    """
    picture = _CONTROL.sub(" ", picture)
    root = ElementTree.fromstring(picture.replace("<svg ", f'<svg xmlns="{SVG}" ', 1) if "xmlns=" not in picture[:200] else picture)
    names = {name.replace("_", "-"): getattr(theme, name) for name in _QUIET} | fills(theme)
    names |= {f"{key}-ink": ink_on(colour) for key, colour in fills(theme).items()}
    _lay_halos(root, theme.ground)
    _paint(root, names, "c4")
    root.attrib.pop("style", None)
    _, _, width, height = (root.get("viewBox") or "0 0 0 0").split()
    root.set("width", width), root.set("height", height), root.set("font-family", ", ".join(FAMILIES))
    if ground:
        root.insert(0, ElementTree.Element(f"{{{SVG}}}rect", {"width": width, "height": height, "fill": theme.ground}))
    ElementTree.register_namespace("", SVG)
    return ElementTree.tostring(root, encoding="unicode")


def _lay_halos(element: ElementTree.Element, ground: str) -> None:
    for at in range(len(element) - 1, -1, -1):
        if "halo" in element[at].get("class", "").split():
            below = deepcopy(element[at])
            below.attrib |= {"class": " ".join(c for c in below.get("class").split() if c == "big"), "style": f"fill:{ground};stroke:{ground}", **_HALO}
            element.insert(at, below)
        else:
            _lay_halos(element[at], ground)


def _paint(element: ElementTree.Element, names: dict[str, str], fill: str) -> None:
    found = element.attrib.pop("class", "").split()
    fill = next((name.removeprefix("fill-") for name in found if name.startswith("fill-")), fill)
    known = names | {"fill": names.get(fill, names["c4"]), "fill-ink": names.get(f"{fill}-ink", names["ground"])}
    if element.tag == f"{{{SVG}}}text":
        element.set("fill", names["ink"])
    for name in (n for n in found if not n.startswith("fill-")):
        if name not in _RULES:
            raise ValueError(f"no colours are known for the class {name!r}")
        for key, value in _RULES[name].items():
            element.set(key, value.format(**known) if key not in ("stroke-width",) or key not in element.attrib else element.get(key))
    for part in filter(None, element.attrib.pop("style", "").split(";")):
        key, _, value = part.partition(":")
        element.set(key.strip(), _VARIABLE.sub(lambda m: known.get(m.group(1), names["ink"]), value).strip())
    for child in element:
        _paint(child, names, fill)
