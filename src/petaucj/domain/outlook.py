"""A plan worked out whole: need, projection, cost, who pays, what is left open."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.comparable import comparable_bases
from petaucj.domain.month import Month
from petaucj.domain.need import Need, NoNeed, need
from petaucj.domain.plan import Plan, Tranche
from petaucj.domain.plan_cost import Bill, TrancheCost, bill, payer_of, total_in_year, tranche_cost
from petaucj.domain.planning import PlanningBook
from petaucj.domain.projection import Cliff, Four, MonthPoint, cliffs, four_figures, permanent_base, projection, safe_until
from petaucj.domain.waterfall import UNFUNDED_PAYER, Mix, waterfall

# How far a projection looks back to show how the record came about.
BACK = 12


@dataclass(frozen=True, slots=True)
class Outlook:
    """Everything computed from one plan.

    ``need`` counts on what is paid or budgeted; ``open_people`` is what is still missing after all tranches of the plan,
    before the waterfall; ``tranches`` are those of the plan and of the waterfall together, ``costs`` theirs.
    ``points`` project all of them, ``baseline`` only what is paid or budgeted. Parts that need a missing figure are None or empty.
    """

    plan: Plan
    need: Need | NoNeed
    gap_bill: Bill | None
    naive_bill: Bill | None
    open_people: int | None
    mix: Mix | None
    tranches: tuple[Tranche, ...]
    costs: tuple[TrancheCost, ...]
    permanent: int | None
    points: tuple[MonthPoint, ...]
    baseline: tuple[MonthPoint, ...]
    cliffs: tuple[Cliff, ...]
    four: Four | None

    @property
    def safe_until(self) -> Month | None:
        """The last month before the first fall after the record; None when nothing falls."""
        return safe_until(self.cliffs, self.plan.base.month) if self.plan.base.month else None

    @property
    def reaches(self) -> bool | None:
        """Whether all tranches together protect as many people at the deadline as the goal asks; None without a need."""
        if isinstance(self.need, NoNeed) or self.four is None:
            return None
        return self.four.at_deadline >= self.need.required

    @property
    def year_idr(self) -> tuple[int, int]:
        """Rupiah of all tranches in the plan's budget year, and how many of them have a month without a known rate."""
        return total_in_year(self.costs, self.plan.first_month.year)

    @property
    def whole_idr(self) -> int:
        """Rupiah of all tranches in all their months, those without a known rate left out."""
        return sum(cost.total_idr for cost in self.costs if cost.known)


def outlook(plan: Plan, book: PlanningBook) -> Outlook:
    """Return the plan worked out; a figure nobody published leaves its part empty, never zero."""
    found = need(plan)
    after = need(plan, plan.tranches)
    open_people = after.missing if isinstance(after, Need) else None
    mix = waterfall(plan, book, open_people) if open_people is not None else None
    tranches = plan.tranches + (mix.tranches if mix else ())
    first, last = horizon(plan, tranches)
    points = projection(plan, tranches, first, last)
    gap, naive = (_bill(plan, book, people) for people in _people(found))
    return Outlook(
        plan, found, gap, naive, open_people, mix, tranches, tuple(tranche_cost(plan, book, t) for t in tranches),
        permanent_base(plan), points, projection(plan, plan.committed, first, last),
        cliffs(points, plan.base.denominator if comparable_bases(plan.base.basis, plan.goal.basis) else None), _four(plan, tranches),
    )


def _people(found: Need | NoNeed) -> tuple[int | None, int | None]:
    return (found.missing, found.naive_missing) if isinstance(found, Need) else (None, None)


def _bill(plan: Plan, book: PlanningBook, people: int | None) -> Bill | None:
    if people is None:
        return None
    return bill(book.table, payer_of(plan, book, UNFUNDED_PAYER, "non_transport"), people, plan.first_month)


def _four(plan: Plan, tranches: tuple[Tranche, ...]) -> Four | None:
    base = plan.base.month
    if base is None or plan.goal.deadline < base:
        return None
    deadline = plan.goal.deadline
    return four_figures(projection(plan, tranches, max(base, deadline.plus(-11)), deadline), base, deadline)


def horizon(plan: Plan, tranches: tuple[Tranche, ...]) -> tuple[Month, Month]:
    """Return the first and last month to project: from before the first tranche inside the record to the month after everything has ended."""
    base = plan.base.month or plan.first_month
    inside = [t.start.plus(-1) for t in tranches if t.in_record(base)]
    first = max(min([base, *inside]), base.plus(-BACK))
    last = max([plan.goal.deadline, *(t.end.plus(1) for t in tranches)])
    return first, max(last, base)
