"""Month by month: who is protected, who is still recorded as active, and where cover falls (domain notes §7.4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from petaucj.domain.arithmetic import ratio_pct, rounded
from petaucj.domain.month import Month, months_between
from petaucj.domain.plan import Plan, Tranche


@dataclass(frozen=True, slots=True)
class MonthPoint:
    """One month: people without an end in sight, people through tranches, and how many the record still shows."""

    month: Month
    permanent: int
    through_tranches: int
    recorded: int

    @property
    def protected(self) -> int:
        """People whose contribution is paid in this month."""
        return self.permanent + self.through_tranches


@dataclass(frozen=True, slots=True)
class Cliff:
    """A month with fewer protected people than the month before; ``points`` on the plan's denominator, None without one."""

    month: Month
    people: int
    before: int
    after: int
    points: Decimal | None


@dataclass(frozen=True, slots=True)
class Four:
    """The four figures that keep a reporting date honest, over ``months`` months up to the deadline."""

    at_deadline: int
    peak: int
    mean: Decimal
    minimum: int
    first: Month
    last: Month

    @property
    def months(self) -> int:
        """How many months the mean is over."""
        return self.last.since(self.first) + 1


def permanent_base(plan: Plan) -> int | None:
    """Return the people of the record who are in it without any of the plan's tranches; None without a record.

    A tranche that is paid or budgeted and runs (or is in grace) in the month of the record is inside it, so its people are
    taken out and come back through the tranche; a plan or scenario never is, it comes on top. Below zero when the tranches pay for more people than the record counts.
    """
    if plan.base.active is None or plan.base.month is None:
        return None
    return plan.base.active - sum(t.recorded_in(plan.base.month, plan.grace_months) for t in plan.committed)


def projection(plan: Plan, tranches: tuple[Tranche, ...], first: Month, last: Month) -> tuple[MonthPoint, ...]:
    """Return one point a month from ``first`` to ``last``; empty where the record is missing or holds fewer people than its tranches.

    ``tranches`` are those counted on; who is in the record without them does not depend on which are counted.
    """
    base = permanent_base(plan)
    if base is None or base < 0:
        return ()
    return tuple(
        MonthPoint(month, base, sum(t.protected_in(month) for t in tranches),
                   base + sum(t.recorded_in(month, plan.grace_months) for t in tranches))
        for month in months_between(first, last)
    )


def protected_at(plan: Plan, tranches: tuple[Tranche, ...], month: Month) -> int | None:
    """Return the people protected in one month, or None where there is no projection."""
    points = projection(plan, tranches, month, month)
    return points[0].protected if points else None


def cliffs(points: tuple[MonthPoint, ...], denominator: int | None) -> tuple[Cliff, ...]:
    """Return every month in which fewer people are protected than the month before, in order."""
    falls = [(before, after) for before, after in zip(points, points[1:], strict=False) if after.protected < before.protected]
    return tuple(Cliff(after.month, before.protected - after.protected, before.protected, after.protected,
                       _points(before.protected - after.protected, denominator)) for before, after in falls)


def _points(people: int, denominator: int | None) -> Decimal | None:
    return rounded(ratio_pct(people, denominator)) if denominator else None


def safe_until(falls: Iterable[Cliff], after: Month) -> Month | None:
    """Return the last month before the first fall later than ``after``; None when nothing falls.

    A payment that another takes over without a loss of people is no fall.
    """
    first = min((fall.month for fall in falls if fall.month > after), default=None)
    return first.plus(-1) if first else None


def four_figures(points: tuple[MonthPoint, ...], base_month: Month, deadline: Month) -> Four | None:
    """Return the figure at the deadline, the peak, the mean and the minimum of the twelve months up to it, none before the record."""
    window = [p for p in points if max(deadline.plus(-11), base_month) <= p.month <= deadline]
    if not window or window[-1].month != deadline:
        return None
    people = [p.protected for p in window]
    return Four(people[-1], max(people), rounded(Decimal(sum(people)) / len(people), 0), min(people), window[0].month, deadline)
