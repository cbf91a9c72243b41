"""What the big pictures of the presentation share: one unit is one pixel of a 1920 × 1080 screen, no letter below 28."""

from __future__ import annotations

from petaucj.draw import svg

# The smallest letters on the stage, and what a plain label has.
SMALL, LABEL = 28.0, 32.0
# A browser's own spacing of letters may be a little wider than ours.
SLACK = 1.03
# Patterns for all pictures of the page; they stand first, so that a hidden step does not take them along.
SHARED = ('<svg class="pola" width="0" height="0" aria-hidden="true"><defs>'
          '<pattern id="arsir" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
          '<path d="M0 0V14" class="hatch-line"/></pattern>'
          '<pattern id="panggung-perkiraan" width="16" height="16" patternUnits="userSpaceOnUse">'
          '<path d="M0 16L16 0M-3 3L3 -3M13 19L19 13" class="pattern-line"/></pattern></defs></svg>')


def framed(width: float, height: float, parts: list[str]) -> str:
    """Return a picture of exactly this size: it is never scaled on its own, so its letters keep their size."""
    return f'<svg width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}">{"".join(parts)}</svg>'


def swatch(fill: str, x: float, y: float, width: float, height: float) -> str:
    """Return a coloured field; hatched where there is no figure."""
    box = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    if fill in ("nodata", "other"):
        return f'<rect {box} class="area empty"/><rect {box} fill="url(#arsir)"/>'
    return f'<g class="fill-{svg.escaped(fill)}"><rect {box} class="bar"/></g>'
