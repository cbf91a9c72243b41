"""Contributions against benefits: only where one document speaks of both for one period and one group (domain notes §3, §7.9)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from petaucj.domain.arithmetic import rounded
from petaucj.domain.atlas import Atlas
from petaucj.domain.funding_records import BenefitFact, FundingFact
from petaucj.domain.records import Evidence

# What protects workers. Old-age savings and pensions are the participants' own money; "all" may hold both.
PROTECTION = frozenset({"work_injury", "death", "work_injury_and_death", "scholarship"})
OWN_SAVINGS = "old_age"
EVERYTHING = "all"


@dataclass(frozen=True, slots=True)
class Ratio:
    """Benefits over contributions; ``low`` and ``high`` are what the rounding of both printed amounts allows."""

    low: Decimal
    value: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Pair:
    """Contributions and benefits of one group over one period, printed in one document.

    ``fundings`` are the statements that print the same amount for the same period. ``idr_per_case`` is
    None without cases. The ratio is not a return: benefits come from the national fund.
    """

    fundings: tuple[FundingFact, ...]
    benefit: BenefitFact
    ratio: Ratio
    idr_per_case: Decimal | None


@dataclass(frozen=True, slots=True)
class WithoutSavings:
    """All benefits of a period less the old-age savings paid out in it; ``cases`` is None when one of the two counts is."""

    everything: BenefitFact
    savings: BenefitFact
    idr: int
    cases: int | None


def half_width_idr(amount: int) -> Decimal:
    """Return half of the last digit an amount prints: 5,400,000,000 -> 50,000,000; an amount to the rupiah -> 0.5."""
    zeros = len(str(amount)) - len(str(amount).rstrip("0")) if amount else 0
    return Decimal(10**zeros) / 2


def benefits_of(atlas: Atlas, code: str) -> tuple[BenefitFact, ...]:
    """Return the benefit statements of an area, newest period first, whole before its parts."""
    mine = [f for f in atlas.benefits if f.area_code == code]
    mine.sort(key=lambda f: f.programme != EVERYTHING)
    return tuple(sorted(mine, key=lambda f: period_ends(f.period), reverse=True))


def period_ends(period: str) -> str:
    """Return the last date a period speaks of: "2022-03..2025-07" -> "2025-07", "2022-03.." -> "2022-03"."""
    start, _, end = period.partition("..")
    return end or start


def pairs(atlas: Atlas, code: str) -> tuple[Pair, ...]:
    """Return every comparable pair of an area: same period, one document, benefits that hold no savings."""
    paid: dict[tuple, list[FundingFact]] = {}
    for fact in filter(_paid_over_a_period, atlas.funding_by_area.get(code, ())):
        paid.setdefault((f"{fact.period_start}..{fact.period_end}", fact.contribution_idr), []).append(fact)
    received = [f for f in benefits_of(atlas, code) if f.programme in PROTECTION and f.benefit_idr]
    return tuple(_pair(tuple(fundings), benefit) for (period, _), fundings in paid.items() for benefit in received
                 if benefit.period == period and any(_one_document(f.evidence, benefit.evidence) for f in fundings))


def _paid_over_a_period(fact: FundingFact) -> bool:
    paid = fact.contribution_kind in ("paid", "cumulative") and fact.contribution_idr
    return bool(paid and fact.status == "realised" and fact.period_start and fact.period_end)


def _one_document(first: tuple[Evidence, ...], second: tuple[Evidence, ...]) -> bool:
    return bool({e.source_id for e in first} & {e.source_id for e in second})


def _pair(fundings: tuple[FundingFact, ...], benefit: BenefitFact) -> Pair:
    paid, received = Decimal(fundings[0].contribution_idr), Decimal(benefit.benefit_idr)
    p, r = half_width_idr(fundings[0].contribution_idr), half_width_idr(benefit.benefit_idr)
    ratio = Ratio(rounded((received - r) / (paid + p)), rounded(received / paid), rounded((received + r) / (paid - p)))
    return Pair(fundings, benefit, ratio, rounded(received / benefit.cases, 0) if benefit.cases else None)


def without_savings(atlas: Atlas, code: str) -> tuple[WithoutSavings, ...]:
    """Return, for each period of which one document prints both, all benefits less the old-age savings."""
    mine = benefits_of(atlas, code)
    found = []
    for everything in (f for f in mine if f.programme == EVERYTHING and f.benefit_idr):
        for savings in (f for f in mine if f.programme == OWN_SAVINGS and f.benefit_idr and f.period == everything.period):
            if _one_document(everything.evidence, savings.evidence):
                counted = everything.cases is not None and savings.cases is not None
                found.append(WithoutSavings(everything, savings, everything.benefit_idr - savings.benefit_idr,
                                            everything.cases - savings.cases if counted else None))
    return tuple(found)
