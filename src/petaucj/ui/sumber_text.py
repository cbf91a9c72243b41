"""Tables with links in their cells."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from petaucj.ui.plain import plain
from petaucj.views.sumber import Cell, Grid, Part


def show_grid(grid: Grid, alt: str) -> None:
    """Show a real table that scrolls within itself on a narrow screen; nothing when it has no rows."""
    if grid.rows:
        rows = [[cell_text(cell) for cell in row] for row in grid.rows]
        st.table(pd.DataFrame(rows, columns=[plain(name) for name in grid.columns]), border="horizontal", hide_index=True, alt=alt)


def show_folded(label: str, key: str, show: Callable[[], object]) -> None:
    """Show a fold whose content is made, and travels, only once it is open."""
    fold = st.expander(label, key=key, on_change="rerun")
    if fold.open:
        with fold:
            show()


def cell_text(cell: Cell) -> str:
    """Return the parts of one cell as Markdown; the words are shown as they are."""
    return "".join(_part_text(part) for part in cell)


def _part_text(part: Part) -> str:
    """Return a part; the spaces around stressed words stay outside the stars, or Markdown would show the stars."""
    words = plain(part.text.strip().replace("\n", " "))
    if part.strong:
        words = f"**{words}**"
    if part.url:
        words = f"[{words}](<{part.url}>)"
    before = part.text[:len(part.text) - len(part.text.lstrip())]
    after = part.text[len(part.text.rstrip()):] if part.text.strip() else ""
    return before + (words if part.text.strip() else "") + after
