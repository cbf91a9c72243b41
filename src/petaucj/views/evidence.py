"""Where a number comes from: its sources, date, definition and conflicts, one click away from it."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.records import CoverageFact, Evidence, Source
from petaucj.text.dates import iso_name
from petaucj.views.phrases import Reader, as_of_name, basis_name, people, percent, rests_on


@dataclass(frozen=True, slots=True)
class SourceNote:
    """One source in the reader's words; ``url`` is its address, ``note`` our remark on what it says.

    ``dated`` is the ISO date it was published, else of what it reports on, as precise as it is known; "" without one.
    """

    source_id: str
    publisher: str
    title: str
    url: str
    published: str
    accessed: str
    trust: str
    trust_note: str
    read_as: str
    note: str
    dated: str = ""


@dataclass(frozen=True, slots=True)
class FigureNote:
    """What stands behind one number: label of the click, lines that define it, sources, conflicts."""

    label: str
    lines: tuple[str, ...]
    sources: tuple[SourceNote, ...]
    conflicts: tuple[str, ...]


def build_source_note(source: Source, note: str, reader: Reader) -> SourceNote:
    """Return one source with our remark on this number."""
    words = reader.words
    title = source.title or (words("shared.source.title_from_address", title=source.title_from_address)
                             if source.title_from_address else words("shared.source.no_title"))
    published = iso_name(source.published_on, reader.language)
    if not published and source.event_date:
        published = words("shared.source.event", date=iso_name(source.event_date, reader.language))
    return SourceNote(
        source.source_id, source.publisher, title, source.url, published or words("shared.source.unpublished"),
        iso_name(source.accessed_on, reader.language), words(f"shared.trust.{source.trust}"),
        source.trust_note.of(reader.language), source.read_as.of(reader.language), note,
        source.published_on or source.event_date,
    )


def build_sources(atlas: Atlas, evidence: tuple[Evidence, ...], reader: Reader) -> tuple[SourceNote, ...]:
    """Return the sources of one statement, in the order of the seeds."""
    return tuple(build_source_note(atlas.sources[piece.source_id], piece.note.of(reader.language), reader) for piece in evidence)


def build_conflicts(atlas: Atlas, conflict_ids: tuple[str, ...], reader: Reader) -> tuple[str, ...]:
    """Return the conflicts that touch a statement, in words."""
    return tuple(atlas.conflict_by_id[key].summary.of(reader.language) for key in conflict_ids)


def figure_label(sources: int, conflicts: int, reader: Reader) -> str:
    """Return the label of the click: "Sumber (2) · 1 pertentangan"."""
    words = reader.words
    label = words("shared.evidence.label", count=sources)
    return label + words("shared.evidence.with_conflicts", count=conflicts) if conflicts else label


def build_coverage_note(atlas: Atlas, fact: CoverageFact, reader: Reader) -> FigureNote:
    """Return what stands behind one coverage statement."""
    words = reader.words
    lines = [words("shared.evidence.as_of", date=as_of_name(fact.as_of, reader), rests_on=rests_on(fact.as_of, reader))]
    if fact.pct_printed is not None:
        lines.append(words("shared.evidence.printed", percent=percent(fact.pct_printed, reader)))
    if fact.active is not None:
        lines.append(words("shared.evidence.active", people=people(fact.active, reader)))
    if fact.denominator:
        told = {"people": people(fact.denominator, reader)}
        lines.append(words("shared.evidence.denominator", wording=fact.denominator_wording, **told) if fact.denominator_wording
                     else words("shared.evidence.denominator_unnamed", **told))
    lines.append(words(f"shared.evidence.basis_{fact.basis_status}", letter=fact.letter, basis=basis_name(fact.basis, reader),
                       reason=fact.basis_reason.of(reader.language)))
    if fact.evidence[0].wording:
        lines.append(words("shared.evidence.wording", wording=fact.evidence[0].wording))
    if fact.status == "derived":
        lines.append(words("shared.evidence.derived"))
    sources = build_sources(atlas, fact.evidence, reader)
    conflicts = build_conflicts(atlas, fact.conflict_ids, reader)
    return FigureNote(figure_label(len(sources), len(conflicts), reader), tuple(lines), sources, conflicts)


def merged_note(notes: tuple[FigureNote, ...], reader: Reader) -> FigureNote:
    """Return several notes as one: their lines one after another, each source and conflict once."""
    sources = tuple(dict.fromkeys(source for note in notes for source in note.sources))
    conflicts = tuple(dict.fromkeys(line for note in notes for line in note.conflicts))
    lines = tuple(line for note in notes for line in note.lines)
    return FigureNote(figure_label(len(sources), len(conflicts), reader), lines, sources, conflicts)
