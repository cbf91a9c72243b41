"""The room Daerah: the trend, the steps taken and planned, and what is not yet protected."""

from __future__ import annotations

import streamlit as st

from petaucj.draw.plotly_trend import draw_plotly_trend
from petaucj.ui.daerah_notes import show_folded, show_notes, table_text
from petaucj.ui.daerah_pictures import show_plotly
from petaucj.ui.memory import atlas
from petaucj.ui.plain import plain
from petaucj.views.daerah_milestones import build_milestones
from petaucj.views.daerah_trend import TrendView
from petaucj.views.daerah_unprotected import build_unprotected
from petaucj.views.phrases import Reader
from petaucj.views.state import ViewState


def show_trend(view: TrendView, reader: Reader) -> None:
    """Show the trend, what interrupts it, and what has no place in it."""
    st.markdown(f"#### {plain(view.title)}")
    if view.series:
        show_plotly(lambda theme: draw_plotly_trend(view, theme, reader.language), view.alt, "tren")
    said = (*view.sentences, *view.beside)
    if said:
        st.caption("  \n".join(map(plain, said)))


def show_figures(view: TrendView, reader: Reader) -> None:
    """Show one click that opens every coverage figure of the district with what stands behind it."""
    if view.notes:
        show_folded(reader.words("daerah.trend.open", label=view.notes.label), view.table, view.notes, reader, "semua-cakupan")


def show_milestones(state: ViewState, reader: Reader) -> None:
    """Show the steps, newest first."""
    view = build_milestones(atlas(), state.daerah, reader)
    st.markdown(f"#### {plain(view.title)}\n{plain(view.sentence)}")
    if view.table.rows:
        st.markdown(table_text(view.table))
        show_notes(view.notes, reader, "bukti-langkah")


def show_unprotected(state: ViewState, reader: Reader) -> None:
    """Show what is not yet protected, as far as figures tell."""
    view, words = build_unprotected(atlas(), state.daerah, reader), reader.words
    parts = [f"#### {plain(view.title)}"]
    for name, lines in (("remainders", view.remainders), ("gaps", view.gaps), ("plans", view.plans)):
        if lines:
            parts.append(f"**{plain(words(f'daerah.unprotected.head_{name}'))}**\n\n" + "\n".join(map(plain, lines)))
    parts += [plain(line) for line in (view.missing, view.caveat) if line]
    st.markdown("\n\n".join(parts))
    show_notes(view.notes, reader, "bukti-belum")
