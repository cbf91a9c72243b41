"""What cannot be in a plan: found before anything is computed with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from petaucj.domain.month import Month
from petaucj.domain.plan import COMMITMENTS, PLANNABLE, SECTORS, Offer, Plan, Tranche


@dataclass(frozen=True, slots=True)
class PlanFault:
    """One value of a plan that cannot be: where (``tranche`` or ``offer`` with its number from 1, else ``plan``), which field, the value, the rule's key."""

    place: str
    number: int
    field: str
    value: str
    rule: str


MOST_PEOPLE, MOST_IDR, MOST_WAGE_IDR, LONGEST_SPAN = 10_000_000, 10**13, 10**9, 180
LIMITS = {"months": (1, 60), "grace_months": (0, 3), "spread_months": (1, 24), "workers": (0, MOST_PEOPLE), "growth_pct": (-10, 20), "margin_pct": (0, 50)}
MOST_ROWS = 24
FIRST_YEAR, LAST_YEAR = 2000, 2099


def plan_faults(plan: Plan) -> tuple[PlanFault, ...]:
    """Return everything in a plan that cannot be computed with; a plan without faults gives numbers or says which figure is missing."""
    return (*_own_faults(plan), *_span_faults(plan), *_twice(plan), *_row_faults("tranche", plan.tranches), *_row_faults("offer", plan.offers))


def _own_faults(plan: Plan) -> Iterator[PlanFault]:
    months = {"deadline": plan.goal.deadline, "first_month": plan.first_month, "month": plan.base.month, "denominator_month": plan.base.denominator_month}
    for field, month in months.items():
        if month is not None and not _within(month):
            yield PlanFault("plan", 0, field, str(month), "year")
    for field in ("grace_months", "growth_pct", "margin_pct", "spread_months"):
        low, high = LIMITS[field]
        if not low <= getattr(plan, field) <= high:
            yield PlanFault("plan", 0, field, str(getattr(plan, field)), field)
    if plan.goal.pct is not None and not 0 < plan.goal.pct <= 100:
        yield PlanFault("plan", 0, "pct", str(plan.goal.pct), "pct")
    most = {"active": (plan.base.active, MOST_PEOPLE), "denominator": (plan.base.denominator, MOST_PEOPLE), "income_idr": (plan.income_idr, MOST_WAGE_IDR),
            "wage_idr": (plan.wage_idr, MOST_WAGE_IDR), "spread_idr": (plan.spread_idr, MOST_IDR)}
    for field, (value, high) in most.items():
        if value is not None and not (field == "denominator") <= value <= high:
            yield PlanFault("plan", 0, field, str(value), field)
    for place, rows in (("tranche", plan.tranches), ("offer", plan.offers)):
        if len(rows) > MOST_ROWS:
            yield PlanFault(place, len(rows), "rows", str(len(rows)), "rows")


def _span_faults(plan: Plan) -> Iterator[PlanFault]:
    """Yield a fault when first and last month of a plan lie so far apart that nobody can plan with it."""
    months = [m for m in (plan.base.month, plan.first_month, plan.goal.deadline, *(r.start for r in (*plan.tranches, *plan.offers))) if m is not None]
    if max(months).since(min(months)) > LONGEST_SPAN:
        yield PlanFault("plan", 0, "span", f"{min(months)}..{max(months)}", "span")


def _twice(plan: Plan) -> Iterator[PlanFault]:
    """Yield a fault for a fund that stands twice in the waterfall: its money would be counted twice."""
    funds = [offer.funding_source for offer in plan.offers]
    for number, fund in enumerate(funds, 1):
        if fund in funds[:number - 1]:
            yield PlanFault("offer", number, "funding_source", fund, "fund_twice")


def _row_faults(place: str, rows: tuple[Tranche, ...] | tuple[Offer, ...]) -> Iterator[PlanFault]:
    for number, row in enumerate(rows, 1):
        checks = {"year": _within(row.start), "funding_source": row.funding_source in PLANNABLE, "sector": row.sector in SECTORS,
                  "months": LIMITS["months"][0] <= row.months <= LIMITS["months"][1]}
        if isinstance(row, Tranche):
            checks |= {"workers": 0 <= row.workers <= LIMITS["workers"][1], "commitment": row.commitment in COMMITMENTS,
                       "overlap": 0 <= row.overlap <= 1, "acceptance": 0 < row.acceptance <= 1, "continuing": 0 <= row.continuing <= 1}
        else:
            checks |= {"eligible": row.eligible is None or 0 <= row.eligible <= MOST_PEOPLE, "cap_idr": row.cap_idr is None or 0 <= row.cap_idr <= MOST_IDR}
        for field, fine in checks.items():
            if not fine:
                yield PlanFault(place, number, field, str(row.start if field == "year" else getattr(row, field)), field)


def _within(month: Month) -> bool:
    return FIRST_YEAR <= month.year <= LAST_YEAR
