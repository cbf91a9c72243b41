"""The room Rencana: the controls, the verdict with its numbers, then one part after the other."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from petaucj.domain.month import Month, months_between
from petaucj.domain.outlook import Outlook
from petaucj.domain.targets import regimes_for
from petaucj.draw.projection import draw_projection
from petaucj.ui.address import bound, change_address
from petaucj.ui.controls import choose_district, choose_regime
from petaucj.ui.evidence import show_evidence
from petaucj.ui.figures import show_svg
from petaucj.ui.memory import atlas, book
from petaucj.ui.notes import show_folded_table, table_text
from petaucj.ui.plain import plain
from petaucj.ui.plan_desk import change_plan, faults_of, first_of, plan_of, result_of, sound_scenarios, wrong_cells
from petaucj.ui.rencana_files import show_files, show_file_messages
from petaucj.ui.rencana_money import show_cost, show_sense, show_spread
from petaucj.ui.rencana_tables import show_offers, show_start, show_tranches
from petaucj.views.phrases import Reader, month_short, percent
from petaucj.views.plan_cost_view import build_cost
from petaucj.views.plan_edit import edit_plan, move_deadline
from petaucj.views.plan_head import HeadView, build_head
from petaucj.views.plan_overview import build_overview
from petaucj.views.plan_projection import build_projection
from petaucj.views.plan_scenarios import build_scenarios
from petaucj.views.plan_sense import build_sense
from petaucj.views.plan_spread import ROW, TABLE, build_spread
from petaucj.views.state import SCENARIOS, ViewState

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
        choose_regime(state, reader, regimes_for(atlas(), state.daerah))
    if faults_of(state, reader, state.skenario):
        return
    with deadline:
        _choose_deadline(state, reader)
    with growth:
        _choose_growth(state, reader)
    with scenario:
        st.segmented_control(reader.words("rencana.control.scenario"), SCENARIOS, required=True, format_func=str.upper, **bound("skenario", state.skenario))


def _choose_deadline(state: ViewState, reader: Reader) -> None:
    chosen = plan_of(state, reader).goal.deadline
    months = months_between(min(reader.today, chosen), max(Month(reader.today.year + YEARS_AHEAD, 12), chosen))
    st.session_state["rencana-tenggat"] = chosen

    def take() -> None:
        deadline = st.session_state["rencana-tenggat"]
        change_plan(lambda plan, reader: move_deadline(plan, deadline))

    st.select_slider(reader.words("rencana.control.deadline"), months, format_func=lambda m: month_short(m, reader), key="rencana-tenggat", on_change=take)


def _choose_growth(state: ViewState, reader: Reader) -> None:
    held, chosen = book(), plan_of(state, reader).growth_pct.normalize()
    steps = sorted({chosen, *map(Decimal, GROWTH_STEPS), *(held.ratio(name).normalize() for name in ("growth_low", "growth_high"))})
    st.session_state["rencana-tumbuh"] = chosen

    def take() -> None:
        typed = format(st.session_state["rencana-tumbuh"], "f")
        change_plan(lambda plan, reader: edit_plan(plan, "growth_pct", typed, reader))

    st.select_slider(reader.words("rencana.control.growth"), steps, format_func=lambda step: percent(step, reader), key="rencana-tumbuh", on_change=take)


def show_body(state: ViewState, reader: Reader) -> None:
    """Show the plan of the chosen district, or all districts when none is chosen."""
    show_file_messages(state, reader)
    if not state.daerah:
        _show_overview(state, reader)
        return
    if faults_of(state, reader, state.skenario):
        return
    _show_first_screen(state, reader)
    result = result_of(state, reader)
    _heading("tranches", reader)
    show_tranches(result, reader)
    _heading("offers", reader)
    show_offers(result, reader)
    _heading("cost", reader)
    show_cost(build_cost(result, book(), atlas(), reader), reader, "biaya")
    _heading("spread", reader)
    _show_spread(result, reader)
    _heading("sense", reader)
    show_sense(build_sense(result, book(), atlas(), reader), reader, "kepekaan")
    _heading("scenarios", reader)
    _show_scenarios(state, reader)
    _heading("start", reader)
    show_start(result, reader)


def _heading(section: str, reader: Reader) -> None:
    with st.container(key=f"bab-{section}"):
        st.markdown(f"### {plain(reader.words(f'rencana.section.{section}'))}")


def _show_overview(state: ViewState, reader: Reader) -> None:
    st.markdown(plain(reader.words("rencana.intro")))
    view = build_overview(atlas(), book(), state, reader)
    st.markdown(f"**{plain(view.title)}**  \n{plain(view.intro)}")
    st.markdown(table_text(view.table))


def _show_first_screen(state: ViewState, reader: Reader) -> None:
    result = result_of(state, reader)
    head = build_head(result, atlas(), reader)
    left, right = st.columns([42, 58], gap="large")
    with left:
        _show_verdict(head, reader)
    with right:
        _show_months(result, reader)
        show_files(state, reader)


def _show_months(result: Outlook, reader: Reader) -> None:
    picture = build_projection(result, reader)
    st.markdown(f"**{plain(reader.words('rencana.section.months'))}**")
    if picture.reason:
        st.markdown(f":gray[{plain(picture.reason)}]")
        return
    show_svg(draw_projection(picture), picture.alt, "proyeksi", reader.language)
    four = " · ".join(f"{plain(name)} **{plain(value)}**" for name, value in picture.figures)
    st.markdown("  \n".join((f":small[{four}]", *(f":small[{plain(line)}]" for line in (picture.safe, *picture.falls) if line))))
    show_folded_table(reader.words("rencana.section.months_table"), picture.table, "tabel-proyeksi")


def _show_verdict(head: HeadView, reader: Reader) -> None:
    st.markdown(f"### {plain(head.title)}\n{plain(head.meta)}\n\n> {head.verdict}")
    if head.warnings:
        st.markdown("  \n".join(f":primary[{plain(warning)}]" for warning in head.warnings))
    with st.container(key="angka-rencana"):
        for pair in (head.numbers[:2], head.numbers[2:]):
            for column, number in zip(st.columns(2, gap="small"), pair, strict=False):
                column.markdown(f"{plain(number.label)}\n##### {plain(number.value)}\n:small[{plain(number.detail)}]")
    if head.note:
        show_evidence(head.note, reader, "bukti-rencana")


def _show_spread(result: Outlook, reader: Reader) -> None:
    def months(chosen: int) -> None:
        change_plan(lambda plan, reader: edit_plan(plan, "spread_months", str(chosen), reader))

    def money(field: str, text: str) -> None:
        change_plan(lambda plan, reader: edit_plan(plan, field, text, reader), (TABLE, ROW, field), text)

    show_spread(build_spread(result, book(), atlas(), reader, wrong_cells()), reader, "luas", months, money)


def _show_scenarios(state: ViewState, reader: Reader) -> None:
    sound = sound_scenarios(state, reader)
    view = build_scenarios({letter: result_of(state, reader, letter) for letter in sound}, first_of(state, reader), book(), reader)
    if view.edited:
        st.markdown(table_text(view.table))
    st.markdown("\n".join(f"- {plain(line)}" for line in (view.sentence, *view.budgets, *view.differences) if line))
    with st.container(horizontal=True, key="salin-skenario"):
        for other in (letter for letter in SCENARIOS if letter != state.skenario):
            label = reader.words("rencana.control.copy", **{"from": state.skenario.upper(), "to": other.upper()})
            st.button(label, key=f"salin-{other}", on_click=change_address, kwargs={other: getattr(state, state.skenario), "skenario": other})
        if getattr(state, state.skenario):
            st.button(reader.words("rencana.control.clear", name=state.skenario.upper()), key="kosongkan", on_click=change_address,
                      kwargs={state.skenario: ""})
