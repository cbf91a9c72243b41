"""The plan sheet as one self-contained HTML file: opens without a network, prints on A4, holds no script."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from petaucj.draw.projection import draw_projection
from petaucj.share.plan_sheet_style import sheet_style
from petaucj.views.banding import Table
from petaucj.views.plan_head import BigNumber
from petaucj.views.plan_projection import ProjectionView
from petaucj.views.plan_sheet import Section, SheetView

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
# The picture on paper is lower than on the screen, so that a usual plan fits on one page.
LOW = 128.0
STRONG = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


def write_plan_sheet(view: SheetView) -> bytes:
    """Return the sheet as UTF-8 HTML; the same view gives the same bytes."""
    parts = [
        f'<!DOCTYPE html>\n<html lang="{_text(view.language)}">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{_text(view.title)}</title>\n<style>\n{sheet_style()}\n</style>\n</head>',
        '<body class="petaucj">\n<main>', *_head(view), _figure(view.projection), *(f'<p class="months">{_rich(line)}</p>' for line in view.months),
        *(_section(section) for section in view.sections), _decisions(view), "</main>",
        '<div class="small">', *(_small(section) for section in view.small_print), "</div>",
        f"<footer>{''.join(f'<p>{_rich(line)}</p>' for line in view.foot)}</footer>\n</body>\n</html>\n",
    ]
    return "\n".join(filter(None, parts)).encode("utf-8")


def _text(words: str) -> str:
    """Return text that can stand anywhere in the file, attributes included."""
    return escape(words, quote=True)


def _rich(words: str) -> str:
    """Return text with its **strong** parts; the text is escaped before, so nothing in it becomes markup."""
    return STRONG.sub(r"<strong>\1</strong>", _text(words))


def _head(view: SheetView) -> Iterable[str]:
    yield f'<header><p class="kind">{_text(view.subtitle)}</p><h1>{_text(view.title)}</h1><p class="meta">{_text(view.meta)}</p></header>'
    yield f'<p class="verdict">{_rich(view.verdict)}</p>'
    if view.warnings:
        yield f'<ul class="warnings">{"".join(f"<li>{_rich(line)}</li>" for line in view.warnings)}</ul>'
    yield f'<dl class="numbers">{"".join(map(_number, view.numbers))}</dl>'


def _number(held: BigNumber) -> str:
    return f'<div><dt>{_text(held.label)}</dt><dd><b>{_text(held.value)}</b><span>{_text(held.detail)}</span></dd></div>'


def _figure(view: ProjectionView) -> str:
    picture = draw_projection(view, LOW)
    if not picture:
        return f"<section><h2>{_text(view.title)}</h2><p>{_text(view.reason)}</p></section>"
    figures = "".join(f"<li>{_text(name)} <b>{_text(value)}</b></li>" for name, value in view.figures)
    return (f'<section><h2>{_text(view.title)}</h2><figure role="img" aria-label="{_text(view.alt)}">{picture}</figure>'
            f'<ul class="four">{figures}</ul></section>')


def _section(section: Section) -> str:
    lines = "".join(f"<p>{_rich(line)}</p>" for line in section.lines)
    return f"<section><h2>{_text(section.title)}</h2>{_table(section.table) if section.table else ''}{lines}</section>"


def _table(table: Table) -> str:
    def side(column: int) -> str:
        return ' class="right"' if column in table.right else ""

    head = "".join(f'<th scope="col"{side(i)}>{_text(name)}</th>' for i, name in enumerate(table.columns))
    rows = []
    for row in table.rows:
        first, *rest = row.cells
        cells = "".join(f"<td{side(i)}>{_text(cell)}</td>" for i, cell in enumerate(rest, 1))
        rows.append(f'<tr{" class=chosen" if row.chosen else ""}><th scope="row">{_text(first)}</th>{cells}</tr>')
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'


def _decisions(view: SheetView) -> str:
    head = "".join(f'<th scope="col">{_text(name)}</th>' for name in view.decisions)
    rows = "".join(f'<tr><th scope="row">{i}.</th>{"<td></td>" * (len(view.decisions) - 1)}</tr>' for i in range(1, view.blank_rows + 1))
    return (f'<section class="decisions"><h2>{_text(view.decisions_title)}</h2>'
            f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></section>")


def _small(section: Section) -> str:
    lines = "".join(f"<li>{_rich(line)}</li>" for line in section.lines)
    return f"<section><h2>{_text(section.title)}</h2><ul>{lines}</ul></section>"
