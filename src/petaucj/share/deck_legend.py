"""Legends of a deck: native swatches with their words, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pptx.enum.shapes import MSO_SHAPE
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide

from petaucj.share.deck_text import SMALLEST, Box, Line, add_text, clean, described, plain_shape, width_of

ROW, SWATCH, HIGH, GAP = 0.26, 0.28, 0.15, 0.24
Swatch = Callable[[Slide, Box, str, str, str], None]


def _flow(entries: Iterable[tuple[str | None, str]], width: float) -> Iterable[tuple[str | None, str, float, int, float]]:
    """Return each entry with its place across, its row, and how wide its words may stand."""
    x, row = 0.0, 0
    for key, label in entries:
        words = clean(label)
        lead = 0.0 if key is None else SWATCH + 0.08
        needed = width_of(words, SMALLEST)
        if x and x + lead + needed > width:
            x, row = 0.0, row + 1
        yield key, words, x, row, needed + 0.1
        x += lead + needed + GAP


def legend_height(entries: Iterable[tuple[str | None, str]], width: float) -> float:
    """Return how high a legend stands within ``width``."""
    return ROW * (1 + max((row for _, _, _, row, _ in _flow(entries, width)), default=-1))


def draw_legend(slide: Slide, box: Box, entries: Iterable[tuple[str | None, str]], language: str, swatch: Swatch) -> float:
    """Draw (key, words) entries; ``swatch`` draws one key (slide, place, key, words, language), None has none. Return where they end."""
    end = box.top
    for key, words, x, row, width in _flow(entries, box.width):
        left, top = box.left + x, box.top + row * ROW
        if key is not None:
            swatch(slide, Box(left, top + 0.05, SWATCH, HIGH), key, words, language)
        add_text(slide, Box(left + (0.0 if key is None else SWATCH + 0.08), top, width, ROW), (Line(words, SMALLEST),), language, words)
        end = top + ROW
    return end


def add_swatch(slide: Slide, box: Box, words: str) -> Shape:
    """Add the small rectangle of a legend entry."""
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.emu)
    described(shape, words, words)
    plain_shape(shape)
    return shape
