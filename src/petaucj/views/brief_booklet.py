"""The province's booklet around the districts' pages: the cover with map, province lines and contents, and all documents at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from petaucj.domain.need import Need
from petaucj.domain.records import BASIS_LETTERS
from petaucj.views.banding import Row, Table
from petaucj.views.brief import foot_of
from petaucj.views.brief_sources import openable
from petaucj.views.evidence import SourceNote
from petaucj.views.handout import Handout, build_handout
from petaucj.views.map import MapView
from petaucj.views.occasion import Occasion
from petaucj.views.peta import build_map
from petaucj.views.phrases import people
from petaucj.views.province import build_province
from petaucj.views.stamp import Stamp, build_stamp


@dataclass(frozen=True, slots=True)
class BookletDocument:
    """One document at the end: its number in the booklet, publisher, title and date, its address (``url`` where it may be opened), who uses it."""

    number: int
    source_id: str
    publisher: str
    text: str
    address: str
    url: str
    used: str


@dataclass(frozen=True, slots=True)
class BookletCover:
    """Cover and end of the booklet in the reader's words.

    ``contents`` has one row a district, the code of each in ``codes``; its last column, the page number, is left to whoever
    sets the pages.
    """

    stamp: Stamp
    kind: str
    title: str
    map: MapView
    map_alt: str
    lines_title: str
    lines: tuple[str, ...]
    contents_title: str
    contents: Table
    codes: tuple[str, ...]
    reading: str
    documents_title: str
    documents: tuple[BookletDocument, ...]
    page: str
    back: str
    foot: tuple[str, ...]
    document: str
    author: str


def build_booklet_cover(occasion: Occasion) -> BookletCover:
    """Return cover and end of the booklet of all districts at the occasion's month."""
    held = occasion.of("")
    words, atlas, stamp = held.reader.words, held.atlas, build_stamp(held)
    view = build_map(atlas, held.state.with_(indikator="cakupan", basis="cetak"), held.reader)
    province, handouts = build_province(atlas, held.reader), tuple(build_handout(held.of(d.code)) for d in atlas.districts)
    notes = province.note.sources if province.note else ()
    said = "; ".join(mark.spoken for mark in view.marks)
    return BookletCover(
        stamp=stamp, kind=words("ringkas.booklet_kind"), title=words("ringkas.cover.title", place=stamp.place), map=view,
        map_alt=words("ringkas.cover.map_alt", place=stamp.place, list=said), lines_title=province.title, lines=province.lines,
        contents_title=words("ringkas.cover.contents", count=len(handouts)), contents=_contents(view, handouts, held),
        codes=tuple(d.code for d in atlas.districts), reading=words("ringkas.cover.reading"), documents_title=words("ringkas.cover.sources"),
        documents=_documents(notes, handouts, held), page=words("ringkas.cover.page"), back=words("ringkas.cover.back"), foot=foot_of(stamp, words),
        document=words("ringkas.booklet", place=stamp.place, as_of=stamp.as_of), author=words("ringkas.author"),
    )


def _contents(view: MapView, handouts: tuple[Handout, ...], occasion: Occasion) -> Table:
    words, none = occasion.reader.words, occasion.reader.words("shared.none")
    columns = tuple(words(f"ringkas.cover.{name}") for name in ("place", "value", "date", "missing", "page_short"))
    rows = []
    for mark, handout in zip(view.marks, handouts, strict=True):
        value = " ".join(filter(None, (mark.value, mark.letter, mark.mark))) or none
        need = handout.plan.need
        missing = f"{people(need.missing, occasion.reader)} {BASIS_LETTERS[handout.plan.plan.base.basis]}" if isinstance(need, Need) else none
        rows.append(Row((occasion.atlas.district_by_code[handout.code].name_short, value, mark.date or none, missing, "")))
    return Table(columns, tuple(rows), (1, 3, 4))


def _documents(first: Iterable[SourceNote], handouts: tuple[Handout, ...], occasion: Occasion) -> tuple[BookletDocument, ...]:
    """Return every document once: the province's own, then each district's in the order of the pages."""
    atlas, words = occasion.atlas, occasion.reader.words
    found = {note.source_id: note for note in first}
    users: dict[str, list[str]] = {}
    for handout in handouts:
        for held in handout.sources:
            found.setdefault(held.source.source_id, held.source)
            users.setdefault(held.source.source_id, []).append(atlas.district_by_code[handout.code].name_short)
    documents = []
    for number, (key, note) in enumerate(found.items(), 1):
        names = users.get(key, [words("bahan.province")])
        used = words("ringkas.cover.used_by_all") if len(names) == len(handouts) else words("ringkas.cover.used", places=", ".join(names))
        documents.append(BookletDocument(number, key, note.publisher, f"{note.title}, {note.published}", note.url, openable(note.url), used))
    return tuple(documents)
