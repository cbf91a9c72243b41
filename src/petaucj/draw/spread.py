"""People by months at constant money, as SVG: bars fall as cover gets longer; hatched where it is too short for the full death benefit."""

from __future__ import annotations

from petaucj.draw import svg
from petaucj.views.plan_spread import SpreadBar, SpreadView

WIDTH, NARROWEST = 720.0, 640
TOP, PLOT, FOOT, LETTER = 48.0, 160.0, 34.0, 6.3
QUIET = ' style="fill:var(--hatch)"'
HATCHED = ' fill="url(#terlalu-singkat)"'


def draw_spread(view: SpreadView) -> str:
    """Return the picture; empty text where there is nothing to draw (the view says why)."""
    if not view.bars:
        return ""
    step, most = WIDTH / len(view.bars), max(bar.people for bar in view.bars)
    parts = ['<defs><pattern id="terlalu-singkat" width="6" height="6" patternUnits="userSpaceOnUse">'
             '<path d="M0 6L6 0M-1 1L1 -1M5 7L7 5" class="pattern-line"/></pattern></defs>', *_legend(view)]
    for i, bar in enumerate(view.bars):
        parts += _bar(bar, step * i, step, TOP + PLOT * (1 - bar.people / most))
    bottom = TOP + PLOT
    parts += [svg.line(0, bottom, WIDTH, bottom, "tick"), svg.text(WIDTH / 2, bottom + 32, view.axis, 11.5, "middle", "muted")]
    return svg.picture(WIDTH, bottom + FOOT, parts, NARROWEST)


def _legend(view: SpreadView) -> list[str]:
    chosen, short = view.legend
    at = LETTER * len(chosen) + 42
    box = f'x="{at:.1f}" y="2" width="19" height="12"'
    return ['<g class="fill-c5"><rect x="0" y="2" width="19" height="12" class="bar"/></g>', svg.text(25, 12, chosen, 12),
            f"<rect {box}{QUIET}/><rect {box}{HATCHED}/>", svg.text(at + 25, 12, short, 12)]


def _bar(bar: SpreadBar, left: float, step: float, top: float) -> list[str]:
    bottom, middle = TOP + PLOT, left + step / 2
    box = f'x="{left + step * 0.14:.1f}" y="{top:.1f}" width="{step * 0.72:.1f}" height="{bottom - top:.1f}"'
    parts = [f'<g class="fill-c5"><rect {box} class="bar"/></g>' if bar.chosen else f"<rect {box}{QUIET}/>"]
    if bar.short:
        parts.append(f"<rect {box}{HATCHED}/>")
    loud = "big" if bar.chosen else ""
    return [*parts, svg.text(middle, top - 5, bar.label, 11, "middle", loud), svg.text(middle, bottom + 15, str(bar.months), 12, "middle", loud)]
