"""The page for the phones: small, self-contained, the whole story, nothing of what data says is run."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from petaucj.data.bilingual import Bilingual
from petaucj.share.audience import write_audience
from petaucj.text.rich import plain_of
from petaucj.views.occasion import Occasion, reader_for
from petaucj.views.state import ViewState
from petaucj.views.story import Story, build_story
from tests.conftest import make_atlas, make_coverage, make_district, make_funding, make_source, make_target
from tests.plans import make_book

DAY = date(2026, 11, 21)
EVIL = """<script>alert(1)</script>{{7*7}}"><img src=x onerror=alert(1)>'&** ]]> =cmd() ![](x) \x0b"""
# The map needs outlines, so the made-up figures stand in districts that exist.
CODES = ("13.01", "13.02", "13.03", "13.04", "13.05", "13.06", "13.07", "13.08", "13.09", "13.10", "13.11", "13.12", "13.71", "13.72", "13.73",
         "13.74", "13.75", "13.76", "13.77")


def _story(language: str = "id", source: str = "Warta", district: str = "Contoh", public_url: str = "", **query: str) -> Story:
    districts = tuple(make_district(code, f"Kabupaten {district} {i}", i % 5, i // 5) for i, code in enumerate(CODES))
    facts = (make_coverage("13.11", active=18_788, fact_key="k1"), make_coverage("13.11", "2024-09", active=18_092, denominator=106_590, fact_key="k2"),
             make_coverage("13.12", active=30_000, denominator=100_000, pct="30.00"))
    atlas = make_atlas(districts=districts, coverage=facts, targets=(make_target("13.11"),),
                       funding=(make_funding("13.11", "palm_oil_share", 2800, cover_start=None), make_funding("13.11", "district_budget", 9650)),
                       sources={"s1": replace(make_source(), publisher=source, read_as=Bilingual(source, source))})
    reader = reader_for(atlas, language, None, DAY, 12, 6)
    state = ViewState(daerah="13.11", bahasa=language, **query)
    return build_story(Occasion(atlas, make_book(), state, reader, DAY, public_url))


class _Page(HTMLParser):
    """Collects tags with their attributes, and the words outside of scripts and styles."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self._inside = ""
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside not in ("script", "style"):
            self.words += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def _meta(page: _Page) -> dict[str, str]:
    return {m.get("property") or m.get("name") or m.get("http-equiv"): m.get("content") for m in page.all("meta")}


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_step_stands_on_the_page_with_its_message_numbers_and_source(language: str) -> None:
    story = _story(language)
    page = _Page(write_audience(story))
    assert page.all("html")[0]["lang"] == language
    assert [s["id"] for s in page.all("section")] == [f"langkah-{i}" for i in range(1, len(story.steps) + 1)]
    for step in story.steps:
        for said in (step.title, plain_of(step.message), step.source, *step.lines, *(n.value for n in step.numbers)):
            assert plain_of(said) in page.words, said
    assert all(line in page.words for line in story.stamp.lines if line != story.stamp.address_line)


def test_a_page_without_a_public_address_says_nothing_of_a_code() -> None:
    plain, placed = _story(), _story(public_url="https://ucj.example.org")
    assert plain.stamp.address_line and plain.stamp.address_line not in _Page(write_audience(plain)).words
    assert placed.stamp.address_line in _Page(write_audience(placed)).words


def test_nothing_of_the_speaker_reaches_the_phones() -> None:
    story = _story()
    page = write_audience(story).decode()
    assert not [note for step in story.steps for note in step.notes[:2] if note in page]


def test_the_page_is_small_and_the_same_every_time() -> None:
    page = write_audience(_story())
    assert page == write_audience(_story())
    assert len(page) <= 150_000
    assert len(gzip.compress(page)) <= 40_000


def test_the_policy_lets_only_our_own_script_run_and_only_our_own_address_be_asked() -> None:
    text = write_audience(_story()).decode()
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    policy = _meta(_Page(text.encode()))["Content-Security-Policy"]
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    assert len(scripts) == 1
    assert policy.split("; ") == ["default-src 'none'", "style-src 'unsafe-inline'", "img-src 'self' data:", "base-uri 'none'", "form-action 'none'",
                                  "connect-src 'self'", f"script-src 'sha256-{digest}'"]


def test_the_page_names_no_foreign_address() -> None:
    page = _Page(write_audience(_story()))
    named = [value for _, attributes in page.tags for name, value in attributes.items() if name in ("src", "href", "action", "data", "srcset", "poster")]
    assert all(value.startswith("#langkah-") or value == "data:," for value in named)
    assert not re.search(r"https?://(?!www\.w3\.org/)", write_audience(_story()).decode())
    assert "url(" not in re.sub(r"url\(#", "", write_audience(_story()).decode())


def test_a_page_that_follows_nobody_holds_no_script_and_no_bar() -> None:
    page = _Page(write_audience(_story(), follow_url=""))
    assert page.all("script") == []
    assert "ikuti" not in {d.get("id") for d in page.all("div")}
    assert "script-src" not in _meta(page)["Content-Security-Policy"]


def test_the_bar_stays_hidden_until_the_script_runs() -> None:
    bar = next(d for d in _Page(write_audience(_story(), follow_url="posisi")).all("div") if d.get("id") == "ikuti")
    assert "hidden" in bar
    assert bar["data-address"] == "posisi"


def test_chat_apps_get_title_sentence_and_with_an_address_the_picture() -> None:
    story = _story()
    plain, placed = _meta(_Page(write_audience(story))), _meta(_Page(write_audience(story, base="http://192.168.1.7:8520")))
    assert plain["og:title"] == story.title
    assert plain["og:description"] == plain["description"] == plain_of(next(s.message for s in story.steps if s.kind == "putusan"))
    assert "og:image" not in plain
    assert plain["twitter:card"] == "summary"
    assert placed["og:image"] == "http://192.168.1.7:8520/kartu.png"
    assert placed["og:url"] == "http://192.168.1.7:8520/"
    assert (placed["og:image:width"], placed["og:image:height"], placed["twitter:card"]) == ("1200", "630", "summary_large_image")


def test_what_data_says_is_never_markup() -> None:
    page = _Page(write_audience(_story(source=EVIL, district=EVIL), base='http://x"><script>'))
    assert len(page.all("script")) == 1
    assert page.all("img") == []
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
    assert "{{7*7}}" in page.words
    assert "<img src=x onerror=alert(1)>" in page.words


def test_the_district_spoken_of_comes_first_below_the_map() -> None:
    text = write_audience(_story()).decode()
    told = re.findall(r"<li( class=chosen)?>(Kabupaten Contoh \d+)[: ]", text.partition("<details>")[2].partition("</details>")[0])
    assert len(told) == len(CODES)
    assert told[0] == (" class=chosen", "Kabupaten Contoh 10")
    assert not any(chosen for chosen, _ in told[1:])


def test_without_a_public_address_no_address_is_printed_and_with_one_it_leads_back() -> None:
    assert "Buka Peta UCJ" not in _Page(write_audience(_story())).words
    links = [a["href"] for a in _Page(write_audience(_story(public_url="https://ucj.example.org"))).all("a")]
    assert [link for link in links if link.startswith("https://ucj.example.org/daerah?")]
    assert "Buka Peta UCJ" not in _Page(write_audience(_story(public_url="http://127.0.0.1:8501"))).words


@pytest.mark.parametrize("steps", ["provinsi", "tebing", "keputusan", "putusan:13.12,putusan:13.01,pembayar:13.01"])
def test_any_choice_of_steps_makes_a_page(steps: str) -> None:
    story = _story(langkah=steps)
    assert len(_Page(write_audience(story)).all("section")) == len(steps.split(","))
