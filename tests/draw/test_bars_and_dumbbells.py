"""The pictures of Pendanaan and Banding: what is drawn, and that nothing leaves the picture."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from petaucj.domain.month import Month
from petaucj.draw import dumbbell, funding_bars
from petaucj.draw.dumbbell import draw_dumbbells
from petaucj.draw.funding_bars import TEXTURES, draw_funding_bars
from petaucj.draw.palette import LIGHT
from petaucj.domain.matrix import funding_matrix
from petaucj.views.banding_target import build_dumbbells
from petaucj.views.funding_bars import build_funding_bars
from petaucj.views.phrases import Reader
from petaucj.views.state import ViewState
from tests.conftest import make_atlas, make_coverage, make_funding, make_target

READER = Reader("id", Month(2025, 12), Month(2026, 11))


def _bars(*funding):
    atlas = make_atlas(funding=funding)
    return build_funding_bars(atlas, funding_matrix(atlas, 2025, "realised"), "", READER)


def test_every_fund_has_colour_and_texture() -> None:
    assert set(TEXTURES) == set(LIGHT.funds)


def test_each_piece_carries_its_own_number_and_texture() -> None:
    picture = draw_funding_bars(_bars(make_funding("13.01", workers=9_650), make_funding("13.01", "palm_oil_share", 2_800)))
    assert ">9.650<" in picture and ">2.800<" in picture and "12.450" not in picture
    assert 'id="tekstur-palm_oil_share"' in picture and "fill-f-district-budget" in picture


@given(st.lists(st.tuples(st.sampled_from(["13.01", "13.02", "13.71"]), st.sampled_from(["district_budget", "palm_oil_share", "csr"]),
                          st.integers(1, 60_000)), min_size=1, max_size=9))
def test_bars_and_their_numbers_stay_inside_the_picture(rows: list) -> None:
    picture = draw_funding_bars(_bars(*(make_funding(code, fund, workers) for code, fund, workers in rows)))
    right = [float(x) + float(w) for x, w in re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', picture)]
    texts = [float(x) + 6.2 * len(words) for x, words in re.findall(r'<text x="([\d.]+)"[^>]*>([\d.]+)<', picture)]
    assert max(right + texts) <= funding_bars.WIDTH + 6


def test_no_bars_make_no_division() -> None:
    assert draw_funding_bars(_bars()).startswith("<svg")


def test_dumbbells_show_dot_diamond_and_an_axis_beyond_100() -> None:
    atlas = make_atlas(targets=(make_target("13", "32.20", regime="province"),), coverage=(make_coverage("13.01", pct="105"), make_coverage("13.02")))
    view = build_dumbbells(atlas, ViewState(), READER)
    picture = draw_dumbbells(view)
    assert picture.count("<circle") == 3 and picture.count("<path") == 3
    assert max(float(x) for x in re.findall(r'cx="([\d.]+)"', picture)) <= dumbbell.RIGHT
    assert "105\u00a0%" in picture
