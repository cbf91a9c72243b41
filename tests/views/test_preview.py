"""What a link says of itself before it is opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from petaucj.data.settings import Settings
from petaucj.domain.atlas import Atlas
from petaucj.views.occasion import occasion_of
from petaucj.views.preview import Preview, build_preview
from tests.conftest import make_atlas, make_coverage, make_district, make_target
from tests.plans import make_book

DAY = date(2026, 11, 21)


@pytest.fixture
def atlas() -> Atlas:
    return make_atlas(coverage=(make_coverage("13.01", active=300, denominator=1000, pct="30.00"),), targets=(make_target("13.01"),))


def _preview(atlas: Atlas, room: str = "peta", **query: str) -> Preview:
    return build_preview(occasion_of(query, atlas, make_book(), Settings(), DAY), room)


def test_a_district_is_told_with_its_verdict_and_without_marks(atlas: Atlas) -> None:
    told = _preview(atlas, daerah="13.01")
    assert told.title == "Kabupaten Awan · Peta UCJ"
    assert told.sentence.startswith("Per Oktober 2025 tercatat 300 peserta aktif") and told.sentence.endswith(".")
    assert "**" not in told.sentence


def test_a_district_without_figures_says_so(atlas: Atlas) -> None:
    assert "Belum ada angka" in _preview(atlas, daerah="13.02").sentence


def test_the_province_counts_who_has_figures_as_of_the_month(atlas: Atlas) -> None:
    assert _preview(atlas).title == "Peta UCJ · Sumatera Barat"
    assert _preview(atlas).sentence.startswith("1 dari 3 kabupaten/kota") and "Oktober 2025" in _preview(atlas).sentence
    early = replace(atlas, coverage=(*atlas.coverage, make_coverage("13.02", "2024-01")))
    assert _preview(early, per="2024-01").sentence.startswith("1 dari 3") and "Januari 2024" in _preview(early, per="2024-01").sentence
    assert _preview(early).sentence.startswith("2 dari 3")


@pytest.mark.parametrize("room", ["peta", "daerah", "pendanaan", "banding", "rencana", "sumber"])
@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("code", ["", "13.01"])
def test_every_room_has_a_title_of_its_own_in_both_languages(atlas: Atlas, room: str, language: str, code: str) -> None:
    rooms = ("peta", "daerah", "pendanaan", "banding", "rencana", "sumber")
    titles = [_preview(atlas, each, daerah=code, bahasa=language).title for each in rooms]
    assert len(set(titles)) == (5 if code else 6)  # map and district page of one district are about the same
    assert "Peta UCJ" in _preview(atlas, room, daerah=code, bahasa=language).title
    other = "id" if language == "en" else "en"
    assert _preview(atlas, room, daerah=code, bahasa=language).sentence != _preview(atlas, room, daerah=code, bahasa=other).sentence


def test_an_address_that_means_nothing_is_about_the_province(atlas: Atlas) -> None:
    hostile: Mapping[str, str] = {"daerah": "<script>alert(1)</script>", "per": "{{7*7}}", "bahasa": "xx", "a": "=cmd()"}
    assert _preview(atlas, **hostile) == _preview(atlas)


def test_words_of_the_data_stay_words(atlas: Atlas) -> None:
    name = "<img src=x onerror=alert(1)> {{7*7}} **"
    odd = replace(atlas, districts=(make_district("13.01", name), *atlas.districts[1:]))
    assert _preview(odd, daerah="13.01").title == f"{name} · Peta UCJ"
