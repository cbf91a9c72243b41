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


LIMITS = {"months": (1, 60), "grace_months": (0, 3), "spread_months": (1, 24), "workers": (0, 10_000_000), "growth_pct": (-10, 20), "margin_pct": (0, 50)}
MOST_ROWS = 24
FIRST_YEAR, LAST_YEAR = 2000, 2099


def plan_faults(plan: Plan) -> tuple[PlanFault, ...]:
    """Return everything in a plan that cannot be computed with; a plan without faults gives numbers or says which figure is missing."""
    return (*_own_faults(plan), *_row_faults("tranche", plan.tranches), *_row_faults("offer", plan.offers))


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
    if plan.base.denominator is not None and plan.base.denominator <= 0:
        yield PlanFault("plan", 0, "denominator", str(plan.base.denominator), "denominator")
    if plan.base.active is not None and plan.base.active < 0:
        yield PlanFault("plan", 0, "active", str(plan.base.active), "active")
    for place, rows in (("tranche", plan.tranches), ("offer", plan.offers)):
        if len(rows) > MOST_ROWS:
            yield PlanFault(place, len(rows), "rows", str(len(rows)), "rows")


def _row_faults(place: str, rows: tuple[Tranche, ...] | tuple[Offer, ...]) -> Iterator[PlanFault]:
    for number, row in enumerate(rows, 1):
        checks = {"year": _within(row.start), "funding_source": row.funding_source in PLANNABLE, "sector": row.sector in SECTORS,
                  "months": LIMITS["months"][0] <= row.months <= LIMITS["months"][1]}
        if isinstance(row, Tranche):
            checks |= {"workers": 0 <= row.workers <= LIMITS["workers"][1], "commitment": row.commitment in COMMITMENTS,
                       "overlap": 0 <= row.overlap <= 1, "acceptance": 0 < row.acceptance <= 1, "continuing": 0 <= row.continuing <= 1}
        else:
            checks |= {"eligible": row.eligible is None or row.eligible >= 0, "cap_idr": row.cap_idr is None or row.cap_idr >= 0}
        for field, fine in checks.items():
            if not fine:
                yield PlanFault(place, number, field, str(row.start if field == "year" else getattr(row, field)), field)


def _within(month: Month) -> bool:
    return FIRST_YEAR <= month.year <= LAST_YEAR
