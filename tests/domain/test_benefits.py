"""Contributions against benefits: one document, one period, one group, and never savings."""

from __future__ import annotations

from decimal import Decimal

import pytest

from petaucj.data.bilingual import Bilingual
from petaucj.domain.benefits import benefits_of, half_width_idr, pairs, without_savings
from petaucj.domain.funding_records import BenefitFact
from petaucj.domain.records import Evidence
from tests.conftest import make_atlas, make_funding

CODE = "13.01"


def make_benefit(period: str = "2022-03..2025-07", cases: int | None = 119, idr: int | None = 5_800_000_000,
                 programme: str = "work_injury_and_death", source: str = "s1") -> BenefitFact:
    """Return a made-up benefit statement."""
    return BenefitFact(f"{period}|{programme}|{idr}", CODE, "", period, cases, idr, programme,
                       (Evidence("b1", source, "", Bilingual("", "")),), ())


def paid(**more: object):
    """Return contributions of Rp5.4 billion paid over the same period."""
    plain = {"workers": None, "contribution_idr": 5_400_000_000, "contribution_kind": "cumulative", "period_start": "2022-03",
             "period_end": "2025-07", "count_kind": "cumulative"}
    return make_funding(CODE, **(plain | more))


@pytest.mark.parametrize(("amount", "half"), [(5_400_000_000, 50_000_000), (1_348_753_890, 5), (42_000_001, Decimal("0.5")), (0, Decimal("0.5"))])
def test_half_of_the_last_printed_digit(amount: int, half) -> None:
    assert half_width_idr(amount) == half


def test_the_worked_pair_of_sijunjung() -> None:
    (pair,) = pairs(make_atlas(funding=(paid(), paid(workers=16_590)), benefits=(make_benefit(),)), CODE)
    assert (pair.ratio.low, pair.ratio.value, pair.ratio.high) == (Decimal("1.06"), Decimal("1.07"), Decimal("1.09"))
    assert pair.idr_per_case == Decimal(48_739_496)
    assert len(pair.fundings) == 2, "two documents print one amount: one pair"


@pytest.mark.parametrize("benefit", [
    make_benefit(period="2022-03.."), make_benefit(period="2022-01..2025-07"), make_benefit(programme="all"),
    make_benefit(programme="old_age"), make_benefit(idr=None), make_benefit(source="s2"),
])
def test_no_pair_without_one_period_one_document_and_protection(benefit: BenefitFact) -> None:
    assert pairs(make_atlas(funding=(paid(),), benefits=(benefit,)), CODE) == ()


@pytest.mark.parametrize("funding", [
    paid(contribution_kind="budget"), paid(contribution_kind="transfer"), paid(status="planned"), paid(contribution_idr=None), paid(period_end=""),
])
def test_no_pair_without_a_payment(funding) -> None:
    assert pairs(make_atlas(funding=(funding,), benefits=(make_benefit(),)), CODE) == ()


def test_a_pair_without_cases_has_no_mean() -> None:
    (pair,) = pairs(make_atlas(funding=(paid(),), benefits=(make_benefit(cases=None),)), CODE)
    assert pair.idr_per_case is None


def test_benefits_without_old_age_savings_need_one_document_and_one_period() -> None:
    whole, savings = make_benefit("2025", 3630, 46_242_385_836, "all"), make_benefit("2025", 2726, 40_178_728_900, "old_age")
    (item,) = without_savings(make_atlas(benefits=(savings, whole)), CODE)
    assert (item.idr, item.cases) == (6_063_656_936, 904)
    assert without_savings(make_atlas(benefits=(whole, make_benefit("2024", 1, 10, "old_age"))), CODE) == ()
    assert without_savings(make_atlas(benefits=(whole, make_benefit("2025", 1, 10, "old_age", "s2"))), CODE) == ()
    (uncounted,) = without_savings(make_atlas(benefits=(whole, make_benefit("2025", None, 10, "old_age"))), CODE)
    assert uncounted.cases is None


def test_newest_period_first_and_the_whole_before_its_parts() -> None:
    facts = (make_benefit("2022", programme="death"), make_benefit("..2024-09"), make_benefit("2025", programme="death"), make_benefit("2025", programme="all"))
    assert [(f.period, f.programme) for f in benefits_of(make_atlas(benefits=facts), CODE)] == [
        ("2025", "all"), ("2025", "death"), ("..2024-09", "work_injury_and_death"), ("2022", "death")]
