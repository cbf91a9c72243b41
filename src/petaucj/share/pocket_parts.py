"""The pieces the file for telephones and the page to embed have in common."""

from __future__ import annotations

from collections.abc import Iterable

from petaucj.draw.gauge import draw_gauge
from petaucj.draw.shelf import Shelf
from petaucj.share.markup import rich, text
from petaucj.text.words import Words
from petaucj.views.gauge import GaugeView
from petaucj.views.map import AreaMark, LegendEntry, MapView
from petaucj.views.plan_head import BigNumber
from petaucj.views.pocket import Payment


def choices(words: Words) -> str:
    """Return the two buttons that show map or tiles where only one has room; hidden until a script makes them work."""
    buttons = "".join(f'<button type="button" data-show="{kind}" aria-pressed="{str(kind == "map").lower()}">{text(words(f"saku.pick.{kind}"))}</button>'
                      for kind in ("map", "tiles"))
    return f'<div class="choices" role="group" aria-label="{text(words("saku.pick.label"))}" hidden>{buttons}</div>'


def tiles(view: MapView, words: Words) -> str:
    """Return the 19 equal tiles, each a link to its district: value, letter, signs, name, date."""
    return f'<div class="tiles" role="group" aria-label="{text(words("peta.tiles_label"))}">{"".join(map(_tile, view.marks))}</div>'


def _tile(mark: AreaMark) -> str:
    letter = f' letter-{"q" if mark.letter == "?" else text(mark.letter)}' if mark.letter else ""
    value = f'<b{" class=long" if len(mark.value) > 6 else ""}>{text(mark.value) or "–"}{f"<sup>{text(mark.letter)}</sup>" if mark.letter else ""}</b>'
    sign = f'<span class="mark">{text(mark.mark)}</span>' if mark.mark else ""
    chosen = ' aria-current="true"' if mark.chosen else ""
    date = f'<small class="when">{text(mark.date)}</small>' if mark.date else ""
    return (f'<a class="tile fill-{text(mark.fill)}{letter} x{mark.column} y{mark.row}" href="#{text(mark.code)}" data-code="{text(mark.code)}" '
            f'aria-label="{text(mark.spoken)}" title="{text(mark.spoken)}"{chosen}>{value}<small>{text(mark.name)}</small>{date}{sign}</a>')


def legends(view: MapView, words: Words) -> str:
    """Return the legend in two lists: colours, then signs and letters."""
    colours = [entry for entry in view.legend if not _is_sign(entry)]
    signs = [entry for entry in view.legend if _is_sign(entry)]
    return _legend(colours, "colours", words("saku.pick.legend")) + (_legend(signs, "signs", words("saku.pick.signs")) if signs else "")


def _is_sign(entry: LegendEntry) -> bool:
    return entry.swatch.startswith("=") or " " in entry.swatch


def _legend(entries: list[LegendEntry], kind: str, label: str) -> str:
    return f'<ul class="legend {kind}" aria-label="{text(label)}">{"".join(map(_entry, entries))}</ul>'


def _entry(entry: LegendEntry) -> str:
    bare = entry.swatch.startswith("=")
    css = "swatch bare" if bare else "swatch " + " ".join(f"fill-{part}" if i == 0 else part for i, part in enumerate(entry.swatch.split()))
    return f'<li><span class="{text(css)}" aria-hidden="true">{text(entry.swatch[1:]) if bare else ""}</span>{text(entry.label)}</li>'


def gauge(view: GaugeView, shelf: Shelf) -> str:
    """Return the gauge as a figure; nothing where there is no value to show."""
    return "" if view.value is None else figure(draw_gauge(view), view.alt, "gauge", shelf)


def figure(picture: str, alt: str, kind: str, shelf: Shelf) -> str:
    """Return a picture as a figure that says in words what it shows."""
    return f'<figure class="{kind}" role="img" aria-label="{text(alt)}">{shelf.place(picture)}</figure>'


def numbers(held: Iterable[BigNumber]) -> str:
    """Return numbers for the eyes, each with its name and the line that explains it."""
    return '<dl class="numbers">' + "".join(
        f"<div><dt>{text(n.label)}</dt><dd><b>{text(n.value)}</b><span>{text(n.detail)}</span></dd></div>" for n in held) + "</dl>"


def warnings(lines: Iterable[str], label: str) -> str:
    """Return warnings as a list; nothing without one."""
    told = "".join(f"<li>{rich(line)}</li>" for line in lines)
    return f'<ul class="warnings" aria-label="{text(label)}">{told}</ul>' if told else ""


def payments(held: Iterable[Payment]) -> str:
    """Return who pays as bars of one scale: fund and people above, for whom and until when below."""
    return '<ul class="pays">' + "".join(map(_payment, held)) + "</ul>"


def _payment(held: Payment) -> str:
    css = "bar hollow" if held.planned else "bar"
    bar = (f'<svg class="line fill-{text(held.fill)}" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
           f'<rect width="{max(0.6, 100 * held.share):.2f}" height="4" class="{css}"/></svg>')
    rest = " · ".join(text(part) for part in (held.group, held.period, held.status) if part)
    return f'<li><p><span>{text(held.fund)}</span> <b>{text(held.people)}</b></p>{bar}<p class="quiet">{rest}</p></li>'
