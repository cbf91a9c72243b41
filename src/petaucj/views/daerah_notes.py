"""What stands behind the figures of a whole section: the numbers of a table's rows lead to their sources, one click away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.funding_records import BenefitFact, FundingFact
from petaucj.domain.records import Evidence
from petaucj.views.evidence import FigureNote, build_conflicts, build_sources, figure_label
from petaucj.views.phrases import Reader


@dataclass(frozen=True, slots=True)
class TableView:
    """A table in the reader's words: column names, rows of text."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class NumberedNote:
    """What stands behind row ``number`` of a table; ``title`` repeats what the row is about."""

    number: int
    title: str
    note: FigureNote


@dataclass(frozen=True, slots=True)
class NoteList:
    """What stands behind a whole table; ``label`` is the words of the click."""

    label: str
    notes: tuple[NumberedNote, ...]


def build_note_list(notes: Iterable[NumberedNote], reader: Reader) -> NoteList | None:
    """Return the notes of a table as one click, or None when nothing stands behind it."""
    held = tuple(notes)
    sources = {source.source_id for numbered in held for source in numbered.note.sources}
    conflicts = {line for numbered in held for line in numbered.note.conflicts}
    return NoteList(figure_label(len(sources), len(conflicts), reader), held) if held else None


def build_fact_note(atlas: Atlas, fact: FundingFact | BenefitFact, lines: Iterable[str], reader: Reader) -> FigureNote:
    """Return what stands behind a funding or benefit statement; the source's own wording is its last line."""
    told = [line for line in lines if line]
    if fact.evidence[0].wording:
        told.append(reader.words("shared.evidence.wording", wording=fact.evidence[0].wording))
    return FigureNote("", tuple(told), build_sources(atlas, fact.evidence, reader), build_conflicts(atlas, fact.conflict_ids, reader))


def build_source_only(atlas: Atlas, source_id: str, note, reader: Reader) -> FigureNote:
    """Return the note of a record that has one source and our remark on it."""
    return FigureNote("", (), build_sources(atlas, (Evidence("", source_id, "", note),), reader), ())
