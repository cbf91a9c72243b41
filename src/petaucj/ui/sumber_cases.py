"""The chapter of worked cases on the method page; they are worked out once a server, on the first look."""

from __future__ import annotations

import re
from functools import cache, partial

import streamlit as st

from petaucj.data.worked_cases import read_cases
from petaucj.share.worked_cases import checked_cases
from petaucj.text.numbers import NBSP
from petaucj.ui.memory import book
from petaucj.ui.plain import plain
from petaucj.ui.sumber_text import cell_text, show_folded
from petaucj.views.phrases import Reader
from petaucj.views.sumber import Grid
from petaucj.views.sumber_cases import CaseEntry, CaseGroup, CheckedCase, build_cases


@cache
def cases() -> tuple[CheckedCase, ...]:
    """Return every worked case, held against the running program."""
    return checked_cases(read_cases(), book())


def show_cases(reader: Reader, width: int) -> None:
    """Show what the cases are and whether they hold; each topic opens on a click. ``width`` is that of prose, in pixels."""
    view = build_cases(cases(), reader)
    with st.container(width=width):
        st.markdown("\n\n".join([f"#### {plain(view.title)}", *map(plain, view.paragraphs)]))
    for group in view.groups:
        show_folded(group.label, group.key, partial(_show_group, group))


def _show_group(group: CaseGroup) -> None:
    """Show all cases of a topic as one element: a table element for each would triple what travels."""
    st.markdown("\n\n".join(map(_entry_text, group.entries)))


def _entry_text(entry: CaseEntry) -> str:
    """Return heading, verdict, arithmetic and the table of results; every line of the file stays a line."""
    verdict = plain(entry.verdict) if entry.agrees else f"**{plain(entry.verdict)}**"
    lines = "  \n".join(map(_line_text, filter(None, entry.lines)))
    return "\n\n".join(filter(None, [f"##### {plain(entry.title)}", verdict, lines, _table_text(entry.grid)]))


def _table_text(grid: Grid) -> str:
    """Return a Markdown table; nothing when it has no rows."""
    rows = [tuple(map(plain, grid.columns)), ("---",) * len(grid.columns), *(tuple(map(cell_text, row)) for row in grid.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) if grid.rows else ""


def _line_text(line: str) -> str:
    """Return a line with its indent; "1." stays a number and begins no list of Markdown's own."""
    words = line.lstrip()
    return NBSP * (len(line) - len(words)) + re.sub(r"^(\d+)\. ", r"\1\. ", plain(words))
