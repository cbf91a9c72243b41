"""Which year of a district's funding to show, and what was said of it (facts README, "If anything is added up at all")."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.cover import COUNTABLE
from petaucj.domain.funding_records import FundingFact
from petaucj.domain.matrix import last_year
from petaucj.domain.month import Month

STATUS_ORDER = ("realised", "planned", "gap")
# Amounts that may be summed for one fund, one year and one status; a running total or a transfer is neither.
SUMMABLE_MONEY = ("paid", "budget")


def funding_years(atlas: Atlas, code: str) -> tuple[int, ...]:
    """Return the years any funding statement of a district speaks of or reaches into, newest first."""
    mine = [f for f in atlas.funding_by_area.get(code, ()) if f.year is not None]
    return tuple(sorted({year for f in mine for year in range(f.year, last_year(f) + 1)}, reverse=True))


def default_year(atlas: Atlas, code: str, per: Month) -> int:
    """Return the newest year up to ``per`` with realised funding, else with any, else the year of ``per``."""
    mine = atlas.funding_by_area.get(code, ())
    for facts in ([f for f in mine if f.status == "realised" and f.workers is not None], mine):
        years = [f.year for f in facts if f.year is not None and f.year <= per.year]
        if years:
            return max(years)
    return per.year


@dataclass(frozen=True, slots=True)
class YearOfFunding:
    """The statements of one district and year, all statuses; ``carried`` began in an earlier year and reach into this one.

    ``undated`` name no year at all. Funds stand in display order, realised before planned before gap.
    """

    year: int
    statements: tuple[FundingFact, ...]
    carried: tuple[FundingFact, ...]
    undated: tuple[FundingFact, ...]


def year_of_funding(atlas: Atlas, code: str, year: int) -> YearOfFunding:
    """Return what is said of who pays in a district in ``year``."""
    order = {rule.funding_source: i for i, rule in enumerate(atlas.funding_rules)}

    def place(fact: FundingFact) -> tuple:
        return STATUS_ORDER.index(fact.status), order.get(fact.funding_source, len(order)), -(fact.workers or 0)

    mine = sorted(atlas.funding_by_area.get(code, ()), key=place)
    return YearOfFunding(
        year, tuple(f for f in mine if f.year == year),
        tuple(f for f in mine if f.year is not None and f.year < year <= last_year(f)), tuple(f for f in mine if f.year is None),
    )


@dataclass(frozen=True, slots=True)
class FundSum:
    """What one fund is said to pay in one year and status.

    ``largest`` is the largest single number of people (people are never added: one scheme is often
    reported several times); ``worker_months`` sums the ``month_statements`` that print people and
    months, ``idr`` the ``money_statements`` that print a payment or a budget. None where nothing is printed.
    """

    funding_source: str
    largest: int | None
    worker_months: int | None
    month_statements: int
    idr: int | None
    money_statements: int


def fund_sums(facts: tuple[FundingFact, ...], status: str) -> tuple[FundSum, ...]:
    """Return one sum a fund over the statements of one year and one status."""
    groups: dict[str, list[FundingFact]] = {}
    for fact in (f for f in facts if f.status == status):
        groups.setdefault(fact.funding_source, []).append(fact)
    return tuple(_sum(fund, group) for fund, group in groups.items())


def _sum(fund: str, facts: list[FundingFact]) -> FundSum:
    months = [f.worker_months for f in facts if f.worker_months and f.count_kind in COUNTABLE]
    money = {kind: [f.contribution_idr for f in facts if f.contribution_idr and f.contribution_kind == kind] for kind in SUMMABLE_MONEY}
    # A payment and a budget are not added to one another; what was paid speaks first.
    amounts = money["paid"] or money["budget"]
    return FundSum(fund, max((f.workers for f in facts if f.workers is not None and f.count_kind in COUNTABLE | {"gap"}), default=None),
                   sum(months) or None, len(months), sum(amounts) or None, len(amounts))
