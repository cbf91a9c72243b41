"""Words on the stage: cleaned, broken into lines by the fonts of the page, and as large as their place allows."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.draw.lettering import Run, broken
from petaucj.share.markup import cleaned, strong

# A line is never planned wider than this share of its place: browsers space letters a little wider.
FILLED = 0.97
LEADING = 1.2
# What is tried, the largest first: size in pixels and the lines it may take. The last one is always taken.
WITH_PICTURE = ((76, 1), (68, 2), (60, 3), (56, 4), (52, 5))
VERDICT = ((76, 1), (68, 2), (56, 3), (52, 5))
LOUD = ((112, 1), (84, 2), (68, 3), (52, 5))
BESIDE = ((60, 6), (56, 7), (52, 10))
ALONE = ((112, 2), (96, 3), (84, 4), (72, 5), (60, 6), (52, 8))


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one size; ``whole`` is False where something had to be left out, ``height`` is what they take."""

    lines: tuple[tuple[Run, ...], ...]
    size: int
    whole: bool

    @property
    def height(self) -> float:
        """Pixels from the top of the first line to the bottom of the last."""
        return len(self.lines) * round(self.size * LEADING)

    def html(self, css: str) -> str:
        """Return the lines as one paragraph, broken exactly here."""
        rows = " ".join(f'<span class="baris">{strong(line)}</span>' for line in self.lines)
        return f'<p class="{css} s{self.size}">{rows}</p>'


def block(sentence: str, size: int, width: float, most: int = 99, bold: bool = False, even: bool = False) -> Block:
    """Return a sentence in lines of one size; ``even`` lines leave none with a single word."""
    clean = cleaned(sentence)
    every = broken(clean, size, width * FILLED, bold)
    if len(every) > most:
        return Block(_frozen(broken(clean, size, width * FILLED, bold, most)), size, False)
    return Block(_frozen(_balanced(clean, size, width * FILLED, len(every), bold) if even else every), size, True)


def message_block(sentence: str, width: float, choices: tuple[tuple[int, int], ...]) -> Block:
    """Return the message in the largest size that keeps to its lines; at the smallest what is too much is left out."""
    for size, most in choices:
        held = block(sentence, size, width, most, even=True)
        if held.whole:
            return held
    return held


def _balanced(sentence: str, size: int, width: float, lines: int, bold: bool) -> list[list[Run]]:
    low, high = width * 0.5, width
    for _ in range(7 if lines > 1 else 0):
        middle = (low + high) / 2
        low, high = (low, middle) if len(broken(sentence, size, middle, bold)) == lines else (middle, high)
    return broken(sentence, size, high, bold)


def _frozen(lines: list[list[Run]]) -> tuple[tuple[Run, ...], ...]:
    return tuple(tuple(line) for line in lines)
