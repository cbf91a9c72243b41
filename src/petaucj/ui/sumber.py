"""The room Sumber: its heading, the choice of section and district, and the sections."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from petaucj.text.dates import day_name
from petaucj.ui.address import bound, change_address
from petaucj.ui.controls import choose_month
from petaucj.ui.evidence import evidence_text, source_text
from petaucj.ui.memory import atlas
from petaucj.ui.plain import plain
from petaucj.ui.sumber_cases import show_cases
from petaucj.ui.sumber_data import area_sources, computed_conflicts, corrections, rates, uses
from petaucj.ui.sumber_downloads import show_downloads
from petaucj.ui.sumber_text import cell_text, show_folded, show_grid
from petaucj.views.phrases import Reader
from petaucj.views.state import SECTIONS, ViewState
from petaucj.views.sumber_ages import build_ages
from petaucj.views.sumber_conflicts import ConflictGroup, WrittenConflict, build_conflicts_view
from petaucj.views.sumber_methods import Chapter, DatedTable, build_methods
from petaucj.views.sumber_sources import SourceEntry, build_sources_view

# A line of prose longer than this is hard to read on a projector (pixels).
PROSE_WIDTH = 920


def show_heading(reader: Reader) -> None:
    """Show the name of the room and what it holds."""
    held, words = atlas(), reader.words
    told = words("sumber.lead", sources=len(held.sources), conflicts=len(held.conflicts), number=held.release_number, hash=held.release_hash,
                 date=day_name(date.fromisoformat(held.release_date), reader.language))
    st.markdown(f"### {plain(words('sumber.title'))}\n{plain(told)}")


def show_controls(state: ViewState, reader: Reader) -> None:
    """Show the choice of section and what the section can be narrowed by; a new choice starts at the first page."""
    section, district, month = st.columns([46, 22, 32], vertical_alignment="bottom")
    with section:
        st.segmented_control(reader.words("sumber.control.bagian"), SECTIONS, required=True, wrap=True,
                             format_func=lambda slug: reader.words(f"sumber.bagian.{slug}"), **_from_first_page("bagian", state.bagian))
    if state.bagian in ("sumber", "pertentangan", "umur"):
        with district:
            _choose_district(state, reader)
    if state.bagian == "umur":
        with month:
            choose_month(state, reader)


def _choose_district(state: ViewState, reader: Reader) -> None:
    names = {"": reader.words("sumber.control.all")} | {district.code: district.name for district in atlas().districts}
    st.selectbox(reader.words("sumber.control.daerah"), list(names), format_func=names.__getitem__, **_from_first_page("daerah", state.daerah))


def _from_first_page(parameter: str, value: object) -> dict[str, object]:
    tied = bound(parameter, value)

    def take() -> None:
        change_address(**{parameter: st.session_state[tied["key"]], "halaman": 1})

    return tied | {"on_change": take}


def show_section(state: ViewState, reader: Reader) -> None:
    """Show the chosen section; only that one travels to the browser."""
    sections: dict[str, Callable[[ViewState, Reader], None]] = {
        "sumber": _show_sources, "pertentangan": _show_conflicts, "umur": _show_ages, "unduh": show_downloads, "metode": _show_methods,
    }
    sections[state.bagian](state, reader)


def _show_sources(state: ViewState, reader: Reader) -> None:
    view = build_sources_view(atlas(), state, uses(), area_sources(state.daerah), reader)
    st.markdown(plain(view.summary))
    st.caption("  \n".join(plain(remark) for remark in view.remarks))
    if view.pages > 1:
        st.segmented_control(reader.words("sumber.control.halaman"), list(range(1, view.pages + 1)), required=True, wrap=True,
                             **bound("halaman", view.page))
        st.markdown(f"**{plain(view.told)}**")
    st.markdown("\n".join(_entry_text(entry, reader) for entry in view.entries))


def _entry_text(entry: SourceEntry, reader: Reader) -> str:
    return "  \n  ".join([source_text(entry.note, reader), f"{plain(entry.rights)}. {plain(entry.uses)}"])


def _show_conflicts(state: ViewState, reader: Reader) -> None:
    view, words = build_conflicts_view(atlas(), computed_conflicts(), state.daerah, reader), reader.words
    st.markdown(f"{plain(view.summary)}\n\n#### {plain(words('sumber.conflicts.computed_title'))}")
    for finding in view.findings:
        st.markdown(f"##### {plain(finding.title)}\n{plain(finding.explanation)}")
        if finding.listed:
            st.markdown("\n".join(f"- **{cell_text(name)}**: {cell_text(chain)}" for name, chain in finding.grid.rows))
        else:
            show_grid(finding.grid, finding.title)
    written = [_group_text(group) for group in view.groups] or [plain(words("sumber.conflicts.written_none"))]
    st.markdown("\n\n".join([f"#### {plain(words('sumber.conflicts.written_title'))}", *written]))


def _group_text(group: ConflictGroup) -> str:
    return f"**{plain(group.title)}**\n\n" + "\n".join(_conflict_text(conflict) for conflict in group.conflicts)


def _conflict_text(conflict: WrittenConflict) -> str:
    return f"- *{plain(conflict.kind)}*: {plain(conflict.summary)} ({cell_text(conflict.sources)})"


def _show_ages(state: ViewState, reader: Reader) -> None:
    view = build_ages(atlas(), state.daerah, reader)
    st.markdown(plain(view.summary))
    show_grid(view.grid, view.summary)
    st.caption(plain(view.explanation))
    show_folded(reader.words("sumber.ages.notes"), "bukti-umur",
                lambda: st.markdown("\n\n".join(f"**{plain(name)}**\n\n{evidence_text(note, reader)}" for name, note in view.notes)))


def _show_methods(state: ViewState, reader: Reader) -> None:
    view = build_methods(atlas(), rates(), corrections(), reader)
    with st.container(width=PROSE_WIDTH):
        st.markdown("\n\n".join([plain(view.intro), *map(_chapter_text, view.chapters)]))
    for table in view.tables:
        st.markdown(f"#### {plain(table.title)}\n{plain(table.text)}")
        if table.grid.rows:
            show_folded(table.label, table.key, partial(_show_table, table))
    show_cases(reader, PROSE_WIDTH)


def _show_table(table: DatedTable) -> None:
    show_grid(table.grid, table.title)
    st.markdown("\n".join(f"{i}. {plain(note)}" for i, note in enumerate(table.notes, 1)))


def _chapter_text(chapter: Chapter) -> str:
    parts = [f"#### {plain(chapter.title)}", *map(plain, chapter.paragraphs)]
    if chapter.items:
        parts.append("\n".join(f"- {plain(item)}" for item in chapter.items))
    return "\n\n".join(parts)
