"""The folium map on the page."""

from __future__ import annotations

from functools import cache

import streamlit as st
from streamlit_folium import st_folium

from petaucj.draw.map import MapWords, draw_base_map, draw_layer
from petaucj.text.words import LANGUAGES, words_in
from petaucj.ui.address import change_address
from petaucj.ui.prefix import base_prefix
from petaucj.views.map import MapView


@cache
def map_words() -> dict[str, MapWords]:
    """Return what the map itself says, in every language."""
    return {language: MapWords(*(words_in(language)(f"peta.map.{part}") for part in MapWords._fields)) for language in LANGUAGES}


def choose_on_map(view: MapView, key: str, height: int) -> None:
    """Show the map; a click on a district, or Enter, makes it the chosen one.

    The base never changes, so zoom and centre survive every rerun; nothing is returned but
    the code our own script sends.
    """
    def take() -> None:
        picked = st.session_state.get(key) or {}
        if picked.get("daerah"):
            change_address(daerah=picked["daerah"])

    st_folium(
        draw_base_map(map_words(), base_prefix()), key=key, height=height, use_container_width=True,
        returned_objects=[], feature_group_to_add=draw_layer(view), on_change=take, render=False,
    )
