"""Tables with one row marked, and one click behind a whole table."""

from __future__ import annotations

import streamlit as st

from petaucj.ui.evidence import evidence_text
from petaucj.ui.plain import plain
from petaucj.views.banding import NamedNotes, Row, Table
from petaucj.views.phrases import Reader


def table_text(table: Table, last: Row | None = None) -> str:
    """Return a Markdown table, the marked row in bold; ``last`` stands apart at its end, in italics."""
    rules = (" ---: |" if i in table.right else " --- |" for i in range(len(table.columns)))
    lines = ["| " + " | ".join(map(plain, table.columns)) + " |", "|" + "".join(rules)]
    lines += [_row_text(row, "**" if row.chosen else "") for row in table.rows]
    if last:
        lines.append(_row_text(last, "*"))
    return "\n".join(lines)


def _row_text(row: Row, mark: str) -> str:
    return "| " + " | ".join(f"{mark}{plain(cell)}{mark}" if cell else "" for cell in row.cells) + " |"


def show_folded_table(label: str, table: Table, key: str) -> None:
    """Show a table behind a click; it travels only once open."""
    fold = st.expander(label, key=key, on_change="rerun")
    if fold.open:
        with fold:
            st.markdown(table_text(table))


def show_notes(held: NamedNotes | None, reader: Reader, key: str) -> None:
    """Show one click that opens what stands behind several numbers, each under its name; it travels only once open."""
    if held is None:
        return
    click = st.popover(held.label, key=key, on_change="rerun")
    if click.open:
        with click:
            st.markdown("\n\n".join(f"**{plain(name)}**\n\n{evidence_text(note, reader)}" for name, note in held.notes))
