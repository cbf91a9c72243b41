"""The flat outlines: all districts, neighbours that still meet, small cities that are not lost, and the still map drawn from them."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest
from shapely.geometry import MultiPolygon, Polygon

from petaucj.draw.painted import painted
from petaucj.draw.palette import DARK, LIGHT
from petaucj.draw.shapes import COARSE, FINE, outlines
from petaucj.draw.static_map import draw_static_map
from petaucj.views.map import AreaMark, MapView


def _marks(**more: object) -> tuple[AreaMark, ...]:
    plain = AreaMark("", "Nama", "c3", "30,40", "Okt 2025", "B", "", "Kabupaten: 30,40", 0, 0)
    return tuple(replace(plain, code=code, **more) for code in outlines().areas)


def _view(marks: tuple[AreaMark, ...]) -> MapView:
    return MapView("id", "fill", "Judul", "Kalimat", marks, (), ())


@pytest.mark.parametrize("tolerance", [FINE, COARSE])
def test_all_nineteen_are_there_and_do_not_overlap(tolerance: float) -> None:
    areas = {code: MultiPolygon([Polygon(ring) for ring in held.rings]).buffer(0).difference(MultiPolygon([Polygon(hole) for hole in held.holes])) for code, held in outlines(tolerance).areas.items()}
    assert len(areas) == 19 and all(area.area > 1 for area in areas.values())
    total = sum(area.area for area in areas.values())
    assert sum(a.intersection(b).area for a, b in combinations(areas.values(), 2)) < total / 10_000


def test_areas_keep_their_size() -> None:
    held = outlines()
    padang_panjang = sum(Polygon(ring).area for ring in held.areas["13.74"].rings)
    assert 18 < padang_panjang < 30
    assert held.width == pytest.approx(366, abs=4) and held.height == pytest.approx(499, abs=4)


def test_coarse_outlines_are_lighter() -> None:
    def points(tolerance: float) -> int:
        return sum(len(ring) for area in outlines(tolerance).areas.values() for ring in area.rings)
    assert points(COARSE) < points(FINE) / 1.5


def test_the_still_map_draws_every_district_and_escapes_what_it_says() -> None:
    evil = '"><script>alert(1)</script>{{7*7}}'
    picture = draw_static_map(_view(_marks(spoken=f"Nama: {evil}", value=evil)), 800, 14, linked=True)
    root = ElementTree.fromstring(picture)
    codes = [g.get("data-code") for g in root.iter() if g.get("data-code")]
    assert sorted(codes) == sorted(outlines().areas) and "<script" not in picture
    assert all(g.get("aria-label") == f"Nama: {evil}" for g in root.iter() if g.get("data-code"))


def test_a_district_too_small_for_its_value_leaves_it_out() -> None:
    def texts(width: float) -> int:
        return draw_static_map(_view(_marks()), width, 14).count("<text")
    assert texts(400) < texts(1600) <= 19


def test_no_data_is_a_hatch_and_the_chosen_one_is_drawn_last() -> None:
    marks = tuple(replace(m, fill="nodata", chosen=m.code == "13.11") for m in _marks())
    picture = draw_static_map(_view(marks), 400)
    assert picture.count("url(#arsir)") == 19 and picture.rindex("area empty chosen") > picture.rindex('area empty"')


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_painted_picture_needs_no_style_sheet(theme: object) -> None:
    picture = painted(draw_static_map(_view(_marks()), 400, 14), theme, ground=True)
    assert "class=" not in picture and "var(" not in picture and theme.coverage[3] in picture
    root = ElementTree.fromstring(picture)
    assert root.get("width") == "400" and root[0].get("fill") == theme.ground


def test_an_unknown_class_is_not_lost_unseen() -> None:
    with pytest.raises(ValueError, match="asing"):
        painted('<svg viewBox="0 0 1 1"><path class="asing"/></svg>', LIGHT)
