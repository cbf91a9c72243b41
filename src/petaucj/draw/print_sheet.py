"""The style sheet of the printed pages, and which colours of the dark ground become which on paper.

A plotly picture carries its colours in its elements, so the paper replaces them one by one; our own
figures take theirs from variables and need nothing of this.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from importlib import resources

from petaucj.draw.palette import DARK, LIGHT, fills

_NOT_COLOURS = ("coverage", "gap", "change", "funds")


def paper_colours() -> dict[str, str]:
    """Return for each colour of the dark theme (``#rrggbb``) the one that says the same on paper."""
    quiet = {getattr(DARK, f.name): getattr(LIGHT, f.name) for f in fields(DARK) if f.name not in _NOT_COLOURS}
    light = fills(LIGHT)
    return quiet | {colour: light[name] for name, colour in fills(DARK).items()}


def _rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[i:i + 2], 16)) for i in (1, 3, 5))})"


def _plotly_rules() -> str:
    """Return one rule for each colour and use; the quotes end the address where a browser writes it into ``style``."""
    rules = (f'.js-plotly-plot [style*="{use}: {_rgb(dark)}"]{{{use}:{light}!important}}'
             for dark, light in paper_colours().items() for use in ("fill", "stroke"))
    return f"@media print{{{''.join(rules)}}}\n"


@cache
def print_sheet() -> str:
    """Return the CSS text of the printed pages."""
    return (resources.files("petaucj.draw") / "assets" / "print.css").read_text(encoding="utf-8") + _plotly_rules()
