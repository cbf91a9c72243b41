"""Plotly pictures on the page: stable, quiet, in our own colours, with the sentence that says the same."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from petaucj.draw.plotly_base import checked
from petaucj.ui.theme import theme_name

QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}


def show_plotly(draw: Callable[[str], dict], alt: str, key: str) -> None:
    """Show a picture drawn for the visitor's ground; it keeps its place through reruns by its key."""
    st.plotly_chart(checked(draw(theme_name())), theme=None, key=key, config=QUIET, alt=alt)
