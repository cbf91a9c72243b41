"""Contributions against benefits: Sijunjung's numbers, with their uncertainty (domain notes §7.9)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from petaucj.domain.benefits import Pair, Ratio
from petaucj.domain.funding_records import BenefitFact
from petaucj.domain.outcome import claims_rate, illustrate, poisson_interval
from tests.conftest import make_funding
from tests.plans import make_table

PAID = make_funding("13.03", contribution_idr=5_400_000_000, contribution_kind="cumulative", period_start="2022-03", period_end="2025-07")
BENEFIT = BenefitFact("b", "13.03", "", "2022-03..2025-07", 119, 5_800_000_000, "work_injury_and_death", (), ())
PAIR = Pair((PAID,), BENEFIT, Ratio(Decimal("1.06"), Decimal("1.07"), Decimal("1.09")), Decimal(48_739_496))


def test_sijunjung() -> None:
    rate = claims_rate(make_table(), PAIR)
    assert (rate.worker_months, rate.worker_years, rate.months, rate.mean_insured) == (321_429, 26_786, 41, 7_840)
    assert (rate.per_thousand, rate.low, rate.high) == (Decimal("4.4"), Decimal("3.7"), Decimal("5.3"))
    assert (rate.each_idr, rate.benefit_per_worker_month_idr) == (16_800, 18_044)


def test_an_illustration_for_others_has_a_range() -> None:
    told = illustrate(claims_rate(make_table(), PAIR), 11_377, 12)
    assert told.cases == 51
    assert (told.cases_low, told.cases_high) == (42, 60)
    assert 2_450_000_000 < told.benefit_idr < 2_500_000_000


@pytest.mark.parametrize(("cases", "low", "high"), [(0, 0, 3.689), (1, 0.0253, 5.572), (10, 4.795, 18.39), (119, 98.58, 142.4)])
def test_the_interval_is_the_exact_one_of_the_tables(cases: int, low: float, high: float) -> None:
    found = poisson_interval(cases)
    assert found == (pytest.approx(low, rel=1e-3, abs=1e-4), pytest.approx(high, rel=1e-3))


def test_without_cases_or_a_period_there_is_no_rate() -> None:
    assert claims_rate(make_table(), replace(PAIR, benefit=replace(BENEFIT, cases=None))) is None
    assert claims_rate(make_table(), replace(PAIR, fundings=(replace(PAID, period_start="2022"),))) is None
