"""Loads the only custom CSS of the pages: what no theme option can say (ADR 003)."""

from __future__ import annotations

import streamlit as st

from petaucj.draw.assets import address
from petaucj.ui.prefix import base_prefix


def dress_page() -> None:
    """Load our style sheets for screen and paper from their immutable addresses, so that a rerun repeats only the addresses."""
    loads = "".join(f"@import url('{address(name, base_prefix())}');" for name in ("page.css", "print.css"))
    st.html(f"<style>{loads}</style>")
