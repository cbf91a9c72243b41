"""The page ``?tampil=sematkan``: stands in a frame on another site, asks nobody anything, and stays with its district."""

from __future__ import annotations

from petaucj.draw.linked_map import draw_linked_map
from petaucj.draw.shelf import Shelf
from petaucj.share.markup import rich, text
from petaucj.share.pocket_page import write_page
from petaucj.share.pocket_parts import choices, gauge, legends, numbers, payments, tiles, warnings
from petaucj.share.pocket_style import page_style
from petaucj.text.words import Words, words_in
from petaucj.views.occasion import Occasion
from petaucj.views.pocket_embed import EmbedPanel, EmbedView, build_embed

MAP_WIDTH, MAP_LABEL = 300.0, 10.5


def write_embed(occasion: Occasion, prefix: str = "") -> bytes:
    """Return the frame of an occasion as UTF-8 HTML; locked to the occasion's district when it has one.

    ``prefix`` is where the server stands, as for every page; nothing of this one lies below it, because it asks for nothing.
    """
    view, shelf = build_embed(occasion), Shelf()
    words = words_in(view.language)
    inner = _district(view, words, shelf) if view.locked else _province(view, words, shelf)
    body = (f'<header><p class="quiet">{text(words("frame.brand"))}</p></header><main tabindex="0" aria-label="{text(_title(view, words))}">{inner}{_small(view)}</main>'
            f"{_foot(view, words)}")
    data = {"chosen": view.locked, "brand": words("frame.brand"), "framed": True}
    return write_page(view.language, _title(view, words), page_style(shelf.rules, "pocket.css", "embed.css"), data, shelf.patterns + body,
                      "embed locked" if view.locked else "embed")


def _title(view: EmbedView, words: Words) -> str:
    return words("saku.embed.title", place=view.stamp.place)


def _district(view: EmbedView, words: Words, shelf: Shelf) -> str:
    held = view.panels[0].handout
    picture = shelf.place_links(draw_linked_map(view.map, MAP_WIDTH, links=()), view.stamp.place)
    return (f'<section class="panel" id="{text(held.code)}"><div>{_standing(view.panels[0], words, shelf)}</div>'
            f'<div>{_who_pays(view.panels[0])}{numbers(held.numbers)}</div></section><figure class="map">{picture}</figure>')


def _province(view: EmbedView, words: Words, shelf: Shelf) -> str:
    picture = shelf.place_links(draw_linked_map(view.map, MAP_WIDTH, MAP_LABEL), words("saku.pick.map_label"))
    lines = "".join(f"<li>{text(line)}</li>" for line in view.province.lines)
    whole = (f'<section class="panel" id="provinsi"><h2 tabindex="-1">{text(view.province.title)}</h2><p class="verdict">{text(view.map.sentence)}</p>'
             f'<ul class="plain">{lines}</ul><p class="ask">{text(words("saku.embed.choose"))}</p></section>')
    panels = "".join(f'<section class="panel" id="{text(p.handout.code)}">{_standing(p, words, None)}<p class="quiet source">{text(p.source)}</p></section>' for p in view.panels)
    return (f'<section class="pick" data-show="map">{choices(words)}<figure class="map">{picture}</figure>'
            f'<div class="beside">{tiles(view.map, words)}{legends(view.map, words)}</div></section><div class="panels">{whole}{panels}</div>')


def _standing(panel: EmbedPanel, words: Words, shelf: Shelf | None) -> str:
    """Return name, verdict and warnings of a district; with a ``shelf`` its gauge too."""
    standing = panel.handout.standing
    drawn = gauge(standing.gauge, shelf) if shelf else ""
    return (f'<h2 tabindex="-1">{text(standing.title)}</h2><p class="quiet meta">{text(standing.meta)}</p><p class="verdict">{rich(standing.verdict)}</p>'
            f'{warnings(standing.warnings, words("saku.panel.warnings"))}{drawn}')


def _who_pays(panel: EmbedPanel) -> str:
    funding, months = panel.handout.funding, panel.handout.projection
    shown = payments(panel.payments) if panel.payments else f'<p class="quiet">{text(funding.empty)}</p>'
    until = "".join(f"<p>{text(line)}</p>" for line in (*months.falls, months.safe) if line)
    return f'<h3>{text(funding.title)}</h3>{shown}<div class="until">{until}</div>'


def _small(view: EmbedView) -> str:
    """Return what need not be in sight: what the figures are, and whose boundaries these are."""
    rights = "".join(f'<p lang="id">{text(line)}</p>' for line in view.rights)
    return f'<div class="small quiet"><p>{text(view.stamp.warning)}</p>{rights}</div>'


def _foot(view: EmbedView, words: Words) -> str:
    said = words("saku.embed.foot", as_of=view.stamp.as_of, hash=view.stamp.release_hash)
    link = f' <a href="{text(view.stamp.address)}" target="_blank" rel="noopener">{text(words("saku.embed.open"))}</a>' if view.stamp.address else ""
    return f"<footer><p>{text(view.source)}</p><p>{text(said)}{link}</p></footer>"
