"""Tables with links in their cells, as Markdown."""

from __future__ import annotations

from petaucj.ui.plain import plain
from petaucj.views.sumber import Cell, Grid, Part


def grid_text(grid: Grid) -> str:
    """Return a Markdown table, or "" when the grid has no rows."""
    if not grid.rows:
        return ""
    head = "| " + " | ".join(plain(column) for column in grid.columns) + " |\n|" + " --- |" * len(grid.columns)
    return head + "".join("\n| " + " | ".join(cell_text(cell) for cell in row) + " |" for row in grid.rows)


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
