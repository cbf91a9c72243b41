"""The steps of one district, newest first; what was done is told apart from what was only planned."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.records import Milestone
from petaucj.text.dates import iso_name
from petaucj.views.daerah_notes import NoteList, NumberedNote, TableView, build_note_list, build_source_only
from petaucj.views.phrases import Reader


@dataclass(frozen=True, slots=True)
class MilestonesView:
    """The steps: a sentence that counts them, the table newest first, and what stands behind it."""

    title: str
    sentence: str
    table: TableView
    notes: NoteList | None


def build_milestones(atlas: Atlas, code: str, reader: Reader) -> MilestonesView:
    """Return the dated steps of a district."""
    words = reader.words
    steps = sorted((m for m in atlas.milestones if m.area_code == code), key=lambda m: m.date, reverse=True)
    done = sum(m.status == "done" for m in steps)
    key = "empty" if not steps else "count" if done < len(steps) else "all_done"
    sentence = words(f"daerah.milestones.{key}", done=done, other=len(steps) - done)
    columns = tuple(words(f"daerah.column.{name}") for name in ("row", "date", "kind", "step", "status"))
    rows = tuple((str(i), iso_name(m.date, reader.language), words(f"daerah.kind.{m.kind}"), m.title.of(reader.language), _status(m, reader))
                 for i, m in enumerate(steps, 1))
    notes = (NumberedNote(i, f"{iso_name(m.date, reader.language)}: {m.title.of(reader.language)}",
                          build_source_only(atlas, m.source_id, m.note, reader)) for i, m in enumerate(steps, 1))
    return MilestonesView(words("daerah.milestones.title"), sentence, TableView(columns, rows), build_note_list(notes, reader))


def _status(step: Milestone, reader: Reader) -> str:
    sign = "●" if step.status == "done" else "○"
    return f"{sign} {reader.words(f'daerah.milestone_status.{step.status}')}"
