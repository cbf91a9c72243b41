"""The parts of the room Peta."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from petaucj.draw.calendar import draw_calendar
from petaucj.draw.gauge import draw_gauge
from petaucj.ui.controls import choose_basis, choose_district, choose_indicator, choose_month, choose_regime, choose_second_month
from petaucj.ui.cover_ends import show_cover_ends
from petaucj.ui.evidence import show_evidence
from petaucj.ui.figures import choose_tile, show_svg
from petaucj.ui.map import choose_on_map
from petaucj.ui.memory import atlas, last_month
from petaucj.ui.plain import plain
from petaucj.views.calendar import build_calendar
from petaucj.views.evidence import merged_note
from petaucj.views.map import MapView
from petaucj.views.peta import build_change, build_map, build_table
from petaucj.views.phrases import Reader
from petaucj.views.protected import build_protected
from petaucj.views.province import build_province
from petaucj.views.standing import StandingView, build_standing
from petaucj.views.state import FORECAST, REGIMES, ViewState

MAP_HEIGHT = 545
TWIN_HEIGHT = 460
# A map needs one regime for all districts; their own targets stand on each district's page.
MAP_REGIMES = tuple(REGIMES.values())


def show_controls(state: ViewState, reader: Reader) -> None:
    """Show the row of controls."""
    with st.container(key="kendali"):
        widths = [24, 4, 47, 14, 19] if state.indikator == FORECAST else [15, 38, 22, 14, 19]
        indicator, basis, month, compare, district = st.columns(widths, gap="small", vertical_alignment="bottom")
    with indicator:
        choose_indicator(state, reader)
    with basis:
        if state.indikator == "cakupan":
            choose_basis(state, reader)
        elif state.indikator == "kesenjangan":
            choose_regime(state, reader, MAP_REGIMES, "rpjmn")
    with month:
        choose_month(state, reader, ahead=True)
    with compare:
        choose_second_month(state, reader)
    with district:
        choose_district(state, reader)


def show_map(view: MapView, key: str, height: int = MAP_HEIGHT) -> None:
    """Show a map under its title and sentence."""
    st.markdown(f"**{plain(view.title)}**")
    with st.container(key="peta-bingkai" if height == MAP_HEIGHT else f"kembar-{key}"):
        choose_on_map(view, key, height)


def show_body(state: ViewState, reader: Reader) -> None:
    """Show map, tiles and the chosen district side by side; with a second month, two maps and their difference.

    The map may look ahead; what stands beside it speaks of the last month that can be known.
    """
    ahead = replace(reader, per=state.per or reader.per)
    known = replace(reader, per=min(ahead.per, last_month()))
    view = build_map(atlas(), state, ahead)
    if state.banding:
        _show_two_dates(view, state, ahead, known)
    else:
        _show_one_date(view, state, ahead, known)
    if state.indikator == FORECAST or not state.banding:
        # With a district beside the map the calendar waits for its click, so that one interaction stays light.
        show_cover_ends(ahead, unfolded=state.indikator == FORECAST and not (state.daerah or state.banding))
    _show_table(view, reader)


def _show_one_date(view: MapView, state: ViewState, ahead: Reader, known: Reader) -> None:
    with st.container(key="isi-terpilih" if state.daerah else "isi"):
        left, middle, right = st.columns([34, 22, 44], gap="medium")
    with left:
        show_map(view, "peta")
    with middle:
        st.markdown(known.words("peta.tiles_head"))
        choose_tile(view, known.words("peta.tiles_label"), "petak")
    with right:
        if state.daerah:
            show_district(state, known, ahead)
        else:
            show_province(view, known)


def _show_two_dates(view: MapView, state: ViewState, ahead: Reader, known: Reader) -> None:
    other = build_map(atlas(), state, replace(ahead, per=state.banding))
    chosen, compared = (view, "peta"), (other, "peta-awal")
    forward = state.banding <= ahead.per
    first, second, third = st.columns(3, gap="medium")
    for column, (shown, key) in zip((first, second), (compared, chosen) if forward else (chosen, compared), strict=True):
        with column:
            show_map(shown, key, TWIN_HEIGHT)
    with third:
        first_month, last = sorted((state.banding, ahead.per))
        change = build_change(atlas(), state, first_month, replace(ahead, per=last))
        # People have no difference here: the tiles keep the chosen month, whose legend explains both maps.
        shown = replace(view, sentence=f"{view.sentence} {change.sentence}") if state.indikator == FORECAST else change
        st.markdown(f"**{plain(shown.title)}**  \n{plain(shown.sentence)}")
        choose_tile(shown, known.words("peta.tiles_label"), "petak")
    if state.daerah:
        show_verdict(build_standing(atlas(), state, state.daerah, known), state, ahead)


def _show_protected(heading: str, state: ViewState, ahead: Reader) -> None:
    """Show how many people of the chosen district are protected in the chosen month, and what that rests on."""
    view = build_protected(atlas(), state.daerah, ahead)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="tertanggung"):
        st.markdown(f"{heading}**{plain(view.title)}**", width="content")
        if view.note:
            show_evidence(view.note, ahead, "bukti-tertanggung")
    lead = f"**{plain(view.people)}**, " if view.people else ""
    rest = f"  \n:gray[{plain(view.rest)}]" if view.rest else ""
    st.markdown(f"{lead}{plain(view.sentence)}.{rest}")


def show_province(view: MapView, reader: Reader) -> None:
    """Show what the map says, the province's own figures with their sources, and how to go on."""
    province = build_province(atlas(), reader)
    st.markdown(f"### {plain(province.title)}\n\n> {plain(view.sentence)}")
    st.markdown("\n".join(f"- {plain(line)}" for line in province.lines))
    if province.note:
        show_evidence(province.note, reader, "bukti-provinsi")
    st.markdown(f":primary[{plain(reader.words('peta.choose'))}]")


def show_district(state: ViewState, reader: Reader, ahead: Reader) -> None:
    """Show the chosen district: verdict, warning, gauge, who pays, sources."""
    # On the map of gaps the verdict speaks of the regime the map shows.
    on_map = state if state.target or state.indikator != "kesenjangan" else state.with_(target="rpjmn")
    standing = build_standing(atlas(), on_map, state.daerah, reader)
    show_verdict(standing, state, ahead)
    _show_gauge(standing, state, reader)
    _show_calendar(state, reader)


def show_verdict(standing: StandingView, state: ViewState, ahead: Reader) -> None:
    """Show who, as of when, the verdict and its warnings; on the map that looks ahead first who is protected in its month."""
    heading = f"### {plain(standing.title)}\n"
    if state.indikator == FORECAST:
        _show_protected(heading, state, ahead)
        heading = ""
    st.markdown(f"{heading}{plain(standing.meta)}\n\n> {standing.verdict}")
    if standing.warnings:
        st.markdown("  \n".join(f":primary[{plain(warning)}]" for warning in standing.warnings))


def _show_gauge(standing: StandingView, state: ViewState, reader: Reader) -> None:
    if standing.gauge.value is None:
        return
    gauge, beside = st.columns([70, 30], gap="small", vertical_alignment="center")
    with gauge:
        show_svg(draw_gauge(standing.gauge), standing.gauge.alt, "alat-ukur", reader.language)
    with beside:
        if standing.headline:
            st.markdown(f"**{plain(standing.headline)}**  \n{plain(standing.detail)}")
        if standing.notes:
            show_evidence(merged_note(standing.notes, reader), reader, "bukti-putusan")
        st.page_link("rencana.py", label=reader.words("frame.make_plan"), query_params=state.query())


def _show_calendar(state: ViewState, reader: Reader) -> None:
    view = build_calendar(atlas(), state.daerah, reader)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(f"**{plain(view.title)}**", width="content")
        if view.evidence:
            show_evidence(view.evidence, reader, "bukti-kalender")
    if not view.rows:
        st.markdown(f":gray[{plain(view.alt)}]")
        return
    show_svg(draw_calendar(view), view.alt, "kalender", reader.language)
    if view.note:
        st.markdown(f":small[:gray[{plain(view.note)}]]")


def _show_table(view: MapView, reader: Reader) -> None:
    twin = st.expander(reader.words("peta.table_open"), key="tabel-peta", on_change="rerun")
    if twin.open:
        table = build_table(atlas(), view, reader)
        with twin:
            st.markdown(markdown_table(table.columns, table.rows))


def markdown_table(columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    """Return a Markdown table; the words are shown as they are."""
    head = "| " + " | ".join(plain(c) for c in columns) + " |\n|" + " --- |" * len(columns)
    return head + "".join("\n| " + " | ".join(plain(cell) for cell in row) + " |" for row in rows)
