"""Which rooms there are, and their permanent addresses."""

from __future__ import annotations

from importlib import import_module

import streamlit as st
from streamlit.navigation.page import StreamlitPage

TITLES = {"peta": "Peta UCJ", "daerah": "Daerah · Peta UCJ", "pendanaan": "Pendanaan · Peta UCJ", "banding": "Banding · Peta UCJ",
          "rencana": "Rencana · Peta UCJ", "rapat": "Rapat · Peta UCJ", "sumber": "Sumber · Peta UCJ"}


def rooms() -> tuple[dict[str, StreamlitPage], StreamlitPage]:
    """Return the rooms by slug, and the hidden copy of Peta that answers at ``/`` (the default page has no slug of its own)."""
    pages = {slug: st.Page(f"{slug}.py", title=title, url_path=slug) for slug, title in TITLES.items()}
    return pages, st.Page("peta.py", title=TITLES["peta"], default=True, visibility="hidden", url_path="awal")


def load_rooms() -> None:
    """Import what the rooms need before the first visitor comes, so that nobody waits for it.

    Not the map's Streamlit component: it must register itself while the server runs, or the map stays away.
    """
    for slug in TITLES.keys() - {"peta"}:
        import_module(f"petaucj.ui.{slug}")
    import_module("petaucj.draw.map")
