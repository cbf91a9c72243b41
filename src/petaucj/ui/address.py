"""Glue between the address and the widgets: the URL is the only view state."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from petaucj.ui.memory import atlas, last_month
from petaucj.views.state import SCENARIOS, Notice, ViewState


# The district whose scenarios were left behind, until it has been said.
EMPTIED = "rencana-dikosongkan"


def read_address() -> tuple[ViewState, tuple[Notice, ...]]:
    """Return the view the address describes, and a notice for each value that means nothing."""
    return ViewState.parse(st.query_params.to_dict(), atlas(), last_month())


def write_address(state: ViewState) -> None:
    """Make the address describe ``state``."""
    st.query_params.from_dict(state.query())


def change_address(**changes: object) -> None:
    """Change some values of the view the address describes; for callbacks. The plans of a district do not follow to another one."""
    state, _ = read_address()
    if changes.get("daerah", state.daerah) != state.daerah:
        if any(getattr(state, letter) for letter in SCENARIOS):
            st.session_state[EMPTIED] = state.daerah
        changes = dict.fromkeys(SCENARIOS, "") | changes
    write_address(state.with_(**changes))


def bound(parameter: str, value: object, convert: Callable = lambda chosen: chosen) -> dict[str, object]:
    """Return ``key`` and ``on_change`` that tie a widget to a parameter.

    The widget is set from the address before every run, so Back, Forward, reload and links
    move it; when the visitor moves it, the address changes first and the page follows.
    """
    key = f"pilih-{parameter}"
    st.session_state[key] = value

    def take() -> None:
        change_address(**{parameter: convert(st.session_state[key])})

    return {"key": key, "on_change": take}
