"""Every target that concerns one district: regime, year, value, base, legal basis, and where it is printed."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.records import Target
from petaucj.domain.targets import chosen_target, regimes_for, targets_for
from petaucj.views.daerah_notes import NoteList, NumberedNote, TableView, build_note_list, build_source_only
from petaucj.views.evidence import FigureNote
from petaucj.views.phrases import Reader, basis_short, people, percent, regime_name
from petaucj.views.state import REGIMES, ViewState


@dataclass(frozen=True, slots=True)
class TargetsView:
    """The targets as a table, the chosen one marked, and what stands behind each."""

    title: str
    table: TableView
    notes: NoteList | None


def regime_of(atlas: Atlas, state: ViewState, code: str) -> str | None:
    """Return the regime of the address if it gives the district a percentage, else None: then the first one speaks."""
    regime = REGIMES.get(state.target)
    return regime if regime in regimes_for(atlas, code) else None


def build_targets(atlas: Atlas, state: ViewState, code: str, reader: Reader) -> TargetsView:
    """Return every target that concerns a district: of the whole workforce first, then its own for a part of the workers."""
    whole = targets_for(atlas, code)
    own = tuple(t for t in atlas.targets if t.area_code == code and t.segment != "all")
    chosen = chosen_target(atlas, code, regime_of(atlas, state, code), reader.per.year)
    columns = tuple(reader.words(f"daerah.column.{name}") for name in ("row", "regime", "year", "target", "basis", "legal_basis"))
    rows = tuple(_row(i, t, chosen is not None and t.target_id == chosen.target_id, reader) for i, t in enumerate((*whole, *own), 1))
    notes = (NumberedNote(i, " ".join(row[1:4]), _note(atlas, t, reader)) for (i, t), row in zip(enumerate((*whole, *own), 1), rows, strict=True))
    return TargetsView(reader.words("daerah.targets.title", count=len(rows)), TableView(columns, rows), build_note_list(notes, reader))


def _row(number: int, target: Target, chosen: bool, reader: Reader) -> tuple[str, ...]:
    words, none = reader.words, reader.words("shared.none")
    values = [percent(target.pct_printed, reader)] if target.pct_printed is not None else []
    values += [words("shared.funding.people", people=people(target.people, reader))] if target.people is not None else []
    part = "" if target.segment == "all" else f" ({words(f'shared.segment.{target.segment}')})"
    mark = f" {words('daerah.targets.chosen')}" if chosen else ""
    return (str(number), regime_name(target.regime, reader) + part + mark, str(target.year or words("daerah.targets.no_year")),
            " · ".join(values) or none, basis_short(target.basis, reader), target.legal_basis or none)


def _note(atlas: Atlas, target: Target, reader: Reader) -> FigureNote:
    words = reader.words
    lines = [words("daerah.targets.basis", reason=target.basis_reason.of(reader.language))] if target.basis_reason.of(reader.language) else []
    lines += [words(f"daerah.targets.legal_{target.legal_basis_status}")]
    plain = build_source_only(atlas, target.source_id, target.note, reader)
    return FigureNote(plain.label, tuple(lines), plain.sources, plain.conflicts)
