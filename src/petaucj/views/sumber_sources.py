"""The list of every source: who published it, when it was read, how far it is trusted, what rests on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.records import Source
from petaucj.text.numbers import number
from petaucj.views.evidence import SourceNote, build_source_note
from petaucj.views.phrases import Reader, listed
from petaucj.views.state import ViewState

PAGE_SIZE = 25
TRUST_ORDER = ("high", "medium_high", "medium", "low_medium", "low")


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source with its rights in words and what rests on it."""

    note: SourceNote
    rights: str
    uses: str


@dataclass(frozen=True, slots=True)
class SourcesView:
    """One page of sources: ``summary`` and ``remarks`` above it, ``page`` of ``pages``, ``told`` which ones are shown."""

    summary: str
    remarks: tuple[str, ...]
    told: str
    entries: tuple[SourceEntry, ...]
    page: int
    pages: int


def build_sources_view(
    atlas: Atlas, state: ViewState, uses: Mapping[str, Mapping[str, int]], of_area: frozenset[str], reader: Reader,
) -> SourcesView:
    """Return the chosen page of all sources, or of those a chosen district's statements rest on.

    Parameters
    ----------
    uses : statements of each table by source, as ``domain.uses`` counts them.
    of_area : the sources of the chosen district; not read when none is chosen.
    """
    words = reader.words
    chosen = [s for s in atlas.sources.values() if not state.daerah or s.source_id in of_area]
    chosen.sort(key=lambda s: (s.publisher.casefold(), s.published_on or s.event_date, s.source_id))
    pages = max(1, -(-len(chosen) // PAGE_SIZE))
    page = min(state.halaman, pages)
    shown = chosen[(page - 1) * PAGE_SIZE:page * PAGE_SIZE]
    entries = tuple(_entry(source, uses.get(source.source_id, {}), reader) for source in shown)
    remarks = [words("sumber.sources.trust_meaning"), words("sumber.sources.rights")]
    if page != state.halaman:
        remarks.insert(0, words("sumber.sources.no_such_page", wanted=state.halaman, last=pages))
    return SourcesView(_summary(atlas, chosen, state, reader), tuple(remarks), _told(chosen, page, pages, reader), entries, page, pages)


def _summary(atlas: Atlas, chosen: list[Source], state: ViewState, reader: Reader) -> str:
    counts = Counter(source.trust for source in chosen)
    levels = listed([f"{counts[level]} {reader.words(f'shared.trust.{level}')}" for level in TRUST_ORDER if counts[level]], reader)
    if not chosen:
        return reader.words("sumber.sources.none", district=atlas.district_by_code[state.daerah].name)
    if state.daerah:
        return reader.words("sumber.sources.summary_area", count=len(chosen), total=len(atlas.sources), levels=levels,
                            district=atlas.district_by_code[state.daerah].name)
    return reader.words("sumber.sources.summary", count=len(chosen), levels=levels)


def _told(chosen: list[Source], page: int, pages: int, reader: Reader) -> str:
    if pages == 1:
        return ""
    first = (page - 1) * PAGE_SIZE + 1
    return reader.words("sumber.sources.told", first=first, last=min(page * PAGE_SIZE, len(chosen)), total=len(chosen))


def _entry(source: Source, uses: Mapping[str, int], reader: Reader) -> SourceEntry:
    key = f"sumber.rights.{source.licence}"
    rights = reader.words(key) if reader.words.has(key) else reader.words("sumber.rights.other", licence=source.licence)
    return SourceEntry(build_source_note(source, "", reader), rights, _uses(uses, reader))


def _uses(uses: Mapping[str, int], reader: Reader) -> str:
    if not uses:
        return reader.words("sumber.use.none")
    parts = [reader.words(f"sumber.use.{table}", count=number(count, reader.language)) for table, count in uses.items()]
    return reader.words("sumber.use.rests", total=number(sum(uses.values()), reader.language), parts=listed(parts, reader))
