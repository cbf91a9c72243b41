"""The lines of the page that stand only on paper: the choices at its head, release, day and address at its foot."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from petaucj.data.settings import today as day_of_today
from petaucj.ui.address import read_address
from petaucj.ui.component import mount
from petaucj.ui.frame import page_address, reader_of
from petaucj.ui.memory import atlas
from petaucj.ui.plain import plain
from petaucj.ui.plan_desk import plan_of
from petaucj.views.print_lines import PrintLines, build_print_lines


def show_print_head(current: StreamlitPage) -> None:
    """Put the chosen values in words, where the paper has no controls."""
    with st.container(key="cetak-pilihan"):
        st.markdown(plain(_lines(current).head))


def show_print_foot(current: StreamlitPage) -> None:
    """Put release, day and address below everything, and prepare the pictures when the visitor prints."""
    state, _ = read_address()
    mount("print.js", "cetak-kaki", {"lines": list(_lines(current).foot), "lang": state.bahasa})


def _lines(current: StreamlitPage) -> PrintLines:
    state, _ = read_address()
    reader = reader_of(state)
    room = current.url_path or "peta"
    plan = plan_of(state, reader) if room == "rencana" and state.daerah else None
    return build_print_lines(atlas(), room, state, reader, day_of_today(), page_address(state), plan)
