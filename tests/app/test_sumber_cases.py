"""The worked cases on the method page, on the real seeds: folded, opened, in both languages."""

from __future__ import annotations

import pytest

from petaucj.data.worked_cases import read_cases
from petaucj.text.words import words_in
from petaucj.ui.sumber_cases import cases
from tests.app.conftest import all_text


@pytest.mark.parametrize(("language", "title"), [("id", "Hitungan yang dapat diperiksa"), ("en", "Calculations you can check")])
def test_the_chapter_counts_the_cases_and_keeps_them_folded(open_room, language: str, title: str) -> None:
    app = open_room("sumber", bahasa=language, bagian="metode")
    text = all_text(app)
    assert title in text and f"{len(read_cases())} " in text
    assert "Solok Selatan: berapa orang untuk target" not in text


def test_every_case_is_in_one_fold() -> None:
    held = cases()
    assert [case.name for case in held] == [file.name for file in read_cases()]
    assert {case.topic for case in held} == {"need", "expiry", "cost", "spread", "mix"}
    assert not any(case.faults for case in held)


@pytest.mark.parametrize(("language", "verdict"), [("id", "Hasil program sama."), ("en", "The program gets the same result.")])
def test_an_open_fold_shows_arithmetic_and_verdict(open_room, language: str, verdict: str) -> None:
    app = open_room("sumber", bahasa=language, bagian="metode")
    app.session_state["hitungan-expiry"] = True
    app.run()
    assert not app.exception
    text = all_text(app).replace("\\", "")
    assert "Kurang: 30.165 - 15.988 = 14.177" in text and verdict in text


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_code_in_the_results_has_words(language: str) -> None:
    words = words_in(language)
    codes = {text for case in cases() for value in case.values if value.place.endswith(("alasan", "berhenti_karena"))
             for text in (value.expected, value.found) if text}
    assert len(codes) >= 15
    assert [code for code in sorted(codes) if not words.has(f"hitungan.value.{code}")] == []
