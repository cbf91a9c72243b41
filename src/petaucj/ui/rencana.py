"""The room Rencana: the verdict with its numbers, then one part after the other."""

from __future__ import annotations

import streamlit as st

from petaucj.domain.need import NoNeed
from petaucj.domain.outlook import Outlook
from petaucj.draw.projection import draw_projection
from petaucj.ui.address import change_address, read_address
from petaucj.ui.evidence import show_evidence
from petaucj.ui.figures import show_svg
from petaucj.ui.frame import reader_of
from petaucj.ui.memory import atlas, book
from petaucj.ui.notes import show_folded_table, table_text
from petaucj.ui.plain import plain
from petaucj.ui.plan_desk import change_plan, faults_of, first_of, result_of, sound_scenarios, wrong_cells
from petaucj.ui.rencana_assumptions import show_assumptions
from petaucj.ui.rencana_files import show_file_messages, show_files
from petaucj.ui.rencana_money import show_cost, show_sense, show_spread
from petaucj.ui.rencana_tables import show_offers, show_start, show_tranches
from petaucj.views.phrases import Reader, month_name
from petaucj.views.plan_address import encode
from petaucj.views.plan_cost_view import build_cost
from petaucj.views.plan_edit import edit_plan
from petaucj.views.plan_head import HeadView, build_head
from petaucj.views.plan_overview import build_overview
from petaucj.views.plan_projection import build_projection
from petaucj.views.plan_same_money import with_spread
from petaucj.views.plan_scenarios import build_scenarios
from petaucj.views.plan_sense import build_sense
from petaucj.views.plan_spread import ROW, TABLE, build_spread
from petaucj.views.state import SCENARIOS, ViewState

SPREAD_MONTHS = (12, 6, 3)


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
    # Where a figure is missing, the place to enter it comes first.
    missing = isinstance(result.need, NoNeed)
    if missing:
        _show_start(result, state, reader)
    _heading("tranches", reader)
    show_tranches(result, state, reader)
    _heading("offers", reader)
    show_offers(result, state, reader)
    _heading("cost", reader)
    show_cost(build_cost(result, book(), atlas(), reader), reader, "biaya")
    _heading("spread", reader)
    _show_spread(result, state, reader)
    _heading("sense", reader)
    show_sense(build_sense(result, book(), atlas(), reader), reader, "kepekaan")
    _heading("scenarios", reader)
    _show_scenarios(state, reader)
    if not missing:
        _show_start(result, state, reader)
    show_assumptions(result, reader)


def _show_start(result: Outlook, state: ViewState, reader: Reader) -> None:
    _heading("start", reader)
    show_start(result, state, reader)


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
    if result.four:
        window = reader.words("rencana.section.window", months=result.four.months, deadline=month_name(result.four.last, reader))
        four = f"{plain(window)} {four}"
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


def _compare_spread() -> None:
    """Fill A, B and C with the same money over twelve, six and three months."""
    state, _ = read_address()
    reader = reader_of(state)
    result, first = result_of(state, reader), first_of(state, reader)
    words = {letter: encode(with_spread(result, book(), months), first) for letter, months in zip(SCENARIOS, SPREAD_MONTHS, strict=True)}
    change_address(skenario="a", **words)


def _show_spread(result: Outlook, state: ViewState, reader: Reader) -> None:
    def months(chosen: int) -> None:
        change_plan(lambda plan, reader: edit_plan(plan, "spread_months", str(chosen), reader))

    def money(field: str, text: str) -> None:
        change_plan(lambda plan, reader: edit_plan(plan, field, text, reader), (TABLE, ROW, field), text)

    show_spread(build_spread(result, book(), atlas(), reader, wrong_cells(state, reader)), reader, "luas", months, money)
    if with_spread(result, book(), SPREAD_MONTHS[0]) != result.plan:
        st.button(reader.words("rencana.control.compare_spread"), key="banding-luas", on_click=_compare_spread)


def _show_scenarios(state: ViewState, reader: Reader) -> None:
    sound = sound_scenarios(state, reader)
    view = build_scenarios({letter: result_of(state, reader, letter) for letter in sound}, first_of(state, reader), book(), reader)
    if view.edited:
        st.markdown(table_text(view.table))
    st.markdown("\n".join(f"- {plain(line)}" for line in (view.sentence, *view.budgets, *view.differences) if line))
    with st.container(horizontal=True, key="salin-skenario"):
        for other in (letter for letter in SCENARIOS if letter != state.skenario):
            label = reader.words("rencana.control.copy", **{"from": state.skenario.upper(), "to": other.upper()})
            st.button(label, key=f"salin-{other}", on_click=change_address, kwargs={other: getattr(state, state.skenario)})
        if getattr(state, state.skenario):
            st.button(reader.words("rencana.control.clear", name=state.skenario.upper()), key="kosongkan", on_click=change_address,
                      kwargs={state.skenario: ""})
