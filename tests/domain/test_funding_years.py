"""Which year of funding is shown, and which sums may be made."""

from __future__ import annotations

from petaucj.domain.funding_years import default_year, fund_sums, funding_years, year_of_funding
from petaucj.domain.month import Month
from tests.conftest import make_atlas, make_funding

CODE = "13.01"
CARRIED = make_funding(CODE, "palm_oil_share", 7_764, months_funded=11, period_start="2024-06-01", period_end="2025-04-30",
                       cover_start=Month(2024, 6), cover_end=Month(2025, 4))
PLAN = make_funding(CODE, workers=3_158, status="planned", period_start="2026", period_end="2026")
UNDATED = make_funding(CODE, "csr", 300, period_start="", period_end="")


def test_years_include_those_a_cover_reaches_into() -> None:
    atlas = make_atlas(funding=(CARRIED, PLAN, UNDATED))
    assert funding_years(atlas, CODE) == (2026, 2025, 2024)
    assert funding_years(atlas, "13.02") == ()


def test_the_default_year_is_the_newest_realised_one_up_to_the_month() -> None:
    atlas = make_atlas(funding=(CARRIED, PLAN, UNDATED))
    assert default_year(atlas, CODE, Month(2026, 11)) == 2024
    assert default_year(make_atlas(funding=(PLAN,)), CODE, Month(2026, 11)) == 2026
    assert default_year(make_atlas(funding=(PLAN,)), CODE, Month(2025, 12)) == 2025


def test_a_year_holds_its_statements_those_carried_into_it_and_the_undated() -> None:
    mine = make_funding(CODE, workers=9_650)
    found = year_of_funding(make_atlas(funding=(UNDATED, PLAN, CARRIED, mine)), CODE, 2025)
    assert (found.statements, found.carried, found.undated) == ((mine,), (CARRIED,), (UNDATED,))


def test_people_are_never_added_and_months_and_rupiah_only_within_fund_and_status() -> None:
    facts = (make_funding(CODE, workers=16_590, months_funded=7, contribution_idr=100, contribution_kind="paid"),
             make_funding(CODE, workers=5_174, months_funded=2, contribution_idr=900, contribution_kind="budget"),
             make_funding(CODE, workers=9_999, months_funded=9, status="planned"),
             make_funding(CODE, workers=50, months_funded=10, count_kind="cumulative", contribution_idr=7, contribution_kind="cumulative"),
             make_funding(CODE, "csr", None))
    budget, csr = fund_sums(facts, "realised")
    assert (budget.largest, budget.worker_months, budget.month_statements) == (16_590, 16_590 * 7 + 5_174 * 2, 2)
    assert (budget.idr, budget.money_statements) == (100, 1), "a payment and a budget are not added"
    assert (csr.largest, csr.worker_months, csr.idr) == (None, None, None)
