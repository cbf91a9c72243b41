"""The section of the room Sumber that offers the open data."""

from __future__ import annotations

from functools import cache

import streamlit as st

from petaucj.data.dictionary import load_dictionary
from petaucj.data.notices import load_boundary_rights
from petaucj.ui.memory import atlas, catalogue
from petaucj.ui.plain import plain
from petaucj.ui.prefix import base_prefix
from petaucj.ui.sumber_data import open_data
from petaucj.ui.sumber_text import show_folded, show_grid
from petaucj.views.phrases import Reader
from petaucj.views.state import ViewState
from petaucj.views.sumber_downloads import DownloadsView, OfferedFile, build_downloads


@cache
def _offered() -> tuple[OfferedFile, ...]:
    """Return the files with their addresses and sizes; all of them are made here, once."""
    tables = catalogue().tables
    return tuple(OfferedFile(name, f"{base_prefix()}/data/{name}", len(make().body), _rows(name, tables)) for name, make in open_data().items())


def _rows(name: str, tables: object) -> int | None:
    table = name.removesuffix(".csv")
    return len(tables[table]) if table in tables else None


@cache
def _view(reader: Reader) -> DownloadsView:
    return build_downloads(atlas(), _offered(), load_boundary_rights().attribution, load_dictionary(), reader)


def show_downloads(state: ViewState, reader: Reader) -> None:
    """Show one click for everything, the list of files, the rights, and the meaning of every column."""
    view = _view(reader)
    st.markdown(plain(view.intro))
    st.link_button(*view.whole)
    show_grid(view.grid, view.intro)
    quoted = "\n".join(f"- {plain(line)}" for line in view.attribution)
    st.markdown("\n\n".join([*map(plain, view.remarks), quoted]))
    show_folded(view.dictionary_title, "kamus", lambda: st.markdown("\n\n".join(
        f"**{plain(table)}**\n\n" + "\n".join(f"- {plain(line)}" for line in lines) for table, lines in view.dictionary)))
