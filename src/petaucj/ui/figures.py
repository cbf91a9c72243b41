"""Pictures and tiles on the page, drawn by one small component that loads our own script."""

from __future__ import annotations

import streamlit as st

from petaucj.ui.address import change_address
from petaucj.ui.component import mount
from petaucj.views.map import AreaMark, LegendEntry, MapView


def _mount(key: str, data: dict, **options: object) -> object:
    return mount("figure.js", key, data, **options)


def show_svg(svg: str, alt: str, key: str, language: str) -> None:
    """Show an SVG picture with the sentence that says the same."""
    _mount(key, {"kind": "svg", "svg": svg, "alt": alt, "lang": language})


def choose_tile(view: MapView, alt: str, key: str) -> None:
    """Show the 19 equal tiles with the legend; a picked tile makes its district the chosen one."""
    def take() -> None:
        change_address(daerah=st.session_state[key].picked)

    data = {
        "kind": "tiles", "alt": alt, "lang": view.language, "areas": [_tile(mark) for mark in view.marks],
        "chosen": next((mark.code for mark in view.marks if mark.chosen), ""),
        "legend": _pairs(view.legend), "notes": list(view.notes),
    }
    _mount(key, data, on_picked_change=take)


def _pairs(entries: tuple[LegendEntry, ...]) -> list[list[str]]:
    return [[entry.swatch if entry.swatch.startswith("=") else f"fill-{entry.swatch}", entry.label] for entry in entries]


def _tile(mark: AreaMark) -> dict:
    tile = {"code": mark.code, "fill": mark.fill, "value": mark.value or "–", "letter": mark.letter, "name": mark.name,
            "mark": mark.mark, "spoken": mark.spoken, "column": mark.column, "row": mark.row,
            "parts": [[fund.replace("_", "-"), people] for fund, people in mark.parts]}
    return {name: value for name, value in tile.items() if value not in ("", [])}
