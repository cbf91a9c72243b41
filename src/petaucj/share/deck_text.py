"""Text on slides: cleaned, measured with the project's own font, and written with its language.

Sizes are points, lengths inches. Measuring keeps words inside their place without asking a program to shrink them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from PIL import ImageFont
from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Inches, Pt

from petaucj.draw.fonts import FILES, font_folder
from petaucj.draw.palette import LIGHT
from petaucj.text.rich import runs_of

TAGS = {"id": "id-ID", "en": "en-GB"}
LANGUAGE_IDS = {"id": MSO_LANGUAGE_ID.INDONESIAN, "en": MSO_LANGUAGE_ID.ENGLISH_UK}
# Lines stand a little closer than the font's own 1.36; the second number leaves room for a face that is a little wider.
SPACING, LEADING, SLACK = 0.9, 1.36 * 0.9, 1.03
SMALLEST = 14
_ALIGN = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "middle": PP_ALIGN.CENTER}
# What XML cannot hold, and every other control sign: a file with one of them would have to be repaired.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")


class Box(NamedTuple):
    """A place on a slide, in inches from its top left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Where the place ends."""
        return self.top + self.height

    @property
    def emu(self) -> tuple[int, int, int, int]:
        """The place in the units of the file."""
        return Inches(self.left), Inches(self.top), Inches(self.width), Inches(self.height)


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: its words (may hold **strong**), size, colour, side; ``before`` is the space above it in points."""

    text: str
    size: float
    colour: str = LIGHT.ink
    bold: bool = False
    align: str = "left"
    before: float = 0.0


def clean(text: str) -> str:
    """Return text without signs that a slide cannot hold; what they parted stays parted by one blank."""
    return _UNFIT.sub(" ", text)


def colour_of(colour: str) -> RGBColor:
    """Return ``#rrggbb`` as the file's colour."""
    return RGBColor.from_string(colour.removeprefix("#").upper())


@cache
def _face(bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(font_folder() / FILES[int(bold)]), 200, layout_engine=ImageFont.Layout.BASIC)


def width_of(text: str, size: float, bold: bool = False) -> float:
    """Return how wide one line of plain text stands."""
    return _face(bold).getlength(text) * size / 200 / 72 * SLACK


def rows_of(text: str, size: float, width: float, bold: bool = False) -> int:
    """Return on how many lines a sentence (may hold **strong**) stands within ``width``."""
    rows, used, blank = 1, 0.0, width_of(" ", size, bold)
    for piece, strong in runs_of(clean(text)):
        for word in piece.split():
            needed = width_of(word, size, bold or strong)
            if used and used + blank + needed > width:
                rows, used = rows + 1, 0.0
            used += needed + (blank if used else 0.0)
            # A word longer than the line, such as an address, is broken.
            rows, used = rows + int(used // width), used % width
    return rows


def height_of(lines: Iterable[Line], width: float) -> float:
    """Return how high the paragraphs stand within ``width``."""
    return sum(rows_of(line.text, line.size, width, line.bold) * line.size * LEADING + line.before for line in lines) / 72


def largest(text: str, sizes: Iterable[float], width: float, height: float, bold: bool = False) -> float:
    """Return the first of ``sizes`` (the largest first) at which a sentence fits its place; the last where none does."""
    held = tuple(sizes)
    return next((size for size in held if height_of((Line(text, size, bold=bold),), width) <= height), held[-1])


def fill(frame: TextFrame, lines: Iterable[Line], language: str) -> None:
    """Write paragraphs into an empty frame."""
    for i, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if not i else frame.add_paragraph()
        paragraph.alignment, paragraph.line_spacing, paragraph.space_before = _ALIGN[line.align], SPACING, Pt(line.before)
        for piece, strong in runs_of(clean(line.text)):
            run = paragraph.add_run()
            run.text = piece
            run.font.size, run.font.bold, run.font.language_id = Pt(line.size), line.bold or strong, LANGUAGE_IDS[language]
            run.font.color.rgb = colour_of(line.colour)


def fixed(frame: TextFrame, anchor: MSO_ANCHOR = MSO_ANCHOR.TOP) -> None:
    """Let a frame wrap its words, without margins and without changing its size."""
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0


def add_text(slide: Slide, box: Box, lines: Iterable[Line], language: str, name: str, anchor: MSO_ANCHOR = MSO_ANCHOR.TOP) -> Shape:
    """Add paragraphs at a place; ``name`` is what the shape is called in the list of the slide's parts."""
    shape = slide.shapes.add_textbox(*box.emu)
    shape.name = clean(name)
    fixed(shape.text_frame, anchor)
    fill(shape.text_frame, lines, language)
    return shape


def plain_shape(shape: object) -> None:
    """Take the library's own look from a drawing, its shadow above all; what it should look like is said outright."""
    held = shape._element.find(qn("p:style"))
    if held is not None:
        shape._element.remove(held)


def described(shape: object, words: str, name: str = "") -> None:
    """Give a picture, chart or drawing its words for those who cannot see it."""
    held = shape._element._nvXxPr.cNvPr
    held.set("descr", clean(words))
    if name:
        held.set("name", clean(name))
