"""Pictures that stand together in one page: each pattern once, no style attribute, so that a strict content policy holds."""

from __future__ import annotations

import re
from xml.etree import ElementTree

# Characters neither XML nor HTML can hold; a name from outside may carry them.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def fit(words: str) -> str:
    """Return text without the characters no page can hold."""
    return _UNFIT.sub("", words)


def parsed(picture: str) -> ElementTree.Element:
    """Return one of our SVG pictures as a tree."""
    return ElementTree.fromstring(fit(picture))


class Shelf:
    """Takes patterns and styles out of the pictures placed on it.

    A pattern that comes again is drawn once; one of the same name that looks different gets a name of its own. Every style
    attribute becomes a class; how wide a picture may get is left to the page.
    """

    def __init__(self) -> None:
        self._patterns: dict[str, str] = {}
        self._styles: dict[str, str] = {}

    def place(self, picture: str) -> str:
        """Return a picture as it can stand in the page, hidden from screen readers: the figure around it says what it shows; "" stays ""."""
        if not picture:
            return ""
        root = parsed(picture)
        root.attrib.pop("style", None)
        root.attrib |= {"aria-hidden": "true", "focusable": "false"}
        return self._placed(root)

    def place_links(self, picture: str, label: str) -> str:
        """Return a picture whose districts are links, as a group of that name."""
        root = parsed(picture)
        root.attrib |= {"role": "group", "aria-label": fit(label)}
        return self._placed(root)

    def _placed(self, root: ElementTree.Element) -> str:
        renamed = {}
        for defs in root.findall("defs"):
            renamed |= {pattern.get("id"): self._kept(pattern) for pattern in defs}
            root.remove(defs)
        for element in root.iter():
            self._unstyle(element)
            fill = element.get("fill", "")
            if fill.startswith("url(#"):
                element.set("fill", f"url(#{renamed.get(fill[5:-1], fill[5:-1])})")
        return ElementTree.tostring(root, encoding="unicode")

    def _kept(self, pattern: ElementTree.Element) -> str:
        plain = pattern.get("id")
        for count in range(99):
            name = f"{plain}-{count}" if count else plain
            pattern.set("id", name)
            drawn = ElementTree.tostring(pattern, encoding="unicode")
            if self._patterns.setdefault(name, drawn) == drawn:
                break
        return name

    def _unstyle(self, element: ElementTree.Element) -> None:
        style = element.attrib.pop("style", "")
        if style:
            name = self._styles.setdefault(style, f"s{len(self._styles)}")
            element.set("class", f"{element.get('class', '')} {name}".strip())

    @property
    def patterns(self) -> str:
        """Every pattern, in one picture without size; it must be in the page and not hidden, or the patterns would not show."""
        return f'<svg class="shelf" width="0" height="0" aria-hidden="true" focusable="false"><defs>{"".join(self._patterns.values())}</defs></svg>'

    @property
    def rules(self) -> str:
        """The styles that were taken out, as rules."""
        return "".join(f"svg .{name}{{{style}}}" for style, name in self._styles.items())
