"""Numbers as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petaucj.text.numbers import number, rupiah
from petaucj.text.typed import read_percent, read_whole


@pytest.mark.parametrize(("text", "language", "value"), [
    ("9650", "id", 9650), ("9.650", "id", 9650), (" 9 650 ", "id", 9650), ("Rp712.000.000", "id", 712_000_000), ("Rp 712.000.000", "id", 712_000_000),
    ("1,5 miliar", "id", 1_500_000_000), ("712 juta", "id", 712_000_000), ("3,56 milyar", "id", 3_560_000_000), ("9,650", "en", 9650),
    ("1.5 billion", "en", 1_500_000_000), ("0", "id", 0)])
def test_whole_numbers(text: str, language: str, value: int) -> None:
    assert read_whole(text, language) == value


@pytest.mark.parametrize(("text", "language"), [
    ("1.5", "id"), ("1,5", "en"), ("9,650", "id"), ("9.650", "en"), ("", "id"), ("-3", "id"), ("sembilan", "id"), ("1e9", "id"), ("12.34.567", "id"),
    ("1.5 juta orang", "id"), ("0,0001 ribu", "id"), ("٣", "id"), ("=1+1", "id"), ("9" * 16, "id")])
def test_what_cannot_be_read_is_refused(text: str, language: str) -> None:
    with pytest.raises(ValueError):
        read_whole(text, language)


@pytest.mark.parametrize(("text", "value"), [("89,8", "89.8"), ("89.8 %", "89.8"), ("0", "0"), ("−0,5", "-0.5"), ("100", "100"), ("2,8\u00a0%", "2.8")])
def test_percentages(text: str, value: str) -> None:
    assert read_percent(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "%", "1.234,5", "abc", "1e3", "٣", "99999"])
def test_no_other_percentages(text: str) -> None:
    with pytest.raises(ValueError):
        read_percent(text)


@given(st.integers(0, 10**14), st.sampled_from(["id", "en"]))
def test_every_number_we_print_can_be_typed_back(value: int, language: str) -> None:
    assert read_whole(number(value, language), language) == value
    assert read_whole(rupiah(value, language), language) == value
