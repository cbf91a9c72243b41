"""The parts of the room Peta."""

from __future__ import annotations

import streamlit as st

from petaucj.draw.calendar import draw_calendar
from petaucj.draw.gauge import draw_gauge
from petaucj.ui.controls import choose_basis, choose_district, choose_indicator, choose_month, choose_regime, choose_second_month
from petaucj.ui.evidence import show_evidence
from petaucj.ui.figures import choose_tile, show_svg
from petaucj.ui.map import choose_on_map
from petaucj.ui.memory import atlas
from petaucj.ui.plain import plain
from petaucj.views.calendar import build_calendar
from petaucj.views.map import MapView
from petaucj.views.peta import build_map, build_table
from petaucj.views.phrases import Reader
from petaucj.views.standing import build_standing
from petaucj.views.state import ViewState

MAP_HEIGHT = 560


def show_controls(state: ViewState, reader: Reader) -> None:
    """Show the row of controls."""
    indicator, basis, month, compare, district = st.columns([1.5, 3.4, 2.2, 1.3, 1.6], vertical_alignment="bottom")
    with indicator:
        choose_indicator(state, reader)
    with basis:
        if state.indikator in ("cakupan",):
            choose_basis(state, reader)
        elif state.indikator == "kesenjangan":
            choose_regime(state, reader, ("rpjmn", "province", "rkp", "rpjpn", "district"))
    with month:
        choose_month(state, reader)
    with compare:
        choose_second_month(state, reader)
    with district:
        choose_district(state, reader)


def show_map(view: MapView, reader: Reader, key: str, height: int = MAP_HEIGHT) -> None:
    """Show a map under its title and sentence."""
    st.markdown(f"**{plain(view.title)}**")
    choose_on_map(view, reader.words("peta.attribution"), reader.words("peta.fault"), key, height)


def show_body(state: ViewState, reader: Reader) -> None:
    """Show map, tiles and the chosen district side by side; with a second month, two maps and their difference."""
    held = atlas()
    view = build_map(held, state, reader)
    left, middle, right = st.columns([33, 21, 46], gap="medium")
    with left:
        show_map(view, reader, "peta")
    with middle:
        _show_tiles(view, state, reader)
    with right:
        if state.daerah:
            show_district(state, reader)
        else:
            st.markdown(plain(view.sentence))
            st.caption(reader.words("peta.choose"))
    _show_table(view, reader)


def _show_tiles(view: MapView, state: ViewState, reader: Reader) -> None:
    st.markdown(reader.words("peta.tiles_head"))
    choose_tile(view, reader.words("peta.tiles_label"), "petak")


def show_district(state: ViewState, reader: Reader) -> None:
    """Show the chosen district: verdict, warning, gauge, who pays, sources."""
    held = atlas()
    standing = build_standing(held, state, state.daerah, reader)
    st.markdown(f"## {plain(standing.title)}\n{plain(standing.meta)}\n\n> {standing.verdict}")
    if standing.warnings:
        st.caption("  \n".join(f":primary[{plain(warning)}]" for warning in standing.warnings))
    gauge, beside = st.columns([62, 38], vertical_alignment="center")
    with gauge:
        show_svg(draw_gauge(standing.gauge), standing.gauge.alt, "alat-ukur", reader.language)
    with beside:
        if standing.headline:
            st.markdown(f"**{plain(standing.headline)}**  \n{plain(standing.detail)}")
        for i, note in enumerate(standing.notes):
            show_evidence(note, reader, f"bukti-{i}")
    _show_calendar(state, reader)


def _show_calendar(state: ViewState, reader: Reader) -> None:
    view = build_calendar(atlas(), state.daerah, reader)
    st.markdown(f"**{plain(view.title)}**")
    if not view.rows:
        st.caption(plain(view.alt))
        return
    show_svg(draw_calendar(view), view.alt, "kalender", reader.language)
    with st.container(horizontal=True, vertical_alignment="center"):
        if view.note:
            st.caption(plain(view.note))
        if view.evidence:
            show_evidence(view.evidence, reader, "bukti-kalender")


def _show_table(view: MapView, reader: Reader) -> None:
    table = build_table(atlas(), view, reader)
    with st.expander(reader.words("peta.table_open")):
        st.markdown(markdown_table(table.columns, table.rows))


def markdown_table(columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    """Return a Markdown table; the words are shown as they are."""
    head = "| " + " | ".join(plain(c) for c in columns) + " |\n|" + " --- |" * len(columns)
    return head + "".join("\n| " + " | ".join(plain(cell) for cell in row) + " |" for row in rows)
