"""The story as slides for PowerPoint and LibreOffice: native text, charts, tables and shapes, each of them to be edited."""

from __future__ import annotations

import io

from pptx.util import Inches

from petaucj.draw.palette import LIGHT
from petaucj.share.deck_look import COVER_AS_OF, COVER_TITLE, HEIGHT, WIDTH, new_deck
from petaucj.share.deck_package import packed
from petaucj.share.deck_page import Teller
from petaucj.share.deck_slide import add_step
from petaucj.share.deck_sources import add_sources
from petaucj.share.deck_text import SMALLEST, Box, Line, add_text, described, fill, height_of, largest
from petaucj.share.qr import qr_png
from petaucj.text.words import words_in
from petaucj.views.handout import NumberedSource
from petaucj.views.story import Story

QR = 2.3


def write_deck(story: Story, sources: tuple[NumberedSource, ...], rights: tuple[str, ...] = ()) -> bytes:
    """Return the story as a PPTX: a cover, a slide a step in the story's order, the sources.

    Parameters
    ----------
    sources : the documents of the last slides, with their numbers.
    rights : the attribution lines of the boundaries, to stand beside the stamp.

    Returns
    -------
    A package whose bytes depend on the arguments alone. A table longer than a slide goes on to further ones; nothing is left out.
    """
    teller = Teller(new_deck(story.stamp.language), story.stamp)
    _cover(teller, story)
    for step in story.steps:
        add_step(teller, step)
    add_sources(teller, sources, rights)
    return packed(teller.deck, story.title, story.stamp)


def _cover(teller: Teller, story: Story) -> None:
    """Add the first slide: what this is, as of when, and how to read its letters; the way back as a picture where there is one."""
    stamp, language, words = teller.stamp, teller.language, words_in(teller.language)
    slide = teller.deck.slides.add_slide(teller.deck.slide_layouts[0])
    size = largest(story.title, (48, 44, 40, 36, 32, 28), COVER_TITLE.width, COVER_TITLE.height, bold=True)
    fill(slide.shapes.title.text_frame, (Line(story.title, size, bold=True),), language)
    fill(slide.placeholders[1].text_frame, (Line(stamp.as_of, 24),), language)
    lines = [Line(f"{stamp.made_on} · {stamp.data}", 16), Line(" · ".join(stamp.bases), SMALLEST, LIGHT.muted, before=14),
             Line(stamp.warning, SMALLEST, LIGHT.muted, before=5), Line(stamp.address_line, SMALLEST, LIGHT.muted, before=5)]
    width = WIDTH - 2 * COVER_AS_OF.left - (QR + 0.5 if stamp.address else 0)
    high = height_of(lines, width)
    add_text(slide, Box(COVER_AS_OF.left, HEIGHT - 0.75 - high, width, high), lines, language, words("deck.stamp"))
    if stamp.address:
        picture = slide.shapes.add_picture(io.BytesIO(qr_png(stamp.address)), Inches(WIDTH - COVER_AS_OF.left - QR), Inches(HEIGHT - 0.75 - QR), Inches(QR), Inches(QR))
        described(picture, words("bahan.qr"), words("deck.back"))
