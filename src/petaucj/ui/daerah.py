"""The parts of the room Daerah."""

from __future__ import annotations

import streamlit as st

from petaucj.domain.targets import regimes_for
from petaucj.draw.plotly_gauge import draw_plotly_gauge
from petaucj.ui.address import change_address
from petaucj.ui.controls import choose_district, choose_month, choose_regime
from petaucj.ui.daerah_money import show_benefits, show_statements, show_who_pays
from petaucj.ui.daerah_notes import show_folded
from petaucj.ui.daerah_pictures import show_plotly
from petaucj.ui.daerah_time import show_figures, show_milestones, show_trend, show_unprotected
from petaucj.ui.evidence import show_evidence
from petaucj.ui.memory import atlas
from petaucj.ui.plain import plain
from petaucj.ui.rapat_files import show_all_in_one
from petaucj.views.daerah import build_choice, build_district
from petaucj.views.daerah_funding import build_funding
from petaucj.views.daerah_targets import build_targets
from petaucj.views.daerah_trend import build_trend
from petaucj.views.gauge import GaugeView
from petaucj.views.phrases import Reader
from petaucj.views.standing import StandingView
from petaucj.views.state import ViewState


def show_controls(state: ViewState, reader: Reader) -> None:
    """Show the row of controls: district, target regime, month."""
    with st.container(key="kendali-daerah"):
        district, regime, month = st.columns([30, 28, 42], gap="small", vertical_alignment="bottom")
    with district:
        choose_district(state, reader)
    with regime:
        if state.daerah:
            choose_regime(state, reader, regimes_for(atlas(), state.daerah))
    with month:
        choose_month(state, reader)


def show_body(state: ViewState, reader: Reader) -> None:
    """Show one district in depth, or ask for one."""
    if not state.daerah:
        show_choice(reader)
        return
    show_verdict(state, reader)
    trend, funding = build_trend(atlas(), state, state.daerah, reader), build_funding(atlas(), state, state.daerah, reader)
    left, right = st.columns(2, gap="large")
    with left:
        show_trend(trend, reader)
    with right:
        show_who_pays(funding, state, reader)
    show_figures(trend, reader)
    show_statements(funding, reader)
    left, right = st.columns(2, gap="large")
    with left:
        show_benefits(state, reader)
    with right:
        show_unprotected(state, reader)
    show_milestones(state, reader)


def show_choice(reader: Reader) -> None:
    """Ask for a district and list all of them."""
    view = build_choice(atlas(), reader)
    st.markdown(f"### {plain(view.title)}\n{plain(view.ask)}")
    for i, (label, districts) in enumerate(view.groups):
        names, key = dict(districts), f"pil-{i}"
        st.pills(label, list(names), format_func=names.__getitem__, key=key, on_change=_take, args=(key,))


def _take(key: str) -> None:
    change_address(daerah=st.session_state[key] or "")


def show_verdict(state: ViewState, reader: Reader) -> None:
    """Show where the district stands: title, verdict, warnings, gauge, and one click behind its numbers."""
    view = build_district(atlas(), state, state.daerah, reader)
    standing = view.standing
    says, gauge = st.columns(2, gap="large")
    with says:
        extra = "".join(f"\n\n{plain(line)}" for line in (view.notice, view.partial, view.ask) if line)
        st.markdown(f"### {plain(standing.title)}\n{plain(standing.meta)}\n\n> {standing.verdict}{extra}")
        if standing.warnings:
            st.markdown("  \n".join(f":primary[{plain(warning)}]" for warning in standing.warnings))
        elif not extra:
            st.space("xsmall")
        with st.container(horizontal=True, vertical_alignment="center", key="langkah"):
            if view.note:
                show_evidence(view.note, reader, "bukti-putusan")
            st.page_link("rencana.py", label=reader.words("frame.make_plan"), query_params=state.query())
            show_all_in_one(state, reader, "unduh-semua")
            st.page_link("rapat.py", label=reader.words("frame.present"), query_params=state.query())
        _show_targets(state, reader)
    with gauge:
        _show_gauge(view.standing.gauge, _headline(view.standing), reader)


def _headline(standing: StandingView) -> str:
    return f"**{plain(standing.headline)}** · {plain(standing.detail)}  \n" if standing.headline else ""


def _show_gauge(gauge: GaugeView, headline: str, reader: Reader) -> None:
    show_plotly(lambda theme: draw_plotly_gauge(gauge, theme, reader.language), gauge.alt, "alat-ukur")
    note = gauge.note[:1].upper() + gauge.note[1:]
    st.markdown(headline + "  \n".join(plain(line) for line in (gauge.caption, note) if line))


def _show_targets(state: ViewState, reader: Reader) -> None:
    targets = build_targets(atlas(), state, state.daerah, reader)
    show_folded(targets.title, targets.table, targets.notes, reader, "semua-target")
