"""How wide words are in the fonts of files, and where their lines break: a picture has no browser that does it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from PIL import ImageFont

from petaucj.draw.fonts import FILES, font_folder
from petaucj.text.rich import runs_of

REGULAR, BOLD = FILES[:2]
ELLIPSIS = "…"
# Measured large, so that rounding to pixels does not add up.
_MEASURE = 1000
# A full stop after a strong part hangs over the margin rather than begin a line.
_HANGING = 2
# Blanks that may become the end of a line; the one in "17,63 %" may not.
_BLANK = re.compile(r"[ \t\r\n]+")
Run = tuple[str, bool]


@cache
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    # The basic layout needs no shaping library, so every machine breaks a line at the same word.
    return ImageFont.truetype(str(font_folder() / (BOLD if bold else REGULAR)), _MEASURE, layout_engine=ImageFont.Layout.BASIC)


def width_of(words: str, size: float, bold: bool = False) -> float:
    """Return how wide one line of words is at ``size``, in the units of the picture."""
    return _font(bold).getlength(words) * size / _MEASURE


def broken(sentence: str, size: float, width: float, bold: bool = False, most: int = 99) -> list[list[Run]]:
    """Return a sentence, its **strong** parts told apart, in at most ``most`` lines no wider than ``width``.

    A word wider than a line is broken; what does not fit ends in an ellipsis.
    """
    lines: list[list[Run]] = []
    room = 0.0
    for word, strong, glued in _words(sentence, bold, size, width):
        blank, wide = 0.0 if glued else width_of(" ", size, strong), width_of(word, size, strong)
        if lines and (blank + wide <= room or (glued and len(word) <= _HANGING)):
            lines[-1].append((word if glued else f" {word}", strong))
            room -= blank + wide
        else:
            lines.append([(word, strong)])
            room = width - wide
    if len(lines) > most:
        lines = [*lines[:most - 1], _shortened(lines[most - 1], size, width)]
    return [_joined(line) for line in lines]


def _words(sentence: str, bold: bool, size: float, width: float) -> Iterable[tuple[str, bool, bool]]:
    """Return every word with whether it is strong and whether it clings to the one before (no blank between them)."""
    glued = False
    for text, strong in runs_of(sentence):
        glued = glued and not _BLANK.match(text)
        for word in filter(None, _BLANK.split(text)):
            for i, piece in enumerate(_pieces(word, size, width, bold or strong)):
                yield piece, bold or strong, glued or i > 0
            glued = False
        glued = not _BLANK.match(text[-1:])


def _pieces(word: str, size: float, width: float, bold: bool) -> list[str]:
    """Return a word in pieces that each fit into a line; nearly always the word itself."""
    if width_of(word, size, bold) <= width:
        return [word]
    pieces, start = [], 0
    for end in range(1, len(word) + 1):
        if end - start > 1 and width_of(word[start:end], size, bold) > width:
            pieces.append(word[start:end - 1])
            start = end - 1
    return [*pieces, word[start:]]


def _shortened(line: list[Run], size: float, width: float) -> list[Run]:
    kept = list(line)
    while kept and sum(width_of(w, size, b) for w, b in kept) + width_of(ELLIPSIS, size) > width:
        words, strong = kept.pop()
        kept += [(words[:-1], strong)] if len(words) > 1 else []
    return [*kept, (ELLIPSIS, False)]


def _joined(line: list[Run]) -> list[Run]:
    found: list[Run] = []
    for words, strong in line:
        if found and found[-1][1] == strong:
            found[-1] = (found[-1][0] + words, strong)
        else:
            found.append((words, strong))
    return found
