"""A whole card as one SVG: heading, message, picture, foot; for slides, for WhatsApp, for the preview of a link.

Sizes are pixels of the finished picture. A picture of ours is drawn narrow and enlarged where it will be seen small, so that
its letters grow with it. Colours are classes as everywhere; ``painted`` writes them out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from petaucj.draw import svg
from petaucj.draw.lettering import Run, broken

LEADING = 1.32
_BOX = re.compile(r'<svg[^>]*?viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>')


@dataclass
class Sheet:
    """The card while it is being filled: its pieces, its size, and its margins."""

    width: float
    height: float
    margin: float
    parts: list[str] = field(default_factory=list)

    @property
    def right(self) -> float:
        """The right edge of what stands on it."""
        return self.width - self.margin

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    def say(self, sentence: str, x: float, y: float, size: float, width: float, css: str = "", bold: bool = False, most: int = 99,
            leading: float = LEADING) -> float:
        """Write a sentence below ``y``, in at most ``most`` lines; return where its last line ends."""
        for line in broken(sentence, size, width, bold, most):
            y += size * leading
            self.parts.append(_line(line, x, y - size * (leading - 1) * 0.75, size, css))
        return y

    def place(self, picture: str, x: float, y: float, width: float, height: float, middle: bool = True) -> float:
        """Lay a picture into a box as large as it fits, in the middle or at the left; return where it ends."""
        found = _BOX.match(picture)
        across, down = float(found.group(1)), float(found.group(2))
        scale = min(width / across, height / down)
        left = x + (width - across * scale) / 2 if middle else x
        inner = picture[found.end():picture.rindex("</svg>")]
        self.parts.append(f'<g transform="translate({left:.1f} {y:.1f}) scale({scale:.4f})">{inner}</g>')
        return y + down * scale

    def rule(self, y: float, css: str = "rule", width: float = 1.5, x: float | None = None, right: float | None = None) -> None:
        """Draw a line across, from margin to margin where no ends are given."""
        self.parts.append(svg.line(self.margin if x is None else x, y, self.right if right is None else right, y, css, width))

    def finished(self, title: str, description: str) -> str:
        """Return the card; title and description are what a screen reader says."""
        told = f"<title>{svg.escaped(title)}</title><desc>{svg.escaped(description)}</desc>"
        return svg.picture(self.width, self.height, [told, *self.parts]).replace("<svg ", '<svg role="img" ', 1)


def lines_of(sentence: str, size: float, width: float, bold: bool = False, most: int = 99) -> int:
    """Return how many lines a sentence takes."""
    return len(broken(sentence, size, width, bold, most))


def modules_of(qr: str) -> float:
    """Return how many modules a code is wide, its quiet zone included."""
    return float(_BOX.match(qr).group(1))


def _line(runs: list[Run], x: float, y: float, size: float, css: str) -> str:
    kind = f' class="{css}"' if css else ""
    body = "".join(f'<tspan class="big">{svg.escaped(words)}</tspan>' if strong else svg.escaped(words) for words, strong in runs)
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}"{kind} xml:space="preserve">{body}</text>'
