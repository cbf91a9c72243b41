"""Paid cover through time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import make_atlas, make_funding
from petaucj.domain.cover import ends, fund_mix, in_month, paid_for
from petaucj.domain.month import Month, months_between

NOV, DEC = Month(2025, 11), Month(2025, 12)


def _covered(fund: str, workers: int, first: Month, last: Month, **more: object):
    return make_funding("13.01", fund, workers, cover_start=first, cover_end=last, end_of_cover="stated", **more)


def test_public_money_in_a_month_is_an_upper_bound_with_several_funds() -> None:
    atlas = make_atlas(funding=(_covered("district_budget", 9_650, NOV, DEC), _covered("palm_oil_share", 2_800, Month(2025, 7), DEC),
                                _covered("csr", 500, NOV, DEC)))
    assert (paid_for(atlas, "13.01", DEC).at_most, paid_for(atlas, "13.01", DEC).overlap_unknown) == (12_450, True)
    assert (paid_for(atlas, "13.01", Month(2025, 9)).at_most, paid_for(atlas, "13.01", Month(2025, 9)).overlap_unknown) == (2_800, False)
    assert paid_for(atlas, "13.01", Month(2026, 1)).at_most == 0


def test_a_year_without_months_stands_beside_and_is_never_added() -> None:
    paid = paid_for(make_atlas(funding=(make_funding("13.01", workers=39_000),)), "13.01", DEC)
    assert (paid.at_most, [f.workers for f in paid.year_only]) == (0, [39_000])


def test_plans_gaps_and_totals_never_count() -> None:
    rows = (_covered("district_budget", 10, NOV, DEC, status="planned"), _covered("district_budget", 20, NOV, DEC, status="gap"),
            _covered("district_budget", 30, NOV, DEC, count_kind="total_of_parts"))
    assert paid_for(make_atlas(funding=rows), "13.01", DEC).at_most == 0


def test_the_mix_takes_the_largest_single_figure_of_each_fund() -> None:
    atlas = make_atlas(funding=(make_funding("13.01", workers=37_000), make_funding("13.01", workers=30_060),
                                make_funding("13.01", "csr", 300), make_funding("13.01", workers=9, period_start="2024", period_end="2024")))
    assert [(s.funding_source, s.workers) for s in fund_mix(atlas, "13.01", 2025)] == [("district_budget", 37_000), ("csr", 300)]


def test_only_realised_cover_with_a_known_end_ends() -> None:
    known = _covered("csr", 5, NOV, DEC)
    assert ends((known, make_funding("13.01"), _covered("csr", 6, NOV, DEC, status="planned"))) == (known,)


@given(st.integers(0, 24), st.integers(1, 24))
def test_worker_months_are_people_times_the_months_they_are_in(start: int, length: int) -> None:
    first = Month(2025, 1).plus(start)
    fact = _covered("csr", 7, first, first.plus(length - 1), months_funded=length)
    months = months_between(Month(2024, 1), Month(2030, 12))
    assert sum(7 for month in months if in_month(fact, month)) == fact.worker_months


def test_a_statement_of_several_years_gives_way_to_one_of_this_year() -> None:
    atlas = make_atlas(funding=(make_funding("13.01", workers=8_300, period_start="2022", period_end="2024"),
                                make_funding("13.01", workers=7_023, period_start="2022-12", period_end="")))
    assert [s.workers for s in fund_mix(atlas, "13.01", 2022)] == [7_023]


def test_a_year_only_payment_is_not_shown_before_its_printed_start() -> None:
    atlas = make_atlas(funding=(make_funding("13.01", workers=17_143, period_start="2023-08", period_end=""),))
    assert [f.workers for f in paid_for(atlas, "13.01", Month(2023, 7)).year_only] == []
    assert [f.workers for f in paid_for(atlas, "13.01", Month(2023, 8)).year_only] == [17_143]
