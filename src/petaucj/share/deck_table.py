"""Native tables of a deck: thin rules, numbers to the right, rows that go on to another slide where they must."""

from __future__ import annotations

from collections.abc import Iterable

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Inches

from petaucj.draw.palette import LIGHT
from petaucj.share.deck_text import SMALLEST, Box, Line, clean, described, fill, height_of, width_of
from petaucj.views.banding import Row, Table

SIZES = (22, 20, 18, 16, SMALLEST)
PAD, SIDE = 0.07, 0.16
# The built-in style without colours or lines; every rule is drawn by us.
BARE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def pages_of(table: Table, width: float, height: float) -> tuple[tuple[Table, float], ...]:
    """Return the table in pieces that fit a place, each with its text size: one piece at the largest size that holds all rows, else several."""
    for size in SIZES:
        if sum(_heights(table, width, size)) <= height:
            return ((table, size),)
    head, *rows = _heights(table, width, SMALLEST)
    pages: list[list[Row]] = [[]]
    used = head
    for row, high in zip(table.rows, rows, strict=True):
        if pages[-1] and used + high > height:
            pages.append([])
            used = head
        pages[-1].append(row)
        used += high
    return tuple((Table(table.columns, tuple(page), table.right), SMALLEST) for page in pages)


def draw_table(slide: Slide, box: Box, table: Table, size: float, language: str, name: str) -> float:
    """Draw the table at the top of a place and return where it ends."""
    widths, heights = _widths(table, box.width, size), _heights(table, box.width, size)
    frame = slide.shapes.add_table(len(heights), len(widths), *Box(box.left, box.top, box.width, sum(heights)).emu)
    described(frame, name, name)
    held = frame.table
    held._tbl.tblPr.find(qn("a:tableStyleId")).text = BARE
    held.horz_banding = False
    for column, width in zip(held.columns, widths, strict=True):
        column.width = Inches(width)
    for i, (row, cells) in enumerate(zip(held.rows, (table.columns, *(r.cells for r in table.rows)), strict=True)):
        row.height = Inches(heights[i])
        strong = i > 0 and table.rows[i - 1].chosen
        for j, (cell, words) in enumerate(zip(row.cells, cells, strict=True)):
            _write(cell, Line(words, SMALLEST if not i else size, LIGHT.muted if not i else LIGHT.ink, strong or (i > 0 and j == 0), "right" if j in table.right else "left"),
                   language, LIGHT.muted if not i else LIGHT.rule)
    return box.top + sum(heights)


def _write(cell: _Cell, line: Line, language: str, rule: str) -> None:
    cell.margin_left, cell.margin_right, cell.margin_top, cell.margin_bottom = 0, Inches(SIDE), Inches(PAD), Inches(PAD)
    cell.vertical_anchor = MSO_ANCHOR.TOP
    cell.text_frame.word_wrap = True
    fill(cell.text_frame, (line,), language)
    below = parse_xml(f'<a:lnB {nsdecls("a")} w="9525"><a:solidFill><a:srgbClr val="{rule[1:].upper()}"/></a:solidFill></a:lnB>')
    cell._tc.get_or_add_tcPr().insert(0, below)


def _widths(table: Table, width: float, size: float) -> list[float]:
    """Return the column widths: what their words need, the longest columns giving way where all together need too much."""
    needed = [max(width_of(clean(cell), SMALLEST if not i else size, i > 0) for i, cell in enumerate(column)) + SIDE + 0.1 for column in _columns(table)]
    spare = width - sum(needed)
    if spare >= 0:
        longest = needed.index(max(needed))
        return [held + (spare if i == longest else 0) for i, held in enumerate(needed)]
    fair = width / len(needed)
    short = sum(held for held in needed if held <= fair)
    share = (width - short) / sum(held for held in needed if held > fair)
    return [held if held <= fair else held * share for held in needed]


def _columns(table: Table) -> Iterable[tuple[str, ...]]:
    return zip(table.columns, *(row.cells for row in table.rows), strict=True)


def _heights(table: Table, width: float, size: float) -> list[float]:
    widths = _widths(table, width, size)

    def high(cells: tuple[str, ...], points: float) -> float:
        return max(height_of((Line(cell, points, bold=not i),), held - SIDE) for i, (cell, held) in enumerate(zip(cells, widths, strict=True))) + 2 * PAD

    return [high(table.columns, SMALLEST), *(high(row.cells, size) for row in table.rows)]
