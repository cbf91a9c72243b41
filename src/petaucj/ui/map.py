"""The folium map on the page."""

from __future__ import annotations

import streamlit as st
from streamlit_folium import st_folium

from petaucj.draw.map import draw_base_map, draw_layer
from petaucj.ui.address import change_address
from petaucj.ui.prefix import base_prefix
from petaucj.views.map import MapView


def choose_on_map(view: MapView, attribution: str, fault: str, key: str, height: int) -> None:
    """Show the map; a click on a district, or Enter, makes it the chosen one.

    The base never changes, so zoom and centre survive every rerun; nothing is returned but
    the code our own script sends.
    """
    def take() -> None:
        picked = st.session_state.get(key) or {}
        if picked.get("daerah"):
            change_address(daerah=picked["daerah"])

    st_folium(
        draw_base_map(attribution, fault, base_prefix()), key=key, height=height, use_container_width=True,
        returned_objects=[], feature_group_to_add=draw_layer(view), on_change=take, render=False,
    )
