"""Saving a plan, opening one, and the sheet to print."""

from __future__ import annotations

import streamlit as st

from petaucj.data.faults import DataFaults
from petaucj.data.plan_file import read_plan_file
from petaucj.data.settings import today as day_of_today
from petaucj.domain.plan import Plan
from petaucj.domain.plan_reading import plan_from, with_sources
from petaucj.share.plan_file import write_plan_file
from petaucj.share.plan_sheet import write_plan_sheet
from petaucj.text.dates import day_short
from petaucj.ui.address import EMPTIED, change_address, read_address
from petaucj.ui.entry import open_file
from petaucj.ui.frame import page_address, reader_of
from petaucj.ui.memory import atlas, book
from petaucj.ui.plain import plain
from petaucj.ui.plan_desk import REFUSED, WRONG, faults_of, first_of, plan_of, result_of, set_plan, sound_scenarios
from petaucj.views.phrases import Reader
from petaucj.views.plan_assumptions import build_assumptions
from petaucj.views.plan_fault_words import fault_words, faults_today
from petaucj.views.plan_scenarios import build_scenarios
from petaucj.views.plan_sheet import build_sheet
from petaucj.views.state import SCENARIOS, ViewState
from petaucj.views.story_table import added

OPENED = "rencana-berkas"


def show_file_messages(state: ViewState, reader: Reader) -> None:
    """Show what came of the last file, and each scenario of the address that cannot be computed."""
    told = st.session_state.pop(OPENED, None)
    if told:
        (st.success if told[0] == "opened" else st.error)("  \n".join(plain(line) for line in told[1]))
    refused = st.session_state.pop(REFUSED, None)
    if refused:
        st.error(plain(reader.words(f"rencana.fault.{refused}", value="")))
    left = st.session_state.pop(EMPTIED, None)
    if left in atlas().district_by_code:
        st.info(plain(reader.words("rencana.file.left", name=atlas().district_by_code[left].name)))
    if not state.daerah:
        return
    for letter in SCENARIOS:
        faults = faults_of(state, reader, letter)
        if faults:
            said = "; ".join(fault_words(fault, reader) for fault in faults)
            st.error(plain(reader.words("rencana.file.other_plan", scenario=letter.upper(), faults=said)))


def show_files(state: ViewState, reader: Reader) -> None:
    """Show the buttons that save, print and open a plan, and everything it rests on."""
    words, plan, address = reader.words, plan_of(state, reader), page_address(state)
    name = words("rencana.file.name", district=plan.area_code, scenario=state.skenario)
    with st.container(horizontal=True, vertical_alignment="top", key="berkas-rencana"):
        st.download_button(words("rencana.file.sheet"), lambda: _sheet(state, reader, address), f"{name}.html", "text/html", key="unduh-lembar", on_click="ignore")
        st.download_button(words("rencana.file.save"), lambda: write_plan_file(plan, _notes(state, reader)), f"{name}.toml", "application/toml",
                           key="unduh-rencana", on_click="ignore")
        told = state.with_(langkah=added(state, f"rencana:{state.skenario}"))
        st.page_link("rapat.py", label=words("rencana.file.present"), query_params=told.query())
        open_file(words("rencana.file.open"), words("rencana.file.open_hint"), "buka-rencana", reader.language, _open)


def _notes(state: ViewState, reader: Reader) -> tuple[str, ...]:
    held, words = atlas(), reader.words
    made = words("rencana.file.note_tool", number=held.release_number, hash=held.release_hash, date=day_short(day_of_today(), reader.language))
    lines = build_assumptions(plan_of(state, reader), result_of(state, reader), book(), held, reader).lines
    return (made, words("rencana.file.note_check"), *lines)


def _sheet(state: ViewState, reader: Reader, address: str) -> bytes:
    results = {letter: result_of(state, reader, letter) for letter in sound_scenarios(state, reader)}
    scenarios = build_scenarios(results, first_of(state, reader), book(), reader)
    return write_plan_sheet(build_sheet(result_of(state, reader), book(), atlas(), reader, day_of_today(), scenarios, address, state.skenario))


def _open(name: str, text: str | None) -> None:
    """Take a file that was opened: its plan becomes the chosen scenario; what is wrong with it is told and nothing changes."""
    state, _ = read_address()
    reader = reader_of(state)
    words = reader.words
    if text is None:
        st.session_state[OPENED] = ("faulty", [words("rencana.file.too_large", name=name)])
        return
    try:
        plan = plan_from(read_plan_file(text, name))
    except DataFaults as faults:
        st.session_state[OPENED] = ("faulty", [words("rencana.file.faulty", name=name), *map(str, faults.faults)])
        return
    refused = _refused(plan, state, reader)
    if refused:
        st.session_state[OPENED] = ("faulty", [words("rencana.file.faulty", name=name), *refused])
        return
    _use(plan, state)
    st.session_state[OPENED] = ("opened", [words("rencana.file.opened" if plan.area_code else "rencana.file.opened_here", name=name,
                                                 scenario=state.skenario.upper())])


def _refused(plan: Plan, state: ViewState, reader: Reader) -> list[str]:
    """Return why a plan that could be read cannot be used here."""
    if plan.area_code and plan.area_code not in atlas().district_by_code:
        return [reader.words("rencana.file.unknown_area", code=plan.area_code)]
    if not plan.area_code and not state.daerah:
        return [reader.words("rencana.file.no_area")]
    return [fault_words(fault, reader) for fault in faults_today(plan, reader.today)]


def _use(plan: Plan, state: ViewState) -> None:
    code = plan.area_code or state.daerah
    st.session_state.pop(WRONG, None)
    change_address(daerah=code)
    chosen, _ = read_address()
    set_plan(chosen, reader_of(chosen), with_sources(plan.with_(area_code=code), first_of(chosen, reader_of(chosen))))
