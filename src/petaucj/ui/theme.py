"""Which ground the visitor reads on."""

from __future__ import annotations

import streamlit as st


def theme_name() -> str:
    """Return "light" or "dark", as the visitor's browser shows the page; "light" when it has not said."""
    return "dark" if st.context.theme.type == "dark" else "light"
