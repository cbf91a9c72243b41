"""The plan sheet as one self-contained HTML file: opens without a network, prints on A4, holds no script."""

from __future__ import annotations

from collections.abc import Iterable

from petaucj.draw.projection import draw_projection
from petaucj.share.markup import rich, right, table_head, text
from petaucj.share.plan_sheet_style import sheet_style
from petaucj.views.banding import Table
from petaucj.views.plan_head import BigNumber
from petaucj.views.plan_projection import ProjectionView
from petaucj.views.plan_sheet import Section, SheetView

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
# The picture on paper is lower than on the screen, so that a usual plan fits on one page.
LOW = 128.0


def write_plan_sheet(view: SheetView) -> bytes:
    """Return the sheet as UTF-8 HTML; the same view gives the same bytes."""
    parts = [
        f'<!DOCTYPE html>\n<html lang="{text(view.language)}">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{text(view.title)}</title>\n<style>\n{sheet_style()}\n</style>\n</head>',
        '<body class="petaucj">\n<main>', *_head(view), _figure(view.projection), *(f'<p class="months">{rich(line)}</p>' for line in view.months),
        *(_section(section) for section in view.sections), _decisions(view), "</main>",
        '<div class="small">', *(_small(section) for section in view.small_print), "</div>",
        f"<footer>{''.join(f'<p>{rich(line)}</p>' for line in view.foot)}</footer>\n</body>\n</html>\n",
    ]
    return "\n".join(filter(None, parts)).encode("utf-8")


def _head(view: SheetView) -> Iterable[str]:
    yield f'<header><p class="kind">{text(view.subtitle)}</p><h1>{text(view.title)}</h1><p class="meta">{text(view.meta)}</p></header>'
    yield f'<p class="verdict">{rich(view.verdict)}</p>'
    if view.warnings:
        yield f'<ul class="warnings">{"".join(f"<li>{rich(line)}</li>" for line in view.warnings)}</ul>'
    yield f'<dl class="numbers">{"".join(map(_number, view.numbers))}</dl>'


def _number(held: BigNumber) -> str:
    return f'<div><dt>{text(held.label)}</dt><dd><b>{text(held.value)}</b><span>{text(held.detail)}</span></dd></div>'


def _figure(view: ProjectionView) -> str:
    picture = draw_projection(view, LOW)
    if not picture:
        return f"<section><h2>{text(view.title)}</h2><p>{text(view.reason)}</p></section>"
    figures = "".join(f"<li>{text(name)} <b>{text(value)}</b></li>" for name, value in view.figures)
    return (f'<section><h2>{text(view.title)}</h2><figure role="img" aria-label="{text(view.alt)}">{picture}</figure>'
            f'<ul class="four">{figures}</ul></section>')


def _section(section: Section) -> str:
    lines = "".join(f"<p>{rich(line)}</p>" for line in section.lines)
    return f"<section><h2>{text(section.title)}</h2>{_table(section.table) if section.table else ''}{lines}</section>"


def _table(table: Table) -> str:
    head, rows = table_head(table.columns, table.right), []
    for row in table.rows:
        first, *rest = row.cells
        cells = "".join(f"<td{right(i, table.right)}>{text(cell)}</td>" for i, cell in enumerate(rest, 1))
        rows.append(f'<tr{" class=chosen" if row.chosen else ""}><th scope="row">{text(first)}</th>{cells}</tr>')
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'


def _decisions(view: SheetView) -> str:
    head = "".join(f'<th scope="col">{text(name)}</th>' for name in view.decisions)
    rows = "".join(f'<tr><th scope="row">{i}.</th>{"<td></td>" * (len(view.decisions) - 1)}</tr>' for i in range(1, view.blank_rows + 1))
    return (f'<section class="decisions"><h2>{text(view.decisions_title)}</h2>'
            f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></section>")


def _small(section: Section) -> str:
    lines = "".join(f"<li>{rich(line)}</li>" for line in section.lines)
    return f"<section><h2>{text(section.title)}</h2><ul>{lines}</ul></section>"
