"""The one style sheet: palette as CSS variables, then the rules for map, tiles, legend and figures."""

from __future__ import annotations

from functools import cache
from importlib import resources

from petaucj.draw.palette import THEMES, Theme, fills, ink_on

_QUIET = ("ground", "ink", "muted", "rule", "accent", "sea", "neighbour", "plain", "hatch", "hatch_ground")
# How a part of petaucj.css begins: "/* ---- tiles ---- */".
_PART = "/* ---- "


def variables(theme: Theme) -> str:
    """Return the colours of a theme as CSS variables: ``--ground:#fbfaf6;…``."""
    quiet = [f"--{name.replace('_', '-')}:{getattr(theme, name)}" for name in _QUIET]
    named = [f"--{key}:{colour};--{key}-ink:{ink_on(colour)}" for key, colour in fills(theme).items()]
    return ";".join(quiet + named)


def fill_classes() -> str:
    """Return the rule of every named fill: ``.fill-c0`` gives what is in it its colour and the ink that reads on it."""
    return "".join(f".fill-{key}{{--fill:var(--{key});--fill-ink:var(--{key}-ink)}}" for key in fills(THEMES["light"]))


def rules_for(*parts: str) -> str:
    """Return how petaucj.css begins and some of its parts, for a page of our own: "tiles", "legend", "figures"; KeyError for one that is not there."""
    first, *rest = _rules().split(_PART)
    held = {part.split(" ", 1)[0]: part.partition("*/")[2] for part in rest}
    return first + "".join(held[part] for part in parts)


@cache
def stylesheet() -> str:
    """Return the CSS text; ``.petaucj[data-theme=dark]`` switches the ground, paper is always light."""
    heads = "".join(f".petaucj[data-theme={name}]{{{variables(theme)}}}" for name, theme in THEMES.items())
    first = f".petaucj{{{variables(THEMES['light'])}}}"
    # Paper is white whatever the visitor reads on.
    paper = f"@media print{{.petaucj,.petaucj[data-theme]{{{variables(THEMES['light'])};--ground:#fff}}}}"
    return "\n".join((first, heads, paper, fill_classes(), _rules()))


def _rules() -> str:
    return (resources.files("petaucj.draw") / "assets" / "petaucj.css").read_text(encoding="utf-8")
