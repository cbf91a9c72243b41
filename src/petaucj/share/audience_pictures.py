"""The pictures of the audience page: letters that would be too small on a phone stand beside the picture as real text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from petaucj.share.markup import text
from petaucj.draw.gauge import draw_gauge
from petaucj.draw.projection import draw_projection
from petaucj.draw.shapes import COARSE
from petaucj.draw.static_map import draw_static_map
from petaucj.views.bars import BarItem, BarsView
from petaucj.views.gauge import GaugeView
from petaucj.views.map import LegendEntry, MapView
from petaucj.views.plan_projection import ProjectionView
from petaucj.views.story import Picture

# Drawn narrow and enlarged to a phone's width, so that letters of 12 are seen at 16.
MAP_WIDTH, MONTHS_WIDTH, MONTHS_HEIGHT = 360.0, 250.0, 150.0
# Years on the axis need this many months between them.
ROOM_FOR_YEAR = 5
HATCHED = ("nodata", "other", "forecast", "back", "recorded", "required")


def draw_picture(view: Picture, every: str, said: str) -> str:
    """Return the picture of a step as HTML, "" for none.

    ``every`` is the heading of the list of all districts below a map; a title that is what the step has ``said`` is not said again.
    """
    if isinstance(view, MapView):
        return _map(view, every)
    if isinstance(view, GaugeView):
        return _gauge(view)
    if isinstance(view, ProjectionView):
        return _months(view)
    return _bars(view, said) if isinstance(view, BarsView) else ""


def _figure(css: str, alt: str, picture: str, rest: Iterable[str], title: str = "") -> str:
    caption = f"<figcaption>{text(title)}</figcaption>" if title else ""
    return f'<figure class="{css}">{caption}<div role="img" aria-label="{text(alt)}">{picture}</div>{"".join(rest)}</figure>'


def _map(view: MapView, every: str) -> str:
    marks = sorted(view.marks, key=lambda mark: not mark.chosen)
    told = "".join(f'<li{" class=chosen" if mark.chosen else ""}>{text(mark.spoken)}</li>' for mark in marks)
    # The pattern of a letter is on the face of the app's map only; here the list says which denominator each figure has.
    keys = [entry for entry in view.legend if " letter-" not in entry.swatch]
    return _figure("map", view.sentence, draw_static_map(view, MAP_WIDTH, tolerance=COARSE),
                   (_keys(keys), f"<details><summary>{text(every)}</summary><ul>{told}</ul></details>"))


def _gauge(view: GaugeView) -> str:
    bare = replace(view, caption="", note="", ticks=tuple(replace(tick, label="") for tick in view.ticks))
    ticks = sorted(view.ticks, key=lambda tick: (not tick.chosen, tick.at))
    said = [f"<p>{text(words)}</p>" for words in (view.caption, view.note) if words]
    named = (tick.label.rpartition(" ") for tick in ticks)
    rows = "".join(f'<li{" class=chosen" if tick.chosen else ""}><span>{text(name)}</span><span>{text(value)}</span></li>'
                   for tick, (name, _, value) in zip(ticks, named, strict=True))
    return _figure("gauge", view.alt, draw_gauge(bare), (*said, f'<ul class="marks">{rows}</ul>' if rows else ""))


def _months(view: ProjectionView) -> str:
    cliffs = tuple(replace(cliff, lines=(cliff.lines[0], cliff.lines[1].partition(" (")[0])) for cliff in view.cliffs)
    marks = tuple(replace(mark, label=str(i)) for i, mark in enumerate(view.marks, 1))
    starts = [column for column, _ in view.years[1:]] + [view.columns + ROOM_FOR_YEAR]
    years = tuple(year for year, after in zip(view.years, starts, strict=True) if after - year[0] >= ROOM_FOR_YEAR) if view.years else ()
    picture = draw_projection(replace(view, legend=(), cliffs=cliffs, marks=marks, years=years), MONTHS_HEIGHT, MONTHS_WIDTH)
    if not picture:
        return ""
    keys = _keys([*(LegendEntry(f"={i}", mark.label) for i, mark in enumerate(view.marks, 1)), *(LegendEntry(*entry) for entry in view.legend)])
    rows = "".join(f"<li><span>{text(name)}</span><b>{text(value)}</b></li>" for name, value in view.figures)
    return _figure("months", view.alt, picture, (keys, f'<ul class="marks">{rows}</ul>'), view.title)


def _bars(view: BarsView, said: str) -> str:
    longest = max((item.value for item in view.items), default=0) or 1
    title = "" if view.title == said else f"<figcaption>{text(view.title)}</figcaption>"
    return (f'<figure>{title}<p class="quiet">{text(view.unit)}</p>'
            f'<ul class="bars">{"".join(_bar(item, longest) for item in view.items)}</ul></figure>')


def _bar(item: BarItem, longest: float) -> str:
    css = " ".join(filter(None, (f"fill-{item.fill}", "chosen" * item.chosen, "hollow" * item.hollow)))
    return (f'<li class="{text(css)}"><p><span>{text(item.label)}</span><span>{text(item.text)}</span></p>'
            f'<i style="width:{100 * item.value / longest:.1f}%"></i></li>')


def _keys(entries: Iterable[LegendEntry]) -> str:
    return f'<ul class="keys">{"".join(f"<li>{_swatch(entry.swatch)}<span>{text(entry.label)}</span></li>" for entry in entries)}</ul>'


def _swatch(kind: str) -> str:
    if kind.startswith("="):
        return f'<i class="sign">{text(kind[1:])}</i>'
    return f'<i class="{text(kind if kind in HATCHED else f"fill-{kind}")}"></i>'
