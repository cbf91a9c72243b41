"""The worked numbers an official can check by hand (planning rows come with the planner)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petaucj.domain.arithmetic import adds_up, derived_denominator, half_width, people_for, ratio_pct, rounded
from petaucj.domain.classes import coverage_class
from petaucj.domain.month import AsOf, Month, months_between


def test_target_of_solok_selatan_is_rounded_up_to_people() -> None:
    assert people_for(Decimal("28.30"), 106_590) == 30_165
    assert people_for(Decimal("28.30"), 106_590) - 18_788 == 11_377


@pytest.mark.parametrize(("active", "base", "pct"), [(18_788, 61_794, "30.40"), (18_788, 106_590, "17.63"), (18_092, 106_590, "16.97"),
                                                     (31_442, 226_964, "13.85"), (18_338, 31_706, "57.84"), (16_950, 19_042, "89.01"),
                                                     (19_885, 170_744, "11.65")])
def test_ratios(active: int, base: int, pct: str) -> None:
    assert rounded(ratio_pct(active, base)) == Decimal(pct)


@pytest.mark.parametrize(("printed", "active", "base", "fits"), [
    ("30.40", 18_788, 61_794, True), ("93", 16_950, 19_042, False), ("13.30", 19_885, 170_744, False), ("78", 15_386, 19_654, True),
    ("23", 33_155, 145_590, True), ("105", None, None, True), ("29", 11_000, 56_000, False),
])
def test_printed_percentages_are_recomputed_within_their_own_rounding(printed: str, active: int | None, base: int | None, fits: bool) -> None:
    assert adds_up(Decimal(printed), active, base) is fits


def test_rounding_of_a_printed_figure_is_half_its_last_decimal() -> None:
    assert half_width(Decimal("30.40")) == Decimal("0.005")
    assert half_width(Decimal("28")) == Decimal("0.5")


def test_a_denominator_implied_by_rounding_is_an_interval() -> None:
    implied = derived_denominator(739_589, Decimal("38.87"))
    assert implied.low <= 1_902_724 <= implied.high
    assert implied.low < implied.value < implied.high
    with pytest.raises(ValueError, match="zero"):
        derived_denominator(5, Decimal("0"))


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_target_met_in_people_is_met_in_per_cent(base: int, hundredths: int) -> None:
    target = Decimal(hundredths % 12_000 + 1) / 100
    needed = people_for(target, base)
    assert ratio_pct(needed, base) >= target
    assert needed == 0 or ratio_pct(needed - 1, base) < target


def test_classes_are_fixed_and_over_100_is_its_own() -> None:
    assert [coverage_class(Decimal(p)) for p in ("0", "19.99", "20", "30.40", "57.84", "80", "100", "100.01", "105", "288.46")] == [
        0, 0, 1, 2, 3, 5, 5, 6, 6, 6]


@given(st.integers(-600, 600), st.integers(-600, 600))
def test_months_add_and_subtract(first: int, second: int) -> None:
    start = Month(2025, 10)
    assert start.plus(first).plus(second) == start.plus(first + second)
    assert start.plus(first).since(start) == first


def test_months_cross_the_year_and_reject_nonsense() -> None:
    assert [str(m) for m in months_between(Month(2025, 11), Month(2026, 2))] == ["2025-11", "2025-12", "2026-01", "2026-02"]
    for wrong in ("2025-13", "2025-1", "25-10", "2025/10", "", "2025-10-01"):
        with pytest.raises(ValueError, match="month"):
            Month.parse(wrong)


def test_a_year_and_a_quarter_count_from_their_last_month() -> None:
    assert AsOf.parse("2024", "year", "stated_cutoff").month == Month(2024, 12)
    assert AsOf.parse("2023-03", "quarter", "stated_cutoff").month == Month(2023, 3)
    assert AsOf.parse("", "unknown", "unknown").month is None
