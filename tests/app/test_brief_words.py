"""The one page of every real district in both languages: one A4 page, 200 words at most, nothing required left out."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from pypdf import PdfReader

from petaucj.data.catalogue import load_catalogue
from petaucj.domain.gather import gather
from petaucj.domain.month import Month
from petaucj.domain.plan import Tranche
from petaucj.domain.planning import planning_of
from petaucj.share.pdf import write_booklet, write_brief
from petaucj.views.brief import BriefView, build_brief
from petaucj.views.brief_booklet import build_booklet_cover
from petaucj.views.brief_words import MOST_WORDS, words_in_texts
from petaucj.views.handout import build_handout
from petaucj.views.occasion import Occasion, first_plan_of, reader_for
from petaucj.views.plan_address import encode
from petaucj.views.state import ViewState

DAY = date(2026, 11, 21)
LANGUAGES = ("id", "en")
LETTERS = re.compile(r"[^\W\d_]{2,}")


@cache
def _facts():
    catalogue = load_catalogue()
    return gather(catalogue), planning_of(catalogue)


CODES = tuple(district.code for district in _facts()[0].districts)


def _occasion(code: str, language: str, per: Month | None = None, public_url: str = "") -> Occasion:
    atlas, book = _facts()
    return Occasion(atlas, book, ViewState(daerah=code, bahasa=language), reader_for(atlas, language, per, DAY, 12, 6), DAY, public_url)


def _brief(code: str, language: str, per: Month | None = None, public_url: str = "") -> BriefView:
    return build_brief(build_handout(_occasion(code, language, per, public_url)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_it_is_one_page_of_at_most_two_hundred_words(code: str, language: str) -> None:
    for public_url in ("", "https://ucj.sumbarprov.go.id"):
        view = _brief(code, language, public_url=public_url)
        assert words_in_texts(view.texts) <= MOST_WORDS
        pages = PdfReader(io.BytesIO(write_brief(view))).pages
        assert len(pages) == 1
        # Whatever is on the page is either counted above or stands in a picture.
        printed = set(LETTERS.findall(pages[0].extract_text().replace(view.stamp.address or "\0", "")))
        pictured = set(LETTERS.findall(f"{view.projection.alt} {view.projection.legend} {view.projection.marks} {view.projection.cliffs} {view.gauge}"))
        initials = set(LETTERS.findall(f"{view.projection.required_label} {view.stamp.address}"))
        assert printed - set(LETTERS.findall(" ".join(view.texts))) - pictured - initials == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_it_answers_what_a_head_of_region_asks(code: str, language: str) -> None:
    view = _brief(code, language)
    assert view.verdict.rstrip("*").endswith(".")
    assert len(view.numbers) == 3 and all(n.label and n.value and n.detail for n in view.numbers)
    assert len(view.decisions) == 3 and all(d.text.endswith(".") for d in view.decisions)
    assert all(d.due or "bulan ini" in view.decisions_title or "this month" in view.decisions_title for d in view.decisions)
    assert view.sources and view.foot[0]
    assert view.results or not build_handout(_occasion(code, language)).results_brief, "what was paid out stands on the page wherever a document tells it"
    assert view.paying is not None, "every district has a payment on record or people without one"
    assert bool(view.blanks) is not bool(view.projection.columns)
    assert not view.blanks or view.months_line


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_golden_district(language: str) -> None:
    told = PdfReader(io.BytesIO(write_brief(_brief("13.11", language)))).pages[0].extract_text()
    numbers = ("18.788", "30.165", "14.177", "11.377", "12.450") if language == "id" else ("18,788", "30,165", "14,177", "11,377", "12,450")
    for number in numbers:
        assert number in told, number


@pytest.mark.parametrize("per", [Month(2022, 12), Month(2024, 6), Month(2025, 6), Month(2026, 11)], ids=str)
def test_other_months_stay_on_one_page(per: Month) -> None:
    for code in CODES:
        view = _brief(code, "en", per)
        assert words_in_texts(view.texts) <= MOST_WORDS, code
        assert len(PdfReader(io.BytesIO(write_brief(view))).pages) == 1, code


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ["13.11", "13.73", "13.03", "13.06"])
def test_a_plan_somebody_worked_out_stays_on_one_page(code: str, language: str) -> None:
    held = _occasion(code, language, public_url="https://ucj.sumbarprov.go.id")
    first, funds = first_plan_of(held), ("district_budget", "csr", "zakat", "village_budget", "province_budget", "donation")
    more = tuple(Tranche(fund, 1000 + i, Month(2027, 1 + i), 6 + i, commitment="planned") for i, fund in enumerate(funds))
    plan = first.with_(tranches=(*first.tranches, *more))
    state = held.state.with_(b=encode(plan, first), c=encode(plan.with_(tranches=plan.tranches[:4]), first), skenario="b")
    view = build_brief(build_handout(replace(held, state=state)))
    assert words_in_texts(view.texts) <= MOST_WORDS
    assert len(view.options.columns) == 4
    assert view.paying_note
    assert len(PdfReader(io.BytesIO(write_brief(view))).pages) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_booklet_holds_every_district(language: str) -> None:
    atlas, province = _facts()[0], _occasion("", language)
    cover = build_booklet_cover(province)
    body = write_booklet(cover, tuple(build_brief(build_handout(province.of(code))) for code in CODES))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(body)).pages]
    assert all(name in text for name, text in zip((d.name for d in atlas.districts), pages[1:], strict=False))
    assert len(pages) > 1 + len(CODES)
    contents = re.findall(r"(\d+)\s*$", pages[0].split(cover.lines_title)[0], re.MULTILINE)
    assert contents[-len(CODES):] == [str(at) for at in range(2, 2 + len(CODES))]
    assert {d.source_id for d in cover.documents} >= {s.source_id for code in CODES for s in _brief(code, language).sources}
    assert [d.number for d in cover.documents] == list(range(1, len(cover.documents) + 1))
    assert f"{cover.documents[-1].number}" in pages[-1]
