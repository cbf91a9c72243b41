"""The controls of the room Rencana: district, target, deadline, growth, scenario."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from petaucj.data.plan_format import REGIME_WORD
from petaucj.domain.month import Month, months_between
from petaucj.domain.prefill import aimed_at
from petaucj.domain.targets import regimes_for
from petaucj.ui.address import bound
from petaucj.ui.controls import choose_district, choose_regime
from petaucj.ui.memory import atlas, book
from petaucj.ui.plan_desk import change_plan, faults_of, plan_of
from petaucj.views.phrases import Reader, month_short, percent, regime_name
from petaucj.views.plan_edit import edit_plan, move_deadline
from petaucj.views.state import REGIMES, SCENARIOS, ViewState

YEARS_AHEAD = 4
GROWTH_STEPS = ("0", "1", "2", "3", "4")


def show_controls(state: ViewState, reader: Reader) -> None:
    """Show the row of controls: district, target, deadline, growth, scenario."""
    with st.container(key="kendali"):
        district, target, deadline, growth, scenario = st.columns([20, 16, 34, 18, 12], gap="small", vertical_alignment="bottom")
    with district:
        choose_district(state, reader)
    if not state.daerah:
        return
    with target:
        choose_goal(state, reader)
    if faults_of(state, reader, state.skenario):
        return
    with deadline:
        _choose_deadline(state, reader)
    with growth:
        _choose_growth(state, reader)
    with scenario:
        st.segmented_control(reader.words("rencana.control.scenario"), SCENARIOS, required=True, format_func=str.upper, **bound("skenario", state.skenario))


def choose_goal(state: ViewState, reader: Reader) -> None:
    """Show the targets that give this district a percentage; a plan that was changed keeps its own until another is chosen here."""
    if not getattr(state, state.skenario):
        choose_regime(state, reader, regimes_for(atlas(), state.daerah))
        return
    slugs = [slug for slug, regime in REGIMES.items() if regime in regimes_for(atlas(), state.daerah)]
    held = REGIME_WORD.get(plan_of(state, reader).goal.regime, "")
    options = slugs if held in slugs else ["", *slugs]
    st.session_state["rencana-target"] = held if held in slugs else ""

    def take() -> None:
        chosen = st.session_state["rencana-target"]
        if chosen:
            change_plan(lambda plan, reader: aimed_at(plan, atlas(), REGIMES[chosen], min(reader.per, reader.today)))

    st.selectbox(reader.words("peta.control.target"), options, placeholder="–", key="rencana-target", on_change=take,
                 format_func=lambda slug: regime_name(REGIMES[slug], reader) if slug else reader.words("rencana.control.own_target"))


def _choose_deadline(state: ViewState, reader: Reader) -> None:
    chosen = plan_of(state, reader).goal.deadline
    months = months_between(min(reader.today, chosen), max(Month(reader.today.year + YEARS_AHEAD, 12), chosen))
    st.session_state["rencana-tenggat"] = chosen

    def take() -> None:
        deadline = st.session_state["rencana-tenggat"]
        change_plan(lambda plan, reader: move_deadline(plan, deadline, reader.today))

    st.select_slider(reader.words("rencana.control.deadline"), months, format_func=lambda m: month_short(m, reader), key="rencana-tenggat", on_change=take)


def _choose_growth(state: ViewState, reader: Reader) -> None:
    held, chosen = book(), plan_of(state, reader).growth_pct.normalize()
    steps = sorted({chosen, *map(Decimal, GROWTH_STEPS), *(held.ratio(name).normalize() for name in ("growth_low", "growth_high"))})
    st.session_state["rencana-tumbuh"] = chosen

    def take() -> None:
        typed = format(st.session_state["rencana-tumbuh"], "f")
        change_plan(lambda plan, reader: edit_plan(plan, "growth_pct", typed, reader))

    st.select_slider(reader.words("rencana.control.growth"), steps, format_func=lambda step: percent(step, reader), key="rencana-tumbuh", on_change=take)
