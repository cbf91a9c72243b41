"""The big numbers of a slide: name, number, and the line that explains it."""

from __future__ import annotations

from pptx.slide import Slide

from petaucj.draw.palette import LIGHT
from petaucj.share.deck_text import SMALLEST, Box, Line, add_text, clean, height_of, width_of
from petaucj.text.words import words_in
from petaucj.views.plan_head import BigNumber

SIZES = (36, 32, 28, 24, 20, 16)
GUTTER, BETWEEN = 0.5, 0.17


def draw_numbers(slide: Slide, box: Box, numbers: tuple[BigNumber, ...], language: str) -> float:
    """Write the numbers below one another; return where the last ends."""
    most = next((size for size in SIZES if sum(height_of(_lines(held, box.width, size), box.width) + BETWEEN for held in numbers) - BETWEEN <= box.height), SIZES[-1])
    top = box.top
    for held in numbers:
        top += _number(slide, Box(box.left, top, box.width, 0), held, language, most) + BETWEEN
    return top - BETWEEN


def draw_number_row(slide: Slide, box: Box, numbers: tuple[BigNumber, ...], language: str) -> float:
    """Write the numbers beside one another; return where the lowest ends."""
    width = (box.width - GUTTER * (len(numbers) - 1)) / len(numbers)
    return box.top + max(_number(slide, Box(box.left + i * (width + GUTTER), box.top, width, 0), held, language) for i, held in enumerate(numbers))


def _lines(held: BigNumber, width: float, most: float) -> list[Line]:
    """Return the three lines of a number, the number at most ``most`` points large."""
    size = next((size for size in SIZES if size <= most and width_of(clean(held.value), size, True) <= width), SIZES[-1])
    return [Line(held.label, SMALLEST, LIGHT.muted), Line(held.value, size, bold=True), Line(held.detail, SMALLEST, LIGHT.muted)]


def _number(slide: Slide, box: Box, held: BigNumber, language: str, most: float = SIZES[0]) -> float:
    """Write one number and return how high it stands."""
    lines = _lines(held, box.width, most)
    high = height_of(lines, box.width)
    add_text(slide, Box(*box[:3], high), lines, language, words_in(language)("deck.big_number", label=held.label))
    return high
