"""Breadth or duration: what one sum of money buys, and how good short cover is (domain notes §7.3, §7.4)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from petaucj.domain.contributions import Payer, RateTable, per_worker
from petaucj.domain.month import Month


@dataclass(frozen=True, slots=True)
class SpreadPoint:
    """One way to spend the money: ``people`` for ``months`` months, what is left over, and the benefit quality.

    ``full_death_share`` is the share of the paid months in which a new participant has the full death benefit.
    """

    months: int
    people: int
    each_idr: int
    spent_idr: int
    left_idr: int
    full_death_share: Decimal

    @property
    def worker_months(self) -> int:
        """People times months."""
        return self.people * self.months


def full_death_share(months: int, waiting: int) -> Decimal:
    """Return max(0, m - w) / m: the share of the months with the full death benefit for a new participant (6 months, 3 waiting -> 0.5)."""
    return Decimal(max(0, months - waiting)) / months


def short_cover(months: int, waiting: int) -> bool:
    """Whether a new participant never reaches the full death benefit in this time."""
    return months <= waiting


def spread(table: RateTable, payer: Payer, budget_idr: int, start: Month, most_months: int, waiting: int) -> tuple[SpreadPoint, ...]:
    """Return what ``budget_idr`` buys for 1 to ``most_months`` months from ``start``; empty where a rate is not known or costs nothing."""
    found = []
    for months in range(1, most_months + 1):
        each = per_worker(table, payer, start, months)
        if not each:
            return ()
        people = budget_idr // each
        found.append(SpreadPoint(months, people, each, people * each, budget_idr - people * each, full_death_share(months, waiting)))
    return tuple(found)
