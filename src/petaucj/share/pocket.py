"""The file to send: one HTML page with every district in it, that opens on a telephone in airplane mode.

Without a script everything is there to be read, one district below the other; the script only shows one at a
time, finds names and sorts the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from petaucj.draw.linked_map import draw_linked_map
from petaucj.draw.projection import draw_projection
from petaucj.draw.shelf import Shelf
from petaucj.share.markup import rich, right, table_head, text
from petaucj.share.pocket_page import write_page
from petaucj.share.pocket_parts import choices, figure, gauge, legends, numbers, payments, tiles, warnings
from petaucj.share.pocket_style import page_style
from petaucj.share.qr import qr_svg
from petaucj.text.words import Words, words_in
from petaucj.views.handout import NumberedSource
from petaucj.views.pocket import Panel, PocketView
from petaucj.views.pocket_table import SortTable

# Units of the pictures; on the page they are as wide as their place.
MAP_WIDTH, MAP_LABEL = 300.0, 10.5
MONTHS_WIDTH, MONTHS_PLOT = 400.0, 150.0
_WEB = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE | re.ASCII)


def write_pocket(view: PocketView) -> bytes:
    """Return the page as UTF-8 HTML; the same view gives the same bytes."""
    words, shelf = words_in(view.language), Shelf()
    # Without a script the district of the file comes first.
    panels = sorted(view.panels, key=lambda panel: panel.handout.code != view.chosen)
    body = [_head(view, words), "<main>", _pick(view, words, shelf), '<div class="panels">', _province(view, words),
            *(_panel(panel, words, shelf) for panel in panels), "</div>", _table(view.table), _reading(view, words), "</main>", _foot(view)]
    title = words("saku.title", brand=words("frame.brand"), place=view.stamp.place, as_of=view.stamp.as_of)
    return write_page(view.language, title, page_style(shelf.rules, "pocket.css", "pocket_page.css"), _data(view, words), "\n".join((shelf.patterns, *body)), "pocket")


def _data(view: PocketView, words: Words) -> dict[str, object]:
    """What the script needs and the page does not say: the names each district is found by, and two sentences of the search."""
    found = [[panel.handout.code, panel.handout.name, panel.line, list(panel.found_by)] for panel in view.panels]
    return {"chosen": view.chosen, "brand": words("frame.brand"), "find": found, "none": words("saku.search.none"), "found": words("saku.search.found")}


def _head(view: PocketView, words: Words) -> str:
    return (f'<header><h1>{text(words("frame.brand"))}</h1><p class="quiet">{text(view.stamp.as_of)} · {text(words("frame.tagline"))}</p>'
            f'<div class="search" role="search" hidden><label for="cari">{text(words("saku.search.label"))}</label>'
            f'<input id="cari" type="search" autocomplete="off" autocapitalize="off" spellcheck="false" placeholder="{text(words("saku.search.example"))}">'
            '<p class="quiet" role="status"></p><ul></ul></div></header>')


def _pick(view: PocketView, words: Words, shelf: Shelf) -> str:
    picture = shelf.place_links(draw_linked_map(view.map, MAP_WIDTH, MAP_LABEL), words("saku.pick.map_label"))
    whole = f'<a class="whole" href="#provinsi">{text(words("saku.province"))}</a>'
    return (f'<section class="pick" id="peta" data-show="map"><h2>{text(view.map.title)}</h2>'
            f'<div class="bar-of-choices">{choices(words)}{whole}</div>'
            f'<figure class="map">{picture}</figure><div class="beside">{tiles(view.map, words)}{legends(view.map, words)}</div></section>')


def _province(view: PocketView, words: Words) -> str:
    lines = "".join(f"<li>{text(line)}</li>" for line in view.province.lines)
    return (f'<section class="panel" id="provinsi"><h2 tabindex="-1">{text(view.province.title)}</h2><p class="verdict">{text(view.map.sentence)}</p>'
            f'<ul class="plain">{lines}</ul><p class="ask">{text(words("saku.choose"))}</p></section>')


def _panel(panel: Panel, words: Words, shelf: Shelf) -> str:
    held = panel.handout
    standing, months = held.standing, held.projection
    beside = f'<p class="head"><b>{text(standing.headline)}</b></p>' if standing.headline else ""
    drawn = draw_projection(months, MONTHS_PLOT, MONTHS_WIDTH)
    told = [*([months.reason] if not drawn else [*months.falls, months.safe]), held.beside]
    picture = figure(drawn, months.alt, "months", shelf) if drawn else ""
    line = f'<p class="quiet">{text(words("saku.panel.line", line=panel.line))}</p>' if standing.gauge.value is not None else ""
    return "\n".join(filter(None, (
        f'<section class="panel" id="{text(held.code)}"><h2 tabindex="-1">{text(standing.title)}</h2><p class="quiet meta">{text(standing.meta)}</p>',
        f'<p class="verdict">{rich(standing.verdict)}</p>', warnings(standing.warnings, words("saku.panel.warnings")), gauge(standing.gauge, shelf), beside,
        numbers(held.numbers), line, *(f'<p class="quiet">{text(said)}</p>' for said in (held.caveat, *held.conflicts) if said), _who_pays(panel),
        f'<h3>{text(months.title)}</h3>{picture}<p class="quiet">{"<br>".join(text(line) for line in told if line)}</p>',
        f'<h3>{text(words("saku.panel.decisions"))}</h3><ol class="decisions">',
        *(f'<li>{rich(d.text)} <span class="quiet">({text(d.due)})</span></li>' for d in held.decisions), "</ol>",
        _sources(held.sources, words), f'<p class="up"><a href="#peta">{text(words("saku.panel.up"))}</a></p></section>',
    )))


def _who_pays(panel: Panel) -> str:
    view = panel.handout.funding
    shown = payments(panel.payments) if panel.payments else f'<p class="quiet">{text(view.empty)}</p>'
    if len(view.table.rows) <= len(panel.payments):
        return f"<h3>{text(view.title)}</h3>{shown}"
    head = "".join(f'<th scope="col">{text(name)}</th>' for name in view.table.columns)
    rows = "".join(f'<tr>{"".join(f"<td>{text(cell)}</td>" for cell in row)}</tr>' for row in view.table.rows)
    scroll = f'<div class="wide" tabindex="0" role="region" aria-label="{text(view.table_title)}"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    return f"<h3>{text(view.title)}</h3>{shown}<details><summary>{text(view.table_title)}</summary>{scroll}</details>"


def _sources(held: tuple[NumberedSource, ...], words: Words) -> str:
    return (f'<details class="sources"><summary>{text(words("saku.panel.sources", count=len(held)))}</summary><ol>'
            f'{"".join(f"<li>{_source(s, words)}</li>" for s in held)}</ol></details>')


def _source(held: NumberedSource, words: Words) -> str:
    """Return one document; its title leads to it only where its address is one of the web, and only when the reader presses it."""
    source, title = held.source, text(held.source.title)
    if _WEB.fullmatch(source.url):
        title = f'<a href="{text(source.url)}" target="_blank" rel="noopener noreferrer">{title}</a>'
    said = words("saku.panel.source", publisher=source.publisher, published=source.published, accessed=source.accessed)
    return f"{title} <span class=\"quiet\">{text(said)}</span>"


def _table(table: SortTable) -> str:
    head, rows = table_head(table.columns, table.right), []
    for row in table.rows:
        first, *rest = row.cells
        cells = "".join(f"<td{right(i, table.right)}>{text(cell)}</td>" for i, cell in enumerate(rest, 1))
        keys = " ".join(f"{group}:{place}" for group, place in row.keys)
        rows.append(f'<tr data-keys="{keys}" data-code="{text(row.code)}"><th scope="row"><a href="#{text(row.code)}">{text(first)}</a></th>{cells}</tr>')
    return (f'<section class="all" id="tabel"><h2>{text(table.title)}</h2><p class="quiet">{text(table.note)} <span class="hint" hidden>{text(table.hint)}</span></p>'
            f'<div class="wide" tabindex="0" role="region" aria-label="{text(table.title)}"><table class="sort"><thead><tr>{head}</tr></thead>'
            f'<tbody>{"".join(rows)}</tbody></table></div></section>')


def _reading(view: PocketView, words: Words) -> str:
    return (f'<section class="reading"><h2>{text(words("saku.read.title"))}</h2>{_lines("p", view.reading)}'
            f'<h3>{text(words("saku.read.letters"))}</h3><ul class="plain">{_lines("li", view.stamp.bases)}</ul></section>')


def _lines(tag: str, lines: Iterable[str]) -> str:
    return "".join(f"<{tag}>{text(line)}</{tag}>" for line in lines)


def _foot(view: PocketView) -> str:
    stamp = view.stamp
    words, first = words_in(view.language), f"{stamp.as_of} · {stamp.made_on} · {stamp.data}"
    # The boundaries' own lines are quoted as they are, in the language they are written in.
    rights = "".join(f'<p lang="id">{text(line)}</p>' for line in view.rights)
    back = text(stamp.address_line)
    if stamp.address:
        back = back.replace(text(stamp.address), f'<a href="{text(stamp.address)}" target="_blank" rel="noopener noreferrer">{text(stamp.address)}</a>')
    code = f'<figure class="qr" role="img" aria-label="{text(words("bahan.qr"))}">{qr_svg(stamp.address)}</figure>' if stamp.address else ""
    return f"<footer>{code}<div>{_lines('p', (first, stamp.warning))}<p>{back}</p>{rights}</div></footer>"
