"""The parts of the room Banding."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from petaucj.draw.dumbbell import draw_dumbbells
from petaucj.ui.address import bound, change_address
from petaucj.ui.controls import choose_basis, choose_district, choose_month
from petaucj.ui.evidence import show_evidence
from petaucj.ui.figures import show_svg
from petaucj.ui.memory import atlas
from petaucj.ui.notes import show_folded_table, show_notes, table_text
from petaucj.ui.plain import plain
from petaucj.views.banding import RankingView, build_ranking
from petaucj.views.banding_target import build_dumbbells, build_pace
from petaucj.views.banding_total import build_totals
from petaucj.views.phrases import Reader, regime_name
from petaucj.views.state import GROUPS, REGIMES, ViewState, group_codes

OWN = "sendiri"
PICTURE_WIDTH = 640


def show_controls(state: ViewState, reader: Reader) -> None:
    """Show basis, group, month, target and district; with an own group, the districts to tick."""
    with st.container(key="kendali"):
        basis, month, target, district = st.columns([40, 24, 18, 18], gap="small", vertical_alignment="bottom")
    with basis:
        choose_basis(state, reader)
    with month:
        choose_month(state, reader)
    with target:
        _choose_target(state, reader)
    with district:
        choose_district(state, reader)
    _choose_group(state, reader)


def _choose_target(state: ViewState, reader: Reader) -> None:
    """Show the regimes that give anyone a percentage; the first choice leaves it to the target that applies first."""
    given = {target.regime for target in atlas().targets if target.pct_printed is not None}
    slugs = ["", *(slug for slug, regime in REGIMES.items() if regime in given or slug == state.target)]
    st.selectbox(reader.words("banding.control.target"), slugs, filter_mode=None, placeholder="–", **bound("target", state.target),
                 format_func=lambda slug: regime_name(REGIMES[slug], reader) if slug else reader.words("banding.control.own_target"))


def _choose_group(state: ViewState, reader: Reader) -> None:
    words = reader.words

    def take(choice: str) -> str:
        return ",".join(group_codes(state, atlas())) if choice == OWN else choice

    own = state.kelompok not in GROUPS
    st.segmented_control(words("banding.control.group"), [*GROUPS, OWN], required=True,
                         format_func=lambda slug: words(f"banding.group.{'own' if slug == OWN else slug}"),
                         **bound("kelompok", OWN if own else state.kelompok, take))
    if own:
        _choose_members(state, reader)


def _choose_members(state: ViewState, reader: Reader) -> None:
    key = "pilih-anggota"
    names = {district.code: district.name_short for district in atlas().districts}
    st.session_state[key] = list(group_codes(state, atlas()))

    def take() -> None:
        change_address(kelompok=",".join(sorted(st.session_state[key])) or "semua")

    st.pills(reader.words("banding.control.own"), list(names), selection_mode="multi", wrap=True, format_func=names.__getitem__,
             key=key, on_change=take)


def show_ranking(state: ViewState, reader: Reader) -> None:
    """Show the ranking, or why there is none and what to choose instead; then who is left out and why."""
    view = build_ranking(atlas(), state, reader)
    notes = "  \n".join(f":small[{plain(note)}]" for note in view.notes)
    st.markdown(f"### {plain(view.title)}\n\n> {plain(view.sentence)}\n\n{notes}")
    for offer in view.offers:
        st.button(offer.label, key=f"pakai-{offer.basis}", on_click=change_address, kwargs={"basis": offer.basis})
    if view.table.rows:
        st.markdown(table_text(view.table))
    _show_place_evidence(view, reader)
    if view.out.rows:
        st.markdown(f"**{plain(view.out_title)}**\n\n{table_text(view.out)}")
        show_notes(view.out_evidence, reader, "bukti-luar")


def _show_place_evidence(view: RankingView, reader: Reader) -> None:
    if view.evidence:
        with st.container(horizontal=True, key="bukti-peringkat"):
            for i, (name, note) in enumerate(view.evidence.notes):
                label = reader.words("banding.rank.evidence", district=name, label=note.label)
                show_evidence(replace(note, label=label), reader, f"bukti-{i}")


def show_targets(state: ViewState, reader: Reader) -> None:
    """Show the dumbbells of target and actual, their table, and who cannot be measured and why."""
    view = build_dumbbells(atlas(), state, reader)
    st.markdown(f"### {plain(view.title)}\n{plain(view.sentence)}")
    if view.marks:
        with st.container(width=PICTURE_WIDTH):
            show_svg(draw_dumbbells(view), view.alt, "halter", reader.language)
        if view.notes:
            st.caption("  \n".join(map(plain, view.notes)))
        show_notes(view.evidence, reader, "bukti-target")
        show_folded_table(view.table_open, view.table, "tabel-target")
    if view.out.rows:
        show_folded_table(view.out_title, view.out, "tabel-tanpa-target")


def show_pace(state: ViewState, reader: Reader) -> None:
    """Show the pace recorded and needed, and why the other districts have none."""
    view = build_pace(atlas(), state, reader)
    said = f"{plain(view.sentence)}\n\n" if view.sentence else ""
    st.markdown(f"### {plain(view.title)}\n{said}:small[{plain(view.explain)}]")
    if view.table.rows:
        st.markdown(table_text(view.table))
    show_notes(view.evidence, reader, "bukti-laju")
    st.caption("  \n".join(map(plain, view.left)))


def show_totals(state: ViewState, reader: Reader) -> None:
    """Show the province and branch totals beside what is printed for them."""
    view = build_totals(atlas(), state, reader)
    st.markdown(f"### {plain(view.title)}\n{plain(view.sentence)}  \n{plain(view.check)}")
    if view.table.rows:
        st.markdown(table_text(view.table))
    show_notes(view.evidence, reader, "bukti-jumlah")
    if view.notes:
        st.caption("  \n".join(map(plain, view.notes)))


def show_body(state: ViewState, reader: Reader) -> None:
    """Show the rank beside the targets, then the pace beside the totals."""
    left, right = st.columns(2, gap="large")
    with left:
        show_ranking(state, reader)
    with right:
        show_targets(state, reader)
        show_totals(state, reader)
    show_pace(state, reader)
