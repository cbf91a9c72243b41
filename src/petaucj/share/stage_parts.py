"""Parts of a step on the stage, each with the height it takes and the words for which there was no room: lines and tables."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.draw.lettering import width_of
from petaucj.share.markup import text
from petaucj.share.stage_text import FILLED, block
from petaucj.text.rich import plain_of
from petaucj.views.banding import Row, Table

# Sizes as in stage.css.
LINE, LINE_GAP, LINE_INSET = 34, 12, 27
HEAD, TABLE_SIZES = 28, (48, 44, 40, 36, 32, 28)
CELL_ACROSS, CELL_DOWN = 44, 22


@dataclass(frozen=True, slots=True)
class Part:
    """One part as HTML with its height, and the words for which there was no room."""

    html: str
    height: float
    left: tuple[str, ...] = ()


NOTHING = Part("", 0.0)


def line_parts(lines: tuple[str, ...], width: float, room: float, size: int = LINE, gap: int = LINE_GAP) -> Part:
    """Return the lines below a message, in their order, as many as there is room for."""
    html, high, left = [], 0.0, []
    for sentence in lines:
        held = block(sentence, size, width - LINE_INSET, 3)
        if held.whole and high + held.height + gap <= room:
            html.append(held.html("baris-bawah"))
            high += held.height + gap
        else:
            left.append(sentence)
    return Part("".join(html), high, tuple(left))


def table_part(table: Table, width: float, room: float, largest: int = TABLE_SIZES[0]) -> Part:
    """Return a table in the largest letters that let all rows stand; at the smallest, the chosen and the first rows."""
    for size in (s for s in TABLE_SIZES if s <= largest):
        widths = _widths(table, size, width)
        heights = _heights(table, size, widths)
        if sum(heights) <= room:
            return Part(_table(table, table.rows, size, widths), sum(heights))
    kept, high, left = set(), heights[0], []
    for i in sorted(range(len(table.rows)), key=lambda i: not table.rows[i].chosen):
        if high + heights[i + 1] <= room:
            kept.add(i)
            high += heights[i + 1]
        else:
            left.append(" · ".join(table.rows[i].cells))
    return Part(_table(table, tuple(row for i, row in enumerate(table.rows) if i in kept), size, widths), high, tuple(left))


def _widths(table: Table, size: int, width: float) -> list[float]:
    """Return the columns' widths: what each needs, the wide ones sharing what is left."""
    def wanted(i: int) -> float:
        cells = [width_of(plain_of(row.cells[i]), size, i == 0) for row in table.rows]
        return max([width_of(table.columns[i], HEAD), *cells]) / FILLED + CELL_ACROSS

    needed = [wanted(i) for i in range(len(table.columns))]
    if sum(needed) <= width:
        return [*needed[:-1], width - sum(needed[:-1])]
    fair = width / len(needed)
    small = sum(w for w in needed if w <= fair)
    share = (width - small) / sum(w for w in needed if w > fair)
    return [w if w <= fair else w * share for w in needed]


def _heights(table: Table, size: int, widths: list[float]) -> list[float]:
    head = max(block(words, HEAD, widths[i] - CELL_ACROSS).height for i, words in enumerate(table.columns))
    rows = (max(block(plain_of(cell), size, widths[i] - CELL_ACROSS, bold=i == 0).height for i, cell in enumerate(row.cells)) for row in table.rows)
    return [high + CELL_DOWN for high in (head, *rows)]


def _table(table: Table, rows: tuple[Row, ...], size: int, widths: list[float]) -> str:
    def cell(i: int, words: str, tag: str, letters: int, bold: bool) -> str:
        side = ' class="kanan"' if i in table.right else ""
        return f"<{tag}{side}>{block(plain_of(words), letters, widths[i] - CELL_ACROSS, bold=bold).html('sel')}</{tag.split()[0]}>"

    def line(row: Row) -> str:
        cells = "".join(cell(i, words, "td" if i else 'th scope="row"', size, i == 0) for i, words in enumerate(row.cells))
        return f'<tr class="terpilih">{cells}</tr>' if row.chosen else f"<tr>{cells}</tr>"

    columns = "".join(f'<col width="{wide:.0f}">' for wide in widths)
    head = "".join(cell(i, words, 'th scope="col"', HEAD, False) for i, words in enumerate(table.columns))
    return f"<table><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>{''.join(map(line, rows))}</tbody></table>"
