"""Pictures carry what their views say; nothing from the data runs in them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib import resources
from xml.etree import ElementTree

import folium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit_folium import generate_leaflet_string

from petaucj.draw.assets import assets
from petaucj.draw.calendar import draw_calendar
from petaucj.draw.gauge import CENTRE, HEIGHT, draw_gauge
from petaucj.draw.map import FIELDS, MapWords, _json, draw_base_map, draw_layer
from petaucj.views.calendar import CalendarBar, CalendarRow, CalendarView
from petaucj.views.gauge import GaugeTick, GaugeView
from petaucj.views.map import AreaMark, MapView

WORDS = {"id": MapWords("Batas: <b>BIG</b>", "gangguan", "Perbesar", "Perkecil")}
HOSTILE = "<img src=x onerror=alert(1)> {{'PRO'~'BE'}} {% if %} </script>"
GAUGE = GaugeView(17.63, "17,63 %", "c4", 100, (GaugeTick(28.3, "target 28,30 %", True), GaugeTick(32.15, "RPJMN", False)), "18.788 dari 106.590", "", True, "alt")


def _text(svg: str) -> list[str]:
    return [node.text for node in ElementTree.fromstring(svg).iter("text")]


def test_the_gauge_prints_value_target_ticks_and_caption() -> None:
    svg = draw_gauge(GAUGE)
    assert {"17,63 %", "target 28,30 %", "RPJMN", "18.788 dari 106.590"} <= set(_text(svg))
    assert svg.count('class="target"') == 1
    assert svg.count('class="tick"') == 1


def test_words_below_the_gauge_stand_clear_of_its_feet() -> None:
    words = "18.788 dari 106.590 penduduk bekerja", "Dihitung: peserta Oktober 2025 ÷ penyebut September 2024."
    nodes = list(ElementTree.fromstring(draw_gauge(replace(GAUGE, caption=words[0], note=words[1]))).iter("text"))
    below = [node for node in nodes if node.text and any(node.text in line for line in words)]
    assert len(below) == 3
    assert min(float(node.get("y")) - float(node.get("font-size")) for node in below) >= CENTRE[1] + 3
    assert max(float(node.get("y")) for node in below) <= HEIGHT - 3


def test_a_gauge_beyond_100_draws_the_100_line_and_is_not_clipped() -> None:
    svg = draw_gauge(replace(GAUGE, value=105.0, value_text="105 %", axis=115.5, ticks=()))
    assert {"105 %", "100"} <= set(_text(svg))


def test_a_gauge_without_a_value_has_no_arc_but_its_words() -> None:
    svg = draw_gauge(replace(GAUGE, value=None, value_text="–", ticks=()))
    assert 'class="value"' not in svg
    assert "–" in _text(svg)


def test_labels_of_close_targets_do_not_cover_one_another() -> None:
    close = tuple(GaugeTick(at, f"t{at}", False) for at in (28.0, 28.3, 32.15, 32.2, 34.99))
    nodes = [n for n in ElementTree.fromstring(draw_gauge(replace(GAUGE, ticks=close))).iter("text") if (n.text or "").startswith("t")]
    heights = sorted(float(n.get("y")) for n in nodes)
    assert all(b - a >= 9 for a, b in zip(heights, heights[1:], strict=False))


@pytest.mark.parametrize("hostile", [HOSTILE, "a & b", "</svg><script>"])
def test_text_in_pictures_is_escaped(hostile: str) -> None:
    row = CalendarRow(hostile, (CalendarBar(0, 5, hostile, "f-csr", False),), "")
    calendar = CalendarView("t", tuple("JFMAMJJASONDJFM"), ((0, "2025"),), (row,), (), "", "alt", None)
    for svg in (draw_gauge(replace(GAUGE, caption=hostile)), draw_calendar(calendar)):
        tags = {node.tag for node in ElementTree.fromstring(svg).iter()}
        assert tags <= {"svg", "g", "path", "line", "rect", "text"}


def _view(spoken: str = "Kabupaten Awan: 30 %") -> MapView:
    mark = AreaMark("13.01", "Awan", "c2", "30,40", "Okt 2025", "B", "!", spoken, 0, 0, True)
    return MapView("id", "fill", "t", "s", (mark,), (), ())


def _script(view: MapView) -> str:
    base, layer = draw_base_map(WORDS), draw_layer(view)
    layer.add_to(base)
    base.get_root().render()
    return generate_leaflet_string(layer)


def test_the_layer_says_code_and_class_in_few_bytes() -> None:
    script = _script(_view())
    told = json.loads(re.search(r"petaucj\.show\((.*)\);", script).group(1))
    assert told["areas"]["13.01"] == ["Kabupaten Awan", "c2", "30,40", "Okt 2025", "B", "!"]
    assert told["chosen"] == "13.01"
    assert len(script) < 400


def test_the_script_unpacks_the_cells_in_the_order_they_are_packed() -> None:
    script = (resources.files("petaucj.draw") / "assets" / "map.js").read_text(encoding="utf-8")
    (told,) = re.findall(r"const FIELDS = \[([^]]*)\]", script)
    assert tuple(re.findall(r"\w+", told)) == FIELDS


def _shown(view: MapView) -> dict:
    return json.loads(re.search(r"petaucj\.show\((.*)\);", _script(view)).group(1))


def test_what_most_districts_without_data_say_travels_once() -> None:
    def mark(code: str, spoken: str) -> AreaMark:
        return AreaMark(code, code, "nodata", "", "", "", "", spoken, 0, 0)

    view = replace(_view(), marks=(mark("1", "Awan: kosong"), mark("2", "Bukit: kosong"), mark("3", "Cahaya: tanpa tanggal")))
    told = _shown(view)
    assert told["said"] == {"nodata": "kosong"}
    assert told["areas"] == {"1": ["Awan", "nodata"], "2": ["Bukit", "nodata"], "3": ["Cahaya", "nodata", 0, 0, 0, 0, 0, "tanpa tanggal"]}


def test_where_the_map_has_short_words_the_long_sentence_stays_on_the_tile() -> None:
    long = replace(_view().marks[0], fill="forecast", letter="", mark="†", radius=20, chosen=False, spoken="Kabupaten Awan: 15.988 orang, perkiraan; panjang")
    told = _shown(replace(_view(), mode="circle", marks=(long,), tips=(("forecast", "$value orang $mark, perkiraan"),)))
    assert told["said"] == {"forecast": "$value orang $mark, perkiraan"}
    assert told["areas"] == {"13.01": ["Kabupaten Awan", "forecast", "30,40", "Okt 2025", 0, "†", 20]}


def test_a_forecast_is_hatched_on_the_map_on_its_tile_and_in_the_legend() -> None:
    script, css = (assets()[name].body.decode() for name in ("map.js", "petaucj.css"))
    assert "url(#forecast)" in script
    assert "pattern('forecast'" in script
    for place in (".spot.circle.fill-forecast", ".tile.fill-forecast", ".swatch.fill-forecast", ".forecast-line"):
        assert f".petaucj {place} {{" in css, place


def test_the_base_map_travels_in_few_bytes_and_its_frame_fills_the_place() -> None:
    base = draw_base_map(WORDS)
    base.get_root().render()
    header, script = base.get_root().header.render(), generate_leaflet_string(base)
    assert "height:100%" in header
    assert "user-scalable" not in header
    assert len(script) < 700
    assert 'L.map("map_div"' in script


def test_nothing_from_the_data_is_run_by_the_template_engine_or_the_browser() -> None:
    for hostile in (HOSTILE, "{{cycler.__init__}}", "{# x #}"):
        script = _script(replace(_view(), marks=(replace(_view().marks[0], spoken=f"Kabupaten Awan: {hostile}", fill="nodata", value=hostile, date=hostile),)))
        assert "PROBE" not in script
        assert "<img" not in script
        assert "</script>" not in script


def test_the_base_map_asks_this_machine_only() -> None:
    base = draw_base_map(WORDS, "/ucj")
    links = [address for _, address in [*base.default_js, *base.default_css]]
    assert all(link.startswith("/ucj/aset/") for link in links)
    assert isinstance(base, folium.Map)
    assert not [child for child in base._children.values() if isinstance(child, folium.TileLayer)]


def test_every_asset_has_an_address_that_changes_with_its_content() -> None:
    assert {"leaflet.js", "leaflet.css", "map.js", "figure.js", "table.js", "petaucj.css", "page.css", "print.css", "print.js", "districts.geojson", "context.geojson"} == set(assets())
    for asset in assets().values():
        assert re.fullmatch(r"/(aset|batas)/[0-9a-f]{12}/[\w.]+", asset.path)
        assert asset.body




@given(st.text(alphabet="{}%# a1", max_size=30))
def test_no_two_braces_ever_stand_together(text: str) -> None:
    told = _json({"a": text, "b": [{"c": text}]})
    assert not re.search(r"{[{%#]|[}%#]}", told)
