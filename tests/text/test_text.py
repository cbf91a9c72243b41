"""Both catalogues say the same things; numbers and dates look as their readers write them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from string import Formatter

import pytest

from petaucj.text import dates, numbers
from petaucj.text.words import LANGUAGES, Words, catalogue, words_in

INDONESIAN, ENGLISH = catalogue("id"), catalogue("en")


def _fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_the_catalogues_have_the_same_sentences() -> None:
    assert set(INDONESIAN) == set(ENGLISH)


@pytest.mark.parametrize("key", sorted(INDONESIAN))
def test_placeholders_are_the_same_and_sentences_are_not_empty(key: str) -> None:
    assert _fields(INDONESIAN[key]) == _fields(ENGLISH[key])
    assert INDONESIAN[key].strip()
    assert ENGLISH[key].strip()


def test_no_english_word_of_ours_stands_in_the_indonesian_catalogue() -> None:
    english = re.compile(r"\b(the|and|of|with|target year|workers?|people|source|sources|download|not|figure|coverage of|as of|gap|no data|click)\b", re.I)
    found = {key: sentence for key, sentence in INDONESIAN.items() if english.search(re.sub(r"{\w+}", "", sentence))}
    assert not found


def test_an_unknown_sentence_or_language_is_an_error() -> None:
    with pytest.raises(KeyError):
        Words("id")("no.such.sentence")
    with pytest.raises(ValueError, match="language"):
        Words("fr")


@pytest.mark.parametrize(("value", "indonesian", "english"), [
    (Decimal("30.40"), "30,40", "30.40"), (Decimal("28"), "28", "28"), (Decimal("99.5"), "99,5", "99.5"), (18_788, "18.788", "18,788"),
    (2_844_925, "2.844.925", "2,844,925"), (0, "0", "0"), (Decimal("288.46"), "288,46", "288.46"),
])
def test_numbers(value: Decimal | int, indonesian: str, english: str) -> None:
    assert (numbers.number(value, "id"), numbers.number(value, "en")) == (indonesian, english)


@pytest.mark.parametrize(("amount", "short"), [(606_480_000, "Rp606,48 juta"), (5_400_000_000, "Rp5,4 miliar"), (16_800, "Rp16.800"),
                                               (747_000_000_000, "Rp747 miliar"), (46_242_385_836, "Rp46,24 miliar"), (42_000_000, "Rp42 juta")])
def test_rupiah_for_reading_aloud(amount: int, short: str) -> None:
    assert numbers.rupiah_short(amount, "id") == short


def test_equal_numbers_with_other_decimals_keep_their_own() -> None:
    assert [numbers.number(Decimal(text), "id") for text in ("30.4", "30.40", "30.400")] == ["30,4", "30,40", "30,400"]


def test_rupiah_exact_and_percent() -> None:
    assert numbers.rupiah(606_480_000, "id") == "Rp606.480.000"
    assert numbers.percent(Decimal("30.40"), "id") == "30,40\u00a0%"
    assert numbers.percent(Decimal("30.40"), "en") == "30.40%"
    assert numbers.points(Decimal("-10.67"), "id") == "10,67\u00a0poin"


def test_dates_in_words() -> None:
    assert dates.month_name(2025, 10, "id") == "Oktober 2025"
    assert dates.month_short(2025, 8, "id") == "Agu 2025"
    assert dates.day_name(date(2025, 8, 5), "id") == "5 Agustus 2025"
    assert [dates.iso_name(text, "id") for text in ("", "2025", "2025-05", "2025-05-07")] == ["", "2025", "Mei 2025", "7 Mei 2025"]


REASONS = ("no_target", "no_active", "undated_record", "no_denominator", "basis_unknown", "target_basis_unknown", "basis_differs", "before_record",
           "tranches_exceed")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", ["rencana.no_number", "rencana.overview.reason", "biaya.no_need", "berkas.no_need"])
def test_every_reason_without_a_number_has_its_words_everywhere(place: str, language: str) -> None:
    assert [reason for reason in REASONS if not words_in(language).has(f"{place}.{reason}")] == []
