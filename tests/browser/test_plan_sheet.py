"""The sheet as it leaves the office: opened from a file, without a network, printed on A4; with the real seeds."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from petaucj.data.catalogue import load_catalogue
from petaucj.domain.atlas import Atlas
from petaucj.domain.gather import gather
from petaucj.domain.month import Month
from petaucj.domain.outlook import outlook
from petaucj.domain.plan import PLANNABLE, Offer
from petaucj.domain.planning import PlanningBook, planning_of
from petaucj.domain.prefill import first_plan
from petaucj.share.plan_sheet import write_plan_sheet
from petaucj.text.words import words_in
from petaucj.views.phrases import Reader
from petaucj.views.plan_scenarios import build_scenarios
from petaucj.views.plan_sheet import build_sheet

TODAY, DAY = Month(2026, 11), date(2026, 11, 21)
A4 = (595, 842)


@pytest.fixture(scope="module")
def held() -> tuple[Atlas, PlanningBook]:
    catalogue = load_catalogue()
    return gather(catalogue), planning_of(catalogue)


def _sheet(held: tuple[Atlas, PlanningBook], code: str, language: str = "id", edited: bool = False) -> bytes:
    atlas, book = held
    reader = Reader(language, atlas.newest_month, TODAY)
    start = first_plan(atlas, book, code, None, TODAY, TODAY)
    plan = start.with_(offers=(Offer("palm_oil_share", 1500, 712_000_000, Month(2027, 7), 6), Offer("district_budget", None, 10**9, Month(2027, 1), 12)))
    results = {"a": outlook(start, book), "b": outlook(plan, book)}
    scenarios = build_scenarios(results, start, book, reader) if edited else None
    return write_plan_sheet(build_sheet(results["b" if edited else "a"], book, atlas, reader, DAY, scenarios, letter="b"))


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path) -> Callable[..., Page]:
    """Open a sheet from a file in a browser that may ask nobody anything."""
    asked: list[str] = []
    faults: list[str] = []

    def open_(html: bytes, width: int = 1000) -> Page:
        file = tmp_path / "lembar.html"
        file.write_bytes(html)
        page = chromium.new_page(viewport={"width": width, "height": 844})
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.route("**/*", lambda route: route.continue_() if route.request.url == file.as_uri() else route.abort())
        page.goto(file.as_uri())
        return page

    yield open_
    assert faults == []
    assert all(url.startswith("file://") and url.endswith("lembar.html") for url in asked), asked


def _pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("edited", [False, True])
def test_it_prints_on_one_or_two_pages_of_a4(held: tuple[Atlas, PlanningBook], opened: Callable[..., Page], language: str, edited: bool) -> None:
    pdf = opened(_sheet(held, "13.11", language, edited)).pdf(prefer_css_page_size=True)
    assert 1 <= _pages(pdf) <= 2
    width, height = map(float, re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", pdf).groups())
    assert (round(width), round(height)) == pytest.approx(A4, abs=2)


def test_every_district_prints_on_at_most_two_pages(held: tuple[Atlas, PlanningBook], opened: Callable[..., Page]) -> None:
    for district in held[0].districts:
        page = opened(_sheet(held, district.code))
        assert _pages(page.pdf(prefer_css_page_size=True)) <= 2, district.name
        page.close()


def test_the_golden_numbers_are_read_from_the_page(held: tuple[Atlas, PlanningBook], opened: Callable[..., Page]) -> None:
    told = opened(_sheet(held, "13.11")).inner_text("body").replace("\u00a0", " ")
    for number in ("18.788", "30.165", "14.177 orang", "11.377", "Rp2,86 miliar", "Rp2.858.083.200", "28.438", "15.988", "Rp324.240.000", "Rp282.240.000"):
        assert number in told, number
    picture = opened(_sheet(held, "13.11")).locator("figure svg").text_content().replace("\u00a0", " ")
    assert "−12.450 orang (−11,68 poin)" in picture


def test_it_fits_a_telephone(held: tuple[Atlas, PlanningBook], opened: Callable[..., Page]) -> None:
    page = opened(_sheet(held, "13.11", edited=True), width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    small = page.evaluate("""() => { const svg = document.querySelector('figure svg'); const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
        return Math.min(...[...svg.querySelectorAll('text')].map((t) => Number(t.getAttribute('font-size')) * scale)); }""")
    assert small >= 10


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_names_of_the_funds_are_those_of_the_seeds(held: tuple[Atlas, PlanningBook], language: str) -> None:
    seeds = {rule.funding_source: rule.name.of(language) for rule in held[0].funding_rules}
    assert {fund: words_in(language)(f"lembar.fund.{fund}") for fund in PLANNABLE} == {fund: seeds[fund] for fund in PLANNABLE}
