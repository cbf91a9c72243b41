"""The one style sheet: palette as CSS variables, then the rules for map, tiles, legend and figures."""

from __future__ import annotations

from functools import cache
from importlib import resources

from petaucj.draw.palette import THEMES, Theme, fills, ink_on

_QUIET = ("ground", "ink", "muted", "rule", "accent", "sea", "neighbour", "plain", "hatch", "hatch_ground")


def _variables(theme: Theme) -> str:
    quiet = [f"--{name.replace('_', '-')}:{getattr(theme, name)}" for name in _QUIET]
    named = [f"--{key}:{colour};--{key}-ink:{ink_on(colour)}" for key, colour in fills(theme).items()]
    return ";".join(quiet + named)


@cache
def stylesheet() -> str:
    """Return the CSS text; ``.petaucj[data-theme=dark]`` switches the ground."""
    heads = "".join(f".petaucj[data-theme={name}]{{{_variables(theme)}}}" for name, theme in THEMES.items())
    first = f".petaucj{{{_variables(THEMES['light'])}}}"
    used = "".join(f".fill-{key}{{--fill:var(--{key});--fill-ink:var(--{key}-ink)}}" for key in fills(THEMES["light"]))
    rules = (resources.files("petaucj.draw") / "assets" / "petaucj.css").read_text(encoding="utf-8")
    return "\n".join((first, heads, used, rules))
