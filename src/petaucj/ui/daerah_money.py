"""The room Daerah: who pays, until which month, and what was paid out."""

from __future__ import annotations

import streamlit as st

from petaucj.draw.calendar import draw_calendar
from petaucj.draw.plotly_funding import draw_plotly_funding
from petaucj.ui.address import bound
from petaucj.ui.daerah_notes import show_notes, table_text
from petaucj.ui.daerah_pictures import show_plotly
from petaucj.ui.figures import show_svg
from petaucj.ui.memory import atlas
from petaucj.ui.plain import plain
from petaucj.views.calendar import build_calendar
from petaucj.views.daerah_benefits import PairView, build_benefits
from petaucj.views.daerah_funding import FundingView
from petaucj.views.phrases import Reader
from petaucj.views.state import STATUSES, ViewState


def show_who_pays(view: FundingView, state: ViewState, reader: Reader) -> None:
    """Show who pays in the chosen year: in which months and until when, and for how many people."""
    _choose_year_and_status(view, state, reader)
    _show_calendar(view, state, reader)
    st.markdown(f"#### {plain(view.title)}")
    if view.bars:
        show_plotly(lambda theme: draw_plotly_funding(view, theme, reader.language), view.alt, "sumber-dana")
    else:
        st.markdown(plain(view.empty))
    st.caption("  \n".join(plain(line) for line in (*view.sums, view.rule)))


def _choose_year_and_status(view: FundingView, state: ViewState, reader: Reader) -> None:
    words = reader.words
    with st.container(horizontal=True, key="tahun-status"):
        st.segmented_control(words("daerah.control.tahun"), list(view.years), required=True, format_func=str, **bound("tahun", view.year))
        st.segmented_control(words("daerah.control.status"), list(STATUSES), required=True,
                             format_func=lambda slug: words(f"shared.status.{STATUSES[slug]}"), **bound("status", state.status))


def _show_calendar(funding: FundingView, state: ViewState, reader: Reader) -> None:
    view = build_calendar(atlas(), state.daerah, reader, funding.year)
    st.markdown(f"#### {plain(view.title)}")
    if not view.rows:
        st.markdown(plain(view.alt))
        return
    show_svg(draw_calendar(view), view.alt, "kalender", reader.language)
    # The picture writes out the last end only; worker-months stand below, fund by fund.
    said = ["; ".join(end.lines) + "." for end in view.ends[:-1]]
    if view.ends:
        said.append(reader.words("daerah.calendar.ended"))
    if said:
        st.caption("  \n".join(map(plain, said)))


def show_statements(view: FundingView, reader: Reader) -> None:
    """Show every funding statement of the year, whatever its status, and those without a year."""
    if view.table.rows:
        st.markdown(f"#### {plain(view.table_title)}\n{table_text(view.table)}")
        show_notes(view.notes, reader, "bukti-dana")


def show_benefits(state: ViewState, reader: Reader) -> None:
    """Show what was paid out, beside what was paid in where both are known for one period and one group."""
    view = build_benefits(atlas(), state.daerah, reader)
    st.markdown(f"#### {plain(view.title)}")
    for pair in view.pairs:
        _show_pair(pair)
    if view.sentences:
        st.markdown("  \n".join(map(plain, view.sentences)))
    if view.table.rows:
        st.markdown(table_text(view.table))
        show_notes(view.notes, reader, "bukti-manfaat")


def _show_pair(pair: PairView) -> None:
    st.markdown(plain(pair.head))
    for column, (figure, says) in zip(st.columns(len(pair.figures)), pair.figures, strict=True):
        column.markdown(f"#### {plain(figure)}\n{plain(says)}")
    st.caption(plain(pair.caveat))
