"""The picture of a plan's months: what is drawn, that nothing leaves the picture, and that it stays small."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from petaucj.domain.month import Month
from petaucj.domain.outlook import outlook
from petaucj.domain.plan import Base, Plan
from petaucj.draw.projection import NARROWEST, WIDTH, draw_projection
from petaucj.views.phrases import Reader
from petaucj.views.plan_projection import build_projection
from tests.plans import CASUAL, PALM, make_book, make_plan, make_tranche

BOOK = make_book()
READER = Reader("id", Month(2025, 12), Month(2026, 11))


def _drawn(plan: Plan, reader: Reader = READER) -> str:
    return draw_projection(build_projection(outlook(plan, BOOK), reader))


def test_the_cliff_stands_in_accent_with_month_and_size() -> None:
    picture = _drawn(make_plan())
    assert re.search(r'class="accent halo big">Jan 2026<', picture)
    assert "−12.450 orang (−11,68\u00a0poin)" in picture
    assert picture.count('class="end"') == 1
    assert "diperlukan 30.165" in picture


def test_each_fund_has_its_colour_and_the_past_is_paler() -> None:
    picture = _drawn(make_plan())
    assert 'class="bar fill-f-palm-oil-share" fill-opacity="0.5"' in picture
    assert 'class="bar fill-f-district-budget"/>' in picture
    assert 'fill="url(#perkiraan)"/>' in picture


def test_nothing_is_hatched_when_nothing_lies_ahead() -> None:
    assert 'fill="url(#perkiraan)"' not in _drawn(make_plan(deadline="2026-06"))


def test_an_empty_result_draws_nothing() -> None:
    assert _drawn(make_plan(base=Base(None, None, None, None, "unknown"))) == ""


def test_long_horizons_have_years_and_no_initials() -> None:
    picture = _drawn(make_plan(deadline="2031-12", tranches=(PALM, CASUAL, make_tranche(5000, "2027-01", 48))))
    assert all(f">{year}</text>" in picture for year in (2026, 2027, 2028, 2029, 2030, 2031))
    assert ">A</text>" not in picture
    assert len(picture) < 16_000


@pytest.mark.parametrize("language", ["id", "en"])
def test_letters_stay_readable_where_the_picture_is_narrowest(language: str) -> None:
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', _drawn(make_plan(), replace(READER, language=language)))]
    assert min(sizes) * NARROWEST / WIDTH >= 10


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9000), st.integers(0, 40), st.integers(1, 30)), max_size=6), st.integers(0, 70))
def test_everything_stays_inside_the_picture(rows: list[tuple[int, int, int]], ahead: int) -> None:
    tranches = tuple(make_tranche(people, str(Month(2025, 11).plus(start)), months) for people, start, months in rows)
    picture = ET.fromstring(_drawn(make_plan(tranches=tranches, deadline=str(Month(2025, 10).plus(ahead)))))
    width, height = map(float, picture.get("viewBox").split()[2:])
    for node in picture.iter("text"):
        x, y, length = float(node.get("x")), float(node.get("y")), 6.3 * len(node.text) * float(node.get("font-size")) / 12.5
        left = {"start": x, "middle": x - length / 2, "end": x - length}[node.get("text-anchor")]
        assert -2 <= left
        assert left + length <= width + 2
        assert 8 <= y <= height


def test_labels_of_falls_do_not_cover_one_another() -> None:
    tranches = tuple(make_tranche(1000 + i, str(Month(2025, 11).plus(i)), 1 + i) for i in range(6))
    picture = ET.fromstring(_drawn(make_plan(tranches=tranches)))
    heads = [(float(n.get("x")), float(n.get("y")), n.text) for n in picture.iter("text") if n.get("class") == "accent halo big" and "20" in n.text]
    months = [h for h in heads if re.fullmatch(r"\w{3} \d{4}", h[2])]
    assert 1 <= len(months) <= 6
    assert len({(round(x), y) for x, y, _ in months}) == len(months)
