"""Tables of a section, and the one click that opens what stands behind their rows."""

from __future__ import annotations

import streamlit as st

from petaucj.ui.evidence import source_text
from petaucj.ui.plain import link, plain
from petaucj.views.daerah_notes import NoteList, NumberedNote, TableView
from petaucj.views.evidence import SourceNote
from petaucj.views.phrases import Reader


def table_text(table: TableView) -> str:
    """Return a Markdown table; the words are shown as they are."""
    head = "| " + " | ".join(plain(c) for c in table.columns) + " |\n|" + " --- |" * len(table.columns)
    return head + "".join("\n| " + " | ".join(plain(cell) for cell in row) + " |" for row in table.rows)


def show_notes(held: NoteList | None, reader: Reader, key: str) -> None:
    """Show one click that opens, number by number, date, definition, sources and conflicts; they travel only once it is open."""
    if not held:
        return
    click = st.popover(held.label, key=key, on_change="rerun")
    if click.open:
        with click:
            st.markdown(notes_text(held, reader))


def show_folded(label: str, table: TableView, held: NoteList | None, reader: Reader, key: str) -> None:
    """Show one click that opens a table and, below it, what stands behind each of its rows."""
    fold = st.expander(label, key=key, on_change="rerun")
    if fold.open:
        with fold:
            st.markdown("\n\n".join(part for part in (table_text(table), notes_text(held, reader) if held else "") if part))


def notes_text(held: NoteList, reader: Reader) -> str:
    """Return the Markdown behind a table; a source is told in full once, then by its name and the number it stands under."""
    told: dict[str, int] = {}
    return "\n\n".join(_one(numbered, told, reader) for numbered in held.notes)


def _one(numbered: NumberedNote, told: dict[str, int], reader: Reader) -> str:
    note = numbered.note
    parts = [f"**{numbered.number}. {plain(numbered.title)}**"]
    if note.lines:
        parts.append("  \n".join(plain(line) for line in note.lines))
    if note.conflicts:
        parts.append(f"*{plain(reader.words('shared.evidence.conflicts'))}*\n\n" + "\n".join(f"- {plain(line)}" for line in note.conflicts))
    if note.sources:
        parts.append("\n".join(_source(source, numbered.number, told, reader) for source in note.sources))
    return "\n\n".join(parts)


def _source(source: SourceNote, number: int, told: dict[str, int], reader: Reader) -> str:
    if told.setdefault(source.source_id, number) == number:
        return source_text(source, reader)
    again = reader.words("daerah.notes.again", number=told[source.source_id])
    tail = f" {plain(source.note)}" if source.note else ""
    return f"- {link(source.publisher, source.url)} ({plain(again)}).{tail}"
