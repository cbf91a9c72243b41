"""The last slides: every document with its number, then what the file itself is: stamp and whose boundaries these are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from pptx.slide import Slide

from petaucj.draw.palette import LIGHT
from petaucj.share.deck_look import BOTTOM, INNER, MARGIN, MESSAGE
from petaucj.share.deck_page import Teller, add_slide, without_message
from petaucj.share.deck_text import Box, Line, add_text, clean, height_of
from petaucj.text.words import words_in
from petaucj.views.handout import NumberedSource

SIZE, GUTTER, BETWEEN, NUMBER = 12, 0.55, 0.13, 0.38
COLUMN = (INNER - GUTTER) / 2
TOP = MESSAGE.top + 0.1


class Entry(NamedTuple):
    """One entry: its number in words ("" without), its lines, and the address its last line leads to ("" for none)."""

    number: str
    lines: tuple[Line, ...]
    address: str = ""

    @property
    def height(self) -> float:
        """How high it stands in its column."""
        return height_of(self.lines, COLUMN - NUMBER) + BETWEEN


def add_sources(teller: Teller, sources: tuple[NumberedSource, ...], rights: tuple[str, ...]) -> None:
    """Add the slides of the sources in two columns each, as many as are needed, the stamp and the rights on the last."""
    words = words_in(teller.language)
    pages = _pages([*map(_source, sources), *_about(teller, rights)])
    for i, columns in enumerate(pages, 1):
        title = words("deck.sources")
        slide = add_slide(teller, title if len(pages) == 1 else words("deck.page", title=title, page=i, pages=len(pages)))
        without_message(slide)
        for column, entries in enumerate(columns):
            _column(slide, MARGIN + column * (COLUMN + GUTTER), entries, teller.language)


def safe_address(url: str) -> str:
    """Return an address a slide may lead to: http or https with a host; "" for anything else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname and clean(url) == url and not set(url) & set(' "<>\\') else ""


def _source(held: NumberedSource) -> Entry:
    note = held.source
    told = f"**{_unmarked(note.publisher)}**, {_unmarked(note.title)}, {note.published}"
    lines = [Line(told, SIZE), *([Line(note.url, SIZE, LIGHT.muted)] if note.url else [])]
    return Entry(str(held.number), tuple(lines), safe_address(note.url))


def _unmarked(words: str) -> str:
    """Return a document's own words; what looks like our mark for strong words must not become one."""
    return words.replace("**", "∗∗")


def _about(teller: Teller, rights: tuple[str, ...]) -> Iterable[Entry]:
    """Return what the file says of itself, kept together."""
    head = Line(words_in(teller.language)("deck.about"), SIZE, bold=True, before=8)
    yield Entry("", (head, *(Line(line, SIZE, LIGHT.muted, before=2) for line in (*teller.stamp.lines, *rights))))


def _pages(entries: list[Entry]) -> list[list[list[Entry]]]:
    """Return the entries in columns, two a slide, none of them cut."""
    columns: list[list[Entry]] = [[]]
    for entry in entries:
        if columns[-1] and sum(held.height for held in columns[-1]) + entry.height > BOTTOM - TOP:
            columns.append([])
        columns[-1].append(entry)
    return [columns[i:i + 2] for i in range(0, len(columns), 2)]


def _column(slide: Slide, left: float, entries: list[Entry], language: str) -> None:
    top, name = TOP, words_in(language)("deck.sources")
    for entry in entries:
        indent = NUMBER if entry.number else 0.0
        if entry.number:
            add_text(slide, Box(left, top, NUMBER, 0.24), (Line(entry.number, SIZE, LIGHT.accent, bold=True),), language, f"{name} {entry.number}")
        shape = add_text(slide, Box(left + indent, top, COLUMN - indent, entry.height - BETWEEN), entry.lines, language,
                         f"{name} {entry.number}" if entry.number else words_in(language)("deck.about"))
        if entry.address:
            shape.text_frame.paragraphs[-1].runs[0].hyperlink.address = entry.address
        top += entry.height
