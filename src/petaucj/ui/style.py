"""Loads the only custom CSS of the pages: what no theme option can say (ADR 003)."""

from __future__ import annotations

import streamlit as st

from petaucj.draw.assets import address
from petaucj.ui.prefix import base_prefix


def dress_page() -> None:
    """Load our style sheet from its immutable address, so that a rerun repeats only the address."""
    st.html(f'<style>@import url("{address("page.css", base_prefix())}");</style>')
