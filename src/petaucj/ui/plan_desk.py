"""The plans of the address: read, worked out once, changed by one edit at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import streamlit as st

from petaucj.domain.month import Month
from petaucj.domain.outlook import Outlook, outlook
from petaucj.domain.plan import Plan
from petaucj.domain.plan_faults import PlanFault
from petaucj.domain.prefill import first_plan
from petaucj.ui.address import change_address, read_address
from petaucj.ui.frame import reader_of
from petaucj.ui.memory import atlas, book
from petaucj.views.daerah_targets import regime_of
from petaucj.views.phrases import Reader
from petaucj.views.plan_address import decode, encode
from petaucj.views.plan_edit import EditFault
from petaucj.views.plan_fault_words import faults_today
from petaucj.views.plan_tables import Typed
from petaucj.views.state import SCENARIOS, ViewState

WRONG, REFUSED = "rencana-salah", "rencana-ditolak"


# What decides the plan a district begins with: its code, the regime aimed at, the month of the record, and today.
Key = tuple[str, str | None, Month, Month]


def _key(state: ViewState, reader: Reader) -> Key:
    return state.daerah, regime_of(atlas(), state, state.daerah), min(reader.per, reader.today), reader.today


@lru_cache(maxsize=512)
def _first(key: Key) -> Plan:
    return first_plan(atlas(), book(), *key)


@lru_cache(maxsize=512)
def _plan(key: Key, word: str) -> Plan:
    return decode(word, _first(key))


@lru_cache(maxsize=512)
def _worked_out(key: Key, word: str) -> Outlook:
    # The word is the key, not the plan: 28.3 and 28.30 are equal numbers but are not printed alike.
    return outlook(_plan(key, word), book())


def first_of(state: ViewState, reader: Reader) -> Plan:
    """Return the plan the chosen district begins with."""
    return _first(_key(state, reader))


def first_now() -> Plan:
    """Return the plan the district of the address begins with; for callbacks."""
    state, _ = read_address()
    return first_of(state, reader_of(state))


def plan_of(state: ViewState, reader: Reader, scenario: str = "") -> Plan:
    """Return the plan of a scenario, the chosen one when none is named."""
    return _plan(_key(state, reader), getattr(state, scenario or state.skenario))


def faults_of(state: ViewState, reader: Reader, scenario: str) -> tuple[PlanFault, ...]:
    """Return what cannot be in a scenario; only a link written by hand can hold such a thing."""
    return faults_today(plan_of(state, reader, scenario), reader.today)


def result_of(state: ViewState, reader: Reader, scenario: str = "") -> Outlook:
    """Return a scenario worked out, once; one with faults must not be asked for."""
    return _worked_out(_key(state, reader), getattr(state, scenario or state.skenario))


def sound_scenarios(state: ViewState, reader: Reader) -> tuple[str, ...]:
    """Return the scenarios that can be computed."""
    return tuple(letter for letter in SCENARIOS if not faults_of(state, reader, letter))


def change_plan(edit: Callable[[Plan, Reader], Plan], cell: tuple[str, str, str] | None = None, text: str = "") -> None:
    """Put an edit of the chosen scenario into the address; what cannot be used stays in its cell with the reason. For callbacks."""
    state, _ = read_address()
    reader = reader_of(state)
    wrong = st.session_state.setdefault(WRONG, {})
    try:
        plan = edit(plan_of(state, reader), reader)
    except EditFault as fault:
        if cell:
            wrong[(state.daerah, state.skenario, *cell)] = (text, fault.rule)
        elif not cell:
            st.session_state[REFUSED] = fault.rule
        return
    if cell:
        wrong.pop((state.daerah, state.skenario, *cell), None)
    set_plan(state, reader, plan)


def set_plan(state: ViewState, reader: Reader, plan: Plan, scenario: str = "") -> None:
    """Put a plan into the address as one scenario."""
    change_address(**{scenario or state.skenario: encode(plan, first_of(state, reader))})


def wrong_cells(state: ViewState, reader: Reader) -> dict[tuple[str, str, str], Typed]:
    """Return what was typed in this scenario but could not be used, by table, row and column, with the reason in the reader's words."""
    held = st.session_state.setdefault(WRONG, {})
    return {cell[2:]: Typed(text, reader.words(f"rencana.fault.{rule}", value=text)) for cell, (text, rule) in held.items()
            if cell[:2] == (state.daerah, state.skenario)}


def forget_wrong(table: str) -> None:
    """Forget what could not be used in one table of this scenario: its rows have changed."""
    state, _ = read_address()
    held = st.session_state.setdefault(WRONG, {})
    for cell in [cell for cell in held if cell[:3] == (state.daerah, state.skenario, table)]:
        del held[cell]
