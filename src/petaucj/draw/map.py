"""The choropleth: a base map that never changes, and a light layer that only says code -> class.

Folium renders text through Jinja twice, so nothing reaches it but numbers, our own keys and
texts in which no two braces stand together.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import folium
from branca.element import MacroElement, Template

from petaucj.draw.assets import address, district_bounds
from petaucj.views.map import AreaMark, MapView


def _json(value: object) -> str:
    """Return JSON that neither Jinja nor an HTML parser can mistake for anything else."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    inside = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return re.sub(r"[{}%#](?=[{}%#])", lambda brace: f"{brace.group()} ", inside)


def _safe(text: str) -> str:
    """Return text for HTML and for Jinja: escaped, without braces."""
    return html.escape(text).replace("{", "&#123;").replace("}", "&#125;")


class MapWords(NamedTuple):
    """What the map itself says: the attribution line, the fault when boundaries do not come, and its two buttons."""

    attribution: str
    fault: str
    zoom_in: str
    zoom_out: str


class _Base(folium.Map):
    """A map written in few words: folium's own page head travels with every rerun and says 1 KB more than the frame needs."""

    _template = Template("""{% macro header(this, kwargs) %}<style>html,body,#{{ this.get_name() }}{width:100%;height:100%;margin:0}</style>{% endmacro %}
{% macro html(this, kwargs) %}<div class="folium-map" id={{ this.get_name()|tojson }} ></div>{% endmacro %}
{% macro script(this, kwargs) -%}
var {{ this.get_name() }} = L.map({{ this.get_name()|tojson }}, {center: [-1, 100.4], zoom: 8, zoomControl: false, zoomSnap: 0.25, zoomDelta: 0.5});
L.control.zoom({position: "topright"}).addTo({{ this.get_name() }});
{%- endmacro %}""")

    def __init__(self) -> None:
        super().__init__(tiles=None)
        self._name = "Map"


class _Start(MacroElement):
    """Loads the boundaries once and draws the districts."""

    _template = Template("{% macro script(this, kwargs) %}window.petaucj.start({{ this._parent.get_name() }}, {{ this.options_json }});{% endmacro %}")

    def __init__(self, options: dict) -> None:
        super().__init__()
        self._name = "Start"
        self.options_json = _json(options)


class _Show(MacroElement):
    """Tells the districts what to show."""

    _template = Template("{% macro script(this, kwargs) %}window.petaucj.show({{ this.view_json }});{% endmacro %}")

    def __init__(self, view: dict) -> None:
        super().__init__()
        self._name = "Show"
        self.view_json = _json(view)


def draw_base_map(words: Mapping[str, MapWords], prefix: str = "") -> folium.Map:
    """Return the base map: no tiles, Leaflet and boundaries from our own routes.

    ``words`` holds what the map says in each language, so that a change of language keeps the map and its
    zoom. A fresh object each time: rendering changes a folium map.
    """
    base = _Base()
    base.default_js = [("leaflet", address("leaflet.js", prefix)), ("petaucj", address("map.js", prefix))]
    base.default_css = [("leaflet", address("leaflet.css", prefix)), ("petaucj", address("petaucj.css", prefix))]
    _Start({
        "districts": address("districts.geojson", prefix), "context": address("context.geojson", prefix), "bounds": district_bounds(),
        "words": {language: [_safe(part) for part in said] for language, said in words.items()},
    }).add_to(base)
    return base


# Marks whose label says enough; the full sentence stands on the tile of the district.
CLASSES = tuple(f"c{i}" for i in range(7))
# The places of one district's cells, the same as in map.js; cells that are empty are 0, and left out at the end.
FIELDS = ("name", "fill", "value", "date", "letter", "mark", "radius", "says", "hollow", "parts")


def draw_layer(view: MapView) -> folium.FeatureGroup:
    """Return the layer of one rerun: for each district its class, label and sentence (about 2 KB)."""
    layer = folium.FeatureGroup(name="petaucj")
    # What most districts without data say is sent once; only who says something else carries it.
    told = Counter(mark.spoken.split(": ", 1)[1] for mark in view.marks if mark.fill == "nodata").most_common(1)
    said = {"nodata": told[0][0]} if told else {}
    tips = dict(view.tips)
    areas = {mark.code: _cells(mark, said, tips) for mark in view.marks}
    chosen = next((mark.code for mark in view.marks if mark.chosen), "")
    _Show({"lang": view.language, "mode": view.mode, "said": said | tips, "chosen": chosen, "areas": areas}).add_to(layer)
    return layer


def _cells(mark: AreaMark, said: Mapping[str, str], tips: Mapping[str, str]) -> list:
    district, told = mark.spoken.split(": ", 1)
    enough = mark.fill in CLASSES or mark.fill in tips or told == said.get(mark.fill)
    entry = {
        "name": district, "says": "" if enough else told, "fill": mark.fill, "value": _safe(mark.value), "date": _safe(mark.date),
        "letter": mark.letter, "mark": mark.mark, "radius": mark.radius, "hollow": int(mark.hollow),
        "parts": [[fund.replace("_", "-"), share] for fund, share in mark.parts],
    }
    cells = [entry[field] or 0 for field in FIELDS]
    while not cells[-1]:
        cells.pop()
    return cells
