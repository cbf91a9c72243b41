"""What a plan costs, by payer and month (domain notes §7.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from petaucj.domain.contributions import Payer, RateTable, contribution, per_worker
from petaucj.domain.month import Month, months_between
from petaucj.domain.plan import Plan, Tranche
from petaucj.domain.planning import PlanningBook


@dataclass(frozen=True, slots=True)
class TrancheCost:
    """What one tranche costs: rupiah of each paid month, None in a month whose rate is not known.

    ``people`` is who is paid for: accepted people, also those protected anyway. ``worker_months`` counts only people
    protected because of the tranche.
    """

    tranche: Tranche
    payer: Payer
    people: int
    monthly: tuple[tuple[Month, int | None], ...]

    @property
    def known(self) -> bool:
        """Whether every paid month has a rate."""
        return all(idr is not None for _, idr in self.monthly)

    @property
    def total_idr(self) -> int | None:
        """Rupiah of all paid months."""
        return sum(idr for _, idr in self.monthly) if self.known else None

    @property
    def worker_months(self) -> int:
        """Net people times months."""
        return self.tranche.net * self.tranche.months

    def in_month(self, month: Month) -> int | None:
        """Return the rupiah of one month: 0 outside the paid months."""
        return dict(self.monthly).get(month, 0)

    def in_year(self, year: int) -> int | None:
        """Return the rupiah of one budget year, None where a month of it has no rate."""
        mine = [idr for month, idr in self.monthly if month.year == year]
        return None if None in mine else sum(mine)


def payer_of(plan: Plan, book: PlanningBook, funding_source: str, sector: str) -> Payer:
    """Return the payer of a funding source: its class from the book, sector and programmes from the plan."""
    return Payer(book.rules[funding_source].payer_class, sector, plan.programmes, plan.income_idr, plan.wage_idr)


def tranche_cost(plan: Plan, book: PlanningBook, tranche: Tranche) -> TrancheCost:
    """Return what a tranche costs month by month, with the rate of each month."""
    payer = payer_of(plan, book, tranche.funding_source, tranche.sector)
    monthly = []
    for month in months_between(tranche.start, tranche.end):
        paid = contribution(book.table, payer, month)
        monthly.append((month, None if paid is None else paid.idr * tranche.accepted))
    return TrancheCost(tranche, payer, tranche.accepted, tuple(monthly))


@dataclass(frozen=True, slots=True)
class Bill:
    """What some people cost at one payer's rate: the first month, the rest of its budget year, and twelve months."""

    people: int
    first_month: Month
    month_idr: int
    rest_of_year_idr: int
    rest_of_year_months: int
    twelve_months_idr: int


def bill(table: RateTable, payer: Payer, people: int, first_month: Month) -> Bill | None:
    """Return the bill for ``people`` from ``first_month`` on; None where a rate is not known. A month is not a twelfth of a year once a relief ends."""
    left = 13 - first_month.month
    each = [per_worker(table, payer, first_month, months) for months in (1, left, 12)]
    if None in each:
        return None
    month, rest, twelve = (people * idr for idr in each)
    return Bill(people, first_month, month, rest, left, twelve)


def total_in_year(costs: Iterable[TrancheCost], year: int) -> tuple[int, int]:
    """Return the rupiah of all tranches in a budget year, and how many of them have a month without a known rate."""
    amounts = [cost.in_year(year) for cost in costs]
    return sum(idr for idr in amounts if idr is not None), amounts.count(None)
