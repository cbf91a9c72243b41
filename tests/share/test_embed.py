"""The page for a frame: stays with its district, names its source, asks nobody, admits only its own style and script."""

from __future__ import annotations

import json

import pytest

from petaucj.share.embed import write_embed
from tests.occasions import make_occasion
from tests.share.test_pocket import CODES, Tags, assert_strict, hostile_occasion


def _frame(code: str = "13.11", **more: object) -> Tags:
    return Tags(write_embed(make_occasion(code, **more)).decode("utf-8"))


def _links(tags: Tags) -> set[str]:
    return {attrs["href"] for tag, attrs in tags.seen if tag == "a"}


def _foot(tags: Tags) -> str:
    return tags.words[tags.words.index("Badan Informasi Geospasial"):]


def test_a_locked_frame_knows_one_district_only() -> None:
    tags = _frame()
    assert [attrs["id"] for _, attrs in tags.seen if attrs.get("class") == "panel"] == ["13.11"]
    assert _links(tags) == set()
    assert not [1 for _, attrs in tags.seen if "data-code" in attrs]
    for part in ("18.788", "11.377 orang", "17,63 %", "Siapa membayar: realisasi 2025", "9.650", "Jul 2025 – Des 2025", "Aman sampai Desember 2025, sudah lewat"):
        assert part in tags.words, part
    for foreign in ("105,00", "Penuh: 1", "2.100"):
        assert foreign not in tags.words, foreign


def test_without_a_district_every_one_can_be_chosen() -> None:
    tags = _frame("")
    assert _links(tags) >= {f"#{code}" for code in CODES}
    assert [attrs["id"] for _, attrs in tags.seen if attrs.get("class") == "panel"] == ["provinsi", *CODES]
    assert "105,00 %" in tags.words


@pytest.mark.parametrize("code", ["13.11", ""])
def test_the_source_line_says_who_when_and_which_data(code: str) -> None:
    foot = _foot(_frame(code))
    assert "Sumber: Warta (6 Oktober 2025)" in foot or "Dihitung dari data abc" in foot
    assert "Peta UCJ · Per Oktober 2025 · data abc" in foot
    assert "Sumber: Warta (6 Oktober 2025)" in _foot(_frame("13.11"))


def test_it_leads_out_only_where_a_public_address_is_known() -> None:
    assert "Buka Peta UCJ" not in _frame().words
    assert "Buka Peta UCJ" not in _frame(public_url="http://localhost:8501").words
    tags = _frame(public_url="https://ucj.contoh.go.id")
    assert "Buka Peta UCJ" in tags.words
    assert [href for href in _links(tags)] == ["https://ucj.contoh.go.id/daerah?daerah=13.11&per=2025-10"]


@pytest.mark.parametrize("code", ["13.11", "13.06", ""])
@pytest.mark.parametrize("language", ["id", "en"])
def test_it_is_strict_small_and_the_same_every_time(code: str, language: str) -> None:
    body = write_embed(make_occasion(code, language))
    tags = Tags(body.decode("utf-8"))
    assert_strict(tags)
    assert ("html", {"lang": language}) in tags.seen
    assert body == write_embed(make_occasion(code, language), "/ucj")
    assert len(body) < 150_000


@pytest.mark.parametrize("code", ["13.11", ""])
def test_nothing_from_data_executes(code: str) -> None:
    tags = Tags(write_embed(hostile_occasion(code)).decode("utf-8"))
    assert_strict(tags)
    assert "__pwned" in tags.words
    assert "window.__pwned" not in tags.content("script")
    assert json.loads(tags.content("data"))["framed"] is True
