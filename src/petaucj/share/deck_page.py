"""One slide of a deck: its heading, its foot, its notes; what every slide has, whatever it shows."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from petaucj.draw.palette import LIGHT
from petaucj.share.artefact import release_day
from petaucj.share.deck_look import FOOTER_IDX, MESSAGE_IDX, NUMBER_IDX, SOURCE
from petaucj.share.deck_text import Line, add_text, fill, largest
from petaucj.text.rich import plain_of
from petaucj.text.words import words_in
from petaucj.views.stamp import Stamp


@dataclass(frozen=True, slots=True)
class Teller:
    """Where slides go and what all of them share."""

    deck: Deck
    stamp: Stamp

    @property
    def language(self) -> str:
        """The language of every word."""
        return self.stamp.language

    @property
    def made(self) -> tuple[int, int, int]:
        """What every workbook inside is dated."""
        return release_day(self.stamp)


def add_slide(teller: Teller, title: str, source: str = "") -> Slide:
    """Add a slide with its heading, number and the line every slide ends with."""
    slide = teller.deck.slides.add_slide(teller.deck.slide_layouts[1])
    fill(slide.shapes.title.text_frame, (Line(plain_of(title), 18, LIGHT.muted, bold=True),), teller.language)
    for held in slide.slide_layout.placeholders:
        if held.placeholder_format.idx in (FOOTER_IDX, NUMBER_IDX):
            _foot(slide, held, teller)
    if source:
        add_text(slide, SOURCE, (Line(source, largest(source, (11, 10), SOURCE.width, 0.22), LIGHT.muted),), teller.language, words_in(teller.language)("deck.source_name"))
    return slide


def _foot(slide: Slide, held: object, teller: Teller) -> None:
    """Give the slide its own footer or number: the library leaves those of the layout behind."""
    copy = deepcopy(held._element)
    copy.nvSpPr.cNvPr.set("id", str(max(int(e.get("id")) for e in slide.shapes._spTree.iter() if e.tag.endswith("}cNvPr")) + 1))
    slide.shapes._spTree.append(copy)
    if held.placeholder_format.idx == FOOTER_IDX:
        fill(slide.shapes[-1].text_frame, (Line(teller.stamp.lines[0], 11, LIGHT.muted),), teller.language)
    else:
        next(copy.iter(qn("a:t"))).text = str(len(teller.deck.slides))


def without_message(slide: Slide) -> None:
    """Take away the place of a message that has none: a program would show its prompt."""
    held = slide.placeholders[MESSAGE_IDX]._element
    held.getparent().remove(held)


def add_notes(slide: Slide, teller: Teller, notes: tuple[str, ...]) -> None:
    """Write what only the speaker sees."""
    fill(slide.notes_slide.notes_text_frame, [Line(plain_of(note), 12, before=3) for note in notes], teller.language)
